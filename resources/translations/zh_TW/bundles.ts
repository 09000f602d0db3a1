<?xml version='1.0' encoding='UTF-8'?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_TW" sourcelanguage="en">
<context>
    <name>fieldapp</name>
    <message>
        <source>  from {sender}: {count} files, {state}</source>
        <translation>  來自 {sender}：{count} 個文件，{state}</translation>
    </message>
    <message>
        <source>{label} at {path}: {free} MB free</source>
        <translation>{label}（{path}）：可用 {free} MB</translation>
    </message>
    <message>
        <source>some parts are missing</source>
        <translation>還缺幾個分卷</translation>
    </message>
    <message>
        <source>Photos: {whole} came whole, {waiting} lack a part, {refused} came damaged.</source>
        <translation>照片：完整收到 {whole} 張，{waiting} 張還缺分卷，{refused} 張收到時已損壞。</translation>
    </message>
    <message>
        <source>{count} changes wait for review.</source>
        <translation>有 {count} 條改動待審。</translation>
    </message>
    <message>
        <source>No stick is plugged in.</source>
        <translation>沒有插入U盤。</translation>
    </message>
    <message>
        <source>Of {name} from {worker} part {parts} is missing. Take it in from the stick.</source>
        <translation>{worker} 的數據包 {name} 還缺第 {parts} 個分卷，請從U盤導入。</translation>
    </message>
    <message>
        <source>Of {name} from {worker} part {parts} and the last part are missing. Take them in from the stick.</source>
        <translation>{worker} 的數據包 {name} 還缺第 {parts} 個分卷和最後一個分卷，請從U盤導入。</translation>
    </message>
    <message>
        <source>Of {name} from {worker} the last part is missing. Take it in from the stick.</source>
        <translation>{worker} 的數據包 {name} 還缺最後一個分卷，請從U盤導入。</translation>
    </message>
    <message>
        <source>{name} is a folder, a link or a device and no bundle file. Choose the file itself on the stick.</source>
        <translation>{name} 是文件夾、鏈接或設備，不是數據包文件。請選擇U盤上的文件本身。</translation>
    </message>
    <message>
        <source>This bundle has a format that is no longer taken, and nothing of it was used. Ask for it again from the newest FieldApp.</source>
        <translation>這個數據包的格式已不再接受，裡面的內容都沒有使用。請對方用最新版 FieldApp 重新導出。</translation>
    </message>
    <message>
        <source>Stopped. Nothing of this bundle was left on the stick, and nothing is lost here.</source>
        <translation>已停止。U盤上沒有留下這個數據包的內容，本機的數據也沒有丟失。</translation>
    </message>
    <message>
        <source>{folder} has {free} MB free and about {needed} MB are needed. Free some space, take another stick, or write the bundle without photos.</source>
        <translation>{folder} 只剩 {free} MB，大約需要 {needed} MB。請清出空間、換一個U盤，或者不帶照片導出。</translation>
    </message>
    <message>
        <source>The older data of the village {scope} in this bundle is not signed by a hub or station that is known here. Nothing of the bundle was used. Ask your township station for one.</source>
        <translation>數據包裡 {scope} 村的舊數據，沒有本機認識的縣級中心或鄉鎮站的簽名。整個數據包都沒有使用。請向鄉鎮站要一份。</translation>
    </message>
    <message>
        <source>{count} villages came whole, with their older data.</source>
        <translation>{count} 個村的數據已整套收進來，包括較早的數據。</translation>
    </message>
</context>
</TS>