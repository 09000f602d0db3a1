<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>sync</name>
    <message>
        <source>This hub has no account {name}. Add it first with `fieldapp hub account add`.</source>
        <translation>这个服务器没有账户 {name}。请先用 `fieldapp hub account add` 添加。</translation>
    </message>
    <message>
        <source>An account needs at least one scope: the region code of its place.</source>
        <translation>账户至少要有一个辖区：请填写所在地的区划代码。</translation>
    </message>
    <message>
        <source>This hub has no device {id}. `fieldapp hub device list` shows them.</source>
        <translation>这个服务器没有设备 {id}。用 `fieldapp hub device list` 查看全部设备。</translation>
    </message>
    <message>
        <source>{scope} is no region code. A scope is the 2 to 12 digits of a place.</source>
        <translation>{scope} 不是区划代码。辖区是一个地方的 2 到 12 位区划代码。</translation>
    </message>
    <message>
        <source>A hub is a township's or the central one, not {tier}.</source>
        <translation>服务器只有乡镇站（township）和县级（central）两种，没有 {tier}。</translation>
    </message>
    <message>
        <source>The key file {file} of this archive is missing or damaged. Put it back from where it is kept; nothing was changed.</source>
        <translation>这个服务器的密钥文件 {file} 不见了或已损坏。请从保管处放回原位；没有改动任何内容。</translation>
    </message>
    <message>
        <source>The account {name} sees {scopes}.</source>
        <translation>账户 {name} 可以查看 {scopes}。</translation>
    </message>
    <message>
        <source>{name} can no longer sync with this hub.</source>
        <translation>{name} 不能再与这个服务器同步。</translation>
    </message>
    <message>
        <source>Pairing code {code}, for one laptop, good for {minutes} minutes.</source>
        <translation>配对码 {code}，只供一台电脑使用，{minutes} 分钟内有效。</translation>
    </message>
    <message>
        <source>The hub cannot listen on {host} port {port}. Choose another port with --port, or name an address of this computer with --host.</source>
        <translation>服务器无法使用 {host} 的端口 {port}。请用 --port 换一个端口，或用 --host 写本机的一个地址。</translation>
    </message>
    <message>
        <source>This bundle is from {worker}, on a computer this vault does not know: {fingerprint}. Compare these digits with the other screen; if they are the same, import again with --trust and the digits.</source>
        <translation>这个数据包来自 {worker}，本户册还不认识那台电脑，它的核对数字是 {fingerprint}。请与对方屏幕上的核对数字比一比；一致的话，加上 --trust 和这串数字再导入一次。</translation>
    </message>
    <message>
        <source>{name} is no bundle. Choose the files that end in .fab, with the names they were written with.</source>
        <translation>{name} 不是数据包。请选择以 .fab 结尾的文件，并保持导出时的文件名。</translation>
    </message>
    <message>
        <source>{name} cannot be read. Put the stick in again and choose the file again.</source>
        <translation>读不了 {name}。请重新插好U盘，再选一次文件。</translation>
    </message>
    <message>
        <source>Only here: {here}. At the township: {township}. At the county: {county}.</source>
        <translation>仅在本机：{here}。已到乡镇：{township}。已到县里：{county}。</translation>
    </message>
    <message>
        <source>Bundle key: {key}
Fingerprint: {digits}</source>
        <translation>数据包密钥：{key}
