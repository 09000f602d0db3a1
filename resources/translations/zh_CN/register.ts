<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>register</name>
    <message>
        <source>This is an identity number of the old form with 15 digits. It would be {number} today: compare that with the new card.</source>
        <translation>这是15位的旧身份证号，换成新号应为{number}，请与新证核对。</translation>
    </message>
    <message>
        <source>An identity number has 18 characters: 17 digits and a digit or X. This one has {count}. Compare it with the identity card.</source>
        <translation>身份证号应为18位：17位数字加一位数字或X。现在是{count}位，请与身份证核对。</translation>
    </message>
    <message>
        <source>The identity number says the birth date {digits}, which does not exist. Compare digits 7 to 14 with the identity card.</source>
        <translation>身份证号中的出生日期{digits}不存在，请与身份证核对第7至14位。</translation>
    </message>
    <message>
        <source>The last character of the identity number does not fit the others. One of them is mistyped: compare it with the identity card.</source>
        <translation>身份证号末位校验不符，有一位输错了，请与身份证核对。</translation>
    </message>
    <message>
        <source>The identity number says a birth date in the future.</source>
        <translation>身份证号中的出生日期晚于今天。</translation>
    </message>
    <message>
        <source>This is no pack file of FieldApp: its manifest is missing or unknown.</source>
        <translation>这不是本程序的内容包文件：缺少清单或清单无法识别。</translation>
    </message>
    <message>
        <source>Another {pack} of version {version} is installed. Ask for a pack with a new version number.</source>
        <translation>已安装另一个{pack}第{version}版，内容不同。请索取新版本号的内容包。</translation>
    </message>
    <message>
        <source>{file} differs from its own manifest: it was damaged or changed. Copy it again from where it came.</source>
        <translation>{file}与自带清单不符，可能已损坏或被改动，请重新拷贝。</translation>
    </message>
    <message>
        <source>{pack} has {count} errors, the first: {first} Run: fieldapp pack check</source>
        <translation>{pack}有{count}处错误，第一处：{first} 请运行：fieldapp pack check</translation>
    </message>
    <message>
        <source>This file is too large to be a pack.</source>
        <translation>文件太大，不是内容包。</translation>
    </message>
    <message>
        <source>{file} is no pack file or is damaged. Copy it again from where it came.</source>
        <translation>{file}不是内容包文件或已损坏，请重新拷贝。</translation>
    </message>
    <message>
        <source>The pack file holds a strange entry: {name}.</source>
        <translation>内容包文件中有异常条目：{name}。</translation>
    </message>
    <message>
        <source>The field {key} is added to the list {list} of another pack: its name must begin with the prefix given in pack.yaml.</source>
        <translation>字段{key}加在其他内容包的表{list}上，名称必须以 pack.yaml 中的前缀开头。</translation>
    </message>
    <message>
        <source>Wrote {path}: {pack}, {files} files.</source>
        <translation>已写入{path}：{pack}，共{files}个文件。</translation>
    </message>
    <message>
        <source>Installed {pack}.</source>
        <translation>已安装{pack}。</translation>
    </message>
    <message>
        <source>shipped</source>
        <translation>随程序提供</translation>
    </message>
    <message>
        <source>installed</source>
        <translation>已安装</translation>
    </message>
    <message>
        <source>A file in standards is not UTF-8. Save it again as UTF-8.</source>
        <translation>standards 中有文件不是 UTF-8 编码，请另存为 UTF-8。</translation>
    </message>
    <message>
        <source>The pack is in order.</source>
        <translation>内容包没有问题。</translation>
    </message>
    <message>
        <source>The entities sheet names the list {list}, which the dictionary does not have.</source>
        <translation>entities 表中写的表{list}在数据字典中不存在。</translation>
    </message>
    <message>
        <source>“{save_to}” does not say which list it saves to. Write list#field.</source>
        <translation>“{save_to}”没有说明存到哪个表，请写成 表#字段。</translation>
    </message>
    <message>
        <source>The list {list} has no field {key}.</source>
        <translation>表{list}没有字段{key}。</translation>
    </message>
    <message>
        <source>The field {key} is computed. A form cannot save it.</source>
        <translation>字段{key}由计算得出，表单不能保存。</translation>
    </message>
    <message>
        <source>A question of type {question} cannot fill the field {key}, which is {type}.</source>
        <translation>{question}类型的题不能填入{type}类型的字段{key}。</translation>
    </message>
    <message>
        <source>The choices {choices} of {list} are none of the codes of the field {key}.</source>
        <translation>{list}中的选项{choices}不是字段{key}的代码。</translation>
    </message>
    <message>
        <source>The form {file} cannot be read: {reason}</source>
        <translation>表单{file}无法读取：{reason}</translation>
    </message>
    <message>
        <source>{folder} is no pack: it holds no pack.yaml.</source>
        <translation>{folder}不是内容包：没有 pack.yaml。</translation>
    </message>
    <message>
        <source>pack.yaml is too large to be a pack's heading.</source>
        <translation>pack.yaml 太大，不是内容包的说明。</translation>
    </message>
    <message>
        <source>pack.yaml must name id, version and title.</source>
        <translation>pack.yaml 必须写明 id、version 和 title。</translation>
    </message>
    <message>
        <source>pack.yaml has keys that mean nothing: {keys}.</source>
        <translation>pack.yaml 中有无意义的键：{keys}。</translation>
    </message>
    <message>
        <source>The id in pack.yaml must be small letters, digits and hyphens, as cn-base.</source>
        <translation>pack.yaml 中的 id 只能用小写字母、数字和连字符，如 cn-base。</translation>
    </message>
    <message>
        <source>The version in pack.yaml must be a whole number from 1.</source>
        <translation>pack.yaml 中的 version 必须是从1开始的整数。</translation>
    </message>
    <message>
        <source>The title in pack.yaml needs zh_hans, zh_hant and en.</source>
        <translation>pack.yaml 中的 title 需要 zh_hans、zh_hant 和 en。</translation>
    </message>
    <message>
        <source>requires in pack.yaml must be a list of pack ids.</source>
        <translation>pack.yaml 中的 requires 必须是内容包 id 的列表。</translation>
    </message>
    <message>
        <source>The prefix in pack.yaml must be small letters and digits with _ at the end, as gs_.</source>
        <translation>pack.yaml 中的 prefix 只能用小写字母和数字，以 _ 结尾，如 gs_。</translation>
    </message>
    <message>
        <source>pack.yaml cannot be read: {reason}</source>
        <translation>pack.yaml 无法读取：{reason}</translation>
    </message>
    <message>
        <source>The pack {pack} has {count} errors in its dictionary, the first in {file}: {first} Run: fieldapp pack check</source>
        <translation>内容包{pack}的数据字典有{count}处错误，第一处在{file}：{first} 请运行：fieldapp pack check</translation>
    </message>
    <message>
        <source>{file} is not UTF-8. Save it again as CSV UTF-8.</source>
        <translation>{file}不是 UTF-8 编码，请另存为 CSV UTF-8。</translation>
    </message>
    <message>
        <source>There is no pack {name}. Install it with: fieldapp pack install FILE</source>
        <translation>没有内容包{name}。请安装：fieldapp pack install 文件</translation>
    </message>
    <message>
        <source>The packs require each other in a circle: {packs}.</source>
        <translation>内容包互相依赖成环：{packs}。</translation>
    </message>
    <message>
        <source>This must be between {low} and {high}.</source>
        <translation>应在{low}到{high}之间。</translation>
    </message>
    <message>
        <source>A mobile number has 11 digits and begins with 1; a fixed line begins with its area code.</source>
        <translation>手机号是1开头的11位数字，固定电话以区号开头。</translation>
    </message>
    <message>
        <source>This has {low} to {high} digits and nothing else.</source>
        <translation>只能是{low}到{high}位数字。</translation>
    </message>
    <message>
        <source>Choose {low} to {high}. These are {count}.</source>
        <translation>应选{low}到{high}项，现在选了{count}项。</translation>
    </message>
    <message>
        <source>This is longer than {most} characters.</source>
        <translation>超过{most}个字。</translation>
    </message>
    <message>
        <source>This is usually between {low} and {high}.</source>
        <translation>一般在{low}到{high}之间，请核实。</translation>
    </message>
    <message>
        <source>This must be more than {bound}.</source>
        <translation>应大于{bound}。</translation>
    </message>
    <message>
        <source>One of these choices excludes the others. Keep it alone, or leave it out.</source>
        <translation>其中一项与其他选项互斥，请只留这一项，或去掉它。</translation>
    </message>
    <message>
        <source>This is more than {bound}.</source>
        <translation>超过了{bound}。</translation>
    </message>
    <message>
        <source>This is less than {bound}.</source>
        <translation>小于{bound}。</translation>
    </message>
    <message>
        <source>The sex differs from the identity number. Compare both with the identity card.</source>
        <translation>性别与身份证号不符，请与身份证核对。</translation>
    </message>
    <message>
        <source>The birth date differs from the identity number, which says {date}.</source>
        <translation>出生日期与身份证号不符，证号中为{date}。</translation>
    </message>
    <message>
        <source>“{text}” is no number.</source>
        <translation>“{text}”不是数字。</translation>
    </message>
    <message>
        <source>This date lies in the future.</source>
        <translation>日期晚于今天。</translation>
    </message>
    <message>
        <source>This is not known yet.</source>
        <translation>待核实。</translation>
    </message>
    <message>
        <source>The code “{code}” is not in the list of this field. Choose one of the list.</source>
        <translation>代码“{code}”不在本字段的列表中，请从列表中选择。</translation>
    </message>
    <message>
        <source>“{text}” is no name. Names have small letters, digits and _, and begin with a letter.</source>
        <translation>“{text}”不能作名称。名称用小写字母、数字和 _，以字母开头。</translation>
    </message>
    <message>
        <source>The list {list} is declared twice. Keep one row.</source>
        <translation>表{list}声明了两次，请保留一行。</translation>
    </message>
    <message>
        <source>“{value}” is no way to key a list. Write uuid or year.</source>
        <translation>“{value}”不能作表的键，请写 uuid 或 year。</translation>
    </message>
    <message>
        <source>The parent {parent} of the list {list} is not declared.</source>
        <translation>表{list}的上级{parent}没有声明。</translation>
    </message>
    <message>
        <source>The list {list} is its own ancestor. Give it another parent.</source>
        <translation>表{list}的上级又回到自己，请改上级。</translation>
    </message>
    <message>
        <source>The list {list} is kept by year and needs a parent.</source>
        <translation>表{list}按年度保存，需要上级表。</translation>
    </message>
    <message>
        <source>The list {list} is not declared in lists.csv.</source>
        <translation>表{list}没有在 lists.csv 中声明。</translation>
    </message>
    <message>
        <source>The name {key} belongs to every record of {list}. Choose another.</source>
        <translation>{key}是{list}每条记录固有的名称，请换一个。</translation>
    </message>
    <message>
        <source>The field {key} stands twice in the list {list}. Keep one row.</source>
        <translation>字段{key}在表{list}中出现两次，请保留一行。</translation>
    </message>
    <message>
        <source>The code list “{codes}” is not in this pack. Add codelists/{codes}.csv.</source>
        <translation>内容包中没有代码表“{codes}”，请添加 codelists/{codes}.csv。</translation>
    </message>
    <message>
        <source>The field {key} names a record of the list “{list}”, which no dictionary has. Write the list into codes.</source>
        <translation>字段 {key} 引用登记表“{list}”中的记录，但字典中没有这张表。请在 codes 列写明登记表。</translation>
    </message>
    <message>
        <source>A derived field has D as its requirement and an expression; another field has neither.</source>
        <translation>计算字段的 req 为 D 并有表达式，其他字段两者都没有。</translation>
    </message>
    <message>
        <source>“{value}” is not known here. Write one of: {allowed}.</source>
        <translation>“{value}”在这里无法识别，请写以下之一：{allowed}。</translation>
    </message>
    <message>
        <source>A code has no id. Fill in the first column.</source>
        <translation>代码缺少 id，请填写第一列。</translation>
    </message>
    <message>
        <source>“{value}” is no whole number.</source>
        <translation>“{value}”不是整数。</translation>
    </message>
    <message>
        <source>The rule “{text}” of {name} is not understood at “{trouble}”.</source>
        <translation>{name}的规则“{text}”在“{trouble}”处无法理解。</translation>
    </message>
    <message>
        <source>The list {list} is titled by {key}, which is none of its fields.</source>
        <translation>表{list}的标题字段{key}不是它的字段。</translation>
    </message>
    <message>
        <source>A label is missing. Fill in the column {column}.</source>
        <translation>缺少名称，请填写{column}列。</translation>
    </message>
    <message>
        <source>The code “{id}” holds a space. Codes have none.</source>
        <translation>代码“{id}”中有空格，代码不能有空格。</translation>
    </message>
    <message>
        <source>The code “{id}” stands twice in the code list {name}. Keep one row.</source>
        <translation>代码“{id}”在代码表{name}中出现两次，请保留一行。</translation>
    </message>
    <message>
        <source>{file} is no region table: its first row must name a code and a name column, as code,name.</source>
        <translation>{file}不是区划表：第一行必须有代码列和名称列，如 code,name。</translation>
    </message>
    <message>
        <source>{file} is no text table. Save it as CSV in UTF-8.</source>
        <translation>{file}不是文本表格，请另存为 UTF-8 的 CSV。</translation>
    </message>
    <message>
        <source>This row is broken and was passed over.</source>
        <translation>这一行不完整，已跳过。</translation>
    </message>
    <message>
        <source>“{code}” is no region code. Codes have 2, 4, 6, 9 or 12 digits.</source>
        <translation>“{code}”不是区划代码。区划代码为2、4、6、9或12位数字。</translation>
    </message>
    <message>
        <source>{file} is too large for a region table.</source>
        <translation>{file}太大，不是区划表。</translation>
    </message>
    <message>
        <source>The code {code} stands for {first} and for {second}. The first was kept.</source>
        <translation>代码{code}既是{first}又是{second}，保留了前者。</translation>
    </message>
    <message>
        <source>{file} cannot be read as JSON: {reason}</source>
        <translation>{file}不能按 JSON 读取：{reason}</translation>
    </message>
    <message>
        <source>{file} lacks the columns: {columns}. Its first row must name them.</source>
        <translation>{file}缺少列：{columns}。第一行必须写明这些列名。</translation>
    </message>
    <message>
        <source>The table cannot be read from here on. Save it again as CSV in UTF-8.</source>
        <translation>表格从这里起无法读取，请另存为 UTF-8 的 CSV。</translation>
    </message>
    <message>
        <source>This row has {count} cells where the heading has {wanted}. A cell with a comma needs quotes.</source>
        <translation>这一行有{count}格，表头有{wanted}格。含逗号的格要加引号。</translation>
    </message>
    <message>
        <source>“{text}” is neither yes nor no. Write 1 or 0, 是 or 否.</source>
        <translation>“{text}”不是“是”或“否”，请写1或0、是或否。</translation>
    </message>
    <message>
        <source>“{text}” is not in the list of this field. Choose one of the list.</source>
        <translation>“{text}”不在本字段的列表中，请从列表中选择。</translation>
    </message>
    <message>
        <source>“{text}” names no stored file. Attach the file again.</source>
        <translation>“{text}”不是已保存的文件，请重新添加附件。</translation>
    </message>
    <message>
        <source>“{text}” is no whole number.</source>
        <translation>“{text}”不是整数。</translation>
    </message>
    <message>
        <source>“{text}” is no number with at most {scale} decimals.</source>
        <translation>“{text}”不是最多{scale}位小数的数字。</translation>
    </message>
    <message>
        <source>“{text}” is no amount in yuan. Write it as 3700 or 3700.50.</source>
        <translation>“{text}”不是金额（元），请写成3700或3700.50。</translation>
    </message>
    <message>
        <source>“{text}” is no date. Write it as 2019-03-12.</source>
        <translation>“{text}”不是日期，请写成2019-03-12。</translation>
    </message>
    <message>
        <source>“{text}” is no month. Write it as 2019-03.</source>
        <translation>“{text}”不是月份，请写成2019-03。</translation>
    </message>
    <message>
        <source>“{text}” is no year. Write it as 2019.</source>
        <translation>“{text}”不是年份，请写成2019。</translation>
    </message>
    <message>
        <source>“{text}” is no position. Write latitude and longitude, as 33.5 104.9.</source>
        <translation>“{text}”不是位置，请写纬度和经度，如33.5 104.9。</translation>
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
