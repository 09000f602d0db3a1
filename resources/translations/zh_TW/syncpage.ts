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
        <translation>正在連接……</translation>
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
        <translation>已給{name}寫好數據包：改動 {sent} 條，照片和文件 {files} 個，{size}。</translation>
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
        <translation>{count} 條待審。</translation>
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
    <message>
        <source>Waiting to be sent</source>
        <translation>還沒送出</translation>
    </message>
    <message>
        <source>{count} changes are saved on this computer and not yet sent.</source>
        <translation>有 {count} 條改動已保存在本機，還沒有送出。</translation>
    </message>
    <message>
        <source>They go by themselves when there is a network.</source>
        <translation>有網絡時會自動送出。</translation>
    </message>
    <message>
        <source>Press “Synchronise now”, or carry them on a USB stick.</source>
        <translation>請點“現在同步”，或用U盤帶去。</translation>
    </message>
    <message>
        <source>Everything is sent. {count} changes are at the township and go from there to the county; this computer keeps them until they have arrived.</source>
        <translation>本機的都已送出。有 {count} 條已到鄉鎮站，由鄉鎮站轉送縣裡；送到之前，本機一直留著。</translation>
    </message>
    <message>
        <source>Everything written on this computer is at the county.</source>
        <translation>本機填寫的都已到縣裡。</translation>
    </message>
    <message>
        <source>Nothing waits on this computer.</source>
        <translation>本機沒有要送的。</translation>
    </message>
    <message>
        <source>Nothing is lost: what you write is saved on this computer.</source>
        <translation>數據沒有丟：您填的都保存在本機。</translation>
    </message>
    <message>
        <source>What you write is saved on this computer.</source>
        <translation>您填的都保存在本機。</translation>
    </message>
    <message>
        <source>Not paired with a hub yet. The county gives you an address and a code.</source>
        <translation>還沒有配對。地址和配對碼由縣裡提供。</translation>
    </message>
    <message>
        <source>{first} {second}</source>
        <translation>{first}{second}</translation>
    </message>
    <message>
        <source>nothing yet</source>
        <translation>還沒有</translation>
    </message>
    <message>
        <source>nothing waits there</source>
        <translation>沒有停在鄉鎮的</translation>
    </message>
    <message>
        <source>this computer sends straight to the county</source>
        <translation>本機直接送縣裡，不經鄉鎮站</translation>
    </message>
    <message>
        <source>{count} photos and files sent.</source>
        <translation>送出照片和文件 {count} 個。</translation>
    </message>
    <message>
        <source>{count} photos and files received.</source>
        <translation>收到照片和文件 {count} 個。</translation>
    </message>
    <message>
        <source>This computer's clock is {amount}. Please correct it.</source>
        <translation>本機時間{amount}，請調準。</translation>
    </message>
    <message>
        <source>Written for {name}: {sent} changes, {size}.</source>
        <translation>已給{name}寫好數據包：改動 {sent} 條，{size}。</translation>
    </message>
    <message>
        <source>{village}: {count}</source>
        <translation>{village} {count} 條</translation>
    </message>
    <message>
        <source>You are given a sheet: type what stands on it, or paste the one line into the first box.</source>
        <translation>照配對單填寫，或把收到的那一行粘貼到第一格。</translation>
    </message>
    <message>
        <source>Pair anew …</source>
        <translation>重新配對……</translation>
    </message>
    <message>
        <source>Pair this computer with the township station</source>
        <translation>把本機與鄉鎮站配對</translation>
    </message>
    <message>
        <source>Pair this computer with the county</source>
        <translation>把本機與縣裡配對</translation>
    </message>
    <message>
        <source>Paired with {whom} · {url}</source>
        <translation>已與{whom}配對 · {url}</translation>
    </message>
    <message>
        <source>Whoever takes in a USB stick of yours for the first time compares these digits.</source>
        <translation>別人第一次收您的U盤數據包時，會與您核對這串數字。</translation>
    </message>
    <message>
        <source>To do and to carry</source>
        <translation>要處理的和要傳的</translation>
    </message>
    <message>
        <source>Nothing asks for you, and no photo has still to travel.</source>
        <translation>沒有要您處理的事，也沒有要傳的照片。</translation>
    </message>
    <message>
        <source>village {code}</source>
        <translation>區劃代碼 {code} 的村</translation>
    </message>
    <message>
        <source>Who lives there</source>
        <translation>家裡有誰</translation>
    </message>
    <message>
        <source>Facts of one year that contradict</source>
        <translation>同一年度填得不一樣的</translation>
    </message>
    <message>
        <source>Not at the county</source>
        <translation>還沒到縣裡</translation>
    </message>
    <message>
        <source>This station is not paired with the county: what the villages bring goes no further until then.</source>
        <translation>鄉鎮站還沒有與縣裡配對：配對之前，各村送來的內容只到本站。</translation>
    </message>
    <message>
        <source>Synchronised: nothing new.</source>
        <translation>已同步，沒有新的。</translation>
    </message>
</context>
</TS>