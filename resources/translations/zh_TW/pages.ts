<?xml version='1.0' encoding='UTF-8'?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_TW" sourcelanguage="en">
<context>
    <name>fieldapp</name>
    <message>
        <source>Signature recorded</source>
        <translation>簽字已記錄</translation>
    </message>
    <message>
        <source>Decided: {what}</source>
        <translation>已處理衝突：{what}</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>原值</translation>
    </message>
    <message>
        <source>Theirs</source>
        <translation>對方</translation>
    </message>
    <message>
        <source>this device</source>
        <translation>本機</translation>
    </message>
    <message>
        <source>device {name}</source>
        <translation>設備 {name}</translation>
    </message>
    <message>
        <source>ended by one, edited by another</source>
        <translation>一方註銷，另一方修改</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>我的</translation>
    </message>
    <message>
        <source>Ended on {date}</source>
        <translation>{date} 註銷</translation>
    </message>
    <message>
        <source>Goes on</source>
        <translation>繼續在冊</translation>
    </message>
    <message>
        <source>The form {form} is not on this computer. Open its file again.</source>
        <translation>本機沒有表單 {form}，請重新打開它的文件。</translation>
    </message>
    <message>
        <source>The form could not be converted. Save it again in Excel.</source>
        <translation>表單無法轉換，請用 Excel 重新保存後再試。</translation>
    </message>
    <message>
        <source>This answer is outside what the form allows. Please check it.</source>
        <translation>這個答案不在表單允許的範圍內，請核對。</translation>
    </message>
    <message>
        <source>This question needs an answer.</source>
        <translation>這一題必須填寫。</translation>
    </message>
    <message>
        <source>Stopped. What has already travelled is kept.</source>
        <translation>已停止。已經傳完的都保留。</translation>
    </message>
    <message>
        <source>From {worker}: {count} new.</source>
        <translation>來自{worker}：新收 {count} 條。</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>正在發送</translation>
    </message>
    <message>
        <source>Receiving</source>
        <translation>正在接收</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>照片</translation>
    </message>
    <message>
        <source>This bundle is from {worker}, on a computer not known here. Compare the digits on both screens.</source>
        <translation>這個數據包來自{worker}，但本機還不認識那臺電腦。請對照兩臺屏幕上的核對數字。</translation>
    </message>
    <message>
        <source>Written: {file} ({parts} files)</source>
        <translation>已寫入：{file}（共 {parts} 個文件）</translation>
    </message>
    <message>
        <source>Taken in from a stick</source>
        <translation>已從U盤導入</translation>
    </message>
    <message>
        <source>Pictures: {sent} sent, {received} received.</source>
        <translation>照片：送出 {sent} 張，收到 {received} 張。</translation>
    </message>
    <message>
        <source>{count} conflicts wait for a decision.</source>
        <translation>有 {count} 處衝突待處理。</translation>
    </message>
    <message>
        <source>{count} could not be read and are set aside.</source>
        <translation>有 {count} 條讀不出來，已單獨存放。</translation>
    </message>
    <message>
        <source>This computer's clock is {minutes} minutes off. Please correct it.</source>
        <translation>本機時鐘相差 {minutes} 分鐘，請校準。</translation>
    </message>
    <message>
        <source>{count} were here already.</source>
        <translation>{count} 條本機已有。</translation>
    </message>
    <message>
        <source>{count} wait for a part that is still missing.</source>
        <translation>{count} 條在等還沒到的分卷。</translation>
    </message>
    <message>
        <source>{count} belong to other villages and were left out.</source>
        <translation>{count} 條屬於別的村，沒有導入。</translation>
    </message>
    <message>
        <source>Only here</source>
        <translation>僅在本機</translation>
    </message>
    <message>
        <source>At the township</source>
        <translation>已到鄉鎮</translation>
    </message>
    <message>
        <source>arrived, not yet at the county</source>
        <translation>已送達，還沒到縣裡</translation>
    </message>
    <message>
        <source>At the county</source>
        <translation>已到縣裡</translation>
    </message>
    <message>
        <source>arrived</source>
        <translation>已送達</translation>
    </message>
    <message>
        <source>not yet sent</source>
        <translation>還沒有送出</translation>
    </message>
    <message>
        <source>nothing waits</source>
        <translation>沒有待送的</translation>
    </message>
    <message>
        <source>Required</source>
        <translation>必填</translation>
    </message>
    <message>
        <source>Seen and understood  (1)</source>
        <translation>已閱知（1）</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>日曆</translation>
    </message>
    <message>
        <source>This is not read as a date or time. Type it as {example}.</source>
        <translation>這不是日期或時間，請照 {example} 的樣子輸入。</translation>
    </message>
    <message>
        <source>Choices</source>
        <translation>選項</translation>
    </message>
    <message>
        <source>Type a code, words or pinyin</source>
        <translation>輸入編號、文字或拼音</translation>
    </message>
    <message>
        <source>Enter takes or drops a choice; Enter on an empty line goes on.</source>
        <translation>回車選中或取消；空著按回車到下一題。</translation>
    </message>
    <message>
        <source>The order is right</source>
        <translation>就按這個順序</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>Latitude, longitude — such as 37.52, 111.14</source>
        <translation>緯度, 經度，如 37.52, 111.14</translation>
    </message>
    <message>
        <source>Enter for a new line, Tab to go on</source>
        <translation>回車換行，Tab 到下一題</translation>
    </message>
    <message>
        <source>Space opens the chooser, Enter goes on.</source>
        <translation>空格選擇文件，回車到下一題。</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Draw again</source>
        <translation>重新籤</translation>
    </message>
    <message>
        <source>Choose a picture …</source>
        <translation>選擇照片…</translation>
    </message>
    <message>
        <source>Choose a file …</source>
        <translation>選擇文件…</translation>
    </message>
    <message>
        <source>{file} is larger than 30 MB. Choose a smaller copy.</source>
        <translation>{file} 超過 30 MB，請換一個小一些的。</translation>
    </message>
    <message>
        <source>{file} is not a picture this program can show.</source>
        <translation>{file} 不是能顯示的圖片。</translation>
    </message>
    <message>
        <source>A file is kept; this device does not hold it.</source>
        <translation>文件已保存，但不在本機上。</translation>
    </message>
    <message>
        <source>{file} cannot be read. Check that the stick is still in.</source>
        <translation>讀不了 {file}，請檢查U盤是否還插著。</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>File kept, {size} KB</source>
        <translation>文件已保存，{size} KB</translation>
    </message>
    <message>
        <source>Signature pad: sign here with the mouse, a pen or a finger</source>
        <translation>簽字板：用鼠標、筆或手指在這裡籤</translation>
    </message>
    <message>
        <source>{count} to correct</source>
        <translation>{count} 處要改</translation>
    </message>
    <message>
        <source>nothing asked</source>
        <translation>不用填</translation>
    </message>
    <message>
        <source>complete</source>
        <translation>填齊</translation>
    </message>
    <message>
        <source>no rows</source>
        <translation>沒有記錄</translation>
    </message>
    <message>
        <source>◌ means not known yet: press the button, ask, and record the answer. Then the parties sign.</source>
        <translation>◌ 表示還不清楚：點按鈕，問清楚，當場記下。然後各方簽字。</translation>
    </message>
    <message>
        <source>Print the checklist</source>
        <translation>打印核查表</translation>
    </message>
    <message>
        <source>Print the card</source>
        <translation>打印戶卡</translation>
    </message>
    <message>
        <source>Both values stay in the history. Keys 1, 2, 3 choose; Ctrl+Z takes it back.</source>
        <translation>兩個值都會留在歷史裡。按 1、2、3 選擇，Ctrl+Z 撤銷。</translation>
    </message>
    <message>
        <source>Two people changed the same thing. Choose with 1, 2 or 3; the other values stay in the history.</source>
        <translation>兩個人改了同一處。按 1、2、3 選擇，其餘的值留在歷史裡。</translation>
    </message>
    <message>
        <source>A conflict appears here after an exchange, when two people changed the same field.</source>
        <translation>同步之後，如果兩個人改了同一處，會在這裡列出。</translation>
    </message>
    <message>
        <source>Conflicts</source>
        <translation>衝突</translation>
    </message>
    <message>
        <source>Conflicts: {count}</source>
        <translation>衝突 {count} 處</translation>
    </message>
    <message>
        <source>There is no conflict to decide.</source>
        <translation>沒有要處理的衝突。</translation>
    </message>
    <message>
        <source>Decided. Both values stay in the history; Ctrl+Z takes it back.</source>
        <translation>已處理。兩個值都會留在歷史裡，Ctrl+Z 可以撤銷。</translation>
    </message>
    <message>
        <source>No conflicts. What others wrote and what you wrote agree.</source>
        <translation>沒有衝突。大家寫的都一致。</translation>
    </message>
    <message>
        <source>Not known yet. Ask, look or read, and record it here:</source>
        <translation>還不清楚。問一問、看一看、查一查，在這裡記下：</translation>
    </message>
    <message>
        <source>Record: {field}</source>
        <translation>記錄：{field}</translation>
    </message>
    <message>
        <source>Enter goes on, Shift+Enter back. Digits choose. F6 go to, F10 next hole, Ctrl+L language.</source>
        <translation>回車到下一題，Shift+回車退回，數字選答案。F6 跳到題目，F10 下一處空缺，Ctrl+L 換語言。</translation>
    </message>
    <message>
        <source>This form has one language.</source>
        <translation>這張表單只有一種語言。</translation>
    </message>
    <message>
        <source>Nothing to take back in this form.</source>
        <translation>這張表單裡沒有可以撤銷的。</translation>
    </message>
    <message>
        <source>Open a form from disk</source>
        <translation>從磁盤打開表單</translation>
    </message>
    <message>
        <source>Open a form from disk …</source>
        <translation>從磁盤打開表單…</translation>
    </message>
    <message>
        <source>Reading {file} …</source>
        <translation>正在讀取 {file} …</translation>
    </message>
    <message>
        <source>Finalised: {form}</source>
        <translation>已完成：{form}</translation>
    </message>
    <message>
        <source>In the register: {form}</source>
        <translation>已寫入戶冊：{form}</translation>
    </message>
    <message>
        <source>Choose a village at the top left first: an answer belongs to one village.</source>
        <translation>請先在左上角選定一個村：答案要歸到一個村。</translation>
    </message>
    <message>
        <source>{count} left</source>
        <translation>還剩 {count} 題</translation>
    </message>
    <message>
        <source>all answered</source>
        <translation>全部填完</translation>
    </message>
    <message>
        <source>saved {time}</source>
        <translation>保存於 {time}</translation>
    </message>
    <message>
        <source>Number, name or a few letters of the question</source>
        <translation>題號、名稱或幾個字、拼音首字母</translation>
    </message>
    <message>
        <source>{count} rows</source>
        <translation>共 {count} 條</translation>
    </message>
    <message>
        <source>Last year</source>
        <translation>去年的值</translation>
    </message>
    <message>
        <source>Explanation</source>
        <translation>說明</translation>
    </message>
    <message>
        <source>Remark for this draft (Ctrl+N)</source>
        <translation>給這份草稿的備註（Ctrl+N）</translation>
    </message>
    <message>
        <source>draft, last answer {time}</source>
        <translation>草稿，最後填於 {time}</translation>
    </message>
    <message>
        <source>Drafts: {count}</source>
        <translation>草稿 {count} 份</translation>
    </message>
    <message>
        <source>Forms: {count}</source>
        <translation>表單 {count} 張</translation>
    </message>
    <message>
        <source>{where} · {count} in the register</source>
        <translation>{where} · 戶冊裡已有 {count} 份</translation>
    </message>
    <message>
        <source>for a household</source>
        <translation>按戶填</translation>
    </message>
    <message>
        <source>opened from disk</source>
        <translation>從磁盤打開</translation>
    </message>
    <message>
        <source>Take it back</source>
        <translation>撤銷</translation>
    </message>
    <message>
        <source>No form is half filled.</source>
        <translation>沒有填了一半的表單。</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>記下</translation>
    </message>
    <message>
        <source>Leave open</source>
        <translation>先空著</translation>
    </message>
    <message>
        <source>Write what is known, or press Esc to leave it open.</source>
        <translation>請寫下已知的情況；不清楚就按 Esc 先空著。</translation>
    </message>
    <message>
        <source>on paper</source>
        <translation>紙上籤</translation>
    </message>
    <message>
        <source>drawn, recorded by the worker</source>
        <translation>屏幕手籤，由工作人員記錄</translation>
    </message>
    <message>
        <source>Drawn here, recorded by {worker}.</source>
        <translation>在屏幕上籤，由{worker}記錄。</translation>
    </message>
    <message>
        <source>Reason, when refusing</source>
        <translation>不同意的原因</translation>
    </message>
    <message>
        <source>The household may refuse; that is recorded just the same.</source>
        <translation>農戶可以不同意，同樣如實記錄。</translation>
    </message>
    <message>
        <source>Record …</source>
        <translation>記錄…</translation>
    </message>
    <message>
        <source>Record the answer of: {party}</source>
        <translation>記錄{party}的意見</translation>
    </message>
    <message>
        <source>Let {name} sign on the pad first, or choose “on paper”.</source>
        <translation>請{name}先在簽字板上籤，或改選“紙上籤”。</translation>
    </message>
    <message>
        <source>Name of the signer</source>
        <translation>簽字人姓名</translation>
    </message>
    <message>
        <source>Day of signing</source>
        <translation>簽字日期</translation>
    </message>
    <message>
        <source>On paper</source>
        <translation>紙上籤</translation>
    </message>
    <message>
        <source>Drawn here</source>
        <translation>屏幕手籤</translation>
    </message>
    <message>
        <source>agreed</source>
        <translation>同意</translation>
    </message>
    <message>
        <source>Reason: {reason}</source>
        <translation>原因：{reason}</translation>
    </message>
    <message>
        <source>Does not agree</source>
        <translation>不同意</translation>
    </message>
    <message>
        <source>no answer yet</source>
        <translation>還沒有表態</translation>
    </message>
    <message>
        <source>What was shown has changed since: ask again.</source>
        <translation>簽字後內容有變，請再次確認。</translation>
    </message>
    <message>
        <source>Only here: not yet sent. Nothing is lost when an exchange stops: it goes on where it was.</source>
        <translation>“僅在本機”是還沒送出的。中途斷了不會丟，下次接著傳。</translation>
    </message>
    <message>
        <source>This computer · digits {digits}</source>
        <translation>本機核對數字 {digits}</translation>
    </message>
    <message>
        <source>An exchange is under way.</source>
        <translation>正在同步。</translation>
    </message>
    <message>
        <source>Pair with a hub first: address and code are below.</source>
        <translation>請先配對：在下面填地址和配對碼。</translation>
    </message>
    <message>
        <source>Choose the USB stick</source>
        <translation>選擇U盤</translation>
    </message>
    <message>
        <source>Choose the bundle's files</source>
        <translation>選擇數據包文件</translation>
    </message>
    <message>
        <source>For whom: choose a device, or paste its key age1…</source>
        <translation>給誰：選一臺電腦，或粘貼對方的數據包密鑰 age1…</translation>
    </message>
    <message>
        <source>The digits are the same: take it in</source>
        <translation>核對數字一致，導入</translation>
    </message>
    <message>
        <source>Pair</source>
        <translation>配對</translation>
    </message>
    <message>
        <source>Copy this computer's bundle key</source>
        <translation>複製本機的數據包密鑰</translation>
    </message>
    <message>
        <source>The key is on the clipboard. Whoever makes bundles for you needs it.</source>
        <translation>密鑰已複製。誰要給您做數據包，就把它發給誰。</translation>
    </message>
    <message>
        <source>Nothing is under way.</source>
        <translation>沒有正在進行的同步。</translation>
    </message>
    <message>
        <source>last exchange {time}</source>
        <translation>上次 {time}</translation>
    </message>
    <message>
        <source>Not paired with a hub yet. The station gives you an address and a code.</source>
        <translation>還沒有配對。地址和配對碼由鄉鎮站提供。</translation>
    </message>
    <message>
        <source>Choose the stick …</source>
        <translation>選擇U盤…</translation>
    </message>
    <message>
        <source>Address of the hub</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Code from the station</source>
        <translation>配對碼</translation>
    </message>
    <message>
        <source>Fingerprint the hub shows (if it has its own certificate)</source>
        <translation>指紋（配對單上有就填）</translation>
    </message>
    <message>
        <source>Type the address and the code that the station gave you.</source>
        <translation>請填寫鄉鎮站給的地址和配對碼。</translation>
    </message>
    <message>
        <source>to be verified</source>
        <translation>待核實</translation>
    </message>
    <message>
        <source>Households and criteria</source>
        <translation>各戶與各項標準</translation>
    </message>
    <message>
        <source>No household of this village is in your register yet.</source>
        <translation>這個村的戶冊裡還沒有戶。</translation>
    </message>
    <message>
        <source>{count} required left</source>
        <translation>還缺 {count} 題必填</translation>
    </message>
    <message>
        <source>Other questions</source>
        <translation>其他題目</translation>
    </message>
    <message>
        <source>Reading the form …</source>
        <translation>正在讀取表單…</translation>
    </message>
    <message>
        <source>Paired with the hub at {url}</source>
        <translation>已與服務器 {url} 配對</translation>
    </message>
    <message>
        <source>Card of the household</source>
        <translation>戶卡</translation>
    </message>
</context>
</TS>