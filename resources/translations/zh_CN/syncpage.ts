<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>fieldapp</name>
    <message>
        <source>The time of this computer is wrong: here it was {here}, at the hub {there}. Set this computer's clock right; nothing is lost, but times on paper and in the history are wrong until then.</source>
        <translation>这台电脑的时间不对：这台电脑是 {here}，服务器是 {there}。请把这台电脑的时间调准；数据没有丢，只是在调准之前，打印和历史里的时间都是错的。</translation>
    </message>
    <message>
        <source>({times} times)</source>
        <translation>（连续 {times} 次）</translation>
    </message>
    <message>
        <source>Alarm</source>
        <translation>警报</translation>
    </message>
    <message>
        <source>All sent</source>
        <translation>已送完</translation>
    </message>
    <message>
        <source>Asking the hub …</source>
        <translation>正在连接……</translation>
    </message>
    <message>
        <source>Clock is wrong</source>
        <translation>电脑时间不对</translation>
    </message>
    <message>
        <source>Decide</source>
        <translation>去处理</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>同步失败</translation>
    </message>
    <message>
        <source>From a USB stick nothing was taken in: {why}</source>
        <translation>没有从U盘收进任何内容：{why}</translation>
    </message>
    <message>
        <source>Last {time}</source>
        <translation>上次 {time}</translation>
    </message>
    <message>
        <source>Not let in</source>
        <translation>不让连接</translation>
    </message>
    <message>
        <source>Not paired</source>
        <translation>未配对</translation>
    </message>
    <message>
        <source>Not synchronised: {why}</source>
        <translation>没有同步成：{why}</translation>
    </message>
    <message>
        <source>Nothing waits for you.</source>
        <translation>没有等待处理的。</translation>
    </message>
    <message>
        <source>Nothing yet.</source>
        <translation>还没有。</translation>
    </message>
    <message>
        <source>Paired with {whom}.</source>
        <translation>已与{whom}配对。</translation>
    </message>
    <message>
        <source>Photos and files</source>
        <translation>照片和文件</translation>
    </message>
    <message>
        <source>Program too old</source>
        <translation>程序版本太旧</translation>
    </message>
    <message>
        <source>Stopped by hand: sent {sent}, received {received}.</source>
        <translation>手动停止：送出 {sent} 条，收到 {received} 条。</translation>
    </message>
    <message>
        <source>Stopping: the part under way still ends …</source>
        <translation>正在停止：手头这一段传完就停……</translation>
    </message>
    <message>
        <source>Synchronise when there is a network, or carry it to the station on a USB stick.</source>
        <translation>有网络时请同步，或者用U盘送到乡镇站。</translation>
    </message>
    <message>
        <source>Synchronised with {whom}: nothing new.</source>
        <translation>与{whom}同步：没有新内容。</translation>
    </message>
    <message>
        <source>Synchronised with {whom}: sent {sent}, received {received}.</source>
        <translation>与{whom}同步：送出 {sent} 条，收到 {received} 条。</translation>
    </message>
    <message>
        <source>Synchronising</source>
        <translation>正在同步</translation>
    </message>
    <message>
        <source>There is no network. Go on working: it synchronises by itself when one comes, or use a USB stick.</source>
        <translation>现在没有网络。请照常工作：有了网络会自动同步，也可以用U盘。</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>最近发生的</translation>
    </message>
    <message>
        <source>What waits</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>Written for {name}: {sent} changes, {files} photos and files, {size}.</source>
        <translation>已给{name}写好数据包：改动 {sent} 条，照片和文件 {files} 个，{size}。</translation>
    </message>
    <message>
        <source>about {minutes} minutes left</source>
        <translation>大约还要 {minutes} 分钟</translation>
    </message>
    <message>
        <source>changes could not be read and are set aside; nothing is lost. Install the newest FieldApp; if they stay, tell your station</source>
        <translation>条改动读不出来，已单独存放，没有丢。请安装最新版程序；装了还在的话，请告诉乡镇站</translation>
    </message>
    <message>
        <source>changes from a USB stick wait for a part that is still missing: take in its other files too</source>
        <translation>条U盘来的改动在等还没到的分卷：请把其余文件也收进来</translation>
    </message>
    <message>
        <source>conflicts: two people changed the same thing</source>
        <translation>处冲突：两个人改了同一处</translation>
    </message>
    <message>
        <source>less than a minute left</source>
        <translation>不到 1 分钟</translation>
    </message>
    <message>
        <source>matters that a late exchange has touched</source>
        <translation>件事被晚到的数据碰到，要看一看</translation>
    </message>
    <message>
        <source>our own station</source>
        <translation>本机乡镇站</translation>
    </message>
    <message>
        <source>people or households that stand twice</source>
        <translation>个人或户登记了两次</translation>
    </message>
    <message>
        <source>photos and files to fetch</source>
        <translation>个照片和文件要收</translation>
    </message>
    <message>
        <source>photos and files to send</source>
        <translation>个照片和文件要送</translation>
    </message>
    <message>
        <source>small pictures to fetch</source>
        <translation>张缩略图要收</translation>
    </message>
    <message>
        <source>small pictures to send</source>
        <translation>张缩略图要送</translation>
    </message>
    <message>
        <source>the county</source>
        <translation>县里</translation>
    </message>
    <message>
        <source>the township station</source>
        <translation>乡镇站</translation>
    </message>
    <message>
        <source>they go on a LAN or a USB stick; the settings can change that</source>
        <translation>走局域网或U盘；可以在设置里改</translation>
    </message>
    <message>
        <source>{count} wait for a review.</source>
        <translation>{count} 条待审。</translation>
    </message>
    <message>
        <source>{village}, computer {replica}, change {seq}: {reason}</source>
        <translation>{village}，电脑 {replica}，第 {seq} 条：{reason}</translation>
    </message>
    <message>
        <source>Synchronise by itself</source>
        <translation>自动同步</translation>
    </message>
    <message>
        <source>After a save, when a network comes, and every quarter of an hour. Nobody has to wait for it.</source>
        <translation>保存之后、有了网络时、以及每隔一刻钟自动同步。不用等它，照常工作。</translation>
    </message>
    <message>
        <source>Send photos and files over the internet too</source>
        <translation>照片和文件也走互联网</translation>
    </message>
    <message>
        <source>Otherwise they go on a LAN or a USB stick only, and small pictures always. Photos cost much data.</source>
        <translation>不选时，照片和文件只走局域网或U盘，缩略图总是会送。照片很费流量。</translation>
    </message>
    <message>
        <source>Waiting to be sent</source>
        <translation>还没送出</translation>
    </message>
    <message>
        <source>{count} changes are saved on this computer and not yet sent.</source>
        <translation>有 {count} 条改动已保存在本机，还没有送出。</translation>
    </message>
    <message>
        <source>They go by themselves when there is a network.</source>
        <translation>有网络时会自动送出。</translation>
    </message>
    <message>
        <source>Press “Synchronise now”, or carry them on a USB stick.</source>
        <translation>请点“现在同步”，或用U盘带去。</translation>
    </message>
    <message>
        <source>Everything is sent. {count} changes are at the township and go from there to the county; this computer keeps them until they have arrived.</source>
        <translation>本机的都已送出。有 {count} 条已到乡镇站，由乡镇站转送县里；送到之前，本机一直留着。</translation>
    </message>
    <message>
        <source>Everything written on this computer is at the county.</source>
        <translation>本机填写的都已到县里。</translation>
    </message>
    <message>
        <source>Nothing waits on this computer.</source>
        <translation>本机没有要送的。</translation>
    </message>
    <message>
        <source>Nothing is lost: what you write is saved on this computer.</source>
        <translation>数据没有丢：您填的都保存在本机。</translation>
    </message>
    <message>
        <source>What you write is saved on this computer.</source>
        <translation>您填的都保存在本机。</translation>
    </message>
    <message>
        <source>Not paired with a hub yet. The county gives you an address and a code.</source>
        <translation>还没有配对。地址和配对码由县里提供。</translation>
    </message>
    <message>
        <source>{first} {second}</source>
        <translation>{first}{second}</translation>
    </message>
    <message>
        <source>nothing yet</source>
        <translation>还没有</translation>
    </message>
    <message>
        <source>nothing waits there</source>
        <translation>没有停在乡镇的</translation>
    </message>
    <message>
        <source>this computer sends straight to the county</source>
        <translation>本机直接送县里，不经乡镇站</translation>
    </message>
    <message>
        <source>{count} photos and files sent.</source>
        <translation>送出照片和文件 {count} 个。</translation>
    </message>
    <message>
        <source>{count} photos and files received.</source>
        <translation>收到照片和文件 {count} 个。</translation>
    </message>
    <message>
        <source>This computer's clock is {amount}. Please correct it.</source>
        <translation>本机时间{amount}，请调准。</translation>
    </message>
    <message>
        <source>Written for {name}: {sent} changes, {size}.</source>
        <translation>已给{name}写好数据包：改动 {sent} 条，{size}。</translation>
    </message>
    <message>
        <source>{village}: {count}</source>
        <translation>{village} {count} 条</translation>
    </message>
    <message>
        <source>You are given a sheet: type what stands on it, or paste the one line into the first box.</source>
        <translation>照配对单填写，或把收到的那一行粘贴到第一格。</translation>
    </message>
    <message>
        <source>Pair anew …</source>
        <translation>重新配对……</translation>
    </message>
    <message>
        <source>Pair this computer with the township station</source>
        <translation>把本机与乡镇站配对</translation>
    </message>
    <message>
        <source>Pair this computer with the county</source>
        <translation>把本机与县里配对</translation>
    </message>
    <message>
        <source>Paired with {whom} · {url}</source>
        <translation>已与{whom}配对 · {url}</translation>
    </message>
    <message>
        <source>Whoever takes in a USB stick of yours for the first time compares these digits.</source>
        <translation>别人第一次收您的U盘数据包时，会与您核对这串数字。</translation>
    </message>
    <message>
        <source>To do and to carry</source>
        <translation>要处理的和要传的</translation>
    </message>
    <message>
        <source>Nothing asks for you, and no photo has still to travel.</source>
        <translation>没有要您处理的事，也没有要传的照片。</translation>
    </message>
    <message>
        <source>village {code}</source>
        <translation>区划代码 {code} 的村</translation>
    </message>
    <message>
        <source>Who lives there</source>
        <translation>家里有谁</translation>
    </message>
    <message>
        <source>Facts of one year that contradict</source>
        <translation>同一年度填得不一样的</translation>
    </message>
    <message>
        <source>Not at the county</source>
        <translation>还没到县里</translation>
    </message>
    <message>
        <source>This station is not paired with the county: what the villages bring goes no further until then.</source>
        <translation>乡镇站还没有与县里配对：配对之前，各村送来的内容只到本站。</translation>
    </message>
    <message>
        <source>Synchronised: nothing new.</source>
        <translation>已同步，没有新的。</translation>
    </message>
</context>
</TS>
