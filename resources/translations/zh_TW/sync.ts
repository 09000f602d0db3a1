<?xml version='1.0' encoding='UTF-8'?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_TW" sourcelanguage="en">
<context>
    <name>sync</name>
    <message>
        <source>This hub has no account {name}. Add it first with `fieldapp hub account add`.</source>
        <translation>這個服務器沒有賬戶 {name}。請先用 `fieldapp hub account add` 添加。</translation>
    </message>
    <message>
        <source>An account needs at least one scope: the region code of its place.</source>
        <translation>賬戶至少要有一個轄區：請填寫所在地的區劃代碼。</translation>
    </message>
    <message>
        <source>This hub has no device {id}. `fieldapp hub device list` shows them.</source>
        <translation>這個服務器沒有設備 {id}。用 `fieldapp hub device list` 查看全部設備。</translation>
    </message>
    <message>
        <source>{scope} is no region code. A scope is the 2 to 12 digits of a place.</source>
        <translation>{scope} 不是區劃代碼。轄區是一個地方的 2 到 12 位區劃代碼。</translation>
    </message>
    <message>
        <source>A hub is a township's or the central one, not {tier}.</source>
        <translation>服務器只有鄉鎮站（township）和縣級（central）兩種，沒有 {tier}。</translation>
    </message>
    <message>
        <source>The key file {file} of this archive is missing or damaged. Put it back from where it is kept; nothing was changed.</source>
        <translation>這個服務器的密鑰文件 {file} 不見了或已損壞。請從保管處放回原位；沒有改動任何內容。</translation>
    </message>
    <message>
        <source>The account {name} sees {scopes}.</source>
        <translation>賬戶 {name} 可以查看 {scopes}。</translation>
    </message>
    <message>
        <source>{name} can no longer sync with this hub.</source>
        <translation>{name} 不能再與這個服務器同步。</translation>
    </message>
    <message>
        <source>Pairing code {code}, for one laptop, good for {minutes} minutes.</source>
        <translation>配對碼 {code}，只供一臺電腦使用，{minutes} 分鐘內有效。</translation>
    </message>
    <message>
        <source>The hub cannot listen on {host} port {port}. Choose another port with --port, or name an address of this computer with --host.</source>
        <translation>服務器無法使用 {host} 的端口 {port}。請用 --port 換一個端口，或用 --host 寫本機的一個地址。</translation>
    </message>
    <message>
        <source>This bundle is from {worker}, on a computer this vault does not know: {fingerprint}. Compare these digits with the other screen; if they are the same, import again with --trust and the digits.</source>
        <translation>這個數據包來自 {worker}，本戶冊還不認識那臺電腦，它的核對數字是 {fingerprint}。請與對方屏幕上的核對數字比一比；一致的話，加上 --trust 和這串數字再導入一次。</translation>
    </message>
    <message>
        <source>{name} is no bundle. Choose the files that end in .fab, with the names they were written with.</source>
        <translation>{name} 不是數據包。請選擇以 .fab 結尾的文件，並保持導出時的文件名。</translation>
    </message>
    <message>
        <source>{name} cannot be read. Put the stick in again and choose the file again.</source>
        <translation>讀不了 {name}。請重新插好U盤，再選一次文件。</translation>
    </message>
    <message>
        <source>Only here: {here}. At the township: {township}. At the county: {county}.</source>
        <translation>僅在本機：{here}。已到鄉鎮：{township}。已到縣裡：{county}。</translation>
    </message>
    <message>
        <source>Bundle key: {key}
Fingerprint: {digits}</source>
        <translation>數據包密鑰：{key}
