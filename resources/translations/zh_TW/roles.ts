<?xml version='1.0' encoding='UTF-8'?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_TW" sourcelanguage="en">
<context>
    <name>roles</name>
    <message>
        <source>{records} records, words in {words} others, {files} files.</source>
        <translation>{records} 條記錄，另外 {words} 條記錄裡的文字，{files} 個文件。</translation>
    </message>
    <message>
        <source>Nothing was erased yet.</source>
        <translation>還沒有刪除任何內容。</translation>
    </message>
    <message>
        <source>Erased. It travels with the next sync.</source>
        <translation>已刪除。下次同步時傳到其他電腦。</translation>
    </message>
    <message>
        <source>{device} can be read until {day}.</source>
        <translation>電腦 {device} 可以讀到 {day}。</translation>
    </message>
    <message>
        <source>{day} is no day. Write it as 2020-12-31.</source>
        <translation>“{day}”不是日期。請寫成 2020-12-31 這樣。</translation>
    </message>
    <message>
        <source>An erasure is not yet off this disk. Close other windows of this vault, free some space, and open it again.</source>
        <translation>有一次依法刪除還沒有從這塊磁盤上清乾淨。請關閉這個戶冊的其他窗口，騰出一些空間，再打開一次。</translation>
    </message>
    <message>
        <source>The log of {stream} lacks contents that no erasure asks for. Sync; if this stays, restore the newest backup and tell your station.</source>
        <translation>{stream} 的日誌缺了內容，卻沒有依法刪除的記錄。請同步；如果仍然這樣，請恢復最新的備份並告訴鄉鎮站。</translation>
    </message>
    <message>
        <source>Write why the data is erased, and the law or decision that asks for it.</source>
        <translation>請寫明刪除的原因，以及所依據的法律或決定。</translation>
    </message>
    <message>
        <source>The reason stays on record, so it must not name the person. Write it without.</source>
        <translation>原因會一直留在記錄裡，不能寫出當事人的姓名或號碼。請改寫。</translation>
    </message>
    <message>
        <source>Backups and papers made before today still hold this person. Destroy them, or restore a backup only to sync it at once: the erasure then reaches it too.</source>
        <translation>今天以前的備份和紙件裡仍有此人的信息。請銷燬；如要恢復備份，恢復後請立即同步，刪除隨之生效。</translation>
    </message>
    <message>
        <source>Photos of the house and of groups are not searched for faces. Look at the household's photos yourself.</source>
        <translation>房屋照片和合影不會自動辨認人臉。請自己查看這戶的照片。</translation>
    </message>
    <message>
        <source>{count} signatures with this name stay: they prove a decision and have a retention of their own.</source>
        <translation>{count} 個帶此姓名的簽字保留：它們是決定的憑證，有自己的保存期限。</translation>
    </message>
    <message>
        <source>This computer's copy of the register can be read until {day} ({days} days). Sync, and ask the township station for a later day if your work goes on.</source>
        <translation>這臺電腦上的戶冊可以讀到 {day}（還有 {days} 天）。請同步；如果工作還要繼續，請鄉鎮站延期。</translation>
    </message>
    <message>
        <source>This computer's copy of the register could be read until {day}. Nothing is lost: sync it once more or hand it over to the township, which can set a later day, as can who holds the recovery key.</source>
        <translation>這臺電腦上的戶冊只能讀到 {day}。什麼都沒有丟：請再同步一次，或把電腦交給鄉鎮；鄉鎮或持有恢復密鑰的人可以延期。</translation>
    </message>
    <message>
        <source>Write why the day of this computer changes. It goes on record.</source>
        <translation>請寫明為什麼更改這臺電腦的到期日。原因會記錄在案。</translation>
    </message>
    <message>
        <source>The dictionary of this vault has no list for the days of computers. Install the newer pack.</source>
        <translation>這個戶冊的數據字典沒有登記電腦到期日的表。請安裝新版內容包。</translation>
    </message>
    <message>
        <source>Your role may not do this. Ask the township station.</source>
        <translation>您的角色不能做這件事。請聯繫鄉鎮站。</translation>
    </message>
    <message>
        <source>Write why this leaves without masks. It goes on record with your name.</source>
        <translation>請寫明為什麼不脫敏導出。原因會和您的姓名一起記錄在案。</translation>
    </message>
    <message>
        <source>Your role does not see {field} and cannot write it. Ask the village's team.</source>
        <translation>您的角色看不到 {field}，也不能填寫。請聯繫村工作隊。</translation>
    </message>
    <message>
        <source>This household is not one of yours. Ask the township to pair you with it.</source>
        <translation>這戶不是您結對的戶。請鄉鎮為您辦理結對。</translation>
    </message>
    <message>
        <source>An evaluator works in a vault of his own. Make a new one with his sample.</source>
        <translation>評估員要用單獨的戶冊。請用他的樣本新建一個。</translation>
    </message>
    <message>
        <source>This vault has its sample already. Make a new vault for another one.</source>
        <translation>這個戶冊已經有樣本了。另一份樣本請新建戶冊。</translation>
    </message>
    <message>
        <source>The data of this person was erased by law and cannot be written again. Make a new record if it must be kept.</source>
        <translation>此人的信息已依法刪除，不能再寫入。如確需保存，請新建記錄。</translation>
    </message>
    <message>
        <source>{source} is no source. Say whether the fact was seen, read in a document, told or imported.</source>
        <translation>“{source}”不是來源。請說明是親眼所見、看了證件、口頭告知還是導入的。</translation>
    </message>
    <message>
        <source>The sample {file} cannot be read. Write one household id a line.</source>
        <translation>樣本文件 {file} 讀不了。請每行寫一個戶的編號。</translation>
    </message>
    <message>
        <source>The hub takes no erasure from this computer: only a township or county may erase. Tell your station.</source>
        <translation>服務器不接受這臺電腦的刪除：只有鄉鎮或縣可以依法刪除。請告訴鄉鎮站。</translation>
    </message>
    <message>
        <source>Nobody changes his own rights. Ask another worker of this vault who has them.</source>
        <translation>不能更改自己的權限。請這個戶冊裡有此權限的其他人員更改。</translation>
    </message>
    <message>
        <source>{worker} has these rights already. Name what shall change.</source>
        <translation>{worker} 已有這些權限。請寫明要更改的內容。</translation>
    </message>
    <message>
        <source>{worker} is {role} in {scopes} from now on.</source>
        <translation>{worker} 現為 {role}，範圍：{scopes}。</translation>
    </message>
    <message>
        <source>An evaluator reads only the households of his sample. Name a file with their ids, one a line.</source>
        <translation>第三方評估人員只能查看其樣本戶。請指定一個文件，每行寫一個戶的編號。</translation>
    </message>
    <message>
        <source>{day} is already past. Name a last day from today on, as 2030-12-31.</source>
        <translation>{day} 已經過去。請寫今天或以後的日期作為最後一天，如 2030-12-31。</translation>
    </message>
    <message>
        <source>Nothing in your villages fits {text}. Try a part of the name, its initials or the last four digits.</source>
        <translation>您的村裡沒有與“{text}”相符的戶或人。請試試姓名的一部分、拼音首字母或後四位號碼。</translation>
    </message>
    <message>
        <source>No region fits {text}. Try the beginning of its code or a part of its name.</source>
        <translation>沒有與“{text}”相符的行政區劃。請試試代碼的開頭或名稱的一部分。</translation>
    </message>
    <message>
        <source>The title above the table says {unit}: the amounts of columns that name no unit are read as that.</source>
        <translation>表上方的標題寫明單位為{unit}：未寫單位的金額欄按此讀取。</translation>
    </message>
    <message>
        <source>The titles above the table name several units of money ({units}), so this column is not read. Write its unit into its heading, as 收入（万元）.</source>
        <translation>表上方的標題寫了幾種金額單位（{units}），因此本欄不讀取。請在本欄標題中寫明單位，如 收入（萬元）。</translation>
    </message>
</context>
</TS>