<?xml version='1.0' encoding='UTF-8'?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_TW" sourcelanguage="en">
<context>
    <name>fieldapp</name>
    <message>
        <source>The letters of {name} cannot be read as {encoding}. Save it as UTF-8.</source>
        <translation>{name} 的文字無法按 {encoding} 讀取。請另存為 UTF-8。</translation>
    </message>
    <message>
        <source>{name} has more than {count} tags. Use a smaller list or split the form.</source>
        <translation>{name} 的標籤超過 {count} 個。請縮小列表或拆分表單。</translation>
    </message>
    <message>
        <source>{name} declares more than {count} prefixes.</source>
        <translation>{name} 聲明的前綴超過 {count} 個。</translation>
    </message>
    <message>
        <source>The attached file {file} is larger than {megabytes} MB.</source>
        <translation>附帶文件 {file} 大於 {megabytes} MB。</translation>
    </message>
    <message>
        <source>The attached file {file} has more than {count} cells. Use a smaller list.</source>
        <translation>附帶文件 {file} 的單元格超過 {count} 個。請使用較小的列表。</translation>
    </message>
    <message>
        <source>The workbook has more than {count} parts.</source>
        <translation>工作簿包含的部件超過 {count} 個。</translation>
    </message>
    <message>
        <source>The workbook is larger than {size} MB.</source>
        <translation>工作簿大於 {size} MB。</translation>
    </message>
    <message>
        <source>A sheet has more than {count} cells. Delete the empty rows and columns after its end.</source>
        <translation>某個工作表的單元格超過 {count} 個。請刪除末尾之後的空行和空列。</translation>
    </message>
    <message>
        <source>This form asks for more than {steps} steps of reckoning after one answer. Ask its author to make its expressions simpler.</source>
        <translation>回答一次後，該表單需要的計算超過 {steps} 步。請讓表單作者簡化公式。</translation>
    </message>
    <message>
        <source>A text of the form grows to {length} letters; {most} are allowed. Ask its author to make its expressions simpler.</source>
        <translation>表單中有一段文字增長到 {length} 個字；最多允許 {most} 個。請讓表單作者簡化公式。</translation>
    </message>
    <message>
        <source>The pattern “{pattern}” cannot be used: {reason}. Looking ahead or behind and repeating what a group found are not possible here; say it with several conditions.</source>
        <translation>無法使用模式“{pattern}”：{reason}。這裡不支持前後查看，也不支持重複分組已匹配的內容；請改用幾個條件表達。</translation>
    </message>
    <message>
        <source>The expression “{expression}” has more than {count} parts in a row. Calculate some of them in a question of their own.</source>
        <translation>公式“{expression}”中連續的部分超過 {count} 個。請把其中一些放到單獨的問題裡計算。</translation>
    </message>
    <message>
        <source>{place}: the expression is nested too deep.</source>
        <translation>{place}：公式嵌套過深。</translation>
    </message>
    <message>
        <source>{ref} would have {count} rows; there is room for {room}. Correct the number.</source>
        <translation>{ref} 將有 {count} 行；最多隻能放 {room} 行。請更正數字。</translation>
    </message>
    <message>
        <source>These answers fill more than {count} questions and rows.</source>
        <translation>這些回答超過 {count} 個問題和行。</translation>
    </message>
    <message>
        <source>An answer of {length} letters is too long; {most} are allowed.</source>
        <translation>回答共 {length} 個字，太長了；最多允許 {most} 個字。</translation>
    </message>
</context>
</TS>