核对数字：{digits}</translation>
    </message>
    <message>
        <source>Wrote {count} files: {first}</source>
        <translation>已写出 {count} 个文件：{first}</translation>
    </message>
    <message>
        <source>From {worker}: {applied} new, {ignored} known already, {waiting} waiting for a missing part, {aside} set aside, {foreign} of other villages left out.</source>
        <translation>来自{worker}：新收 {applied} 条，本机已有 {ignored} 条，在等还没到的分卷 {waiting} 条，单独存放 {aside} 条，属于别的村没有导入 {foreign} 条。</translation>
    </message>
    <message>
        <source>Sent {sent}, received {received}.</source>
        <translation>发出 {sent} 条，收到 {received} 条。</translation>
    </message>
    <message>
        <source>{field} holds several values that belong together. Choose mine, theirs, or a value that one side alone has.</source>
        <translation>{field} 由几项连在一起的内容组成。请选 mine（本机的）、theirs（对方的），或写出只有一方才有的那个值。</translation>
    </message>
    <message>
        <source>Paired with {url} as {account}.</source>
        <translation>已与 {url} 配对，账户是 {account}。</translation>
    </message>
    <message>
        <source>There is no open conflict {id}. `fieldapp conflict list` shows them.</source>
        <translation>没有待处理的冲突 {id}。用 `fieldapp conflict list` 查看。</translation>
    </message>
    <message>
        <source>The conflict is closed.</source>
        <translation>冲突已处理。</translation>
    </message>
    <message>
        <source>{count} conflicts are open. `fieldapp conflict list` shows them.</source>
        <translation>有 {count} 处冲突待处理。用 `fieldapp conflict list` 查看。</translation>
    </message>
    <message>
        <source>{count} changes could not be read and were set aside. Tell your station.</source>
        <translation>有 {count} 条改动读不出来，已单独存放。请告诉乡镇站。</translation>
    </message>
    <message>
        <source>This computer's clock is {minutes} minutes wrong. Set it right.</source>
        <translation>本机时钟相差 {minutes} 分钟。请校准。</translation>
    </message>
    <message>
        <source>No conflicts are open.</source>
        <translation>没有待处理的冲突。</translation>
    </message>
    <message>
        <source>No receipt could be written to the stick.</source>
        <translation>回执没能写到U盘上。</translation>
    </message>
    <message>
        <source>A part of the data arrived damaged and was not used. Sync again; if it comes back, tell your station.</source>
        <translation>有一部分数据在传输中损坏，没有采用。请再同步一次；如果仍然这样，请告诉乡镇站。</translation>
    </message>
    <message>
        <source>The connection was cut. What had arrived is kept; sync again and it goes on from there.</source>
        <translation>连接中断了。已收到的都保留着；再同步一次会接着传。</translation>
    </message>
    <message>
        <source>This bundle file is damaged or incomplete, and nothing of it was used. Copy it again, or ask for a new one.</source>
        <translation>这个数据包损坏或不完整，没有采用其中任何内容。请重新复制，或请对方重新导出。</translation>
    </message>
    <message>
        <source>The signature of this bundle is wrong, and nothing of it was used. Tell your station who gave it to you.</source>
        <translation>这个数据包的签名不对，没有采用其中任何内容。请告诉乡镇站是谁给您的。</translation>
    </message>
    <message>
        <source>This bundle was made by a newer FieldApp. Install the newer version first.</source>
        <translation>这个数据包是用新版程序做的。请先安装新版本。</translation>
    </message>
    <message>
        <source>The hub at {url} does not show the certificate it was paired with. Nothing was sent. Compare the fingerprint with your station before you pair again.</source>
        <translation>{url} 的服务器出示的证书与配对时的不同，没有发送任何内容。重新配对之前，请先与乡镇站核对指纹。</translation>
    </message>
    <message>
        <source>The hub at {url} does not answer. Check the address and the network, then try again.</source>
        <translation>{url} 的服务器没有应答。请检查地址和网络后再试。</translation>
    </message>
    <message>
        <source>The hub at {url} took too long. What was already sent is kept; sync again on a better connection.</source>
        <translation>{url} 的服务器响应太慢。已发出的都保留着；网络好些时再同步一次。</translation>
    </message>
    <message>
        <source>What answers at {url} is no FieldApp hub. Check the address, and whether this network asks for a login first.</source>
        <translation>{url} 上应答的不是本程序的服务器。请检查地址，再看看这个网络是否要先登录。</translation>
    </message>
    <message>
        <source>{url} is not encrypted, so nothing was sent. Use the https address and the fingerprint the hub shows.</source>
        <translation>{url} 没有加密，所以没有发送任何内容。请使用服务器显示的 https 地址和指纹。</translation>
    </message>
    <message>
        <source>This vault is not paired with a hub. Ask the station for a code and run `fieldapp pair`.</source>
        <translation>这个户册还没有与服务器配对。请向乡镇站要一个配对码，再运行 `fieldapp pair`。</translation>
    </message>
    <message>
        <source>The hub no longer lets this computer in. Your work is safe here; ask the station to pair it again.</source>
        <translation>服务器已不再允许这台电脑连接。您的数据在本机是安全的；请让乡镇站重新配对。</translation>
    </message>
    <message>
        <source>The hub keeps another list of your villages. Ask the station to set the villages of your account.</source>
        <translation>服务器上登记的您的村与本机不同。请让乡镇站设置您账户的村。</translation>
    </message>
    <message>
        <source>The pairing code is wrong, used or too old. Ask the station for a new one.</source>
        <translation>配对码不对、已用过或已过期。请向乡镇站要一个新的。</translation>
    </message>
    <message>
        <source>Too many wrong codes were tried. Wait a minute and try again.</source>
        <translation>输错配对码的次数太多。请等一分钟再试。</translation>
    </message>
    <message>
        <source>The hub at {url} does not accept this computer. Check its clock, or ask the station to pair it again.</source>
        <translation>{url} 的服务器不接受这台电脑。请检查本机时间，或让乡镇站重新配对。</translation>
    </message>
    <message>
        <source>The hub at {url} refused a part as too large. Your work is safe here; tell who runs the hub.</source>
        <translation>{url} 的服务器说有一部分太大而拒收。您的数据在本机是安全的；请告诉服务器的管理人。</translation>
    </message>
    <message>
        <source>The hub at {url} is busy. Your work is safe here; try again in a few minutes.</source>
        <translation>{url} 的服务器正忙。您的数据在本机是安全的；请过几分钟再试。</translation>
    </message>
    <message>
        <source>The hub at {url} failed ({status}). Your work is safe here; try later and tell who runs the hub.</source>
        <translation>{url} 的服务器出错了（{status}）。您的数据在本机是安全的；请稍后再试，并告诉服务器的管理人。</translation>
    </message>
    <message>
        <source>This computer and the hub hold different histories of the village {scope}. Nothing is lost, but tell your station before you go on: a copy of a vault may be in use.</source>
        <translation>本机与服务器上 {scope} 村的历史不一致。没有丢失任何内容，但请先告诉乡镇站再继续：可能有人在使用户册的副本。</translation>
    </message>
    <message>
        <source>The hub did not start. Look at hub.log in {folder}.</source>
        <translation>服务器没有启动。请看 {folder} 里的 hub.log。</translation>
    </message>
    <message>
        <source>The hub refused: {words}</source>
        <translation>服务器没有照办：{words}</translation>
    </message>
    <message>
        <source>A second centre was named, and it is not believed. Ask the county which hub is the right one and pair again.</source>
        <translation>有人报出了第二个县级服务器，本机不予采信。请向县里问清哪一个是对的，再重新配对。</translation>
    </message>
    <message>
        <source>Two computers write under one name ({replica}) in the village {scope}. Nothing of the second one was used. A copy of a vault may be in use: tell your station.</source>
        <translation>村 {scope} 有两台电脑用同一个名称（{replica}）填写。第二台的内容没有采用。可能有人在使用户册的副本，请告诉乡镇站。</translation>
    </message>
    <message>
        <source>There are two histories of {replica} in the village {scope} from change {seq} on. Ours was kept. A copy of a vault may be in use, or somebody changed a log: tell your station before you go on.</source>
        <translation>村 {scope} 中 {replica} 的记录从第 {seq} 次改动起有两种版本，保留了本机的版本。可能有人在使用户册的副本，或者改动了日志。请先告诉乡镇站，再继续工作。</translation>
    </message>
    <message>
        <source>A part of the data of the village {scope} is not what its sender signed. Nothing of it was used. Sync again; if it comes back, tell your station.</source>
        <translation>村 {scope} 的一部分数据与发送方的签名不符，没有采用。请再同步一次；如果还是这样，请告诉乡镇站。</translation>
    </message>
    <message>
        <source>A part of the data is not signed and nobody answers for it. Nothing of it was used. Pair that computer with your station, then send again.</source>
        <translation>有一部分数据没有签名，也没有人担保，没有采用。请先把那台电脑与乡镇站配对，再重新发送。</translation>
    </message>
    <message>
        <source>A part of the data is from a computer nobody here knows ({by}). Nothing of it was used. Pair that computer with your station, then send again.</source>
        <translation>有一部分数据来自本机不认识的电脑（{by}），没有采用。请先把那台电脑与乡镇站配对，再重新发送。</translation>
    </message>
    <message>
        <source>Too much from this computer waits for review already. Ask the station to look at what waits first.</source>
        <translation>这台电脑已有太多内容待审。请乡镇站先审完再发送。</translation>
    </message>
    <message>
        <source>Nothing waits for review under {stream}. `fieldapp hub review list` shows what waits.</source>
        <translation>{stream} 没有待审内容。用 `fieldapp hub review list` 查看待审的内容。</translation>
    </message>
    <message>
        <source>{scope} is not a place of this station. It answers for {places}.</source>
        <translation>{scope} 不归本乡镇站管。本站负责的是 {places}。</translation>
    </message>
    <message>
        <source>The station's hub does not know this computer as its owner. Run `fieldapp hub device appoint` with this computer's id.</source>
        <translation>乡镇站的服务还不知道这台电脑是它的主机。请用这台电脑的编号运行 `fieldapp hub device appoint`。</translation>
    </message>
    <message>
        <source>Your account at the hub may not decide what waits. Ask the township station.</source>
        <translation>您的账号无权处理待审内容。请找乡镇站。</translation>
    </message>
    <message>
        <source>This no longer waits at the hub. Look at the list again.</source>
        <translation>这项已不在待审之列。请重新查看列表。</translation>
    </message>
    <message>
        <source>Pairing code</source>
        <translation>配对码</translation>
    </message>
    <message>
        <source>{name} is the owner of this hub now.</source>
        <translation>{name} 现在是这个站的主机。</translation>
    </message>
    <message>
        <source>{count} changes were taken in.</source>
        <translation>已采用 {count} 处改动。</translation>
    </message>
    <message>
        <source>{count} changes were turned down and are kept.</source>
        <translation>已退回 {count} 处改动，内容仍保留。</translation>
    </message>
    <message>
        <source>written after its computer was shut out</source>
        <translation>在电脑被停用之后填写</translation>
    </message>
    <message>
        <source>outside the villages of its writer</source>
        <translation>不在填写人负责的村内</translation>
    </message>
    <message>
        <source>brought by somebody else without its writer's signature</source>
        <translation>由别人带来，没有填写人的签名</translation>
    </message>
    <message>
        <source>follows what waits</source>
        <translation>接在待审内容之后</translation>
    </message>
    <message>
        <source>{stream}  {scope}  {name}: {count} changes, {reason}</source>
        <translation>{stream}  {scope}  {name}：{count} 处改动，{reason}</translation>
    </message>
    <message>
        <source>The log of {stream} is not the one that was signed ({tier}, change {seq}). Somebody changed it, or an old copy was put back. Restore the newest backup and tell your station.</source>
        <translation>{stream} 的日志与签过名的不一致（{tier}，第 {seq} 次改动）。可能有人改动过，或者放回了旧副本。请恢复最新的备份，并告诉乡镇站。</translation>
    </message>
    <message>
        <source>The log of {stream} ends at change {head}, but change {seq} was signed on this computer. Sync: what is missing comes back from the hub. Until then, write nothing here.</source>
        <translation>{stream} 的日志只到第 {head} 次改动，但本机曾签到第 {seq} 次。请同步，缺少的会从服务器取回；在此之前请不要填写。</translation>
    </message>
    <message>
        <source>The hub at {url} no longer signs what it hands over, as it did when it was paired. Nothing was sent and nothing was taken. Ask your station whether its program was put back to an older version.</source>
        <translation>{url} 的服务器不再对发出的数据签名，与配对时不同。没有发送也没有接收任何数据。请问乡镇站，程序是否被换回了旧版本。</translation>
    </message>
    <message>
        <source>Pairing needs a code. Ask the station for one and name it with --code.</source>
        <translation>配对要有配对码。请向工作站要一个，用 --code 写上。</translation>
    </message>
    <message>
        <source>“{url}” is no address of a hub. Ask the station for it: it looks like https://192.168.1.5:8737.</source>
        <translation>“{url}”不是服务器地址。请向工作站问清地址，样子是 https://192.168.1.5:8737。</translation>
    </message>
    <message>
        <source>There is no hub in {folder}. Name its folder with --data, or begin one with `fieldapp serve`.</source>
        <translation>{folder} 里没有服务器。请用 --data 指明它的文件夹，或用 `fieldapp serve` 新开一个。</translation>
    </message>
    <message>
        <source>An account needs a name of at most {longest} letters in one line. Choose another one.</source>
        <translation>账户要有名字，写成一行，最多 {longest} 个字。请换一个。</translation>
    </message>
</context>
</TS>
