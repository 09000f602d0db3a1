<?xml version='1.0' encoding='UTF-8'?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_TW" sourcelanguage="en">
<context>
    <name>standards</name>
    <message>
        <source>Signatures were recorded on two laptops at once; both are kept.</source>
        <translation>兩臺電腦同時記錄了簽字，兩條都已保留。</translation>
    </message>
    <message>
        <source>The signatures do not agree with the check code {code} noted outside: some are missing or were added.</source>
        <translation>簽字與另行記下的校驗碼 {code} 不一致：有簽字缺失或被添加。</translation>
    </message>
    <message>
        <source>The signature of {name} was changed after it was recorded. Compare it with the signed paper.</source>
        <translation>{name} 的簽字在記錄之後被改動過。請與簽字的紙質表核對。</translation>
    </message>
    <message>
        <source>The signature of {name} belongs to another household or year. Compare it with the signed paper.</source>
        <translation>{name} 的簽字屬於另一戶或另一年度。請與簽字的紙質表核對。</translation>
    </message>
    <message>
        <source>A signature before that of {name} is missing or was changed. Compare the list with the signed papers.</source>
        <translation>{name} 之前的一條簽字缺失或被改動過。請與簽字的紙質表逐一核對。</translation>
    </message>
    <message>
        <source>{file}, line {at}: present of {field} may only read the records of its own list.</source>
        <translation>{file} 第 {at} 行：{field} 的 present 只能讀取本表自己的記錄。</translation>
    </message>
    <message>
        <source>{file} is too long for a standard set.</source>
        <translation>{file} 過長，不像是標準方案。</translation>
    </message>
    <message>
        <source>{file} is empty; a standard set was expected.</source>
        <translation>{file} 是空的，應為標準方案。</translation>
    </message>
    <message>
        <source>{file}, line {at}: {field} must be one text or number.</source>
        <translation>{file} 第 {at} 行：{field} 應為一個文字或數字。</translation>
    </message>
    <message>
        <source>{file}, line {at}: {field} must be a mapping of keys.</source>
        <translation>{file} 第 {at} 行：{field} 應為“鍵: 值”的形式。</translation>
    </message>
    <message>
        <source>{file}, line {at}: this is no readable YAML ({problem}). Check indents, colons and quotes.</source>
        <translation>{file} 第 {at} 行：YAML 無法讀取（{problem}）。請檢查縮進、冒號和引號。</translation>
    </message>
    <message>
        <source>{file}, line {at}: {field} stands here twice.</source>
        <translation>{file} 第 {at} 行：{field} 在這裡出現了兩次。</translation>
    </message>
    <message>
        <source>{file}, line {at}: {field} is not known here. Known are: {known}.</source>
        <translation>{file} 第 {at} 行：這裡不認識 {field}。可用的有：{known}。</translation>
    </message>
    <message>
        <source>{file}, line {at}: aliases are not read here. Write the text out.</source>
        <translation>{file} 第 {at} 行：不支持 YAML 引用，請把內容寫全。</translation>
    </message>
    <message>
        <source>{file}, line {at}: {field} must be exactly one expression.</source>
        <translation>{file} 第 {at} 行：{field} 應恰好是一個表達式。</translation>
    </message>
    <message>
        <source>{file}, line {at}: {field} uses a bare aggregate ({part}), which reads missing facts as met. Use none(list, …), every(list, …) or total(list, value, …).</source>
        <translation>{file} 第 {at} 行：{field} 直接用了彙總（{part}），會把缺失的情況當成達標。請改用 none(list, …)、every(list, …) 或 total(list, value, …)。</translation>
    </message>
    <message>
        <source>{file}, line {at}: {field} divides. Multiply across instead, so that the comparison is exact.</source>
        <translation>{file} 第 {at} 行：{field} 用了除法。請改為兩邊相乘，才能精確比較。</translation>
    </message>
    <message>
        <source>{file}, line {at}: {field} may only read the facts it names. Remove: {part}.</source>
        <translation>{file} 第 {at} 行：{field} 只能讀取它寫明的事實。請刪去：{part}。</translation>
    </message>
    <message>
        <source>{file}, line {at}: {field} would read a missing fact as an answer ({part}). Missing is not none.</source>
        <translation>{file} 第 {at} 行：{field} 會把缺失的事實當成答案（{part}）。未知不等於沒有。</translation>
    </message>
    <message>
        <source>{file}, line {at}: {field} calls {name}. Known are: {known}.</source>
        <translation>{file} 第 {at} 行：{field} 調用了 {name}。可用的有：{known}。</translation>
    </message>
    <message>
        <source>{file}, line {at}: {field} must give {name} {count} arguments.</source>
        <translation>{file} 第 {at} 行：{field} 中的 {name} 應有 {count} 個參數。</translation>
    </message>
    <message>
        <source>{file}, line {at}: {field} must begin {name}( with a list.</source>
        <translation>{file} 第 {at} 行：{field} 中 {name}( 的第一個參數應為一張表。</translation>
    </message>
    <message>
        <source>{file}, line {at}: {field} must name a date field in latest().</source>
        <translation>{file} 第 {at} 行：{field} 的 latest() 中應寫明日期字段。</translation>
    </message>
    <message>
        <source>{file}, line {at}: {field} puts one quantifier into another.</source>
        <translation>{file} 第 {at} 行：{field} 把一個量詞放進了另一個量詞裡。</translation>
    </message>
    <message>
        <source>{file}, line {at}: {field} cannot be read as an expression ({problem}).</source>
        <translation>{file} 第 {at} 行：{field} 無法按表達式讀取（{problem}）。</translation>
    </message>
    <message>
        <source>{file}, line {at}: {field} may hold whole numbers only (money in fen, decimals as they are stored).</source>
        <translation>{file} 第 {at} 行：{field} 中只能寫整數（金額以分計，小數按存儲值寫）。</translation>
    </message>
    <message>
        <source>{file}, line {at}: {field} needs a comparison where it has {part}. Write for example {part} = 1.</source>
        <translation>{file} 第 {at} 行：{field} 中 {part} 處應為比較。例如寫成 {part} = 1。</translation>
    </message>
    <message>
        <source>{file}, line {at}: {field} uses something a standard may not use: {part}.</source>
        <translation>{file} 第 {at} 行：{field} 用了標準中不允許的寫法：{part}。</translation>
    </message>
    <message>
        <source>{file}, line {at}: {field} names {name}, which is no field that can be seen from {over}.</source>
        <translation>{file} 第 {at} 行：{field} 提到的 {name} 不是從 {over} 能看到的字段。</translation>
    </message>
    <message>
        <source>{file}: over names the list {list}, which no dictionary has.</source>
        <translation>{file}：over 提到的表 {list} 在數據字典中不存在。</translation>
    </message>
    <message>
        <source>{file}, line {at}: {field} names the list {list}, which no dictionary puts under {root}.</source>
        <translation>{file} 第 {at} 行：{field} 提到的表 {list} 在數據字典中不屬於 {root}。</translation>
    </message>
    <message>
        <source>Not known: {field}.</source>
        <translation>待核實：{field}。</translation>
    </message>
    <message>
        <source>Ask the county for its exit line of {year}; it is never assumed.</source>
        <translation>請向縣裡詢問 {year} 年的退出線；程序從不自行假定。</translation>
    </message>
    <message>
        <source>Nothing is recorded yet: {field}. Ask, and add it.</source>
        <translation>尚無記錄：{field}。請核實後補錄。</translation>
    </message>
    <message>
        <source>Nothing is recorded yet. Ask and add it, or confirm: {field}.</source>
        <translation>尚無記錄。請核實後補錄，或確認：{field}。</translation>
    </message>
    <message>
        <source>Not known for {name}: {field}.</source>
        <translation>{name} 待核實：{field}。</translation>
    </message>
    <message>
        <source>{file}, line {at}: {field} asks nothing of the records of {list}.</source>
        <translation>{file} 第 {at} 行：{field} 沒有用到 {list} 的任何字段。</translation>
    </message>
    <message>
        <source>{file}, line {at}: there is no standard set {name} to extend. Name the pack that holds it in requires.</source>
        <translation>{file} 第 {at} 行：沒有可供擴展的標準方案 {name}。請在 requires 中寫明含有它的內容包。</translation>
    </message>
    <message>
        <source>{file}: this set has no setting {name}. Remove it or correct its name.</source>
        <translation>{file}：該方案沒有設置項 {name}。請刪去或改正名稱。</translation>
    </message>
    <message>
        <source>{file}, line {at}: {field} cannot be {value}. Choose one of: {choices}.</source>
        <translation>{file} 第 {at} 行：{field} 不能是 {value}。可選：{choices}。</translation>
    </message>
    <message>
        <source>{file}, line {at}: two lines for one area, year and kind. Keep one.</source>
        <translation>{file} 第 {at} 行：同一地區、年度和種類寫了兩條線。請保留一條。</translation>
    </message>
    <message>
        <source>{file}, line {at}: write the amount in yuan with at most two decimals, as 3700.00.</source>
        <translation>{file} 第 {at} 行：金額請以元為單位，最多兩位小數，如 3700.00。</translation>
    </message>
    <message>
        <source>{file}, line {at}: {key} is missing here.</source>
        <translation>{file} 第 {at} 行：這裡缺少 {key}。</translation>
    </message>
    <message>
        <source>{file}, line {at}: {field} must be one of {choices}.</source>
        <translation>{file} 第 {at} 行：{field} 應為以下之一：{choices}。</translation>
    </message>
    <message>
        <source>{file}, line {at}: {field} cannot be {value}.</source>
        <translation>{file} 第 {at} 行：{field} 不能是 {value}。</translation>
    </message>
    <message>
        <source>{file}, line {at}: {field} names a list and its field, as person.id_no, not {value}.</source>
        <translation>{file} 第 {at} 行：{field} 應寫明名單和字段，如 person.id_no，而不是 {value}。</translation>
    </message>
    <message>
        <source>{file}: two criteria are called {id}. Keep one.</source>
        <translation>{file}：有兩條標準都叫 {id}。請保留一條。</translation>
    </message>
    <message>
        <source>{file}, line {at}: {value} is no region code. Write its digits.</source>
        <translation>{file} 第 {at} 行：{value} 不是區劃代碼。請寫數字代碼。</translation>
    </message>
    <message>
        <source>{file}, line {at}: there is no setting {field} in this set.</source>
        <translation>{file} 第 {at} 行：該方案沒有設置項 {field}。</translation>
    </message>
    <message>
        <source>No pack of this vault holds the standard set {name}. There are: {known}. Name one with --set.</source>
        <translation>這個戶冊的內容包中沒有標準方案 {name}。現有：{known}。請用 --set 指定一個。</translation>
    </message>
    <message>
        <source>The signature of {name} was taken out of the list after it was recorded.</source>
        <translation>{name} 的簽字在記錄之後被從名單中撤下。</translation>
    </message>
    <message>
        <source>Nobody signs as {party} here. Choose one of: {known}.</source>
        <translation>這裡沒有簽字方 {party}。可選：{known}。</translation>
    </message>
    <message>
        <source>A signature is on paper or drawn on the screen. Choose one.</source>
        <translation>簽字方式為紙質或屏幕手寫，請選擇一種。</translation>
    </message>
    <message>
        <source>The name of the signer is missing. Write it in full.</source>
        <translation>缺少簽字人姓名，請寫全名。</translation>
    </message>
    <message>
        <source>The day of the signature is missing. Write it as 2019-11-05.</source>
        <translation>缺少簽字日期，請寫成 2019-11-05 的形式。</translation>
    </message>
    <message>
        <source>The sheet that was shown is another household's or year's. Open it again.</source>
        <translation>所示的核查表屬於另一戶或另一年度。請重新打開。</translation>
    </message>
    <message>
        <source>This household is not in your register, or has left it. Choose another one.</source>
        <translation>這一戶不在您的戶冊中，或已註銷。請選擇另一戶。</translation>
    </message>
    <message>
        <source>met</source>
        <translation>已達標</translation>
    </message>
    <message>
        <source>not met</source>
        <translation>未達標</translation>
    </message>
    <message>
        <source>not enough data</source>
        <translation>待核實</translation>
    </message>
    <message>
        <source>{met} met, {not_met} not met, {unknown} not enough data</source>
        <translation>{met} 項已達標，{not_met} 項未達標，{unknown} 項待核實</translation>
    </message>
    <message>
        <source>{households} households checked for {year} by {standard}.</source>
        <translation>已按 {standard} 核查 {year} 年 {households} 戶。</translation>
    </message>
    <message>
        <source>{file}, line {at}: {field} compares {name} with {code}, which is no code of the list {codes}. Its codes are: {known}.</source>
        <translation>{file} 第 {at} 行：{field} 把 {name} 與 {code} 相比，但代碼表 {codes} 中沒有這個代碼。可用的代碼有：{known}。</translation>
    </message>
</context>
</TS>