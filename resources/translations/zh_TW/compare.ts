<?xml version='1.0' encoding='UTF-8'?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_TW" sourcelanguage="en">
<context>
    <name>fieldapp</name>
    <message>
        <source>Changes to enter in the national system</source>
        <translation>國家系統待錄入清單</translation>
    </message>
    <message>
        <source>{count} lines, as of {day}</source>
        <translation>{count} 項，截至 {day}</translation>
    </message>
    <message>
        <source>National code</source>
        <translation>國家代碼</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>審批</translation>
    </message>
    <message>
        <source>Entered</source>
        <translation>錄入</translation>
    </message>
    <message>
        <source>Tick each line here when it is entered, then in the program. Keep the sheet locked away.</source>
        <translation>錄入一項在此勾一項，再到程序裡勾掉。本表請上鎖保管。</translation>
    </message>
    <message>
        <source>Nothing waits to be entered.</source>
        <translation>沒有待錄入的內容。</translation>
    </message>
    <message>
        <source>no number</source>
        <translation>無編號</translation>
    </message>
    <message>
        <source>Approved by</source>
        <translation>審批人</translation>
    </message>
    <message>
        <source>Approved on</source>
        <translation>審批日期</translation>
    </message>
    <message>
        <source>Entry list</source>
        <translation>待錄入清單</translation>
    </message>
    <message>
        <source>{batch} rests on an imported list, and {count} differences with it wait for a decision. Decide them first.</source>
        <translation>{batch} 以導入的名單為據，還有 {count} 處差異沒有處理，請先處理。</translation>
    </message>
    <message>
        <source>{text} is no date. Write the day as 2019-11-05.</source>
        <translation>“{text}”不是日期，請寫成 2019-11-05。</translation>
    </message>
    <message>
        <source>{file} has no table. Choose another file.</source>
        <translation>{file} 裡沒有表格，請另選文件。</translation>
    </message>
    <message>
        <source>{text} is no date. Write the day of the list as 2019-11-05.</source>
        <translation>“{text}”不是日期，名單日期請寫成 2019-11-05。</translation>
    </message>
    <message>
        <source>A subsistence-allowance list needs a column with people's names or numbers. Say which column it is.</source>
        <translation>低保名單要有姓名或證件號碼列，請說明是哪一列。</translation>
    </message>
    <message>
        <source>{household_no} {who}: {field} stands in the national system as it was approved.</source>
        <translation>{household_no} {who}：{field} 在國家系統中已與審批一致。</translation>
    </message>
    <message>
        <source>Write why these are decided alike. The reason is kept with each of them.</source>
        <translation>請寫明為何作同樣處理，理由會記在每一項上。</translation>
    </message>
    <message>
        <source>Choose a difference first.</source>
        <translation>請先選一項差異。</translation>
    </message>
    <message>
        <source>This difference is settled already. Compare the list again to see what is left.</source>
        <translation>這項差異已了結。請重新比對名單，看還剩哪些。</translation>
    </message>
    <message>
        <source>The register has changed since the lists were compared. Compare the list again.</source>
        <translation>比對之後本庫有改動，請重新比對名單。</translation>
    </message>
    <message>
        <source>The register has no record to write this in. Add it by hand first.</source>
        <translation>本庫沒有可寫入的記錄，請先手工添加。</translation>
    </message>
    <message>
        <source>What the list says cannot be written here. Correct the field by hand.</source>
        <translation>名單上的值寫不進這裡，請手工更正該字段。</translation>
    </message>
    <message>
        <source>This fact belongs to no household here, so it cannot be entered.</source>
        <translation>此項不屬於這裡的任何一戶，不能列入待錄入清單。</translation>
    </message>
    <message>
        <source>Choose a line first.</source>
        <translation>請先選一行。</translation>
    </message>
    <message>
        <source>Only approved lines that are not entered yet can be ticked off.</source>
        <translation>只有已審批、尚未錄入的行可以勾掉。</translation>
    </message>
    <message>
        <source>{count} rows are of nobody in the register and name no village, so they were not kept. Add a column with the village.</source>
        <translation>{count} 行在本庫查無此人，也沒寫所屬村，沒有保存。請加上村的一列。</translation>
    </message>
    <message>
        <source>Compare lists</source>
        <translation>名單比對</translation>
    </message>
    <message>
        <source>Other people's lists against the register, and what to enter in the national system.</source>
        <translation>外來名單與本庫逐條比對；待錄入國家系統的清單。</translation>
    </message>
    <message>
        <source>Compare a file</source>
        <translation>比對文件</translation>
    </message>
    <message>
        <source>A low-income, national or department's list; nothing is overwritten.</source>
        <translation>低保、國家系統或部門的名單；不會覆蓋任何內容。</translation>
    </message>
    <message>
        <source>Keep ours</source>
        <translation>以本庫為準</translation>
    </message>
    <message>
        <source>The key 1. The decision stays on record.</source>
        <translation>按 1。處理意見會留存。</translation>
    </message>
    <message>
        <source>The key 2. It is written into the register.</source>
        <translation>按 2。寫入本庫。</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>以後再定</translation>
    </message>
    <message>
        <source>The key 3. It stays open.</source>
        <translation>按 3。仍待處理。</translation>
    </message>
    <message>
        <source>Tick all</source>
        <translation>全部勾選</translation>
    </message>
    <message>
        <source>Every open line; again unticks them.</source>
        <translation>勾選所有待處理行；再按一次取消。</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>審批</translation>
    </message>
    <message>
        <source>Puts the chosen lines on the entry list.</source>
        <translation>把所選各行列入待錄入清單。</translation>
    </message>
    <message>
        <source>The lines in view.</source>
        <translation>當前顯示的各行。</translation>
    </message>
    <message>
        <source>Subsistence allowance</source>
        <translation>低保</translation>
    </message>
    <message>
        <source>National system</source>
        <translation>國家系統</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>部門</translation>
    </message>
    <message>
        <source>Only in the list</source>
        <translation>只在名單中</translation>
    </message>
    <message>
        <source>Only in the register</source>
        <translation>只在本庫中</translation>
    </message>
    <message>
        <source>ours kept</source>
        <translation>以本庫為準</translation>
    </message>
    <message>
        <source>theirs taken</source>
        <translation>已採用名單</translation>
    </message>
    <message>
        <source>both wrong</source>
        <translation>兩者均有誤</translation>
    </message>
    <message>
        <source>not in the list</source>
        <translation>名單中沒有</translation>
    </message>
    <message>
        <source>not in the register</source>
        <translation>本庫中沒有</translation>
    </message>
    <message>
        <source>later</source>
        <translation>以後再定</translation>
    </message>
    <message>
        <source>Approved: {count} lines</source>
        <translation>已審批 {count} 項</translation>
    </message>
    <message>
        <source>Entered: {count} lines</source>
        <translation>已錄入 {count} 項</translation>
    </message>
    <message>
        <source>Compared: {name}</source>
        <translation>已比對：{name}</translation>
    </message>
    <message>
        <source>Give the list a name first.</source>
        <translation>請先給名單起個名稱。</translation>
    </message>
    <message>
        <source>No line stands here.</source>
        <translation>這裡沒有內容。</translation>
    </message>
    <message>
        <source>Nothing has changed that the national system does not have.</source>
        <translation>沒有國家系統尚缺的變動。</translation>
    </message>
    <message>
        <source>Which lines are shown</source>
        <translation>顯示哪些行</translation>
    </message>
    <message>
        <source>Changed since the end of</source>
        <translation>此日之後有變動</translation>
    </message>
    <message>
        <source>Why do the values leave without masks?</source>
        <translation>為什麼要帶出未遮蓋的內容？</translation>
    </message>
    <message>
        <source>Numbers must be whole to be typed. The reason goes on record with your name.</source>
        <translation>錄入需要完整號碼。理由和您的姓名會記錄在案。</translation>
    </message>
    <message>
        <source>Type each line into the national system, then Space ticks it off. Ctrl+Z brings it back.</source>
        <translation>逐項錄入國家系統，再按空格勾掉；Ctrl+Z 可恢復。</translation>
    </message>
    <message>
        <source>The township station approves these lines.</source>
        <translation>這些項由鄉鎮審批。</translation>
    </message>
    <message>
        <source>To enter</source>
        <translation>待錄入</translation>
    </message>
    <message>
        <source>Changed, to approve</source>
        <translation>有變動、待審批</translation>
    </message>
    <message>
        <source>Seen in their export</source>
        <translation>導出中已見</translation>
    </message>
    <message>
        <source>entering in the national system</source>
        <translation>錄入國家系統</translation>
    </message>
    <message>
        <source>The register says something else by now.</source>
        <translation>本庫現在的值已不同。</translation>
    </message>
    <message>
        <source>Space ticks lines, “Approve” puts them on the entry list.</source>
        <translation>空格勾選，按“審批”列入待錄入清單。</translation>
    </message>
    <message>
        <source>Space ticks a line</source>
        <translation>空格勾選一行</translation>
    </message>
    <message>
        <source>{count} lines stand in {path}</source>
        <translation>{count} 項已寫入 {path}</translation>
    </message>
    <message>
        <source>{count} cells or rows could not be compared</source>
        <translation>{count} 個單元格或行無法比對</translation>
    </message>
    <message>
        <source>Where the list comes from</source>
        <translation>名單來源</translation>
    </message>
    <message>
        <source>Name of the list</source>
        <translation>名單名稱</translation>
    </message>
    <message>
        <source>The day its facts are of</source>
        <translation>取數日期</translation>
    </message>
    <message>
        <source>Compare, write nothing</source>
        <translation>比對，不寫入</translation>
    </message>
    <message>
        <source>An empty cell differs from a value</source>
        <translation>空單元格也算差異</translation>
    </message>
    <message>
        <source>What was compared</source>
        <translation>比對結果</translation>
    </message>
    <message>
        <source>Keep the differences</source>
        <translation>保存差異</translation>
    </message>
    <message>
        <source>Rows of the list</source>
        <translation>名單行數</translation>
    </message>
    <message>
        <source>Rows of a record here</source>
        <translation>本庫有記錄的行</translation>
    </message>
    <message>
        <source>Facts that differ</source>
        <translation>不一致的內容</translation>
    </message>
    <message>
        <source>Only in the register, or not on the list</source>
        <translation>只在本庫，或不在名單上</translation>
    </message>
    <message>
        <source>Cell</source>
        <translation>單元格</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>問題</translation>
    </message>
    <message>
        <source>Decided: {count} differences</source>
        <translation>已處理 {count} 處差異</translation>
    </message>
    <message>
        <source>1 keeps ours, 2 takes theirs into the register, 3 later. Space ticks several, Enter opens the field.</source>
        <translation>1 以本庫為準，2 採用名單並寫入本庫，3 以後再定。空格勾選多項，回車打開該字段。</translation>
    </message>
    <message>
        <source>Outside lists</source>
        <translation>外部名單</translation>
    </message>
    <message>
        <source>What differs</source>
        <translation>差異項目</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>差異</translation>
    </message>
    <message>
        <source>No list was compared yet. “Compare a file” reads a low-income, national or department's list and shows where it differs.</source>
        <translation>還沒有比對過名單。“比對文件”讀取低保、國家系統或部門的名單，顯示與本庫的差異。</translation>
    </message>
    <message>
        <source>{action}: {count} differences</source>
        <translation>{action}：{count} 處差異</translation>
    </message>
    <message>
        <source>The reason is kept with each of them. One undo takes all of it back.</source>
        <translation>理由記在每一項上；撤銷一次全部恢復。</translation>
    </message>
    <message>
        <source>1 ours is right, 2 theirs is right, 3 later. Nobody is added or ended by this: enter the movement at the household.</source>
        <translation>1 本庫正確，2 名單正確，3 以後再定。這裡不會增減人員：請到該戶登記變動。</translation>
    </message>
    <message>
        <source>checked at the household</source>
        <translation>已入戶核實</translation>
    </message>
    <message>
        <source>checked against documents</source>
        <translation>已核對材料</translation>
    </message>
    <message>
        <source>the list is newer</source>
        <translation>名單較新</translation>
    </message>
    <message>
        <source>Decided</source>
        <translation>處理</translation>
    </message>
    <message>
        <source>Ours</source>
        <translation>本庫</translation>
    </message>
    <message>
        <source>The list and the register agree.</source>
        <translation>名單與本庫一致。</translation>
    </message>
    <message>
        <source>Differences that nobody has decided</source>
        <translation>還沒有處理的差異</translation>
    </message>
    <message>
        <source>{name}: {new} new differences, {reopened} opened again, {kept} as before, {settled} settled.</source>
        <translation>{name}：新增差異 {new} 處，重新打開 {reopened} 處，照舊 {kept} 處，了結 {settled} 處。</translation>
    </message>
    <message>
        <source>Parts of the comparison</source>
        <translation>比對的各部分</translation>
    </message>
    <message>
        <source>Lists and differences</source>
        <translation>名單與差異</translation>
    </message>
    <message>
        <source>Compare 1 of 2: what the columns are</source>
        <translation>比對 1/2：各列是什麼</translation>
    </message>
    <message>
        <source>Compare 2 of 2: how much differs</source>
        <translation>比對 2/2：差異多少</translation>
    </message>
    <message>
        <source>Enter goes from a list to its fields, to the differences, to the household. 1 ours, 2 theirs, 3 later.</source>
        <translation>回車由名單到項目、到差異、到該戶。1 本庫，2 名單，3 以後再定。</translation>
    </message>
    <message>
        <source>Space ticks a line off, Enter opens the field, Ctrl+P prints the list.</source>
        <translation>空格勾掉一行，回車打開該字段，Ctrl+P 打印清單。</translation>
    </message>
    <message>
        <source>Enter confirms a column and goes on, letters choose another field, Esc goes back.</source>
        <translation>回車確認一列並繼續，鍵入字母另選字段，Esc 返回。</translation>
    </message>
    <message>
        <source>Enter keeps the differences to be decided; nothing else is written. Esc goes back.</source>
        <translation>回車保存差異待處理，不寫入其他內容。Esc 返回。</translation>
    </message>
    <message>
        <source>The township station or the county approves.</source>
        <translation>由鄉鎮或縣審批。</translation>
    </message>
    <message>
        <source>Choose changed lines first.</source>
        <translation>請先選有變動的行。</translation>
    </message>
    <message>
        <source>{count} entered lines stand in the export.</source>
        <translation>導出中已見 {count} 項錄入。</translation>
    </message>
    <message>
        <source>{rows} rows, {matched} in the register; {differs} fields differ, {only_theirs} rows only in the list, {only_ours} only in the register.</source>
        <translation>共 {rows} 行，本庫有 {matched} 行；{differs} 項不一致，只在名單 {only_theirs} 行，只在本庫 {only_ours} 項。</translation>
    </message>
    <message>
        <source>Take the list's</source>
        <translation>以名單為準</translation>
    </message>
    <message>
        <source>Nothing stands here to be ticked.</source>
        <translation>這裡沒有可勾選的內容。</translation>
    </message>
    <message>
        <source>{name}: {count} rows</source>
        <translation>{name}：{count} 行</translation>
    </message>
    <message>
        <source>Comes from</source>
        <translation>來源</translation>
    </message>
    <message>
        <source>Taken on</source>
        <translation>取數日期</translation>
    </message>
    <message>
        <source>Undecided</source>
        <translation>待處理</translation>
    </message>
    <message>
        <source>The list</source>
        <translation>名單</translation>
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
        <translation>已錄入</translation>
    </message>
    <message>
        <source>Settled</source>
        <translation>已處理</translation>
    </message>
</context>
</TS>