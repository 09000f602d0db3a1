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
    <message>
        <source>State of the forms</source>
        <translation>表单的状态</translation>
    </message>
    <message>
        <source>Form, household or worker; pinyin will do</source>
        <translation>表单、户名或填表人，可用拼音</translation>
    </message>
    <message>
        <source>Find among the forms</source>
        <translation>在表单里查找</translation>
    </message>
    <message>
        <source>Finalise all clean drafts</source>
        <translation>完成所有无误的草稿</translation>
    </message>
    <message>
        <source>{count} finalised, {refused} not</source>
        <translation>已完成 {count} 份，{refused} 份没有完成</translation>
    </message>
    <message>
        <source>There is none.</source>
        <translation>这里没有。</translation>
    </message>
    <message>
        <source>Nothing is found.</source>
        <translation>没有找到。</translation>
    </message>
    <message>
        <source>{count} more: type a name above.</source>
        <translation>还有 {count} 份：请在上面输入名字查找。</translation>
    </message>
    <message>
        <source>returned: {words}</source>
        <translation>退回：{words}</translation>
    </message>
    <message>
        <source>Drafts</source>
        <translation>草稿</translation>
    </message>
    <message>
        <source>Finalised, not sent</source>
        <translation>已完成，待送</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>已送出</translation>
    </message>
    <message>
        <source>Finalising the drafts …</source>
        <translation>正在完成草稿…</translation>
    </message>
    <message>
        <source>Delete the draft “{title}”? Its answers cannot be brought back.</source>
        <translation>要删除草稿“{title}”吗？删掉的答案找不回来。</translation>
    </message>
    <message>
        <source>Delete the draft</source>
        <translation>删除草稿</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>答案</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>各题答案</translation>
    </message>
    <message>
        <source>Correct this form</source>
        <translation>更正这份表单</translation>
    </message>
    <message>
        <source>A new form with these answers; this one stays in the history.</source>
        <translation>用这些答案另起一份；原来的一份留在历史里。</translation>
    </message>
    <message>
        <source>Your role does not fill in forms.</source>
        <translation>您的角色不填表单。</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>回到列表</translation>
    </message>
    <message>
        <source>The form speaks {language} now ({all}).</source>
        <translation>表单现在用 {language}（{all}）。</translation>
    </message>
    <message>
        <source>{count} cells are good, {bad} are not</source>
        <translation>{count} 格可用，{bad} 格不可用</translation>
    </message>
    <message>
        <source>What is left out keeps its answer of before.</source>
        <translation>未采用的格保持原来的回答。</translation>
    </message>
    <message>
        <source>Take the good ones</source>
        <translation>采用可用的</translation>
    </message>
    <message>
        <source>Pasted</source>
        <translation>粘贴的内容</translation>
    </message>
    <message>
        <source>Why not</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Cells that are not taken over</source>
        <translation>不采用的格</translation>
    </message>
    <message>
        <source>{count} left out</source>
        <translation>{count} 格未采用</translation>
    </message>
    <message>
        <source>None of the choices is called so.</source>
        <translation>选项中没有这一项。</translation>
    </message>
    <message>
        <source>This is no date.</source>
        <translation>不是日期。</translation>
    </message>
    <message>
        <source>This is no number.</source>
        <translation>不是数字。</translation>
    </message>
    <message>
        <source>Language of the form itself</source>
        <translation>表单原文</translation>
    </message>
    <message>
        <source>Why was this form changed?</source>
        <translation>为什么更改这份表单？</translation>
    </message>
    <message>
        <source>The office that uses this form asks for it.</source>
        <translation>使用这份表单的单位要求填写。</translation>
    </message>
    <message>
        <source>Reason for the change</source>
        <translation>更改原因</translation>
    </message>
    <message>
        <source>{question}: no answer, or one that does not fit.</source>
        <translation>{question}：没有回答，或回答不合要求。</translation>
    </message>
    <message>
        <source>{question}: {reason}</source>
        <translation>{question}：{reason}</translation>
    </message>
    <message>
        <source>Returned forms</source>
        <translation>退回的表单</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>XLSForm (.xlsx, .xls, .csv, .md) or XForm (.xml); it can be filled without a household.</source>
        <translation>XLSForm（.xlsx、.xls、.csv、.md）或 XForm（.xml），不选户也能填。</translation>
    </message>
</context>
</TS>
