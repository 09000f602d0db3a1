<?xml version='1.0' encoding='UTF-8'?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_TW" sourcelanguage="en">
<context>
    <name>fieldapp</name>
    <message>
        <source>Address of the hub, or the one line from the station</source>
        <translation>地址，或收到的那一行</translation>
    </message>
    <message>
        <source>another computer</source>
        <translation>另一臺電腦</translation>
    </message>
    <message>
        <source>One by one</source>
        <translation>逐件處理</translation>
    </message>
</context>
</TS>