<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>fieldapp</name>
    <message>
        <source>This vault is an older copy that was put back. Nothing is lost: what it had sent since comes back with this sync.</source>
        <translation>这个户册是放回来的旧备份。什么都没有丢：之后已经上传的内容会随这次同步回来。</translation>
    </message>
    <message>
        <source>A copy of this vault was worked with in another place. Both go on and nothing is lost: {count} of the changes made here were entered again under a new name. Use only one of the copies from now on.</source>
        <translation>这个户册的另一个副本也在别处填写过。两边的内容都保留，什么都没有丢：本机的 {count} 处修改已换新名称重新登记。今后请只用其中一个副本。</translation>
    </message>
    <message>
        <source>The hub holds another history of the village {scope} than this computer, older than the log that is still here. Nothing was changed. Tell your county: its archive was put back to an old backup.</source>
        <translation>服务器保存的 {scope} 村修改记录与本机不同，而且早于本机还留着的记录。什么都没有改动。请告诉县里：服务器的档案被恢复成了旧备份。</translation>
    </message>
    <message>
        <source>The village's data arrived damaged and was not used. Sync again; if it comes back, tell your station.</source>
        <translation>收到的本村数据有损坏，没有使用。请再同步一次；如果还这样，请告诉乡镇站。</translation>
    </message>
    <message>
        <source>The hub's data of the village {scope} needs a newer FieldApp or another pack. Update this computer and sync again.</source>
        <translation>服务器的 {scope} 村数据需要更新版本的程序或其他内容包。请更新本机后再同步。</translation>
    </message>
    <message>
        <source>This computer and the hub hold different histories of the village {scope}. Nothing was changed. Sync first; if this comes back, tell your station.</source>
        <translation>本机和服务器保存的 {scope} 村修改记录不一致。什么都没有改动。请先同步；如果还这样，请告诉乡镇站。</translation>
    </message>
    <message>
        <source>What the hub sent of the village {scope} is older than what is here. Nothing was changed; sync again.</source>
        <translation>服务器发来的 {scope} 村数据比本机的旧。什么都没有改动；请再同步一次。</translation>
    </message>
    <message>
        <source>Old changes of the village {scope} are kept at the county alone. The other computer gets them there, or from a stick that your township station writes.</source>
        <translation>{scope} 村较早的修改只保存在县里。对方的电脑请到县里取，或者用乡镇站写的U盘。</translation>
    </message>
    <message>
        <source>The county's archive lacks old changes of the village {scope} that it had confirmed, and this computer no longer has them one by one. What it shows is kept. Tell the county to restore a newer backup.</source>
        <translation>县里的档案缺少 {scope} 村已确认收到的较早修改，本机也不再逐条保存这些修改。本机显示的内容仍在。请告诉县里恢复较新的备份。</translation>
    </message>
    <message>
        <source>{commits} old changes are kept at the county alone; {before} bytes became {after}.</source>
        <translation>{commits} 处较早的修改今后只保存在县里；{before} 字节减为 {after} 字节。</translation>
    </message>
    <message>
        <source>Nothing is old enough yet, or too little to be worth it.</source>
        <translation>还没有够久的修改，或者太少，不必清理。</translation>
    </message>
    <message>
        <source>A backup of the hub needs at least one key that may open it. Name the county's key with --recipient.</source>
        <translation>备份服务器至少要有一把能打开它的密钥。请用 --recipient 写明县里的密钥。</translation>
    </message>
    <message>
        <source>There is an archive at {path} already. Choose another folder.</source>
        <translation>{path} 已经有一个档案。请另选文件夹。</translation>
    </message>
    <message>
        <source>The file {file} holds no secret key of a recipient. Name the right one.</source>
        <translation>文件 {file} 里没有接收方的私钥。请指定正确的文件。</translation>
    </message>
    <message>
        <source>The data of the village {scope} was changed on the way: it is not what the hub has signed. Nothing of it was used. Sync again; if this comes back, ask your station.</source>
        <translation>{scope} 村的数据在传输中被改动，与服务器签名的不一致，没有使用。请再同步一次；如果还这样，请询问乡镇站。</translation>
    </message>
    <message>
        <source>This change is old: what stood before it is kept at the county alone, so it cannot be undone here. Look at it and correct it by hand.</source>
        <translation>这处修改时间较早，改动前的内容只在县里保存，本机不能撤销。请查看后手工更正。</translation>
    </message>
    <message>
        <source>Changes older than 90 days are kept at the county, one by one. Here you see the last writer of each fact, and every change since; a comparison with an older day shows facts as blank that stood then.</source>
        <translation>90 天以前的逐条修改保存在县里。这里显示每项内容最后由谁填写，以及之后的每次修改；与更早的日期比较时，当时已有的内容会显示为空白。</translation>
    </message>
    <message>
        <source>This computer has begun this village anew too often today. Its changes are fetched one by one; tomorrow it may begin anew again.</source>
        <translation>这台电脑今天已多次重新获取这个村的整套数据，次数太多。改动会逐条取回；明天可以再整套获取。</translation>
    </message>
</context>
</TS>
