<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>forms</name>
    <message>
        <source>There is no form at {path}.</source>
        <translation>{path} 处没有表单。请核对名字和文件夹。</translation>
    </message>
    <message>
        <source>{name} is no Excel workbook. Save it as .xlsx.</source>
        <translation>{name} 不是 Excel 工作簿。请另存为 .xlsx。</translation>
    </message>
    <message>
        <source>The workbook is damaged. Save it again in Excel.</source>
        <translation>这个工作簿损坏了。请用 Excel 打开，重新保存。</translation>
    </message>
    <message>
        <source>The workbook unpacks to more than {size} MB.</source>
        <translation>这个工作簿解开后超过 {size} MB，太大了。</translation>
    </message>
    <message>
        <source>{name} has no sheet “survey” with questions.</source>
        <translation>{name} 中没有写着题目的“survey”工作表。</translation>
    </message>
    <message>
        <source>{name} cannot be converted: {reason}</source>
        <translation>{name} 无法转换：{reason}</translation>
    </message>
    <message>
        <source>{reason}</source>
        <translation>{reason}</translation>
    </message>
    <message>
        <source>{place}: {problem}</source>
        <translation>{place}：{problem}</translation>
    </message>
    <message>
        <source>This file is no XForm: it has no model, no body or no data.</source>
        <translation>这个文件不是 XForm 表单：缺少 model、body 或数据部分。</translation>
    </message>
    <message>
        <source>{name} is larger than {megabytes} MB.</source>
        <translation>{name} 超过 {megabytes} MB，太大了。</translation>
    </message>
    <message>
        <source>{name} is not well-formed XML: {reason}</source>
        <translation>{name} 不是完好的 XML：{reason}</translation>
    </message>
    <message>
        <source>{name} is nested deeper than {depth} levels.</source>
        <translation>{name} 的嵌套超过 {depth} 层。</translation>
    </message>
    <message>
        <source>{name} has a document type declaration, which is not allowed. Remove &lt;!DOCTYPE …&gt;.</source>
        <translation>{name} 中有文档类型声明，这里不允许。请删去 &lt;!DOCTYPE …&gt;。</translation>
    </message>
    <message>
        <source>The name “{old}” is reserved; it was changed to “{new}”.</source>
        <translation>名称“{old}”是保留名，已改为“{new}”。</translation>
    </message>
    <message>
        <source>The question type “{old}” was read as “{new}”.</source>
        <translation>题型“{old}”已按“{new}”读取。</translation>
    </message>
    <message>
        <source>The column “{old}” was merged into “{new}”.</source>
        <translation>“{old}”列已并入“{new}”列。</translation>
    </message>
    <message>
        <source>The choice “{old}” stands twice in the list “{new}”; both were kept.</source>
        <translation>选项“{old}”在选项表“{new}”中出现两次，两个都保留了。</translation>
    </message>
    <message>
        <source>The logic of {path} belongs to no question of the form.</source>
        <translation>{path} 的规则不属于表单中的任何一题。</translation>
    </message>
    <message>
        <source>The question {path} has no place in the form's data and is left out.</source>
        <translation>{path} 这一题在表单数据中没有位置，已略去。</translation>
    </message>
    <message>
        <source>An action names no question that it sets.</source>
        <translation>有一个动作没有写明要填哪一题。</translation>
    </message>
    <message>
        <source>An action sets a question in a repeat without saying in which instance.</source>
        <translation>有一个动作要填重复组里的题，却没有写明是哪一条记录。</translation>
    </message>
    <message>
        <source>The calculations need one another in a circle: {chain}.</source>
        <translation>这些计算互相依赖成环：{chain}。</translation>
    </message>
    <message>
        <source>A function needs questions here, not a value.</source>
        <translation>这里的函数要的是题目，不是值。</translation>
    </message>
    <message>
        <source>A path can only follow questions, not a value.</source>
        <translation>路径只能接在题目后面，不能接在值后面。</translation>
    </message>
    <message>
        <source>The axis {axis} is not supported.</source>
        <translation>不支持轴 {axis}。</translation>
    </message>
    <message>
        <source>The function {function}() is not known.</source>
        <translation>不认识函数 {function}()。</translation>
    </message>
    <message>
        <source>The function {function}() cannot take {given} arguments.</source>
        <translation>函数 {function}() 不能用 {given} 个参数。</translation>
    </message>
    <message>
        <source>digest() knows MD5, SHA-1, SHA-256, SHA-384, SHA-512 as base64 or hex, not “{algorithm}” as “{encoding}”.</source>
        <translation>digest() 只认识 MD5、SHA-1、SHA-256、SHA-384、SHA-512，写成 base64 或 hex；不认识“{encoding}”形式的“{algorithm}”。</translation>
    </message>
    <message>
        <source>indexed-repeat() needs an index after each repeat.</source>
        <translation>indexed-repeat() 的每个重复组后面都要有序号。</translation>
    </message>
    <message>
        <source>An expression of {length} characters is too long.</source>
        <translation>表达式有 {length} 个字符，太长了。</translation>
    </message>
    <message>
        <source>The expression “{expression}” has a character that is not understood at position {at}.</source>
        <translation>表达式“{expression}”的第 {at} 个字符无法识别。</translation>
    </message>
    <message>
        <source>The expression “{expression}” cannot be read at position {at}.</source>
        <translation>表达式“{expression}”从第 {at} 个字符起读不懂。</translation>
    </message>
    <message>
        <source>The expression “{expression}” is nested too deep.</source>
        <translation>表达式“{expression}”的嵌套太深。</translation>
    </message>
    <message>
        <source>The attached file {file} is missing; lists from it are empty.</source>
        <translation>缺少附件 {file}，用到它的选项是空的。</translation>
    </message>
    <message>
        <source>The attached file {file} is not UTF-8 text.</source>
        <translation>附件 {file} 不是 UTF-8 编码的文本。请另存为 UTF-8。</translation>
    </message>
    <message>
        <source>The attached file {file} cannot be read as a table.</source>
        <translation>附件 {file} 不能按表格读取。</translation>
    </message>
    <message>
        <source>The attached file {file} is no GeoJSON list of features.</source>
        <translation>附件 {file} 不是 GeoJSON 要素表。</translation>
    </message>
    <message>
        <source>The time zone {zone} is not known.</source>
        <translation>不认识时区 {zone}。请写成 Asia/Shanghai 的样子。</translation>
    </message>
    <message>
        <source>The draft counts {count} of {path}.</source>
        <translation>草稿中 {path} 的条数是“{count}”，读不出来或太多了。</translation>
    </message>
    <message>
        <source>This submission has no instanceID, so it cannot be edited.</source>
        <translation>这份已完成的表单没有 instanceID，不能修改。</translation>
    </message>
    <message>
        <source>This submission belongs to the form “{id}”.</source>
        <translation>这份已完成的表单属于另一张表单“{id}”。</translation>
    </message>
    <message>
        <source>The form has no {ref} now.</source>
        <translation>表单里现在没有 {ref} 这一题。</translation>
    </message>
    <message>
        <source>{ref} takes no answer.</source>
        <translation>{ref} 不用填写。</translation>
    </message>
    <message>
        <source>{ref} is read-only.</source>
        <translation>{ref} 只能看，不能填。</translation>
    </message>
    <message>
        <source>Rank all the choices of {ref}.</source>
        <translation>请把 {ref} 的选项全部排好顺序。</translation>
    </message>
    <message>
        <source>The number of {ref} follows from the answers.</source>
        <translation>{ref} 的条数由前面的答案决定，不能直接添加。</translation>
    </message>
    <message>
        <source>{ref} cannot be removed.</source>
        <translation>{ref} 不能删除。</translation>
    </message>
    <message>
        <source>The form does not speak “{language}”.</source>
        <translation>这张表单没有“{language}”这种语言。</translation>
    </message>
    <message>
        <source>{path} holds no list of cases with name, steps and expect.</source>
        <translation>{path} 里没有含 name、steps 和 expect 的用例。</translation>
    </message>
    <message>
        <source>A case cannot expect “{key}”.</source>
        <translation>用例不能写期望“{key}”。</translation>
    </message>
    <message>
        <source>{path} holds no list of steps.</source>
        <translation>{path} 里没有步骤。</translation>
    </message>
    <message>
        <source>{path} is not JSON.</source>
        <translation>{path} 不是 JSON 文件。</translation>
    </message>
    <message>
        <source>The step “{op}” is not known.</source>
        <translation>不认识步骤“{op}”。</translation>
    </message>
    <message>
        <source>{path} is no trace: it has no sessions with steps.</source>
        <translation>{path} 不是操作记录：里面没有带步骤的会话。</translation>
    </message>
    <message>
        <source>There is no form {name} in {folder}.</source>
        <translation>{folder} 里没有表单 {name}。</translation>
    </message>
    <message>
        <source>There is no {name} in {folder}.</source>
        <translation>{folder} 里没有 {name}。</translation>
    </message>
    <message>
        <source>{path}: search() needs a table, or also contains, startswith, endswith or matches, a column and a text, and then a column and a text to filter by. Its choices are not filled.</source>
        <translation>{path}：search() 需要一个表名；也可再加 contains、startswith、endswith 或 matches、一个列名和一段文字，之后还可加用来筛选的列名和文字。它的选项没有填入。</translation>
    </message>
    <message>
        <source>“{name}” cannot be the name of an attached file.</source>
        <translation>“{name}”不能用作附件的文件名。</translation>
    </message>
    <message>
        <source>A photo or file of this form is not on this computer yet. Sync first.</source>
        <translation>这张表的照片或附件还没有到这台电脑。请先同步。</translation>
    </message>
    <message>
        <source>An answer is a text, a number, a truth or a list of them, not {kind}.</source>
        <translation>答案应为文字、数字、是否值或它们的列表，不能是 {kind}。</translation>
    </message>
    <message>
        <source>{before} is no row of {ref}.</source>
        <translation>{before} 不是 {ref} 中的一行。</translation>
    </message>
</context>
</TS>
