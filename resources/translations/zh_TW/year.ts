<?xml version='1.0' encoding='UTF-8'?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_TW" sourcelanguage="en">
<context>
    <name>year</name>
    <message>
        <source>This movement is of a person and names none. Name the person.</source>
        <translation>這條變動是成員變動，卻沒有寫明是誰。請補上成員。</translation>
    </message>
    <message>
        <source>The household or person of this movement is not in the register. Withdraw the movement or enter the record.</source>
        <translation>這條變動的戶或人不在戶冊裡。請撤回變動，或者補錄。</translation>
    </message>
    <message>
        <source>This record ended before it began. Correct one of the two dates.</source>
        <translation>這條記錄的結束日期早於開始日期。請改正其中一個。</translation>
    </message>
    <message>
        <source>The status of this household is not what its last movement made it. Correct the status or enter the movement.</source>
        <translation>該戶的脫貧屬性與最後一次變動不一致。請更正屬性，或者補錄變動。</translation>
    </message>
    <message>
        <source>The record names this year as the year of exit or return and no movement says so. Enter the movement.</source>
        <translation>記錄寫的是本年度脫貧或返貧，卻沒有相應的變動。請補錄變動。</translation>
    </message>
    <message>
        <source>This movement changes a status that the household already had. Compare it with the movements before.</source>
        <translation>這條變動之前該戶已是這個狀態。請與前面的變動核對。</translation>
    </message>
    <message>
        <source>This number is in the register more than once. Compare the records and end the wrong one.</source>
        <translation>這個號碼在戶冊裡不止一處。請核對，並結束錯誤的一條。</translation>
    </message>
    <message>
        <source>A movement brings this household in this year, and its record was there before. Compare the dates.</source>
        <translation>變動寫本年度新進該戶，但該戶的記錄此前已在。請核對日期。</translation>
    </message>
    <message>
        <source>A movement removes this household this year, and its record has not ended this year. Compare the dates.</source>
        <translation>變動寫本年度減少該戶，但該戶的記錄本年度並未結束。請核對日期。</translation>
    </message>
    <message>
        <source>A movement brings this person in this year, and the record says another year. Compare the dates.</source>
        <translation>變動寫本年度增加此人，但記錄上是別的年度。請核對日期。</translation>
    </message>
    <message>
        <source>A movement removes this person this year, and the record has not ended this year. Compare the dates.</source>
        <translation>變動寫本年度減少此人，但記錄本年度並未結束。請核對日期。</translation>
    </message>
    <message>
        <source>This movement says {claimed} people, the register counts {counted}. Correct the one that is wrong.</source>
        <translation>這條變動寫的是 {claimed} 人，戶冊裡數出 {counted} 人。請改正錯的一個。</translation>
    </message>
    <message>
        <source>This household came into the register this year and no movement says how. Enter the movement.</source>
        <translation>該戶本年度進入戶冊，卻沒有變動說明來由。請補錄變動。</translation>
    </message>
    <message>
        <source>This household ended this year and no movement says why. Enter the movement.</source>
        <translation>該戶本年度結束，卻沒有變動說明原因。請補錄變動。</translation>
    </message>
    <message>
        <source>This person joined this year and no movement says how. Enter the movement.</source>
        <translation>此人本年度增加，卻沒有變動說明來由。請補錄變動。</translation>
    </message>
    <message>
        <source>This person left this year and no movement says why. Enter the movement.</source>
        <translation>此人本年度減少，卻沒有變動說明原因。請補錄變動。</translation>
    </message>
    <message>
        <source>The typed figure of {line} is what the work ledger brings already. If it is the same money, type 0 here.</source>
        <translation>{line} 的填寫數與工作臺賬帶來的數相同。如果是同一筆錢，這裡請填 0。</translation>
    </message>
    <message>
        <source>The typed lines of {letter} do not add up to the typed {letter}. Correct the one that is wrong.</source>
        <translation>{letter} 的各細項填寫數與 {letter} 的填寫數對不上。請改正錯的一個。</translation>
    </message>
    <message>
        <source>Two entries of {line} have one day, one amount and one person. If it is one payment, end one of them.</source>
        <translation>{line} 有兩筆記錄的日期、金額和人都相同。如果是同一筆，請結束其中一筆。</translation>
    </message>
    <message>
        <source>This entry of {day} lies outside the months of the sheet. It counts by its year.</source>
        <translation>{day} 的這一筆不在核算表的起止月內。它按所在年度計入。</translation>
    </message>
    <message>
        <source>Version {version} of {year} is not what was sealed. Fetch it again from the station.</source>
        <translation>{year} 年第 {version} 版與封存時不一致。請從鄉鎮站重新取一份。</translation>
    </message>
    <message>
        <source>An income belongs to a piece of work. Name the visit, or enter a new one.</source>
        <translation>一筆收入要歸到一次工作記錄。請指明走訪，或者新記一次。</translation>
    </message>
    <message>
        <source>There is no income line {line}. Choose one of the list.</source>
        <translation>沒有收入項目 {line}。請從列表中選擇。</translation>
    </message>
    <message>
        <source>Only income can be left out of the stable income. Take the kind off the line {line}.</source>
        <translation>只有收入才能不計入穩定收入。請去掉 {line} 項的類別。</translation>
    </message>
    <message>
        <source>This entry cannot be kept. {finding}</source>
        <translation>這一筆無法保存。{finding}</translation>
    </message>
    <message>
        <source>This person is not of this household. Choose one of its members.</source>
        <translation>此人不是該戶成員。請選擇該戶的成員。</translation>
    </message>
    <message>
        <source>A snapshot is of one village. Enter the village {scope} first.</source>
        <translation>快照按村製作。請先錄入村 {scope}。</translation>
    </message>
    <message>
        <source>There is a version {version} of this year. Say why a new one is needed.</source>
        <translation>本年度已有第 {version} 版。請說明為什麼要新的一版。</translation>
    </message>
    <message>
        <source>Nothing has changed since version {version}. That version still holds.</source>
        <translation>自第 {version} 版以來沒有變化。該版仍然有效。</translation>
    </message>
    <message>
        <source>{name}: {start} at the start, {end} at the end</source>
        <translation>{name}：年初 {start}，年末 {end}</translation>
    </message>
    <message>
        <source>Households</source>
        <translation>戶數</translation>
    </message>
    <message>
        <source>Poor people who have not exited</source>
        <translation>未脫貧人數</translation>
    </message>
    <message>
        <source>{village}: version {version} of {year}, {households} households, {people} people, {sha256}</source>
        <translation>{village}：{year} 年第 {version} 版，{households} 戶，{people} 人，{sha256}</translation>
    </message>
    <message>
        <source>difference: {count}</source>
        <translation>差額：{count}</translation>
    </message>
    <message>
        <source>{day} is no day of that year. Write it as 2019-11-05.</source>
        <translation>{day} 不是該年度的日期。請寫成 2019-11-05 這樣。</translation>
    </message>
    <message>
        <source>{opened} households start {year} from the year before, {unchanged} had nothing to carry.</source>
        <translation>{opened} 戶的 {year} 年度從上年結轉，{unchanged} 戶沒有可結轉的。</translation>
    </message>
    <message>
        <source>Nothing was frozen: no village here is entered in the list of villages, or none has changed.</source>
        <translation>沒有形成快照：這裡沒有已登記的村，或上一版以來沒有變化。</translation>
    </message>
    <message>
        <source>carried</source>
        <translation>上年結轉</translation>
    </message>
</context>
</TS>