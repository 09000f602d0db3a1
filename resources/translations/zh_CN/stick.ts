<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>fieldapp</name>
    <message>
        <source>{label} was pulled out too early. Nothing is lost here: put it in again and begin again.</source>
        <translation>{label} 拔早了。本机的数据没有丢，请重新插好，再来一次。</translation>
    </message>
    <message>
        <source>{label} cannot be written. Push the switch on the stick, or take another one.</source>
        <translation>{label} 写不进去。请拨一下U盘上的写保护开关，或换一个U盘。</translation>
    </message>
    <message>
        <source>{label} is full. Free some space, take another stick, or write the bundle without photos.</source>
        <translation>{label} 满了。请清出空间、换一个U盘，或者不带照片导出。</translation>
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
        <translation>U盘 {label}：没有给本机的数据包，也没有待送的内容</translation>
    </message>
    <message>
        <source>Written for {name}: one bundle of {files} files, {size}, with {count} changes.</source>
        <translation>已写好给{name}的数据包：1 个，分成 {files} 个文件，共 {size}，含 {count} 条改动。</translation>
    </message>
    <message>
        <source>USB stick {label}: {count} bundles for this computer ({senders}; {files} files)</source>
        <translation>U盘 {label}：给本机的数据包 {count} 个（{senders}，共 {files} 个文件）</translation>
    </message>
    <message>
        <source>USB stick {label}: {count} receipts for this computer ({senders})</source>
        <translation>U盘 {label}：给本机的回执 {count} 份（{senders}）</translation>
    </message>
    <message>
        <source>USB stick {label}: no bundles for this computer; {count} changes that wait can be written to it</source>
        <translation>U盘 {label}：没有数据包，可以把 {count} 条待送的写到这个U盘</translation>
    </message>
    <message>
        <source>an unknown computer {mark}</source>
        <translation>不认识的电脑 {mark}</translation>
    </message>
    <message>
        <source>an older FieldApp</source>
        <translation>旧版 FieldApp</translation>
    </message>
    <message>
        <source>Receipt of {sender}</source>
        <translation>{sender} 的回执</translation>
    </message>
    <message>
        <source>Bundle of {sender}</source>
        <translation>{sender} 的数据包</translation>
    </message>
    <message>
        <source>{count} files, {size}</source>
        <translation>{count} 个文件，{size}</translation>
    </message>
    <message>
        <source>{count} old bundles were removed.</source>
        <translation>已清除 {count} 个旧数据包。</translation>
    </message>
    <message>
        <source>You may pull out {label} now.</source>
        <translation>现在可以拔出 {label}。</translation>
    </message>
    <message>
        <source>part {parts} is missing</source>
        <translation>缺第 {parts} 个分卷</translation>
    </message>
    <message>
        <source>the last part is missing</source>
        <translation>缺最后一个分卷</translation>
    </message>
    <message>
        <source>taken in before</source>
        <translation>已经收过</translation>
    </message>
    <message>
        <source>The receipt for {names} may not be on the stick: take the bundle in once more.</source>
        <translation>给{names}的回执可能没写到U盘上，请把数据包再收一次。</translation>
    </message>
    <message>
        <source>The receipt for {names} is on the stick: bring it back.</source>
        <translation>给{names}的回执已写在U盘上，请带回去。</translation>
    </message>
    <message>
        <source>The receipt for {names} lies beside it in {folder}.</source>
        <translation>给{names}的回执放在同一个文件夹里：{folder}</translation>
    </message>
    <message>
        <source>{name} is no bundle of FieldApp; nothing was done with it.</source>
        <translation>{name} 不是 FieldApp 的数据包，没有处理。</translation>
    </message>
    <message>
        <source>Written to a stick</source>
        <translation>已写到U盘</translation>
    </message>
    <message>
        <source>In {place} is no bundle for this computer.</source>
        <translation>{place} 里没有给本机的数据包。</translation>
    </message>
    <message>
        <source>{count} other files are no bundles and were left alone.</source>
        <translation>另外 {count} 个文件不是数据包，没有处理。</translation>
    </message>
    <message>
        <source>Nothing was taken in yet: compare the digits first.</source>
        <translation>还没有收进来：请先核对数字。</translation>
    </message>
    <message>
        <source>Take them in (F12)</source>
        <translation>收进来 (F12)</translation>
    </message>
    <message>
        <source>Write to the stick (F12)</source>
        <translation>写到U盘 (F12)</translation>
    </message>
    <message>
        <source>{count} changes that it has not confirmed, about {size}</source>
        <translation>对方还没确认收到的改动 {count} 条，约 {size}</translation>
    </message>
    <message>
        <source>With {count} photos and files, {size}</source>
        <translation>带上照片和文件 {count} 个，{size}</translation>
    </message>
    <message>
        <source>To which stick</source>
        <translation>写到哪个U盘</translation>
    </message>
    <message>
        <source>Another folder …</source>
        <translation>其他文件夹…</translation>
    </message>
    <message>
        <source>Remove them</source>
        <translation>清除</translation>
    </message>
    <message>
        <source>Write it</source>
        <translation>开始写</translation>
    </message>
    <message>
        <source>{label} — {size} free</source>
        <translation>{label}（剩 {size}）</translation>
    </message>
    <message>
        <source>Put a USB stick in, or choose a folder</source>
        <translation>请插入U盘，或选择文件夹</translation>
    </message>
    <message>
        <source>{count} old bundles on it ({size}) were confirmed by their receivers.</source>
        <translation>U盘上有 {count} 个旧数据包（{size}），对方都已确认收到。</translation>
    </message>
    <message>
        <source>Choose for whom, or paste the key age1… that the other computer shows.</source>
        <translation>请选择给谁，或粘贴对方电脑上显示的数据包密钥 age1…。</translation>
    </message>
    <message>
        <source>Choose for whom first.</source>
        <translation>请先选择给谁。</translation>
    </message>
    <message>
        <source>It has confirmed every change; only receipts go.</source>
        <translation>对方已确认收到全部改动，这次只带回执。</translation>
    </message>
    <message>
        <source>{name} (station)</source>
        <translation>{name}（乡镇站）</translation>
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
        <translation>正在写到U盘</translation>
    </message>
    <message>
        <source>Taking in from the stick</source>
        <translation>正在从U盘收进来</translation>
    </message>
    <message>
        <source>Removing from the stick</source>
        <translation>正在清除旧数据包</translation>
    </message>
    <message>
        <source>Choose files …</source>
        <translation>选择文件…</translation>
    </message>
    <message>
        <source>Take them in</source>
        <translation>收进来</translation>
    </message>
    <message>
        <source>Take them in once more</source>
        <translation>再收一次</translation>
    </message>
    <message>
        <source>USB stick {label}</source>
        <translation>U盘 {label}</translation>
    </message>
    <message>
        <source>Nothing on it is for this computer.</source>
        <translation>上面没有给本机的内容。</translation>
    </message>
    <message>
        <source>The USB stick</source>
        <translation>U盘</translation>
    </message>
    <message>
        <source>Takes in what is on it for this computer, or writes to it.</source>
        <translation>把U盘上给本机的内容收进来，或写到U盘。</translation>
    </message>
    <message>
        <source>Speak of it later</source>
        <translation>以后再说</translation>
    </message>
    <message>
        <source>Who it is for</source>
        <translation>给谁</translation>
    </message>
    <message>
        <source>What is written</source>
        <translation>写哪些内容</translation>
    </message>
    <message>
        <source>Nearly there: do not pull it out yet</source>
        <translation>快好了，先不要拔</translation>
    </message>
</context>
</TS>
