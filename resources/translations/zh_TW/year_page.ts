<?xml version='1.0' encoding='UTF-8'?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_TW" sourcelanguage="en">
<context>
    <name>fieldapp</name>
    <message>
        <source>Freezing the villages</source>
        <translation>正在逐村快照</translation>
    </message>
    <message>
        <source>Opened {year}: {name}</source>
        <translation>已開啟 {year} 年度：{name}</translation>
    </message>
    <message>
        <source>Opening the year</source>
        <translation>正在開啟年度</translation>
    </message>
    <message>
        <source>{count} snapshots taken.</source>
        <translation>已取 {count} 個快照。</translation>
    </message>
    <message>
        <source>Snapshot taken.</source>
        <translation>快照已取。</translation>
    </message>
    <message>
        <source>Nothing has changed since the last snapshots. They still hold.</source>
        <translation>上次快照以後沒有變化，原快照仍然有效。</translation>
    </message>
    <message>
        <source>Stopped. What was done stays.</source>
        <translation>已停止。做完的部分保留。</translation>
    </message>
    <message>
        <source>Poor people</source>
        <translation>未脫貧人口</translation>
    </message>
    <message>
        <source>Persons</source>
        <translation>人數</translation>
    </message>
    <message>
        <source>At the end of {day}</source>
        <translation>{day} 日末</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>差數</translation>
    </message>
    <message>
        <source>difference {count}: fewer at the end than movements explain</source>
        <translation>差 {count}：期末比變動推算的少</translation>
    </message>
    <message>
        <source>difference {count}: more at the end than movements explain</source>
        <translation>差 {count}：期末比變動推算的多</translation>
    </message>
    <message>
        <source>even</source>
        <translation>平</translation>
    </message>
    <message>
        <source>not even</source>
        <translation>不平</translation>
    </message>
    <message>
        <source>the register</source>
        <translation>戶冊</translation>
    </message>
    <message>
        <source>In at least one</source>
        <translation>至少列入一批</translation>
    </message>
    <message>
        <source>each once</source>
        <translation>去重計數</translation>
    </message>
    <message>
        <source>In none</source>
        <translation>未列入任何一批</translation>
    </message>
    <message>
        <source>beside</source>
        <translation>另列</translation>
    </message>
    <message>
        <source>not here any more</source>
        <translation>已不在戶冊</translation>
    </message>
    <message>
        <source>in the register</source>
        <translation>在冊</translation>
    </message>
    <message>
        <source>ended on</source>
        <translation>終止日期</translation>
    </message>
    <message>
        <source>reason of the end</source>
        <translation>終止原因</translation>
    </message>
    <message>
        <source>{text} is no day. Type it as 20191231.</source>
        <translation>“{text}”不是日期，請按 20191231 輸入。</translation>
    </message>
    <message>
        <source>Lines of the year</source>
        <translation>年度進出明細</translation>
    </message>
    <message>
        <source>What may explain it</source>
        <translation>可能的原因</translation>
    </message>
    <message>
        <source>By village</source>
        <translation>各村</translation>
    </message>
    <message>
        <source>Movements that are not named did not happen this year.</source>
        <translation>未列出的變動，本年沒有發生。</translation>
    </message>
    <message>
        <source>start</source>
        <translation>期初</translation>
    </message>
    <message>
        <source>in</source>
        <translation>進</translation>
    </message>
    <message>
        <source>out</source>
        <translation>出</translation>
    </message>
    <message>
        <source>reckoned</source>
        <translation>推算</translation>
    </message>
    <message>
        <source>counted at the end: {count}</source>
        <translation>期末實有 {count}</translation>
    </message>
    <message>
        <source>{count} records to look at</source>
        <translation>有 {count} 條要核對</translation>
    </message>
    <message>
        <source>Nothing to look at</source>
        <translation>沒有要核對的</translation>
    </message>
    <message>
        <source>What does not agree</source>
        <translation>對不上的地方</translation>
    </message>
    <message>
        <source>Dates and movements of every record agree.</source>
        <translation>每條記錄的日期和變動都對得上。</translation>
    </message>
    <message>
        <source>{source}, at the end of {day}</source>
        <translation>{source}，截至 {day} 日末</translation>
    </message>
    <message>
        <source>The seven batches</source>
        <translation>七個一批</translation>
    </message>
    <message>
        <source>In two of them</source>
        <translation>兩批交叉</translation>
    </message>
    <message>
        <source>What is counted</source>
        <translation>計數口徑</translation>
    </message>
    <message>
        <source>Cut-off day</source>
        <translation>截止日期</translation>
    </message>
    <message>
        <source>At the end of {day}, yearly facts of {year}, rules {set}. One person may be in several batches: they are never added up. {households} households and {people} people are on the register.</source>
        <translation>截至 {day} 日末，年度情況取 {year} 年，口徑 {set}。一人可以在幾批裡，各批不能相加。在冊 {households} 戶 {people} 人。</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>批次</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>待核實</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>來源</translation>
    </message>
    <message>
        <source>In none: {count} people. Each needs a reason or a measure.</source>
        <translation>未列入任何一批 {count} 人，每人要有原因或措施</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>成員姓名</translation>
    </message>
    <message>
        <source>Records of which the register does not know enough.</source>
        <translation>戶冊情況不足、還判斷不了的條數。</translation>
    </message>
    <message>
        <source>{one} and {other} at the end of {day}: {households} households, {people} people</source>
        <translation>{one} 與 {other}，截至 {day} 日末：{households} 戶 {people} 人</translation>
    </message>
    <message>
        <source>Everybody is in at least one batch.</source>
        <translation>人人至少列入一批。</translation>
    </message>
    <message>
        <source>{places}. The figures are those of the end of the cut-off day. A seal keeps them.</source>
        <translation>{places}。數字取截止日期日末，用校驗碼封存，以後不再改。</translation>
    </message>
    <message>
        <source>Why is a new version needed after version {version}?</source>
        <translation>第 {version} 版之後為什麼要再取一版？</translation>
    </message>
    <message>
        <source>Freeze {year} as it stands</source>
        <translation>按現狀凍結 {year} 年度</translation>
    </message>
    <message>
        <source>The cut-off day is a day of {year}.</source>
        <translation>截止日期應是 {year} 年裡的一天。</translation>
    </message>
    <message>
        <source>Reason (may stay empty)</source>
        <translation>原因（可不填）</translation>
    </message>
    <message>
        <source>Write why a new version is needed.</source>
        <translation>請寫明為什麼要再取一版。</translation>
    </message>
    <message>
        <source>Lasting facts of last year are carried over, marked “carried”, where nobody has written yet.</source>
        <translation>上年的長期情況結轉到本年，註明“上年結轉”；已經填寫的不動。</translation>
    </message>
    <message>
        <source>What an exit standard judges, such as income, is never carried: it is asked anew.</source>
        <translation>退出標準要判斷的內容（如收入）不結轉，須重新詢問。</translation>
    </message>
    <message>
        <source>Nothing that is recorded is touched. It can be stopped; what was opened stays.</source>
        <translation>已記錄的一律不改。中途可以停止，已開啟的戶保留。</translation>
    </message>
    <message>
        <source>Start {year} from {before}?</source>
        <translation>由 {before} 年開啟 {year} 年度？</translation>
    </message>
    <message>
        <source>The year {year}</source>
        <translation>{year} 年度</translation>
    </message>
    <message>
        <source>Ctrl+PageUp and Ctrl+PageDown change the part; Enter opens what the cursor stands on.</source>
        <translation>Ctrl+PageUp、Ctrl+PageDown 換欄；回車打開光標所在的一條。</translation>
    </message>
    <message>
        <source>Wait until the work is done, or stop it.</source>
        <translation>請等這一步做完，或先停止它。</translation>
    </message>
    <message>
        <source>Parts of the year</source>
        <translation>年度各欄</translation>
    </message>
    <message>
        <source>In and out</source>
        <translation>進出平衡</translation>
    </message>
    <message>
        <source>Snapshots</source>
        <translation>年終快照</translation>
    </message>
    <message>
        <source>At the end of {day}: {households} households, {people} people frozen; now {households_now} and {people_now}.</source>
        <translation>{day} 日末：凍結時 {households} 戶 {people} 人，現在 {households_now} 戶 {people_now} 人。</translation>
    </message>
    <message>
        <source>What has changed</source>
        <translation>變動內容</translation>
    </message>
    <message>
        <source>Compare with</source>
        <translation>對比</translation>
    </message>
    <message>
        <source>No snapshot of this year yet. “Take a snapshot” freezes the year as it stands.</source>
        <translation>本年還沒有快照。按“取快照”把本年按現狀凍結下來。</translation>
    </message>
    <message>
        <source>{count} changes since</source>
        <translation>此後更正 {count} 處</translation>
    </message>
    <message>
        <source>{count} differences</source>
        <translation>相差 {count} 處</translation>
    </message>
    <message>
        <source>The village in view</source>
        <translation>當前村</translation>
    </message>
    <message>
        <source>Every village in view, one after another</source>
        <translation>當前範圍內各村，逐村進行</translation>
    </message>
    <message>
        <source>the register now</source>
        <translation>現在的戶冊</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>版次</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>取定</translation>
    </message>
    <message>
        <source>Seal</source>
        <translation>校驗碼</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>戶 › 成員</translation>
    </message>
    <message>
        <source>After</source>
        <translation>現值</translation>
    </message>
    <message>
        <source>The first characters of the SHA-256 of everything that was frozen.</source>
        <translation>全部凍結內容的 SHA-256 校驗碼前幾位。</translation>
    </message>
    <message>
        <source>version {version} of {day}</source>
        <translation>第 {version} 版（{day}）</translation>
    </message>
    <message>
        <source>Nothing has changed since.</source>
        <translation>此後沒有更正。</translation>
    </message>
    <message>
        <source>They do not differ.</source>
        <translation>兩版沒有差別。</translation>
    </message>
    <message>
        <source>Corrected by</source>
        <translation>更正</translation>
    </message>
    <message>
        <source>Take a snapshot</source>
        <translation>取快照</translation>
    </message>
    <message>
        <source>Freezes the year as it stands, with a seal.</source>
        <translation>按現狀凍結本年，並用校驗碼封存。</translation>
    </message>
    <message>
        <source>Open the year</source>
        <translation>開啟年度</translation>
    </message>
    <message>
        <source>Carries last year's lasting facts into the year, where nobody has written yet.</source>
        <translation>把上年的長期情況結轉到本年，已填寫的不動。</translation>
    </message>
    <message>
        <source>Count again</source>
        <translation>重新清點</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>年度</translation>
    </message>
    <message>
        <source>Carry last year over</source>
        <translation>結轉上年</translation>
    </message>
    <message>
        <source>This household's lasting facts of last year, where nobody has written yet.</source>
        <translation>把本戶上年的長期情況結轉到本年，已填寫的不動。</translation>
    </message>
    <message>
        <source>Nothing of {year} is left to carry over.</source>
        <translation>{year} 年沒有可結轉的內容。</translation>
    </message>
</context>
</TS>