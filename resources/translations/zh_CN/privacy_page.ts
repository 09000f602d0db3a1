<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>fieldapp</name>
    <message>
        <source>By</source>
        <translation>经手人</translation>
    </message>
    <message>
        <source>Card for the door</source>
        <translation>门牌卡</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>It can be read until {day}.</source>
        <translation>本机可用到 {day}。</translation>
    </message>
    <message>
        <source>It can be read until {day}: {days} days left.</source>
        <translation>本机可用到 {day}，还剩 {days} 天。</translation>
    </message>
    <message>
        <source>It has no last day: the register can be read here until it is handed over.</source>
        <translation>没有设期限：交回之前，本机一直可以使用户册。</translation>
    </message>
    <message>
        <source>Masks</source>
        <translation>遮盖</translation>
    </message>
    <message>
        <source>May</source>
        <translation>可以做什么</translation>
    </message>
    <message>
        <source>Nobody has looked at a masked value yet.</source>
        <translation>还没有人查看过被遮盖的内容。</translation>
    </message>
    <message>
        <source>Nothing has left this computer yet.</source>
        <translation>本机还没有打印或导出过任何内容。</translation>
    </message>
    <message>
        <source>Of</source>
        <translation>范围</translation>
    </message>
    <message>
        <source>Parts of the page</source>
        <translation>本页各部分</translation>
    </message>
    <message>
        <source>Reaches: {households}</source>
        <translation>可看的户：{households}</translation>
    </message>
    <message>
        <source>Region: {scopes}</source>
        <translation>地区：{scopes}</translation>
    </message>
    <message>
        <source>Sees</source>
        <translation>能看什么</translation>
    </message>
    <message>
        <source>The township can set another day. It knows this computer as {name}.</source>
        <translation>期限由乡镇站设定。乡镇站用 {name} 识别本机。</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>本机</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>What left</source>
        <translation>导出和打印</translation>
    </message>
    <message>
        <source>What your role sees and may do, every print and export with its reason, and everybody who looked at a masked value. Nothing can be taken out of these lists.</source>
        <translation>您的角色能看什么、能做什么；每次打印和导出及其原因；谁看过被遮盖的内容。这些记录不能删除。</translation>
    </message>
    <message>
        <source>Who I am</source>
        <translation>我的角色</translation>
    </message>
    <message>
        <source>Who looked</source>
        <translation>查看号码</translation>
    </message>
    <message>
        <source>Whose</source>
        <translation>谁的</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>all households of the region</source>
        <translation>本地区全部农户</translation>
    </message>
    <message>
        <source>always masked</source>
        <translation>始终遮盖</translation>
    </message>
    <message>
        <source>approve changes for the national system</source>
        <translation>审批要录入国家系统的更改</translation>
    </message>
    <message>
        <source>erase a person's data by law</source>
        <translation>依法删除个人资料</translation>
    </message>
    <message>
        <source>everything</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>masked</source>
        <translation>已遮盖</translation>
    </message>
    <message>
        <source>masked; whole for a reason</source>
        <translation>遮盖，写明原因可看</translation>
    </message>
    <message>
        <source>no household</source>
        <translation>无</translation>
    </message>
    <message>
        <source>not shown</source>
        <translation>不显示</translation>
    </message>
    <message>
        <source>print and export with masks</source>
        <translation>打印、导出（遮盖）</translation>
    </message>
    <message>
        <source>print and export without masks, with a reason</source>
        <translation>打印、导出（不遮盖，写明原因）</translation>
    </message>
    <message>
        <source>read the register</source>
        <translation>查看户册</translation>
    </message>
    <message>
        <source>see a masked value whole, with a reason</source>
        <translation>写明原因后查看被遮盖的内容</translation>
    </message>
    <message>
        <source>set the last day of a computer</source>
        <translation>设定电脑的使用期限</translation>
    </message>
    <message>
        <source>shown whole</source>
        <translation>完整显示</translation>
    </message>
    <message>
        <source>the households of the drawn sample</source>
        <translation>抽中的样本户</translation>
    </message>
    <message>
        <source>the households paired with you</source>
        <translation>与您结对的户</translation>
    </message>
    <message>
        <source>without masks</source>
        <translation>不遮盖</translation>
    </message>
    <message>
        <source>write into it</source>
        <translation>填写、修改</translation>
    </message>
    <message>
        <source>{field} ({list})</source>
        <translation>{field}（{list}）</translation>
    </message>
    <message>
        <source>As: Personal Information Protection Law, article 47; decision no. …</source>
        <translation>例如：《个人信息保护法》第四十七条；某某号决定</translation>
    </message>
    <message>
        <source>By which law or decision?</source>
        <translation>依据哪部法律或哪个决定？</translation>
    </message>
    <message>
        <source>Content and privacy</source>
        <translation>业务内容与隐私</translation>
    </message>
    <message>
        <source>Erase for ever</source>
        <translation>永久删除</translation>
    </message>
    <message>
        <source>Erase the data of {name} by law</source>
        <translation>依法删除{name}的个人资料</translation>
    </message>
    <message>
        <source>Erased. It reaches the other computers at their next sync.</source>
        <translation>已删除。其他电脑下次同步时也会删除。</translation>
    </message>
    <message>
        <source>Numbers and names will be readable by whoever holds it. Your name, the time and the reason are kept.</source>
        <translation>拿到的人都能看到号码和姓名。您的姓名、时间和原因会留下记录。</translation>
    </message>
    <message>
        <source>Only the township and the county erase a person's data. Ask them.</source>
        <translation>只有乡镇和县可以依法删除个人资料，请联系他们。</translation>
    </message>
    <message>
        <source>This cannot be undone. It reaches every computer that holds this village, at its next sync. Only hashes stay, so that nobody can change the rest unseen.</source>
        <translation>删除后不能恢复。存有本村资料的每台电脑下次同步时都会删除，只留下校验值，防止其余记录被人改动。</translation>
    </message>
    <message>
        <source>This computer's last day</source>
        <translation>本机的使用期限</translation>
    </message>
    <message>
        <source>To confirm, type: {name}</source>
        <translation>请输入姓名确认：{name}</translation>
    </message>
    <message>
        <source>What goes</source>
        <translation>将删除</translation>
    </message>
    <message>
        <source>What you have to see to yourself</source>
        <translation>需要您自己处理</translation>
    </message>
    <message>
        <source>Why does {what} leave without masks?</source>
        <translation>为什么要不遮盖地打印或导出“{what}”？</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>为什么删除？</translation>
    </message>
    <message>
        <source>Without masks</source>
        <translation>不遮盖</translation>
    </message>
    <message>
        <source>Without the person's name: both stay on record.</source>
        <translation>不要写本人姓名：原因和依据都会留下记录。</translation>
    </message>
    <message>
        <source>an audit</source>
        <translation>审计检查</translation>
    </message>
    <message>
        <source>photos and files: {count}</source>
        <translation>照片和文件 {count} 个</translation>
    </message>
    <message>
        <source>review by the township</source>
        <translation>乡镇审核</translation>
    </message>
    <message>
        <source>texts elsewhere that name the person: {count}</source>
        <translation>其他记录中提到本人的文字 {count} 处</translation>
    </message>
    <message>
        <source>the household asked for it</source>
        <translation>农户本人要求</translation>
    </message>
    <message>
        <source>{list}: {count}</source>
        <translation>{list} {count} 条</translation>
    </message>
    <message>
        <source>Print without masks</source>
        <translation>打印不遮盖的</translation>
    </message>
    <message>
        <source>Until when, and who decides</source>
        <translation>用到哪天、由谁决定</translation>
    </message>
    <message>
        <source>Excel: {lists}</source>
        <translation>Excel 表格：{lists}</translation>
    </message>
</context>
</TS>
