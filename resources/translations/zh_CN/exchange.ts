<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>exchange</name>
    <message>
        <source>The spreadsheet kept this as a number and its last digits are lost. Make the column text, and enter it again from the paper or the source.</source>
        <translation>电子表格把它存成了数字，末尾的数字已经丢失。请把该列设为文本，再按纸质材料或原始来源重新录入。</translation>
    </message>
    <message>
        <source>“{text}” is not in the list of this field. Write one of: {some}.</source>
        <translation>“{text}”不在此项的选项中。请填以下之一：{some}。</translation>
    </message>
    <message>
        <source>{number} may be January or October here. Write the month as 2019-01 or 2019-10.</source>
        <translation>{number} 在这里可能是一月，也可能是十月。请把月份写成 2019-01 或 2019-10。</translation>
    </message>
    <message>
        <source>The heading is the key of this field.</source>
        <translation>表头就是此项的代号。</translation>
    </message>
    <message>
        <source>The heading is the national code of this field.</source>
        <translation>表头是此项的国家编码。</translation>
    </message>
    <message>
        <source>The heading is the name of this field.</source>
        <translation>表头是此项的名称。</translation>
    </message>
    <message>
        <source>The heading is another usual name of this field.</source>
        <translation>表头是此项的另一种常见名称。</translation>
    </message>
    <message>
        <source>What stands in the column looks like this field.</source>
        <translation>该列的内容像是此项。</translation>
    </message>
    <message>
        <source>The heading is like “{label}”.</source>
        <translation>表头与“{label}”相近。</translation>
    </message>
    <message>
        <source>Somebody has confirmed this column.</source>
        <translation>有人已确认此列。</translation>
    </message>
    <message>
        <source>No field of this list fits. The column is passed over.</source>
        <translation>此表没有相符的项，该列略过。</translation>
    </message>
    <message>
        <source>It was mapped so before.</source>
        <translation>以前就是这样对应的。</translation>
    </message>
    <message>
        <source>This mapping is for the list {saved}, not for {list}. Choose another one.</source>
        <translation>此对应关系是为“{saved}”表建的，不是“{list}”表。请另选一个。</translation>
    </message>
    <message>
        <source>This is no saved mapping. Make it again with the columns of the file.</source>
        <translation>这不是保存的对应关系。请用该文件的列重新建立。</translation>
    </message>
    <message>
        <source>The mapping names {target}, which this register has no field for. Correct the mapping.</source>
        <translation>对应关系中的 {target} 在本登记簿中没有。请改正对应关系。</translation>
    </message>
    <message>
        <source>The file says so itself: it was exported from a register.</source>
        <translation>文件自身说明：它由登记簿导出。</translation>
    </message>
    <message>
        <source>The file was exported with masks. This column cannot come back and is passed over.</source>
        <translation>该文件导出时做了脱敏，此列不能再导入，已略过。</translation>
    </message>
    <message>
        <source>{file} is neither a spreadsheet nor a text table. Save it as .xlsx, or as CSV in UTF-8.</source>
        <translation>{file} 既不是电子表格，也不是文本表格。请另存为 .xlsx，或 UTF-8 编码的 CSV。</translation>
    </message>
    <message>
        <source>{file} is too large. Delete the empty rows and columns around the table, or split it.</source>
        <translation>{file} 太大。请删去表格四周的空行空列，或把它拆开。</translation>
    </message>
    <message>
        <source>{file} has a password. Save it without one and try again.</source>
        <translation>{file} 有密码。请去掉密码后另存，再试一次。</translation>
    </message>
    <message>
        <source>{file} cannot be read as a spreadsheet. Open it in Excel or WPS and save it again as .xlsx.</source>
        <translation>{file} 不能作为电子表格读取。请用 Excel 或 WPS 打开，重新另存为 .xlsx。</translation>
    </message>
    <message>
        <source>{count} chunks taken back, {stayed} stay.</source>
        <translation>已撤回 {count} 批，{stayed} 批保留。</translation>
    </message>
    <message>
        <source>There is no saved mapping and no file named {name}. Check the name.</source>
        <translation>没有名为 {name} 的已存对应关系，也没有这个文件。请检查名称。</translation>
    </message>
    <message>
        <source>{path} cannot be written. Close it in the other program, or choose another name.</source>
        <translation>{path} 无法写入。请在其他程序中关闭它，或换一个名称。</translation>
    </message>
    <message>
        <source>{list} has more rows than a sheet holds. Export one township at a time.</source>
        <translation>{list} 的行数超过一张工作表的上限。请一次导出一个乡镇。</translation>
    </message>
    <message>
        <source>No heading of this sheet is known, so it was passed over. Map its columns, or put a heading above them.</source>
        <translation>此表的表头无一认识，已略过。请指定各列的含义，或在表上方加表头。</translation>
    </message>
    <message>
        <source>{file} does not say which list it is. Choose one.</source>
        <translation>{file} 没有说明是哪张表。请选择一张。</translation>
    </message>
    <message>
        <source>{file} has no row of headings. Put one above the table.</source>
        <translation>{file} 没有表头行。请在表上方加一行。</translation>
    </message>
    <message>
        <source>{path} cannot be read. Close it in the other program, or copy it to this computer.</source>
        <translation>{path} 无法读取。请在其他程序中关闭它，或复制到这台电脑。</translation>
    </message>
    <message>
        <source>The sheet {sheet} says that it is the list {list}. Import it as that.</source>
        <translation>工作表 {sheet} 说明它是“{list}”表。请按该表导入。</translation>
    </message>
    <message>
        <source>There is no table in these files. Choose others.</source>
        <translation>这些文件里没有表格。请另选文件。</translation>
    </message>
    <message>
        <source>Nothing here can be taken. {first}</source>
        <translation>这里没有可以导入的内容。{first}</translation>
    </message>
    <message>
        <source>No column of {file} is mapped to a field. Say what its columns are.</source>
        <translation>{file} 没有一列对应到登记项。请指定各列的含义。</translation>
    </message>
    <message>
        <source>{file} has yearly columns and none that names the year. Say which year it is of.</source>
        <translation>{file} 有年度项，却没有说明年度的列。请说明是哪一年。</translation>
    </message>
    <message>
        <source>This vault knows no such import. Choose one of the list.</source>
        <translation>本库没有这次导入。请从列表中选择。</translation>
    </message>
    <message>
        <source>{file} cannot be read as a blank form. Save it as .xlsx.</source>
        <translation>{file} 不能作为空白表读取。请另存为 .xlsx。</translation>
    </message>
    <message>
        <source>No rule tells how to fill {file}. Add its labels to templates.csv.</source>
        <translation>没有说明如何填写 {file} 的规则。请把它的标签加进 templates.csv。</translation>
    </message>
    <message>
        <source>The form has {room} rows and {count} are needed. The others were left out: use a second sheet.</source>
        <translation>表中有 {room} 行，需要 {count} 行，其余未填。请另用一张。</translation>
    </message>
    <message>
        <source>This row has nothing to know its record by. Fill in its number, or the member's.</source>
        <translation>此行没有可辨认记录的内容。请填编号，或成员的证件号码。</translation>
    </message>
    <message>
        <source>It is new and the row names no village. Add a column with the village code, or choose one.</source>
        <translation>这是新记录，而该行没有说明村。请加一列村代码，或选定一个村。</translation>
    </message>
    <message>
        <source>What this row belongs to ({list}) is not in the register. Import that list first, or import this file as that list.</source>
        <translation>此行所属的“{list}”不在登记簿中。请先导入那张表，或把本文件按该名单导入。</translation>
    </message>
    <message>
        <source>{count} records fit this row. Add the identity number, or correct the one in the register.</source>
        <translation>有 {count} 条记录与此行相符。请补上证件号码，或改正登记簿中的号码。</translation>
    </message>
    <message>
        <source>It ended in the register on {day}. Bring it back there if that was wrong, then import again.</source>
        <translation>它已于 {day} 在登记簿中终止。如有误，请先在登记簿中恢复，再导入。</translation>
    </message>
    <message>
        <source>In the register it belongs to the village {scope}. Move it there, or correct the village of this row.</source>
        <translation>登记簿中它属于 {scope} 村。请把它迁过去，或改正此行的村。</translation>
    </message>
    <message>
        <source>In the register this person is a member of another household. Enter the move there, then import again.</source>
        <translation>登记簿中此人是另一户的成员。请先登记迁移，再导入。</translation>
    </message>
    <message>
        <source>The number {number} stands in the village {scope}. Move the household there, or correct the number.</source>
        <translation>编号 {number} 已在 {scope} 村。请把该户迁过来，或改正编号。</translation>
    </message>
    <message>
        <source>Row {row} of {file} is of the same record. This row was passed over: keep one of the two.</source>
        <translation>{file} 第 {row} 行是同一条记录，本行已略过：请只留一行。</translation>
    </message>
    <message>
        <source>Row {row} says something else of the same record, and that was taken. Make both the same.</source>
        <translation>第 {row} 行对同一条记录的说法不同，已采用那一行。请改成一致。</translation>
    </message>
    <message>
        <source>This row names no year, so its yearly values were passed over. Fill in the year.</source>
        <translation>此行没有年度，年度项已略过。请填年度。</translation>
    </message>
    <message>
        <source>Your role does not see this field and cannot write it. The column was passed over.</source>
        <translation>您的角色看不到此项，也不能填写，该列已略过。</translation>
    </message>
    <message>
        <source>This row has neither a number nor a name. Fill in one of them.</source>
        <translation>此行既无证件号码也无姓名。请填其中一项。</translation>
    </message>
    <message>
        <source>“{text}” names {count} villages of yours. Write the twelve-digit village code instead.</source>
        <translation>“{text}”对应您的 {count} 个村。请改写十二位村代码。</translation>
    </message>
    <message>
        <source>“{text}” is no village code. Write the twelve digits of the village, as text.</source>
        <translation>“{text}”不是村代码。请以文本填写十二位村代码。</translation>
    </message>
    <message>
        <source>The village {scope} is not one of yours or not the one you chose. The row was passed over.</source>
        <translation>{scope} 不是您的村，或不是您所选的村，该行已略过。</translation>
    </message>
    <message>
        <source>Your work was handed over, but this FieldApp is too old to receive from the hub. Install the newer version.</source>
        <translation>您的数据已交上去，但本程序版本太旧，无法从服务器接收。请安装新版本。</translation>
    </message>
    <message>
        <source>The hub did not take a part of your work ({reason}). It is safe here; tell your station.</source>
        <translation>服务器没有收下您的一部分数据（{reason}）。数据仍安全保存在本机，请告诉乡镇站。</translation>
    </message>
    <message>
        <source>The hub holds another history of this computer's work. Nothing is lost, but tell your station before you go on: a copy of a vault may be in use.</source>
        <translation>服务器保存的本机记录与本机不一致。数据没有丢失，但继续之前请告诉乡镇站：可能有人在使用户册的副本。</translation>
    </message>
    <message>
        <source>Too much from this computer waits for review at the hub. Ask the station to look at what waits first.</source>
        <translation>本机在服务器待审的内容太多。请先让乡镇站处理待审内容。</translation>
    </message>
</context>
</TS>
