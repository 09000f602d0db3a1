<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>quality</name>
    <message>
        <source>{file}, line {at}: there are no batches {name} to extend. Name the pack that holds them in requires.</source>
        <translation>{file} 第 {at} 行：没有可扩展的批次方案 {name}。请在 requires 中写明所在的内容包。</translation>
    </message>
    <message>
        <source>{file}, line {at}: two rules are called {id}. Keep one.</source>
        <translation>{file} 第 {at} 行：有两条规则都叫 {id}，请保留一条。</translation>
    </message>
    <message>
        <source>{file}, line {at}: {field} names :{name}. Known here are: {known}.</source>
        <translation>{file} 第 {at} 行：{field} 用了 :{name}。这里可用的有：{known}。</translation>
    </message>
    <message>
        <source>{file}, line {at}: {field} must begin same( with one of {known}, outside other lists.</source>
        <translation>{file} 第 {at} 行：{field} 中 same( 的第一项须为 {known} 之一，并且不能放在其他列表的条件里。</translation>
    </message>
    <message>
        <source>{file}, line {at}: {field} may compare only the fields of {list} with same().</source>
        <translation>{file} 第 {at} 行：{field} 的 same() 只能比较 {list} 自己的字段。</translation>
    </message>
    <message>
        <source>In {matrix}, the entry {cause} names {code}, which is no code and no rule. Correct it.</source>
        <translation>{matrix} 中的 {cause} 用了 {code}，它既不是代码也不是规则，请更正。</translation>
    </message>
    <message>
        <source>{file}, line {at}: there is no rule {id} to switch off. Correct its id or remove these lines.</source>
        <translation>{file} 第 {at} 行：没有可停用的规则 {id}。请更正编号或删去这几行。</translation>
    </message>
    <message>
        <source>{file}, line {at}: {field} runs over the list {list}, which no dictionary has.</source>
        <translation>{file} 第 {at} 行：{field} 检查列表 {list}，但数据字典中没有这个列表。</translation>
    </message>
    <message>
        <source>No pack of this vault counts batches. Add one that does, as gansu-qinba.</source>
        <translation>这个数据库的内容包都没有批次方案。请添加一个，例如 gansu-qinba。</translation>
    </message>
    <message>
        <source>{text} is no date. Write it as 2019-11-05.</source>
        <translation>“{text}”不是日期。请按 2019-11-05 的样子填写。</translation>
    </message>
    <message>
        <source>These batches belong to the years {first} to {last}. Choose one of them.</source>
        <translation>这套批次适用于 {first} 年至 {last} 年，请选其中一年。</translation>
    </message>
    <message>
        <source>{batch}: {people} people of {households} households are not on the register. Check the imported list.</source>
        <translation>{batch}：有 {households} 户 {people} 人不在册。请核对导入的名单。</translation>
    </message>
    <message>
        <source>{batch} has {count} people, more than the {registered} of the register: an import is wrong. Compare the list and import it again.</source>
        <translation>{batch} 有 {count} 人，多于在册的 {registered} 人：导入有误。请核对名单后重新导入。</translation>
    </message>
    <message>
        <source>Write the explanation: why is this right as it stands?</source>
        <translation>请填写说明：为什么现在这样是对的？</translation>
    </message>
    <message>
        <source>This village has no sheet yet. Make it first, then explain its findings.</source>
        <translation>这个村还没有村表。请先建立村表，再填写说明。</translation>
    </message>
    <message>
        <source>This finding is no longer there. Check again and explain what is still found.</source>
        <translation>这条问题已经不存在。请重新检查，再对仍有的问题填写说明。</translation>
    </message>
    <message>
        <source>In at least one of the batches: {households} households, {people} people of {registered} registered.</source>
        <translation>至少属于一个批次的：{households} 户 {people} 人（在册 {registered} 人）。</translation>
    </message>
    <message>
        <source>{count} findings.</source>
        <translation>共 {count} 条问题。</translation>
    </message>
    <message>
        <source>Cut-off date {day}, by {set}.</source>
        <translation>截止日期 {day}，按 {set} 统计。</translation>
    </message>
    <message>
        <source>{households} households, {people} people</source>
        <translation>{households} 户 {people} 人</translation>
    </message>
    <message>
        <source>No pack of this vault has the rule {rule}. Check its name.</source>
        <translation>本库的数据包里没有规则 {rule}。请核对名称。</translation>
    </message>
    <message>
        <source>not known of {count}</source>
        <translation>{count} 条无法判断</translation>
    </message>
    <message>
        <source>In no batch: {count} people.</source>
        <translation>不属于任何批次的：{count} 人。</translation>
    </message>
    <message>
        <source>{count} of them explained</source>
        <translation>其中 {count} 条已说明</translation>
    </message>
    <message>
        <source>{faultless} of {households} households without an error; {errors} errors, {warnings} warnings</source>
        <translation>{households} 户中 {faultless} 户无错误；错误 {errors} 条，提醒 {warnings} 条</translation>
    </message>
</context>
</TS>