核對數字：{digits}</translation>
    </message>
    <message>
        <source>Wrote {count} files: {first}</source>
        <translation>已寫出 {count} 個文件：{first}</translation>
    </message>
    <message>
        <source>From {worker}: {applied} new, {ignored} known already, {waiting} waiting for a missing part, {aside} set aside, {foreign} of other villages left out.</source>
        <translation>來自{worker}：新收 {applied} 條，本機已有 {ignored} 條，在等還沒到的分卷 {waiting} 條，單獨存放 {aside} 條，屬於別的村沒有導入 {foreign} 條。</translation>
    </message>
    <message>
        <source>Sent {sent}, received {received}.</source>
        <translation>發出 {sent} 條，收到 {received} 條。</translation>
    </message>
    <message>
        <source>{field} holds several values that belong together. Choose mine, theirs, or a value that one side alone has.</source>
        <translation>{field} 由幾項連在一起的內容組成。請選 mine（本機的）、theirs（對方的），或寫出只有一方才有的那個值。</translation>
    </message>
    <message>
        <source>Paired with {url} as {account}.</source>
        <translation>已與 {url} 配對，賬戶是 {account}。</translation>
    </message>
    <message>
        <source>There is no open conflict {id}. `fieldapp conflict list` shows them.</source>
        <translation>沒有待處理的衝突 {id}。用 `fieldapp conflict list` 查看。</translation>
    </message>
    <message>
        <source>The conflict is closed.</source>
        <translation>衝突已處理。</translation>
    </message>
    <message>
        <source>{count} conflicts are open. `fieldapp conflict list` shows them.</source>
        <translation>有 {count} 處衝突待處理。用 `fieldapp conflict list` 查看。</translation>
    </message>
    <message>
        <source>{count} changes could not be read and were set aside. Tell your station.</source>
        <translation>有 {count} 條改動讀不出來，已單獨存放。請告訴鄉鎮站。</translation>
    </message>
    <message>
        <source>This computer's clock is {minutes} minutes wrong. Set it right.</source>
        <translation>本機時鐘相差 {minutes} 分鐘。請校準。</translation>
    </message>
    <message>
        <source>No conflicts are open.</source>
        <translation>沒有待處理的衝突。</translation>
    </message>
    <message>
        <source>No receipt could be written to the stick.</source>
        <translation>回執沒能寫到U盤上。</translation>
    </message>
    <message>
        <source>A part of the data arrived damaged and was not used. Sync again; if it comes back, tell your station.</source>
        <translation>有一部分數據在傳輸中損壞，沒有采用。請再同步一次；如果仍然這樣，請告訴鄉鎮站。</translation>
    </message>
    <message>
        <source>The connection was cut. What had arrived is kept; sync again and it goes on from there.</source>
        <translation>連接中斷了。已收到的都保留著；再同步一次會接著傳。</translation>
    </message>
    <message>
        <source>This bundle file is damaged or incomplete, and nothing of it was used. Copy it again, or ask for a new one.</source>
        <translation>這個數據包損壞或不完整，沒有采用其中任何內容。請重新複製，或請對方重新導出。</translation>
    </message>
    <message>
        <source>The signature of this bundle is wrong, and nothing of it was used. Tell your station who gave it to you.</source>
        <translation>這個數據包的簽名不對，沒有采用其中任何內容。請告訴鄉鎮站是誰給您的。</translation>
    </message>
    <message>
        <source>This bundle was made by a newer FieldApp. Install the newer version first.</source>
        <translation>這個數據包是用新版程序做的。請先安裝新版本。</translation>
    </message>
    <message>
        <source>The hub at {url} does not show the certificate it was paired with. Nothing was sent. Compare the fingerprint with your station before you pair again.</source>
        <translation>{url} 的服務器出示的證書與配對時的不同，沒有發送任何內容。重新配對之前，請先與鄉鎮站核對指紋。</translation>
    </message>
    <message>
        <source>The hub at {url} does not answer. Check the address and the network, then try again.</source>
        <translation>{url} 的服務器沒有應答。請檢查地址和網絡後再試。</translation>
    </message>
    <message>
        <source>The hub at {url} took too long. What was already sent is kept; sync again on a better connection.</source>
        <translation>{url} 的服務器響應太慢。已發出的都保留著；網絡好些時再同步一次。</translation>
    </message>
    <message>
        <source>What answers at {url} is no FieldApp hub. Check the address, and whether this network asks for a login first.</source>
        <translation>{url} 上應答的不是本程序的服務器。請檢查地址，再看看這個網絡是否要先登錄。</translation>
    </message>
    <message>
        <source>{url} is not encrypted, so nothing was sent. Use the https address and the fingerprint the hub shows.</source>
        <translation>{url} 沒有加密，所以沒有發送任何內容。請使用服務器顯示的 https 地址和指紋。</translation>
    </message>
    <message>
        <source>This vault is not paired with a hub. Ask the station for a code and run `fieldapp pair`.</source>
        <translation>這個戶冊還沒有與服務器配對。請向鄉鎮站要一個配對碼，再運行 `fieldapp pair`。</translation>
    </message>
    <message>
        <source>The hub no longer lets this computer in. Your work is safe here; ask the station to pair it again.</source>
        <translation>服務器已不再允許這臺電腦連接。您的數據在本機是安全的；請讓鄉鎮站重新配對。</translation>
    </message>
    <message>
        <source>The hub keeps another list of your villages. Ask the station to set the villages of your account.</source>
        <translation>服務器上登記的您的村與本機不同。請讓鄉鎮站設置您賬戶的村。</translation>
    </message>
    <message>
        <source>The pairing code is wrong, used or too old. Ask the station for a new one.</source>
        <translation>配對碼不對、已用過或已過期。請向鄉鎮站要一個新的。</translation>
    </message>
    <message>
        <source>Too many wrong codes were tried. Wait a minute and try again.</source>
        <translation>輸錯配對碼的次數太多。請等一分鐘再試。</translation>
    </message>
    <message>
        <source>The hub at {url} does not accept this computer. Check its clock, or ask the station to pair it again.</source>
        <translation>{url} 的服務器不接受這臺電腦。請檢查本機時間，或讓鄉鎮站重新配對。</translation>
    </message>
    <message>
        <source>The hub at {url} refused a part as too large. Your work is safe here; tell who runs the hub.</source>
        <translation>{url} 的服務器說有一部分太大而拒收。您的數據在本機是安全的；請告訴服務器的管理人。</translation>
    </message>
    <message>
        <source>The hub at {url} is busy. Your work is safe here; try again in a few minutes.</source>
        <translation>{url} 的服務器正忙。您的數據在本機是安全的；請過幾分鐘再試。</translation>
    </message>
    <message>
        <source>The hub at {url} failed ({status}). Your work is safe here; try later and tell who runs the hub.</source>
        <translation>{url} 的服務器出錯了（{status}）。您的數據在本機是安全的；請稍後再試，並告訴服務器的管理人。</translation>
    </message>
    <message>
        <source>This computer and the hub hold different histories of the village {scope}. Nothing is lost, but tell your station before you go on: a copy of a vault may be in use.</source>
        <translation>本機與服務器上 {scope} 村的歷史不一致。沒有丟失任何內容，但請先告訴鄉鎮站再繼續：可能有人在使用戶冊的副本。</translation>
    </message>
    <message>
        <source>The hub did not start. Look at hub.log in {folder}.</source>
        <translation>服務器沒有啟動。請看 {folder} 裡的 hub.log。</translation>
    </message>
    <message>
        <source>The hub refused: {words}</source>
        <translation>服務器沒有照辦：{words}</translation>
    </message>
    <message>
        <source>A second centre was named, and it is not believed. Ask the county which hub is the right one and pair again.</source>
        <translation>有人報出了第二個縣級服務器，本機不予採信。請向縣裡問清哪一個是對的，再重新配對。</translation>
    </message>
    <message>
        <source>Two computers write under one name ({replica}) in the village {scope}. Nothing of the second one was used. A copy of a vault may be in use: tell your station.</source>
        <translation>村 {scope} 有兩臺電腦用同一個名稱（{replica}）填寫。第二臺的內容沒有采用。可能有人在使用戶冊的副本，請告訴鄉鎮站。</translation>
    </message>
    <message>
        <source>There are two histories of {replica} in the village {scope} from change {seq} on. Ours was kept. A copy of a vault may be in use, or somebody changed a log: tell your station before you go on.</source>
        <translation>村 {scope} 中 {replica} 的記錄從第 {seq} 次改動起有兩種版本，保留了本機的版本。可能有人在使用戶冊的副本，或者改動了日誌。請先告訴鄉鎮站，再繼續工作。</translation>
    </message>
    <message>
        <source>A part of the data of the village {scope} is not what its sender signed. Nothing of it was used. Sync again; if it comes back, tell your station.</source>
        <translation>村 {scope} 的一部分數據與發送方的簽名不符，沒有采用。請再同步一次；如果還是這樣，請告訴鄉鎮站。</translation>
    </message>
    <message>
        <source>A part of the data is not signed and nobody answers for it. Nothing of it was used. Pair that computer with your station, then send again.</source>
        <translation>有一部分數據沒有簽名，也沒有人擔保，沒有采用。請先把那臺電腦與鄉鎮站配對，再重新發送。</translation>
    </message>
    <message>
        <source>A part of the data is from a computer nobody here knows ({by}). Nothing of it was used. Pair that computer with your station, then send again.</source>
        <translation>有一部分數據來自本機不認識的電腦（{by}），沒有采用。請先把那臺電腦與鄉鎮站配對，再重新發送。</translation>
    </message>
    <message>
        <source>Too much from this computer waits for review already. Ask the station to look at what waits first.</source>
        <translation>這臺電腦已有太多內容待審。請鄉鎮站先審完再發送。</translation>
    </message>
    <message>
        <source>Nothing waits for review under {stream}. `fieldapp hub review list` shows what waits.</source>
        <translation>{stream} 沒有待審內容。用 `fieldapp hub review list` 查看待審的內容。</translation>
    </message>
    <message>
        <source>{scope} is not a place of this station. It answers for {places}.</source>
        <translation>{scope} 不歸本鄉鎮站管。本站負責的是 {places}。</translation>
    </message>
    <message>
        <source>The station's hub does not know this computer as its owner. Run `fieldapp hub device appoint` with this computer's id.</source>
        <translation>鄉鎮站的服務還不知道這臺電腦是它的主機。請用這臺電腦的編號運行 `fieldapp hub device appoint`。</translation>
    </message>
    <message>
        <source>Your account at the hub may not decide what waits. Ask the township station.</source>
        <translation>您的賬號無權處理待審內容。請找鄉鎮站。</translation>
    </message>
    <message>
        <source>This no longer waits at the hub. Look at the list again.</source>
        <translation>這項已不在待審之列。請重新查看列表。</translation>
    </message>
    <message>
        <source>Pairing code</source>
        <translation>配對碼</translation>
    </message>
    <message>
        <source>{name} is the owner of this hub now.</source>
        <translation>{name} 現在是這個站的主機。</translation>
    </message>
    <message>
        <source>{count} changes were taken in.</source>
        <translation>已採用 {count} 處改動。</translation>
    </message>
    <message>
        <source>{count} changes were turned down and are kept.</source>
        <translation>已退回 {count} 處改動，內容仍保留。</translation>
    </message>
    <message>
        <source>written after its computer was shut out</source>
        <translation>在電腦被停用之後填寫</translation>
    </message>
    <message>
        <source>outside the villages of its writer</source>
        <translation>不在填寫人負責的村內</translation>
    </message>
    <message>
        <source>brought by somebody else without its writer's signature</source>
        <translation>由別人帶來，沒有填寫人的簽名</translation>
    </message>
    <message>
        <source>follows what waits</source>
        <translation>接在待審內容之後</translation>
    </message>
    <message>
        <source>{stream}  {scope}  {name}: {count} changes, {reason}</source>
        <translation>{stream}  {scope}  {name}：{count} 處改動，{reason}</translation>
    </message>
    <message>
        <source>The log of {stream} is not the one that was signed ({tier}, change {seq}). Somebody changed it, or an old copy was put back. Restore the newest backup and tell your station.</source>
        <translation>{stream} 的日誌與簽過名的不一致（{tier}，第 {seq} 次改動）。可能有人改動過，或者放回了舊副本。請恢復最新的備份，並告訴鄉鎮站。</translation>
    </message>
    <message>
        <source>The log of {stream} ends at change {head}, but change {seq} was signed on this computer. Sync: what is missing comes back from the hub. Until then, write nothing here.</source>
        <translation>{stream} 的日誌只到第 {head} 次改動，但本機曾簽到第 {seq} 次。請同步，缺少的會從服務器取回；在此之前請不要填寫。</translation>
    </message>
    <message>
        <source>The hub at {url} no longer signs what it hands over, as it did when it was paired. Nothing was sent and nothing was taken. Ask your station whether its program was put back to an older version.</source>
        <translation>{url} 的服務器不再對發出的數據簽名，與配對時不同。沒有發送也沒有接收任何數據。請問鄉鎮站，程序是否被換回了舊版本。</translation>
    </message>
    <message>
        <source>Pairing needs a code. Ask the station for one and name it with --code.</source>
        <translation>配對要有配對碼。請向工作站要一個，用 --code 寫上。</translation>
    </message>
    <message>
        <source>“{url}” is no address of a hub. Ask the station for it: it looks like https://192.168.1.5:8737.</source>
        <translation>“{url}”不是服務器地址。請向工作站問清地址，樣子是 https://192.168.1.5:8737。</translation>
    </message>
    <message>
        <source>There is no hub in {folder}. Name its folder with --data, or begin one with `fieldapp serve`.</source>
        <translation>{folder} 裡沒有服務器。請用 --data 指明它的文件夾，或用 `fieldapp serve` 新開一個。</translation>
    </message>
    <message>
        <source>An account needs a name of at most {longest} letters in one line. Choose another one.</source>
        <translation>賬戶要有名字，寫成一行，最多 {longest} 個字。請換一個。</translation>
    </message>
</context>
</TS>