<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>core</name>
    <message>
        <source>The desktop is not installed here. Install fieldapp[desktop].</source>
        <translation>这里没有安装桌面程序。请安装 fieldapp[desktop]。</translation>
    </message>
</context>
</TS>
