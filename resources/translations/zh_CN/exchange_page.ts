<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>fieldapp</name>
    <message>
        <source>{file} could not be read. Open it in Excel or WPS and save it again as .xlsx.</source>
        <translation>{file} 无法读取。请用 Excel 或 WPS 打开，另存为 .xlsx 后再试。</translation>
    </message>
    <message>
        <source>Import and export</source>
        <translation>导入导出</translation>
    </message>
    <message>
        <source>Tables of Excel and WPS come in and go out.</source>
        <translation>Excel、WPS 表格的导入和导出。</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>These rows as a table for Excel or WPS.</source>
        <translation>把这些行导出为 Excel 或 WPS 表格。</translation>
    </message>
    <message>
        <source>Import a table</source>
        <translation>导入表格</translation>
    </message>
    <message>
        <source>One file or many: .xlsx, .xls or .csv.</source>
        <translation>一个或多个文件：.xlsx、.xls 或 .csv。</translation>
    </message>
    <message>
        <source>Import a folder</source>
        <translation>导入文件夹</translation>
    </message>
    <message>
        <source>Every table in a folder at once.</source>
        <translation>一次导入文件夹里的全部表格。</translation>
    </message>
    <message>
        <source>Lists as a table for Excel or WPS.</source>
        <translation>把各类名册导出为 Excel 或 WPS 表格。</translation>
    </message>
    <message>
        <source>Fill a blank form</source>
        <translation>填空白表</translation>
    </message>
    <message>
        <source>A county's own .xls form, filled.</source>
        <translation>把县里自己的 .xls 空白表填好。</translation>
    </message>
    <message>
        <source>Another list</source>
        <translation>换一个名册</translation>
    </message>
    <message>
        <source>Which list these rows are of.</source>
        <translation>这些行属于哪个名册。</translation>
    </message>
    <message>
        <source>Another heading row</source>
        <translation>换表头行</translation>
    </message>
    <message>
        <source>Which row holds the headings.</source>
        <translation>哪一行是表头。</translation>
    </message>
    <message>
        <source>Take or leave this sheet</source>
        <translation>取舍本表</translation>
    </message>
    <message>
        <source>A sheet left out is not imported.</source>
        <translation>舍去的表不导入。</translation>
    </message>
    <message>
        <source>All guesses are right</source>
        <translation>推测全部正确</translation>
    </message>
    <message>
        <source>You have looked at each.</source>
        <translation>您已逐列看过。</translation>
    </message>
    <message>
        <source>Save the findings</source>
        <translation>保存问题清单</translation>
    </message>
    <message>
        <source>The rows to be mended, each bad cell marked.</source>
        <translation>需要修改的行，每个有问题的单元格都有标记。</translation>
    </message>
    <message>
        <source>Mark of the record</source>
        <translation>记录标识</translation>
    </message>
    <message>
        <source>Village name</source>
        <translation>村名</translation>
    </message>
    <message>
        <source>Number of the head</source>
        <translation>户主证件号码</translation>
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
        <translation>请确认</translation>
    </message>
    <message>
        <source>mended</source>
        <translation>已修正</translation>
    </message>
    <message>
        <source>sure</source>
        <translation>确定</translation>
    </message>
    <message>
        <source>likely</source>
        <translation>多半是</translation>
    </message>
    <message>
        <source>look at it</source>
        <translation>请看一下</translation>
    </message>
    <message>
        <source>Importing …</source>
        <translation>正在导入……</translation>
    </message>
    <message>
        <source>Imported: {count} records</source>
        <translation>已导入 {count} 条记录</translation>
    </message>
    <message>
        <source>Reading …</source>
        <translation>正在读取……</translation>
    </message>
    <message>
        <source>Reading {file}</source>
        <translation>正在读取 {file}</translation>
    </message>
    <message>
        <source>There is no table in this folder. Choose another one.</source>
        <translation>这个文件夹里没有表格。请另选一个。</translation>
    </message>
    <message>
        <source>Comparing with the register …</source>
        <translation>正在与户册比对……</translation>
    </message>
    <message>
        <source>Writing …</source>
        <translation>正在写出……</translation>
    </message>
    <message>
        <source>{count} rows are written to {path}</source>
        <translation>已写出 {count} 行：{path}</translation>
    </message>
    <message>
        <source>{count} cells are filled in {path}</source>
        <translation>已填 {count} 格：{path}</translation>
    </message>
    <message>
        <source>Taking back …</source>
        <translation>正在撤销……</translation>
    </message>
    <message>
        <source>{count} parts are taken back, {stayed} stay because of what was changed since:</source>
        <translation>已撤销 {count} 批，另有 {stayed} 批因导入后有人改过而保留：</translation>
    </message>
    <message>
        <source>Part {number}, {count} records</source>
        <translation>第 {number} 批，{count} 条记录</translation>
    </message>
    <message>
        <source>The import is taken back: {count} parts.</source>
        <translation>这次导入已撤销，共 {count} 批。</translation>
    </message>
    <message>
        <source>Which field is “{heading}”?</source>
        <translation>“{heading}”是哪一项？</translation>
    </message>
    <message>
        <source>The year of yearly columns, where no column names one.</source>
        <translation>没有年度列时，年度数据算在哪一年。</translation>
    </message>
    <message>
        <source>An empty cell empties the field</source>
        <translation>空单元格清空该项</translation>
    </message>
    <message>
        <source>Columns of the file</source>
        <translation>文件的各列</translation>
    </message>
    <message>
        <source>Try it, write nothing</source>
        <translation>试导入（不写入）</translation>
    </message>
    <message>
        <source>List: {list}</source>
        <translation>名册：{list}</translation>
    </message>
    <message>
        <source>row {row}</source>
        <translation>第 {row} 行</translation>
    </message>
    <message>
        <source>named by the file</source>
        <translation>文件自带</translation>
    </message>
    <message>
        <source>Headings: {row}</source>
        <translation>表头：{row}</translation>
    </message>
    <message>
        <source>Which list are these rows of?</source>
        <translation>这些行属于哪个名册？</translation>
    </message>
    <message>
        <source>Which row holds the headings?</source>
        <translation>哪一行是表头？</translation>
    </message>
    <message>
        <source>— not read</source>
        <translation>— 不读</translation>
    </message>
    <message>
        <source>{file} and {count} more</source>
        <translation>{file}，另有 {count} 个</translation>
    </message>
    <message>
        <source>This sheet is left out. F4 takes it.</source>
        <translation>本表已舍去。按 F4 取回。</translation>
    </message>
    <message>
        <source>{count} guesses wait: Enter confirms, letters choose another field, Del passes the column over.</source>
        <translation>有 {count} 列待确认：回车确认，按字母键另选一项，Del 不读此列。</translation>
    </message>
    <message>
        <source>Heading in the file</source>
        <translation>文件表头</translation>
    </message>
    <message>
        <source>For example</source>
        <translation>示例</translation>
    </message>
    <message>
        <source>Field in the register</source>
        <translation>户册中的项</translation>
    </message>
    <message>
        <source>How sure</source>
        <translation>把握</translation>
    </message>
    <message>
        <source>Letters choose another field, Del passes the column over. Enter goes on.</source>
        <translation>按字母键另选一项，Del 不读此列。回车继续。</translation>
    </message>
    <message>
        <source>Masked: numbers, telephones and accounts are covered</source>
        <translation>脱敏：遮盖证件号码、电话和账号</translation>
    </message>
    <message>
        <source>Export …</source>
        <translation>导出……</translation>
    </message>
    <message>
        <source>The {count} rows in view</source>
        <translation>当前显示的 {count} 行</translation>
    </message>
    <message>
        <source>Headings</source>
        <translation>表头</translation>
    </message>
    <message>
        <source>Years of yearly lists</source>
        <translation>年度名册的年份</translation>
    </message>
    <message>
        <source>All years</source>
        <translation>全部年份</translation>
    </message>
    <message>
        <source>Tick at least one list.</source>
        <translation>请至少勾选一个名册。</translation>
    </message>
    <message>
        <source>It goes on record who exported what, and when.</source>
        <translation>谁在什么时候导出了什么，都会留下记录。</translation>
    </message>
    <message>
        <source>Lists (Space ticks)</source>
        <translation>名册（空格勾选）</translation>
    </message>
    <message>
        <source>Untick all</source>
        <translation>全不选</translation>
    </message>
    <message>
        <source>Chinese</source>
        <translation>中文</translation>
    </message>
    <message>
        <source>Traditional Chinese</source>
        <translation>繁体中文</translation>
    </message>
    <message>
        <source>English</source>
        <translation>英文</translation>
    </message>
    <message>
        <source>Codes of the national system</source>
        <translation>全国系统编码</translation>
    </message>
    <message>
        <source>Names of this program</source>
        <translation>本程序的代号</translation>
    </message>
    <message>
        <source>The whole list</source>
        <translation>整个名册</translation>
    </message>
    <message>
        <source>Choose the blank form …</source>
        <translation>选择空白表……</translation>
    </message>
    <message>
        <source>Choose a household or village …</source>
        <translation>选择户或村……</translation>
    </message>
    <message>
        <source>Fill …</source>
        <translation>填表……</translation>
    </message>
    <message>
        <source>For which household or village?</source>
        <translation>给哪一户或哪个村？</translation>
    </message>
    <message>
        <source>The county's own .xls or .xlsx form, empty</source>
        <translation>县里的空白表（.xls 或 .xlsx）</translation>
    </message>
    <message>
        <source>For whom</source>
        <translation>填给谁</translation>
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
        <translation>{files} 等，另有 {count} 个</translation>
    </message>
    <message>
        <source>Choose files</source>
        <translation>选择文件</translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation>选择文件夹</translation>
    </message>
    <message>
        <source>Imports of this register</source>
        <translation>本户册的导入记录</translation>
    </message>
    <message>
        <source>Nothing has been imported here yet. An import can be taken back as a whole.</source>
        <translation>这里还没有导入过。导入后可以整批撤销。</translation>
    </message>
    <message>
        <source>Enter takes an import back</source>
        <translation>回车撤销一次导入</translation>
    </message>
    <message>
        <source>partly taken back</source>
        <translation>部分已撤销</translation>
    </message>
    <message>
        <source>Drop files here, or press Enter to choose them: .xlsx, .xls, .csv. Nothing is written before you have seen what would change.</source>
        <translation>把文件拖到这里，或按回车选择：.xlsx、.xls、.csv。先看清会改动什么，确认后才写入。</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Imported by</source>
        <translation>导入人</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>记录数</translation>
    </message>
    <message>
        <source>Something is still running. Wait, or stop it.</source>
        <translation>还有操作在进行。请稍候，或先停止。</translation>
    </message>
    <message>
        <source>The file says itself what its columns are.</source>
        <translation>文件自带各列的说明。</translation>
    </message>
    <message>
        <source>No guess waits here.</source>
        <translation>没有待确认的推测。</translation>
    </message>
    <message>
        <source>Nothing was found.</source>
        <translation>没有发现问题。</translation>
    </message>
    <message>
        <source>Take the import back</source>
        <translation>撤销导入</translation>
    </message>
    <message>
        <source>Take back {count} records of {files}?</source>
        <translation>撤销 {files} 的 {count} 条记录？</translation>
    </message>
    <message>
        <source>What somebody has changed since stays as it is and is named.</source>
        <translation>导入后有人改过的部分保持原样，并逐条列出。</translation>
    </message>
    <message>
        <source>An import was taken back</source>
        <translation>已撤销一次导入</translation>
    </message>
    <message>
        <source>Import 1 of 3: what the columns are</source>
        <translation>导入 1/3：各列是什么</translation>
    </message>
    <message>
        <source>Import 2 of 3: what would change</source>
        <translation>导入 2/3：会改动什么</translation>
    </message>
    <message>
        <source>Import 3 of 3: done</source>
        <translation>导入 3/3：完成</translation>
    </message>
    <message>
        <source>Enter chooses files; Tab goes to the imports done here, Enter takes one back.</source>
        <translation>回车选择文件；Tab 到导入记录，回车撤销一次导入。</translation>
    </message>
    <message>
        <source>Up and Down choose a column, Enter confirms its field, letters choose another, Del passes it over.</source>
        <translation>上下键选择一列，回车确认，按字母键另选一项，Del 不读此列。</translation>
    </message>
    <message>
        <source>Enter imports; Ctrl+PgDown shows findings and changed cells; Esc goes back.</source>
        <translation>回车导入；Ctrl+PgDown 查看问题和改动；Esc 返回。</translation>
    </message>
    <message>
        <source>Enter is done. The import stands in the list and can be taken back.</source>
        <translation>回车结束。这次导入在导入记录里，可以撤销。</translation>
    </message>
    <message>
        <source>{count} cells are marked in {path}</source>
        <translation>已标出 {count} 处：{path}</translation>
    </message>
    <message>
        <source>{path} cannot be written. Close it in the other program.</source>
        <translation>{path} 无法写入。请先在其他程序中关闭它。</translation>
    </message>
    <message>
        <source>Rows of {file} that name no village are of …</source>
        <translation>{file} 中没写村的行属于……</translation>
    </message>
    <message>
        <source>What would change</source>
        <translation>会改动什么</translation>
    </message>
    <message>
        <source>By file</source>
        <translation>按文件</translation>
    </message>
    <message>
        <source>Changed cells</source>
        <translation>改动</translation>
    </message>
    <message>
        <source>By file  {count}</source>
        <translation>按文件  {count}</translation>
    </message>
    <message>
        <source>Findings  {count}</source>
        <translation>问题  {count}</translation>
    </message>
    <message>
        <source>Changed cells  {count}</source>
        <translation>改动  {count}</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Stopped after {count} of {total} records. What is written stands; going on writes the rest.</source>
        <translation>已停止：写入了 {count}/{total} 条记录。写入的已保存，继续即写完其余部分。</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>{count} villages</source>
        <translation>{count} 个村</translation>
    </message>
    <message>
        <source>◌ choose one: Enter</source>
        <translation>◌ 请选择：回车</translation>
    </message>
    <message>
        <source>Go on importing</source>
        <translation>继续导入</translation>
    </message>
    <message>
        <source>It can be taken back on the first page of this place.</source>
        <translation>可在“导入导出”首页整批撤销。</translation>
    </message>
    <message>
        <source>Nothing is written yet.</source>
        <translation>尚未写入任何内容。</translation>
    </message>
    <message>
        <source>There is nothing to write: the register says the same already.</source>
        <translation>没有要写入的内容：户册里已经一样。</translation>
    </message>
    <message>
        <source>Import {count} records</source>
        <translation>导入 {count} 条记录</translation>
    </message>
</context>
</TS>
