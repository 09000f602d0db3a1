"""Which page answers to which name. A page's module is imported when somebody goes there for the first time."""

from collections.abc import Callable, Mapping

from fieldapp_ui.desk import Desk
from fieldapp_ui.windows.page import Page

PageFactory = Callable[[Desk], Page]


def _today(desk: Desk) -> Page:
    from fieldapp_ui.windows.today import TodayPage

    return TodayPage(desk)


def _register(desk: Desk) -> Page:
    from fieldapp_ui.windows.register import RegisterPage

    return RegisterPage(desk)


def _household(desk: Desk) -> Page:
    from fieldapp_ui.windows.household import HouseholdPage

    return HouseholdPage(desk)


def _village(desk: Desk) -> Page:
    from fieldapp_ui.windows.village import VillagePage

    return VillagePage(desk)


def _exchange(desk: Desk) -> Page:
    from fieldapp_ui.windows.exchange_page import ExchangePage

    return ExchangePage(desk)


def _record(desk: Desk) -> Page:
    from fieldapp_ui.windows.record import RecordPage

    return RecordPage(desk)


def _form(desk: Desk) -> Page:
    from fieldapp_ui.windows.forms.page import FormPage

    return FormPage(desk)


def _checklist(desk: Desk) -> Page:
    from fieldapp_ui.windows.checklist import ChecklistPage

    return ChecklistPage(desk)


def _quality(desk: Desk) -> Page:
    from fieldapp_ui.windows.quality_page import QualityPage

    return QualityPage(desk)


def _year(desk: Desk) -> Page:
    from fieldapp_ui.windows.year_page import YearPage

    return YearPage(desk)


def _conflicts(desk: Desk) -> Page:
    from fieldapp_ui.windows.conflicts import ConflictsPage

    return ConflictsPage(desk)


def _duplicates(desk: Desk) -> Page:
    from fieldapp_ui.windows.duplicates import DuplicatesPage

    return DuplicatesPage(desk)


def _matters(desk: Desk) -> Page:
    from fieldapp_ui.windows.matters import MattersPage

    return MattersPage(desk)


def _sync(desk: Desk) -> Page:
    from fieldapp_ui.windows.sync import SyncPage

    return SyncPage(desk)


def _settings(desk: Desk) -> Page:
    from fieldapp_ui.windows.settings import SettingsPage

    return SettingsPage(desk)


def _packs(desk: Desk) -> Page:
    from fieldapp_ui.windows.packs import PacksPage

    return PacksPage(desk)


def _workshop(desk: Desk) -> Page:
    from fieldapp_ui.windows.workshop import WorkshopPage

    return WorkshopPage(desk)


def _privacy(desk: Desk) -> Page:
    from fieldapp_ui.windows.privacy import PrivacyPage

    return PrivacyPage(desk)


def _compare(desk: Desk) -> Page:
    from fieldapp_ui.windows.compare_page import ComparePage

    return ComparePage(desk)


PAGES: Mapping[str, PageFactory] = {
    "today": _today,
    "register": _register,
    "household": _household,
    "village": _village,
    "exchange": _exchange,
    "record": _record,
    "form": _form,
    "checklist": _checklist,
    "quality": _quality,
    "year": _year,
    "conflicts": _conflicts,
    "duplicates": _duplicates,
    "compare": _compare,
    "matters": _matters,
    "sync": _sync,
    "settings": _settings,
    "packs": _packs,
    "workshop": _workshop,
    "privacy": _privacy,
}
