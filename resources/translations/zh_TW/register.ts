<?xml version='1.0' encoding='UTF-8'?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_TW" sourcelanguage="en">
<context>
    <name>register</name>
    <message>
        <source>This is an identity number of the old form with 15 digits. It would be {number} today: compare that with the new card.</source>
        <translation>這是15位的舊身份證號，換成新號應為{number}，請與新證核對。</translation>
    </message>
    <message>
        <source>An identity number has 18 characters: 17 digits and a digit or X. This one has {count}. Compare it with the identity card.</source>
        <translation>身份證號應為18位：17位數字加一位數字或X。現在是{count}位，請與身份證核對。</translation>
    </message>
    <message>
        <source>The identity number says the birth date {digits}, which does not exist. Compare digits 7 to 14 with the identity card.</source>
        <translation>身份證號中的出生日期{digits}不存在，請與身份證核對第7至14位。</translation>
    </message>
    <message>
        <source>The last character of the identity number does not fit the others. One of them is mistyped: compare it with the identity card.</source>
        <translation>身份證號末位校驗不符，有一位輸錯了，請與身份證核對。</translation>
    </message>
    <message>
        <source>The identity number says a birth date in the future.</source>
        <translation>身份證號中的出生日期晚於今天。</translation>
    </message>
    <message>
        <source>This is no pack file of FieldApp: its manifest is missing or unknown.</source>
        <translation>這不是本程序的內容包文件：缺少清單或清單無法識別。</translation>
    </message>
    <message>
        <source>Another {pack} of version {version} is installed. Ask for a pack with a new version number.</source>
        <translation>已安裝另一個{pack}第{version}版，內容不同。請索取新版本號的內容包。</translation>
    </message>
    <message>
        <source>{file} differs from its own manifest: it was damaged or changed. Copy it again from where it came.</source>
        <translation>{file}與自帶清單不符，可能已損壞或被改動，請重新拷貝。</translation>
    </message>
    <message>
        <source>{pack} has {count} errors, the first: {first} Run: fieldapp pack check</source>
        <translation>{pack}有{count}處錯誤，第一處：{first} 請運行：fieldapp pack check</translation>
    </message>
    <message>
        <source>This file is too large to be a pack.</source>
        <translation>文件太大，不是內容包。</translation>
    </message>
    <message>
        <source>{file} is no pack file or is damaged. Copy it again from where it came.</source>
        <translation>{file}不是內容包文件或已損壞，請重新拷貝。</translation>
    </message>
    <message>
        <source>The pack file holds a strange entry: {name}.</source>
        <translation>內容包文件中有異常條目：{name}。</translation>
    </message>
    <message>
        <source>The field {key} is added to the list {list} of another pack: its name must begin with the prefix given in pack.yaml.</source>
        <translation>字段{key}加在其他內容包的表{list}上，名稱必須以 pack.yaml 中的前綴開頭。</translation>
    </message>
    <message>
        <source>Wrote {path}: {pack}, {files} files.</source>
        <translation>已寫入{path}：{pack}，共{files}個文件。</translation>
    </message>
    <message>
        <source>Installed {pack}.</source>
        <translation>已安裝{pack}。</translation>
    </message>
    <message>
        <source>shipped</source>
        <translation>隨程序提供</translation>
    </message>
    <message>
        <source>installed</source>
        <translation>已安裝</translation>
    </message>
    <message>
        <source>A file in standards is not UTF-8. Save it again as UTF-8.</source>
        <translation>standards 中有文件不是 UTF-8 編碼，請另存為 UTF-8。</translation>
    </message>
    <message>
        <source>The pack is in order.</source>
        <translation>內容包沒有問題。</translation>
    </message>
    <message>
        <source>The entities sheet names the list {list}, which the dictionary does not have.</source>
        <translation>entities 表中寫的表{list}在數據字典中不存在。</translation>
    </message>
    <message>
        <source>“{save_to}” does not say which list it saves to. Write list#field.</source>
        <translation>“{save_to}”沒有說明存到哪個表，請寫成 表#字段。</translation>
    </message>
    <message>
        <source>The list {list} has no field {key}.</source>
        <translation>表{list}沒有字段{key}。</translation>
    </message>
    <message>
        <source>The field {key} is computed. A form cannot save it.</source>
        <translation>字段{key}由計算得出，表單不能保存。</translation>
    </message>
    <message>
        <source>A question of type {question} cannot fill the field {key}, which is {type}.</source>
        <translation>{question}類型的題不能填入{type}類型的字段{key}。</translation>
    </message>
    <message>
        <source>The choices {choices} of {list} are none of the codes of the field {key}.</source>
        <translation>{list}中的選項{choices}不是字段{key}的代碼。</translation>
    </message>
    <message>
        <source>The form {file} cannot be read: {reason}</source>
        <translation>表單{file}無法讀取：{reason}</translation>
    </message>
    <message>
        <source>{folder} is no pack: it holds no pack.yaml.</source>
        <translation>{folder}不是內容包：沒有 pack.yaml。</translation>
    </message>
    <message>
        <source>pack.yaml is too large to be a pack's heading.</source>
        <translation>pack.yaml 太大，不是內容包的說明。</translation>
    </message>
    <message>
        <source>pack.yaml must name id, version and title.</source>
        <translation>pack.yaml 必須寫明 id、version 和 title。</translation>
    </message>
    <message>
        <source>pack.yaml has keys that mean nothing: {keys}.</source>
        <translation>pack.yaml 中有無意義的鍵：{keys}。</translation>
    </message>
    <message>
        <source>The id in pack.yaml must be small letters, digits and hyphens, as cn-base.</source>
        <translation>pack.yaml 中的 id 只能用小寫字母、數字和連字符，如 cn-base。</translation>
    </message>
    <message>
        <source>The version in pack.yaml must be a whole number from 1.</source>
        <translation>pack.yaml 中的 version 必須是從1開始的整數。</translation>
    </message>
    <message>
        <source>The title in pack.yaml needs zh_hans, zh_hant and en.</source>
        <translation>pack.yaml 中的 title 需要 zh_hans、zh_hant 和 en。</translation>
    </message>
    <message>
        <source>requires in pack.yaml must be a list of pack ids.</source>
        <translation>pack.yaml 中的 requires 必須是內容包 id 的列表。</translation>
    </message>
    <message>
        <source>The prefix in pack.yaml must be small letters and digits with _ at the end, as gs_.</source>
        <translation>pack.yaml 中的 prefix 只能用小寫字母和數字，以 _ 結尾，如 gs_。</translation>
    </message>
    <message>
        <source>pack.yaml cannot be read: {reason}</source>
        <translation>pack.yaml 無法讀取：{reason}</translation>
    </message>
    <message>
        <source>The pack {pack} has {count} errors in its dictionary, the first in {file}: {first} Run: fieldapp pack check</source>
        <translation>內容包{pack}的數據字典有{count}處錯誤，第一處在{file}：{first} 請運行：fieldapp pack check</translation>
    </message>
    <message>
        <source>{file} is not UTF-8. Save it again as CSV UTF-8.</source>
        <translation>{file}不是 UTF-8 編碼，請另存為 CSV UTF-8。</translation>
    </message>
    <message>
        <source>There is no pack {name}. Install it with: fieldapp pack install FILE</source>
        <translation>沒有內容包{name}。請安裝：fieldapp pack install 文件</translation>
    </message>
    <message>
        <source>The packs require each other in a circle: {packs}.</source>
        <translation>內容包互相依賴成環：{packs}。</translation>
    </message>
    <message>
        <source>This must be between {low} and {high}.</source>
        <translation>應在{low}到{high}之間。</translation>
    </message>
    <message>
        <source>A mobile number has 11 digits and begins with 1; a fixed line begins with its area code.</source>
        <translation>手機號是1開頭的11位數字，固定電話以區號開頭。</translation>
    </message>
    <message>
        <source>This has {low} to {high} digits and nothing else.</source>
        <translation>只能是{low}到{high}位數字。</translation>
    </message>
    <message>
        <source>Choose {low} to {high}. These are {count}.</source>
        <translation>應選{low}到{high}項，現在選了{count}項。</translation>
    </message>
    <message>
        <source>This is longer than {most} characters.</source>
        <translation>超過{most}個字。</translation>
    </message>
    <message>
        <source>This is usually between {low} and {high}.</source>
        <translation>一般在{low}到{high}之間，請核實。</translation>
    </message>
    <message>
        <source>This must be more than {bound}.</source>
        <translation>應大於{bound}。</translation>
    </message>
    <message>
        <source>One of these choices excludes the others. Keep it alone, or leave it out.</source>
        <translation>其中一項與其他選項互斥，請只留這一項，或去掉它。</translation>
    </message>
    <message>
        <source>This is more than {bound}.</source>
        <translation>超過了{bound}。</translation>
    </message>
    <message>
        <source>This is less than {bound}.</source>
        <translation>小於{bound}。</translation>
    </message>
    <message>
        <source>The sex differs from the identity number. Compare both with the identity card.</source>
        <translation>性別與身份證號不符，請與身份證核對。</translation>
    </message>
    <message>
        <source>The birth date differs from the identity number, which says {date}.</source>
        <translation>出生日期與身份證號不符，證號中為{date}。</translation>
    </message>
    <message>
        <source>“{text}” is no number.</source>
        <translation>“{text}”不是數字。</translation>
    </message>
    <message>
        <source>This date lies in the future.</source>
        <translation>日期晚於今天。</translation>
    </message>
    <message>
        <source>This is not known yet.</source>
        <translation>待核實。</translation>
    </message>
    <message>
        <source>The code “{code}” is not in the list of this field. Choose one of the list.</source>
        <translation>代碼“{code}”不在本字段的列表中，請從列表中選擇。</translation>
    </message>
    <message>
        <source>“{text}” is no name. Names have small letters, digits and _, and begin with a letter.</source>
        <translation>“{text}”不能作名稱。名稱用小寫字母、數字和 _，以字母開頭。</translation>
    </message>
    <message>
        <source>The list {list} is declared twice. Keep one row.</source>
        <translation>表{list}聲明瞭兩次，請保留一行。</translation>
    </message>
    <message>
        <source>“{value}” is no way to key a list. Write uuid or year.</source>
        <translation>“{value}”不能作表的鍵，請寫 uuid 或 year。</translation>
    </message>
    <message>
        <source>The parent {parent} of the list {list} is not declared.</source>
        <translation>表{list}的上級{parent}沒有聲明。</translation>
    </message>
    <message>
        <source>The list {list} is its own ancestor. Give it another parent.</source>
        <translation>表{list}的上級又回到自己，請改上級。</translation>
    </message>
    <message>
        <source>The list {list} is kept by year and needs a parent.</source>
        <translation>表{list}按年度保存，需要上級表。</translation>
    </message>
    <message>
        <source>The list {list} is not declared in lists.csv.</source>
        <translation>表{list}沒有在 lists.csv 中聲明。</translation>
    </message>
    <message>
        <source>The name {key} belongs to every record of {list}. Choose another.</source>
        <translation>{key}是{list}每條記錄固有的名稱，請換一個。</translation>
    </message>
    <message>
        <source>The field {key} stands twice in the list {list}. Keep one row.</source>
        <translation>字段{key}在表{list}中出現兩次，請保留一行。</translation>
    </message>
    <message>
        <source>The code list “{codes}” is not in this pack. Add codelists/{codes}.csv.</source>
        <translation>內容包中沒有代碼表“{codes}”，請添加 codelists/{codes}.csv。</translation>
    </message>
    <message>
        <source>The field {key} names a record of the list “{list}”, which no dictionary has. Write the list into codes.</source>
        <translation>字段 {key} 引用登記表“{list}”中的記錄，但字典中沒有這張表。請在 codes 列寫明登記表。</translation>
    </message>
    <message>
        <source>A derived field has D as its requirement and an expression; another field has neither.</source>
        <translation>計算字段的 req 為 D 並有表達式，其他字段兩者都沒有。</translation>
    </message>
    <message>
        <source>“{value}” is not known here. Write one of: {allowed}.</source>
        <translation>“{value}”在這裡無法識別，請寫以下之一：{allowed}。</translation>
    </message>
    <message>
        <source>A code has no id. Fill in the first column.</source>
        <translation>代碼缺少 id，請填寫第一列。</translation>
    </message>
    <message>
        <source>“{value}” is no whole number.</source>
        <translation>“{value}”不是整數。</translation>
    </message>
    <message>
        <source>The rule “{text}” of {name} is not understood at “{trouble}”.</source>
        <translation>{name}的規則“{text}”在“{trouble}”處無法理解。</translation>
    </message>
    <message>
        <source>The list {list} is titled by {key}, which is none of its fields.</source>
        <translation>表{list}的標題字段{key}不是它的字段。</translation>
    </message>
    <message>
        <source>A label is missing. Fill in the column {column}.</source>
        <translation>缺少名稱，請填寫{column}列。</translation>
    </message>
    <message>
        <source>The code “{id}” holds a space. Codes have none.</source>
        <translation>代碼“{id}”中有空格，代碼不能有空格。</translation>
    </message>
    <message>
        <source>The code “{id}” stands twice in the code list {name}. Keep one row.</source>
        <translation>代碼“{id}”在代碼表{name}中出現兩次，請保留一行。</translation>
    </message>
    <message>
        <source>{file} is no region table: its first row must name a code and a name column, as code,name.</source>
        <translation>{file}不是區劃表：第一行必須有代碼列和名稱列，如 code,name。</translation>
    </message>
    <message>
        <source>{file} is no text table. Save it as CSV in UTF-8.</source>
        <translation>{file}不是文本表格，請另存為 UTF-8 的 CSV。</translation>
    </message>
    <message>
        <source>This row is broken and was passed over.</source>
        <translation>這一行不完整，已跳過。</translation>
    </message>
    <message>
        <source>“{code}” is no region code. Codes have 2, 4, 6, 9 or 12 digits.</source>
        <translation>“{code}”不是區劃代碼。區劃代碼為2、4、6、9或12位數字。</translation>
    </message>
    <message>
        <source>{file} is too large for a region table.</source>
        <translation>{file}太大，不是區劃表。</translation>
    </message>
    <message>
        <source>The code {code} stands for {first} and for {second}. The first was kept.</source>
        <translation>代碼{code}既是{first}又是{second}，保留了前者。</translation>
    </message>
    <message>
        <source>{file} cannot be read as JSON: {reason}</source>
        <translation>{file}不能按 JSON 讀取：{reason}</translation>
    </message>
    <message>
        <source>{file} lacks the columns: {columns}. Its first row must name them.</source>
        <translation>{file}缺少列：{columns}。第一行必須寫明這些列名。</translation>
    </message>
    <message>
        <source>The table cannot be read from here on. Save it again as CSV in UTF-8.</source>
        <translation>表格從這裡起無法讀取，請另存為 UTF-8 的 CSV。</translation>
    </message>
    <message>
        <source>This row has {count} cells where the heading has {wanted}. A cell with a comma needs quotes.</source>
        <translation>這一行有{count}格，表頭有{wanted}格。含逗號的格要加引號。</translation>
    </message>
    <message>
        <source>“{text}” is neither yes nor no. Write 1 or 0, 是 or 否.</source>
        <translation>“{text}”不是“是”或“否”，請寫1或0、是或否。</translation>
    </message>
    <message>
        <source>“{text}” is not in the list of this field. Choose one of the list.</source>
        <translation>“{text}”不在本字段的列表中，請從列表中選擇。</translation>
    </message>
    <message>
        <source>“{text}” names no stored file. Attach the file again.</source>
        <translation>“{text}”不是已保存的文件，請重新添加附件。</translation>
    </message>
    <message>
        <source>“{text}” is no whole number.</source>
        <translation>“{text}”不是整數。</translation>
    </message>
    <message>
        <source>“{text}” is no number with at most {scale} decimals.</source>
        <translation>“{text}”不是最多{scale}位小數的數字。</translation>
    </message>
    <message>
        <source>“{text}” is no amount in yuan. Write it as 3700 or 3700.50.</source>
        <translation>“{text}”不是金額（元），請寫成3700或3700.50。</translation>
    </message>
    <message>
        <source>“{text}” is no date. Write it as 2019-03-12.</source>
        <translation>“{text}”不是日期，請寫成2019-03-12。</translation>
    </message>
    <message>
        <source>“{text}” is no month. Write it as 2019-03.</source>
        <translation>“{text}”不是月份，請寫成2019-03。</translation>
    </message>
    <message>
        <source>“{text}” is no year. Write it as 2019.</source>
        <translation>“{text}”不是年份，請寫成2019。</translation>
    </message>
    <message>
        <source>“{text}” is no position. Write latitude and longitude, as 33.5 104.9.</source>
        <translation>“{text}”不是位置，請寫緯度和經度，如33.5 104.9。</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
</context>
</TS>