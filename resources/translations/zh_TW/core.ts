<?xml version='1.0' encoding='UTF-8'?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_TW" sourcelanguage="en">
<context>
    <name>core</name>
    <message>
        <source>The desktop is not installed here. Install fieldapp[desktop].</source>
        <translation>這裡沒有安裝桌面程序。請安裝 fieldapp[desktop]。</translation>
    </message>
</context>
</TS>