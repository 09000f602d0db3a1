<?xml version='1.0' encoding='UTF-8'?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_TW" sourcelanguage="en">
<context>
    <name>fieldapp</name>
    <message>
        <source>{label} was pulled out too early. Nothing is lost here: put it in again and begin again.</source>
        <translation>{label} 拔早了。本機的數據沒有丟，請重新插好，再來一次。</translation>
    </message>
    <message>
        <source>{label} cannot be written. Push the switch on the stick, or take another one.</source>
        <translation>{label} 寫不進去。請撥一下U盤上的寫保護開關，或換一個U盤。</translation>
    </message>
    <message>
        <source>{label} is full. Free some space, take another stick, or write the bundle without photos.</source>
        <translation>{label} 滿了。請清出空間、換一個U盤，或者不帶照片導出。</translation>
    </message>
    <message>
        <source>{size} GB</source>
        <translation>{size} GB</translation>
    </message>
    <message>
        <source>{size} KB</source>
        <translation>{size} KB</translation>
    </message>
    <message>
        <source>{size} MB</source>
        <translation>{size} MB</translation>
    </message>
    <message>
        <source>USB stick {label}: no bundles for this computer, and nothing waits to be sent</source>
        <translation>U盤 {label}：沒有給本機的數據包，也沒有待送的內容</translation>
    </message>
    <message>
        <source>Written for {name}: one bundle of {files} files, {size}, with {count} changes.</source>
        <translation>已寫好給{name}的數據包：1 個，分成 {files} 個文件，共 {size}，含 {count} 條改動。</translation>
    </message>
    <message>
        <source>USB stick {label}: {count} bundles for this computer ({senders}; {files} files)</source>
        <translation>U盤 {label}：給本機的數據包 {count} 個（{senders}，共 {files} 個文件）</translation>
    </message>
    <message>
        <source>USB stick {label}: {count} receipts for this computer ({senders})</source>
        <translation>U盤 {label}：給本機的回執 {count} 份（{senders}）</translation>
    </message>
    <message>
        <source>USB stick {label}: no bundles for this computer; {count} changes that wait can be written to it</source>
        <translation>U盤 {label}：沒有數據包，可以把 {count} 條待送的寫到這個U盤</translation>
    </message>
    <message>
        <source>an unknown computer {mark}</source>
        <translation>不認識的電腦 {mark}</translation>
    </message>
    <message>
        <source>an older FieldApp</source>
        <translation>舊版 FieldApp</translation>
    </message>
    <message>
        <source>Receipt of {sender}</source>
        <translation>{sender} 的回執</translation>
    </message>
    <message>
        <source>Bundle of {sender}</source>
        <translation>{sender} 的數據包</translation>
    </message>
    <message>
        <source>{count} files, {size}</source>
        <translation>{count} 個文件，{size}</translation>
    </message>
    <message>
        <source>{count} old bundles were removed.</source>
        <translation>已清除 {count} 箇舊數據包。</translation>
    </message>
    <message>
        <source>You may pull out {label} now.</source>
        <translation>現在可以拔出 {label}。</translation>
    </message>
    <message>
        <source>part {parts} is missing</source>
        <translation>缺第 {parts} 個分卷</translation>
    </message>
    <message>
        <source>the last part is missing</source>
        <translation>缺最後一個分卷</translation>
    </message>
    <message>
        <source>taken in before</source>
        <translation>已經收過</translation>
    </message>
    <message>
        <source>The receipt for {names} may not be on the stick: take the bundle in once more.</source>
        <translation>給{names}的回執可能沒寫到U盤上，請把數據包再收一次。</translation>
    </message>
    <message>
        <source>The receipt for {names} is on the stick: bring it back.</source>
        <translation>給{names}的回執已寫在U盤上，請帶回去。</translation>
    </message>
    <message>
        <source>The receipt for {names} lies beside it in {folder}.</source>
        <translation>給{names}的回執放在同一個文件夾裡：{folder}</translation>
    </message>
    <message>
        <source>{name} is no bundle of FieldApp; nothing was done with it.</source>
        <translation>{name} 不是 FieldApp 的數據包，沒有處理。</translation>
    </message>
    <message>
        <source>Written to a stick</source>
        <translation>已寫到U盤</translation>
    </message>
    <message>
        <source>In {place} is no bundle for this computer.</source>
        <translation>{place} 裡沒有給本機的數據包。</translation>
    </message>
    <message>
        <source>{count} other files are no bundles and were left alone.</source>
        <translation>另外 {count} 個文件不是數據包，沒有處理。</translation>
    </message>
    <message>
        <source>Nothing was taken in yet: compare the digits first.</source>
        <translation>還沒有收進來：請先核對數字。</translation>
    </message>
    <message>
        <source>Take them in (F12)</source>
        <translation>收進來 (F12)</translation>
    </message>
    <message>
        <source>Write to the stick (F12)</source>
        <translation>寫到U盤 (F12)</translation>
    </message>
    <message>
        <source>{count} changes that it has not confirmed, about {size}</source>
        <translation>對方還沒確認收到的改動 {count} 條，約 {size}</translation>
    </message>
    <message>
        <source>With {count} photos and files, {size}</source>
        <translation>帶上照片和文件 {count} 個，{size}</translation>
    </message>
    <message>
        <source>To which stick</source>
        <translation>寫到哪個U盤</translation>
    </message>
    <message>
        <source>Another folder …</source>
        <translation>其他文件夾…</translation>
    </message>
    <message>
        <source>Remove them</source>
        <translation>清除</translation>
    </message>
    <message>
        <source>Write it</source>
        <translation>開始寫</translation>
    </message>
    <message>
        <source>{label} — {size} free</source>
        <translation>{label}（剩 {size}）</translation>
    </message>
    <message>
        <source>Put a USB stick in, or choose a folder</source>
        <translation>請插入U盤，或選擇文件夾</translation>
    </message>
    <message>
        <source>{count} old bundles on it ({size}) were confirmed by their receivers.</source>
        <translation>U盤上有 {count} 箇舊數據包（{size}），對方都已確認收到。</translation>
    </message>
    <message>
        <source>Choose for whom, or paste the key age1… that the other computer shows.</source>
        <translation>請選擇給誰，或粘貼對方電腦上顯示的數據包密鑰 age1…。</translation>
    </message>
    <message>
        <source>Choose for whom first.</source>
        <translation>請先選擇給誰。</translation>
    </message>
    <message>
        <source>It has confirmed every change; only receipts go.</source>
        <translation>對方已確認收到全部改動，這次只帶回執。</translation>
    </message>
    <message>
        <source>{name} (station)</source>
        <translation>{name}（鄉鎮站）</translation>
    </message>
    <message>
        <source>Got it</source>
        <translation>知道了</translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation>{done} / {total}</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>先不收</translation>
    </message>
    <message>
        <source>Writing to the stick</source>
        <translation>正在寫到U盤</translation>
    </message>
    <message>
        <source>Taking in from the stick</source>
        <translation>正在從U盤收進來</translation>
    </message>
    <message>
        <source>Removing from the stick</source>
        <translation>正在清除舊數據包</translation>
    </message>
    <message>
        <source>Choose files …</source>
        <translation>選擇文件…</translation>
    </message>
    <message>
        <source>Take them in</source>
        <translation>收進來</translation>
    </message>
    <message>
        <source>Take them in once more</source>
        <translation>再收一次</translation>
    </message>
    <message>
        <source>USB stick {label}</source>
        <translation>U盤 {label}</translation>
    </message>
    <message>
        <source>Nothing on it is for this computer.</source>
        <translation>上面沒有給本機的內容。</translation>
    </message>
    <message>
        <source>The USB stick</source>
        <translation>U盤</translation>
    </message>
    <message>
        <source>Takes in what is on it for this computer, or writes to it.</source>
        <translation>把U盤上給本機的內容收進來，或寫到U盤。</translation>
    </message>
    <message>
        <source>Speak of it later</source>
        <translation>以後再說</translation>
    </message>
    <message>
        <source>Who it is for</source>
        <translation>給誰</translation>
    </message>
    <message>
        <source>What is written</source>
        <translation>寫哪些內容</translation>
    </message>
    <message>
        <source>Nearly there: do not pull it out yet</source>
        <translation>快好了，先不要拔</translation>
    </message>
</context>
</TS>