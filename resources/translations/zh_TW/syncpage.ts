<?xml version='1.0' encoding='UTF-8'?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_TW" sourcelanguage="en">
<context>
    <name>fieldapp</name>
    <message>
        <source>The time of this computer is wrong: here it was {here}, at the hub {there}. Set this computer's clock right; nothing is lost, but times on paper and in the history are wrong until then.</source>
        <translation>這臺電腦的時間不對：這臺電腦是 {here}，服務器是 {there}。請把這臺電腦的時間調準；數據沒有丟，只是在調準之前，打印和歷史裡的時間都是錯的。</translation>
    </message>
    <message>
        <source>({times} times)</source>
        <translation>（連續 {times} 次）</translation>
    </message>
    <message>
        <source>Alarm</source>
        <translation>警報</translation>
    </message>
    <message>
        <source>All sent</source>
        <translation>已送完</translation>
    </message>
    <message>
        <source>Asking the hub …</source>
        <translation>正在詢問服務器……</translation>
    </message>
    <message>
        <source>Clock is wrong</source>
        <translation>電腦時間不對</translation>
    </message>
    <message>
        <source>Decide</source>
        <translation>去處理</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>同步失敗</translation>
    </message>
    <message>
        <source>From a USB stick nothing was taken in: {why}</source>
        <translation>沒有從U盤收進任何內容：{why}</translation>
    </message>
    <message>
        <source>Last {time}</source>
        <translation>上次 {time}</translation>
    </message>
    <message>
        <source>Not let in</source>
        <translation>不讓連接</translation>
    </message>
    <message>
        <source>Not paired</source>
        <translation>未配對</translation>
    </message>
    <message>
        <source>Not synchronised: {why}</source>
        <translation>沒有同步成：{why}</translation>
    </message>
    <message>
        <source>Nothing waits for you.</source>
        <translation>沒有等待處理的。</translation>
    </message>
    <message>
        <source>Nothing yet.</source>
        <translation>還沒有。</translation>
    </message>
    <message>
        <source>Paired with {whom}.</source>
        <translation>已與{whom}配對。</translation>
    </message>
    <message>
        <source>Photos and files</source>
        <translation>照片和文件</translation>
    </message>
    <message>
        <source>Program too old</source>
        <translation>程序版本太舊</translation>
    </message>
    <message>
        <source>Stopped by hand: sent {sent}, received {received}.</source>
        <translation>手動停止：送出 {sent} 條，收到 {received} 條。</translation>
    </message>
    <message>
        <source>Stopping: the part under way still ends …</source>
        <translation>正在停止：手頭這一段傳完就停……</translation>
    </message>
    <message>
        <source>Synchronise when there is a network, or carry it to the station on a USB stick.</source>
        <translation>有網絡時請同步，或者用U盤送到鄉鎮站。</translation>
    </message>
    <message>
        <source>Synchronised with {whom}: nothing new.</source>
        <translation>與{whom}同步：沒有新內容。</translation>
    </message>
    <message>
        <source>Synchronised with {whom}: sent {sent}, received {received}.</source>
        <translation>與{whom}同步：送出 {sent} 條，收到 {received} 條。</translation>
    </message>
    <message>
        <source>Synchronising</source>
        <translation>正在同步</translation>
    </message>
    <message>
        <source>There is no network. Go on working: it synchronises by itself when one comes, or use a USB stick.</source>
        <translation>現在沒有網絡。請照常工作：有了網絡會自動同步，也可以用U盤。</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>最近發生的</translation>
    </message>
    <message>
        <source>What waits</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>Written for {name}: {sent} changes, {files} photos and files, {size}.</source>
        <translation>已給 {name} 寫好數據包：改動 {sent} 條，照片和文件 {files} 個，{size}。</translation>
    </message>
    <message>
        <source>about {minutes} minutes left</source>
        <translation>大約還要 {minutes} 分鐘</translation>
    </message>
    <message>
        <source>changes could not be read and are set aside; nothing is lost. Install the newest FieldApp; if they stay, tell your station</source>
        <translation>條改動讀不出來，已單獨存放，沒有丟。請安裝最新版程序；裝了還在的話，請告訴鄉鎮站</translation>
    </message>
    <message>
        <source>changes from a USB stick wait for a part that is still missing: take in its other files too</source>
        <translation>條U盤來的改動在等還沒到的分卷：請把其餘文件也收進來</translation>
    </message>
    <message>
        <source>conflicts: two people changed the same thing</source>
        <translation>處衝突：兩個人改了同一處</translation>
    </message>
    <message>
        <source>less than a minute left</source>
        <translation>不到 1 分鐘</translation>
    </message>
    <message>
        <source>matters that a late exchange has touched</source>
        <translation>件事被晚到的數據碰到，要看一看</translation>
    </message>
    <message>
        <source>our own station</source>
        <translation>本機鄉鎮站</translation>
    </message>
    <message>
        <source>people or households that stand twice</source>
        <translation>個人或戶登記了兩次</translation>
    </message>
    <message>
        <source>photos and files to fetch</source>
        <translation>個照片和文件要收</translation>
    </message>
    <message>
        <source>photos and files to send</source>
        <translation>個照片和文件要送</translation>
    </message>
    <message>
        <source>small pictures to fetch</source>
        <translation>張縮略圖要收</translation>
    </message>
    <message>
        <source>small pictures to send</source>
        <translation>張縮略圖要送</translation>
    </message>
    <message>
        <source>the county</source>
        <translation>縣裡</translation>
    </message>
    <message>
        <source>the township station</source>
        <translation>鄉鎮站</translation>
    </message>
    <message>
        <source>they go on a LAN or a USB stick; the settings can change that</source>
        <translation>走局域網或U盤；可以在設置裡改</translation>
    </message>
    <message>
        <source>{count} wait for a review.</source>
        <translation>{count} 條在等審核。</translation>
    </message>
    <message>
        <source>{village}, computer {replica}, change {seq}: {reason}</source>
        <translation>{village}，電腦 {replica}，第 {seq} 條：{reason}</translation>
    </message>
    <message>
        <source>Synchronise by itself</source>
        <translation>自動同步</translation>
    </message>
    <message>
        <source>After a save, when a network comes, and every quarter of an hour. Nobody has to wait for it.</source>
        <translation>保存之後、有了網絡時、以及每隔一刻鐘自動同步。不用等它，照常工作。</translation>
    </message>
    <message>
        <source>Send photos and files over the internet too</source>
        <translation>照片和文件也走互聯網</translation>
    </message>
    <message>
        <source>Otherwise they go on a LAN or a USB stick only, and small pictures always. Photos cost much data.</source>
        <translation>不選時，照片和文件只走局域網或U盤，縮略圖總是會送。照片很費流量。</translation>
    </message>
</context>
</TS>