<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>fieldapp</name>
    <message>
        <source>not shown to your role</source>
        <translation>本角色不显示</translation>
    </message>
    <message>
        <source>Your role does not change this.</source>
        <translation>您的角色不能修改这里。</translation>
    </message>
</context>
</TS>
