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
    <message>
        <source>those in view</source>
        <translation>当前列表中的户</translation>
    </message>
    <message>
        <source>those who fit</source>
        <translation>符合条件的户</translation>
    </message>
    <message>
        <source>those without a helper</source>
        <translation>没有帮扶人的户</translation>
    </message>
    <message>
        <source>all of the village</source>
        <translation>全村各户</translation>
    </message>
    <message>
        <source>Which households?</source>
        <translation>哪些户？</translation>
    </message>
    <message>
        <source>Who of them (a digit or the space bar takes one away)</source>
        <translation>其中哪些户（按数字或空格取消勾选）</translation>
    </message>
    <message>
        <source>Assign households to a helper</source>
        <translation>给帮扶人分配农户</translation>
    </message>
    <message>
        <source>Assign</source>
        <translation>分配</translation>
    </message>
    <message>
        <source>Assigned: {count} households</source>
        <translation>已分配 {count} 户</translation>
    </message>
    <message>
        <source>Hand over to a successor</source>
        <translation>移交给接任人</translation>
    </message>
    <message>
        <source>Hand over</source>
        <translation>移交</translation>
    </message>
    <message>
        <source>Who takes over {count} households?</source>
        <translation>谁接手这 {count} 户？</translation>
    </message>
    <message>
        <source>Handed over: {count} households</source>
        <translation>已移交 {count} 户</translation>
    </message>
    <message>
        <source>Who takes part in this project?</source>
        <translation>哪些户参加本项目？</translation>
    </message>
    <message>
        <source>Enrol</source>
        <translation>纳入</translation>
    </message>
    <message>
        <source>{not_met} of them do not fit, of {unknown} it is not known. They can take part; the record says so.</source>
        <translation>其中 {not_met} 户不符合条件，{unknown} 户待核实。可以纳入，记录中会注明。</translation>
    </message>
    <message>
        <source>Enrolled: {count} households</source>
        <translation>已纳入 {count} 户</translation>
    </message>
    <message>
        <source>Pay out of this fund</source>
        <translation>从本项资金发放</translation>
    </message>
    <message>
        <source>Pay</source>
        <translation>发放</translation>
    </message>
    <message>
        <source>Amount for each (yuan); {left} are left in the fund</source>
        <translation>每户金额（元）；资金尚余 {left} 元</translation>
    </message>
    <message>
        <source>To whom (a digit or the space bar takes one away)</source>
        <translation>发给谁（按数字或空格取消勾选）</translation>
    </message>
    <message>
        <source>This comes to {whole} yuan, more than the fund has left.</source>
        <translation>合计 {whole} 元，超过资金余额。</translation>
    </message>
    <message>
        <source>Paid: {count} households</source>
        <translation>已发放 {count} 户</translation>
    </message>
    <message>
        <source>What did the project bring?</source>
        <translation>项目带来了什么成效？</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Dividend of a year</source>
        <translation>年度分红</translation>
    </message>
    <message>
        <source>Divide and write</source>
        <translation>按股分配并登记</translation>
    </message>
    <message>
        <source>Amount to divide (yuan)</source>
        <translation>分红总额（元）</translation>
    </message>
    <message>
        <source>{count} households hold {shares} shares.</source>
        <translation>{count} 户持有 {shares} 股。</translation>
    </message>
    <message>
        <source>Dividend of {year}</source>
        <translation>{year} 年分红</translation>
    </message>
    <message>
        <source>The next step of care</source>
        <translation>关爱的下一步</translation>
    </message>
    <message>
        <source>Record it</source>
        <translation>登记</translation>
    </message>
    <message>
        <source>“{stage}” follows until</source>
        <translation>下一步“{stage}”的期限</translation>
    </message>
    <message>
        <source>Answer it</source>
        <translation>答复</translation>
    </message>
    <message>
        <source>Keep the answer</source>
        <translation>保存答复</translation>
    </message>
    <message>
        <source>A helper by letters, households by ticks, a day, Enter.</source>
        <translation>输入字母选帮扶人，勾选农户，填日期，回车。</translation>
    </message>
    <message>
        <source>All households of this helper at once; one undo takes it back.</source>
        <translation>一次移交此人的全部农户；一次撤销即可收回。</translation>
    </message>
    <message>
        <source>Who takes part</source>
        <translation>参加农户</translation>
    </message>
    <message>
        <source>Those who fit are ticked first.</source>
        <translation>符合条件的户已先勾选。</translation>
    </message>
    <message>
        <source>What it brought</source>
        <translation>成效</translation>
    </message>
    <message>
        <source>Words, income, how it stands.</source>
        <translation>文字、收入和目前状态。</translation>
    </message>
    <message>
        <source>What is left is said before.</source>
        <translation>发放前先显示余额。</translation>
    </message>
    <message>
        <source>By shares, exact to the fen.</source>
        <translation>按股份分配，精确到分。</translation>
    </message>
    <message>
        <source>Proposed, with its deadline.</source>
        <translation>系统提示下一步和期限。</translation>
    </message>
    <message>
        <source>The words, the day, and what was said to it.</source>
        <translation>答复内容、日期和农户意见。</translation>
    </message>
    <message>
        <source>Nobody agreed that these details leave, or the time is over. Record the consent first: who, when, until when.</source>
        <translation>没有人同意提供这些信息，或同意已过期。请先登记同意：谁、何时、到何时。</translation>
    </message>
    <message>
        <source>Kind of help</source>
        <translation>帮扶类别</translation>
    </message>
    <message>
        <source>Told when you ask.</source>
        <translation>详情另行说明。</translation>
    </message>
    <message>
        <source>Amount (yuan)</source>
        <translation>金额（元）</translation>
    </message>
    <message>
        <source>Township</source>
        <translation>乡镇</translation>
    </message>
    <message>
        <source>Number of the need</source>
        <translation>需求编号</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>联系电话</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>住址</translation>
    </message>
    <message>
        <source>The household and the village agreed that these details are used until {day}.</source>
        <translation>农户和村同意在 {day} 前使用这些信息。</translation>
    </message>
    <message>
        <source>No name is told before the household and the village agree.</source>
        <translation>农户和村同意之前，不提供姓名。</translation>
    </message>
    <message>
        <source>Need card</source>
        <translation>需求卡</translation>
    </message>
    <message>
        <source>{count} open needs</source>
        <translation>{count} 项待对接需求</translation>
    </message>
    <message>
        <source>Needs that wait for help</source>
        <translation>待帮扶需求清单</translation>
    </message>
    <message>
        <source>Which students? (a digit or the space bar)</source>
        <translation>哪些学生？（按数字或空格勾选）</translation>
    </message>
    <message>
        <source>Print the need card</source>
        <translation>打印需求卡</translation>
    </message>
    <message>
        <source>Without name, address and number.</source>
        <translation>不含姓名、住址和号码。</translation>
    </message>
    <message>
        <source>What is needed</source>
        <translation>需求内容</translation>
    </message>
    <message>
        <source>People in the household</source>
        <translation>家庭人口</translation>
    </message>
    <message>
        <source>An objection or request</source>
        <translation>异议或诉求</translation>
    </message>
    <message>
        <source>Record an objection or request</source>
        <translation>登记异议或诉求</translation>
    </message>
    <message>
        <source>Until when to answer is proposed.</source>
        <translation>系统提示答复期限。</translation>
    </message>
</context>
</TS>
