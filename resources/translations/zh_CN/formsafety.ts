<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>fieldapp</name>
    <message>
        <source>The letters of {name} cannot be read as {encoding}. Save it as UTF-8.</source>
        <translation>{name} 的文字无法按 {encoding} 读取。请另存为 UTF-8。</translation>
    </message>
    <message>
        <source>{name} has more than {count} tags. Use a smaller list or split the form.</source>
        <translation>{name} 的标签超过 {count} 个。请缩小列表或拆分表单。</translation>
    </message>
    <message>
        <source>{name} declares more than {count} prefixes.</source>
        <translation>{name} 声明的前缀超过 {count} 个。</translation>
    </message>
    <message>
        <source>The attached file {file} is larger than {megabytes} MB.</source>
        <translation>附带文件 {file} 大于 {megabytes} MB。</translation>
    </message>
    <message>
        <source>The attached file {file} has more than {count} cells. Use a smaller list.</source>
        <translation>附带文件 {file} 的单元格超过 {count} 个。请使用较小的列表。</translation>
    </message>
    <message>
        <source>The workbook has more than {count} parts.</source>
        <translation>工作簿包含的部件超过 {count} 个。</translation>
    </message>
    <message>
        <source>The workbook is larger than {size} MB.</source>
        <translation>工作簿大于 {size} MB。</translation>
    </message>
    <message>
        <source>A sheet has more than {count} cells. Delete the empty rows and columns after its end.</source>
        <translation>某个工作表的单元格超过 {count} 个。请删除末尾之后的空行和空列。</translation>
    </message>
    <message>
        <source>This form asks for more than {steps} steps of reckoning after one answer. Ask its author to make its expressions simpler.</source>
        <translation>回答一次后，该表单需要的计算超过 {steps} 步。请让表单作者简化公式。</translation>
    </message>
    <message>
        <source>A text of the form grows to {length} letters; {most} are allowed. Ask its author to make its expressions simpler.</source>
        <translation>表单中有一段文字增长到 {length} 个字；最多允许 {most} 个。请让表单作者简化公式。</translation>
    </message>
    <message>
        <source>The pattern “{pattern}” cannot be used: {reason}. Looking ahead or behind and repeating what a group found are not possible here; say it with several conditions.</source>
        <translation>无法使用模式“{pattern}”：{reason}。这里不支持前后查看，也不支持重复分组已匹配的内容；请改用几个条件表达。</translation>
    </message>
    <message>
        <source>The expression “{expression}” has more than {count} parts in a row. Calculate some of them in a question of their own.</source>
        <translation>公式“{expression}”中连续的部分超过 {count} 个。请把其中一些放到单独的问题里计算。</translation>
    </message>
    <message>
        <source>{place}: the expression is nested too deep.</source>
        <translation>{place}：公式嵌套过深。</translation>
    </message>
    <message>
        <source>{ref} would have {count} rows; there is room for {room}. Correct the number.</source>
        <translation>{ref} 将有 {count} 行；最多只能放 {room} 行。请更正数字。</translation>
    </message>
    <message>
        <source>These answers fill more than {count} questions and rows.</source>
        <translation>这些回答超过 {count} 个问题和行。</translation>
    </message>
    <message>
        <source>An answer of {length} letters is too long; {most} are allowed.</source>
        <translation>回答共 {length} 个字，太长了；最多允许 {most} 个字。</translation>
    </message>
</context>
</TS>
