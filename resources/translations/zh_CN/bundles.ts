<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>fieldapp</name>
    <message>
        <source>  from {sender}: {count} files, {state}</source>
        <translation>  来自 {sender}：{count} 个文件，{state}</translation>
    </message>
    <message>
        <source>{label} at {path}: {free} MB free</source>
        <translation>{label}（{path}）：可用 {free} MB</translation>
    </message>
    <message>
        <source>some parts are missing</source>
        <translation>还缺几个分卷</translation>
    </message>
    <message>
        <source>Photos: {whole} came whole, {waiting} lack a part, {refused} came damaged.</source>
        <translation>照片：完整收到 {whole} 张，{waiting} 张还缺分卷，{refused} 张收到时已损坏。</translation>
    </message>
    <message>
        <source>{count} changes wait for review.</source>
        <translation>有 {count} 条改动待审。</translation>
    </message>
    <message>
        <source>No stick is plugged in.</source>
        <translation>没有插入U盘。</translation>
    </message>
    <message>
        <source>Of {name} from {worker} part {parts} is missing. Take it in from the stick.</source>
        <translation>{worker} 的数据包 {name} 还缺第 {parts} 个分卷，请从U盘导入。</translation>
    </message>
    <message>
        <source>Of {name} from {worker} part {parts} and the last part are missing. Take them in from the stick.</source>
        <translation>{worker} 的数据包 {name} 还缺第 {parts} 个分卷和最后一个分卷，请从U盘导入。</translation>
    </message>
    <message>
        <source>Of {name} from {worker} the last part is missing. Take it in from the stick.</source>
        <translation>{worker} 的数据包 {name} 还缺最后一个分卷，请从U盘导入。</translation>
    </message>
    <message>
        <source>{name} is a folder, a link or a device and no bundle file. Choose the file itself on the stick.</source>
        <translation>{name} 是文件夹、链接或设备，不是数据包文件。请选择U盘上的文件本身。</translation>
    </message>
    <message>
        <source>This bundle has a format that is no longer taken, and nothing of it was used. Ask for it again from the newest FieldApp.</source>
        <translation>这个数据包的格式已不再接受，里面的内容都没有使用。请对方用最新版 FieldApp 重新导出。</translation>
    </message>
    <message>
        <source>Stopped. Nothing of this bundle was left on the stick, and nothing is lost here.</source>
        <translation>已停止。U盘上没有留下这个数据包的内容，本机的数据也没有丢失。</translation>
    </message>
    <message>
        <source>{folder} has {free} MB free and about {needed} MB are needed. Free some space, take another stick, or write the bundle without photos.</source>
        <translation>{folder} 只剩 {free} MB，大约需要 {needed} MB。请清出空间、换一个U盘，或者不带照片导出。</translation>
    </message>
    <message>
        <source>The older data of the village {scope} in this bundle is not signed by a hub or station that is known here. Nothing of the bundle was used. Ask your township station for one.</source>
        <translation>数据包里 {scope} 村的旧数据，没有本机认识的县级中心或乡镇站的签名。整个数据包都没有使用。请向乡镇站要一份。</translation>
    </message>
    <message>
        <source>{count} villages came whole, with their older data.</source>
        <translation>{count} 个村的数据已整套收进来，包括较早的数据。</translation>
    </message>
</context>
</TS>
