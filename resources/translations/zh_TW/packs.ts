<?xml version='1.0' encoding='UTF-8'?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_TW" sourcelanguage="en">
<context>
    <name>packs</name>
    <message>
        <source>A signing key needs a passphrase. Type one.</source>
        <translation>簽名密鑰要有口令，請輸入。</translation>
    </message>
    <message>
        <source>{file} is there already and is not overwritten. Name another file.</source>
        <translation>{file} 已經存在，不會覆蓋。請換一個文件名。</translation>
    </message>
    <message>
        <source>There is no signing key at {file}. Make one with: fieldapp pack key FILE</source>
        <translation>{file} 沒有簽名密鑰。請先運行：fieldapp pack key 文件</translation>
    </message>
    <message>
        <source>This is no pack file of FieldApp: its manifest is missing or unknown. Ask for a pack file.</source>
        <translation>這不是 FieldApp 的內容包：沒有清單，或清單不認識。請向發送單位要內容包文件。</translation>
    </message>
    <message>
        <source>The list {list} is missing in the newer version. Lists are never taken away.</source>
        <translation>新版本里沒有表 {list}。表只能增加，不能去掉。</translation>
    </message>
    <message>
        <source>The list {list} has another parent or is kept otherwise in the newer version. Make a new list instead.</source>
        <translation>表 {list} 在新版本里換了上級或記法。請另建新表。</translation>
    </message>
    <message>
        <source>The field {key} of {list} is missing in the newer version. Fields are never taken away.</source>
        <translation>新版本里沒有 {list} 的字段 {key}。字段只能增加，不能去掉。</translation>
    </message>
    <message>
        <source>The code {code} of {codes} is missing in the newer version. Codes are never taken away.</source>
        <translation>新版本里沒有 {codes} 的代碼 {code}。代碼只能增加，不能去掉。</translation>
    </message>
    <message>
        <source>The field {key} of {list} is of another kind in the newer version. Make a new field instead.</source>
        <translation>{list} 的字段 {key} 在新版本里換了類型。請另建新字段。</translation>
    </message>
    <message>
        <source>Made the signing key {file}.</source>
        <translation>已生成簽名密鑰 {file}。</translation>
    </message>
    <message>
        <source>Signed by {fingerprint}</source>
        <translation>簽名指紋 {fingerprint}</translation>
    </message>
    <message>
        <source>Copied {source} to {folder}.</source>
        <translation>已把 {source} 複製到 {folder}。</translation>
    </message>
    <message>
        <source>Wrote {path}.</source>
        <translation>已寫入 {path}。</translation>
    </message>
    <message>
        <source>{folder} is not empty. Name a new folder for the copy.</source>
        <translation>{folder} 不是空文件夾。請給副本換一個新文件夾。</translation>
    </message>
    <message>
        <source>The list {list} has no field {key}. Check both names.</source>
        <translation>表 {list} 沒有字段 {key}。請核對兩個名稱。</translation>
    </message>
    <message>
        <source>This file is too large to be a pack. Ask who sent it what it is.</source>
        <translation>這個文件太大，不像內容包。請問清發送人這是什麼。</translation>
    </message>
    <message>
        <source>The pack file holds a strange entry: {name}. Do not install it; ask for it again.</source>
        <translation>內容包裡有異常條目：{name}。不要安裝，請重新索取。</translation>
    </message>
    <message>
        <source>This pack is signed by {fingerprint}, whom nobody here has confirmed. Compare these digits with the office that sent it, then install it with: --trust {quoted}</source>
        <translation>這個內容包的簽名指紋是 {fingerprint}，本機還沒有人確認過。請與發送單位核對這串數字，再用 --trust {quoted} 安裝。</translation>
    </message>
    <message>
        <source>{pack} came from somebody else before; this one is signed by {fingerprint}. Ask the office whether that is right, then install it with: --trust {quoted}</source>
        <translation>{pack} 以前來自別的單位，這一份的簽名指紋是 {fingerprint}。請問清是否正確，再用 --trust {quoted} 安裝。</translation>
    </message>
    <message>
        <source>This is version {version} of {pack}, and version {newest} is at hand. Ask for the newest file.</source>
        <translation>這是 {pack} 的第 {version} 版，本機已有第 {newest} 版。請索取最新的文件。</translation>
    </message>
    <message>
        <source>{file} must name its rules under rules.</source>
        <translation>{file} 的規則要寫在 rules 下面。</translation>
    </message>
    <message>
        <source>{file} cannot be read: {reason}</source>
        <translation>{file} 讀不出來：{reason}</translation>
    </message>
    <message>
        <source>The sheet {sheet} lacks the column {column}. Its first row must name it.</source>
        <translation>工作表 {sheet} 缺少列 {column}。第一行要寫列名。</translation>
    </message>
    <message>
        <source>The column {column} of the sheet {sheet} means nothing and is left out.</source>
        <translation>工作表 {sheet} 的列 {column} 沒有用處，不會讀取。</translation>
    </message>
    <message>
        <source>{file} is too large to be a pack's workbook. Choose another file.</source>
        <translation>{file} 太大，不像內容包的工作簿。請換一個文件。</translation>
    </message>
    <message>
        <source>{file} cannot be read as a workbook. Save it again as .xlsx and close it in the office program.</source>
        <translation>{file} 不能作為工作簿讀取。請另存為 .xlsx，並在辦公軟件裡關閉它。</translation>
    </message>
    <message>
        <source>This pack is signed with {algorithm}, which this version does not know. Install a newer version.</source>
        <translation>這個內容包用 {algorithm} 簽名，本版本不認識。請安裝新版程序。</translation>
    </message>
    <message>
        <source>The signature does not fit this pack file: somebody changed it. Do not install it; ask for it again.</source>
        <translation>簽名與內容包不符：有人改動過。不要安裝，請重新索取。</translation>
    </message>
    <message>
        <source>This pack file is not signed. Ask who sent it for one made with: fieldapp pack build</source>
        <translation>這個內容包沒有簽名。請發送人用 fieldapp pack build 重新制作。</translation>
    </message>
    <message>
        <source>Passphrase of the key</source>
        <translation>密鑰口令</translation>
    </message>
    <message>
        <source>The list of confirmed signers is damaged. Delete {file} and confirm the fingerprints again.</source>
        <translation>已確認的簽名名單損壞。請刪除 {file}，重新核對指紋。</translation>
    </message>
    <message>
        <source>“{name}” is no name for this column. Use small letters, digits, - and _.</source>
        <translation>“{name}”不能用在這一列。請用小寫字母、數字、- 和 _。</translation>
    </message>
    <message>
        <source>The workbook lacks the sheet {sheet}. Begin with: fieldapp pack export-xlsx</source>
        <translation>工作簿缺少工作表 {sheet}。請從 fieldapp pack export-xlsx 導出的文件開始。</translation>
    </message>
    <message>
        <source>A cell of this rule begins like a list but is none. Write lists as ["a", "b"].</source>
        <translation>這條規則有一格像列表又不是列表。列表請寫成 ["a", "b"]。</translation>
    </message>
    <message>
        <source>New lists: {lists}, new fields: {fields}, new codes: {codes}.</source>
        <translation>新表 {lists} 個，新字段 {fields} 個，新代碼 {codes} 個。</translation>
    </message>
    <message>
        <source>The newer pack would lose saved values, in {count} places; the first: {first}</source>
        <translation>新內容包有 {count} 處會丟失已保存的數據，第一處：{first}</translation>
    </message>
    <message>
        <source>The search holds {count} lists at most. Take the search class from a list of the new pack.</source>
        <translation>搜索最多容納 {count} 個表。請在新內容包裡取消一個表的搜索類別。</translation>
    </message>
    <message>
        <source>litre</source>
        <translation>升</translation>
    </message>
    <message>
        <source>litre a minute</source>
        <translation>升/分鐘</translation>
    </message>
    <message>
        <source>mark</source>
        <translation>馬克</translation>
    </message>
    <message>
        <source>week</source>
        <translation>周</translation>
    </message>
    <message>
        <source>hour</source>
        <translation>小時</translation>
    </message>
    <message>
        <source>microgram</source>
        <translation>微克</translation>
    </message>
</context>
</TS>