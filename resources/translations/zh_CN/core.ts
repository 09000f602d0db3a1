<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>core</name>
    <message>
        <source>The desktop is not installed here. Install fieldapp[desktop].</source>
        <translation>这里没有安装桌面程序。请安装 fieldapp[desktop]。</translation>
    </message>
    <message>
        <source>Stopped before its end. What was done until then is kept.</source>
        <translation>没有做完就停下了。停下之前做好的都保留着。</translation>
    </message>
    <message>
        <source>The computer refused: {reason}. Check the names of files and the room on the disk, then try again.</source>
        <translation>电脑没有照办：{reason}。请核对文件名和磁盘空间，再试一次。</translation>
    </message>
    <message>
        <source>No passphrase was given. Name a file with --passphrase-file, or set FIELDAPP_PASSPHRASE.</source>
        <translation>没有给出口令。请用 --passphrase-file 指明一个文件，或设置 FIELDAPP_PASSPHRASE。</translation>
    </message>
</context>
</TS>
