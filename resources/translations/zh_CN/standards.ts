<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>standards</name>
    <message>
        <source>Signatures were recorded on two laptops at once; both are kept.</source>
        <translation>两台电脑同时记录了签字，两条都已保留。</translation>
    </message>
    <message>
        <source>The signatures do not agree with the check code {code} noted outside: some are missing or were added.</source>
        <translation>签字与另行记下的校验码 {code} 不一致：有签字缺失或被添加。</translation>
    </message>
    <message>
        <source>The signature of {name} was changed after it was recorded. Compare it with the signed paper.</source>
        <translation>{name} 的签字在记录之后被改动过。请与签字的纸质表核对。</translation>
    </message>
    <message>
        <source>The signature of {name} belongs to another household or year. Compare it with the signed paper.</source>
        <translation>{name} 的签字属于另一户或另一年度。请与签字的纸质表核对。</translation>
    </message>
    <message>
        <source>A signature before that of {name} is missing or was changed. Compare the list with the signed papers.</source>
        <translation>{name} 之前的一条签字缺失或被改动过。请与签字的纸质表逐一核对。</translation>
    </message>
    <message>
        <source>{file}, line {at}: present of {field} may only read the records of its own list.</source>
        <translation>{file} 第 {at} 行：{field} 的 present 只能读取本表自己的记录。</translation>
    </message>
    <message>
        <source>{file} is too long for a standard set.</source>
        <translation>{file} 过长，不像是标准方案。</translation>
    </message>
    <message>
        <source>{file} is empty; a standard set was expected.</source>
        <translation>{file} 是空的，应为标准方案。</translation>
    </message>
    <message>
        <source>{file}, line {at}: {field} must be one text or number.</source>
        <translation>{file} 第 {at} 行：{field} 应为一个文字或数字。</translation>
    </message>
    <message>
        <source>{file}, line {at}: {field} must be a mapping of keys.</source>
        <translation>{file} 第 {at} 行：{field} 应为“键: 值”的形式。</translation>
    </message>
    <message>
        <source>{file}, line {at}: this is no readable YAML ({problem}). Check indents, colons and quotes.</source>
        <translation>{file} 第 {at} 行：YAML 无法读取（{problem}）。请检查缩进、冒号和引号。</translation>
    </message>
    <message>
        <source>{file}, line {at}: {field} stands here twice.</source>
        <translation>{file} 第 {at} 行：{field} 在这里出现了两次。</translation>
    </message>
    <message>
        <source>{file}, line {at}: {field} is not known here. Known are: {known}.</source>
        <translation>{file} 第 {at} 行：这里不认识 {field}。可用的有：{known}。</translation>
    </message>
    <message>
        <source>{file}, line {at}: aliases are not read here. Write the text out.</source>
        <translation>{file} 第 {at} 行：不支持 YAML 引用，请把内容写全。</translation>
    </message>
    <message>
        <source>{file}, line {at}: {field} must be exactly one expression.</source>
        <translation>{file} 第 {at} 行：{field} 应恰好是一个表达式。</translation>
    </message>
    <message>
        <source>{file}, line {at}: {field} uses a bare aggregate ({part}), which reads missing facts as met. Use none(list, …), every(list, …) or total(list, value, …).</source>
        <translation>{file} 第 {at} 行：{field} 直接用了汇总（{part}），会把缺失的情况当成达标。请改用 none(list, …)、every(list, …) 或 total(list, value, …)。</translation>
    </message>
    <message>
        <source>{file}, line {at}: {field} divides. Multiply across instead, so that the comparison is exact.</source>
        <translation>{file} 第 {at} 行：{field} 用了除法。请改为两边相乘，才能精确比较。</translation>
    </message>
    <message>
        <source>{file}, line {at}: {field} may only read the facts it names. Remove: {part}.</source>
        <translation>{file} 第 {at} 行：{field} 只能读取它写明的事实。请删去：{part}。</translation>
    </message>
    <message>
        <source>{file}, line {at}: {field} would read a missing fact as an answer ({part}). Missing is not none.</source>
        <translation>{file} 第 {at} 行：{field} 会把缺失的事实当成答案（{part}）。未知不等于没有。</translation>
    </message>
    <message>
        <source>{file}, line {at}: {field} calls {name}. Known are: {known}.</source>
        <translation>{file} 第 {at} 行：{field} 调用了 {name}。可用的有：{known}。</translation>
    </message>
    <message>
        <source>{file}, line {at}: {field} must give {name} {count} arguments.</source>
        <translation>{file} 第 {at} 行：{field} 中的 {name} 应有 {count} 个参数。</translation>
    </message>
    <message>
        <source>{file}, line {at}: {field} must begin {name}( with a list.</source>
        <translation>{file} 第 {at} 行：{field} 中 {name}( 的第一个参数应为一张表。</translation>
    </message>
    <message>
        <source>{file}, line {at}: {field} must name a date field in latest().</source>
        <translation>{file} 第 {at} 行：{field} 的 latest() 中应写明日期字段。</translation>
    </message>
    <message>
        <source>{file}, line {at}: {field} puts one quantifier into another.</source>
        <translation>{file} 第 {at} 行：{field} 把一个量词放进了另一个量词里。</translation>
    </message>
    <message>
        <source>{file}, line {at}: {field} cannot be read as an expression ({problem}).</source>
        <translation>{file} 第 {at} 行：{field} 无法按表达式读取（{problem}）。</translation>
    </message>
    <message>
        <source>{file}, line {at}: {field} may hold whole numbers only (money in fen, decimals as they are stored).</source>
        <translation>{file} 第 {at} 行：{field} 中只能写整数（金额以分计，小数按存储值写）。</translation>
    </message>
    <message>
        <source>{file}, line {at}: {field} needs a comparison where it has {part}. Write for example {part} = 1.</source>
        <translation>{file} 第 {at} 行：{field} 中 {part} 处应为比较。例如写成 {part} = 1。</translation>
    </message>
    <message>
        <source>{file}, line {at}: {field} uses something a standard may not use: {part}.</source>
        <translation>{file} 第 {at} 行：{field} 用了标准中不允许的写法：{part}。</translation>
    </message>
    <message>
        <source>{file}, line {at}: {field} names {name}, which is no field that can be seen from {over}.</source>
        <translation>{file} 第 {at} 行：{field} 提到的 {name} 不是从 {over} 能看到的字段。</translation>
    </message>
    <message>
        <source>{file}: over names the list {list}, which no dictionary has.</source>
        <translation>{file}：over 提到的表 {list} 在数据字典中不存在。</translation>
    </message>
    <message>
        <source>{file}, line {at}: {field} names the list {list}, which no dictionary puts under {root}.</source>
        <translation>{file} 第 {at} 行：{field} 提到的表 {list} 在数据字典中不属于 {root}。</translation>
    </message>
    <message>
        <source>Not known: {field}.</source>
        <translation>待核实：{field}。</translation>
    </message>
    <message>
        <source>Ask the county for its exit line of {year}; it is never assumed.</source>
        <translation>请向县里询问 {year} 年的退出线；程序从不自行假定。</translation>
    </message>
    <message>
        <source>Nothing is recorded yet: {field}. Ask, and add it.</source>
        <translation>尚无记录：{field}。请核实后补录。</translation>
    </message>
    <message>
        <source>Nothing is recorded yet. Ask and add it, or confirm: {field}.</source>
        <translation>尚无记录。请核实后补录，或确认：{field}。</translation>
    </message>
    <message>
        <source>Not known for {name}: {field}.</source>
        <translation>{name} 待核实：{field}。</translation>
    </message>
    <message>
        <source>{file}, line {at}: {field} asks nothing of the records of {list}.</source>
        <translation>{file} 第 {at} 行：{field} 没有用到 {list} 的任何字段。</translation>
    </message>
    <message>
        <source>{file}, line {at}: there is no standard set {name} to extend. Name the pack that holds it in requires.</source>
        <translation>{file} 第 {at} 行：没有可供扩展的标准方案 {name}。请在 requires 中写明含有它的内容包。</translation>
    </message>
    <message>
        <source>{file}: this set has no setting {name}. Remove it or correct its name.</source>
        <translation>{file}：该方案没有设置项 {name}。请删去或改正名称。</translation>
    </message>
    <message>
        <source>{file}, line {at}: {field} cannot be {value}. Choose one of: {choices}.</source>
        <translation>{file} 第 {at} 行：{field} 不能是 {value}。可选：{choices}。</translation>
    </message>
    <message>
        <source>{file}, line {at}: two lines for one area, year and kind. Keep one.</source>
        <translation>{file} 第 {at} 行：同一地区、年度和种类写了两条线。请保留一条。</translation>
    </message>
    <message>
        <source>{file}, line {at}: write the amount in yuan with at most two decimals, as 3700.00.</source>
        <translation>{file} 第 {at} 行：金额请以元为单位，最多两位小数，如 3700.00。</translation>
    </message>
    <message>
        <source>{file}, line {at}: {key} is missing here.</source>
        <translation>{file} 第 {at} 行：这里缺少 {key}。</translation>
    </message>
    <message>
        <source>{file}, line {at}: {field} must be one of {choices}.</source>
        <translation>{file} 第 {at} 行：{field} 应为以下之一：{choices}。</translation>
    </message>
    <message>
        <source>{file}, line {at}: {field} cannot be {value}.</source>
        <translation>{file} 第 {at} 行：{field} 不能是 {value}。</translation>
    </message>
    <message>
        <source>{file}, line {at}: {field} names a list and its field, as person.id_no, not {value}.</source>
        <translation>{file} 第 {at} 行：{field} 应写明名单和字段，如 person.id_no，而不是 {value}。</translation>
    </message>
    <message>
        <source>{file}: two criteria are called {id}. Keep one.</source>
        <translation>{file}：有两条标准都叫 {id}。请保留一条。</translation>
    </message>
    <message>
        <source>{file}, line {at}: {value} is no region code. Write its digits.</source>
        <translation>{file} 第 {at} 行：{value} 不是区划代码。请写数字代码。</translation>
    </message>
    <message>
        <source>{file}, line {at}: there is no setting {field} in this set.</source>
        <translation>{file} 第 {at} 行：该方案没有设置项 {field}。</translation>
    </message>
    <message>
        <source>No pack of this vault holds the standard set {name}. There are: {known}. Name one with --set.</source>
        <translation>这个户册的内容包中没有标准方案 {name}。现有：{known}。请用 --set 指定一个。</translation>
    </message>
    <message>
        <source>The signature of {name} was taken out of the list after it was recorded.</source>
        <translation>{name} 的签字在记录之后被从名单中撤下。</translation>
    </message>
    <message>
        <source>Nobody signs as {party} here. Choose one of: {known}.</source>
        <translation>这里没有签字方 {party}。可选：{known}。</translation>
    </message>
    <message>
        <source>A signature is on paper or drawn on the screen. Choose one.</source>
        <translation>签字方式为纸质或屏幕手写，请选择一种。</translation>
    </message>
    <message>
        <source>The name of the signer is missing. Write it in full.</source>
        <translation>缺少签字人姓名，请写全名。</translation>
    </message>
    <message>
        <source>The day of the signature is missing. Write it as 2019-11-05.</source>
        <translation>缺少签字日期，请写成 2019-11-05 的形式。</translation>
    </message>
    <message>
        <source>The sheet that was shown is another household's or year's. Open it again.</source>
        <translation>所示的核查表属于另一户或另一年度。请重新打开。</translation>
    </message>
    <message>
        <source>This household is not in your register, or has left it. Choose another one.</source>
        <translation>这一户不在您的户册中，或已注销。请选择另一户。</translation>
    </message>
    <message>
        <source>met</source>
        <translation>已达标</translation>
    </message>
    <message>
        <source>not met</source>
        <translation>未达标</translation>
    </message>
    <message>
        <source>not enough data</source>
        <translation>待核实</translation>
    </message>
    <message>
        <source>{met} met, {not_met} not met, {unknown} not enough data</source>
        <translation>{met} 项已达标，{not_met} 项未达标，{unknown} 项待核实</translation>
    </message>
    <message>
        <source>{households} households checked for {year} by {standard}.</source>
        <translation>已按 {standard} 核查 {year} 年 {households} 户。</translation>
    </message>
    <message>
        <source>{file}, line {at}: {field} compares {name} with {code}, which is no code of the list {codes}. Its codes are: {known}.</source>
        <translation>{file} 第 {at} 行：{field} 把 {name} 与 {code} 相比，但代码表 {codes} 中没有这个代码。可用的代码有：{known}。</translation>
    </message>
</context>
</TS>
