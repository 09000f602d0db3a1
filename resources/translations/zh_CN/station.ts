<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>fieldapp</name>
    <message>
        <source>Invite a village</source>
        <translation>邀请一个村</translation>
    </message>
    <message>
        <source>Make the code</source>
        <translation>生成配对码</translation>
    </message>
    <message>
        <source>Choose a village of your station, or type its region code: twelve digits.</source>
        <translation>请选择本站的村，或输入该村的十二位区划代码。</translation>
    </message>
    <message>
        <source>Twelve digits; only when the village is not above.</source>
        <translation>十二位数字；上面没有这个村时才填。</translation>
    </message>
    <message>
        <source>As what?</source>
        <translation>以什么身份？</translation>
    </message>
    <message>
        <source>How long is the code good?</source>
        <translation>配对码多久有效？</translation>
    </message>
    <message>
        <source>Region code of a village that is not listed</source>
        <translation>未列出的村的区划代码</translation>
    </message>
    <message>
        <source>Which villages?</source>
        <translation>哪些村？</translation>
    </message>
    <message>
        <source>A name by which you know the laptop, such as the village and the person.</source>
        <translation>给这台笔记本起个认得出的名字，例如村名加人名。</translation>
    </message>
    <message>
        <source>Who works with this laptop?</source>
        <translation>谁用这台笔记本？</translation>
    </message>
    <message>
        <source>one hour</source>
        <translation>一小时</translation>
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
        <translation>乡镇站已开启，各村可以同步。</translation>
    </message>
    <message>
        <source>Port {taken} is used by another program, so the station took port {port}. Give the villages the new address, or end the other program and switch the station off and on.</source>
        <translation>端口 {taken} 被别的程序占用，乡镇站改用端口 {port}。请把新地址告诉各村；或退出那个程序，再关闭并重新开启乡镇站。</translation>
    </message>
    <message>
        <source>If a village cannot reach it: allow FieldApp in this computer's firewall (TCP port {port}, private networks).</source>
        <translation>村里连不上时：请在这台电脑的防火墙里允许 FieldApp（TCP 端口 {port}，专用网络）。</translation>
    </message>
    <message>
        <source>{count} days ago</source>
        <translation>{count} 天前</translation>
    </message>
    <message>
        <source>Off. Switched on, this computer takes in the villages of your township over the local network.</source>
        <translation>未开启。开启后，这台电脑在局域网里接收本乡镇各村的数据。</translation>
    </message>
    <message>
        <source>The station is starting …</source>
        <translation>乡镇站正在启动……</translation>
    </message>
    <message>
        <source>The station does not run: {why} It is tried again by itself.</source>
        <translation>乡镇站没有运行：{why} 程序会自动再试。</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>还没有</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>刚刚</translation>
    </message>
    <message>
        <source>{count} minutes ago</source>
        <translation>{count} 分钟前</translation>
    </message>
    <message>
        <source>{count} hours ago</source>
        <translation>{count} 小时前</translation>
    </message>
    <message>
        <source>right</source>
        <translation>准</translation>
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
        <translation>乡镇站意外停止，正在重新启动。数据没有丢失。</translation>
    </message>
    <message>
        <source>It ended by itself {count} times and was started again.</source>
        <translation>它意外停止过 {count} 次，已重新启动。</translation>
    </message>
    <message>
        <source>{count} hours</source>
        <translation>{count} 小时</translation>
    </message>
    <message>
        <source>{count} days</source>
        <translation>{count} 天</translation>
    </message>
    <message>
        <source>Laptops</source>
        <translation>笔记本</translation>
    </message>
    <message>
        <source>Last seen</source>
        <translation>上次来</translation>
    </message>
    <message>
        <source>Waiting there</source>
        <translation>村里待送</translation>
    </message>
    <message>
        <source>For review</source>
        <translation>待审</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>时钟</translation>
    </message>
    <message>
        <source>Laptop of</source>
        <translation>谁的笔记本</translation>
    </message>
    <message>
        <source>Digits</source>
        <translation>核对数字</translation>
    </message>
    <message>
        <source>not invited</source>
        <translation>未邀请</translation>
    </message>
    <message>
        <source>✕ shut out: {reason}</source>
        <translation>✕ 已停用：{reason}</translation>
    </message>
    <message>
        <source>What its laptops had left when they were last here</source>
        <translation>上次来时，村里笔记本上还剩多少没送完</translation>
    </message>
    <message>
        <source>shut out</source>
        <translation>已停用</translation>
    </message>
    <message>
        <source>The station could not be started. Nothing is lost. Look at hub.log in {folder}, or start FieldApp anew.</source>
        <translation>乡镇站没能启动。数据没有丢失。请查看 {folder} 里的 hub.log，或重新打开 FieldApp。</translation>
    </message>
    <message>
        <source>Invite a village …</source>
        <translation>邀请村……</translation>
    </message>
    <message>
        <source>Villages of the station</source>
        <translation>本站的村</translation>
    </message>
    <message>
        <source>No village yet. Invite the first one.</source>
        <translation>还没有村。请先邀请一个。</translation>
    </message>
    <message>
        <source>Close the township station</source>
        <translation>关闭乡镇站</translation>
    </message>
    <message>
        <source>Close the station?</source>
        <translation>要关闭乡镇站吗？</translation>
    </message>
    <message>
        <source>The villages cannot synchronise here until it is opened again. What they brought stays.</source>
        <translation>再次开启之前，各村不能在这里同步。已经送来的都保留。</translation>
    </message>
    <message>
        <source>Close the station</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Open the township station</source>
        <translation>开启乡镇站</translation>
    </message>
    <message>
        <source>Address: {addresses}</source>
        <translation>地址：{addresses}</translation>
    </message>
    <message>
        <source>This computer is in no network now. Switch on its WLAN or plug in the cable.</source>
        <translation>这台电脑现在没有连网。请打开无线网络或插上网线。</translation>
    </message>
    <message>
        <source>Fingerprint: {digits}</source>
        <translation>指纹：{digits}</translation>
    </message>
    <message>
        <source>QR code of the pairing line</source>
        <translation>配对信息的二维码</translation>
    </message>
    <message>
        <source>Print the sheet</source>
        <translation>打印配对单</translation>
    </message>
    <message>
        <source>On the village's laptop: “Synchronise”, then type address, code and fingerprint, or paste the line. The code lets one laptop in, once.</source>
        <translation>在村里的笔记本上打开“同步”，输入地址、配对码和指纹，或粘贴那一行。一个码只能让一台笔记本用一次。</translation>
    </message>
    <message>
        <source>Copy the line</source>
        <translation>复制那一行</translation>
    </message>
    <message>
        <source>The line is on the clipboard.</source>
        <translation>已复制到剪贴板。</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>配对码</translation>
    </message>
    <message>
        <source>Fingerprint</source>
        <translation>指纹</translation>
    </message>
    <message>
        <source>The code is good until</source>
        <translation>有效期至</translation>
    </message>
    <message>
        <source>No laptop of this village has paired yet. Give it a code.</source>
        <translation>这个村还没有笔记本配对。请给它一个配对码。</translation>
    </message>
    <message>
        <source>Shut a laptop out</source>
        <translation>停用笔记本</translation>
    </message>
    <message>
        <source>Why is the laptop of {name} shut out?</source>
        <translation>为什么停用{name}的笔记本？</translation>
    </message>
    <message>
        <source>It can no longer synchronise here. What it sent stays; what it wrote later and comes by another way waits for your review. The other villages learn of it with their next exchange.</source>
        <translation>它不能再在这里同步。已送来的保留；以后从别处送来的要等您审核。其他村下次同步时就会知道。</translation>
    </message>
    <message>
        <source>Shut it out</source>
        <translation>停用</translation>
    </message>
    <message>
        <source>Laptops of {village}</source>
        <translation>{village}的笔记本</translation>
    </message>
    <message>
        <source>lost or stolen</source>
        <translation>丢失或被盗</translation>
    </message>
    <message>
        <source>the person has left</source>
        <translation>人员已离岗</translation>
    </message>
    <message>
        <source>replaced by another laptop</source>
        <translation>换了新笔记本</translation>
    </message>
    <message>
        <source>Choose a laptop that is let in.</source>
        <translation>请选择一台没有停用的笔记本。</translation>
    </message>
    <message>
        <source>Code for another laptop</source>
        <translation>再给一个配对码</translation>
    </message>
    <message>
        <source>Shut this laptop out …</source>
        <translation>停用这台笔记本……</translation>
    </message>
    <message>
        <source>The township station goes on: the villages can synchronise.</source>
        <translation>乡镇站继续运行，各村仍可同步。</translation>
    </message>
    <message>
        <source>No station runs on this computer. Switch it on first.</source>
        <translation>这台电脑没有开启乡镇站。请先开启。</translation>
    </message>
    <message>
        <source>An account has this name already. Choose another name, or open its village and give a new code.</source>
        <translation>已有同名的账号。请换个名字，或打开那个村再给一个配对码。</translation>
    </message>
    <message>
        <source>Only the computer that runs the station does this. Switch the station off and on again here.</source>
        <translation>只有开启乡镇站的这台电脑能这样做。请在这里关闭乡镇站再重新开启。</translation>
    </message>
    <message>
        <source>It is no longer at the station. Look at the list again.</source>
        <translation>站里已经没有它了。请再看一下列表。</translation>
    </message>
    <message>
        <source>This village is not one of the station's. Ask the county which villages are yours.</source>
        <translation>这个村不归本站。请向县里核对本站管哪些村。</translation>
    </message>
    <message>
        <source>Bring the laptop into the network of the station: its WLAN, or a cable.</source>
        <translation>把笔记本接入乡镇站的网络：连上无线网或插网线。</translation>
    </message>
    <message>
        <source>Open FieldApp on the laptop, go to “Synchronise”, and find the box “Address of the hub”.</source>
        <translation>在笔记本上打开 FieldApp，进入“同步”，找到“地址”一栏。</translation>
    </message>
    <message>
        <source>Type the address, the code and the fingerprint from this sheet, or paste the line that the station sends you; then press Enter.</source>
        <translation>照这张单子输入地址、配对码和指纹，或粘贴站里发来的那一行，然后按回车。</translation>
    </message>
    <message>
        <source>When it says “Paired”, press “Synchronise now”. Then tear up this sheet.</source>
        <translation>显示“已配对”后，点“现在同步”。然后撕掉这张单子。</translation>
    </message>
    <message>
        <source>For</source>
        <translation>发给</translation>
    </message>
    <message>
        <source>How a village pairs with the township station</source>
        <translation>村级笔记本与乡镇站配对单</translation>
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
        <translation>一个码只能让一台笔记本用一次。请勿外传；丢失请立即告诉乡镇站。</translation>
    </message>
    <message>
        <source>All of it in one line, for a scanner or a message:</source>
        <translation>全部信息在一行里，可扫码或发消息：</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>怎么做</translation>
    </message>
    <message>
        <source>somebody not known here</source>
        <translation>本机不认识的人</translation>
    </message>
    <message>
        <source>{count} changes wait for your review</source>
        <translation>{count} 条改动待您审核</translation>
    </message>
    <message>
        <source>Take it in</source>
        <translation>采用</translation>
    </message>
    <message>
        <source>Turn it down …</source>
        <translation>退回……</translation>
    </message>
    <message>
        <source>Taken in</source>
        <translation>已采用</translation>
    </message>
    <message>
        <source>Turned down</source>
        <translation>已退回</translation>
    </message>
    <message>
        <source>Turned down: what waited of {name}</source>
        <translation>已退回：{name}待审的内容</translation>
    </message>
    <message>
        <source>Turn it down</source>
        <translation>退回</translation>
    </message>
    <message>
        <source>Why is it turned down?</source>
        <translation>为什么退回？</translation>
    </message>
    <message>
        <source>It is kept and can still be taken in. Your name, the time and the reason are kept.</source>
        <translation>内容会保留，以后仍可采用。您的姓名、时间和理由都会留存。</translation>
    </message>
    <message>
        <source>not true</source>
        <translation>不属实</translation>
    </message>
    <message>
        <source>entered elsewhere already</source>
        <translation>别处已录入</translation>
    </message>
    <message>
        <source>not allowed to write here</source>
        <translation>无权填写这里</translation>
    </message>
    <message>
        <source>It was written after its computer was shut out.</source>
        <translation>这是在那台电脑被停用之后写的。</translation>
    </message>
    <message>
        <source>It was written in a village that is not its writer's.</source>
        <translation>填写人不负责这个村。</translation>
    </message>
    <message>
        <source>Somebody else brought it, and it does not carry its writer's signature.</source>
        <translation>由别人带来，没有填写人的签名。</translation>
    </message>
    <message>
        <source>It follows other changes that wait.</source>
        <translation>它排在其他待审改动之后。</translation>
    </message>
    <message>
        <source>It is held at your station.</source>
        <translation>现存放在乡镇站。</translation>
    </message>
    <message>
        <source>Nothing of it is in the register yet. Taken in, it counts like any other entry and can be corrected; turned down, it is kept and can still be taken in.</source>
        <translation>内容还没有进户册。采用后和其他录入一样，可以更正；退回后仍保留，以后还能采用。</translation>
    </message>
    <message>
        <source>and {count} more facts</source>
        <translation>另有 {count} 项</translation>
    </message>
    <message>
        <source>and {count} more changes</source>
        <translation>另有 {count} 处改动</translation>
    </message>
    <message>
        <source>is ended</source>
        <translation>终止</translation>
    </message>
    <message>
        <source>Came in</source>
        <translation>送到时间</translation>
    </message>
    <message>
        <source>Address of the station</source>
        <translation>乡镇站地址</translation>
    </message>
    <message>
        <source>The county has not made this computer a station: what villages bring is held there for review. Ask the county to let your account run a station, and synchronise.</source>
        <translation>县里还没有把这台电脑设为乡镇站：各村送来的内容会在县里待审。请县里允许您的账号开启乡镇站，然后同步。</translation>
    </message>
    <message>
        <source>Written by, as it says</source>
        <translation>自称填写人</translation>
    </message>
    <message>
        <source>Only the register is in this backup, the station's archive is not: {why} Put that right and back up again; what the villages left at the station alone is saved nowhere else.</source>
        <translation>这份备份里只有户册，没有乡镇站的资料：{why} 请处理好以后再备份一次；各村只送到乡镇站的内容，别处还没有。</translation>
    </message>
    <message>
        <source>The station's archive could not be put back: {words} Restore the newest backup again, or take {file} away to begin with an empty station.</source>
        <translation>乡镇站的资料没能恢复：{words} 请把最新的备份再恢复一次；要从空的乡镇站重新开始，就把 {file} 移走。</translation>
    </message>
    <message>
        <source>The archive of the station comes back when the desktop opens its station again.</source>
        <translation>下次在程序里开启乡镇站时，乡镇站的资料会自动恢复。</translation>
    </message>
    <message>
        <source>The archive of the station is in it.</source>
        <translation>乡镇站的资料也在里面。</translation>
    </message>
    <message>
        <source>Make a backup</source>
        <translation>备份</translation>
    </message>
    <message>
        <source>The whole register to one encrypted file.</source>
        <translation>把整个户册存成一个加密文件。</translation>
    </message>
    <message>
        <source>Saved to {path}, {size}.</source>
        <translation>已存到 {path}，{size}。</translation>
    </message>
    <message>
        <source>The whole register in one file, encrypted as it is here: it opens with the same passphrases. Keep it on another disk.</source>
        <translation>把整个户册存成一个文件，加密和本机一样，用原来的口令打开。请放在另外的盘上保管。</translation>
    </message>
    <message>
        <source>Make a backup …</source>
        <translation>备份……</translation>
    </message>
    <message>
        <source>Backup</source>
        <translation>备份</translation>
    </message>
    <message>
        <source>The station's archive goes with it.</source>
        <translation>乡镇站的资料一起备份。</translation>
    </message>
    <message>
        <source>The backup is being made …</source>
        <translation>正在备份……</translation>
    </message>
    <message>
        <source>Put a backup back …</source>
        <translation>恢复备份……</translation>
    </message>
    <message>
        <source>Put a backup back</source>
        <translation>恢复备份</translation>
    </message>
    <message>
        <source>If a register was lost or its computer is gone: its backup goes on here, with its passphrases.</source>
        <translation>户册丢了或者电脑没了：把备份恢复到这里，就能接着用，口令不变。</translation>
    </message>
    <message>
        <source>Still there</source>
        <translation>未到乡</translation>
    </message>
    <message>
        <source>Still here</source>
        <translation>未到县</translation>
    </message>
    <message>
        <source>What the village brought and is not yet at the county</source>
        <translation>这个村送来、还没到县里的</translation>
    </message>
    <message>
        <source>{village} · {count} laptops</source>
        <translation>{village} · {count} 台</translation>
    </message>
    <message>
        <source>invited</source>
        <translation>已邀请</translation>
    </message>
</context>
</TS>
