<?xml version='1.0' encoding='UTF-8'?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_TW" sourcelanguage="en">
<context>
    <name>fieldapp</name>
    <message>
        <source>This vault is an older copy that was put back. Nothing is lost: what it had sent since comes back with this sync.</source>
        <translation>這個戶冊是放回來的舊備份。什麼都沒有丟：之後已經上傳的內容會隨這次同步回來。</translation>
    </message>
    <message>
        <source>A copy of this vault was worked with in another place. Both go on and nothing is lost: {count} of the changes made here were entered again under a new name. Use only one of the copies from now on.</source>
        <translation>這個戶冊的另一個副本也在別處填寫過。兩邊的內容都保留，什麼都沒有丟：本機的 {count} 處修改已換新名稱重新登記。今後請只用其中一個副本。</translation>
    </message>
    <message>
        <source>The hub holds another history of the village {scope} than this computer, older than the log that is still here. Nothing was changed. Tell your county: its archive was put back to an old backup.</source>
        <translation>服務器保存的 {scope} 村修改記錄與本機不同，而且早於本機還留著的記錄。什麼都沒有改動。請告訴縣裡：服務器的檔案被恢復成了舊備份。</translation>
    </message>
    <message>
        <source>The village's data arrived damaged and was not used. Sync again; if it comes back, tell your station.</source>
        <translation>收到的本村數據有損壞，沒有使用。請再同步一次；如果還這樣，請告訴鄉鎮站。</translation>
    </message>
    <message>
        <source>The hub's data of the village {scope} needs a newer FieldApp or another pack. Update this computer and sync again.</source>
        <translation>服務器的 {scope} 村數據需要更新版本的程序或其他內容包。請更新本機後再同步。</translation>
    </message>
    <message>
        <source>This computer and the hub hold different histories of the village {scope}. Nothing was changed. Sync first; if this comes back, tell your station.</source>
        <translation>本機和服務器保存的 {scope} 村修改記錄不一致。什麼都沒有改動。請先同步；如果還這樣，請告訴鄉鎮站。</translation>
    </message>
    <message>
        <source>What the hub sent of the village {scope} is older than what is here. Nothing was changed; sync again.</source>
        <translation>服務器發來的 {scope} 村數據比本機的舊。什麼都沒有改動；請再同步一次。</translation>
    </message>
    <message>
        <source>Old changes of the village {scope} are kept at the county alone. The other computer gets them there, or from a stick that your township station writes.</source>
        <translation>{scope} 村較早的修改只保存在縣裡。對方的電腦請到縣裡取，或者用鄉鎮站寫的U盤。</translation>
    </message>
    <message>
        <source>The county's archive lacks old changes of the village {scope} that it had confirmed, and this computer no longer has them one by one. What it shows is kept. Tell the county to restore a newer backup.</source>
        <translation>縣裡的檔案缺少 {scope} 村已確認收到的較早修改，本機也不再逐條保存這些修改。本機顯示的內容仍在。請告訴縣裡恢復較新的備份。</translation>
    </message>
    <message>
        <source>{commits} old changes are kept at the county alone; {before} bytes became {after}.</source>
        <translation>{commits} 處較早的修改今後只保存在縣裡；{before} 字節減為 {after} 字節。</translation>
    </message>
    <message>
        <source>Nothing is old enough yet, or too little to be worth it.</source>
        <translation>還沒有夠久的修改，或者太少，不必清理。</translation>
    </message>
    <message>
        <source>A backup of the hub needs at least one key that may open it. Name the county's key with --recipient.</source>
        <translation>備份服務器至少要有一把能打開它的密鑰。請用 --recipient 寫明縣裡的密鑰。</translation>
    </message>
    <message>
        <source>There is an archive at {path} already. Choose another folder.</source>
        <translation>{path} 已經有一個檔案。請另選文件夾。</translation>
    </message>
    <message>
        <source>The file {file} holds no secret key of a recipient. Name the right one.</source>
        <translation>文件 {file} 裡沒有接收方的私鑰。請指定正確的文件。</translation>
    </message>
    <message>
        <source>The data of the village {scope} was changed on the way: it is not what the hub has signed. Nothing of it was used. Sync again; if this comes back, ask your station.</source>
        <translation>{scope} 村的數據在傳輸中被改動，與服務器簽名的不一致，沒有使用。請再同步一次；如果還這樣，請詢問鄉鎮站。</translation>
    </message>
    <message>
        <source>This change is old: what stood before it is kept at the county alone, so it cannot be undone here. Look at it and correct it by hand.</source>
        <translation>這處修改時間較早，改動前的內容只在縣裡保存，本機不能撤銷。請查看後手工更正。</translation>
    </message>
    <message>
        <source>Changes older than 90 days are kept at the county, one by one. Here you see the last writer of each fact, and every change since; a comparison with an older day shows facts as blank that stood then.</source>
        <translation>90 天以前的逐條修改保存在縣裡。這裡顯示每項內容最後由誰填寫，以及之後的每次修改；與更早的日期比較時，當時已有的內容會顯示為空白。</translation>
    </message>
    <message>
        <source>This computer has begun this village anew too often today. Its changes are fetched one by one; tomorrow it may begin anew again.</source>
        <translation>這臺電腦今天已多次重新獲取這個村的整套數據，次數太多。改動會逐條取回；明天可以再整套獲取。</translation>
    </message>
</context>
</TS>