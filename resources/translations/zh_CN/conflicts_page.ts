<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>fieldapp</name>
    <message>
        <source>Every value stays in the history. The keys 1 to {count} choose; Ctrl+Z takes it back.</source>
        <translation>每个值都会留在历史里。按数字 1 到 {count} 选用，按 Ctrl+Z 撤回。</translation>
    </message>
    <message>
        <source>{count} more values are the same in all and are not shown.</source>
        <translation>其余 {count} 项各方填的相同，没有列出。</translation>
    </message>
    <message>
        <source>made by mistake and taken back</source>
        <translation>登记有误，已撤回</translation>
    </message>
    <message>
        <source>it stood twice</source>
        <translation>重复记录，已合并</translation>
    </message>
    <message>
        <source>erased as the law asks</source>
        <translation>已依法删除</translation>
    </message>
    <message>
        <source>More or fewer than one value is meant. Choose with the digit of its column.</source>
        <translation>这里不止一个（或没有）这样的值，请按各栏的数字选用。</translation>
    </message>
    <message>
        <source>Two people changed the same thing. Choose by the digit of a column; the other values stay in the history.</source>
        <translation>两个人改了同一处。按各栏的数字选用；其他的值都留在历史里。</translation>
    </message>
</context>
</TS>
