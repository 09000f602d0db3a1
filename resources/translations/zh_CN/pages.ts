<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>fieldapp</name>
    <message>
        <source>Signature recorded</source>
        <translation>签字已记录</translation>
    </message>
    <message>
        <source>Decided: {what}</source>
        <translation>已处理冲突：{what}</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>原值</translation>
    </message>
    <message>
        <source>Theirs</source>
        <translation>对方</translation>
    </message>
    <message>
        <source>this device</source>
        <translation>本机</translation>
    </message>
    <message>
        <source>device {name}</source>
        <translation>设备 {name}</translation>
    </message>
    <message>
        <source>ended by one, edited by another</source>
        <translation>一方注销，另一方修改</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>我的</translation>
    </message>
    <message>
        <source>Ended on {date}</source>
        <translation>{date} 注销</translation>
    </message>
    <message>
        <source>Goes on</source>
        <translation>继续在册</translation>
    </message>
    <message>
        <source>The form {form} is not on this computer. Open its file again.</source>
        <translation>本机没有表单 {form}，请重新打开它的文件。</translation>
    </message>
    <message>
        <source>The form could not be converted. Save it again in Excel.</source>
        <translation>表单无法转换，请用 Excel 重新保存后再试。</translation>
    </message>
    <message>
        <source>This answer is outside what the form allows. Please check it.</source>
        <translation>这个答案不在表单允许的范围内，请核对。</translation>
    </message>
    <message>
        <source>This question needs an answer.</source>
        <translation>这一题必须填写。</translation>
    </message>
    <message>
        <source>Stopped. What has already travelled is kept.</source>
        <translation>已停止。已经传完的都保留。</translation>
    </message>
    <message>
        <source>From {worker}: {count} new.</source>
        <translation>来自{worker}：新收 {count} 条。</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>正在发送</translation>
    </message>
    <message>
        <source>Receiving</source>
        <translation>正在接收</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>照片</translation>
    </message>
    <message>
        <source>This bundle is from {worker}, on a computer not known here. Compare the digits on both screens.</source>
        <translation>这个数据包来自{worker}，但本机还不认识那台电脑。请对照两台屏幕上的核对数字。</translation>
    </message>
    <message>
        <source>Written: {file} ({parts} files)</source>
        <translation>已写入：{file}（共 {parts} 个文件）</translation>
    </message>
    <message>
        <source>Taken in from a stick</source>
        <translation>已从U盘导入</translation>
    </message>
    <message>
        <source>Pictures: {sent} sent, {received} received.</source>
        <translation>照片：送出 {sent} 张，收到 {received} 张。</translation>
    </message>
    <message>
        <source>{count} conflicts wait for a decision.</source>
        <translation>有 {count} 处冲突待处理。</translation>
    </message>
    <message>
        <source>{count} could not be read and are set aside.</source>
        <translation>有 {count} 条读不出来，已单独存放。</translation>
    </message>
    <message>
        <source>This computer's clock is {minutes} minutes off. Please correct it.</source>
        <translation>本机时钟相差 {minutes} 分钟，请校准。</translation>
    </message>
    <message>
        <source>{count} were here already.</source>
        <translation>{count} 条本机已有。</translation>
    </message>
    <message>
        <source>{count} wait for a part that is still missing.</source>
        <translation>{count} 条在等还没到的分卷。</translation>
    </message>
    <message>
        <source>{count} belong to other villages and were left out.</source>
        <translation>{count} 条属于别的村，没有导入。</translation>
    </message>
    <message>
        <source>Only here</source>
        <translation>仅在本机</translation>
    </message>
    <message>
        <source>At the township</source>
        <translation>已到乡镇</translation>
    </message>
    <message>
        <source>arrived, not yet at the county</source>
        <translation>已送达，还没到县里</translation>
    </message>
    <message>
        <source>At the county</source>
        <translation>已到县里</translation>
    </message>
    <message>
        <source>arrived</source>
        <translation>已送达</translation>
    </message>
    <message>
        <source>not yet sent</source>
        <translation>还没有送出</translation>
    </message>
    <message>
        <source>nothing waits</source>
        <translation>没有待送的</translation>
    </message>
    <message>
        <source>Required</source>
        <translation>必填</translation>
    </message>
    <message>
        <source>Seen and understood  (1)</source>
        <translation>已阅知（1）</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>日历</translation>
    </message>
    <message>
        <source>This is not read as a date or time. Type it as {example}.</source>
        <translation>这不是日期或时间，请照 {example} 的样子输入。</translation>
    </message>
    <message>
        <source>Choices</source>
        <translation>选项</translation>
    </message>
    <message>
        <source>Type a code, words or pinyin</source>
        <translation>输入编号、文字或拼音</translation>
    </message>
    <message>
        <source>Enter takes or drops a choice; Enter on an empty line goes on.</source>
        <translation>回车选中或取消；空着按回车到下一题。</translation>
    </message>
    <message>
        <source>The order is right</source>
        <translation>就按这个顺序</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>Latitude, longitude — such as 37.52, 111.14</source>
        <translation>纬度, 经度，如 37.52, 111.14</translation>
    </message>
    <message>
        <source>Enter for a new line, Tab to go on</source>
        <translation>回车换行，Tab 到下一题</translation>
    </message>
    <message>
        <source>Space opens the chooser, Enter goes on.</source>
        <translation>空格选择文件，回车到下一题。</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Draw again</source>
        <translation>重新签</translation>
    </message>
    <message>
        <source>Choose a picture …</source>
        <translation>选择照片…</translation>
    </message>
    <message>
        <source>Choose a file …</source>
        <translation>选择文件…</translation>
    </message>
    <message>
        <source>{file} is larger than 30 MB. Choose a smaller copy.</source>
        <translation>{file} 超过 30 MB，请换一个小一些的。</translation>
    </message>
    <message>
        <source>{file} is not a picture this program can show.</source>
        <translation>{file} 不是能显示的图片。</translation>
    </message>
    <message>
        <source>A file is kept; this device does not hold it.</source>
        <translation>文件已保存，但不在本机上。</translation>
    </message>
    <message>
        <source>{file} cannot be read. Check that the stick is still in.</source>
        <translation>读不了 {file}，请检查U盘是否还插着。</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>File kept, {size} KB</source>
        <translation>文件已保存，{size} KB</translation>
    </message>
    <message>
        <source>Signature pad: sign here with the mouse, a pen or a finger</source>
        <translation>签字板：用鼠标、笔或手指在这里签</translation>
    </message>
    <message>
        <source>{count} to correct</source>
        <translation>{count} 处要改</translation>
    </message>
    <message>
        <source>nothing asked</source>
        <translation>不用填</translation>
    </message>
    <message>
        <source>complete</source>
        <translation>填齐</translation>
    </message>
    <message>
        <source>no rows</source>
        <translation>没有记录</translation>
    </message>
    <message>
        <source>◌ means not known yet: press the button, ask, and record the answer. Then the parties sign.</source>
        <translation>◌ 表示还不清楚：点按钮，问清楚，当场记下。然后各方签字。</translation>
    </message>
    <message>
        <source>Print the checklist</source>
        <translation>打印核查表</translation>
    </message>
    <message>
        <source>Print the card</source>
        <translation>打印户卡</translation>
    </message>
    <message>
        <source>Both values stay in the history. Keys 1, 2, 3 choose; Ctrl+Z takes it back.</source>
        <translation>两个值都会留在历史里。按 1、2、3 选择，Ctrl+Z 撤销。</translation>
    </message>
    <message>
        <source>Two people changed the same thing. Choose with 1, 2 or 3; the other values stay in the history.</source>
        <translation>两个人改了同一处。按 1、2、3 选择，其余的值留在历史里。</translation>
    </message>
    <message>
        <source>A conflict appears here after an exchange, when two people changed the same field.</source>
        <translation>同步之后，如果两个人改了同一处，会在这里列出。</translation>
    </message>
    <message>
        <source>Conflicts</source>
        <translation>冲突</translation>
    </message>
    <message>
        <source>Conflicts: {count}</source>
        <translation>冲突 {count} 处</translation>
    </message>
    <message>
        <source>There is no conflict to decide.</source>
        <translation>没有要处理的冲突。</translation>
    </message>
    <message>
        <source>Decided. Both values stay in the history; Ctrl+Z takes it back.</source>
        <translation>已处理。两个值都会留在历史里，Ctrl+Z 可以撤销。</translation>
    </message>
    <message>
        <source>No conflicts. What others wrote and what you wrote agree.</source>
        <translation>没有冲突。大家写的都一致。</translation>
    </message>
    <message>
        <source>Not known yet. Ask, look or read, and record it here:</source>
        <translation>还不清楚。问一问、看一看、查一查，在这里记下：</translation>
    </message>
    <message>
        <source>Record: {field}</source>
        <translation>记录：{field}</translation>
    </message>
    <message>
        <source>Enter goes on, Shift+Enter back. Digits choose. F6 go to, F10 next hole, Ctrl+L language.</source>
        <translation>回车到下一题，Shift+回车退回，数字选答案。F6 跳到题目，F10 下一处空缺，Ctrl+L 换语言。</translation>
    </message>
    <message>
        <source>This form has one language.</source>
        <translation>这张表单只有一种语言。</translation>
    </message>
    <message>
        <source>Nothing to take back in this form.</source>
        <translation>这张表单里没有可以撤销的。</translation>
    </message>
    <message>
        <source>Open a form from disk</source>
        <translation>从磁盘打开表单</translation>
    </message>
    <message>
        <source>Open a form from disk …</source>
        <translation>从磁盘打开表单…</translation>
    </message>
    <message>
        <source>Reading {file} …</source>
        <translation>正在读取 {file} …</translation>
    </message>
    <message>
        <source>Finalised: {form}</source>
        <translation>已完成：{form}</translation>
    </message>
    <message>
        <source>In the register: {form}</source>
        <translation>已写入户册：{form}</translation>
    </message>
    <message>
        <source>Choose a village at the top left first: an answer belongs to one village.</source>
        <translation>请先在左上角选定一个村：答案要归到一个村。</translation>
    </message>
    <message>
        <source>{count} left</source>
        <translation>还剩 {count} 题</translation>
    </message>
    <message>
        <source>all answered</source>
        <translation>全部填完</translation>
    </message>
    <message>
        <source>saved {time}</source>
        <translation>保存于 {time}</translation>
    </message>
    <message>
        <source>Number, name or a few letters of the question</source>
        <translation>题号、名称或几个字、拼音首字母</translation>
    </message>
    <message>
        <source>{count} rows</source>
        <translation>共 {count} 条</translation>
    </message>
    <message>
        <source>Last year</source>
        <translation>去年的值</translation>
    </message>
    <message>
        <source>Explanation</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>Remark for this draft (Ctrl+N)</source>
        <translation>给这份草稿的备注（Ctrl+N）</translation>
    </message>
    <message>
        <source>draft, last answer {time}</source>
        <translation>草稿，最后填于 {time}</translation>
    </message>
    <message>
        <source>Drafts: {count}</source>
        <translation>草稿 {count} 份</translation>
    </message>
    <message>
        <source>Forms: {count}</source>
        <translation>表单 {count} 张</translation>
    </message>
    <message>
        <source>{where} · {count} in the register</source>
        <translation>{where} · 户册里已有 {count} 份</translation>
    </message>
    <message>
        <source>for a household</source>
        <translation>按户填</translation>
    </message>
    <message>
        <source>opened from disk</source>
        <translation>从磁盘打开</translation>
    </message>
    <message>
        <source>Take it back</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>No form is half filled.</source>
        <translation>没有填了一半的表单。</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>记下</translation>
    </message>
    <message>
        <source>Leave open</source>
        <translation>先空着</translation>
    </message>
    <message>
        <source>Write what is known, or press Esc to leave it open.</source>
        <translation>请写下已知的情况；不清楚就按 Esc 先空着。</translation>
    </message>
    <message>
        <source>on paper</source>
        <translation>纸上签</translation>
    </message>
    <message>
        <source>drawn, recorded by the worker</source>
        <translation>屏幕手签，由工作人员记录</translation>
    </message>
    <message>
        <source>Drawn here, recorded by {worker}.</source>
        <translation>在屏幕上签，由{worker}记录。</translation>
    </message>
    <message>
        <source>Reason, when refusing</source>
        <translation>不同意的原因</translation>
    </message>
    <message>
        <source>The household may refuse; that is recorded just the same.</source>
        <translation>农户可以不同意，同样如实记录。</translation>
    </message>
    <message>
        <source>Record …</source>
        <translation>记录…</translation>
    </message>
    <message>
        <source>Record the answer of: {party}</source>
        <translation>记录{party}的意见</translation>
    </message>
    <message>
        <source>Let {name} sign on the pad first, or choose “on paper”.</source>
        <translation>请{name}先在签字板上签，或改选“纸上签”。</translation>
    </message>
    <message>
        <source>Name of the signer</source>
        <translation>签字人姓名</translation>
    </message>
    <message>
        <source>Day of signing</source>
        <translation>签字日期</translation>
    </message>
    <message>
        <source>On paper</source>
        <translation>纸上签</translation>
    </message>
    <message>
        <source>Drawn here</source>
        <translation>屏幕手签</translation>
    </message>
    <message>
        <source>agreed</source>
        <translation>同意</translation>
    </message>
    <message>
        <source>Reason: {reason}</source>
        <translation>原因：{reason}</translation>
    </message>
    <message>
        <source>Does not agree</source>
        <translation>不同意</translation>
    </message>
    <message>
        <source>no answer yet</source>
        <translation>还没有表态</translation>
    </message>
    <message>
        <source>What was shown has changed since: ask again.</source>
        <translation>签字后内容有变，请再次确认。</translation>
    </message>
    <message>
        <source>Only here: not yet sent. Nothing is lost when an exchange stops: it goes on where it was.</source>
        <translation>“仅在本机”是还没送出的。中途断了不会丢，下次接着传。</translation>
    </message>
    <message>
        <source>This computer · digits {digits}</source>
        <translation>本机核对数字 {digits}</translation>
    </message>
    <message>
        <source>An exchange is under way.</source>
        <translation>正在同步。</translation>
    </message>
    <message>
        <source>Pair with a hub first: address and code are below.</source>
        <translation>请先配对：在下面填地址和配对码。</translation>
    </message>
    <message>
        <source>Choose the USB stick</source>
        <translation>选择U盘</translation>
    </message>
    <message>
        <source>Choose the bundle's files</source>
        <translation>选择数据包文件</translation>
    </message>
    <message>
        <source>For whom: choose a device, or paste its key age1…</source>
        <translation>给谁：选一台电脑，或粘贴对方的数据包密钥 age1…</translation>
    </message>
    <message>
        <source>The digits are the same: take it in</source>
        <translation>核对数字一致，导入</translation>
    </message>
    <message>
        <source>Pair</source>
        <translation>配对</translation>
    </message>
    <message>
        <source>Copy this computer's bundle key</source>
        <translation>复制本机的数据包密钥</translation>
    </message>
    <message>
        <source>The key is on the clipboard. Whoever makes bundles for you needs it.</source>
        <translation>密钥已复制。谁要给您做数据包，就把它发给谁。</translation>
    </message>
    <message>
        <source>Nothing is under way.</source>
        <translation>没有正在进行的同步。</translation>
    </message>
    <message>
        <source>last exchange {time}</source>
        <translation>上次 {time}</translation>
    </message>
    <message>
        <source>Not paired with a hub yet. The station gives you an address and a code.</source>
        <translation>还没有配对。地址和配对码由乡镇站提供。</translation>
    </message>
    <message>
        <source>Choose the stick …</source>
        <translation>选择U盘…</translation>
    </message>
    <message>
        <source>Address of the hub</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Code from the station</source>
        <translation>配对码</translation>
    </message>
    <message>
        <source>Fingerprint the hub shows (if it has its own certificate)</source>
        <translation>指纹（配对单上有就填）</translation>
    </message>
    <message>
        <source>Type the address and the code that the station gave you.</source>
        <translation>请填写乡镇站给的地址和配对码。</translation>
    </message>
    <message>
        <source>to be verified</source>
        <translation>待核实</translation>
    </message>
    <message>
        <source>Households and criteria</source>
        <translation>各户与各项标准</translation>
    </message>
    <message>
        <source>No household of this village is in your register yet.</source>
        <translation>这个村的户册里还没有户。</translation>
    </message>
    <message>
        <source>{count} required left</source>
        <translation>还缺 {count} 题必填</translation>
    </message>
    <message>
        <source>Other questions</source>
        <translation>其他题目</translation>
    </message>
    <message>
        <source>Reading the form …</source>
        <translation>正在读取表单…</translation>
    </message>
    <message>
        <source>Paired with the hub at {url}</source>
        <translation>已与服务器 {url} 配对</translation>
    </message>
    <message>
        <source>Card of the household</source>
        <translation>户卡</translation>
    </message>
</context>
</TS>
