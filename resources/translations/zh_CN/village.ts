<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>fieldapp</name>
    <message>
        <source>Village</source>
        <translation>村</translation>
    </message>
    <message>
        <source>The village's card and every list kept for it.</source>
        <translation>村情卡和本村的各种名册。</translation>
    </message>
    <message>
        <source>Open the card of this village</source>
        <translation>建立本村村情卡</translation>
    </message>
    <message>
        <source>End this record</source>
        <translation>终止这条记录</translation>
    </message>
    <message>
        <source>It stays in the history; lists show it no more.</source>
        <translation>历史里一直保留，名册里不再显示。</translation>
    </message>
    <message>
        <source>Why does it end?</source>
        <translation>为什么终止？</translation>
    </message>
    <message>
        <source>End it</source>
        <translation>终止</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>This record is not in this register any more.</source>
        <translation>登记册里没有这条记录了。</translation>
    </message>
    <message>
        <source>This record has ended already.</source>
        <translation>这条记录已经终止。</translation>
    </message>
    <message>
        <source>ended on {day}</source>
        <translation>{day} 终止</translation>
    </message>
    <message>
        <source>Ended: {name}</source>
        <translation>终止：{name}</translation>
    </message>
    <message>
        <source>Choose one village at the top left to see its card. The lists show all villages.</source>
        <translation>请先在左上角选一个村，才能看村情卡。右边的名册包括所有村。</translation>
    </message>
    <message>
        <source>The village's own facts at the left, its lists at the right. Enter changes or opens.</source>
        <translation>左边是村情，右边是本村名册。按回车修改或打开。</translation>
    </message>
    <message>
        <source>The card of this village is open already.</source>
        <translation>本村村情卡已经建立。</translation>
    </message>
    <message>
        <source>Of the village</source>
        <translation>村级名册</translation>
    </message>
    <message>
        <source>Of the households</source>
        <translation>到户名册</translation>
    </message>
    <message>
        <source>“{text}” is not in the register. Type a few letters and choose one, or add it there first.</source>
        <translation>登记册里没有“{text}”。请输入几个字或拼音首字母再选，或者先去登记。</translation>
    </message>
    <message>
        <source>These households have this helper already. Choose others.</source>
        <translation>这些户的帮扶责任人已经是这个人，请选其他户。</translation>
    </message>
    <message>
        <source>This helper has no household now. Choose another helper.</source>
        <translation>这个帮扶责任人目前没有结对户，请选其他人。</translation>
    </message>
    <message>
        <source>Due this week or overdue</source>
        <translation>本周到期或已逾期</translation>
    </message>
    <message>
        <source>overdue since {day}</source>
        <translation>{day} 到期，已逾期</translation>
    </message>
    <message>
        <source>Choose at least one content pack: it says what the register holds.</source>
        <translation>请至少选一个业务包：登记哪些内容由它决定。</translation>
    </message>
</context>
</TS>
