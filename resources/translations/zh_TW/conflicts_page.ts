<?xml version='1.0' encoding='UTF-8'?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_TW" sourcelanguage="en">
<context>
    <name>fieldapp</name>
    <message>
        <source>Every value stays in the history. The keys 1 to {count} choose; Ctrl+Z takes it back.</source>
        <translation>每個值都會留在歷史裡。按數字 1 到 {count} 選用，按 Ctrl+Z 撤回。</translation>
    </message>
    <message>
        <source>{count} more values are the same in all and are not shown.</source>
        <translation>其餘 {count} 項各方填的相同，沒有列出。</translation>
    </message>
    <message>
        <source>made by mistake and taken back</source>
        <translation>登記有誤，已撤回</translation>
    </message>
    <message>
        <source>it stood twice</source>
        <translation>重複記錄，已合併</translation>
    </message>
    <message>
        <source>erased as the law asks</source>
        <translation>已依法刪除</translation>
    </message>
    <message>
        <source>More or fewer than one value is meant. Choose with the digit of its column.</source>
        <translation>這裡不止一個（或沒有）這樣的值，請按各欄的數字選用。</translation>
    </message>
    <message>
        <source>Two people changed the same thing. Choose by the digit of a column; the other values stay in the history.</source>
        <translation>兩個人改了同一處。按各欄的數字選用；其他的值都留在歷史裡。</translation>
    </message>
</context>
</TS>