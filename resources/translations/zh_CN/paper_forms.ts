<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>fieldapp</name>
    <message>
        <source>Form {form}, version {version}</source>
        <translation>表单 {form}，第 {version} 版</translation>
    </message>
    <message>
        <source>Filled in by</source>
        <translation>填表人</translation>
    </message>
    <message>
        <source>Filled in on</source>
        <translation>填表日期</translation>
    </message>
    <message>
        <source>Signatures</source>
        <translation>签字</translation>
    </message>
    <message>
        <source>Tick the box or write the code. → is the number of the next question. Leave blank what was not asked; write 0 only for what is really none.</source>
        <translation>勾选方框或填写代码。→ 后面是下一题的题号。没有问到的留空，确实没有的才填0。</translation>
    </message>
    <message>
        <source>No. and question</source>
        <translation>题号和问题</translation>
    </message>
    <message>
        <source>Tick when it is done.</source>
        <translation>做完打勾。</translation>
    </message>
    <message>
        <source>year, month, day</source>
        <translation>年月日</translation>
    </message>
    <message>
        <source>Only if {conditions}</source>
        <translation>仅当{conditions}时填写</translation>
    </message>
    <message>
        <source> and </source>
        <translation>且</translation>
    </message>
    <message>
        <source> or </source>
        <translation>或</translation>
    </message>
    <message>
        <source>Several answers are possible.</source>
        <translation>可多选。</translation>
    </message>
    <message>
        <source>{number} is {value}</source>
        <translation>第{number}题为{value}</translation>
    </message>
    <message>
        <source>{number} is not {value}</source>
        <translation>第{number}题不为{value}</translation>
    </message>
    <message>
        <source>taken, keep it with this sheet</source>
        <translation>已拍照，随本表保存</translation>
    </message>
    <message>
        <source>done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>end</source>
        <translation>结束</translation>
    </message>
    <message>
        <source>y</source>
        <translation>年</translation>
    </message>
    <message>
        <source>m</source>
        <translation>月</translation>
    </message>
    <message>
        <source>d</source>
        <translation>日</translation>
    </message>
    <message>
        <source>The packs have no form named {name}. There are: {known}.</source>
        <translation>内容包里没有名为 {name} 的表单。现有：{known}。</translation>
    </message>
    <message>
        <source>paper of {day}</source>
        <translation>{day} 的纸表</translation>
    </message>
    <message>
        <source>Enter a filled paper</source>
        <translation>录入纸质表</translation>
    </message>
    <message>
        <source>Type it in</source>
        <translation>开始录入</translation>
    </message>
    <message>
        <source>Asks when the paper was filled and by whom; digits and Enter do the rest.</source>
        <translation>先问纸表何时、由谁填写；之后只用数字键和回车。</translation>
    </message>
    <message>
        <source>Print this form blank</source>
        <translation>打印空白表</translation>
    </message>
    <message>
        <source>For a visit without a laptop, with the numbers and codes of the screen.</source>
        <translation>不带电脑入户时用，题号和代码与屏幕一致。</translation>
    </message>
</context>
</TS>
