<?xml version='1.0' encoding='UTF-8'?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_TW" sourcelanguage="en">
<context>
    <name>fieldapp</name>
    <message>
        <source>Invite a village</source>
        <translation>邀請一個村</translation>
    </message>
    <message>
        <source>Make the code</source>
        <translation>生成配對碼</translation>
    </message>
    <message>
        <source>Choose a village of your station, or type its region code: twelve digits.</source>
        <translation>請選擇本站的村，或輸入該村的十二位區劃代碼。</translation>
    </message>
    <message>
        <source>Twelve digits; only when the village is not above.</source>
        <translation>十二位數字；上面沒有這個村時才填。</translation>
    </message>
    <message>
        <source>As what?</source>
        <translation>以什麼身份？</translation>
    </message>
    <message>
        <source>How long is the code good?</source>
        <translation>配對碼多久有效？</translation>
    </message>
    <message>
        <source>Region code of a village that is not listed</source>
        <translation>未列出的村的區劃代碼</translation>
    </message>
    <message>
        <source>Which villages?</source>
        <translation>哪些村？</translation>
    </message>
    <message>
        <source>A name by which you know the laptop, such as the village and the person.</source>
        <translation>給這檯筆記本起個認得出的名字，例如村名加人名。</translation>
    </message>
    <message>
        <source>Who works with this laptop?</source>
        <translation>誰用這檯筆記本？</translation>
    </message>
    <message>
        <source>one hour</source>
        <translation>一小時</translation>
    </message>
    <message>
        <source>one day</source>
        <translation>一天</translation>
    </message>
    <message>
        <source>seven days</source>
        <translation>七天</translation>
    </message>
    <message>
        <source>The station runs; the villages can synchronise.</source>
        <translation>鄉鎮站已開啟，各村可以同步。</translation>
    </message>
    <message>
        <source>Port {taken} is used by another program, so the station took port {port}. Give the villages the new address, or end the other program and switch the station off and on.</source>
        <translation>端口 {taken} 被別的程序佔用，鄉鎮站改用端口 {port}。請把新地址告訴各村；或退出那個程序，再關閉並重新開啟鄉鎮站。</translation>
    </message>
    <message>
        <source>If a village cannot reach it: allow FieldApp in this computer's firewall (TCP port {port}, private networks).</source>
        <translation>村裡連不上時：請在這臺電腦的防火牆裡允許 FieldApp（TCP 端口 {port}，專用網絡）。</translation>
    </message>
    <message>
        <source>{count} days ago</source>
        <translation>{count} 天前</translation>
    </message>
    <message>
        <source>Off. Switched on, this computer takes in the villages of your township over the local network.</source>
        <translation>未開啟。開啟後，這臺電腦在局域網裡接收本鄉鎮各村的數據。</translation>
    </message>
    <message>
        <source>The station is starting …</source>
        <translation>鄉鎮站正在啟動……</translation>
    </message>
    <message>
        <source>The station does not run: {why} It is tried again by itself.</source>
        <translation>鄉鎮站沒有運行：{why} 程序會自動再試。</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>還沒有</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>剛剛</translation>
    </message>
    <message>
        <source>{count} minutes ago</source>
        <translation>{count} 分鐘前</translation>
    </message>
    <message>
        <source>{count} hours ago</source>
        <translation>{count} 小時前</translation>
    </message>
    <message>
        <source>right</source>
        <translation>準</translation>
    </message>
    <message>
        <source>{amount} fast</source>
        <translation>快 {amount}</translation>
    </message>
    <message>
        <source>{amount} slow</source>
        <translation>慢 {amount}</translation>
    </message>
    <message>
        <source>The station ended by itself and is being started again. Nothing is lost.</source>
        <translation>鄉鎮站意外停止，正在重新啟動。數據沒有丟失。</translation>
    </message>
    <message>
        <source>It ended by itself {count} times and was started again.</source>
        <translation>它意外停止過 {count} 次，已重新啟動。</translation>
    </message>
    <message>
        <source>{count} hours</source>
        <translation>{count} 小時</translation>
    </message>
    <message>
        <source>{count} days</source>
        <translation>{count} 天</translation>
    </message>
    <message>
        <source>Laptops</source>
        <translation>筆記本</translation>
    </message>
    <message>
        <source>Last seen</source>
        <translation>上次來</translation>
    </message>
    <message>
        <source>Waiting there</source>
        <translation>村裡待送</translation>
    </message>
    <message>
        <source>For review</source>
        <translation>待審</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>時鐘</translation>
    </message>
    <message>
        <source>Laptop of</source>
        <translation>誰的筆記本</translation>
    </message>
    <message>
        <source>Digits</source>
        <translation>核對數字</translation>
    </message>
    <message>
        <source>not invited</source>
        <translation>未邀請</translation>
    </message>
    <message>
        <source>✕ shut out: {reason}</source>
        <translation>✕ 已停用：{reason}</translation>
    </message>
    <message>
        <source>What its laptops had left when they were last here</source>
        <translation>上次來時，村裡筆記本上還剩多少沒送完</translation>
    </message>
    <message>
        <source>shut out</source>
        <translation>已停用</translation>
    </message>
    <message>
        <source>The station could not be started. Nothing is lost. Look at hub.log in {folder}, or start FieldApp anew.</source>
        <translation>鄉鎮站沒能啟動。數據沒有丟失。請查看 {folder} 裡的 hub.log，或重新打開 FieldApp。</translation>
    </message>
    <message>
        <source>Invite a village …</source>
        <translation>邀請村……</translation>
    </message>
    <message>
        <source>Villages of the station</source>
        <translation>本站的村</translation>
    </message>
    <message>
        <source>No village yet. Invite the first one.</source>
        <translation>還沒有村。請先邀請一個。</translation>
    </message>
    <message>
        <source>Close the township station</source>
        <translation>關閉鄉鎮站</translation>
    </message>
    <message>
        <source>Close the station?</source>
        <translation>要關閉鄉鎮站嗎？</translation>
    </message>
    <message>
        <source>The villages cannot synchronise here until it is opened again. What they brought stays.</source>
        <translation>再次開啟之前，各村不能在這裡同步。已經送來的都保留。</translation>
    </message>
    <message>
        <source>Close the station</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>Open the township station</source>
        <translation>開啟鄉鎮站</translation>
    </message>
    <message>
        <source>Address: {addresses}</source>
        <translation>地址：{addresses}</translation>
    </message>
    <message>
        <source>This computer is in no network now. Switch on its WLAN or plug in the cable.</source>
        <translation>這臺電腦現在沒有連網。請打開無線網絡或插上網線。</translation>
    </message>
    <message>
        <source>Fingerprint: {digits}</source>
        <translation>指紋：{digits}</translation>
    </message>
    <message>
        <source>QR code of the pairing line</source>
        <translation>配對信息的二維碼</translation>
    </message>
    <message>
        <source>Print the sheet</source>
        <translation>打印配對單</translation>
    </message>
    <message>
        <source>On the village's laptop: “Synchronise”, then type address, code and fingerprint, or paste the line. The code lets one laptop in, once.</source>
        <translation>在村裡的筆記本上打開“同步”，輸入地址、配對碼和指紋，或粘貼那一行。一個碼只能讓一臺筆記本用一次。</translation>
    </message>
    <message>
        <source>Copy the line</source>
        <translation>複製那一行</translation>
    </message>
    <message>
        <source>The line is on the clipboard.</source>
        <translation>已複製到剪貼板。</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>配對碼</translation>
    </message>
    <message>
        <source>Fingerprint</source>
        <translation>指紋</translation>
    </message>
    <message>
        <source>The code is good until</source>
        <translation>有效期至</translation>
    </message>
    <message>
        <source>No laptop of this village has paired yet. Give it a code.</source>
        <translation>這個村還沒有筆記本配對。請給它一個配對碼。</translation>
    </message>
    <message>
        <source>Shut a laptop out</source>
        <translation>停用筆記本</translation>
    </message>
    <message>
        <source>Why is the laptop of {name} shut out?</source>
        <translation>為什麼停用{name}的筆記本？</translation>
    </message>
    <message>
        <source>It can no longer synchronise here. What it sent stays; what it wrote later and comes by another way waits for your review. The other villages learn of it with their next exchange.</source>
        <translation>它不能再在這裡同步。已送來的保留；以後從別處送來的要等您審核。其他村下次同步時就會知道。</translation>
    </message>
    <message>
        <source>Shut it out</source>
        <translation>停用</translation>
    </message>
    <message>
        <source>Laptops of {village}</source>
        <translation>{village}的筆記本</translation>
    </message>
    <message>
        <source>lost or stolen</source>
        <translation>丟失或被盜</translation>
    </message>
    <message>
        <source>the person has left</source>
        <translation>人員已離崗</translation>
    </message>
    <message>
        <source>replaced by another laptop</source>
        <translation>換了新筆記本</translation>
    </message>
    <message>
        <source>Choose a laptop that is let in.</source>
        <translation>請選擇一臺沒有停用的筆記本。</translation>
    </message>
    <message>
        <source>Code for another laptop</source>
        <translation>再給一個配對碼</translation>
    </message>
    <message>
        <source>Shut this laptop out …</source>
        <translation>停用這檯筆記本……</translation>
    </message>
    <message>
        <source>The township station goes on: the villages can synchronise.</source>
        <translation>鄉鎮站繼續運行，各村仍可同步。</translation>
    </message>
    <message>
        <source>No station runs on this computer. Switch it on first.</source>
        <translation>這臺電腦沒有開啟鄉鎮站。請先開啟。</translation>
    </message>
    <message>
        <source>An account has this name already. Choose another name, or open its village and give a new code.</source>
        <translation>已有同名的賬號。請換個名字，或打開那個村再給一個配對碼。</translation>
    </message>
    <message>
        <source>Only the computer that runs the station does this. Switch the station off and on again here.</source>
        <translation>只有開啟鄉鎮站的這臺電腦能這樣做。請在這裡關閉鄉鎮站再重新開啟。</translation>
    </message>
    <message>
        <source>It is no longer at the station. Look at the list again.</source>
        <translation>站裡已經沒有它了。請再看一下列表。</translation>
    </message>
    <message>
        <source>This village is not one of the station's. Ask the county which villages are yours.</source>
        <translation>這個村不歸本站。請向縣裡核對本站管哪些村。</translation>
    </message>
    <message>
        <source>Bring the laptop into the network of the station: its WLAN, or a cable.</source>
        <translation>把筆記本接入鄉鎮站的網絡：連上無線網或插網線。</translation>
    </message>
    <message>
        <source>Open FieldApp on the laptop, go to “Synchronise”, and find the box “Address of the hub”.</source>
        <translation>在筆記本上打開 FieldApp，進入“同步”，找到“地址”一欄。</translation>
    </message>
    <message>
        <source>Type the address, the code and the fingerprint from this sheet, or paste the line that the station sends you; then press Enter.</source>
        <translation>照這張單子輸入地址、配對碼和指紋，或粘貼站裡發來的那一行，然後按回車。</translation>
    </message>
    <message>
        <source>When it says “Paired”, press “Synchronise now”. Then tear up this sheet.</source>
        <translation>顯示“已配對”後，點“現在同步”。然後撕掉這張單子。</translation>
    </message>
    <message>
        <source>For</source>
        <translation>發給</translation>
    </message>
    <message>
        <source>How a village pairs with the township station</source>
        <translation>村級筆記本與鄉鎮站配對單</translation>
    </message>
    <message>
        <source>Other addresses</source>
        <translation>其他地址</translation>
    </message>
    <message>
        <source>Four steps</source>
        <translation>四步完成</translation>
    </message>
    <message>
        <source>The code lets one laptop in, once. Keep this sheet from others; if it is lost, tell the station at once.</source>
        <translation>一個碼只能讓一臺筆記本用一次。請勿外傳；丟失請立即告訴鄉鎮站。</translation>
    </message>
    <message>
        <source>All of it in one line, for a scanner or a message:</source>
        <translation>全部信息在一行裡，可掃碼或發消息：</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>怎麼做</translation>
    </message>
    <message>
        <source>somebody not known here</source>
        <translation>本機不認識的人</translation>
    </message>
    <message>
        <source>{count} changes wait for your review</source>
        <translation>{count} 條改動待您審核</translation>
    </message>
    <message>
        <source>Take it in</source>
        <translation>採用</translation>
    </message>
    <message>
        <source>Turn it down …</source>
        <translation>退回……</translation>
    </message>
    <message>
        <source>Taken in</source>
        <translation>已採用</translation>
    </message>
    <message>
        <source>Turned down</source>
        <translation>已退回</translation>
    </message>
    <message>
        <source>Turned down: what waited of {name}</source>
        <translation>已退回：{name}待審的內容</translation>
    </message>
    <message>
        <source>Turn it down</source>
        <translation>退回</translation>
    </message>
    <message>
        <source>Why is it turned down?</source>
        <translation>為什麼退回？</translation>
    </message>
    <message>
        <source>It is kept and can still be taken in. Your name, the time and the reason are kept.</source>
        <translation>內容會保留，以後仍可採用。您的姓名、時間和理由都會留存。</translation>
    </message>
    <message>
        <source>not true</source>
        <translation>不屬實</translation>
    </message>
    <message>
        <source>entered elsewhere already</source>
        <translation>別處已錄入</translation>
    </message>
    <message>
        <source>not allowed to write here</source>
        <translation>無權填寫這裡</translation>
    </message>
    <message>
        <source>It was written after its computer was shut out.</source>
        <translation>這是在那臺電腦被停用之後寫的。</translation>
    </message>
    <message>
        <source>It was written in a village that is not its writer's.</source>
        <translation>填寫人不負責這個村。</translation>
    </message>
    <message>
        <source>Somebody else brought it, and it does not carry its writer's signature.</source>
        <translation>由別人帶來，沒有填寫人的簽名。</translation>
    </message>
    <message>
        <source>It follows other changes that wait.</source>
        <translation>它排在其他待審改動之後。</translation>
    </message>
    <message>
        <source>It is held at your station.</source>
        <translation>現存放在鄉鎮站。</translation>
    </message>
    <message>
        <source>Nothing of it is in the register yet. Taken in, it counts like any other entry and can be corrected; turned down, it is kept and can still be taken in.</source>
        <translation>內容還沒有進戶冊。採用後和其他錄入一樣，可以更正；退回後仍保留，以後還能採用。</translation>
    </message>
    <message>
        <source>and {count} more facts</source>
        <translation>另有 {count} 項</translation>
    </message>
    <message>
        <source>and {count} more changes</source>
        <translation>另有 {count} 處改動</translation>
    </message>
    <message>
        <source>is ended</source>
        <translation>終止</translation>
    </message>
    <message>
        <source>Came in</source>
        <translation>送到時間</translation>
    </message>
    <message>
        <source>Address of the station</source>
        <translation>鄉鎮站地址</translation>
    </message>
    <message>
        <source>The county has not made this computer a station: what villages bring is held there for review. Ask the county to let your account run a station, and synchronise.</source>
        <translation>縣裡還沒有把這臺電腦設為鄉鎮站：各村送來的內容會在縣裡待審。請縣裡允許您的賬號開啟鄉鎮站，然後同步。</translation>
    </message>
    <message>
        <source>Written by, as it says</source>
        <translation>自稱填寫人</translation>
    </message>
    <message>
        <source>Only the register is in this backup, the station's archive is not: {why} Put that right and back up again; what the villages left at the station alone is saved nowhere else.</source>
        <translation>這份備份裡只有戶冊，沒有鄉鎮站的資料：{why} 請處理好以後再備份一次；各村只送到鄉鎮站的內容，別處還沒有。</translation>
    </message>
    <message>
        <source>The station's archive could not be put back: {words} Restore the newest backup again, or take {file} away to begin with an empty station.</source>
        <translation>鄉鎮站的資料沒能恢復：{words} 請把最新的備份再恢復一次；要從空的鄉鎮站重新開始，就把 {file} 移走。</translation>
    </message>
    <message>
        <source>The archive of the station comes back when the desktop opens its station again.</source>
        <translation>下次在程序裡開啟鄉鎮站時，鄉鎮站的資料會自動恢復。</translation>
    </message>
    <message>
        <source>The archive of the station is in it.</source>
        <translation>鄉鎮站的資料也在裡面。</translation>
    </message>
    <message>
        <source>Make a backup</source>
        <translation>備份</translation>
    </message>
    <message>
        <source>The whole register to one encrypted file.</source>
        <translation>把整個戶冊存成一個加密文件。</translation>
    </message>
    <message>
        <source>Saved to {path}, {size}.</source>
        <translation>已存到 {path}，{size}。</translation>
    </message>
    <message>
        <source>The whole register in one file, encrypted as it is here: it opens with the same passphrases. Keep it on another disk.</source>
        <translation>把整個戶冊存成一個文件，加密和本機一樣，用原來的口令打開。請放在另外的盤上保管。</translation>
    </message>
    <message>
        <source>Make a backup …</source>
        <translation>備份……</translation>
    </message>
    <message>
        <source>Backup</source>
        <translation>備份</translation>
    </message>
    <message>
        <source>The station's archive goes with it.</source>
        <translation>鄉鎮站的資料一起備份。</translation>
    </message>
    <message>
        <source>The backup is being made …</source>
        <translation>正在備份……</translation>
    </message>
    <message>
        <source>Put a backup back …</source>
        <translation>恢復備份……</translation>
    </message>
    <message>
        <source>Put a backup back</source>
        <translation>恢復備份</translation>
    </message>
    <message>
        <source>If a register was lost or its computer is gone: its backup goes on here, with its passphrases.</source>
        <translation>戶冊丟了或者電腦沒了：把備份恢復到這裡，就能接著用，口令不變。</translation>
    </message>
    <message>
        <source>Still there</source>
        <translation>未到鄉</translation>
    </message>
    <message>
        <source>Still here</source>
        <translation>未到縣</translation>
    </message>
    <message>
        <source>What the village brought and is not yet at the county</source>
        <translation>這個村送來、還沒到縣裡的</translation>
    </message>
    <message>
        <source>{village} · {count} laptops</source>
        <translation>{village} · {count} 臺</translation>
    </message>
    <message>
        <source>invited</source>
        <translation>已邀請</translation>
    </message>
</context>
</TS>