<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>fieldapp</name>
    <message>
        <source>{count} to confirm</source>
        <translation>{count} 处待确认</translation>
    </message>
    <message>
        <source>begun</source>
        <translation>已开始</translation>
    </message>
    <message>
        <source>not begun</source>
        <translation>未开始</translation>
    </message>
    <message>
        <source>{done} of {total} answered</source>
        <translation>已填 {done} 题，共 {total} 题</translation>
    </message>
    <message>
        <source>folded</source>
        <translation>已折叠</translation>
    </message>
    <message>
        <source>Outline of the form</source>
        <translation>表单目录</translation>
    </message>
    <message>
        <source>Questions to go to</source>
        <translation>可以去的问题</translation>
    </message>
    <message>
        <source>1–6 take a list, Enter goes there, Esc back to the question.</source>
        <translation>按 1–6 选清单，回车过去，Esc 回到原来的问题。</translation>
    </message>
    <message>
        <source>Jump list</source>
        <translation>跳转清单</translation>
    </message>
    <message>
        <source>Nothing is left here.</source>
        <translation>这里已经没有了。</translation>
    </message>
    <message>
        <source>Required, blank</source>
        <translation>必填未填</translation>
    </message>
    <message>
        <source>Blank</source>
        <translation>未填</translation>
    </message>
    <message>
        <source>To correct</source>
        <translation>要改</translation>
    </message>
    <message>
        <source>To confirm</source>
        <translation>待确认</translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Returned</source>
        <translation>退回</translation>
    </message>
    <message>
        <source>Returned: {words}</source>
        <translation>退回意见：{words}</translation>
    </message>
    <message>
        <source>Remark: {words}</source>
        <translation>备注：{words}</translation>
    </message>
    <message>
        <source>Last year: {value} · F7 takes it</source>
        <translation>去年：{value} · 按 F7 沿用</translation>
    </message>
    <message>
        <source>Last entry: {value} · F7 takes it</source>
        <translation>上一份：{value} · 按 F7 沿用</translation>
    </message>
    <message>
        <source>Last entry</source>
        <translation>上一份</translation>
    </message>
    <message>
        <source>Remark on this question (Ctrl+N)</source>
        <translation>本题备注（Ctrl+N）</translation>
    </message>
    <message>
        <source>Remark on the whole entry (Ctrl+Shift+N)</source>
        <translation>整份表单的备注（Ctrl+Shift+N）</translation>
    </message>
    <message>
        <source>Esc back to the question</source>
        <translation>Esc 回到问题</translation>
    </message>
    <message>
        <source>Nothing is known for this question from last year or the last entry.</source>
        <translation>这一题没有去年的值，也没有上一份的值。</translation>
    </message>
    <message>
        <source>This question stands in no row: there is nothing above to copy.</source>
        <translation>这一题不在表格行里，上面没有可以复制的。</translation>
    </message>
    <message>
        <source>Nothing asks to be confirmed here.</source>
        <translation>这里没有要确认的。</translation>
    </message>
    <message>
        <source>Rows are sorted in their table.</source>
        <translation>请在表格里排序。</translation>
    </message>
    <message>
        <source>If it is right all the same, confirm it with F8.</source>
        <translation>如果确实如此，请按 F8 确认。</translation>
    </message>
    <message>
        <source>F8 confirms it.</source>
        <translation>按 F8 确认。</translation>
    </message>
    <message>
        <source>Confirmed: {question}</source>
        <translation>已确认：{question}</translation>
    </message>
    <message>
        <source>Sort the rows</source>
        <translation>给各行排序</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>粘贴</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>各行</translation>
    </message>
    <message>
        <source>Page of this row</source>
        <translation>此行的页面</translation>
    </message>
    <message>
        <source>The order of these rows follows from the form.</source>
        <translation>这些行的次序由表单决定。</translation>
    </message>
    <message>
        <source>Put the cursor into the column to sort by.</source>
        <translation>请先把光标放到要排序的那一列。</translation>
    </message>
    <message>
        <source>{count} cells pasted</source>
        <translation>已粘贴 {count} 格</translation>
    </message>
    <message>
        <source>{count} not understood: {cells}</source>
        <translation>{count} 格看不懂：{cells}</translation>
    </message>
    <message>
        <source>{count} rows have no place here</source>
        <translation>有 {count} 行放不下</translation>
    </message>
    <message>
        <source>What is blank, wrong, to confirm, remarked or returned.</source>
        <translation>未填、要改、待确认、有备注、被退回的题。</translation>
    </message>
    <message>
        <source>Arrows walk, Enter goes there.</source>
        <translation>方向键移动，回车过去。</translation>
    </message>
    <message>
        <source>The answer is right</source>
        <translation>答案没错</translation>
    </message>
    <message>
        <source>Confirms an answer that looks unusual; it is kept.</source>
        <translation>确认一个看起来不寻常的答案，并记下来。</translation>
    </message>
    <message>
        <source>In a table under the row the cursor is in.</source>
        <translation>在表格里，加在光标所在行的下面。</translation>
    </message>
    <message>
        <source>All questions of the row, one under the other.</source>
        <translation>本行的所有问题，一题一题往下填。</translation>
    </message>
    <message>
        <source>Remark on the whole entry</source>
        <translation>整份表单的备注</translation>
    </message>
    <message>
        <source>The value of last year or of the last entry.</source>
        <translation>沿用去年的值，或上一份的值。</translation>
    </message>
</context>
</TS>
