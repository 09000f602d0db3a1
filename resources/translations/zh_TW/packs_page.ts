<?xml version='1.0' encoding='UTF-8'?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_TW" sourcelanguage="en">
<context>
    <name>fieldapp</name>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>A few letters of its name or of a code in it.</source>
        <translation>輸入代碼表名稱或其中代碼的幾個字、拼音或首字母。</translation>
    </message>
    <message>
        <source>A field, a code or a rule, as the part in view.</source>
        <translation>按當前所在部分，添加字段、代碼或規則。</translation>
    </message>
    <message>
        <source>A file that an office has sent.</source>
        <translation>上級或縣裡發來的內容包文件。</translation>
    </message>
    <message>
        <source>A number or a short word; it never changes.</source>
        <translation>數字或簡短的字母；定了以後不再改。</translation>
    </message>
    <message>
        <source>A pack holds the lists, fields, codes, forms and rules that this register works with. A county copies one, changes it and hands it out as one signed file.</source>
        <translation>業務包是戶冊所用的列表、字段、代碼、表單和規則。縣裡可以複製一個，改好後簽名發下去，不用改程序。</translation>
    </message>
    <message>
        <source>Add a code</source>
        <translation>添加代碼</translation>
    </message>
    <message>
        <source>Add a field to: {list}</source>
        <translation>給“{list}”添加字段</translation>
    </message>
    <message>
        <source>Add a rule</source>
        <translation>添加規則</translation>
    </message>
    <message>
        <source>Add to this register</source>
        <translation>加入本戶冊</translation>
    </message>
    <message>
        <source>Added. Publish the pack to bring it to the registers.</source>
        <translation>已添加。發佈以後，各戶冊才能用上。</translation>
    </message>
    <message>
        <source>All tables of the pack as a workbook.</source>
        <translation>把業務包的全部表格導出為一個工作簿。</translation>
    </message>
    <message>
        <source>Also on this computer</source>
        <translation>本機上還有</translation>
    </message>
    <message>
        <source>As tz_: small letters and digits, _ at the end.</source>
        <translation>例如 tz_：小寫字母和數字，以 _ 結尾。</translation>
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
        <translation>開始</translation>
    </message>
    <message>
        <source>Being taken in…</source>
        <translation>正在更新……</translation>
    </message>
    <message>
        <source>Beside which field does it stand?</source>
        <translation>提示顯示在哪個字段旁邊？</translation>
    </message>
    <message>
        <source>Bring this register to the newer version.</source>
        <translation>把本戶冊更新到新版本。</translation>
    </message>
    <message>
        <source>Build on it: only what is new stands in our pack</source>
        <translation>在它之上擴展：本縣的包只放新增內容</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>檢查</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>正在檢查……</translation>
    </message>
    <message>
        <source>Choose fields, codes or rules first.</source>
        <translation>請先選字段、代碼或規則。</translation>
    </message>
    <message>
        <source>Choose the key file</source>
        <translation>選擇簽名文件</translation>
    </message>
    <message>
        <source>Choose the key file first.</source>
        <translation>請先選擇簽名文件。</translation>
    </message>
    <message>
        <source>Choose where, and publish</source>
        <translation>選擇位置併發布</translation>
    </message>
    <message>
        <source>Code list</source>
        <translation>代碼表</translation>
    </message>
    <message>
        <source>Codes</source>
        <translation>代碼</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Copy a pack to change it</source>
        <translation>複製一個業務包來修改</translation>
    </message>
    <message>
        <source>Copy everything in it</source>
        <translation>全部複製過來再改</translation>
    </message>
    <message>
        <source>Do not install</source>
        <translation>不安裝</translation>
    </message>
    <message>
        <source>Erase a person's data by law</source>
        <translation>依法刪除個人資料</translation>
    </message>
    <message>
        <source>Error or doubt?</source>
        <translation>算錯誤還是疑點？</translation>
    </message>
    <message>
        <source>Export to Excel</source>
        <translation>導出到 Excel</translation>
    </message>
    <message>
        <source>F3 adds a field, a code or a rule. Each edit is checked before it is written.</source>
        <translation>按 F3 添加字段、代碼或規則。每次修改都先檢查，再寫入。</translation>
    </message>
    <message>
        <source>Faults</source>
        <translation>問題</translation>
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
        <translation>連同表單、標準和規則一起檢查。</translation>
    </message>
    <message>
        <source>Found by the search box?</source>
        <translation>搜索框能找到嗎？</translation>
    </message>
    <message>
        <source>Heading of the card</source>
        <translation>戶卡上的欄目</translation>
    </message>
    <message>
        <source>I have compared all eight groups with the office.</source>
        <translation>八組數字我都和對方核對過了，全部一致。</translation>
    </message>
    <message>
        <source>Install</source>
        <translation>安裝</translation>
    </message>
    <message>
        <source>Install a pack file</source>
        <translation>安裝業務包文件</translation>
    </message>
    <message>
        <source>Its id</source>
        <translation>它的標識</translation>
    </message>
    <message>
        <source>Its passphrase</source>
        <translation>簽名文件的口令</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>類型</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>標識</translation>
    </message>
    <message>
        <source>Key in tables and Excel</source>
        <translation>在表格和 Excel 中的標識</translation>
    </message>
    <message>
        <source>Keys (*.key)</source>
        <translation>簽名文件 (*.key)</translation>
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
        <translation>本縣自己的</translation>
    </message>
    <message>
        <source>Mask</source>
        <translation>遮蓋</translation>
    </message>
    <message>
        <source>Means</source>
        <translation>含義</translation>
    </message>
    <message>
        <source>Need</source>
        <translation>必填</translation>
    </message>
    <message>
        <source>New codes of {codes}</source>
        <translation>代碼表 {codes} 新增代碼</translation>
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
        <translation>沒有新的列表、字段或代碼，只改了表單、規則或文字。</translation>
    </message>
    <message>
        <source>No newer version is on this computer. Install the file of one first.</source>
        <translation>本機上沒有更新的版本，請先安裝新版本的文件。</translation>
    </message>
    <message>
        <source>Nobody here has confirmed this signer yet.</source>
        <translation>本機還沒有人核對過這個簽名。</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>暫不</translation>
    </message>
    <message>
        <source>Nothing that is written goes away. Old records keep the edition they were written with.</source>
        <translation>已填的內容一樣也不會少。舊記錄保留當時的版本。</translation>
    </message>
    <message>
        <source>Nothing yet. Copy a pack to add the county's own fields, codes and rules to it.</source>
        <translation>還沒有。複製一個業務包，就可以加上本縣自己的字段、代碼和規則。</translation>
    </message>
    <message>
        <source>On every computer, and for ever.</source>
        <translation>在所有電腦上永久刪除。</translation>
    </message>
    <message>
        <source>One signed file to hand out.</source>
        <translation>生成一個帶簽名的文件發下去。</translation>
    </message>
    <message>
        <source>Pack files (*.fieldpack)</source>
        <translation>業務包文件 (*.fieldpack)</translation>
    </message>
    <message>
        <source>Packs</source>
        <translation>業務包</translation>
    </message>
    <message>
        <source>Parts of the pack</source>
        <translation>業務包的各部分</translation>
    </message>
    <message>
        <source>Prefix of its fields</source>
        <translation>字段前綴</translation>
    </message>
    <message>
        <source>Privacy and roles</source>
        <translation>留痕與隱私</translation>
    </message>
    <message>
        <source>Publish</source>
        <translation>發佈</translation>
    </message>
    <message>
        <source>Read back from Excel</source>
        <translation>從 Excel 讀回</translation>
    </message>
    <message>
        <source>Required?</source>
        <translation>必填嗎？</translation>
    </message>
    <message>
        <source>Ring up the office that sent the file, at a number you know, and let them read out the digits. Only when all eight groups are the same was it made by them.</source>
        <translation>請撥打您原來就知道的電話，讓發文件的單位念出下面的數字。八組全部一致，才是他們做的。</translation>
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
        <translation>看第 {version} 版新增內容</translation>
    </message>
    <message>
        <source>Sheet or file</source>
        <translation>工作表或文件</translation>
    </message>
    <message>
        <source>Signed with</source>
        <translation>用誰的簽名</translation>
    </message>
    <message>
        <source>Small letters, digits and hyphens.</source>
        <translation>小寫字母、數字和連字符。</translation>
    </message>
    <message>
        <source>Stored</source>
        <translation>存儲值</translation>
    </message>
    <message>
        <source>Take it into this register</source>
        <translation>更新到本戶冊</translation>
    </message>
    <message>
        <source>The content this register works with, and the county's own.</source>
        <translation>本戶冊所用的業務內容，以及本縣自己的內容。</translation>
    </message>
    <message>
        <source>The county's own, from one there is.</source>
        <translation>在已有的業務包上做本縣自己的。</translation>
    </message>
    <message>
        <source>The name of one there is, or a new name with the pack's prefix.</source>
        <translation>已有代碼表的名稱，或以本包前綴開頭的新名稱。</translation>
    </message>
    <message>
        <source>The office's key, from a file</source>
        <translation>單位的簽名文件</translation>
    </message>
    <message>
        <source>The pack is checked first. A version means one content: whoever has it keeps it until the next one.</source>
        <translation>發佈前先全面檢查。一個版本號只對應一份內容，要改就出下一版。</translation>
    </message>
    <message>
        <source>The workbook was read; the pack is as it says.</source>
        <translation>工作簿已讀回，業務包與它一致。</translation>
    </message>
    <message>
        <source>This computer's key</source>
        <translation>本機的簽名</translation>
    </message>
    <message>
        <source>This condition can be computed.</source>
        <translation>這個條件可以計算。</translation>
    </message>
    <message>
        <source>This list has a field of that name already: {key}.</source>
        <translation>本列表已有同名字段：{key}。</translation>
    </message>
    <message>
        <source>This pack cannot be read. Check it, or read it back from Excel.</source>
        <translation>這個業務包讀不出來。請檢查，或從 Excel 讀回。</translation>
    </message>
    <message>
        <source>This register works with</source>
        <translation>本戶冊正在使用</translation>
    </message>
    <message>
        <source>This register works with {edition} now.</source>
        <translation>本戶冊現在使用 {edition}。</translation>
    </message>
    <message>
        <source>Under which heading of the card?</source>
        <translation>放在戶卡的哪一欄？</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>單位</translation>
    </message>
    <message>
        <source>What comes new</source>
        <translation>新增內容</translation>
    </message>
    <message>
        <source>What does it mean?</source>
        <translation>它的含義是什麼？</translation>
    </message>
    <message>
        <source>What does it say?</source>
        <translation>提示什麼？</translation>
    </message>
    <message>
        <source>What is it called?</source>
        <translation>叫什麼名稱？</translation>
    </message>
    <message>
        <source>What is kept?</source>
        <translation>填什麼？</translation>
    </message>
    <message>
        <source>What is ours called?</source>
        <translation>本縣的業務包叫什麼？</translation>
    </message>
    <message>
        <source>What is stored</source>
        <translation>存儲值</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>問題說明</translation>
    </message>
    <message>
        <source>What is wrong, and what to do.</source>
        <translation>寫明哪裡不對、該怎麼辦。</translation>
    </message>
    <message>
        <source>What you may see, what left, who looked.</source>
        <translation>您能看什麼、導出過什麼、誰看過號碼。</translation>
    </message>
    <message>
        <source>When</source>
        <translation>條件</translation>
    </message>
    <message>
        <source>When is it required?</source>
        <translation>什麼情況下必填？</translation>
    </message>
    <message>
        <source>When is something wrong?</source>
        <translation>什麼情況算有問題？</translation>
    </message>
    <message>
        <source>Which accuracy?</source>
        <translation>屬於哪一個“準”？</translation>
    </message>
    <message>
        <source>Which code list?</source>
        <translation>用哪個代碼表？</translation>
    </message>
    <message>
        <source>Which list does it look at?</source>
        <translation>檢查哪個列表？</translation>
    </message>
    <message>
        <source>Which list does it name?</source>
        <translation>指向哪個列表？</translation>
    </message>
    <message>
        <source>Which pack?</source>
        <translation>哪個業務包？</translation>
    </message>
    <message>
        <source>Who signed this pack?</source>
        <translation>這個業務包是誰簽名的？</translation>
    </message>
    <message>
        <source>Whose eyes?</source>
        <translation>要遮蓋嗎？</translation>
    </message>
    <message>
        <source>With an error nothing is changed.</source>
        <translation>有錯誤就什麼也不改。</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>Workshop</source>
        <translation>業務包編輯</translation>
    </message>
    <message>
        <source>Workshop: {title}</source>
        <translation>編輯業務包：{title}</translation>
    </message>
    <message>
        <source>Write these digits on paper with the office's stamp. Whoever installs the file compares them by telephone.</source>
        <translation>請把這些數字寫在蓋章的通知上。安裝的人要打電話逐組核對。</translation>
    </message>
    <message>
        <source>a bank account</source>
        <translation>銀行賬號</translation>
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
        <translation>證件號碼</translation>
    </message>
    <message>
        <source>a doubt</source>
        <translation>疑點</translation>
    </message>
    <message>
        <source>a doubt: it may be explained</source>
        <translation>疑點：可以說明</translation>
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
        <translation>小數</translation>
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
        <translation>電話</translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation>整數</translation>
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
        <translation>金額</translation>
    </message>
    <message>
        <source>an error</source>
        <translation>錯誤</translation>
    </message>
    <message>
        <source>an error: it must be mended</source>
        <translation>錯誤：必須改</translation>
    </message>
    <message>
        <source>another record</source>
        <translation>另一記錄</translation>
    </message>
    <message>
        <source>as a name, by pinyin too</source>
        <translation>按姓名和拼音</translation>
    </message>
    <message>
        <source>builds on {packs}</source>
        <translation>依託 {packs}</translation>
    </message>
    <message>
        <source>by its beginning</source>
        <translation>按開頭幾位</translation>
    </message>
    <message>
        <source>by its last four digits</source>
        <translation>按後四位</translation>
    </message>
    <message>
        <source>by words in it</source>
        <translation>按其中的字</translation>
    </message>
    <message>
        <source>came with the program</source>
        <translation>隨程序提供</translation>
    </message>
    <message>
        <source>computed</source>
        <translation>自動計算</translation>
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
        <translation>不遮蓋</translation>
    </message>
    <message>
        <source>not searched</source>
        <translation>不搜索</translation>
    </message>
    <message>
        <source>one of a list</source>
        <translation>單選代碼</translation>
    </message>
    <message>
        <source>required when…</source>
        <translation>按條件必填</translation>
    </message>
    <message>
        <source>several of a list</source>
        <translation>多選代碼</translation>
    </message>
    <message>
        <source>signed by {fingerprint}</source>
        <translation>簽名 {fingerprint}</translation>
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
        <translation>{codes} 是一個新的代碼表。</translation>
    </message>
    <message>
        <source>{code} means something else in this list already. Choose another.</source>
        <translation>{code} 在這個代碼表裡已有別的含義，請換一個。</translation>
    </message>
    <message>
        <source>{count} errors, listed under Faults.</source>
        <translation>有 {count} 處錯誤，見“問題”。</translation>
    </message>
    <message>
        <source>{count} remarks, listed under Faults.</source>
        <translation>有 {count} 處提示，見“問題”。</translation>
    </message>
    <message>
        <source>{pack} came from somebody else before.</source>
        <translation>{pack} 以前是另一個單位簽名的。</translation>
    </message>
    <message>
        <source>{pack} is installed.</source>
        <translation>{pack} 已安裝。</translation>
    </message>
    <message>
        <source>{pack} is installed. See below what it brings, then take it.</source>
        <translation>{pack} 已安裝。請在下面查看新增內容，再更新。</translation>
    </message>
    <message>
        <source>{pack} is published.</source>
        <translation>{pack} 已發佈。</translation>
    </message>
    <message>
        <source>{pack} was on this computer already.</source>
        <translation>本機已有 {pack}。</translation>
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
        <translation>{words} 等另外 {count} 項</translation>
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
        <translation>已修改。發佈以後，各戶冊才能用上。</translation>
    </message>
    <message>
        <source>F3 adds a field, a code or a rule, Enter changes a field of ours. Each edit is checked before it is written.</source>
        <translation>按 F3 添加字段、代碼或規則，按回車修改本縣自己的字段。每次修改都先檢查，再寫入。</translation>
    </message>
    <message>
        <source>Key and type stay ({type}): saved values would lose their meaning.</source>
        <translation>標識和類型（{type}）不能改，改了已填的內容就失去含義。</translation>
    </message>
    <message>
        <source>The condition cannot be read as it stands. Look at its end, its brackets and its quotes.</source>
        <translation>這個條件還讀不通。請看看結尾、括號和引號。</translation>
    </message>
    <message>
        <source>This field comes with a pack below. Only our own are changed here.</source>
        <translation>這個字段來自所依託的業務包，這裡只能修改本縣自己的字段。</translation>
    </message>
    <message>
        <source>No rules of our own yet. F3 adds one.</source>
        <translation>還沒有本縣自己的規則，按 F3 添加。</translation>
    </message>
    <message>
        <source>No faults are known.</source>
        <translation>沒有發現問題。按 Ctrl+回車可以再檢查一遍。</translation>
    </message>
</context>
</TS>