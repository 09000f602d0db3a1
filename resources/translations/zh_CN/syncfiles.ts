<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>fieldapp</name>
    <message>
        <source>A photo or file is larger than {megabytes} MB and does not travel. Save a smaller copy and add that.</source>
        <translation>照片或文件超过 {megabytes} MB，不能传送。请另存一份小一点的再添加。</translation>
    </message>
    <message>
        <source>A part of a photo or file does not fit and was not used. Sync again; if it comes back, tell your station.</source>
        <translation>照片或文件的一段对不上，没有采用。请再同步一次；如果还这样，请告诉乡镇站。</translation>
    </message>
    <message>
        <source>The size of a photo or file changed while it was coming, so nothing more of it was used. Sync again.</source>
        <translation>照片或文件在传送中大小变了，后面的部分没有采用。请再同步一次。</translation>
    </message>
    <message>
        <source>A part of a photo or file came twice and not the same, so it was not used. Sync again.</source>
        <translation>照片或文件的一段来了两次，内容不一样，没有采用。请再同步一次。</translation>
    </message>
    <message>
        <source>A photo or file arrived damaged. What had come of it was thrown away, and the next sync fetches it anew.</source>
        <translation>一张照片或一个文件传来时已损坏，收到的部分已丢弃，下次同步会重新取。</translation>
    </message>
    <message>
        <source>The hub does not know a record with this photo or file. Sync the data first; the file goes next time.</source>
        <translation>服务器还没有用到这张照片或这个文件的记录。请先同步数据，文件下次再传。</translation>
    </message>
    <message>
        <source>Too many photos were begun and not finished at the hub. Those go first; the others follow with later syncs.</source>
        <translation>服务器有太多没传完的照片。先把那些传完，其余的以后同步时再传。</translation>
    </message>
    <message>
        <source>Photos and files that wait: {send} to send ({send_kb} KB), {fetch} to fetch ({fetch_kb} KB).</source>
        <translation>等待传送的照片和文件：待发送 {send} 个（{send_kb} KB），待取回 {fetch} 个（{fetch_kb} KB）。</translation>
    </message>
    <message>
        <source>The whole picture has not come yet</source>
        <translation>完整图片还没有传来</translation>
    </message>
</context>
</TS>
