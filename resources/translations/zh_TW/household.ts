<?xml version='1.0' encoding='UTF-8'?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_TW" sourcelanguage="en">
<context>
    <name>fieldapp</name>
    <message>
        <source>A member leaves</source>
        <translation>成員減少</translation>
    </message>
    <message>
        <source>A new household</source>
        <translation>新增一戶</translation>
    </message>
    <message>
        <source>A new row in the grid of members.</source>
        <translation>在成員表裡直接錄入一行。</translation>
    </message>
    <message>
        <source>Add a photo or file …</source>
        <translation>添加照片或文件…</translation>
    </message>
    <message>
        <source>Add the household</source>
        <translation>建立這一戶</translation>
    </message>
    <message>
        <source>An income or expense that was told (none: leave it)</source>
        <translation>問到的一筆收入或支出（沒有就留空）</translation>
    </message>
    <message>
        <source>Another one</source>
        <translation>還有一筆</translation>
    </message>
    <message>
        <source>Asks how: death, marriage, moved out …</source>
        <translation>選擇原因：死亡、婚出、遷出等。</translation>
    </message>
    <message>
        <source>Becomes</source>
        <translation>處理</translation>
    </message>
    <message>
        <source>Birth, death, marriage, move, split, merge, exit, return: what happened, and when.</source>
        <translation>出生、死亡、婚嫁、遷移、分戶、並戶、脫貧、返貧：發生了什麼，什麼時候。</translation>
    </message>
    <message>
        <source>By this column; again turns it round.</source>
        <translation>按當前列排序，再按一次倒過來。</translation>
    </message>
    <message>
        <source>Choose a member first.</source>
        <translation>請先選一名成員。</translation>
    </message>
    <message>
        <source>Done, nobody home, refused; problem, income.</source>
        <translation>已完成、無人在家、拒絕受訪；問題和收入。</translation>
    </message>
    <message>
        <source>File, {size} KB</source>
        <translation>文件，{size} KB</translation>
    </message>
    <message>
        <source>For people who are in the household already. A birth or a marriage is recorded as a change. Marked cells are left out.</source>
        <translation>用於補錄本來就在戶裡的人；出生、婚入等請用“登記變動”。標紅的格子不會錄入。</translation>
    </message>
    <message>
        <source>How did {name} come into this household?</source>
        <translation>{name}是怎麼成為這一戶成員的？</translation>
    </message>
    <message>
        <source>How does it come into the register?</source>
        <translation>怎麼進入戶冊？</translation>
    </message>
    <message>
        <source>How?</source>
        <translation>方式</translation>
    </message>
    <message>
        <source>Into which household?</source>
        <translation>併入哪一戶？</translation>
    </message>
    <message>
        <source>Keep {count} rows</source>
        <translation>錄入{count}行</translation>
    </message>
    <message>
        <source>Members out of Excel or WPS.</source>
        <translation>把Excel或WPS裡的成員粘貼進來。</translation>
    </message>
    <message>
        <source>Members out of the clipboard: {count}</source>
        <translation>剪貼板裡的成員：{count}人</translation>
    </message>
    <message>
        <source>Name of the head</source>
        <translation>戶主姓名</translation>
    </message>
    <message>
        <source>New household: {name}</source>
        <translation>新增戶：{name}</translation>
    </message>
    <message>
        <source>Paste rows</source>
        <translation>粘貼多行</translation>
    </message>
    <message>
        <source>Pasted members: {count}</source>
        <translation>粘貼成員：{count}人</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>照片</translation>
    </message>
    <message>
        <source>Record a change</source>
        <translation>登記變動</translation>
    </message>
    <message>
        <source>Record a visit</source>
        <translation>登記走訪</translation>
    </message>
    <message>
        <source>Record it</source>
        <translation>登記</translation>
    </message>
    <message>
        <source>Recorded. Please look at this too:</source>
        <translation>已登記。還請看看這些：</translation>
    </message>
    <message>
        <source>Recorded: {what}. Ctrl+Z takes all of it back.</source>
        <translation>已登記：{what}。按Ctrl+Z可整筆撤銷。</translation>
    </message>
    <message>
        <source>Row {number}: {sentence}</source>
        <translation>第{number}行：{sentence}</translation>
    </message>
    <message>
        <source>Show all {count}</source>
        <translation>顯示全部{count}條</translation>
    </message>
    <message>
        <source>Show it in full</source>
        <translation>看大圖</translation>
    </message>
    <message>
        <source>Sort the members</source>
        <translation>成員排序</translation>
    </message>
    <message>
        <source>The clipboard holds no rows. Copy them in Excel or WPS, with their headings, and try again.</source>
        <translation>剪貼板裡沒有表格行。請在Excel或WPS裡連表頭一起復制，再試一次。</translation>
    </message>
    <message>
        <source>The same as in the row above.</source>
        <translation>和上一行相同。</translation>
    </message>
    <message>
        <source>There is no name. The row is passed over.</source>
        <translation>沒有姓名，這一行跳過。</translation>
    </message>
    <message>
        <source>There is no row above.</source>
        <translation>上面沒有行。</translation>
    </message>
    <message>
        <source>This belongs to the tab People.</source>
        <translation>請先轉到“成員”頁。</translation>
    </message>
    <message>
        <source>This household has ended. Only its history can be read.</source>
        <translation>這一戶已經結束，只能查看歷史。</translation>
    </message>
    <message>
        <source>This is needed.</source>
        <translation>這一項必須填。</translation>
    </message>
    <message>
        <source>This row is not kept yet: Ctrl+Enter keeps it, Esc gives it up.</source>
        <translation>這一行還沒有保存：按Ctrl+Enter保存，按Esc放棄。</translation>
    </message>
    <message>
        <source>To which village? Name or code of twelve digits</source>
        <translation>遷往哪個村？輸入村名或12位代碼</translation>
    </message>
    <message>
        <source>Type a few letters or pinyin</source>
        <translation>輸入幾個字或拼音</translation>
    </message>
    <message>
        <source>Visit to {name}</source>
        <translation>走訪{name}家</translation>
    </message>
    <message>
        <source>What has changed in this household?</source>
        <translation>這一戶發生了什麼變動？</translation>
    </message>
    <message>
        <source>What is {name} to {head}?</source>
        <translation>{name}是{head}的什麼人？</translation>
    </message>
    <message>
        <source>Which reason?</source>
        <translation>哪種原因？</translation>
    </message>
    <message>
        <source>Who is the head of the new household?</source>
        <translation>新戶由誰當戶主？</translation>
    </message>
    <message>
        <source>Who is the head of those who stay?</source>
        <translation>留下的人由誰當戶主？</translation>
    </message>
    <message>
        <source>Who is the new head?</source>
        <translation>誰是新戶主？</translation>
    </message>
    <message>
        <source>Who leaves together?</source>
        <translation>哪些人一起分出去？</translation>
    </message>
    <message>
        <source>Who leaves, and why?</source>
        <translation>誰離開這一戶，什麼原因？</translation>
    </message>
    <message>
        <source>Who?</source>
        <translation>誰？</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>household of {name}</source>
        <translation>{name}家</translation>
    </message>
    <message>
        <source>its status</source>
        <translation>狀態變化</translation>
    </message>
    <message>
        <source>left on {day}</source>
        <translation>{day}離開</translation>
    </message>
    <message>
        <source>new</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>not on this computer</source>
        <translation>不在這臺電腦上</translation>
    </message>
    <message>
        <source>passed over</source>
        <translation>跳過</translation>
    </message>
    <message>
        <source>required</source>
        <translation>必填</translation>
    </message>
    <message>
        <source>somebody comes</source>
        <translation>添人</translation>
    </message>
    <message>
        <source>somebody leaves</source>
        <translation>減人</translation>
    </message>
    <message>
        <source>the household</source>
        <translation>全戶</translation>
    </message>
    <message>
        <source>was here all along</source>
        <translation>本來就在（補錄）</translation>
    </message>
    <message>
        <source>A pair appears here when two records have the same identity number or household number.</source>
        <translation>兩條記錄的證件號碼或戶編號相同，就會出現在這裡。</translation>
    </message>
    <message>
        <source>It is not asked again here.</source>
        <translation>以後在這臺電腦上不再詢問；按 Ctrl+Z 可以撤回。</translation>
    </message>
    <message>
        <source>Told apart: {name}</source>
        <translation>標明不是同一個：{name}</translation>
    </message>
    <message>
        <source>Nothing contradicts here, but {count} records stand twice: look at them</source>
        <translation>這裡沒有衝突，但有 {count} 對重複記錄：去核對</translation>
    </message>
    <message>
        <source>Look at them</source>
        <translation>逐對核對</translation>
    </message>
    <message>
        <source>Merged. Nothing is lost: both stay in the history; Ctrl+Z takes it back.</source>
        <translation>已合併。什麼都沒有丟：兩邊都留在歷史裡，按Ctrl+Z可撤銷。</translation>
    </message>
    <message>
        <source>Merged: {name}</source>
        <translation>合併：{name}</translation>
    </message>
    <message>
        <source>Next pair</source>
        <translation>下一對</translation>
    </message>
    <message>
        <source>Nobody stands twice in this register.</source>
        <translation>戶冊裡沒有重複的記錄。</translation>
    </message>
    <message>
        <source>Noted: these are two. It is not asked again on this computer; Ctrl+Z takes it back.</source>
        <translation>已記下：這是兩個不同的。以後在這臺電腦上不再詢問；按 Ctrl+Z 可以撤回。</translation>
    </message>
    <message>
        <source>Told apart: {name}</source>
        <translation>標明不是同一個：{name}</translation>
    </message>
    <message>
        <source>Nothing contradicts here, but {count} records stand twice: look at them</source>
        <translation>這裡沒有衝突，但有 {count} 對重複記錄：去核對</translation>
    </message>
    <message>
        <source>Nothing contradicts: they say the same.</source>
        <translation>沒有矛盾，兩邊說的一樣。</translation>
    </message>
    <message>
        <source>Nothing is lost; undo parts them.</source>
        <translation>什麼都不會丟，撤銷就能分開。</translation>
    </message>
    <message>
        <source>Nothing stands twice.</source>
        <translation>沒有重複的記錄。</translation>
    </message>
    <message>
        <source>One and the same: merge</source>
        <translation>是同一個，合併</translation>
    </message>
    <message>
        <source>People or households with one number: merge them, or tell them apart.</source>
        <translation>號碼相同的人或戶：合併，或確認是兩個。</translation>
    </message>
    <message>
        <source>Records that stand twice</source>
        <translation>重複記錄</translation>
    </message>
    <message>
        <source>Records that stand twice: {count}</source>
        <translation>重複記錄：{count}對</translation>
    </message>
    <message>
        <source>The same, or known only in one</source>
        <translation>相同的，或只有一邊知道的</translation>
    </message>
    <message>
        <source>Two different ones</source>
        <translation>是兩個不同的</translation>
    </message>
    <message>
        <source>Two records with one number. Choose with 1 or 2 what is right, then merge; or say that they are two.</source>
        <translation>兩條記錄號碼相同。按1或2選對的值再合併，或確認是兩個不同的。</translation>
    </message>
    <message>
        <source>Which is right?</source>
        <translation>哪邊是對的？</translation>
    </message>
    <message>
        <source>goes into the other</source>
        <translation>併入另一條</translation>
    </message>
    <message>
        <source>stays</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>the same {field}</source>
        <translation>{field}相同</translation>
    </message>
    <message>
        <source>two records with one number: the same person, or two?</source>
        <translation>兩條記錄號碼相同：是同一個人，還是兩個人？</translation>
    </message>
    <message>
        <source>From</source>
        <translation>從</translation>
    </message>
    <message>
        <source>To</source>
        <translation>到</translation>
    </message>
    <message>
        <source>Type two days, such as 20190101.</source>
        <translation>請輸入兩個日期，例如20190101。</translation>
    </message>
    <message>
        <source>What happened to this household</source>
        <translation>這一戶的變動</translation>
    </message>
    <message>
        <source>What read otherwise, and who wrote it.</source>
        <translation>哪些值變了，是誰改的。</translation>
    </message>
    <message>
        <source>Compare two days</source>
        <translation>比較兩個日期</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比較</translation>
    </message>
    <message>
        <source>Between {first} and {second}: {count} differences</source>
        <translation>{first}到{second}：{count}處不同</translation>
    </message>
    <message>
        <source>{count} files</source>
        <translation>{count}個文件</translation>
    </message>
</context>
</TS>