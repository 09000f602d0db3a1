<?xml version='1.0' encoding='UTF-8'?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_TW" sourcelanguage="en">
<context>
    <name>fieldapp</name>
    <message>
        <source>Village</source>
        <translation>村</translation>
    </message>
    <message>
        <source>The village's card and every list kept for it.</source>
        <translation>村情卡和本村的各種名冊。</translation>
    </message>
    <message>
        <source>Open the card of this village</source>
        <translation>建立本村村情卡</translation>
    </message>
    <message>
        <source>End this record</source>
        <translation>終止這條記錄</translation>
    </message>
    <message>
        <source>It stays in the history; lists show it no more.</source>
        <translation>歷史裡一直保留，名冊裡不再顯示。</translation>
    </message>
    <message>
        <source>Why does it end?</source>
        <translation>為什麼終止？</translation>
    </message>
    <message>
        <source>End it</source>
        <translation>終止</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>記錄</translation>
    </message>
    <message>
        <source>This record is not in this register any more.</source>
        <translation>登記冊裡沒有這條記錄了。</translation>
    </message>
    <message>
        <source>This record has ended already.</source>
        <translation>這條記錄已經終止。</translation>
    </message>
    <message>
        <source>ended on {day}</source>
        <translation>{day} 終止</translation>
    </message>
    <message>
        <source>Ended: {name}</source>
        <translation>終止：{name}</translation>
    </message>
    <message>
        <source>Choose one village at the top left to see its card. The lists show all villages.</source>
        <translation>請先在左上角選一個村，才能看村情卡。右邊的名冊包括所有村。</translation>
    </message>
    <message>
        <source>The village's own facts at the left, its lists at the right. Enter changes or opens.</source>
        <translation>左邊是村情，右邊是本村名冊。按回車修改或打開。</translation>
    </message>
    <message>
        <source>The card of this village is open already.</source>
        <translation>本村村情卡已經建立。</translation>
    </message>
    <message>
        <source>Of the village</source>
        <translation>村級名冊</translation>
    </message>
    <message>
        <source>Of the households</source>
        <translation>到戶名冊</translation>
    </message>
    <message>
        <source>“{text}” is not in the register. Type a few letters and choose one, or add it there first.</source>
        <translation>登記冊裡沒有“{text}”。請輸入幾個字或拼音首字母再選，或者先去登記。</translation>
    </message>
    <message>
        <source>These households have this helper already. Choose others.</source>
        <translation>這些戶的幫扶責任人已經是這個人，請選其他戶。</translation>
    </message>
    <message>
        <source>This helper has no household now. Choose another helper.</source>
        <translation>這個幫扶責任人目前沒有結對戶，請選其他人。</translation>
    </message>
    <message>
        <source>Due this week or overdue</source>
        <translation>本週到期或已逾期</translation>
    </message>
    <message>
        <source>overdue since {day}</source>
        <translation>{day} 到期，已逾期</translation>
    </message>
    <message>
        <source>Choose at least one content pack: it says what the register holds.</source>
        <translation>請至少選一個業務包：登記哪些內容由它決定。</translation>
    </message>
</context>
</TS>