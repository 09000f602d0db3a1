<?xml version='1.0' encoding='UTF-8'?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_TW" sourcelanguage="en">
<context>
    <name>fieldapp</name>
    <message>
        <source>Repairs in the form</source>
        <translation>表單裡修好的地方</translation>
    </message>
    <message>
        <source>{count} places of the file were put right here; the file itself stays as it is.</source>
        <translation>文件裡有{count}處在這裡修好了，文件本身沒有動。</translation>
    </message>
    <message>
        <source>Tell the form's author, so that the next edition needs no repair.</source>
        <translation>請告訴編表的人，下次發的表就不用再修。</translation>
    </message>
    <message>
        <source>Fill in this form</source>
        <translation>填寫這張表</translation>
    </message>
    <message>
        <source>Place in the file</source>
        <translation>在文件裡的位置</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>怎麼修的</translation>
    </message>
</context>
</TS>