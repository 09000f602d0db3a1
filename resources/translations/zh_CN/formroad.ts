<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>fieldapp</name>
    <message>
        <source>Repairs in the form</source>
        <translation>表单里修好的地方</translation>
    </message>
    <message>
        <source>{count} places of the file were put right here; the file itself stays as it is.</source>
        <translation>文件里有{count}处在这里修好了，文件本身没有动。</translation>
    </message>
    <message>
        <source>Tell the form's author, so that the next edition needs no repair.</source>
        <translation>请告诉编表的人，下次发的表就不用再修。</translation>
    </message>
    <message>
        <source>Fill in this form</source>
        <translation>填写这张表</translation>
    </message>
    <message>
        <source>Place in the file</source>
        <translation>在文件里的位置</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>怎么修的</translation>
    </message>
</context>
</TS>
