<?xml version='1.0' encoding='UTF-8'?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_TW" sourcelanguage="en">
<context>
    <name>fieldapp</name>
    <message>
        <source>No pack of this vault says who fits a project of the kind {kind}. Install one, or choose by hand.</source>
        <translation>本庫的內容包沒有說明哪些戶符合“{kind}”類項目。請安裝內容包，或手工選擇。</translation>
    </message>
    <message>
        <source>These households take part already. Choose others.</source>
        <translation>這些戶已經納入。請選擇其他戶。</translation>
    </message>
    <message>
        <source>Nothing is said about the effect. Write what it brought.</source>
        <translation>沒有填寫成效。請寫明帶來了什麼。</translation>
    </message>
    <message>
        <source>Choose who is paid, and write an amount above nothing.</source>
        <translation>請選擇發放對象，並填寫大於零的金額。</translation>
    </message>
    <message>
        <source>The funds of this project come to {granted} yuan, its cost is {cost} yuan. Check the sources.</source>
        <translation>本項目各項資金合計 {granted} 元，項目投資為 {cost} 元。請核對資金來源。</translation>
    </message>
    <message>
        <source>{paid} yuan were paid of {granted} yuan: {over} yuan more than this fund has. Check the payments.</source>
        <translation>資金 {granted} 元，已發放 {paid} 元，超出 {over} 元。請核對發放記錄。</translation>
    </message>
    <message>
        <source>No household holds a share of this asset on that day, or there is nothing to divide. Enter the shares first.</source>
        <translation>當日沒有農戶持有該資產的股份，或沒有可分配的金額。請先登記股份。</translation>
    </message>
    <message>
        <source>The dividend of {year} is written already. Take it back first, or write single rows.</source>
        <translation>{year} 年的分紅已經登記。請先撤銷，或逐條登記。</translation>
    </message>
    <message>
        <source>This case is closed. Open a new one for what happened since.</source>
        <translation>此關愛事項已結案。之後發生的情況請新建事項。</translation>
    </message>
    <message>
        <source>Write what was answered.</source>
        <translation>請寫明答覆內容。</translation>
    </message>
    <message>
        <source>This was answered already. Record a new one for a new answer.</source>
        <translation>這條已經答覆。新的答覆請另行登記。</translation>
    </message>
    <message>
        <source>those in view</source>
        <translation>當前列表中的戶</translation>
    </message>
    <message>
        <source>those who fit</source>
        <translation>符合條件的戶</translation>
    </message>
    <message>
        <source>those without a helper</source>
        <translation>沒有幫扶人的戶</translation>
    </message>
    <message>
        <source>all of the village</source>
        <translation>全村各戶</translation>
    </message>
    <message>
        <source>Which households?</source>
        <translation>哪些戶？</translation>
    </message>
    <message>
        <source>Who of them (a digit or the space bar takes one away)</source>
        <translation>其中哪些戶（按數字或空格取消勾選）</translation>
    </message>
    <message>
        <source>Assign households to a helper</source>
        <translation>給幫扶人分配農戶</translation>
    </message>
    <message>
        <source>Assign</source>
        <translation>分配</translation>
    </message>
    <message>
        <source>Assigned: {count} households</source>
        <translation>已分配 {count} 戶</translation>
    </message>
    <message>
        <source>Hand over to a successor</source>
        <translation>移交給接任人</translation>
    </message>
    <message>
        <source>Hand over</source>
        <translation>移交</translation>
    </message>
    <message>
        <source>Who takes over {count} households?</source>
        <translation>誰接手這 {count} 戶？</translation>
    </message>
    <message>
        <source>Handed over: {count} households</source>
        <translation>已移交 {count} 戶</translation>
    </message>
    <message>
        <source>Who takes part in this project?</source>
        <translation>哪些戶參加本項目？</translation>
    </message>
    <message>
        <source>Enrol</source>
        <translation>納入</translation>
    </message>
    <message>
        <source>{not_met} of them do not fit, of {unknown} it is not known. They can take part; the record says so.</source>
        <translation>其中 {not_met} 戶不符合條件，{unknown} 戶待核實。可以納入，記錄中會註明。</translation>
    </message>
    <message>
        <source>Enrolled: {count} households</source>
        <translation>已納入 {count} 戶</translation>
    </message>
    <message>
        <source>Pay out of this fund</source>
        <translation>從本項資金髮放</translation>
    </message>
    <message>
        <source>Pay</source>
        <translation>發放</translation>
    </message>
    <message>
        <source>Amount for each (yuan); {left} are left in the fund</source>
        <translation>每戶金額（元）；資金尚餘 {left} 元</translation>
    </message>
    <message>
        <source>To whom (a digit or the space bar takes one away)</source>
        <translation>發給誰（按數字或空格取消勾選）</translation>
    </message>
    <message>
        <source>This comes to {whole} yuan, more than the fund has left.</source>
        <translation>合計 {whole} 元，超過資金餘額。</translation>
    </message>
    <message>
        <source>Paid: {count} households</source>
        <translation>已發放 {count} 戶</translation>
    </message>
    <message>
        <source>What did the project bring?</source>
        <translation>項目帶來了什麼成效？</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Dividend of a year</source>
        <translation>年度分紅</translation>
    </message>
    <message>
        <source>Divide and write</source>
        <translation>按股分配並登記</translation>
    </message>
    <message>
        <source>Amount to divide (yuan)</source>
        <translation>分紅總額（元）</translation>
    </message>
    <message>
        <source>{count} households hold {shares} shares.</source>
        <translation>{count} 戶持有 {shares} 股。</translation>
    </message>
    <message>
        <source>Dividend of {year}</source>
        <translation>{year} 年分紅</translation>
    </message>
    <message>
        <source>The next step of care</source>
        <translation>關愛的下一步</translation>
    </message>
    <message>
        <source>Record it</source>
        <translation>登記</translation>
    </message>
    <message>
        <source>“{stage}” follows until</source>
        <translation>下一步“{stage}”的期限</translation>
    </message>
    <message>
        <source>Answer it</source>
        <translation>答覆</translation>
    </message>
    <message>
        <source>Keep the answer</source>
        <translation>保存答覆</translation>
    </message>
    <message>
        <source>A helper by letters, households by ticks, a day, Enter.</source>
        <translation>輸入字母選幫扶人，勾選農戶，填日期，回車。</translation>
    </message>
    <message>
        <source>All households of this helper at once; one undo takes it back.</source>
        <translation>一次移交此人的全部農戶；一次撤銷即可收回。</translation>
    </message>
    <message>
        <source>Who takes part</source>
        <translation>參加農戶</translation>
    </message>
    <message>
        <source>Those who fit are ticked first.</source>
        <translation>符合條件的戶已先勾選。</translation>
    </message>
    <message>
        <source>What it brought</source>
        <translation>成效</translation>
    </message>
    <message>
        <source>Words, income, how it stands.</source>
        <translation>文字、收入和目前狀態。</translation>
    </message>
    <message>
        <source>What is left is said before.</source>
        <translation>發放前先顯示餘額。</translation>
    </message>
    <message>
        <source>By shares, exact to the fen.</source>
        <translation>按股份分配，精確到分。</translation>
    </message>
    <message>
        <source>Proposed, with its deadline.</source>
        <translation>系統提示下一步和期限。</translation>
    </message>
    <message>
        <source>The words, the day, and what was said to it.</source>
        <translation>答覆內容、日期和農戶意見。</translation>
    </message>
    <message>
        <source>Nobody agreed that these details leave, or the time is over. Record the consent first: who, when, until when.</source>
        <translation>沒有人同意提供這些信息，或同意已過期。請先登記同意：誰、何時、到何時。</translation>
    </message>
    <message>
        <source>Kind of help</source>
        <translation>幫扶類別</translation>
    </message>
    <message>
        <source>Told when you ask.</source>
        <translation>詳情另行說明。</translation>
    </message>
    <message>
        <source>Amount (yuan)</source>
        <translation>金額（元）</translation>
    </message>
    <message>
        <source>Township</source>
        <translation>鄉鎮</translation>
    </message>
    <message>
        <source>Number of the need</source>
        <translation>需求編號</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>聯繫電話</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>住址</translation>
    </message>
    <message>
        <source>The household and the village agreed that these details are used until {day}.</source>
        <translation>農戶和村同意在 {day} 前使用這些信息。</translation>
    </message>
    <message>
        <source>No name is told before the household and the village agree.</source>
        <translation>農戶和村同意之前，不提供姓名。</translation>
    </message>
    <message>
        <source>Need card</source>
        <translation>需求卡</translation>
    </message>
    <message>
        <source>{count} open needs</source>
        <translation>{count} 項待對接需求</translation>
    </message>
    <message>
        <source>Needs that wait for help</source>
        <translation>待幫扶需求清單</translation>
    </message>
    <message>
        <source>Which students? (a digit or the space bar)</source>
        <translation>哪些學生？（按數字或空格勾選）</translation>
    </message>
    <message>
        <source>Print the need card</source>
        <translation>打印需求卡</translation>
    </message>
    <message>
        <source>Without name, address and number.</source>
        <translation>不含姓名、住址和號碼。</translation>
    </message>
    <message>
        <source>What is needed</source>
        <translation>需求內容</translation>
    </message>
    <message>
        <source>People in the household</source>
        <translation>家庭人口</translation>
    </message>
    <message>
        <source>An objection or request</source>
        <translation>異議或訴求</translation>
    </message>
    <message>
        <source>Record an objection or request</source>
        <translation>登記異議或訴求</translation>
    </message>
    <message>
        <source>Until when to answer is proposed.</source>
        <translation>系統提示答覆期限。</translation>
    </message>
</context>
</TS>