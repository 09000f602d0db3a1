<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>fieldapp</name>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>A few letters of its name or of a code in it.</source>
        <translation>输入代码表名称或其中代码的几个字、拼音或首字母。</translation>
    </message>
    <message>
        <source>A field, a code or a rule, as the part in view.</source>
        <translation>按当前所在部分，添加字段、代码或规则。</translation>
    </message>
    <message>
        <source>A file that an office has sent.</source>
        <translation>上级或县里发来的内容包文件。</translation>
    </message>
    <message>
        <source>A number or a short word; it never changes.</source>
        <translation>数字或简短的字母；定了以后不再改。</translation>
    </message>
    <message>
        <source>A pack holds the lists, fields, codes, forms and rules that this register works with. A county copies one, changes it and hands it out as one signed file.</source>
        <translation>业务包是户册所用的列表、字段、代码、表单和规则。县里可以复制一个，改好后签名发下去，不用改程序。</translation>
    </message>
    <message>
        <source>Add a code</source>
        <translation>添加代码</translation>
    </message>
    <message>
        <source>Add a field to: {list}</source>
        <translation>给“{list}”添加字段</translation>
    </message>
    <message>
        <source>Add a rule</source>
        <translation>添加规则</translation>
    </message>
    <message>
        <source>Add to this register</source>
        <translation>加入本户册</translation>
    </message>
    <message>
        <source>Added. Publish the pack to bring it to the registers.</source>
        <translation>已添加。发布以后，各户册才能用上。</translation>
    </message>
    <message>
        <source>All tables of the pack as a workbook.</source>
        <translation>把业务包的全部表格导出为一个工作簿。</translation>
    </message>
    <message>
        <source>Also on this computer</source>
        <translation>本机上还有</translation>
    </message>
    <message>
        <source>As tz_: small letters and digits, _ at the end.</source>
        <translation>例如 tz_：小写字母和数字，以 _ 结尾。</translation>
    </message>
    <message>
        <source>As: status=1, or house_danger=C D</source>
        <translation>例如：status=1，或 house_danger=C D</translation>
    </message>
    <message>
        <source>As: tz_greenhouse_mu &gt; 0 and land_mu is null</source>
        <translation>例如：tz_greenhouse_mu &gt; 0 and land_mu is null</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Being taken in…</source>
        <translation>正在更新……</translation>
    </message>
    <message>
        <source>Beside which field does it stand?</source>
        <translation>提示显示在哪个字段旁边？</translation>
    </message>
    <message>
        <source>Bring this register to the newer version.</source>
        <translation>把本户册更新到新版本。</translation>
    </message>
    <message>
        <source>Build on it: only what is new stands in our pack</source>
        <translation>在它之上扩展：本县的包只放新增内容</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>正在检查……</translation>
    </message>
    <message>
        <source>Choose fields, codes or rules first.</source>
        <translation>请先选字段、代码或规则。</translation>
    </message>
    <message>
        <source>Choose the key file</source>
        <translation>选择签名文件</translation>
    </message>
    <message>
        <source>Choose the key file first.</source>
        <translation>请先选择签名文件。</translation>
    </message>
    <message>
        <source>Choose where, and publish</source>
        <translation>选择位置并发布</translation>
    </message>
    <message>
        <source>Code list</source>
        <translation>代码表</translation>
    </message>
    <message>
        <source>Codes</source>
        <translation>代码</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Copy a pack to change it</source>
        <translation>复制一个业务包来修改</translation>
    </message>
    <message>
        <source>Copy everything in it</source>
        <translation>全部复制过来再改</translation>
    </message>
    <message>
        <source>Do not install</source>
        <translation>不安装</translation>
    </message>
    <message>
        <source>Erase a person's data by law</source>
        <translation>依法删除个人资料</translation>
    </message>
    <message>
        <source>Error or doubt?</source>
        <translation>算错误还是疑点？</translation>
    </message>
    <message>
        <source>Export to Excel</source>
        <translation>导出到 Excel</translation>
    </message>
    <message>
        <source>F3 adds a field, a code or a rule. Each edit is checked before it is written.</source>
        <translation>按 F3 添加字段、代码或规则。每次修改都先检查，再写入。</translation>
    </message>
    <message>
        <source>Faults</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Fields</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>Fields of this list: {fields}</source>
        <translation>本列表的字段：{fields}</translation>
    </message>
    <message>
        <source>Forms, standards and rules too.</source>
        <translation>连同表单、标准和规则一起检查。</translation>
    </message>
    <message>
        <source>Found by the search box?</source>
        <translation>搜索框能找到吗？</translation>
    </message>
    <message>
        <source>Heading of the card</source>
        <translation>户卡上的栏目</translation>
    </message>
    <message>
        <source>I have compared all eight groups with the office.</source>
        <translation>八组数字我都和对方核对过了，全部一致。</translation>
    </message>
    <message>
        <source>Install</source>
        <translation>安装</translation>
    </message>
    <message>
        <source>Install a pack file</source>
        <translation>安装业务包文件</translation>
    </message>
    <message>
        <source>Its id</source>
        <translation>它的标识</translation>
    </message>
    <message>
        <source>Its passphrase</source>
        <translation>签名文件的口令</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>标识</translation>
    </message>
    <message>
        <source>Key in tables and Excel</source>
        <translation>在表格和 Excel 中的标识</translation>
    </message>
    <message>
        <source>Keys (*.key)</source>
        <translation>签名文件 (*.key)</translation>
    </message>
    <message>
        <source>List</source>
        <translation>列表</translation>
    </message>
    <message>
        <source>Lists</source>
        <translation>列表</translation>
    </message>
    <message>
        <source>Made here</source>
        <translation>本县自己的</translation>
    </message>
    <message>
        <source>Mask</source>
        <translation>遮盖</translation>
    </message>
    <message>
        <source>Means</source>
        <translation>含义</translation>
    </message>
    <message>
        <source>Need</source>
        <translation>必填</translation>
    </message>
    <message>
        <source>New codes of {codes}</source>
        <translation>代码表 {codes} 新增代码</translation>
    </message>
    <message>
        <source>New fields of {list}</source>
        <translation>“{list}”新增字段</translation>
    </message>
    <message>
        <source>New list: {list}</source>
        <translation>新增列表：{list}</translation>
    </message>
    <message>
        <source>Newer versions</source>
        <translation>更新版本</translation>
    </message>
    <message>
        <source>No new lists, fields or codes: only forms, rules or words have changed.</source>
        <translation>没有新的列表、字段或代码，只改了表单、规则或文字。</translation>
    </message>
    <message>
        <source>No newer version is on this computer. Install the file of one first.</source>
        <translation>本机上没有更新的版本，请先安装新版本的文件。</translation>
    </message>
    <message>
        <source>Nobody here has confirmed this signer yet.</source>
        <translation>本机还没有人核对过这个签名。</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>暂不</translation>
    </message>
    <message>
        <source>Nothing that is written goes away. Old records keep the edition they were written with.</source>
        <translation>已填的内容一样也不会少。旧记录保留当时的版本。</translation>
    </message>
    <message>
        <source>Nothing yet. Copy a pack to add the county's own fields, codes and rules to it.</source>
        <translation>还没有。复制一个业务包，就可以加上本县自己的字段、代码和规则。</translation>
    </message>
    <message>
        <source>On every computer, and for ever.</source>
        <translation>在所有电脑上永久删除。</translation>
    </message>
    <message>
        <source>One signed file to hand out.</source>
        <translation>生成一个带签名的文件发下去。</translation>
    </message>
    <message>
        <source>Pack files (*.fieldpack)</source>
        <translation>业务包文件 (*.fieldpack)</translation>
    </message>
    <message>
        <source>Packs</source>
        <translation>业务包</translation>
    </message>
    <message>
        <source>Parts of the pack</source>
        <translation>业务包的各部分</translation>
    </message>
    <message>
        <source>Prefix of its fields</source>
        <translation>字段前缀</translation>
    </message>
    <message>
        <source>Privacy and roles</source>
        <translation>留痕与隐私</translation>
    </message>
    <message>
        <source>Publish</source>
        <translation>发布</translation>
    </message>
    <message>
        <source>Read back from Excel</source>
        <translation>从 Excel 读回</translation>
    </message>
    <message>
        <source>Required?</source>
        <translation>必填吗？</translation>
    </message>
    <message>
        <source>Ring up the office that sent the file, at a number you know, and let them read out the digits. Only when all eight groups are the same was it made by them.</source>
        <translation>请拨打您原来就知道的电话，让发文件的单位念出下面的数字。八组全部一致，才是他们做的。</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>See what version {version} brings</source>
        <translation>看第 {version} 版新增内容</translation>
    </message>
    <message>
        <source>Sheet or file</source>
        <translation>工作表或文件</translation>
    </message>
    <message>
        <source>Signed with</source>
        <translation>用谁的签名</translation>
    </message>
    <message>
        <source>Small letters, digits and hyphens.</source>
        <translation>小写字母、数字和连字符。</translation>
    </message>
    <message>
        <source>Stored</source>
        <translation>存储值</translation>
    </message>
    <message>
        <source>Take it into this register</source>
        <translation>更新到本户册</translation>
    </message>
    <message>
        <source>The content this register works with, and the county's own.</source>
        <translation>本户册所用的业务内容，以及本县自己的内容。</translation>
    </message>
    <message>
        <source>The county's own, from one there is.</source>
        <translation>在已有的业务包上做本县自己的。</translation>
    </message>
    <message>
        <source>The name of one there is, or a new name with the pack's prefix.</source>
        <translation>已有代码表的名称，或以本包前缀开头的新名称。</translation>
    </message>
    <message>
        <source>The office's key, from a file</source>
        <translation>单位的签名文件</translation>
    </message>
    <message>
        <source>The pack is checked first. A version means one content: whoever has it keeps it until the next one.</source>
        <translation>发布前先全面检查。一个版本号只对应一份内容，要改就出下一版。</translation>
    </message>
    <message>
        <source>The workbook was read; the pack is as it says.</source>
        <translation>工作簿已读回，业务包与它一致。</translation>
    </message>
    <message>
        <source>This computer's key</source>
        <translation>本机的签名</translation>
    </message>
    <message>
        <source>This condition can be computed.</source>
        <translation>这个条件可以计算。</translation>
    </message>
    <message>
        <source>This list has a field of that name already: {key}.</source>
        <translation>本列表已有同名字段：{key}。</translation>
    </message>
    <message>
        <source>This pack cannot be read. Check it, or read it back from Excel.</source>
        <translation>这个业务包读不出来。请检查，或从 Excel 读回。</translation>
    </message>
    <message>
        <source>This register works with</source>
        <translation>本户册正在使用</translation>
    </message>
    <message>
        <source>This register works with {edition} now.</source>
        <translation>本户册现在使用 {edition}。</translation>
    </message>
    <message>
        <source>Under which heading of the card?</source>
        <translation>放在户卡的哪一栏？</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>What comes new</source>
        <translation>新增内容</translation>
    </message>
    <message>
        <source>What does it mean?</source>
        <translation>它的含义是什么？</translation>
    </message>
    <message>
        <source>What does it say?</source>
        <translation>提示什么？</translation>
    </message>
    <message>
        <source>What is it called?</source>
        <translation>叫什么名称？</translation>
    </message>
    <message>
        <source>What is kept?</source>
        <translation>填什么？</translation>
    </message>
    <message>
        <source>What is ours called?</source>
        <translation>本县的业务包叫什么？</translation>
    </message>
    <message>
        <source>What is stored</source>
        <translation>存储值</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>问题说明</translation>
    </message>
    <message>
        <source>What is wrong, and what to do.</source>
        <translation>写明哪里不对、该怎么办。</translation>
    </message>
    <message>
        <source>What you may see, what left, who looked.</source>
        <translation>您能看什么、导出过什么、谁看过号码。</translation>
    </message>
    <message>
        <source>When</source>
        <translation>条件</translation>
    </message>
    <message>
        <source>When is it required?</source>
        <translation>什么情况下必填？</translation>
    </message>
    <message>
        <source>When is something wrong?</source>
        <translation>什么情况算有问题？</translation>
    </message>
    <message>
        <source>Which accuracy?</source>
        <translation>属于哪一个“准”？</translation>
    </message>
    <message>
        <source>Which code list?</source>
        <translation>用哪个代码表？</translation>
    </message>
    <message>
        <source>Which list does it look at?</source>
        <translation>检查哪个列表？</translation>
    </message>
    <message>
        <source>Which list does it name?</source>
        <translation>指向哪个列表？</translation>
    </message>
    <message>
        <source>Which pack?</source>
        <translation>哪个业务包？</translation>
    </message>
    <message>
        <source>Who signed this pack?</source>
        <translation>这个业务包是谁签名的？</translation>
    </message>
    <message>
        <source>Whose eyes?</source>
        <translation>要遮盖吗？</translation>
    </message>
    <message>
        <source>With an error nothing is changed.</source>
        <translation>有错误就什么也不改。</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>Workshop</source>
        <translation>业务包编辑</translation>
    </message>
    <message>
        <source>Workshop: {title}</source>
        <translation>编辑业务包：{title}</translation>
    </message>
    <message>
        <source>Write these digits on paper with the office's stamp. Whoever installs the file compares them by telephone.</source>
        <translation>请把这些数字写在盖章的通知上。安装的人要打电话逐组核对。</translation>
    </message>
    <message>
        <source>a bank account</source>
        <translation>银行账号</translation>
    </message>
    <message>
        <source>a date of birth</source>
        <translation>出生日期</translation>
    </message>
    <message>
        <source>a day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>a document number</source>
        <translation>证件号码</translation>
    </message>
    <message>
        <source>a doubt</source>
        <translation>疑点</translation>
    </message>
    <message>
        <source>a doubt: it may be explained</source>
        <translation>疑点：可以说明</translation>
    </message>
    <message>
        <source>a month</source>
        <translation>年月</translation>
    </message>
    <message>
        <source>a name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>a number with decimals</source>
        <translation>小数</translation>
    </message>
    <message>
        <source>a photo or file</source>
        <translation>照片文件</translation>
    </message>
    <message>
        <source>a place on the map</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>a telephone number</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation>整数</translation>
    </message>
    <message>
        <source>a year</source>
        <translation>年份</translation>
    </message>
    <message>
        <source>an address</source>
        <translation>住址</translation>
    </message>
    <message>
        <source>an amount of money</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>an error</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>an error: it must be mended</source>
        <translation>错误：必须改</translation>
    </message>
    <message>
        <source>another record</source>
        <translation>另一记录</translation>
    </message>
    <message>
        <source>as a name, by pinyin too</source>
        <translation>按姓名和拼音</translation>
    </message>
    <message>
        <source>builds on {packs}</source>
        <translation>依托 {packs}</translation>
    </message>
    <message>
        <source>by its beginning</source>
        <translation>按开头几位</translation>
    </message>
    <message>
        <source>by its last four digits</source>
        <translation>按后四位</translation>
    </message>
    <message>
        <source>by words in it</source>
        <translation>按其中的字</translation>
    </message>
    <message>
        <source>came with the program</source>
        <translation>随程序提供</translation>
    </message>
    <message>
        <source>computed</source>
        <translation>自动计算</translation>
    </message>
    <message>
        <source>health</source>
        <translation>健康</translation>
    </message>
    <message>
        <source>income</source>
        <translation>收入</translation>
    </message>
    <message>
        <source>may stay empty</source>
        <translation>可以不填</translation>
    </message>
    <message>
        <source>not masked</source>
        <translation>不遮盖</translation>
    </message>
    <message>
        <source>not searched</source>
        <translation>不搜索</translation>
    </message>
    <message>
        <source>one of a list</source>
        <translation>单选代码</translation>
    </message>
    <message>
        <source>required when…</source>
        <translation>按条件必填</translation>
    </message>
    <message>
        <source>several of a list</source>
        <translation>多选代码</translation>
    </message>
    <message>
        <source>signed by {fingerprint}</source>
        <translation>签名 {fingerprint}</translation>
    </message>
    <message>
        <source>switched off</source>
        <translation>已停用</translation>
    </message>
    <message>
        <source>words</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>yes or no</source>
        <translation>是或否</translation>
    </message>
    <message>
        <source>{codes} is a new code list.</source>
        <translation>{codes} 是一个新的代码表。</translation>
    </message>
    <message>
        <source>{code} means something else in this list already. Choose another.</source>
        <translation>{code} 在这个代码表里已有别的含义，请换一个。</translation>
    </message>
    <message>
        <source>{count} errors, listed under Faults.</source>
        <translation>有 {count} 处错误，见“问题”。</translation>
    </message>
    <message>
        <source>{count} remarks, listed under Faults.</source>
        <translation>有 {count} 处提示，见“问题”。</translation>
    </message>
    <message>
        <source>{pack} came from somebody else before.</source>
        <translation>{pack} 以前是另一个单位签名的。</translation>
    </message>
    <message>
        <source>{pack} is installed.</source>
        <translation>{pack} 已安装。</translation>
    </message>
    <message>
        <source>{pack} is installed. See below what it brings, then take it.</source>
        <translation>{pack} 已安装。请在下面查看新增内容，再更新。</translation>
    </message>
    <message>
        <source>{pack} is published.</source>
        <translation>{pack} 已发布。</translation>
    </message>
    <message>
        <source>{pack} was on this computer already.</source>
        <translation>本机已有 {pack}。</translation>
    </message>
    <message>
        <source>{pack}, version {version}</source>
        <translation>{pack} 第 {version} 版</translation>
    </message>
    <message>
        <source>{title}, version {version}</source>
        <translation>{title}，第 {version} 版</translation>
    </message>
    <message>
        <source>{words} and {count} more</source>
        <translation>{words} 等另外 {count} 项</translation>
    </message>
    <message>
        <source>Change the field {key}</source>
        <translation>修改字段 {key}</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>Changed. Publish the pack to bring it to the registers.</source>
        <translation>已修改。发布以后，各户册才能用上。</translation>
    </message>
    <message>
        <source>F3 adds a field, a code or a rule, Enter changes a field of ours. Each edit is checked before it is written.</source>
        <translation>按 F3 添加字段、代码或规则，按回车修改本县自己的字段。每次修改都先检查，再写入。</translation>
    </message>
    <message>
        <source>Key and type stay ({type}): saved values would lose their meaning.</source>
        <translation>标识和类型（{type}）不能改，改了已填的内容就失去含义。</translation>
    </message>
    <message>
        <source>The condition cannot be read as it stands. Look at its end, its brackets and its quotes.</source>
        <translation>这个条件还读不通。请看看结尾、括号和引号。</translation>
    </message>
    <message>
        <source>This field comes with a pack below. Only our own are changed here.</source>
        <translation>这个字段来自所依托的业务包，这里只能修改本县自己的字段。</translation>
    </message>
    <message>
        <source>No rules of our own yet. F3 adds one.</source>
        <translation>还没有本县自己的规则，按 F3 添加。</translation>
    </message>
    <message>
        <source>No faults are known.</source>
        <translation>没有发现问题。按 Ctrl+回车可以再检查一遍。</translation>
    </message>
</context>
</TS>
