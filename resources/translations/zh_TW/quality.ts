<?xml version='1.0' encoding='UTF-8'?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_TW" sourcelanguage="en">
<context>
    <name>quality</name>
    <message>
        <source>{file}, line {at}: there are no batches {name} to extend. Name the pack that holds them in requires.</source>
        <translation>{file} 第 {at} 行：沒有可擴展的批次方案 {name}。請在 requires 中寫明所在的內容包。</translation>
    </message>
    <message>
        <source>{file}, line {at}: two rules are called {id}. Keep one.</source>
        <translation>{file} 第 {at} 行：有兩條規則都叫 {id}，請保留一條。</translation>
    </message>
    <message>
        <source>{file}, line {at}: {field} names :{name}. Known here are: {known}.</source>
        <translation>{file} 第 {at} 行：{field} 用了 :{name}。這裡可用的有：{known}。</translation>
    </message>
    <message>
        <source>{file}, line {at}: {field} must begin same( with one of {known}, outside other lists.</source>
        <translation>{file} 第 {at} 行：{field} 中 same( 的第一項須為 {known} 之一，並且不能放在其他列表的條件裡。</translation>
    </message>
    <message>
        <source>{file}, line {at}: {field} may compare only the fields of {list} with same().</source>
        <translation>{file} 第 {at} 行：{field} 的 same() 只能比較 {list} 自己的字段。</translation>
    </message>
    <message>
        <source>In {matrix}, the entry {cause} names {code}, which is no code and no rule. Correct it.</source>
        <translation>{matrix} 中的 {cause} 用了 {code}，它既不是代碼也不是規則，請更正。</translation>
    </message>
    <message>
        <source>{file}, line {at}: there is no rule {id} to switch off. Correct its id or remove these lines.</source>
        <translation>{file} 第 {at} 行：沒有可停用的規則 {id}。請更正編號或刪去這幾行。</translation>
    </message>
    <message>
        <source>{file}, line {at}: {field} runs over the list {list}, which no dictionary has.</source>
        <translation>{file} 第 {at} 行：{field} 檢查列表 {list}，但數據字典中沒有這個列表。</translation>
    </message>
    <message>
        <source>No pack of this vault counts batches. Add one that does, as gansu-qinba.</source>
        <translation>這個數據庫的內容包都沒有批次方案。請添加一個，例如 gansu-qinba。</translation>
    </message>
    <message>
        <source>{text} is no date. Write it as 2019-11-05.</source>
        <translation>“{text}”不是日期。請按 2019-11-05 的樣子填寫。</translation>
    </message>
    <message>
        <source>These batches belong to the years {first} to {last}. Choose one of them.</source>
        <translation>這套批次適用於 {first} 年至 {last} 年，請選其中一年。</translation>
    </message>
    <message>
        <source>{batch}: {people} people of {households} households are not on the register. Check the imported list.</source>
        <translation>{batch}：有 {households} 戶 {people} 人不在冊。請核對導入的名單。</translation>
    </message>
    <message>
        <source>{batch} has {count} people, more than the {registered} of the register: an import is wrong. Compare the list and import it again.</source>
        <translation>{batch} 有 {count} 人，多於在冊的 {registered} 人：導入有誤。請核對名單後重新導入。</translation>
    </message>
    <message>
        <source>Write the explanation: why is this right as it stands?</source>
        <translation>請填寫說明：為什麼現在這樣是對的？</translation>
    </message>
    <message>
        <source>This village has no sheet yet. Make it first, then explain its findings.</source>
        <translation>這個村還沒有村表。請先建立村表，再填寫說明。</translation>
    </message>
    <message>
        <source>This finding is no longer there. Check again and explain what is still found.</source>
        <translation>這條問題已經不存在。請重新檢查，再對仍有的問題填寫說明。</translation>
    </message>
    <message>
        <source>In at least one of the batches: {households} households, {people} people of {registered} registered.</source>
        <translation>至少屬於一個批次的：{households} 戶 {people} 人（在冊 {registered} 人）。</translation>
    </message>
    <message>
        <source>{count} findings.</source>
        <translation>共 {count} 條問題。</translation>
    </message>
    <message>
        <source>Cut-off date {day}, by {set}.</source>
        <translation>截止日期 {day}，按 {set} 統計。</translation>
    </message>
    <message>
        <source>{households} households, {people} people</source>
        <translation>{households} 戶 {people} 人</translation>
    </message>
    <message>
        <source>No pack of this vault has the rule {rule}. Check its name.</source>
        <translation>本庫的數據包裡沒有規則 {rule}。請核對名稱。</translation>
    </message>
    <message>
        <source>not known of {count}</source>
        <translation>{count} 條無法判斷</translation>
    </message>
    <message>
        <source>In no batch: {count} people.</source>
        <translation>不屬於任何批次的：{count} 人。</translation>
    </message>
    <message>
        <source>{count} of them explained</source>
        <translation>其中 {count} 條已說明</translation>
    </message>
    <message>
        <source>{faultless} of {households} households without an error; {errors} errors, {warnings} warnings</source>
        <translation>{households} 戶中 {faultless} 戶無錯誤；錯誤 {errors} 條，提醒 {warnings} 條</translation>
    </message>
</context>
</TS>