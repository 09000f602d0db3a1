"""The addresses of this computer that other computers of the same place may reach."""

import ipaddress


def lan_addresses() -> tuple[str, ...]:
    """IPv4 addresses of the networks that are up, the usual ones of offices first; none of this computer alone."""
    from PySide6.QtNetwork import QAbstractSocket, QNetworkInterface

    flag = QNetworkInterface.InterfaceFlag
    found: list[ipaddress.IPv4Address] = []
    for network in QNetworkInterface.allInterfaces():
        flags = network.flags()
        if not flags & flag.IsUp or not flags & flag.IsRunning or flags & flag.IsLoopBack:
            continue
        for entry in network.addressEntries():
            address = entry.ip()
            if address.protocol() == QAbstractSocket.NetworkLayerProtocol.IPv4Protocol:
                found.append(ipaddress.IPv4Address(address.toString()))
    usable = (one for one in found if not one.is_loopback and not one.is_link_local)
    return tuple(
        map(str, sorted(dict.fromkeys(usable), key=lambda one: (not one.is_private, -_home(one), one)))
    )


def _home(address: ipaddress.IPv4Address) -> bool:
    return address in ipaddress.IPv4Network("192.168.0.0/16")
