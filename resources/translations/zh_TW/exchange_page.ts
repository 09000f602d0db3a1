<?xml version='1.0' encoding='UTF-8'?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_TW" sourcelanguage="en">
<context>
    <name>fieldapp</name>
    <message>
        <source>{file} could not be read. Open it in Excel or WPS and save it again as .xlsx.</source>
        <translation>{file} 無法讀取。請用 Excel 或 WPS 打開，另存為 .xlsx 後再試。</translation>
    </message>
    <message>
        <source>Import and export</source>
        <translation>導入導出</translation>
    </message>
    <message>
        <source>Tables of Excel and WPS come in and go out.</source>
        <translation>Excel、WPS 表格的導入和導出。</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>導出</translation>
    </message>
    <message>
        <source>These rows as a table for Excel or WPS.</source>
        <translation>把這些行導出為 Excel 或 WPS 表格。</translation>
    </message>
    <message>
        <source>Import a table</source>
        <translation>導入表格</translation>
    </message>
    <message>
        <source>One file or many: .xlsx, .xls or .csv.</source>
        <translation>一個或多個文件：.xlsx、.xls 或 .csv。</translation>
    </message>
    <message>
        <source>Import a folder</source>
        <translation>導入文件夾</translation>
    </message>
    <message>
        <source>Every table in a folder at once.</source>
        <translation>一次導入文件夾裡的全部表格。</translation>
    </message>
    <message>
        <source>Lists as a table for Excel or WPS.</source>
        <translation>把各類名冊導出為 Excel 或 WPS 表格。</translation>
    </message>
    <message>
        <source>Fill a blank form</source>
        <translation>填空白表</translation>
    </message>
    <message>
        <source>A county's own .xls form, filled.</source>
        <translation>把縣裡自己的 .xls 空白表填好。</translation>
    </message>
    <message>
        <source>Another list</source>
        <translation>換一個名冊</translation>
    </message>
    <message>
        <source>Which list these rows are of.</source>
        <translation>這些行屬於哪個名冊。</translation>
    </message>
    <message>
        <source>Another heading row</source>
        <translation>換表頭行</translation>
    </message>
    <message>
        <source>Which row holds the headings.</source>
        <translation>哪一行是表頭。</translation>
    </message>
    <message>
        <source>Take or leave this sheet</source>
        <translation>取捨本表</translation>
    </message>
    <message>
        <source>A sheet left out is not imported.</source>
        <translation>捨去的表不導入。</translation>
    </message>
    <message>
        <source>All guesses are right</source>
        <translation>推測全部正確</translation>
    </message>
    <message>
        <source>You have looked at each.</source>
        <translation>您已逐列看過。</translation>
    </message>
    <message>
        <source>Save the findings</source>
        <translation>保存問題清單</translation>
    </message>
    <message>
        <source>The rows to be mended, each bad cell marked.</source>
        <translation>需要修改的行，每個有問題的單元格都有標記。</translation>
    </message>
    <message>
        <source>Mark of the record</source>
        <translation>記錄標識</translation>
    </message>
    <message>
        <source>Village name</source>
        <translation>村名</translation>
    </message>
    <message>
        <source>Number of the head</source>
        <translation>戶主證件號碼</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>更改</translation>
    </message>
    <message>
        <source>The same</source>
        <translation>相同</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>不收</translation>
    </message>
    <message>
        <source>please confirm</source>
        <translation>請確認</translation>
    </message>
    <message>
        <source>mended</source>
        <translation>已修正</translation>
    </message>
    <message>
        <source>sure</source>
        <translation>確定</translation>
    </message>
    <message>
        <source>likely</source>
        <translation>多半是</translation>
    </message>
    <message>
        <source>look at it</source>
        <translation>請看一下</translation>
    </message>
    <message>
        <source>Importing …</source>
        <translation>正在導入……</translation>
    </message>
    <message>
        <source>Imported: {count} records</source>
        <translation>已導入 {count} 條記錄</translation>
    </message>
    <message>
        <source>Reading …</source>
        <translation>正在讀取……</translation>
    </message>
    <message>
        <source>Reading {file}</source>
        <translation>正在讀取 {file}</translation>
    </message>
    <message>
        <source>There is no table in this folder. Choose another one.</source>
        <translation>這個文件夾裡沒有表格。請另選一個。</translation>
    </message>
    <message>
        <source>Comparing with the register …</source>
        <translation>正在與戶冊比對……</translation>
    </message>
    <message>
        <source>Writing …</source>
        <translation>正在寫出……</translation>
    </message>
    <message>
        <source>{count} rows are written to {path}</source>
        <translation>已寫出 {count} 行：{path}</translation>
    </message>
    <message>
        <source>{count} cells are filled in {path}</source>
        <translation>已填 {count} 格：{path}</translation>
    </message>
    <message>
        <source>Taking back …</source>
        <translation>正在撤銷……</translation>
    </message>
    <message>
        <source>{count} parts are taken back, {stayed} stay because of what was changed since:</source>
        <translation>已撤銷 {count} 批，另有 {stayed} 批因導入後有人改過而保留：</translation>
    </message>
    <message>
        <source>Part {number}, {count} records</source>
        <translation>第 {number} 批，{count} 條記錄</translation>
    </message>
    <message>
        <source>The import is taken back: {count} parts.</source>
        <translation>這次導入已撤銷，共 {count} 批。</translation>
    </message>
    <message>
        <source>Which field is “{heading}”?</source>
        <translation>“{heading}”是哪一項？</translation>
    </message>
    <message>
        <source>The year of yearly columns, where no column names one.</source>
        <translation>沒有年度列時，年度數據算在哪一年。</translation>
    </message>
    <message>
        <source>An empty cell empties the field</source>
        <translation>空單元格清空該項</translation>
    </message>
    <message>
        <source>Columns of the file</source>
        <translation>文件的各列</translation>
    </message>
    <message>
        <source>Try it, write nothing</source>
        <translation>試導入（不寫入）</translation>
    </message>
    <message>
        <source>List: {list}</source>
        <translation>名冊：{list}</translation>
    </message>
    <message>
        <source>row {row}</source>
        <translation>第 {row} 行</translation>
    </message>
    <message>
        <source>named by the file</source>
        <translation>文件自帶</translation>
    </message>
    <message>
        <source>Headings: {row}</source>
        <translation>表頭：{row}</translation>
    </message>
    <message>
        <source>Which list are these rows of?</source>
        <translation>這些行屬於哪個名冊？</translation>
    </message>
    <message>
        <source>Which row holds the headings?</source>
        <translation>哪一行是表頭？</translation>
    </message>
    <message>
        <source>— not read</source>
        <translation>— 不讀</translation>
    </message>
    <message>
        <source>{file} and {count} more</source>
        <translation>{file}，另有 {count} 個</translation>
    </message>
    <message>
        <source>This sheet is left out. F4 takes it.</source>
        <translation>本表已捨去。按 F4 取回。</translation>
    </message>
    <message>
        <source>{count} guesses wait: Enter confirms, letters choose another field, Del passes the column over.</source>
        <translation>有 {count} 列待確認：回車確認，按字母鍵另選一項，Del 不讀此列。</translation>
    </message>
    <message>
        <source>Heading in the file</source>
        <translation>文件表頭</translation>
    </message>
    <message>
        <source>For example</source>
        <translation>示例</translation>
    </message>
    <message>
        <source>Field in the register</source>
        <translation>戶冊中的項</translation>
    </message>
    <message>
        <source>How sure</source>
        <translation>把握</translation>
    </message>
    <message>
        <source>Letters choose another field, Del passes the column over. Enter goes on.</source>
        <translation>按字母鍵另選一項，Del 不讀此列。回車繼續。</translation>
    </message>
    <message>
        <source>Masked: numbers, telephones and accounts are covered</source>
        <translation>脫敏：遮蓋證件號碼、電話和賬號</translation>
    </message>
    <message>
        <source>Export …</source>
        <translation>導出……</translation>
    </message>
    <message>
        <source>The {count} rows in view</source>
        <translation>當前顯示的 {count} 行</translation>
    </message>
    <message>
        <source>Headings</source>
        <translation>表頭</translation>
    </message>
    <message>
        <source>Years of yearly lists</source>
        <translation>年度名冊的年份</translation>
    </message>
    <message>
        <source>All years</source>
        <translation>全部年份</translation>
    </message>
    <message>
        <source>Tick at least one list.</source>
        <translation>請至少勾選一個名冊。</translation>
    </message>
    <message>
        <source>It goes on record who exported what, and when.</source>
        <translation>誰在什麼時候導出了什麼，都會留下記錄。</translation>
    </message>
    <message>
        <source>Lists (Space ticks)</source>
        <translation>名冊（空格勾選）</translation>
    </message>
    <message>
        <source>Untick all</source>
        <translation>全不選</translation>
    </message>
    <message>
        <source>Chinese</source>
        <translation>中文</translation>
    </message>
    <message>
        <source>Traditional Chinese</source>
        <translation>繁體中文</translation>
    </message>
    <message>
        <source>English</source>
        <translation>英文</translation>
    </message>
    <message>
        <source>Codes of the national system</source>
        <translation>全國系統編碼</translation>
    </message>
    <message>
        <source>Names of this program</source>
        <translation>本程序的代號</translation>
    </message>
    <message>
        <source>The whole list</source>
        <translation>整個名冊</translation>
    </message>
    <message>
        <source>Choose the blank form …</source>
        <translation>選擇空白表……</translation>
    </message>
    <message>
        <source>Choose a household or village …</source>
        <translation>選擇戶或村……</translation>
    </message>
    <message>
        <source>Fill …</source>
        <translation>填表……</translation>
    </message>
    <message>
        <source>For which household or village?</source>
        <translation>給哪一戶或哪個村？</translation>
    </message>
    <message>
        <source>The county's own .xls or .xlsx form, empty</source>
        <translation>縣裡的空白表（.xls 或 .xlsx）</translation>
    </message>
    <message>
        <source>For whom</source>
        <translation>填給誰</translation>
    </message>
    <message>
        <source>village</source>
        <translation>村</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>{files} and {count} more</source>
        <translation>{files} 等，另有 {count} 個</translation>
    </message>
    <message>
        <source>Choose files</source>
        <translation>選擇文件</translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation>選擇文件夾</translation>
    </message>
    <message>
        <source>Imports of this register</source>
        <translation>本戶冊的導入記錄</translation>
    </message>
    <message>
        <source>Nothing has been imported here yet. An import can be taken back as a whole.</source>
        <translation>這裡還沒有導入過。導入後可以整批撤銷。</translation>
    </message>
    <message>
        <source>Enter takes an import back</source>
        <translation>回車撤銷一次導入</translation>
    </message>
    <message>
        <source>partly taken back</source>
        <translation>部分已撤銷</translation>
    </message>
    <message>
        <source>Drop files here, or press Enter to choose them: .xlsx, .xls, .csv. Nothing is written before you have seen what would change.</source>
        <translation>把文件拖到這裡，或按回車選擇：.xlsx、.xls、.csv。先看清會改動什麼，確認後才寫入。</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>時間</translation>
    </message>
    <message>
        <source>Imported by</source>
        <translation>導入人</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>記錄數</translation>
    </message>
    <message>
        <source>Something is still running. Wait, or stop it.</source>
        <translation>還有操作在進行。請稍候，或先停止。</translation>
    </message>
    <message>
        <source>The file says itself what its columns are.</source>
        <translation>文件自帶各列的說明。</translation>
    </message>
    <message>
        <source>No guess waits here.</source>
        <translation>沒有待確認的推測。</translation>
    </message>
    <message>
        <source>Nothing was found.</source>
        <translation>沒有發現問題。</translation>
    </message>
    <message>
        <source>Take the import back</source>
        <translation>撤銷導入</translation>
    </message>
    <message>
        <source>Take back {count} records of {files}?</source>
        <translation>撤銷 {files} 的 {count} 條記錄？</translation>
    </message>
    <message>
        <source>What somebody has changed since stays as it is and is named.</source>
        <translation>導入後有人改過的部分保持原樣，並逐條列出。</translation>
    </message>
    <message>
        <source>An import was taken back</source>
        <translation>已撤銷一次導入</translation>
    </message>
    <message>
        <source>Import 1 of 3: what the columns are</source>
        <translation>導入 1/3：各列是什麼</translation>
    </message>
    <message>
        <source>Import 2 of 3: what would change</source>
        <translation>導入 2/3：會改動什麼</translation>
    </message>
    <message>
        <source>Import 3 of 3: done</source>
        <translation>導入 3/3：完成</translation>
    </message>
    <message>
        <source>Enter chooses files; Tab goes to the imports done here, Enter takes one back.</source>
        <translation>回車選擇文件；Tab 到導入記錄，回車撤銷一次導入。</translation>
    </message>
    <message>
        <source>Up and Down choose a column, Enter confirms its field, letters choose another, Del passes it over.</source>
        <translation>上下鍵選擇一列，回車確認，按字母鍵另選一項，Del 不讀此列。</translation>
    </message>
    <message>
        <source>Enter imports; Ctrl+PgDown shows findings and changed cells; Esc goes back.</source>
        <translation>回車導入；Ctrl+PgDown 查看問題和改動；Esc 返回。</translation>
    </message>
    <message>
        <source>Enter is done. The import stands in the list and can be taken back.</source>
        <translation>回車結束。這次導入在導入記錄裡，可以撤銷。</translation>
    </message>
    <message>
        <source>{count} cells are marked in {path}</source>
        <translation>已標出 {count} 處：{path}</translation>
    </message>
    <message>
        <source>{path} cannot be written. Close it in the other program.</source>
        <translation>{path} 無法寫入。請先在其他程序中關閉它。</translation>
    </message>
    <message>
        <source>Rows of {file} that name no village are of …</source>
        <translation>{file} 中沒寫村的行屬於……</translation>
    </message>
    <message>
        <source>What would change</source>
        <translation>會改動什麼</translation>
    </message>
    <message>
        <source>By file</source>
        <translation>按文件</translation>
    </message>
    <message>
        <source>Changed cells</source>
        <translation>改動</translation>
    </message>
    <message>
        <source>By file  {count}</source>
        <translation>按文件  {count}</translation>
    </message>
    <message>
        <source>Findings  {count}</source>
        <translation>問題  {count}</translation>
    </message>
    <message>
        <source>Changed cells  {count}</source>
        <translation>改動  {count}</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Stopped after {count} of {total} records. What is written stands; going on writes the rest.</source>
        <translation>已停止：寫入了 {count}/{total} 條記錄。寫入的已保存，繼續即寫完其餘部分。</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>{count} villages</source>
        <translation>{count} 個村</translation>
    </message>
    <message>
        <source>◌ choose one: Enter</source>
        <translation>◌ 請選擇：回車</translation>
    </message>
    <message>
        <source>Go on importing</source>
        <translation>繼續導入</translation>
    </message>
    <message>
        <source>It can be taken back on the first page of this place.</source>
        <translation>可在“導入導出”首頁整批撤銷。</translation>
    </message>
    <message>
        <source>Nothing is written yet.</source>
        <translation>尚未寫入任何內容。</translation>
    </message>
    <message>
        <source>There is nothing to write: the register says the same already.</source>
        <translation>沒有要寫入的內容：戶冊裡已經一樣。</translation>
    </message>
    <message>
        <source>Import {count} records</source>
        <translation>導入 {count} 條記錄</translation>
    </message>
</context>
</TS>