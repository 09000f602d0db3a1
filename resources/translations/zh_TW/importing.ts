<?xml version='1.0' encoding='UTF-8'?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_TW" sourcelanguage="en">
<context>
    <name>fieldapp</name>
    <message>
        <source>Sheet {sheet}, row {row}, column “{column}”: </source>
        <translation>工作表 {sheet} 第 {row} 行“{column}”列：</translation>
    </message>
    <message>
        <source>Errors: {count}</source>
        <translation>錯誤：{count}</translation>
    </message>
    <message>
        <source>Warnings: {count}</source>
        <translation>提醒：{count}</translation>
    </message>
    <message>
        <source>Repairs: {count}</source>
        <translation>已修復：{count}</translation>
    </message>
    <message>
        <source>Sheet {sheet}, row {row}: </source>
        <translation>工作表 {sheet} 第 {row} 行：</translation>
    </message>
    <message>
        <source>{title} ({id}{version}): {count} questions</source>
        <translation>{title}（{id}{version}）：{count} 個問題</translation>
    </message>
    <message>
        <source>Languages: {languages}</source>
        <translation>語言：{languages}</translation>
    </message>
    <message>
        <source>The attached file {file} is missing; choices from it are typed.</source>
        <translation>缺少附件 {file}；其中的選項改為手工填寫。</translation>
    </message>
    <message>
        <source>The choice “{old}” was named “{new}”.</source>
        <translation>選項“{old}”的名稱改成了“{new}”。</translation>
    </message>
    <message>
        <source>“{old}” was read as “{new}”.</source>
        <translation>“{old}”按“{new}”讀取。</translation>
    </message>
    <message>
        <source>The choice has no name; it was named “{new}”.</source>
        <translation>選項沒有名稱；已取名為“{new}”。</translation>
    </message>
    <message>
        <source>The choice has neither name nor label; the row was left out.</source>
        <translation>選項既沒有名稱也沒有文字；已略去這一行。</translation>
    </message>
    <message>
        <source>The list “{old}” was named “{new}”.</source>
        <translation>選項表“{old}”的名稱改成了“{new}”。</translation>
    </message>
    <message>
        <source>The choice names no list; it was read as one of “{new}”.</source>
        <translation>選項沒有寫明屬於哪張選項表；按“{new}”的選項讀取。</translation>
    </message>
    <message>
        <source>The choice “{old}” stands twice; one of them was left out.</source>
        <translation>選項“{old}”重複；已略去其中一個。</translation>
    </message>
    <message>
        <source>The count “{old}” is computed in a question of its own, “{new}”.</source>
        <translation>次數“{old}”改由單獨的計算題“{new}”算出。</translation>
    </message>
    <message>
        <source>The sheet choices has no column “{name}”, so this filter offers no choice.</source>
        <translation>choices 工作表沒有“{name}”列，因此這個篩選不會給出任何選項。</translation>
    </message>
    <message>
        <source>The headings stand in row {number}; the rows above were left out.</source>
        <translation>列標題在第 {number} 行；上面的行已略去。</translation>
    </message>
    <message>
        <source>The sheet has no headings; its columns were read as {names}.</source>
        <translation>工作表沒有列標題；各列按 {names} 讀取。</translation>
    </message>
    <message>
        <source>The column “{old}” was read as “{new}”.</source>
        <translation>“{old}”列按“{new}”讀取。</translation>
    </message>
    <message>
        <source>The column “{old}” stops the converter; its attribute was carried over unchanged.</source>
        <translation>“{old}”列會使轉換中斷；它的屬性已原樣帶入。</translation>
    </message>
    <message>
        <source>The block “{old}” was written out as a group of questions.</source>
        <translation>“{old}”已展開成一組問題。</translation>
    </message>
    <message>
        <source>The group is marked as a repeat; it was read as one.</source>
        <translation>這個分組標明為重複組；已按重複組讀取。</translation>
    </message>
    <message>
        <source>The question has no label; its name “{new}” stands for it.</source>
        <translation>問題沒有題目；用名稱“{new}”代替。</translation>
    </message>
    <message>
        <source>The list “{name}” is on no sheet; one choice called “missing” stands for it.</source>
        <translation>哪張工作表裡都沒有選項表“{name}”；用一個名為“missing”的選項代替。</translation>
    </message>
    <message>
        <source>The list “{name}” was taken from the sheet choices.</source>
        <translation>選項表“{name}”取自 choices 工作表。</translation>
    </message>
    <message>
        <source>The list “{name}” was taken from the sheet external_choices.</source>
        <translation>選項表“{name}”取自 external_choices 工作表。</translation>
    </message>
    <message>
        <source>The question has no name; it was named “{new}”.</source>
        <translation>問題沒有名稱；已取名為“{new}”。</translation>
    </message>
    <message>
        <source>The name “{old}” was changed to “{new}”.</source>
        <translation>名稱“{old}”改成了“{new}”。</translation>
    </message>
    <message>
        <source>The name “{old}” stands twice; the second question was named “{new}”.</source>
        <translation>名稱“{old}”重複；第二個問題改名為“{new}”。</translation>
    </message>
    <message>
        <source>“{old}” is no question; its row was left out.</source>
        <translation>“{old}”不是問題；已略去這一行。</translation>
    </message>
    <message>
        <source>The sheet “{old}” was read as “{new}”.</source>
        <translation>工作表“{old}”按“{new}”讀取。</translation>
    </message>
    <message>
        <source>There is no question “{name}”.</source>
        <translation>沒有“{name}”這個問題。</translation>
    </message>
    <message>
        <source>The question “{name}” stands more than once, so a reference to it is unclear.</source>
        <translation>問題“{name}”不止一個，引用它時不知道指哪一個。</translation>
    </message>
    <message>
        <source>A reference is not written as ${{name}}.</source>
        <translation>引用沒有寫成 ${{name}} 的形式。</translation>
    </message>
    <message>
        <source>The name “{name}” stands twice in one group.</source>
        <translation>同一組里名稱“{name}”重複。</translation>
    </message>
    <message>
        <source>The name “{name}” differs from another only in capital letters.</source>
        <translation>名稱“{name}”與另一個名稱只有大小寫不同。</translation>
    </message>
    <message>
        <source>The name “meta” is reserved. Give another name.</source>
        <translation>名稱“meta”已被保留。請換一個名稱。</translation>
    </message>
    <message>
        <source>The name may hold letters, digits, “_”, “-” and “.” and begins with a letter.</source>
        <translation>名稱只能用字母、數字、“_”、“-”和“.”，並以字母開頭。</translation>
    </message>
    <message>
        <source>A choice stands twice in its list.</source>
        <translation>選項表裡有重複的選項。</translation>
    </message>
    <message>
        <source>The choice has no name.</source>
        <translation>選項沒有名稱。</translation>
    </message>
    <message>
        <source>The choice has no label.</source>
        <translation>選項沒有文字。</translation>
    </message>
    <message>
        <source>The list “{name}” is not on the sheet choices.</source>
        <translation>choices 工作表裡沒有選項表“{name}”。</translation>
    </message>
    <message>
        <source>The question type “{name}” is not known.</source>
        <translation>不認識問題類型“{name}”。</translation>
    </message>
    <message>
        <source>The question has no type.</source>
        <translation>問題沒有類型。</translation>
    </message>
    <message>
        <source>The question has no name.</source>
        <translation>問題沒有名稱。</translation>
    </message>
    <message>
        <source>The calculation is missing.</source>
        <translation>缺少計算公式。</translation>
    </message>
    <message>
        <source>The block “{name}” has no end.</source>
        <translation>“{name}”沒有結束行。</translation>
    </message>
    <message>
        <source>An end has no begin.</source>
        <translation>有結束行，卻沒有開始行。</translation>
    </message>
    <message>
        <source>The question “{name}” has no label.</source>
        <translation>問題“{name}”沒有題目。</translation>
    </message>
    <message>
        <source>The group “{name}” has no label.</source>
        <translation>分組“{name}”沒有標題。</translation>
    </message>
    <message>
        <source>Pictures are sent at full size. Give max-pixels to make them smaller.</source>
        <translation>照片按原尺寸發送。寫上 max-pixels 可以縮小。</translation>
    </message>
    <message>
        <source>“{name}” is no longer known to most devices.</source>
        <translation>多數設備已不再支持“{name}”。</translation>
    </message>
    <message>
        <source>A row without type and name is left out.</source>
        <translation>沒有類型和名稱的行已略去。</translation>
    </message>
    <message>
        <source>The columns “{one}” and “{other}” mean the same. Keep one of them.</source>
        <translation>“{one}”列和“{other}”列是一個意思。請只留一列。</translation>
    </message>
    <message>
        <source>A column whose heading is empty or has spaces is left out.</source>
        <translation>列標題為空或帶空格的列已略去。</translation>
    </message>
    <message>
        <source>The columns {names} are missing.</source>
        <translation>缺少 {names} 列。</translation>
    </message>
    <message>
        <source>The first row has no headings.</source>
        <translation>第一行沒有列標題。</translation>
    </message>
    <message>
        <source>The choice “{name}” of the list “{list}” has a space in its name.</source>
        <translation>選項表“{list}”中選項“{name}”的名稱帶有空格。</translation>
    </message>
    <message>
        <source>The parameters {names} are not known for this question type.</source>
        <translation>這類問題沒有 {names} 這些參數。</translation>
    </message>
    <message>
        <source>The parameters cannot be read. Write them as key=value.</source>
        <translation>參數無法讀取。請寫成 key=value 的形式。</translation>
    </message>
    <message>
        <source>Some texts are not translated into every language.</source>
        <translation>有些文字沒有譯成全部語言。</translation>
    </message>
    <message>
        <source>The entity list “{name}” is not declared.</source>
        <translation>實體表“{name}”沒有聲明。</translation>
    </message>
    <message>
        <source>The column save_to cannot be used as it stands here.</source>
        <translation>這裡的 save_to 列無法使用。</translation>
    </message>
    <message>
        <source>“{old}” was taken out: there is no question “{name}”.</source>
        <translation>已去掉“{old}”：沒有“{name}”這個問題。</translation>
    </message>
    <message>
        <source>“{old}” refers to a question that does not exist; it was read as “{new}”.</source>
        <translation>“{old}”引用了不存在的問題；按“{new}”讀取。</translation>
    </message>
    <message>
        <source>The reference in “{old}” was read as “{new}”.</source>
        <translation>“{old}”中的引用按“{new}”讀取。</translation>
    </message>
    <message>
        <source>“{old}” was taken out: {reason}</source>
        <translation>已去掉“{old}”：{reason}</translation>
    </message>
    <message>
        <source>The row “{old}” was taken out: {reason}</source>
        <translation>已去掉這一行“{old}”：{reason}</translation>
    </message>
    <message>
        <source>The calculation is missing; it gives nothing.</source>
        <translation>缺少計算公式；結果為空。</translation>
    </message>
    <message>
        <source>The column “{old}” was taken out: {reason}</source>
        <translation>已去掉“{old}”列：{reason}</translation>
    </message>
    <message>
        <source>An encrypted form needs its instanceID; “{old}” was taken out.</source>
        <translation>加密表單需要 instanceID；已去掉“{old}”。</translation>
    </message>
    <message>
        <source>The column “{old}” stands twice; the left one counts where both have text.</source>
        <translation>“{old}”列重複；兩列都有內容時以左邊一列為準。</translation>
    </message>
    <message>
        <source>The file is named {suffix}, but its content is {kind}; it was read as what it is.</source>
        <translation>文件名是 {suffix}，內容卻是 {kind}；已按內容讀取。</translation>
    </message>
    <message>
        <source>The text is not UTF-8; it was read as {encoding}.</source>
        <translation>文字不是 UTF-8；按 {encoding} 讀取。</translation>
    </message>
    <message>
        <source>{name} is protected by a password. Save it without one.</source>
        <translation>{name} 有密碼保護。請去掉密碼後另存。</translation>
    </message>
    <message>
        <source>The block “{name}” has no end; it was closed where the one around it ends.</source>
        <translation>“{name}”沒有結束行；在外層結束處把它結束了。</translation>
    </message>
    <message>
        <source>“{old}” ends nothing; the row was left out.</source>
        <translation>“{old}”沒有對應的開始行；已略去這一行。</translation>
    </message>
    <message>
        <source>The CSV cannot be read as a table: {reason}</source>
        <translation>CSV 無法按表格讀取：{reason}</translation>
    </message>
    <message>
        <source>The file {file} is an XForm by its content; it was read as one.</source>
        <translation>文件 {file} 的內容是 XForm；已按 XForm 讀取。</translation>
    </message>
    <message>
        <source>The text is not in the encoding it names; it was read as {encoding}.</source>
        <translation>文字的編碼與文件所寫的不符；按 {encoding} 讀取。</translation>
    </message>
    <message>
        <source>Entities that XML does not know were read as the signs they mean.</source>
        <translation>XML 不認識的字符代號已按所指的字符讀取。</translation>
    </message>
    <message>
        <source>The choice has no label; “{new}” stands for it.</source>
        <translation>選項沒有文字；用“{new}”代替。</translation>
    </message>
    <message>
        <source>The {attribute} of {node}, “{old}”, was read as “{new}”.</source>
        <translation>{node} 的 {attribute} “{old}” 已按 “{new}” 讀取。</translation>
    </message>
    <message>
        <source>“{old}” was taken out: the column “{other}” of the row says “{new}”.</source>
        <translation>已去掉“{old}”：本行的“{other}”列寫的是“{new}”。</translation>
    </message>
    <message>
        <source>The column “{name}” holds answers; the filter sees it as it is written, without them.</source>
        <translation>“{name}”列引用了答案；篩選只按寫下的原文比較，不代入答案。</translation>
    </message>
    <message>
        <source>The words of “or_other” stay in one language. Write the choice and its question out to translate them.</source>
        <translation>“or_other”自動加的文字只有一種語言。要翻譯，請自己寫出這個選項和它的問題。</translation>
    </message>
    <message>
        <source>Write the language code too, for example “English (en)”: {names}.</source>
        <translation>請同時寫上語言代碼，例如“English (en)”：{names}。</translation>
    </message>
    <message>
        <source>The function {function}() needs a question of a repeat.</source>
        <translation>函數 {function}() 要用在重複組裡的問題上。</translation>
    </message>
    <message>
        <source>The function {function}() needs a question as its first argument.</source>
        <translation>函數 {function}() 的第一個參數要寫一個問題。</translation>
    </message>
    <message>
        <source>No setting declares the prefix “{prefix}”; its columns were carried over for other programs.</source>
        <translation>設置裡沒有聲明前綴“{prefix}”；這些列已原樣帶上，供別的程序使用。</translation>
    </message>
    <message>
        <source>The column “{old}” cannot be a name in the form; it was left out.</source>
        <translation>“{old}”列不能作為表單裡的名稱，已去掉。</translation>
    </message>
    <message>
        <source>The column “disabled” leaves out the rows that say “yes”.</source>
        <translation>“disabled”列寫著“yes”的行不用。</translation>
    </message>
    <message>
        <source>The entity list “{name}” is written from outside and inside of a repeat. Bring one of them to the other with a calculate, and write that.</source>
        <translation>實體列表“{name}”在重複組內外都要寫入。請用 calculate 把其中一處的值帶到另一處，再從那裡寫入。</translation>
    </message>
    <message>
        <source>{name} is empty. Choose another file.</source>
        <translation>{name} 是空文件，請另選一個文件。</translation>
    </message>
    <message>
        <source>{name} is no form: it is neither a workbook nor a table nor an XForm. Choose another file.</source>
        <translation>{name} 不是表單：它既不是工作簿，也不是表格或 XForm。請另選一個文件。</translation>
    </message>
    <message>
        <source>Nothing reads these columns; correct their headings if they are meant: {columns}.</source>
        <translation>這些列沒有用到：{columns}。如果要用，請改正列名。</translation>
    </message>
</context>
</TS>