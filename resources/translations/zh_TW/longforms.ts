<?xml version='1.0' encoding='UTF-8'?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_TW" sourcelanguage="en">
<context>
    <name>fieldapp</name>
    <message>
        <source>{count} to confirm</source>
        <translation>{count} 處待確認</translation>
    </message>
    <message>
        <source>begun</source>
        <translation>已開始</translation>
    </message>
    <message>
        <source>not begun</source>
        <translation>未開始</translation>
    </message>
    <message>
        <source>{done} of {total} answered</source>
        <translation>已填 {done} 題，共 {total} 題</translation>
    </message>
    <message>
        <source>folded</source>
        <translation>已摺疊</translation>
    </message>
    <message>
        <source>Outline of the form</source>
        <translation>表單目錄</translation>
    </message>
    <message>
        <source>Questions to go to</source>
        <translation>可以去的問題</translation>
    </message>
    <message>
        <source>1–6 take a list, Enter goes there, Esc back to the question.</source>
        <translation>按 1–6 選清單，回車過去，Esc 回到原來的問題。</translation>
    </message>
    <message>
        <source>Jump list</source>
        <translation>跳轉清單</translation>
    </message>
    <message>
        <source>Nothing is left here.</source>
        <translation>這裡已經沒有了。</translation>
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
        <translation>待確認</translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation>備註</translation>
    </message>
    <message>
        <source>Returned</source>
        <translation>退回</translation>
    </message>
    <message>
        <source>Returned: {words}</source>
        <translation>退回意見：{words}</translation>
    </message>
    <message>
        <source>Remark: {words}</source>
        <translation>備註：{words}</translation>
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
        <translation>本題備註（Ctrl+N）</translation>
    </message>
    <message>
        <source>Remark on the whole entry (Ctrl+Shift+N)</source>
        <translation>整份表單的備註（Ctrl+Shift+N）</translation>
    </message>
    <message>
        <source>Esc back to the question</source>
        <translation>Esc 回到問題</translation>
    </message>
    <message>
        <source>Nothing is known for this question from last year or the last entry.</source>
        <translation>這一題沒有去年的值，也沒有上一份的值。</translation>
    </message>
    <message>
        <source>This question stands in no row: there is nothing above to copy.</source>
        <translation>這一題不在表格行裡，上面沒有可以複製的。</translation>
    </message>
    <message>
        <source>Nothing asks to be confirmed here.</source>
        <translation>這裡沒有要確認的。</translation>
    </message>
    <message>
        <source>Rows are sorted in their table.</source>
        <translation>請在表格裡排序。</translation>
    </message>
    <message>
        <source>If it is right all the same, confirm it with F8.</source>
        <translation>如果確實如此，請按 F8 確認。</translation>
    </message>
    <message>
        <source>F8 confirms it.</source>
        <translation>按 F8 確認。</translation>
    </message>
    <message>
        <source>Confirmed: {question}</source>
        <translation>已確認：{question}</translation>
    </message>
    <message>
        <source>Sort the rows</source>
        <translation>給各行排序</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>粘貼</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>各行</translation>
    </message>
    <message>
        <source>Page of this row</source>
        <translation>此行的頁面</translation>
    </message>
    <message>
        <source>The order of these rows follows from the form.</source>
        <translation>這些行的次序由表單決定。</translation>
    </message>
    <message>
        <source>Put the cursor into the column to sort by.</source>
        <translation>請先把光標放到要排序的那一列。</translation>
    </message>
    <message>
        <source>{count} cells pasted</source>
        <translation>已粘貼 {count} 格</translation>
    </message>
    <message>
        <source>{count} rows have no place here</source>
        <translation>有 {count} 行放不下</translation>
    </message>
    <message>
        <source>What is blank, wrong, to confirm, remarked or returned.</source>
        <translation>未填、要改、待確認、有備註、被退回的題。</translation>
    </message>
    <message>
        <source>Arrows walk, Enter goes there.</source>
        <translation>方向鍵移動，回車過去。</translation>
    </message>
    <message>
        <source>The answer is right</source>
        <translation>答案沒錯</translation>
    </message>
    <message>
        <source>Confirms an answer that looks unusual; it is kept.</source>
        <translation>確認一個看起來不尋常的答案，並記下來。</translation>
    </message>
    <message>
        <source>In a table under the row the cursor is in.</source>
        <translation>在表格裡，加在光標所在行的下面。</translation>
    </message>
    <message>
        <source>All questions of the row, one under the other.</source>
        <translation>本行的所有問題，一題一題往下填。</translation>
    </message>
    <message>
        <source>Remark on the whole entry</source>
        <translation>整份表單的備註</translation>
    </message>
    <message>
        <source>The value of last year or of the last entry.</source>
        <translation>沿用去年的值，或上一份的值。</translation>
    </message>
    <message>
        <source>State of the forms</source>
        <translation>表單的狀態</translation>
    </message>
    <message>
        <source>Form, household or worker; pinyin will do</source>
        <translation>表單、戶名或填表人，可用拼音</translation>
    </message>
    <message>
        <source>Find among the forms</source>
        <translation>在表單裡查找</translation>
    </message>
    <message>
        <source>Finalise all clean drafts</source>
        <translation>完成所有無誤的草稿</translation>
    </message>
    <message>
        <source>{count} finalised, {refused} not</source>
        <translation>已完成 {count} 份，{refused} 份沒有完成</translation>
    </message>
    <message>
        <source>There is none.</source>
        <translation>這裡沒有。</translation>
    </message>
    <message>
        <source>Nothing is found.</source>
        <translation>沒有找到。</translation>
    </message>
    <message>
        <source>{count} more: type a name above.</source>
        <translation>還有 {count} 份：請在上面輸入名字查找。</translation>
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
        <translation>要刪除草稿“{title}”嗎？刪掉的答案找不回來。</translation>
    </message>
    <message>
        <source>Delete the draft</source>
        <translation>刪除草稿</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>問題</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>答案</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>各題答案</translation>
    </message>
    <message>
        <source>Correct this form</source>
        <translation>更正這份表單</translation>
    </message>
    <message>
        <source>A new form with these answers; this one stays in the history.</source>
        <translation>用這些答案另起一份；原來的一份留在歷史裡。</translation>
    </message>
    <message>
        <source>Your role does not fill in forms.</source>
        <translation>您的角色不填表單。</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>回到列表</translation>
    </message>
    <message>
        <source>The form speaks {language} now ({all}).</source>
        <translation>表單現在用 {language}（{all}）。</translation>
    </message>
    <message>
        <source>{count} cells are good, {bad} are not</source>
        <translation>{count} 格可用，{bad} 格不可用</translation>
    </message>
    <message>
        <source>What is left out keeps its answer of before.</source>
        <translation>未採用的格保持原來的回答。</translation>
    </message>
    <message>
        <source>Take the good ones</source>
        <translation>採用可用的</translation>
    </message>
    <message>
        <source>Pasted</source>
        <translation>粘貼的內容</translation>
    </message>
    <message>
        <source>Why not</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Cells that are not taken over</source>
        <translation>不採用的格</translation>
    </message>
    <message>
        <source>{count} left out</source>
        <translation>{count} 格未採用</translation>
    </message>
    <message>
        <source>None of the choices is called so.</source>
        <translation>選項中沒有這一項。</translation>
    </message>
    <message>
        <source>This is no date.</source>
        <translation>不是日期。</translation>
    </message>
    <message>
        <source>This is no number.</source>
        <translation>不是數字。</translation>
    </message>
    <message>
        <source>Language of the form itself</source>
        <translation>表單原文</translation>
    </message>
    <message>
        <source>Why was this form changed?</source>
        <translation>為什麼更改這份表單？</translation>
    </message>
    <message>
        <source>The office that uses this form asks for it.</source>
        <translation>使用這份表單的單位要求填寫。</translation>
    </message>
    <message>
        <source>Reason for the change</source>
        <translation>更改原因</translation>
    </message>
    <message>
        <source>{question}: no answer, or one that does not fit.</source>
        <translation>{question}：沒有回答，或回答不合要求。</translation>
    </message>
    <message>
        <source>{question}: {reason}</source>
        <translation>{question}：{reason}</translation>
    </message>
    <message>
        <source>Returned forms</source>
        <translation>退回的表單</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>XLSForm (.xlsx, .xls, .csv, .md) or XForm (.xml); it can be filled without a household.</source>
        <translation>XLSForm（.xlsx、.xls、.csv、.md）或 XForm（.xml），不選戶也能填。</translation>
    </message>
</context>
</TS>