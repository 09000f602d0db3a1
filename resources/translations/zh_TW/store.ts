<?xml version='1.0' encoding='UTF-8'?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_TW" sourcelanguage="en">
<context>
    <name>store</name>
    <message>
        <source>That is no bundle key. Ask the other side for its key: it begins with age1.</source>
        <translation>這不是數據包密鑰。請向對方要密鑰：以 age1 開頭。</translation>
    </message>
    <message>
        <source>This bundle is for another vault, or it was damaged on the way. Ask for it again with your bundle key.</source>
        <translation>這個數據包是給別的戶冊的，或者途中損壞了。請把您的數據包密鑰告訴對方，重新導出一次。</translation>
    </message>
    <message>
        <source>The key file beside the vault is damaged. Put back the key file from a backup of this vault.</source>
        <translation>戶冊旁邊的密鑰文件損壞了。請從這個戶冊的備份裡恢復密鑰文件。</translation>
    </message>
    <message>
        <source>The key file of this vault uses {algorithm}, which this version does not know. Install a newer version.</source>
        <translation>這個戶冊的密鑰文件使用 {algorithm}，本版本不認識。請安裝更新的版本。</translation>
    </message>
    <message>
        <source>The passphrase is wrong. Try again.</source>
        <translation>口令不對，請重新輸入。</translation>
    </message>
    <message>
        <source>This photo or file has not arrived on this computer yet. Sync first.</source>
        <translation>這張照片或這個文件還沒有到這臺電腦上。請先同步。</translation>
    </message>
    <message>
        <source>This photo or file is damaged. Restore it from a backup or sync again.</source>
        <translation>這張照片或這個文件損壞了。請從備份恢復，或重新同步。</translation>
    </message>
    <message>
        <source>This backup is damaged or is none. Nothing was restored from it. Take an older one.</source>
        <translation>這個備份損壞了，或者不是備份。沒有從中恢復任何內容。請換一個更早的備份。</translation>
    </message>
    <message>
        <source>There is already a vault at {path}. Choose another name.</source>
        <translation>{path} 處已有戶冊。請換一個名字。</translation>
    </message>
    <message>
        <source>This backup was written by a newer FieldApp. Install the newer version to restore it.</source>
        <translation>這個備份是用新版程序寫的。請先安裝新版本，再恢復。</translation>
    </message>
    <message>
        <source>The SQLite in this installation ({version}) can corrupt a vault. Install sqlcipher3 0.6.4 or newer.</source>
        <translation>這裡安裝的 SQLite（{version}）可能損壞戶冊。請安裝 sqlcipher3 0.6.4 或更新的版本。</translation>
    </message>
    <message>
        <source>None of the values is from this side. Choose one of the values shown, or write another.</source>
        <translation>這些值裡沒有這一方的。請選擇列出的一個值，或另寫一個。</translation>
    </message>
    <message>
        <source>A page of the vault file was changed or is damaged ({page}). Restore the newest backup.</source>
        <translation>戶冊文件有一頁被改動或損壞（{page}）。請恢復最近的備份。</translation>
    </message>
    <message>
        <source>{count} photos or files have not arrived yet. Sync to fetch them.</source>
        <translation>還有 {count} 個照片或文件沒有到。請同步取回。</translation>
    </message>
    <message>
        <source>{count} received changes could not be read and were set aside. Send a backup to your station.</source>
        <translation>收到的內容中有 {count} 條改動讀不出來，已單獨存放。請把備份交給鄉鎮站。</translation>
    </message>
    <message>
        <source>The tables of the vault do not fit together ({line}). Restore the newest backup.</source>
        <translation>戶冊內的表對不上（{line}）。請恢復最近的備份。</translation>
    </message>
    <message>
        <source>The search index is damaged. Restore the newest backup.</source>
        <translation>搜索索引損壞了。請恢復最近的備份。</translation>
    </message>
    <message>
        <source>The log of {stream} was changed or cut after it was written. Restore the newest backup and sync.</source>
        <translation>{stream} 的日誌在寫入後被改動或截斷。請恢復最近的備份並同步。</translation>
    </message>
    <message>
        <source>The photo or file {file} is missing or damaged. Restore it from a backup or sync again.</source>
        <translation>照片或文件 {file} 缺失或損壞。請從備份恢復，或重新同步。</translation>
    </message>
    <message>
        <source>A part of the vault cannot be read: {reason} Restore the newest backup.</source>
        <translation>戶冊有一部分讀不出來：{reason}請恢復最近的備份。</translation>
    </message>
    <message>
        <source>This record is not in the vault. Open the household again.</source>
        <translation>戶冊裡沒有這條記錄。請重新打開這一戶。</translation>
    </message>
    <message>
        <source>This form is no longer open. Open it again from the household.</source>
        <translation>這張表單已經不在填寫中。請從戶卡重新打開。</translation>
    </message>
    <message>
        <source>The vault file is damaged. Close FieldApp, run `fieldapp vault doctor`, and restore the newest backup.</source>
        <translation>戶冊文件損壞了。請關閉程序，運行 `fieldapp vault doctor`，再恢復最近的備份。</translation>
    </message>
    <message>
        <source>The disk is full: this was not saved, and everything saved before is kept. Free some space and try again.</source>
        <translation>磁盤已滿：這一次沒有保存，以前保存的都還在。請騰出一些空間再試。</translation>
    </message>
    <message>
        <source>The vault is on a medium that cannot be written. Copy its files to a folder of your own and open it there.</source>
        <translation>戶冊所在的位置不能寫入。請把它的文件複製到您自己的文件夾裡，再從那裡打開。</translation>
    </message>
    <message>
        <source>The vault is being written by another task. Wait a moment and try again.</source>
        <translation>另一項任務正在寫戶冊。請稍等再試。</translation>
    </message>
    <message>
        <source>The disk did not take what was written. Nothing that was saved before is lost. Check the disk and its free space, then try again.</source>
        <translation>磁盤沒有寫入成功。以前保存的內容沒有丟失。請檢查磁盤和剩餘空間，再試一次。</translation>
    </message>
    <message>
        <source>This vault was written by a newer FieldApp. Install the newer version; the vault was not changed.</source>
        <translation>這個戶冊是用新版程序寫的。請安裝新版本；戶冊沒有被改動。</translation>
    </message>
    <message>
        <source>This vault knows no worker named {worker}. Check the name.</source>
        <translation>這個戶冊裡沒有名叫 {worker} 的工作人員。請核對名字。</translation>
    </message>
    <message>
        <source>This vault has no recovery key. Only a worker can open it.</source>
        <translation>這個戶冊沒有恢復密鑰，只有工作人員能打開。</translation>
    </message>
    <message>
        <source>The key file {file} is missing. Put it back beside the vault from a backup.</source>
        <translation>密鑰文件 {file} 不見了。請從備份放回戶冊旁邊。</translation>
    </message>
    <message>
        <source>The dictionary of this vault has no list {list}. Install the pack that declares it.</source>
        <translation>這個戶冊的數據字典裡沒有 {list}。請安裝含有它的內容包。</translation>
    </message>
    <message>
        <source>This vault is already open in another FieldApp. Use that window, or close it and try again.</source>
        <translation>這個戶冊已在另一個窗口中打開。請用那個窗口，或關閉它再試。</translation>
    </message>
    <message>
        <source>The passphrase is empty. Choose one of several words.</source>
        <translation>口令是空的。請用幾個詞組成口令。</translation>
    </message>
    <message>
        <source>There is no vault at {path}. Check the name and the folder.</source>
        <translation>{path} 處沒有戶冊。請核對名字和文件夾。</translation>
    </message>
    <message>
        <source>The list {list} has no field {field} that can be written.</source>
        <translation>{list} 裡沒有可以填寫的字段 {field}。</translation>
    </message>
    <message>
        <source>There is no file {path}. Check the name.</source>
        <translation>沒有文件 {path}。請核對名字。</translation>
    </message>
    <message>
        <source>{count} regions imported, {findings} findings.</source>
        <translation>導入了 {count} 個區劃，有 {findings} 個問題。</translation>
    </message>
    <message>
        <source>There is nothing to save. Change a field first.</source>
        <translation>沒有可保存的內容。請先改一個字段。</translation>
    </message>
    <message>
        <source>This record belongs to the village {scope} and cannot be written from another.</source>
        <translation>這條記錄屬於 {scope} 村，不能從別的村寫入。</translation>
    </message>
    <message>
        <source>This record is already there. Open it and change it.</source>
        <translation>這條記錄已經有了。請打開它再改。</translation>
    </message>
    <message>
        <source>A record of {list} needs its parent and its year.</source>
        <translation>{list} 的記錄要有所屬的上級和年度。</translation>
    </message>
    <message>
        <source>The value of {field} is not of its kind. Correct it and save again.</source>
        <translation>{field} 的值類型不對。請改正後再保存。</translation>
    </message>
    <message>
        <source>An answer is missing or does not fit at {ref}.</source>
        <translation>{ref} 處缺少答案，或答案不合要求。</translation>
    </message>
    <message>
        <source>The form saves to the list {list}, which this vault's dictionary does not have. Install its pack.</source>
        <translation>表單要存入 {list}，但這個戶冊的數據字典裡沒有。請安裝它的內容包。</translation>
    </message>
    <message>
        <source>{message}</source>
        <translation>{message}</translation>
    </message>
    <message>
        <source>The form saves yearly facts of {list}. Open it from a household and a year.</source>
        <translation>表單要存入 {list} 的年度情況。請從戶卡選定年度後打開。</translation>
    </message>
    <message>
        <source>The form saves to {list}.{field}, which this vault's dictionary does not have. Install its pack.</source>
        <translation>表單要存入 {list}.{field}，但這個戶冊的數據字典裡沒有。請安裝它的內容包。</translation>
    </message>
    <message>
        <source>The name {name} is FieldApp's own. Rename it in the dictionary.</source>
        <translation>名稱 {name} 是程序自用的。請在數據字典裡改名。</translation>
    </message>
    <message>
        <source>This change is no longer in the log and cannot be undone.</source>
        <translation>這次改動已不在日誌裡，不能撤銷。</translation>
    </message>
    <message>
        <source>Somebody has changed this since. Look at it and correct it by hand.</source>
        <translation>之後又有人改過。請查看後手工改正。</translation>
    </message>
    <message>
        <source>Write why you need to see this value. It goes on record.</source>
        <translation>請寫明為什麼要看這個值。會留下記錄。</translation>
    </message>
    <message>
        <source>The village {scope} is not one of yours. Ask your station to give it to you.</source>
        <translation>{scope} 村不歸您負責。請讓鄉鎮站分配給您。</translation>
    </message>
    <message>
        <source>The dictionary has no section {section}. There are: {sections}.</source>
        <translation>字典裡沒有分欄 {section}。現有：{sections}。</translation>
    </message>
    <message>
        <source>There is a worker named {name} in this vault. Choose another name.</source>
        <translation>本庫已有名為{name}的工作人員。請另取一個名字。</translation>
    </message>
    <message>
        <source>A worker needs a name: every entry is signed with it.</source>
        <translation>工作人員要有姓名：每條記錄都署名。</translation>
    </message>
    <message>
        <source>Backed up to {path}, {bytes} bytes.</source>
        <translation>已備份到 {path}，共 {bytes} 字節。</translation>
    </message>
    <message>
        <source>{worker} may open this vault now.</source>
        <translation>{worker} 現在可以打開這個戶冊了。</translation>
    </message>
    <message>
        <source>Made {path} with {edition} for {worker}.</source>
        <translation>已為 {worker} 建立 {path}，使用 {edition}。</translation>
    </message>
    <message>
        <source>Recovery key, shown this once. Print it and keep it away from this computer: {recovery_key}</source>
        <translation>恢復密鑰只顯示這一次。請打印出來，不要和這臺電腦放在一起：{recovery_key}</translation>
    </message>
    <message>
        <source>There is no backup at {path}. Check the name.</source>
        <translation>{path} 處沒有備份。請核對名字。</translation>
    </message>
    <message>
        <source>Restored to {path}.</source>
        <translation>已恢復到 {path}。</translation>
    </message>
    <message>
        <source>The vault is whole.</source>
        <translation>戶冊完好。</translation>
    </message>
    <message>
        <source>The passphrase file {file} cannot be read.</source>
        <translation>口令文件 {file} 讀不出來。</translation>
    </message>
    <message>
        <source>The folder {folder} cannot be used. Put the stick in again, or choose another folder.</source>
        <translation>文件夾 {folder} 不能用。請重新插好U盤，或換一個文件夾。</translation>
    </message>
    <message>
        <source>This is more than one save may hold. Nothing was saved. Do it in smaller parts.</source>
        <translation>一次保存裝不下這麼多內容，什麼都沒有保存。請分成幾部分來做。</translation>
    </message>
</context>
</TS>