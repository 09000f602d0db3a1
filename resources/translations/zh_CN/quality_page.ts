<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>fieldapp</name>
    <message>
        <source>Data quality</source>
        <translation>数据质量</translation>
    </message>
    <message>
        <source>What is wrong or doubtful, and where to mend it.</source>
        <translation>哪里有错、哪里可疑，从这里逐条改。</translation>
    </message>
    <message>
        <source>In and out of the year, snapshots, and the seven batches.</source>
        <translation>进出平衡、年终快照和七个一批。</translation>
    </message>
    <message>
        <source>Explain</source>
        <translation>说明原因</translation>
    </message>
    <message>
        <source>Why a doubt is right as it stands; it is kept.</source>
        <translation>说明疑点为什么属实，说明会留存。</translation>
    </message>
    <message>
        <source>By rule or by field</source>
        <translation>按规则 / 按字段</translation>
    </message>
    <message>
        <source>Reads every household once more.</source>
        <translation>把每一户重新查一遍。</translation>
    </message>
    <message>
        <source>Explained: {rule}</source>
        <translation>已说明：{rule}</translation>
    </message>
    <message>
        <source>Right households</source>
        <translation>对象识别认定准</translation>
    </message>
    <message>
        <source>Facts of the household</source>
        <translation>家庭情况核实准</translation>
    </message>
    <message>
        <source>Causes of poverty</source>
        <translation>致贫原因分析准</translation>
    </message>
    <message>
        <source>Plans and measures</source>
        <translation>计划措施制定准</translation>
    </message>
    <message>
        <source>Policies that arrive</source>
        <translation>扶贫政策落实准</translation>
    </message>
    <message>
        <source>Income per person</source>
        <translation>人均收支核查准</translation>
    </message>
    <message>
        <source>Entries and exits</source>
        <translation>对象进出录入准</translation>
    </message>
    <message>
        <source>Progress of the ledgers</source>
        <translation>台账进度记录准</translation>
    </message>
    <message>
        <source>How findings are grouped</source>
        <translation>问题按什么归类</translation>
    </message>
    <message>
        <source>Which findings are shown</source>
        <translation>显示哪些问题</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>By rule</source>
        <translation>按规则</translation>
    </message>
    <message>
        <source>By field</source>
        <translation>按字段</translation>
    </message>
    <message>
        <source>Nothing found here.</source>
        <translation>这里没有问题。</translation>
    </message>
    <message>
        <source>Explained</source>
        <translation>已说明</translation>
    </message>
    <message>
        <source>Checked at {time}: {errors} errors, {doubts} doubts, {explained} explained</source>
        <translation>{time} 查完：错误 {errors} 条，疑点 {doubts} 条，已说明 {explained} 条</translation>
    </message>
    <message>
        <source>Enter goes from an accuracy to its rules, to the findings, to the field. Esc goes back. An error is corrected; a doubt is corrected or explained.</source>
        <translation>回车从“准”到规则、到问题、到要改的字段；Esc 退回。错误要改正；疑点可以改正，也可以说明原因。</translation>
    </message>
    <message>
        <source>Accuracies</source>
        <translation>八个准</translation>
    </message>
    <message>
        <source>Villages</source>
        <translation>各村</translation>
    </message>
    <message>
        <source>Choose a finding first.</source>
        <translation>请先选一条问题。</translation>
    </message>
    <message>
        <source>An error is corrected, not explained.</source>
        <translation>错误要改正，不能用说明代替。</translation>
    </message>
    <message>
        <source>This doubt is explained already.</source>
        <translation>这个疑点已经说明过了。</translation>
    </message>
    <message>
        <source>Counts belong to a village and a fact, never to a person. Attendance is no finding.</source>
        <translation>条数只归到村和事实，不给任何人排名；出勤不算问题。</translation>
    </message>
    <message>
        <source>{accuracy}, by village</source>
        <translation>{accuracy} · 各村</translation>
    </message>
    <message>
        <source>Checking: {done} of {total} villages or townships</source>
        <translation>正在检查：{total} 个村（乡镇）已查 {done} 个</translation>
    </message>
    <message>
        <source>Stopped. “Check again” reads it from the start.</source>
        <translation>已停止。按“再查一次”从头检查。</translation>
    </message>
    <message>
        <source>{who}: why is it right as it stands? It is asked again when these facts change.</source>
        <translation>{who}：为什么属实？这些情况一变，会再问一次。</translation>
    </message>
    <message>
        <source>Checking …</source>
        <translation>正在检查……</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>八个准</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>Doubts</source>
        <translation>疑点</translation>
    </message>
    <message>
        <source>Without error</source>
        <translation>无错误的户</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>What is found</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Field to correct</source>
        <translation>要改的字段</translation>
    </message>
    <message>
        <source>To be corrected before approval.</source>
        <translation>审批前必须改正。</translation>
    </message>
    <message>
        <source>To be looked at: corrected, or explained once.</source>
        <translation>需要核对：改正，或说明一次。</translation>
    </message>
    <message>
        <source>Doubts that somebody has explained.</source>
        <translation>已有人说明原因的疑点。</translation>
    </message>
    <message>
        <source>Households without an error, of all households.</source>
        <translation>没有错误的户数 / 全部户数。</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>error</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>doubt</source>
        <translation>疑点</translation>
    </message>
    <message>
        <source>explained: {reason}</source>
        <translation>已说明：{reason}</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>条数</translation>
    </message>
</context>
</TS>
