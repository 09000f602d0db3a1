<?xml version='1.0' encoding='UTF-8'?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_TW" sourcelanguage="en">
<context>
    <name>fieldapp</name>
    <message>
        <source>A photo or file is larger than {megabytes} MB and does not travel. Save a smaller copy and add that.</source>
        <translation>照片或文件超過 {megabytes} MB，不能傳送。請另存一份小一點的再添加。</translation>
    </message>
    <message>
        <source>A part of a photo or file does not fit and was not used. Sync again; if it comes back, tell your station.</source>
        <translation>照片或文件的一段對不上，沒有采用。請再同步一次；如果還這樣，請告訴鄉鎮站。</translation>
    </message>
    <message>
        <source>The size of a photo or file changed while it was coming, so nothing more of it was used. Sync again.</source>
        <translation>照片或文件在傳送中大小變了，後面的部分沒有采用。請再同步一次。</translation>
    </message>
    <message>
        <source>A part of a photo or file came twice and not the same, so it was not used. Sync again.</source>
        <translation>照片或文件的一段來了兩次，內容不一樣，沒有采用。請再同步一次。</translation>
    </message>
    <message>
        <source>A photo or file arrived damaged. What had come of it was thrown away, and the next sync fetches it anew.</source>
        <translation>一張照片或一個文件傳來時已損壞，收到的部分已丟棄，下次同步會重新取。</translation>
    </message>
    <message>
        <source>The hub does not know a record with this photo or file. Sync the data first; the file goes next time.</source>
        <translation>服務器還沒有用到這張照片或這個文件的記錄。請先同步數據，文件下次再傳。</translation>
    </message>
    <message>
        <source>Too many photos were begun and not finished at the hub. Those go first; the others follow with later syncs.</source>
        <translation>服務器有太多沒傳完的照片。先把那些傳完，其餘的以後同步時再傳。</translation>
    </message>
    <message>
        <source>Photos and files that wait: {send} to send ({send_kb} KB), {fetch} to fetch ({fetch_kb} KB).</source>
        <translation>等待傳送的照片和文件：待發送 {send} 個（{send_kb} KB），待取回 {fetch} 個（{fetch_kb} KB）。</translation>
    </message>
    <message>
        <source>The whole picture has not come yet</source>
        <translation>完整圖片還沒有傳來</translation>
    </message>
</context>
</TS>