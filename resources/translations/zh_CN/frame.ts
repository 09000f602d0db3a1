<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>fieldapp</name>
    <message>
        <source>{field}: {name}</source>
        <translation>{name}：{field}</translation>
    </message>
    <message>
        <source>{age} years</source>
        <translation>{age} 岁</translation>
    </message>
    <message>
        <source>New member: {name}</source>
        <translation>新增成员：{name}</translation>
    </message>
    <message>
        <source>No name yet</source>
        <translation>尚无姓名</translation>
    </message>
    <message>
        <source>ended</source>
        <translation>已注销</translation>
    </message>
    <message>
        <source>changed on the card</source>
        <translation>在户卡上修改</translation>
    </message>
    <message>
        <source>from a form</source>
        <translation>来自表单</translation>
    </message>
    <message>
        <source>signed</source>
        <translation>签字</translation>
    </message>
    <message>
        <source>moved</source>
        <translation>迁移</translation>
    </message>
    <message>
        <source>conflict decided</source>
        <translation>冲突已处理</translation>
    </message>
    <message>
        <source>taken back</source>
        <translation>已撤销</translation>
    </message>
    <message>
        <source>imported</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>blank</source>
        <translation>空白</translation>
    </message>
    <message>
        <source>The new passphrase needs at least {count} characters. Four words are easy to keep in mind.</source>
        <translation>新口令至少要 {count} 个字符。四个词连在一起最好记。</translation>
    </message>
    <message>
        <source>Type the name.</source>
        <translation>请输入姓名。</translation>
    </message>
    <message>
        <source>The birth date is not a date. Type it as 19850312.</source>
        <translation>出生日期不是日期，请按 19850312 输入。</translation>
    </message>
    <message>
        <source>seen</source>
        <translation>眼见</translation>
    </message>
    <message>
        <source>document</source>
        <translation>证件资料</translation>
    </message>
    <message>
        <source>told</source>
        <translation>口述</translation>
    </message>
    <message>
        <source>another device</source>
        <translation>另一台电脑</translation>
    </message>
    <message>
        <source>persons</source>
        <translation>人</translation>
    </message>
    <message>
        <source>households</source>
        <translation>户</translation>
    </message>
    <message>
        <source>minutes</source>
        <translation>分钟</translation>
    </message>
    <message>
        <source>months</source>
        <translation>月</translation>
    </message>
    <message>
        <source>20190312 or 2019-03-12</source>
        <translation>20190312 或 2019-03-12</translation>
    </message>
    <message>
        <source>yuan, such as 3700 or 3700.50</source>
        <translation>元，如 3700 或 3700.50</translation>
    </message>
    <message>
        <source>latitude longitude</source>
        <translation>纬度 经度</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>户编号</translation>
    </message>
    <message>
        <source>Head of household</source>
        <translation>户主</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>自然村(组)</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>家庭成员</translation>
    </message>
    <message>
        <source>People</source>
        <translation>成员</translation>
    </message>
    <message>
        <source>Next part of the card</source>
        <translation>户卡下一页</translation>
    </message>
    <message>
        <source>Previous part of the card</source>
        <translation>户卡上一页</translation>
    </message>
    <message>
        <source>New: {what}</source>
        <translation>新增：{what}</translation>
    </message>
    <message>
        <source>Add: {what}</source>
        <translation>添加{what}</translation>
    </message>
    <message>
        <source>Already in the register: {names}</source>
        <translation>户册里已有：{names}</translation>
    </message>
    <message>
        <source>Income per person (yuan)</source>
        <translation>人均纯收入 (元)</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Visited</source>
        <translation>最近走访</translation>
    </message>
    <message>
        <source>Helper</source>
        <translation>帮扶责任人</translation>
    </message>
    <message>
        <source>Attribute</source>
        <translation>户属性</translation>
    </message>
    <message>
        <source>This column cannot be sorted: it is computed.</source>
        <translation>这一列是算出来的，不能排序。</translation>
    </message>
    <message>
        <source>Add a member</source>
        <translation>添加成员</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>New member of {name}'s household</source>
        <translation>{name}户的新成员</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Identity number (may come later)</source>
        <translation>证件号码（可以以后补）</translation>
    </message>
    <message>
        <source>Sex</source>
        <translation>性别</translation>
    </message>
    <message>
        <source>Birth date</source>
        <translation>出生日期</translation>
    </message>
    <message>
        <source>Relation to the head</source>
        <translation>与户主关系</translation>
    </message>
    <message>
        <source>Where does it come from?</source>
        <translation>这个值从哪里来？</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Exit checklist {year}</source>
        <translation>{year} 年退出核查</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>还有 {count} 项</translation>
    </message>
    <message>
        <source>Which criteria are met, and what is still to ask.</source>
        <translation>哪些标准已达标，还要问什么。</translation>
    </message>
    <message>
        <source>No form yet. “Fill the visit form” above starts one with what is known.</source>
        <translation>还没有表单。点上方“填走访表”，已知内容会自动带出。</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Nothing has been written yet.</source>
        <translation>还没有任何记录。</translation>
    </message>
    <message>
        <source>agrees</source>
        <translation>同意</translation>
    </message>
    <message>
        <source>does not agree</source>
        <translation>不同意</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>finalised</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>draft</source>
        <translation>草稿</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>已锁定</translation>
    </message>
    <message>
        <source>{name}, type your passphrase to go on. Nothing is lost.</source>
        <translation>{name}，请输入口令继续。什么都没有丢。</translation>
    </message>
    <message>
        <source>Show the number</source>
        <translation>显示号码</translation>
    </message>
    <message>
        <source>Change this field</source>
        <translation>修改此项</translation>
    </message>
    <message>
        <source>Enter keeps it, Esc leaves it as it was.</source>
        <translation>回车保存，Esc 不改。</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>two values</source>
        <translation>有两个值</translation>
    </message>
    <message>
        <source>required, not known yet</source>
        <translation>必填，待核实</translation>
    </message>
    <message>
        <source>Name / pinyin / last four digits / household number</source>
        <translation>姓名 / 拼音 / 证件后四位 / 户编号</translation>
    </message>
    <message>
        <source>Find a household or person</source>
        <translation>查找户或人</translation>
    </message>
    <message>
        <source>Nobody found. Try fewer letters, pinyin initials, or the last four digits of the number.</source>
        <translation>没有找到。少输几个字，或试试拼音首字母、证件后四位。</translation>
    </message>
    <message>
        <source>No. {number}</source>
        <translation>户编号 {number}</translation>
    </message>
    <message>
        <source>Offline · day {days}</source>
        <translation>离线 · 第 {days} 天</translation>
    </message>
    <message>
        <source>Synchronised today</source>
        <translation>今天已同步</translation>
    </message>
    <message>
        <source>Last synchronised {time}</source>
        <translation>上次同步 {time}</translation>
    </message>
    <message>
        <source>FieldApp</source>
        <translation>驻村工作台</translation>
    </message>
    <message>
        <source>{count} drafts</source>
        <translation>{count} 草稿</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>离线</translation>
    </message>
    <message>
        <source>Never synchronised</source>
        <translation>尚未同步</translation>
    </message>
    <message>
        <source>All villages</source>
        <translation>全部村</translation>
    </message>
    <message>
        <source>{time} saved</source>
        <translation>{time} 已保存</translation>
    </message>
    <message>
        <source>Enter changes a field, Up and Down move, Esc leaves it as it was. Each value says who wrote it.</source>
        <translation>回车修改，上下键移动，Esc 不改。每个值后面写着谁在什么时候填的。</translation>
    </message>
    <message>
        <source>This household is not in this register any more.</source>
        <translation>这一户已不在本户册中。</translation>
    </message>
    <message>
        <source>Household</source>
        <translation>户</translation>
    </message>
    <message>
        <source>Choose a masked number first.</source>
        <translation>请先选中一个遮盖的号码。</translation>
    </message>
    <message>
        <source>Choose a field first.</source>
        <translation>请先选中一项。</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>概况</translation>
    </message>
    <message>
        <source>Income</source>
        <translation>收入</translation>
    </message>
    <message>
        <source>Housing, water and power</source>
        <translation>住房与水电</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>帮扶</translation>
    </message>
    <message>
        <source>Forms</source>
        <translation>表单</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>核查</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史</translation>
    </message>
    <message>
        <source>Parts of the card</source>
        <translation>户卡各部分</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>年度</translation>
    </message>
    <message>
        <source>The year that yearly facts are shown for.</source>
        <translation>按这个年度显示年度情况。</translation>
    </message>
    <message>
        <source>Help: {page}</source>
        <translation>帮助：{page}</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Enter and Tab go on, Shift goes back, digits choose codes.</source>
        <translation>回车和 Tab 往下走，加 Shift 往回走，数字键选代码。</translation>
    </message>
    <message>
        <source>No members yet. Add the head of the household first.</source>
        <translation>还没有成员，请先添加户主。</translation>
    </message>
    <message>
        <source>Village: {name}</source>
        <translation>村：{name}</translation>
    </message>
    <message>
        <source>All commands</source>
        <translation>全部命令</translation>
    </message>
    <message>
        <source>What do you want to do?</source>
        <translation>想做什么？</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>口令</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Caps lock seems to be on.</source>
        <translation>大写锁定好像开着。</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>隐藏</translation>
    </message>
    <message>
        <source>Correct what is marked ✕ first, or press Esc to leave it as it was.</source>
        <translation>请先改正标着 ✕ 的一项，或按 Esc 不改。</translation>
    </message>
    <message>
        <source>Digits or Space tick, Enter keeps, Esc leaves it as it was.</source>
        <translation>数字键或空格勾选，回车保存，Esc 不改。</translation>
    </message>
    <message>
        <source>Members {count}</source>
        <translation>成员 {count} 人</translation>
    </message>
    <message>
        <source>Open the card</source>
        <translation>打开户卡</translation>
    </message>
    <message>
        <source>Choose a household to see its outline.</source>
        <translation>选中一户可看概要。</translation>
    </message>
    <message>
        <source>No head yet</source>
        <translation>尚无户主</translation>
    </message>
    <message>
        <source>{count} required facts are missing</source>
        <translation>还缺 {count} 项必填</translation>
    </message>
    <message>
        <source>Register</source>
        <translation>户册</translation>
    </message>
    <message>
        <source>Up and Down choose a household, Enter opens it, Ctrl+F finds by name, pinyin or number.</source>
        <translation>上下键选户，回车打开，Ctrl+F 按姓名、拼音或编号查找。</translation>
    </message>
    <message>
        <source>New household</source>
        <translation>新增户</translation>
    </message>
    <message>
        <source>Choose one village at the top left first.</source>
        <translation>请先在左上角选定一个村。</translation>
    </message>
    <message>
        <source>{count} households</source>
        <translation>共 {count} 户</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>No household in this state.</source>
        <translation>没有这种状态的户。</translation>
    </message>
    <message>
        <source>No household yet. “Add a household” above makes the first one.</source>
        <translation>还没有户。点右上“添加户”录入第一户。</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Each choice holds at once and is kept on this laptop.</source>
        <translation>选了就生效，只保存在这台电脑上。</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>字号</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Lock when nobody is there for</source>
        <translation>无人操作多久后锁定</translation>
    </message>
    <message>
        <source>Change the passphrase</source>
        <translation>修改口令</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>About this register</source>
        <translation>关于本户册</translation>
    </message>
    <message>
        <source>FieldApp {version}</source>
        <translation>驻村工作台 {version}</translation>
    </message>
    <message>
        <source>Content: {edition}</source>
        <translation>内容包：{edition}</translation>
    </message>
    <message>
        <source>File: {path}</source>
        <translation>文件：{path}</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>高对比度</translation>
    </message>
    <message>
        <source>Passphrase now</source>
        <translation>现在的口令</translation>
    </message>
    <message>
        <source>New passphrase</source>
        <translation>新口令</translation>
    </message>
    <message>
        <source>New passphrase again</source>
        <translation>再输一次新口令</translation>
    </message>
    <message>
        <source>{count} minutes</source>
        <translation>{count} 分钟</translation>
    </message>
    <message>
        <source>never</source>
        <translation>从不</translation>
    </message>
    <message>
        <source>The passphrase is changed.</source>
        <translation>口令已修改。</translation>
    </message>
    <message>
        <source>The two passphrases differ. Type the second one again.</source>
        <translation>两次输入的口令不一样，请重输第二次。</translation>
    </message>
    <message>
        <source>Everything is saved</source>
        <translation>全部已保存</translation>
    </message>
    <message>
        <source>Household number</source>
        <translation>户编号</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今日</translation>
    </message>
    <message>
        <source>Up and Down move between what waits, Enter goes there.</source>
        <translation>上下键在待办之间移动，回车前往。</translation>
    </message>
    <message>
        <source>Unfinished forms</source>
        <translation>未填完的表单</translation>
    </message>
    <message>
        <source>Two values, one to choose</source>
        <translation>同一项有两个值，待选定</translation>
    </message>
    <message>
        <source>Not visited in {year}</source>
        <translation>{year} 年尚未走访</translation>
    </message>
    <message>
        <source>The register is empty. Begin with one of these:</source>
        <translation>户册还是空的，请先做其中一件：</translation>
    </message>
    <message>
        <source>Nothing waits. Every household was visited this year and nothing is open.</source>
        <translation>没有待办。今年每户都已走访，没有未完的事。</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>去选定</translation>
    </message>
    <message>
        <source>Receive the village from the station</source>
        <translation>从乡镇站接收本村数据</translation>
    </message>
    <message>
        <source>over the network or from a USB stick</source>
        <translation>通过网络或U盘</translation>
    </message>
    <message>
        <source>Enter the first household by hand</source>
        <translation>手工录入第一户</translation>
    </message>
    <message>
        <source>on the page Register</source>
        <translation>在“户册”页</translation>
    </message>
    <message>
        <source>What waits here, at the township and at the county.</source>
        <translation>本机待送、已到乡镇、已到县的数量。</translation>
    </message>
    <message>
        <source>Worker: {name}</source>
        <translation>工作人员：{name}</translation>
    </message>
    <message>
        <source>To send {here} · Township {township} · County {county}</source>
        <translation>待送 {here} · 乡 {township} · 县 {county}</translation>
    </message>
    <message>
        <source>Something went wrong in the program. What you saved is kept; go on working.</source>
        <translation>程序出了点问题。已保存的都在，可以继续工作。</translation>
    </message>
    <message>
        <source>The report tells the helpers where it happened. It holds no household's data.</source>
        <translation>报告只说明出错的位置，不含任何一户的数据。</translation>
    </message>
    <message>
        <source>Copy the report</source>
        <translation>复制报告</translation>
    </message>
    <message>
        <source>Register: {file}</source>
        <translation>户册：{file}</translation>
    </message>
    <message>
        <source>Your name, the time and the reason are kept.</source>
        <translation>会记下您的姓名、时间和理由。</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>checking a document</source>
        <translation>核对证件</translation>
    </message>
    <message>
        <source>calling the household</source>
        <translation>给农户打电话</translation>
    </message>
    <message>
        <source>payment</source>
        <translation>办理发放</translation>
    </message>
    <message>
        <source>Why do you need {field}?</source>
        <translation>为什么要看“{field}”？</translation>
    </message>
    <message>
        <source>Type your name: it stands beside everything you enter.</source>
        <translation>请输入您的姓名：它会写在您录入的每一项旁边。</translation>
    </message>
    <message>
        <source>The passphrase needs at least {count} characters. Four words are easy to keep in mind.</source>
        <translation>口令至少要 {count} 个字符。四个词连在一起最好记。</translation>
    </message>
    <message>
        <source>The village code has 12 digits. It stands on every village form.</source>
        <translation>村代码是 12 位数字，村里每张表上都有。</translation>
    </message>
    <message>
        <source>This laptop has no register yet. If your township station gave you a file or a pairing code, ask the station to set up this laptop. Otherwise make a register here.</source>
        <translation>这台电脑还没有户册。如果乡镇站给过您文件或配对码，请让乡镇站来设置这台电脑；没有的话，就在这里新建户册。</translation>
    </message>
    <message>
        <source>If you forget the passphrase, only this key opens the register. Write it on paper and give it to your station. It is shown only now.</source>
        <translation>忘了口令时，只有这个恢复密钥能打开户册。请抄在纸上交乡镇站保管。它只显示这一次。</translation>
    </message>
    <message>
        <source>Make the register</source>
        <translation>新建户册</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>欢迎</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>您的姓名</translation>
    </message>
    <message>
        <source>It opens the register on this laptop. Nobody can look it up.</source>
        <translation>用它打开这台电脑上的户册，谁也查不到它。</translation>
    </message>
    <message>
        <source>Passphrase again</source>
        <translation>再输一次口令</translation>
    </message>
    <message>
        <source>Village code</source>
        <translation>村代码</translation>
    </message>
    <message>
        <source>12 digits; this laptop then holds the whole village.</source>
        <translation>12 位数字；这台电脑将保存全村数据。</translation>
    </message>
    <message>
        <source>Content packs</source>
        <translation>内容包</translation>
    </message>
    <message>
        <source>Write down the recovery key</source>
        <translation>请抄下恢复密钥</translation>
    </message>
    <message>
        <source>I have written it down</source>
        <translation>我已抄好</translation>
    </message>
    <message>
        <source>What waits for you, each one key away.</source>
        <translation>等您办的事，一键即到。</translation>
    </message>
    <message>
        <source>All households of the village.</source>
        <translation>全村各户。</translation>
    </message>
    <message>
        <source>Drafts, forms to fill, finalised and returned ones.</source>
        <translation>草稿、待填、已完成和退回的表单。</translation>
    </message>
    <message>
        <source>Exit checklist</source>
        <translation>退出核查</translation>
    </message>
    <message>
        <source>Which criteria are met, and what to ask.</source>
        <translation>哪些标准已达标，还要问什么。</translation>
    </message>
    <message>
        <source>To do</source>
        <translation>待办</translation>
    </message>
    <message>
        <source>Conflicts and returned entries that wait for a decision.</source>
        <translation>等待处理的冲突和退回的条目。</translation>
    </message>
    <message>
        <source>Synchronise</source>
        <translation>同步</translation>
    </message>
    <message>
        <source>Language, text size, theme, lock, passphrase.</source>
        <translation>语言、字号、主题、锁定、口令。</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>The page you came from.</source>
        <translation>刚才的页面。</translation>
    </message>
    <message>
        <source>Name, pinyin, last four digits, number.</source>
        <translation>姓名、拼音、证件后四位、户编号。</translation>
    </message>
    <message>
        <source>Type a few letters of what you want to do.</source>
        <translation>输入想做的事的几个字。</translation>
    </message>
    <message>
        <source>Help here</source>
        <translation>此处帮助</translation>
    </message>
    <message>
        <source>What this place is for and which keys it knows.</source>
        <translation>这里是做什么的，能用哪些键。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Takes back the last deed; history keeps both.</source>
        <translation>撤销上一步；历史里两步都在。</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Does again what was taken back.</source>
        <translation>把撤销的再做一次。</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>锁定</translation>
    </message>
    <message>
        <source>Hides everything until the passphrase is typed.</source>
        <translation>全部隐藏，输入口令才显示。</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>Print this page, or keep it as PDF.</source>
        <translation>打印本页，或存成 PDF。</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出程序</translation>
    </message>
    <message>
        <source>Everything is saved already.</source>
        <translation>一切都已保存。</translation>
    </message>
    <message>
        <source>Add a household</source>
        <translation>添加户</translation>
    </message>
    <message>
        <source>A new household in this village.</source>
        <translation>在本村新增一户。</translation>
    </message>
    <message>
        <source>Fill the visit form</source>
        <translation>填走访表</translation>
    </message>
    <message>
        <source>Opens the visit form with what is known.</source>
        <translation>打开走访表，已知内容自动带出。</translation>
    </message>
    <message>
        <source>Exit checklist of this household</source>
        <translation>本户退出核查</translation>
    </message>
    <message>
        <source>A new member of this household.</source>
        <translation>本户新增成员。</translation>
    </message>
    <message>
        <source>Enter does the same.</source>
        <translation>按回车也一样。</translation>
    </message>
    <message>
        <source>Asks why; the answer is kept.</source>
        <translation>要写明理由，并留下记录。</translation>
    </message>
    <message>
        <source>Go to a question</source>
        <translation>跳到题目</translation>
    </message>
    <message>
        <source>By number or by a part of its name.</source>
        <translation>按题号或题目中的字。</translation>
    </message>
    <message>
        <source>Next hole</source>
        <translation>下一处空缺</translation>
    </message>
    <message>
        <source>The next question without an answer.</source>
        <translation>下一道没有答案的题。</translation>
    </message>
    <message>
        <source>Previous hole</source>
        <translation>上一处空缺</translation>
    </message>
    <message>
        <source>The hole before this one.</source>
        <translation>前面那处空缺。</translation>
    </message>
    <message>
        <source>Carry over last values</source>
        <translation>沿用上次的值</translation>
    </message>
    <message>
        <source>Takes the values of the last visit.</source>
        <translation>带出上次走访的值。</translation>
    </message>
    <message>
        <source>Copy from above</source>
        <translation>复制上一行</translation>
    </message>
    <message>
        <source>The same answer as in the row above.</source>
        <translation>与上一行答案相同。</translation>
    </message>
    <message>
        <source>Add a row</source>
        <translation>添加一行</translation>
    </message>
    <message>
        <source>Delete the row</source>
        <translation>删除本行</translation>
    </message>
    <message>
        <source>The row can be brought back by undo.</source>
        <translation>撤销可以找回这一行。</translation>
    </message>
    <message>
        <source>Remark on this question</source>
        <translation>给此题加备注</translation>
    </message>
    <message>
        <source>Language of the form</source>
        <translation>表单语言</translation>
    </message>
    <message>
        <source>Check now</source>
        <translation>立即检查</translation>
    </message>
    <message>
        <source>Goes to the first error or hole.</source>
        <translation>跳到第一处错误或空缺。</translation>
    </message>
    <message>
        <source>Finalise</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Writes the answers to the register.</source>
        <translation>把答案写入户册。</translation>
    </message>
    <message>
        <source>Delete this draft</source>
        <translation>删除草稿</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>重新核查</translation>
    </message>
    <message>
        <source>Each check is logged.</source>
        <translation>每次核查都有记录。</translation>
    </message>
    <message>
        <source>Whole village</source>
        <translation>全村</translation>
    </message>
    <message>
        <source>Sign</source>
        <translation>签字</translation>
    </message>
    <message>
        <source>Paper first: print, sign, then record it here.</source>
        <translation>先打印、签字，再在这里登记。</translation>
    </message>
    <message>
        <source>Take mine</source>
        <translation>取我的</translation>
    </message>
    <message>
        <source>Both values stay in the history.</source>
        <translation>两个值都会留在历史里。</translation>
    </message>
    <message>
        <source>Take theirs</source>
        <translation>取对方的</translation>
    </message>
    <message>
        <source>Take the value before</source>
        <translation>取原值</translation>
    </message>
    <message>
        <source>Next conflict</source>
        <translation>下一个冲突</translation>
    </message>
    <message>
        <source>Synchronise now</source>
        <translation>现在同步</translation>
    </message>
    <message>
        <source>Sends what waits and takes what is new.</source>
        <translation>送出待送的，收取新的。</translation>
    </message>
    <message>
        <source>Export to a USB stick</source>
        <translation>导出到U盘</translation>
    </message>
    <message>
        <source>Import from a USB stick</source>
        <translation>从U盘导入</translation>
    </message>
    <message>
        <source>Pair with a hub</source>
        <translation>配对</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Keep as PDF</source>
        <translation>存成 PDF</translation>
    </message>
    <message>
        <source>Page {number} of {count}</source>
        <translation>第 {number} 页，共 {count} 页</translation>
    </message>
    <message>
        <source>The card of this household.</source>
        <translation>打开这一户的户卡。</translation>
    </message>
    <message>
        <source>Choose a household for the form</source>
        <translation>请选要填表的一户</translation>
    </message>
    <message>
        <source>Choose a village</source>
        <translation>选村</translation>
    </message>
    <message>
        <source>All villages, or one of them.</source>
        <translation>全部村，或其中一个村。</translation>
    </message>
    <message>
        <source>Guide</source>
        <translation>使用指南</translation>
    </message>
    <message>
        <source>Keys here</source>
        <translation>这里能用的键</translation>
    </message>
    <message>
        <source>Paired with the hub at {url}</source>
        <translation>已与服务器 {url} 配对</translation>
    </message>
    <message>
        <source>Paired. Now synchronise.</source>
        <translation>已配对。现在可以同步了。</translation>
    </message>
    <message>
        <source>Checking {done} of {total} households</source>
        <translation>正在核查：{done} / {total} 户</translation>
    </message>
    <message>
        <source>Stopped. “Check again” reads the village from the start.</source>
        <translation>已停止。按“重新核查”从头再查。</translation>
    </message>
    <message>
        <source>Choose a household first.</source>
        <translation>请先选一户。</translation>
    </message>
    <message>
        <source>Taken back: {what}</source>
        <translation>已撤销：{what}</translation>
    </message>
    <message>
        <source>Done again: {what}</source>
        <translation>已重做：{what}</translation>
    </message>
    <message>
        <source>Nothing is masked here.</source>
        <translation>这里没有遮住的内容。</translation>
    </message>
    <message>
        <source>No exit criteria are in this register. Ask the township or the county for their content pack.</source>
        <translation>这个户册没有装退出标准。请向乡镇站或县里要内容包。</translation>
    </message>
    <message>
        <source>The households are on their way and stand here when they have come.</source>
        <translation>户册正在传来，收到后就会显示在这里。</translation>
    </message>
    <message>
        <source>How far the exchange is</source>
        <translation>看看同步到哪一步了</translation>
    </message>
    <message>
        <source>{time} synchronised</source>
        <translation>{time} 已同步</translation>
    </message>
</context>
</TS>
