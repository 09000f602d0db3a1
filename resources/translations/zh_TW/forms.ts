<?xml version='1.0' encoding='UTF-8'?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_TW" sourcelanguage="en">
<context>
    <name>forms</name>
    <message>
        <source>There is no form at {path}.</source>
        <translation>{path} 處沒有表單。請核對名字和文件夾。</translation>
    </message>
    <message>
        <source>{name} is no Excel workbook. Save it as .xlsx.</source>
        <translation>{name} 不是 Excel 工作簿。請另存為 .xlsx。</translation>
    </message>
    <message>
        <source>The workbook is damaged. Save it again in Excel.</source>
        <translation>這個工作簿損壞了。請用 Excel 打開，重新保存。</translation>
    </message>
    <message>
        <source>The workbook unpacks to more than {size} MB.</source>
        <translation>這個工作簿解開後超過 {size} MB，太大了。</translation>
    </message>
    <message>
        <source>{name} has no sheet “survey” with questions.</source>
        <translation>{name} 中沒有寫著題目的“survey”工作表。</translation>
    </message>
    <message>
        <source>{name} cannot be converted: {reason}</source>
        <translation>{name} 無法轉換：{reason}</translation>
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
        <translation>這個文件不是 XForm 表單：缺少 model、body 或數據部分。</translation>
    </message>
    <message>
        <source>{name} is larger than {megabytes} MB.</source>
        <translation>{name} 超過 {megabytes} MB，太大了。</translation>
    </message>
    <message>
        <source>{name} is not well-formed XML: {reason}</source>
        <translation>{name} 不是完好的 XML：{reason}</translation>
    </message>
    <message>
        <source>{name} is nested deeper than {depth} levels.</source>
        <translation>{name} 的嵌套超過 {depth} 層。</translation>
    </message>
    <message>
        <source>{name} has a document type declaration, which is not allowed. Remove &lt;!DOCTYPE …&gt;.</source>
        <translation>{name} 中有文檔類型聲明，這裡不允許。請刪去 &lt;!DOCTYPE …&gt;。</translation>
    </message>
    <message>
        <source>The name “{old}” is reserved; it was changed to “{new}”.</source>
        <translation>名稱“{old}”是保留名，已改為“{new}”。</translation>
    </message>
    <message>
        <source>The question type “{old}” was read as “{new}”.</source>
        <translation>題型“{old}”已按“{new}”讀取。</translation>
    </message>
    <message>
        <source>The column “{old}” was merged into “{new}”.</source>
        <translation>“{old}”列已併入“{new}”列。</translation>
    </message>
    <message>
        <source>The choice “{old}” stands twice in the list “{new}”; both were kept.</source>
        <translation>選項“{old}”在選項表“{new}”中出現兩次，兩個都保留了。</translation>
    </message>
    <message>
        <source>The logic of {path} belongs to no question of the form.</source>
        <translation>{path} 的規則不屬於表單中的任何一題。</translation>
    </message>
    <message>
        <source>The question {path} has no place in the form's data and is left out.</source>
        <translation>{path} 這一題在表單數據中沒有位置，已略去。</translation>
    </message>
    <message>
        <source>An action names no question that it sets.</source>
        <translation>有一個動作沒有寫明要填哪一題。</translation>
    </message>
    <message>
        <source>An action sets a question in a repeat without saying in which instance.</source>
        <translation>有一個動作要填重複組裡的題，卻沒有寫明是哪一條記錄。</translation>
    </message>
    <message>
        <source>The calculations need one another in a circle: {chain}.</source>
        <translation>這些計算互相依賴成環：{chain}。</translation>
    </message>
    <message>
        <source>A function needs questions here, not a value.</source>
        <translation>這裡的函數要的是題目，不是值。</translation>
    </message>
    <message>
        <source>A path can only follow questions, not a value.</source>
        <translation>路徑只能接在題目後面，不能接在值後面。</translation>
    </message>
    <message>
        <source>The axis {axis} is not supported.</source>
        <translation>不支持軸 {axis}。</translation>
    </message>
    <message>
        <source>The function {function}() is not known.</source>
        <translation>不認識函數 {function}()。</translation>
    </message>
    <message>
        <source>The function {function}() cannot take {given} arguments.</source>
        <translation>函數 {function}() 不能用 {given} 個參數。</translation>
    </message>
    <message>
        <source>digest() knows MD5, SHA-1, SHA-256, SHA-384, SHA-512 as base64 or hex, not “{algorithm}” as “{encoding}”.</source>
        <translation>digest() 只認識 MD5、SHA-1、SHA-256、SHA-384、SHA-512，寫成 base64 或 hex；不認識“{encoding}”形式的“{algorithm}”。</translation>
    </message>
    <message>
        <source>indexed-repeat() needs an index after each repeat.</source>
        <translation>indexed-repeat() 的每個重複組後面都要有序號。</translation>
    </message>
    <message>
        <source>An expression of {length} characters is too long.</source>
        <translation>表達式有 {length} 個字符，太長了。</translation>
    </message>
    <message>
        <source>The expression “{expression}” has a character that is not understood at position {at}.</source>
        <translation>表達式“{expression}”的第 {at} 個字符無法識別。</translation>
    </message>
    <message>
        <source>The expression “{expression}” cannot be read at position {at}.</source>
        <translation>表達式“{expression}”從第 {at} 個字符起讀不懂。</translation>
    </message>
    <message>
        <source>The expression “{expression}” is nested too deep.</source>
        <translation>表達式“{expression}”的嵌套太深。</translation>
    </message>
    <message>
        <source>The attached file {file} is missing; lists from it are empty.</source>
        <translation>缺少附件 {file}，用到它的選項是空的。</translation>
    </message>
    <message>
        <source>The attached file {file} is not UTF-8 text.</source>
        <translation>附件 {file} 不是 UTF-8 編碼的文本。請另存為 UTF-8。</translation>
    </message>
    <message>
        <source>The attached file {file} cannot be read as a table.</source>
        <translation>附件 {file} 不能按表格讀取。</translation>
    </message>
    <message>
        <source>The attached file {file} is no GeoJSON list of features.</source>
        <translation>附件 {file} 不是 GeoJSON 要素表。</translation>
    </message>
    <message>
        <source>The time zone {zone} is not known.</source>
        <translation>不認識時區 {zone}。請寫成 Asia/Shanghai 的樣子。</translation>
    </message>
    <message>
        <source>The draft counts {count} of {path}.</source>
        <translation>草稿中 {path} 的條數是“{count}”，讀不出來或太多了。</translation>
    </message>
    <message>
        <source>This submission has no instanceID, so it cannot be edited.</source>
        <translation>這份已完成的表單沒有 instanceID，不能修改。</translation>
    </message>
    <message>
        <source>This submission belongs to the form “{id}”.</source>
        <translation>這份已完成的表單屬於另一張表單“{id}”。</translation>
    </message>
    <message>
        <source>The form has no {ref} now.</source>
        <translation>表單裡現在沒有 {ref} 這一題。</translation>
    </message>
    <message>
        <source>{ref} takes no answer.</source>
        <translation>{ref} 不用填寫。</translation>
    </message>
    <message>
        <source>{ref} is read-only.</source>
        <translation>{ref} 只能看，不能填。</translation>
    </message>
    <message>
        <source>Rank all the choices of {ref}.</source>
        <translation>請把 {ref} 的選項全部排好順序。</translation>
    </message>
    <message>
        <source>The number of {ref} follows from the answers.</source>
        <translation>{ref} 的條數由前面的答案決定，不能直接添加。</translation>
    </message>
    <message>
        <source>{ref} cannot be removed.</source>
        <translation>{ref} 不能刪除。</translation>
    </message>
    <message>
        <source>The form does not speak “{language}”.</source>
        <translation>這張表單沒有“{language}”這種語言。</translation>
    </message>
    <message>
        <source>{path} holds no list of cases with name, steps and expect.</source>
        <translation>{path} 裡沒有含 name、steps 和 expect 的用例。</translation>
    </message>
    <message>
        <source>A case cannot expect “{key}”.</source>
        <translation>用例不能寫期望“{key}”。</translation>
    </message>
    <message>
        <source>{path} holds no list of steps.</source>
        <translation>{path} 裡沒有步驟。</translation>
    </message>
    <message>
        <source>{path} is not JSON.</source>
        <translation>{path} 不是 JSON 文件。</translation>
    </message>
    <message>
        <source>The step “{op}” is not known.</source>
        <translation>不認識步驟“{op}”。</translation>
    </message>
    <message>
        <source>{path} is no trace: it has no sessions with steps.</source>
        <translation>{path} 不是操作記錄：裡面沒有帶步驟的會話。</translation>
    </message>
    <message>
        <source>There is no form {name} in {folder}.</source>
        <translation>{folder} 裡沒有表單 {name}。</translation>
    </message>
    <message>
        <source>There is no {name} in {folder}.</source>
        <translation>{folder} 裡沒有 {name}。</translation>
    </message>
    <message>
        <source>{path}: search() needs a table, or also contains, startswith, endswith or matches, a column and a text, and then a column and a text to filter by. Its choices are not filled.</source>
        <translation>{path}：search() 需要一個表名；也可再加 contains、startswith、endswith 或 matches、一個列名和一段文字，之後還可加用來篩選的列名和文字。它的選項沒有填入。</translation>
    </message>
    <message>
        <source>“{name}” cannot be the name of an attached file.</source>
        <translation>“{name}”不能用作附件的文件名。</translation>
    </message>
    <message>
        <source>A photo or file of this form is not on this computer yet. Sync first.</source>
        <translation>這張表的照片或附件還沒有到這臺電腦。請先同步。</translation>
    </message>
    <message>
        <source>An answer is a text, a number, a truth or a list of them, not {kind}.</source>
        <translation>答案應為文字、數字、是否值或它們的列表，不能是 {kind}。</translation>
    </message>
    <message>
        <source>{before} is no row of {ref}.</source>
        <translation>{before} 不是 {ref} 中的一行。</translation>
    </message>
</context>
</TS>