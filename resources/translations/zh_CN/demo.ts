<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>fieldapp</name>
    <message>
        <source>Address of the hub, or the one line from the station</source>
        <translation>地址，或收到的那一行</translation>
    </message>
    <message>
        <source>another computer</source>
        <translation>另一台电脑</translation>
    </message>
    <message>
        <source>One by one</source>
        <translation>逐件处理</translation>
    </message>
</context>
</TS>
