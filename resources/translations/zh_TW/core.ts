<?xml version='1.0' encoding='UTF-8'?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_TW" sourcelanguage="en">
<context>
    <name>core</name>
    <message>
        <source>The desktop is not installed here. Install fieldapp[desktop].</source>
        <translation>這裡沒有安裝桌面程序。請安裝 fieldapp[desktop]。</translation>
    </message>
    <message>
        <source>Stopped before its end. What was done until then is kept.</source>
        <translation>沒有做完就停下了。停下之前做好的都保留著。</translation>
    </message>
    <message>
        <source>The computer refused: {reason}. Check the names of files and the room on the disk, then try again.</source>
        <translation>電腦沒有照辦：{reason}。請核對文件名和磁盤空間，再試一次。</translation>
    </message>
    <message>
        <source>No passphrase was given. Name a file with --passphrase-file, or set FIELDAPP_PASSPHRASE.</source>
        <translation>沒有給出口令。請用 --passphrase-file 指明一個文件，或設置 FIELDAPP_PASSPHRASE。</translation>
    </message>
</context>
</TS>