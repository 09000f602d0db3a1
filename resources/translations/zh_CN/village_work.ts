<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>fieldapp</name>
    <message>
        <source>No pack of this vault says who fits a project of the kind {kind}. Install one, or choose by hand.</source>
        <translation>本库的内容包没有说明哪些户符合“{kind}”类项目。请安装内容包，或手工选择。</translation>
    </message>
    <message>
        <source>These households take part already. Choose others.</source>
        <translation>这些户已经纳入。请选择其他户。</translation>
    </message>
    <message>
        <source>Nothing is said about the effect. Write what it brought.</source>
        <translation>没有填写成效。请写明带来了什么。</translation>
    </message>
    <message>
        <source>Choose who is paid, and write an amount above nothing.</source>
        <translation>请选择发放对象，并填写大于零的金额。</translation>
    </message>
    <message>
        <source>The funds of this project come to {granted} yuan, its cost is {cost} yuan. Check the sources.</source>
        <translation>本项目各项资金合计 {granted} 元，项目投资为 {cost} 元。请核对资金来源。</translation>
    </message>
    <message>
        <source>{paid} yuan were paid of {granted} yuan: {over} yuan more than this fund has. Check the payments.</source>
        <translation>资金 {granted} 元，已发放 {paid} 元，超出 {over} 元。请核对发放记录。</translation>
    </message>
    <message>
        <source>No household holds a share of this asset on that day, or there is nothing to divide. Enter the shares first.</source>
        <translation>当日没有农户持有该资产的股份，或没有可分配的金额。请先登记股份。</translation>
    </message>
    <message>
        <source>The dividend of {year} is written already. Take it back first, or write single rows.</source>
        <translation>{year} 年的分红已经登记。请先撤销，或逐条登记。</translation>
    </message>
    <message>
        <source>This case is closed. Open a new one for what happened since.</source>
        <translation>此关爱事项已结案。之后发生的情况请新建事项。</translation>
    </message>
    <message>
        <source>Write what was answered.</source>
        <translation>请写明答复内容。</translation>
    </message>
    <message>
        <source>This was answered already. Record a new one for a new answer.</source>
        <translation>这条已经答复。新的答复请另行登记。</translation>
    </message>
</context>
</TS>
