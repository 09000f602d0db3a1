<?xml version='1.0' encoding='UTF-8'?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_TW" sourcelanguage="en">
<context>
    <name>exchange</name>
    <message>
        <source>The spreadsheet kept this as a number and its last digits are lost. Make the column text, and enter it again from the paper or the source.</source>
        <translation>電子表格把它存成了數字，末尾的數字已經丟失。請把該列設為文本，再按紙質材料或原始來源重新錄入。</translation>
    </message>
    <message>
        <source>“{text}” is not in the list of this field. Write one of: {some}.</source>
        <translation>“{text}”不在此項的選項中。請填以下之一：{some}。</translation>
    </message>
    <message>
        <source>{number} may be January or October here. Write the month as 2019-01 or 2019-10.</source>
        <translation>{number} 在這裡可能是一月，也可能是十月。請把月份寫成 2019-01 或 2019-10。</translation>
    </message>
    <message>
        <source>The heading is the key of this field.</source>
        <translation>表頭就是此項的代號。</translation>
    </message>
    <message>
        <source>The heading is the national code of this field.</source>
        <translation>表頭是此項的國家編碼。</translation>
    </message>
    <message>
        <source>The heading is the name of this field.</source>
        <translation>表頭是此項的名稱。</translation>
    </message>
    <message>
        <source>The heading is another usual name of this field.</source>
        <translation>表頭是此項的另一種常見名稱。</translation>
    </message>
    <message>
        <source>What stands in the column looks like this field.</source>
        <translation>該列的內容像是此項。</translation>
    </message>
    <message>
        <source>The heading is like “{label}”.</source>
        <translation>表頭與“{label}”相近。</translation>
    </message>
    <message>
        <source>Somebody has confirmed this column.</source>
        <translation>有人已確認此列。</translation>
    </message>
    <message>
        <source>No field of this list fits. The column is passed over.</source>
        <translation>此表沒有相符的項，該列略過。</translation>
    </message>
    <message>
        <source>It was mapped so before.</source>
        <translation>以前就是這樣對應的。</translation>
    </message>
    <message>
        <source>This mapping is for the list {saved}, not for {list}. Choose another one.</source>
        <translation>此對應關係是為“{saved}”表建的，不是“{list}”表。請另選一個。</translation>
    </message>
    <message>
        <source>This is no saved mapping. Make it again with the columns of the file.</source>
        <translation>這不是保存的對應關係。請用該文件的列重新建立。</translation>
    </message>
    <message>
        <source>The mapping names {target}, which this register has no field for. Correct the mapping.</source>
        <translation>對應關係中的 {target} 在本登記簿中沒有。請改正對應關係。</translation>
    </message>
    <message>
        <source>The file says so itself: it was exported from a register.</source>
        <translation>文件自身說明：它由登記簿導出。</translation>
    </message>
    <message>
        <source>The file was exported with masks. This column cannot come back and is passed over.</source>
        <translation>該文件導出時做了脫敏，此列不能再導入，已略過。</translation>
    </message>
    <message>
        <source>{file} is neither a spreadsheet nor a text table. Save it as .xlsx, or as CSV in UTF-8.</source>
        <translation>{file} 既不是電子表格，也不是文本表格。請另存為 .xlsx，或 UTF-8 編碼的 CSV。</translation>
    </message>
    <message>
        <source>{file} is too large. Delete the empty rows and columns around the table, or split it.</source>
        <translation>{file} 太大。請刪去表格四周的空行空列，或把它拆開。</translation>
    </message>
    <message>
        <source>{file} has a password. Save it without one and try again.</source>
        <translation>{file} 有密碼。請去掉密碼後另存，再試一次。</translation>
    </message>
    <message>
        <source>{file} cannot be read as a spreadsheet. Open it in Excel or WPS and save it again as .xlsx.</source>
        <translation>{file} 不能作為電子表格讀取。請用 Excel 或 WPS 打開，重新另存為 .xlsx。</translation>
    </message>
    <message>
        <source>{count} chunks taken back, {stayed} stay.</source>
        <translation>已撤回 {count} 批，{stayed} 批保留。</translation>
    </message>
    <message>
        <source>There is no saved mapping and no file named {name}. Check the name.</source>
        <translation>沒有名為 {name} 的已存對應關係，也沒有這個文件。請檢查名稱。</translation>
    </message>
    <message>
        <source>{path} cannot be written. Close it in the other program, or choose another name.</source>
        <translation>{path} 無法寫入。請在其他程序中關閉它，或換一個名稱。</translation>
    </message>
    <message>
        <source>{list} has more rows than a sheet holds. Export one township at a time.</source>
        <translation>{list} 的行數超過一張工作表的上限。請一次導出一個鄉鎮。</translation>
    </message>
    <message>
        <source>No heading of this sheet is known, so it was passed over. Map its columns, or put a heading above them.</source>
        <translation>此表的表頭無一認識，已略過。請指定各列的含義，或在表上方加表頭。</translation>
    </message>
    <message>
        <source>{file} does not say which list it is. Choose one.</source>
        <translation>{file} 沒有說明是哪張表。請選擇一張。</translation>
    </message>
    <message>
        <source>{file} has no row of headings. Put one above the table.</source>
        <translation>{file} 沒有表頭行。請在表上方加一行。</translation>
    </message>
    <message>
        <source>{path} cannot be read. Close it in the other program, or copy it to this computer.</source>
        <translation>{path} 無法讀取。請在其他程序中關閉它，或複製到這臺電腦。</translation>
    </message>
    <message>
        <source>The sheet {sheet} says that it is the list {list}. Import it as that.</source>
        <translation>工作表 {sheet} 說明它是“{list}”表。請按該表導入。</translation>
    </message>
    <message>
        <source>There is no table in these files. Choose others.</source>
        <translation>這些文件裡沒有表格。請另選文件。</translation>
    </message>
    <message>
        <source>Nothing here can be taken. {first}</source>
        <translation>這裡沒有可以導入的內容。{first}</translation>
    </message>
    <message>
        <source>No column of {file} is mapped to a field. Say what its columns are.</source>
        <translation>{file} 沒有一列對應到登記項。請指定各列的含義。</translation>
    </message>
    <message>
        <source>{file} has yearly columns and none that names the year. Say which year it is of.</source>
        <translation>{file} 有年度項，卻沒有說明年度的列。請說明是哪一年。</translation>
    </message>
    <message>
        <source>This vault knows no such import. Choose one of the list.</source>
        <translation>本庫沒有這次導入。請從列表中選擇。</translation>
    </message>
    <message>
        <source>{file} cannot be read as a blank form. Save it as .xlsx.</source>
        <translation>{file} 不能作為空白表讀取。請另存為 .xlsx。</translation>
    </message>
    <message>
        <source>No rule tells how to fill {file}. Add its labels to templates.csv.</source>
        <translation>沒有說明如何填寫 {file} 的規則。請把它的標籤加進 templates.csv。</translation>
    </message>
    <message>
        <source>The form has {room} rows and {count} are needed. The others were left out: use a second sheet.</source>
        <translation>表中有 {room} 行，需要 {count} 行，其餘未填。請另用一張。</translation>
    </message>
    <message>
        <source>This row has nothing to know its record by. Fill in its number, or the member's.</source>
        <translation>此行沒有可辨認記錄的內容。請填編號，或成員的證件號碼。</translation>
    </message>
    <message>
        <source>It is new and the row names no village. Add a column with the village code, or choose one.</source>
        <translation>這是新記錄，而該行沒有說明村。請加一列村代碼，或選定一個村。</translation>
    </message>
    <message>
        <source>What this row belongs to ({list}) is not in the register. Import that list first, or import this file as that list.</source>
        <translation>此行所屬的“{list}”不在登記簿中。請先導入那張表，或把本文件按該名單導入。</translation>
    </message>
    <message>
        <source>{count} records fit this row. Add the identity number, or correct the one in the register.</source>
        <translation>有 {count} 條記錄與此行相符。請補上證件號碼，或改正登記簿中的號碼。</translation>
    </message>
    <message>
        <source>It ended in the register on {day}. Bring it back there if that was wrong, then import again.</source>
        <translation>它已於 {day} 在登記簿中終止。如有誤，請先在登記簿中恢復，再導入。</translation>
    </message>
    <message>
        <source>In the register it belongs to the village {scope}. Move it there, or correct the village of this row.</source>
        <translation>登記簿中它屬於 {scope} 村。請把它遷過去，或改正此行的村。</translation>
    </message>
    <message>
        <source>In the register this person is a member of another household. Enter the move there, then import again.</source>
        <translation>登記簿中此人是另一戶的成員。請先登記遷移，再導入。</translation>
    </message>
    <message>
        <source>The number {number} stands in the village {scope}. Move the household there, or correct the number.</source>
        <translation>編號 {number} 已在 {scope} 村。請把該戶遷過來，或改正編號。</translation>
    </message>
    <message>
        <source>Row {row} of {file} is of the same record. This row was passed over: keep one of the two.</source>
        <translation>{file} 第 {row} 行是同一條記錄，本行已略過：請只留一行。</translation>
    </message>
    <message>
        <source>Row {row} says something else of the same record, and that was taken. Make both the same.</source>
        <translation>第 {row} 行對同一條記錄的說法不同，已採用那一行。請改成一致。</translation>
    </message>
    <message>
        <source>This row names no year, so its yearly values were passed over. Fill in the year.</source>
        <translation>此行沒有年度，年度項已略過。請填年度。</translation>
    </message>
    <message>
        <source>Your role does not see this field and cannot write it. The column was passed over.</source>
        <translation>您的角色看不到此項，也不能填寫，該列已略過。</translation>
    </message>
    <message>
        <source>This row has neither a number nor a name. Fill in one of them.</source>
        <translation>此行既無證件號碼也無姓名。請填其中一項。</translation>
    </message>
    <message>
        <source>“{text}” names {count} villages of yours. Write the twelve-digit village code instead.</source>
        <translation>“{text}”對應您的 {count} 個村。請改寫十二位村代碼。</translation>
    </message>
    <message>
        <source>“{text}” is no village code. Write the twelve digits of the village, as text.</source>
        <translation>“{text}”不是村代碼。請以文本填寫十二位村代碼。</translation>
    </message>
    <message>
        <source>The village {scope} is not one of yours or not the one you chose. The row was passed over.</source>
        <translation>{scope} 不是您的村，或不是您所選的村，該行已略過。</translation>
    </message>
    <message>
        <source>Your work was handed over, but this FieldApp is too old to receive from the hub. Install the newer version.</source>
        <translation>您的數據已交上去，但本程序版本太舊，無法從服務器接收。請安裝新版本。</translation>
    </message>
    <message>
        <source>The hub did not take a part of your work ({reason}). It is safe here; tell your station.</source>
        <translation>服務器沒有收下您的一部分數據（{reason}）。數據仍安全保存在本機，請告訴鄉鎮站。</translation>
    </message>
    <message>
        <source>The hub holds another history of this computer's work. Nothing is lost, but tell your station before you go on: a copy of a vault may be in use.</source>
        <translation>服務器保存的本機記錄與本機不一致。數據沒有丟失，但繼續之前請告訴鄉鎮站：可能有人在使用戶冊的副本。</translation>
    </message>
    <message>
        <source>Too much from this computer waits for review at the hub. Ask the station to look at what waits first.</source>
        <translation>本機在服務器待審的內容太多。請先讓鄉鎮站處理待審內容。</translation>
    </message>
</context>
</TS>