<?xml version='1.0' encoding='UTF-8'?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_TW" sourcelanguage="en">
<context>
    <name>fieldapp</name>
    <message>
        <source>not shown to your role</source>
        <translation>本角色不顯示</translation>
    </message>
    <message>
        <source>Your role does not change this.</source>
        <translation>您的角色不能修改這裡。</translation>
    </message>
</context>
</TS>