<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>fieldapp</name>
    <message>
        <source>Sheet {sheet}, row {row}, column “{column}”: </source>
        <translation>工作表 {sheet} 第 {row} 行“{column}”列：</translation>
    </message>
    <message>
        <source>Errors: {count}</source>
        <translation>错误：{count}</translation>
    </message>
    <message>
        <source>Warnings: {count}</source>
        <translation>提醒：{count}</translation>
    </message>
    <message>
        <source>Repairs: {count}</source>
        <translation>已修复：{count}</translation>
    </message>
    <message>
        <source>Sheet {sheet}, row {row}: </source>
        <translation>工作表 {sheet} 第 {row} 行：</translation>
    </message>
    <message>
        <source>{title} ({id}{version}): {count} questions</source>
        <translation>{title}（{id}{version}）：{count} 个问题</translation>
    </message>
    <message>
        <source>Languages: {languages}</source>
        <translation>语言：{languages}</translation>
    </message>
    <message>
        <source>The attached file {file} is missing; choices from it are typed.</source>
        <translation>缺少附件 {file}；其中的选项改为手工填写。</translation>
    </message>
    <message>
        <source>The choice “{old}” was named “{new}”.</source>
        <translation>选项“{old}”的名称改成了“{new}”。</translation>
    </message>
    <message>
        <source>“{old}” was read as “{new}”.</source>
        <translation>“{old}”按“{new}”读取。</translation>
    </message>
    <message>
        <source>The choice has no name; it was named “{new}”.</source>
        <translation>选项没有名称；已取名为“{new}”。</translation>
    </message>
    <message>
        <source>The choice has neither name nor label; the row was left out.</source>
        <translation>选项既没有名称也没有文字；已略去这一行。</translation>
    </message>
    <message>
        <source>The list “{old}” was named “{new}”.</source>
        <translation>选项表“{old}”的名称改成了“{new}”。</translation>
    </message>
    <message>
        <source>The choice names no list; it was read as one of “{new}”.</source>
        <translation>选项没有写明属于哪张选项表；按“{new}”的选项读取。</translation>
    </message>
    <message>
        <source>The choice “{old}” stands twice; one of them was left out.</source>
        <translation>选项“{old}”重复；已略去其中一个。</translation>
    </message>
    <message>
        <source>The count “{old}” is computed in a question of its own, “{new}”.</source>
        <translation>次数“{old}”改由单独的计算题“{new}”算出。</translation>
    </message>
    <message>
        <source>The sheet choices has no column “{name}”, so this filter offers no choice.</source>
        <translation>choices 工作表没有“{name}”列，因此这个筛选不会给出任何选项。</translation>
    </message>
    <message>
        <source>The headings stand in row {number}; the rows above were left out.</source>
        <translation>列标题在第 {number} 行；上面的行已略去。</translation>
    </message>
    <message>
        <source>The sheet has no headings; its columns were read as {names}.</source>
        <translation>工作表没有列标题；各列按 {names} 读取。</translation>
    </message>
    <message>
        <source>The column “{old}” was read as “{new}”.</source>
        <translation>“{old}”列按“{new}”读取。</translation>
    </message>
    <message>
        <source>The column “{old}” stops the converter; its attribute was carried over unchanged.</source>
        <translation>“{old}”列会使转换中断；它的属性已原样带入。</translation>
    </message>
    <message>
        <source>The block “{old}” was written out as a group of questions.</source>
        <translation>“{old}”已展开成一组问题。</translation>
    </message>
    <message>
        <source>The group is marked as a repeat; it was read as one.</source>
        <translation>这个分组标明为重复组；已按重复组读取。</translation>
    </message>
    <message>
        <source>The question has no label; its name “{new}” stands for it.</source>
        <translation>问题没有题目；用名称“{new}”代替。</translation>
    </message>
    <message>
        <source>The list “{name}” is on no sheet; one choice called “missing” stands for it.</source>
        <translation>哪张工作表里都没有选项表“{name}”；用一个名为“missing”的选项代替。</translation>
    </message>
    <message>
        <source>The list “{name}” was taken from the sheet choices.</source>
        <translation>选项表“{name}”取自 choices 工作表。</translation>
    </message>
    <message>
        <source>The list “{name}” was taken from the sheet external_choices.</source>
        <translation>选项表“{name}”取自 external_choices 工作表。</translation>
    </message>
    <message>
        <source>The question has no name; it was named “{new}”.</source>
        <translation>问题没有名称；已取名为“{new}”。</translation>
    </message>
    <message>
        <source>The name “{old}” was changed to “{new}”.</source>
        <translation>名称“{old}”改成了“{new}”。</translation>
    </message>
    <message>
        <source>The name “{old}” stands twice; the second question was named “{new}”.</source>
        <translation>名称“{old}”重复；第二个问题改名为“{new}”。</translation>
    </message>
    <message>
        <source>“{old}” is no question; its row was left out.</source>
        <translation>“{old}”不是问题；已略去这一行。</translation>
    </message>
    <message>
        <source>The sheet “{old}” was read as “{new}”.</source>
        <translation>工作表“{old}”按“{new}”读取。</translation>
    </message>
    <message>
        <source>There is no question “{name}”.</source>
        <translation>没有“{name}”这个问题。</translation>
    </message>
    <message>
        <source>The question “{name}” stands more than once, so a reference to it is unclear.</source>
        <translation>问题“{name}”不止一个，引用它时不知道指哪一个。</translation>
    </message>
    <message>
        <source>A reference is not written as ${{name}}.</source>
        <translation>引用没有写成 ${{name}} 的形式。</translation>
    </message>
    <message>
        <source>The name “{name}” stands twice in one group.</source>
        <translation>同一组里名称“{name}”重复。</translation>
    </message>
    <message>
        <source>The name “{name}” differs from another only in capital letters.</source>
        <translation>名称“{name}”与另一个名称只有大小写不同。</translation>
    </message>
    <message>
        <source>The name “meta” is reserved. Give another name.</source>
        <translation>名称“meta”已被保留。请换一个名称。</translation>
    </message>
    <message>
        <source>The name may hold letters, digits, “_”, “-” and “.” and begins with a letter.</source>
        <translation>名称只能用字母、数字、“_”、“-”和“.”，并以字母开头。</translation>
    </message>
    <message>
        <source>A choice stands twice in its list.</source>
        <translation>选项表里有重复的选项。</translation>
    </message>
    <message>
        <source>The choice has no name.</source>
        <translation>选项没有名称。</translation>
    </message>
    <message>
        <source>The choice has no label.</source>
        <translation>选项没有文字。</translation>
    </message>
    <message>
        <source>The list “{name}” is not on the sheet choices.</source>
        <translation>choices 工作表里没有选项表“{name}”。</translation>
    </message>
    <message>
        <source>The question type “{name}” is not known.</source>
        <translation>不认识问题类型“{name}”。</translation>
    </message>
    <message>
        <source>The question has no type.</source>
        <translation>问题没有类型。</translation>
    </message>
    <message>
        <source>The question has no name.</source>
        <translation>问题没有名称。</translation>
    </message>
    <message>
        <source>The calculation is missing.</source>
        <translation>缺少计算公式。</translation>
    </message>
    <message>
        <source>The block “{name}” has no end.</source>
        <translation>“{name}”没有结束行。</translation>
    </message>
    <message>
        <source>An end has no begin.</source>
        <translation>有结束行，却没有开始行。</translation>
    </message>
    <message>
        <source>The question “{name}” has no label.</source>
        <translation>问题“{name}”没有题目。</translation>
    </message>
    <message>
        <source>The group “{name}” has no label.</source>
        <translation>分组“{name}”没有标题。</translation>
    </message>
    <message>
        <source>Pictures are sent at full size. Give max-pixels to make them smaller.</source>
        <translation>照片按原尺寸发送。写上 max-pixels 可以缩小。</translation>
    </message>
    <message>
        <source>“{name}” is no longer known to most devices.</source>
        <translation>多数设备已不再支持“{name}”。</translation>
    </message>
    <message>
        <source>A row without type and name is left out.</source>
        <translation>没有类型和名称的行已略去。</translation>
    </message>
    <message>
        <source>The columns “{one}” and “{other}” mean the same. Keep one of them.</source>
        <translation>“{one}”列和“{other}”列是一个意思。请只留一列。</translation>
    </message>
    <message>
        <source>A column whose heading is empty or has spaces is left out.</source>
        <translation>列标题为空或带空格的列已略去。</translation>
    </message>
    <message>
        <source>The columns {names} are missing.</source>
        <translation>缺少 {names} 列。</translation>
    </message>
    <message>
        <source>The first row has no headings.</source>
        <translation>第一行没有列标题。</translation>
    </message>
    <message>
        <source>The choice “{name}” of the list “{list}” has a space in its name.</source>
        <translation>选项表“{list}”中选项“{name}”的名称带有空格。</translation>
    </message>
    <message>
        <source>The parameters {names} are not known for this question type.</source>
        <translation>这类问题没有 {names} 这些参数。</translation>
    </message>
    <message>
        <source>The parameters cannot be read. Write them as key=value.</source>
        <translation>参数无法读取。请写成 key=value 的形式。</translation>
    </message>
    <message>
        <source>Some texts are not translated into every language.</source>
        <translation>有些文字没有译成全部语言。</translation>
    </message>
    <message>
        <source>The entity list “{name}” is not declared.</source>
        <translation>实体表“{name}”没有声明。</translation>
    </message>
    <message>
        <source>The column save_to cannot be used as it stands here.</source>
        <translation>这里的 save_to 列无法使用。</translation>
    </message>
    <message>
        <source>“{old}” was taken out: there is no question “{name}”.</source>
        <translation>已去掉“{old}”：没有“{name}”这个问题。</translation>
    </message>
    <message>
        <source>“{old}” refers to a question that does not exist; it was read as “{new}”.</source>
        <translation>“{old}”引用了不存在的问题；按“{new}”读取。</translation>
    </message>
    <message>
        <source>The reference in “{old}” was read as “{new}”.</source>
        <translation>“{old}”中的引用按“{new}”读取。</translation>
    </message>
    <message>
        <source>“{old}” was taken out: {reason}</source>
        <translation>已去掉“{old}”：{reason}</translation>
    </message>
    <message>
        <source>The row “{old}” was taken out: {reason}</source>
        <translation>已去掉这一行“{old}”：{reason}</translation>
    </message>
    <message>
        <source>The calculation is missing; it gives nothing.</source>
        <translation>缺少计算公式；结果为空。</translation>
    </message>
    <message>
        <source>The column “{old}” was taken out: {reason}</source>
        <translation>已去掉“{old}”列：{reason}</translation>
    </message>
    <message>
        <source>An encrypted form needs its instanceID; “{old}” was taken out.</source>
        <translation>加密表单需要 instanceID；已去掉“{old}”。</translation>
    </message>
    <message>
        <source>The column “{old}” stands twice; the left one counts where both have text.</source>
        <translation>“{old}”列重复；两列都有内容时以左边一列为准。</translation>
    </message>
    <message>
        <source>The file is named {suffix}, but its content is {kind}; it was read as what it is.</source>
        <translation>文件名是 {suffix}，内容却是 {kind}；已按内容读取。</translation>
    </message>
    <message>
        <source>The text is not UTF-8; it was read as {encoding}.</source>
        <translation>文字不是 UTF-8；按 {encoding} 读取。</translation>
    </message>
    <message>
        <source>{name} is protected by a password. Save it without one.</source>
        <translation>{name} 有密码保护。请去掉密码后另存。</translation>
    </message>
    <message>
        <source>The block “{name}” has no end; it was closed where the one around it ends.</source>
        <translation>“{name}”没有结束行；在外层结束处把它结束了。</translation>
    </message>
    <message>
        <source>“{old}” ends nothing; the row was left out.</source>
        <translation>“{old}”没有对应的开始行；已略去这一行。</translation>
    </message>
    <message>
        <source>The CSV cannot be read as a table: {reason}</source>
        <translation>CSV 无法按表格读取：{reason}</translation>
    </message>
    <message>
        <source>The file {file} is an XForm by its content; it was read as one.</source>
        <translation>文件 {file} 的内容是 XForm；已按 XForm 读取。</translation>
    </message>
    <message>
        <source>The text is not in the encoding it names; it was read as {encoding}.</source>
        <translation>文字的编码与文件所写的不符；按 {encoding} 读取。</translation>
    </message>
    <message>
        <source>Entities that XML does not know were read as the signs they mean.</source>
        <translation>XML 不认识的字符代号已按所指的字符读取。</translation>
    </message>
    <message>
        <source>The choice has no label; “{new}” stands for it.</source>
        <translation>选项没有文字；用“{new}”代替。</translation>
    </message>
    <message>
        <source>The {attribute} of {node}, “{old}”, was read as “{new}”.</source>
        <translation>{node} 的 {attribute} “{old}” 已按 “{new}” 读取。</translation>
    </message>
    <message>
        <source>“{old}” was taken out: the column “{other}” of the row says “{new}”.</source>
        <translation>已去掉“{old}”：本行的“{other}”列写的是“{new}”。</translation>
    </message>
    <message>
        <source>The column “{name}” holds answers; the filter sees it as it is written, without them.</source>
        <translation>“{name}”列引用了答案；筛选只按写下的原文比较，不代入答案。</translation>
    </message>
    <message>
        <source>The words of “or_other” stay in one language. Write the choice and its question out to translate them.</source>
        <translation>“or_other”自动加的文字只有一种语言。要翻译，请自己写出这个选项和它的问题。</translation>
    </message>
    <message>
        <source>Write the language code too, for example “English (en)”: {names}.</source>
        <translation>请同时写上语言代码，例如“English (en)”：{names}。</translation>
    </message>
    <message>
        <source>The function {function}() needs a question of a repeat.</source>
        <translation>函数 {function}() 要用在重复组里的问题上。</translation>
    </message>
    <message>
        <source>The function {function}() needs a question as its first argument.</source>
        <translation>函数 {function}() 的第一个参数要写一个问题。</translation>
    </message>
    <message>
        <source>No setting declares the prefix “{prefix}”; its columns were carried over for other programs.</source>
        <translation>设置里没有声明前缀“{prefix}”；这些列已原样带上，供别的程序使用。</translation>
    </message>
    <message>
        <source>The column “{old}” cannot be a name in the form; it was left out.</source>
        <translation>“{old}”列不能作为表单里的名称，已去掉。</translation>
    </message>
    <message>
        <source>The column “disabled” leaves out the rows that say “yes”.</source>
        <translation>“disabled”列写着“yes”的行不用。</translation>
    </message>
    <message>
        <source>The entity list “{name}” is written from outside and inside of a repeat. Bring one of them to the other with a calculate, and write that.</source>
        <translation>实体列表“{name}”在重复组内外都要写入。请用 calculate 把其中一处的值带到另一处，再从那里写入。</translation>
    </message>
    <message>
        <source>{name} is empty. Choose another file.</source>
        <translation>{name} 是空文件，请另选一个文件。</translation>
    </message>
    <message>
        <source>{name} is no form: it is neither a workbook nor a table nor an XForm. Choose another file.</source>
        <translation>{name} 不是表单：它既不是工作簿，也不是表格或 XForm。请另选一个文件。</translation>
    </message>
    <message>
        <source>Nothing reads these columns; correct their headings if they are meant: {columns}.</source>
        <translation>这些列没有用到：{columns}。如果要用，请改正列名。</translation>
    </message>
</context>
</TS>
