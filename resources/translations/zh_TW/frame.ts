<?xml version='1.0' encoding='UTF-8'?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_TW" sourcelanguage="en">
<context>
    <name>fieldapp</name>
    <message>
        <source>{field}: {name}</source>
        <translation>{name}：{field}</translation>
    </message>
    <message>
        <source>{age} years</source>
        <translation>{age} 歲</translation>
    </message>
    <message>
        <source>New member: {name}</source>
        <translation>新增成員：{name}</translation>
    </message>
    <message>
        <source>No name yet</source>
        <translation>尚無姓名</translation>
    </message>
    <message>
        <source>ended</source>
        <translation>已註銷</translation>
    </message>
    <message>
        <source>changed on the card</source>
        <translation>在戶卡上修改</translation>
    </message>
    <message>
        <source>from a form</source>
        <translation>來自表單</translation>
    </message>
    <message>
        <source>signed</source>
        <translation>簽字</translation>
    </message>
    <message>
        <source>moved</source>
        <translation>遷移</translation>
    </message>
    <message>
        <source>conflict decided</source>
        <translation>衝突已處理</translation>
    </message>
    <message>
        <source>taken back</source>
        <translation>已撤銷</translation>
    </message>
    <message>
        <source>imported</source>
        <translation>導入</translation>
    </message>
    <message>
        <source>blank</source>
        <translation>空白</translation>
    </message>
    <message>
        <source>The new passphrase needs at least {count} characters. Four words are easy to keep in mind.</source>
        <translation>新口令至少要 {count} 個字符。四個詞連在一起最好記。</translation>
    </message>
    <message>
        <source>Type the name.</source>
        <translation>請輸入姓名。</translation>
    </message>
    <message>
        <source>The birth date is not a date. Type it as 19850312.</source>
        <translation>出生日期不是日期，請按 19850312 輸入。</translation>
    </message>
    <message>
        <source>seen</source>
        <translation>眼見</translation>
    </message>
    <message>
        <source>document</source>
        <translation>證件資料</translation>
    </message>
    <message>
        <source>told</source>
        <translation>口述</translation>
    </message>
    <message>
        <source>another device</source>
        <translation>另一臺電腦</translation>
    </message>
    <message>
        <source>persons</source>
        <translation>人</translation>
    </message>
    <message>
        <source>households</source>
        <translation>戶</translation>
    </message>
    <message>
        <source>minutes</source>
        <translation>分鐘</translation>
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
        <translation>緯度 經度</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>戶編號</translation>
    </message>
    <message>
        <source>Head of household</source>
        <translation>戶主</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>自然村(組)</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>家庭成員</translation>
    </message>
    <message>
        <source>People</source>
        <translation>成員</translation>
    </message>
    <message>
        <source>Next part of the card</source>
        <translation>戶卡下一頁</translation>
    </message>
    <message>
        <source>Previous part of the card</source>
        <translation>戶卡上一頁</translation>
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
        <translation>戶冊裡已有：{names}</translation>
    </message>
    <message>
        <source>Income per person (yuan)</source>
        <translation>人均純收入 (元)</translation>
    </message>
    <message>
        <source>State</source>
        <translation>狀態</translation>
    </message>
    <message>
        <source>Visited</source>
        <translation>最近走訪</translation>
    </message>
    <message>
        <source>Helper</source>
        <translation>幫扶責任人</translation>
    </message>
    <message>
        <source>Attribute</source>
        <translation>戶屬性</translation>
    </message>
    <message>
        <source>This column cannot be sorted: it is computed.</source>
        <translation>這一列是算出來的，不能排序。</translation>
    </message>
    <message>
        <source>Add a member</source>
        <translation>添加成員</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>New member of {name}'s household</source>
        <translation>{name}戶的新成員</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Identity number (may come later)</source>
        <translation>證件號碼（可以以後補）</translation>
    </message>
    <message>
        <source>Sex</source>
        <translation>性別</translation>
    </message>
    <message>
        <source>Birth date</source>
        <translation>出生日期</translation>
    </message>
    <message>
        <source>Relation to the head</source>
        <translation>與戶主關係</translation>
    </message>
    <message>
        <source>Where does it come from?</source>
        <translation>這個值從哪裡來？</translation>
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
        <translation>還有 {count} 項</translation>
    </message>
    <message>
        <source>Which criteria are met, and what is still to ask.</source>
        <translation>哪些標準已達標，還要問什麼。</translation>
    </message>
    <message>
        <source>No form yet. “Fill the visit form” above starts one with what is known.</source>
        <translation>還沒有表單。點上方“填走訪表”，已知內容會自動帶出。</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打開</translation>
    </message>
    <message>
        <source>Nothing has been written yet.</source>
        <translation>還沒有任何記錄。</translation>
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
        <translation>繼續</translation>
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
        <translation>已鎖定</translation>
    </message>
    <message>
        <source>{name}, type your passphrase to go on. Nothing is lost.</source>
        <translation>{name}，請輸入口令繼續。什麼都沒有丟。</translation>
    </message>
    <message>
        <source>Show the number</source>
        <translation>顯示號碼</translation>
    </message>
    <message>
        <source>Change this field</source>
        <translation>修改此項</translation>
    </message>
    <message>
        <source>Enter keeps it, Esc leaves it as it was.</source>
        <translation>回車保存，Esc 不改。</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>two values</source>
        <translation>有兩個值</translation>
    </message>
    <message>
        <source>required, not known yet</source>
        <translation>必填，待核實</translation>
    </message>
    <message>
        <source>Name / pinyin / last four digits / household number</source>
        <translation>姓名 / 拼音 / 證件後四位 / 戶編號</translation>
    </message>
    <message>
        <source>Find a household or person</source>
        <translation>查找戶或人</translation>
    </message>
    <message>
        <source>Nobody found. Try fewer letters, pinyin initials, or the last four digits of the number.</source>
        <translation>沒有找到。少輸幾個字，或試試拼音首字母、證件後四位。</translation>
    </message>
    <message>
        <source>No. {number}</source>
        <translation>戶編號 {number}</translation>
    </message>
    <message>
        <source>Offline · day {days}</source>
        <translation>離線 · 第 {days} 天</translation>
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
        <translation>駐村工作臺</translation>
    </message>
    <message>
        <source>{count} drafts</source>
        <translation>{count} 草稿</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>離線</translation>
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
        <translation>回車修改，上下鍵移動，Esc 不改。每個值後面寫著誰在什麼時候填的。</translation>
    </message>
    <message>
        <source>This household is not in this register any more.</source>
        <translation>這一戶已不在本戶冊中。</translation>
    </message>
    <message>
        <source>Household</source>
        <translation>戶</translation>
    </message>
    <message>
        <source>Choose a masked number first.</source>
        <translation>請先選中一個遮蓋的號碼。</translation>
    </message>
    <message>
        <source>Choose a field first.</source>
        <translation>請先選中一項。</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>概況</translation>
    </message>
    <message>
        <source>Income</source>
        <translation>收入</translation>
    </message>
    <message>
        <source>Housing, water and power</source>
        <translation>住房與水電</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>幫扶</translation>
    </message>
    <message>
        <source>Forms</source>
        <translation>表單</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>核查</translation>
    </message>
    <message>
        <source>History</source>
        <translation>歷史</translation>
    </message>
    <message>
        <source>Parts of the card</source>
        <translation>戶卡各部分</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>年度</translation>
    </message>
    <message>
        <source>The year that yearly facts are shown for.</source>
        <translation>按這個年度顯示年度情況。</translation>
    </message>
    <message>
        <source>Help: {page}</source>
        <translation>幫助：{page}</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>Enter and Tab go on, Shift goes back, digits choose codes.</source>
        <translation>回車和 Tab 往下走，加 Shift 往回走，數字鍵選代碼。</translation>
    </message>
    <message>
        <source>No members yet. Add the head of the household first.</source>
        <translation>還沒有成員，請先添加戶主。</translation>
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
        <translation>想做什麼？</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>口令</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>顯示</translation>
    </message>
    <message>
        <source>Caps lock seems to be on.</source>
        <translation>大寫鎖定好像開著。</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>隱藏</translation>
    </message>
    <message>
        <source>Correct what is marked ✕ first, or press Esc to leave it as it was.</source>
        <translation>請先改正標著 ✕ 的一項，或按 Esc 不改。</translation>
    </message>
    <message>
        <source>Digits or Space tick, Enter keeps, Esc leaves it as it was.</source>
        <translation>數字鍵或空格勾選，回車保存，Esc 不改。</translation>
    </message>
    <message>
        <source>Members {count}</source>
        <translation>成員 {count} 人</translation>
    </message>
    <message>
        <source>Open the card</source>
        <translation>打開戶卡</translation>
    </message>
    <message>
        <source>Choose a household to see its outline.</source>
        <translation>選中一戶可看概要。</translation>
    </message>
    <message>
        <source>No head yet</source>
        <translation>尚無戶主</translation>
    </message>
    <message>
        <source>{count} required facts are missing</source>
        <translation>還缺 {count} 項必填</translation>
    </message>
    <message>
        <source>Register</source>
        <translation>戶冊</translation>
    </message>
    <message>
        <source>Up and Down choose a household, Enter opens it, Ctrl+F finds by name, pinyin or number.</source>
        <translation>上下鍵選戶，回車打開，Ctrl+F 按姓名、拼音或編號查找。</translation>
    </message>
    <message>
        <source>New household</source>
        <translation>新增戶</translation>
    </message>
    <message>
        <source>Choose one village at the top left first.</source>
        <translation>請先在左上角選定一個村。</translation>
    </message>
    <message>
        <source>{count} households</source>
        <translation>共 {count} 戶</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>No household in this state.</source>
        <translation>沒有這種狀態的戶。</translation>
    </message>
    <message>
        <source>No household yet. “Add a household” above makes the first one.</source>
        <translation>還沒有戶。點右上“添加戶”錄入第一戶。</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>設置</translation>
    </message>
    <message>
        <source>Each choice holds at once and is kept on this laptop.</source>
        <translation>選了就生效，只保存在這臺電腦上。</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>語言</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>字號</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主題</translation>
    </message>
    <message>
        <source>Lock when nobody is there for</source>
        <translation>無人操作多久後鎖定</translation>
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
        <translation>關於本戶冊</translation>
    </message>
    <message>
        <source>FieldApp {version}</source>
        <translation>駐村工作臺 {version}</translation>
    </message>
    <message>
        <source>Content: {edition}</source>
        <translation>內容包：{edition}</translation>
    </message>
    <message>
        <source>File: {path}</source>
        <translation>文件：{path}</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>淺色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>高對比度</translation>
    </message>
    <message>
        <source>Passphrase now</source>
        <translation>現在的口令</translation>
    </message>
    <message>
        <source>New passphrase</source>
        <translation>新口令</translation>
    </message>
    <message>
        <source>New passphrase again</source>
        <translation>再輸一次新口令</translation>
    </message>
    <message>
        <source>{count} minutes</source>
        <translation>{count} 分鐘</translation>
    </message>
    <message>
        <source>never</source>
        <translation>從不</translation>
    </message>
    <message>
        <source>The passphrase is changed.</source>
        <translation>口令已修改。</translation>
    </message>
    <message>
        <source>The two passphrases differ. Type the second one again.</source>
        <translation>兩次輸入的口令不一樣，請重輸第二次。</translation>
    </message>
    <message>
        <source>Everything is saved</source>
        <translation>全部已保存</translation>
    </message>
    <message>
        <source>Household number</source>
        <translation>戶編號</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今日</translation>
    </message>
    <message>
        <source>Up and Down move between what waits, Enter goes there.</source>
        <translation>上下鍵在待辦之間移動，回車前往。</translation>
    </message>
    <message>
        <source>Unfinished forms</source>
        <translation>未填完的表單</translation>
    </message>
    <message>
        <source>Two values, one to choose</source>
        <translation>同一項有兩個值，待選定</translation>
    </message>
    <message>
        <source>Not visited in {year}</source>
        <translation>{year} 年尚未走訪</translation>
    </message>
    <message>
        <source>The register is empty. Begin with one of these:</source>
        <translation>戶冊還是空的，請先做其中一件：</translation>
    </message>
    <message>
        <source>Nothing waits. Every household was visited this year and nothing is open.</source>
        <translation>沒有待辦。今年每戶都已走訪，沒有未完的事。</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>去選定</translation>
    </message>
    <message>
        <source>Receive the village from the station</source>
        <translation>從鄉鎮站接收本村數據</translation>
    </message>
    <message>
        <source>over the network or from a USB stick</source>
        <translation>通過網絡或U盤</translation>
    </message>
    <message>
        <source>Enter the first household by hand</source>
        <translation>手工錄入第一戶</translation>
    </message>
    <message>
        <source>on the page Register</source>
        <translation>在“戶冊”頁</translation>
    </message>
    <message>
        <source>What waits here, at the township and at the county.</source>
        <translation>本機待送、已到鄉鎮、已到縣的數量。</translation>
    </message>
    <message>
        <source>Worker: {name}</source>
        <translation>工作人員：{name}</translation>
    </message>
    <message>
        <source>To send {here} · Township {township} · County {county}</source>
        <translation>待送 {here} · 鄉 {township} · 縣 {county}</translation>
    </message>
    <message>
        <source>Something went wrong in the program. What you saved is kept; go on working.</source>
        <translation>程序出了點問題。已保存的都在，可以繼續工作。</translation>
    </message>
    <message>
        <source>The report tells the helpers where it happened. It holds no household's data.</source>
        <translation>報告只說明出錯的位置，不含任何一戶的數據。</translation>
    </message>
    <message>
        <source>Copy the report</source>
        <translation>複製報告</translation>
    </message>
    <message>
        <source>Register: {file}</source>
        <translation>戶冊：{file}</translation>
    </message>
    <message>
        <source>Your name, the time and the reason are kept.</source>
        <translation>會記下您的姓名、時間和理由。</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>checking a document</source>
        <translation>核對證件</translation>
    </message>
    <message>
        <source>calling the household</source>
        <translation>給農戶打電話</translation>
    </message>
    <message>
        <source>payment</source>
        <translation>辦理髮放</translation>
    </message>
    <message>
        <source>Why do you need {field}?</source>
        <translation>為什麼要看“{field}”？</translation>
    </message>
    <message>
        <source>Type your name: it stands beside everything you enter.</source>
        <translation>請輸入您的姓名：它會寫在您錄入的每一項旁邊。</translation>
    </message>
    <message>
        <source>The passphrase needs at least {count} characters. Four words are easy to keep in mind.</source>
        <translation>口令至少要 {count} 個字符。四個詞連在一起最好記。</translation>
    </message>
    <message>
        <source>The village code has 12 digits. It stands on every village form.</source>
        <translation>村代碼是 12 位數字，村裡每張表上都有。</translation>
    </message>
    <message>
        <source>This laptop has no register yet. If your township station gave you a file or a pairing code, ask the station to set up this laptop. Otherwise make a register here.</source>
        <translation>這臺電腦還沒有戶冊。如果鄉鎮站給過您文件或配對碼，請讓鄉鎮站來設置這臺電腦；沒有的話，就在這裡新建戶冊。</translation>
    </message>
    <message>
        <source>If you forget the passphrase, only this key opens the register. Write it on paper and give it to your station. It is shown only now.</source>
        <translation>忘了口令時，只有這個恢復密鑰能打開戶冊。請抄在紙上交鄉鎮站保管。它只顯示這一次。</translation>
    </message>
    <message>
        <source>Make the register</source>
        <translation>新建戶冊</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>歡迎</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>您的姓名</translation>
    </message>
    <message>
        <source>It opens the register on this laptop. Nobody can look it up.</source>
        <translation>用它打開這臺電腦上的戶冊，誰也查不到它。</translation>
    </message>
    <message>
        <source>Passphrase again</source>
        <translation>再輸一次口令</translation>
    </message>
    <message>
        <source>Village code</source>
        <translation>村代碼</translation>
    </message>
    <message>
        <source>12 digits; this laptop then holds the whole village.</source>
        <translation>12 位數字；這臺電腦將保存全村數據。</translation>
    </message>
    <message>
        <source>Content packs</source>
        <translation>內容包</translation>
    </message>
    <message>
        <source>Write down the recovery key</source>
        <translation>請抄下恢復密鑰</translation>
    </message>
    <message>
        <source>I have written it down</source>
        <translation>我已抄好</translation>
    </message>
    <message>
        <source>What waits for you, each one key away.</source>
        <translation>等您辦的事，一鍵即到。</translation>
    </message>
    <message>
        <source>All households of the village.</source>
        <translation>全村各戶。</translation>
    </message>
    <message>
        <source>Drafts, forms to fill, finalised and returned ones.</source>
        <translation>草稿、待填、已完成和退回的表單。</translation>
    </message>
    <message>
        <source>Exit checklist</source>
        <translation>退出核查</translation>
    </message>
    <message>
        <source>Which criteria are met, and what to ask.</source>
        <translation>哪些標準已達標，還要問什麼。</translation>
    </message>
    <message>
        <source>To do</source>
        <translation>待辦</translation>
    </message>
    <message>
        <source>Conflicts and returned entries that wait for a decision.</source>
        <translation>等待處理的衝突和退回的條目。</translation>
    </message>
    <message>
        <source>Synchronise</source>
        <translation>同步</translation>
    </message>
    <message>
        <source>Language, text size, theme, lock, passphrase.</source>
        <translation>語言、字號、主題、鎖定、口令。</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>The page you came from.</source>
        <translation>剛才的頁面。</translation>
    </message>
    <message>
        <source>Name, pinyin, last four digits, number.</source>
        <translation>姓名、拼音、證件後四位、戶編號。</translation>
    </message>
    <message>
        <source>Type a few letters of what you want to do.</source>
        <translation>輸入想做的事的幾個字。</translation>
    </message>
    <message>
        <source>Help here</source>
        <translation>此處幫助</translation>
    </message>
    <message>
        <source>What this place is for and which keys it knows.</source>
        <translation>這裡是做什麼的，能用哪些鍵。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤銷</translation>
    </message>
    <message>
        <source>Takes back the last deed; history keeps both.</source>
        <translation>撤銷上一步；歷史裡兩步都在。</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Does again what was taken back.</source>
        <translation>把撤銷的再做一次。</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>鎖定</translation>
    </message>
    <message>
        <source>Hides everything until the passphrase is typed.</source>
        <translation>全部隱藏，輸入口令才顯示。</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>Print this page, or keep it as PDF.</source>
        <translation>打印本頁，或存成 PDF。</translation>
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
        <translation>添加戶</translation>
    </message>
    <message>
        <source>A new household in this village.</source>
        <translation>在本村新增一戶。</translation>
    </message>
    <message>
        <source>Fill the visit form</source>
        <translation>填走訪表</translation>
    </message>
    <message>
        <source>Opens the visit form with what is known.</source>
        <translation>打開走訪表，已知內容自動帶出。</translation>
    </message>
    <message>
        <source>Exit checklist of this household</source>
        <translation>本戶退出核查</translation>
    </message>
    <message>
        <source>A new member of this household.</source>
        <translation>本戶新增成員。</translation>
    </message>
    <message>
        <source>Enter does the same.</source>
        <translation>按回車也一樣。</translation>
    </message>
    <message>
        <source>Asks why; the answer is kept.</source>
        <translation>要寫明理由，並留下記錄。</translation>
    </message>
    <message>
        <source>Go to a question</source>
        <translation>跳到題目</translation>
    </message>
    <message>
        <source>By number or by a part of its name.</source>
        <translation>按題號或題目中的字。</translation>
    </message>
    <message>
        <source>Next hole</source>
        <translation>下一處空缺</translation>
    </message>
    <message>
        <source>The next question without an answer.</source>
        <translation>下一道沒有答案的題。</translation>
    </message>
    <message>
        <source>Previous hole</source>
        <translation>上一處空缺</translation>
    </message>
    <message>
        <source>The hole before this one.</source>
        <translation>前面那處空缺。</translation>
    </message>
    <message>
        <source>Carry over last values</source>
        <translation>沿用上次的值</translation>
    </message>
    <message>
        <source>Takes the values of the last visit.</source>
        <translation>帶出上次走訪的值。</translation>
    </message>
    <message>
        <source>Copy from above</source>
        <translation>複製上一行</translation>
    </message>
    <message>
        <source>The same answer as in the row above.</source>
        <translation>與上一行答案相同。</translation>
    </message>
    <message>
        <source>Add a row</source>
        <translation>添加一行</translation>
    </message>
    <message>
        <source>Delete the row</source>
        <translation>刪除本行</translation>
    </message>
    <message>
        <source>The row can be brought back by undo.</source>
        <translation>撤銷可以找回這一行。</translation>
    </message>
    <message>
        <source>Remark on this question</source>
        <translation>給此題加備註</translation>
    </message>
    <message>
        <source>Language of the form</source>
        <translation>表單語言</translation>
    </message>
    <message>
        <source>Check now</source>
        <translation>立即檢查</translation>
    </message>
    <message>
        <source>Goes to the first error or hole.</source>
        <translation>跳到第一處錯誤或空缺。</translation>
    </message>
    <message>
        <source>Finalise</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Writes the answers to the register.</source>
        <translation>把答案寫入戶冊。</translation>
    </message>
    <message>
        <source>Delete this draft</source>
        <translation>刪除草稿</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>重新核查</translation>
    </message>
    <message>
        <source>Each check is logged.</source>
        <translation>每次核查都有記錄。</translation>
    </message>
    <message>
        <source>Whole village</source>
        <translation>全村</translation>
    </message>
    <message>
        <source>Sign</source>
        <translation>簽字</translation>
    </message>
    <message>
        <source>Paper first: print, sign, then record it here.</source>
        <translation>先打印、簽字，再在這裡登記。</translation>
    </message>
    <message>
        <source>Take mine</source>
        <translation>取我的</translation>
    </message>
    <message>
        <source>Both values stay in the history.</source>
        <translation>兩個值都會留在歷史裡。</translation>
    </message>
    <message>
        <source>Take theirs</source>
        <translation>取對方的</translation>
    </message>
    <message>
        <source>Take the value before</source>
        <translation>取原值</translation>
    </message>
    <message>
        <source>Next conflict</source>
        <translation>下一個衝突</translation>
    </message>
    <message>
        <source>Synchronise now</source>
        <translation>現在同步</translation>
    </message>
    <message>
        <source>Sends what waits and takes what is new.</source>
        <translation>送出待送的，收取新的。</translation>
    </message>
    <message>
        <source>Export to a USB stick</source>
        <translation>導出到U盤</translation>
    </message>
    <message>
        <source>Import from a USB stick</source>
        <translation>從U盤導入</translation>
    </message>
    <message>
        <source>Pair with a hub</source>
        <translation>配對</translation>
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
        <translation>第 {number} 頁，共 {count} 頁</translation>
    </message>
    <message>
        <source>The card of this household.</source>
        <translation>打開這一戶的戶卡。</translation>
    </message>
    <message>
        <source>Choose a household for the form</source>
        <translation>請選要填表的一戶</translation>
    </message>
    <message>
        <source>Choose a village</source>
        <translation>選村</translation>
    </message>
    <message>
        <source>All villages, or one of them.</source>
        <translation>全部村，或其中一個村。</translation>
    </message>
    <message>
        <source>Guide</source>
        <translation>使用指南</translation>
    </message>
    <message>
        <source>Keys here</source>
        <translation>這裡能用的鍵</translation>
    </message>
    <message>
        <source>Paired with the hub at {url}</source>
        <translation>已與服務器 {url} 配對</translation>
    </message>
    <message>
        <source>Paired. Now synchronise.</source>
        <translation>已配對。現在可以同步了。</translation>
    </message>
    <message>
        <source>Checking {done} of {total} households</source>
        <translation>正在核查：{done} / {total} 戶</translation>
    </message>
    <message>
        <source>Stopped. “Check again” reads the village from the start.</source>
        <translation>已停止。按“重新核查”從頭再查。</translation>
    </message>
    <message>
        <source>Choose a household first.</source>
        <translation>請先選一戶。</translation>
    </message>
    <message>
        <source>Taken back: {what}</source>
        <translation>已撤銷：{what}</translation>
    </message>
    <message>
        <source>Done again: {what}</source>
        <translation>已重做：{what}</translation>
    </message>
    <message>
        <source>Nothing is masked here.</source>
        <translation>這裡沒有遮住的內容。</translation>
    </message>
    <message>
        <source>No exit criteria are in this register. Ask the township or the county for their content pack.</source>
        <translation>這個戶冊沒有裝退出標準。請向鄉鎮站或縣裡要內容包。</translation>
    </message>
    <message>
        <source>The households are on their way and stand here when they have come.</source>
        <translation>戶冊正在傳來，收到後就會顯示在這裡。</translation>
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