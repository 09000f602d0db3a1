<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>fieldapp</name>
    <message>
        <source>Changes to enter in the national system</source>
        <translation>国家系统待录入清单</translation>
    </message>
    <message>
        <source>{count} lines, as of {day}</source>
        <translation>{count} 项，截至 {day}</translation>
    </message>
    <message>
        <source>National code</source>
        <translation>国家代码</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>审批</translation>
    </message>
    <message>
        <source>Entered</source>
        <translation>录入</translation>
    </message>
    <message>
        <source>Tick each line here when it is entered, then in the program. Keep the sheet locked away.</source>
        <translation>录入一项在此勾一项，再到程序里勾掉。本表请上锁保管。</translation>
    </message>
    <message>
        <source>Nothing waits to be entered.</source>
        <translation>没有待录入的内容。</translation>
    </message>
    <message>
        <source>no number</source>
        <translation>无编号</translation>
    </message>
    <message>
        <source>Approved by</source>
        <translation>审批人</translation>
    </message>
    <message>
        <source>Approved on</source>
        <translation>审批日期</translation>
    </message>
    <message>
        <source>Entry list</source>
        <translation>待录入清单</translation>
    </message>
    <message>
        <source>{batch} rests on an imported list, and {count} differences with it wait for a decision. Decide them first.</source>
        <translation>{batch} 以导入的名单为据，还有 {count} 处差异没有处理，请先处理。</translation>
    </message>
    <message>
        <source>{text} is no date. Write the day as 2019-11-05.</source>
        <translation>“{text}”不是日期，请写成 2019-11-05。</translation>
    </message>
    <message>
        <source>{file} has no table. Choose another file.</source>
        <translation>{file} 里没有表格，请另选文件。</translation>
    </message>
    <message>
        <source>{text} is no date. Write the day of the list as 2019-11-05.</source>
        <translation>“{text}”不是日期，名单日期请写成 2019-11-05。</translation>
    </message>
    <message>
        <source>A subsistence-allowance list needs a column with people's names or numbers. Say which column it is.</source>
        <translation>低保名单要有姓名或证件号码列，请说明是哪一列。</translation>
    </message>
    <message>
        <source>{household_no} {who}: {field} stands in the national system as it was approved.</source>
        <translation>{household_no} {who}：{field} 在国家系统中已与审批一致。</translation>
    </message>
    <message>
        <source>Write why these are decided alike. The reason is kept with each of them.</source>
        <translation>请写明为何作同样处理，理由会记在每一项上。</translation>
    </message>
    <message>
        <source>Choose a difference first.</source>
        <translation>请先选一项差异。</translation>
    </message>
    <message>
        <source>This difference is settled already. Compare the list again to see what is left.</source>
        <translation>这项差异已了结。请重新比对名单，看还剩哪些。</translation>
    </message>
    <message>
        <source>The register has changed since the lists were compared. Compare the list again.</source>
        <translation>比对之后本库有改动，请重新比对名单。</translation>
    </message>
    <message>
        <source>The register has no record to write this in. Add it by hand first.</source>
        <translation>本库没有可写入的记录，请先手工添加。</translation>
    </message>
    <message>
        <source>What the list says cannot be written here. Correct the field by hand.</source>
        <translation>名单上的值写不进这里，请手工更正该字段。</translation>
    </message>
    <message>
        <source>This fact belongs to no household here, so it cannot be entered.</source>
        <translation>此项不属于这里的任何一户，不能列入待录入清单。</translation>
    </message>
    <message>
        <source>Choose a line first.</source>
        <translation>请先选一行。</translation>
    </message>
    <message>
        <source>Only approved lines that are not entered yet can be ticked off.</source>
        <translation>只有已审批、尚未录入的行可以勾掉。</translation>
    </message>
    <message>
        <source>{count} rows are of nobody in the register and name no village, so they were not kept. Add a column with the village.</source>
        <translation>{count} 行在本库查无此人，也没写所属村，没有保存。请加上村的一列。</translation>
    </message>
    <message>
        <source>Compare lists</source>
        <translation>名单比对</translation>
    </message>
    <message>
        <source>Other people's lists against the register, and what to enter in the national system.</source>
        <translation>外来名单与本库逐条比对；待录入国家系统的清单。</translation>
    </message>
    <message>
        <source>Compare a file</source>
        <translation>比对文件</translation>
    </message>
    <message>
        <source>A low-income, national or department's list; nothing is overwritten.</source>
        <translation>低保、国家系统或部门的名单；不会覆盖任何内容。</translation>
    </message>
    <message>
        <source>Keep ours</source>
        <translation>以本库为准</translation>
    </message>
    <message>
        <source>The key 1. The decision stays on record.</source>
        <translation>按 1。处理意见会留存。</translation>
    </message>
    <message>
        <source>The key 2. It is written into the register.</source>
        <translation>按 2。写入本库。</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>以后再定</translation>
    </message>
    <message>
        <source>The key 3. It stays open.</source>
        <translation>按 3。仍待处理。</translation>
    </message>
    <message>
        <source>Tick all</source>
        <translation>全部勾选</translation>
    </message>
    <message>
        <source>Every open line; again unticks them.</source>
        <translation>勾选所有待处理行；再按一次取消。</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>审批</translation>
    </message>
    <message>
        <source>Puts the chosen lines on the entry list.</source>
        <translation>把所选各行列入待录入清单。</translation>
    </message>
    <message>
        <source>The lines in view.</source>
        <translation>当前显示的各行。</translation>
    </message>
    <message>
        <source>Subsistence allowance</source>
        <translation>低保</translation>
    </message>
    <message>
        <source>National system</source>
        <translation>国家系统</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>部门</translation>
    </message>
    <message>
        <source>Only in the list</source>
        <translation>只在名单中</translation>
    </message>
    <message>
        <source>Only in the register</source>
        <translation>只在本库中</translation>
    </message>
    <message>
        <source>ours kept</source>
        <translation>以本库为准</translation>
    </message>
    <message>
        <source>theirs taken</source>
        <translation>已采用名单</translation>
    </message>
    <message>
        <source>both wrong</source>
        <translation>两者均有误</translation>
    </message>
    <message>
        <source>not in the list</source>
        <translation>名单中没有</translation>
    </message>
    <message>
        <source>not in the register</source>
        <translation>本库中没有</translation>
    </message>
    <message>
        <source>later</source>
        <translation>以后再定</translation>
    </message>
    <message>
        <source>Approved: {count} lines</source>
        <translation>已审批 {count} 项</translation>
    </message>
    <message>
        <source>Entered: {count} lines</source>
        <translation>已录入 {count} 项</translation>
    </message>
    <message>
        <source>Compared: {name}</source>
        <translation>已比对：{name}</translation>
    </message>
    <message>
        <source>Give the list a name first.</source>
        <translation>请先给名单起个名称。</translation>
    </message>
    <message>
        <source>No line stands here.</source>
        <translation>这里没有内容。</translation>
    </message>
    <message>
        <source>Nothing has changed that the national system does not have.</source>
        <translation>没有国家系统尚缺的变动。</translation>
    </message>
    <message>
        <source>Which lines are shown</source>
        <translation>显示哪些行</translation>
    </message>
    <message>
        <source>Changed since the end of</source>
        <translation>此日之后有变动</translation>
    </message>
    <message>
        <source>Why do the values leave without masks?</source>
        <translation>为什么要带出未遮盖的内容？</translation>
    </message>
    <message>
        <source>Numbers must be whole to be typed. The reason goes on record with your name.</source>
        <translation>录入需要完整号码。理由和您的姓名会记录在案。</translation>
    </message>
    <message>
        <source>Type each line into the national system, then Space ticks it off. Ctrl+Z brings it back.</source>
        <translation>逐项录入国家系统，再按空格勾掉；Ctrl+Z 可恢复。</translation>
    </message>
    <message>
        <source>The township station approves these lines.</source>
        <translation>这些项由乡镇审批。</translation>
    </message>
    <message>
        <source>To enter</source>
        <translation>待录入</translation>
    </message>
    <message>
        <source>Changed, to approve</source>
        <translation>有变动、待审批</translation>
    </message>
    <message>
        <source>Seen in their export</source>
        <translation>导出中已见</translation>
    </message>
    <message>
        <source>entering in the national system</source>
        <translation>录入国家系统</translation>
    </message>
    <message>
        <source>The register says something else by now.</source>
        <translation>本库现在的值已不同。</translation>
    </message>
    <message>
        <source>Space ticks lines, “Approve” puts them on the entry list.</source>
        <translation>空格勾选，按“审批”列入待录入清单。</translation>
    </message>
    <message>
        <source>Space ticks a line</source>
        <translation>空格勾选一行</translation>
    </message>
    <message>
        <source>{count} lines stand in {path}</source>
        <translation>{count} 项已写入 {path}</translation>
    </message>
    <message>
        <source>{count} cells or rows could not be compared</source>
        <translation>{count} 个单元格或行无法比对</translation>
    </message>
    <message>
        <source>Where the list comes from</source>
        <translation>名单来源</translation>
    </message>
    <message>
        <source>Name of the list</source>
        <translation>名单名称</translation>
    </message>
    <message>
        <source>The day its facts are of</source>
        <translation>取数日期</translation>
    </message>
    <message>
        <source>Compare, write nothing</source>
        <translation>比对，不写入</translation>
    </message>
    <message>
        <source>An empty cell differs from a value</source>
        <translation>空单元格也算差异</translation>
    </message>
    <message>
        <source>What was compared</source>
        <translation>比对结果</translation>
    </message>
    <message>
        <source>Keep the differences</source>
        <translation>保存差异</translation>
    </message>
    <message>
        <source>Rows of the list</source>
        <translation>名单行数</translation>
    </message>
    <message>
        <source>Rows of a record here</source>
        <translation>本库有记录的行</translation>
    </message>
    <message>
        <source>Facts that differ</source>
        <translation>不一致的内容</translation>
    </message>
    <message>
        <source>Only in the register, or not on the list</source>
        <translation>只在本库，或不在名单上</translation>
    </message>
    <message>
        <source>Cell</source>
        <translation>单元格</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Decided: {count} differences</source>
        <translation>已处理 {count} 处差异</translation>
    </message>
    <message>
        <source>1 keeps ours, 2 takes theirs into the register, 3 later. Space ticks several, Enter opens the field.</source>
        <translation>1 以本库为准，2 采用名单并写入本库，3 以后再定。空格勾选多项，回车打开该字段。</translation>
    </message>
    <message>
        <source>Outside lists</source>
        <translation>外部名单</translation>
    </message>
    <message>
        <source>What differs</source>
        <translation>差异项目</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>差异</translation>
    </message>
    <message>
        <source>No list was compared yet. “Compare a file” reads a low-income, national or department's list and shows where it differs.</source>
        <translation>还没有比对过名单。“比对文件”读取低保、国家系统或部门的名单，显示与本库的差异。</translation>
    </message>
    <message>
        <source>{action}: {count} differences</source>
        <translation>{action}：{count} 处差异</translation>
    </message>
    <message>
        <source>The reason is kept with each of them. One undo takes all of it back.</source>
        <translation>理由记在每一项上；撤销一次全部恢复。</translation>
    </message>
    <message>
        <source>1 ours is right, 2 theirs is right, 3 later. Nobody is added or ended by this: enter the movement at the household.</source>
        <translation>1 本库正确，2 名单正确，3 以后再定。这里不会增减人员：请到该户登记变动。</translation>
    </message>
    <message>
        <source>checked at the household</source>
        <translation>已入户核实</translation>
    </message>
    <message>
        <source>checked against documents</source>
        <translation>已核对材料</translation>
    </message>
    <message>
        <source>the list is newer</source>
        <translation>名单较新</translation>
    </message>
    <message>
        <source>Decided</source>
        <translation>处理</translation>
    </message>
    <message>
        <source>Ours</source>
        <translation>本库</translation>
    </message>
    <message>
        <source>The list and the register agree.</source>
        <translation>名单与本库一致。</translation>
    </message>
    <message>
        <source>Differences that nobody has decided</source>
        <translation>还没有处理的差异</translation>
    </message>
    <message>
        <source>{name}: {new} new differences, {reopened} opened again, {kept} as before, {settled} settled.</source>
        <translation>{name}：新增差异 {new} 处，重新打开 {reopened} 处，照旧 {kept} 处，了结 {settled} 处。</translation>
    </message>
    <message>
        <source>Parts of the comparison</source>
        <translation>比对的各部分</translation>
    </message>
    <message>
        <source>Lists and differences</source>
        <translation>名单与差异</translation>
    </message>
    <message>
        <source>Compare 1 of 2: what the columns are</source>
        <translation>比对 1/2：各列是什么</translation>
    </message>
    <message>
        <source>Compare 2 of 2: how much differs</source>
        <translation>比对 2/2：差异多少</translation>
    </message>
    <message>
        <source>Enter goes from a list to its fields, to the differences, to the household. 1 ours, 2 theirs, 3 later.</source>
        <translation>回车由名单到项目、到差异、到该户。1 本库，2 名单，3 以后再定。</translation>
    </message>
    <message>
        <source>Space ticks a line off, Enter opens the field, Ctrl+P prints the list.</source>
        <translation>空格勾掉一行，回车打开该字段，Ctrl+P 打印清单。</translation>
    </message>
    <message>
        <source>Enter confirms a column and goes on, letters choose another field, Esc goes back.</source>
        <translation>回车确认一列并继续，键入字母另选字段，Esc 返回。</translation>
    </message>
    <message>
        <source>Enter keeps the differences to be decided; nothing else is written. Esc goes back.</source>
        <translation>回车保存差异待处理，不写入其他内容。Esc 返回。</translation>
    </message>
    <message>
        <source>The township station or the county approves.</source>
        <translation>由乡镇或县审批。</translation>
    </message>
    <message>
        <source>Choose changed lines first.</source>
        <translation>请先选有变动的行。</translation>
    </message>
    <message>
        <source>{count} entered lines stand in the export.</source>
        <translation>导出中已见 {count} 项录入。</translation>
    </message>
    <message>
        <source>{rows} rows, {matched} in the register; {differs} fields differ, {only_theirs} rows only in the list, {only_ours} only in the register.</source>
        <translation>共 {rows} 行，本库有 {matched} 行；{differs} 项不一致，只在名单 {only_theirs} 行，只在本库 {only_ours} 项。</translation>
    </message>
    <message>
        <source>Take the list's</source>
        <translation>以名单为准</translation>
    </message>
    <message>
        <source>Nothing stands here to be ticked.</source>
        <translation>这里没有可勾选的内容。</translation>
    </message>
    <message>
        <source>{name}: {count} rows</source>
        <translation>{name}：{count} 行</translation>
    </message>
    <message>
        <source>Comes from</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Taken on</source>
        <translation>取数日期</translation>
    </message>
    <message>
        <source>Undecided</source>
        <translation>待处理</translation>
    </message>
    <message>
        <source>The list</source>
        <translation>名单</translation>
    </message>
    <message>
        <source>New value</source>
        <translation>新值</translation>
    </message>
    <message>
        <source>Old value</source>
        <translation>原值</translation>
    </message>
    <message>
        <source>Entered already</source>
        <translation>已录入</translation>
    </message>
    <message>
        <source>Settled</source>
        <translation>已处理</translation>
    </message>
</context>
</TS>
