<?xml version='1.0' encoding='UTF-8'?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_TW" sourcelanguage="en">
<context>
    <name>fieldapp</name>
    <message>
        <source>Matters to look at</source>
        <translation>待確認事項</translation>
    </message>
    <message>
        <source>Matters to look at: {count}</source>
        <translation>待確認事項：{count}</translation>
    </message>
    <message>
        <source>Nothing waits here.</source>
        <translation>這裡沒有待辦的事。</translation>
    </message>
    <message>
        <source>What an exchange has brought that asks for a person. Nothing is decided by itself.</source>
        <translation>同步帶來、需要人來看的事。程序不會自己作決定。</translation>
    </message>
    <message>
        <source>Next matter</source>
        <translation>下一件</translation>
    </message>
    <message>
        <source>Households on their way, late edits, decisions to confirm anew.</source>
        <translation>待接收的遷入戶、遲到的修改、要重新確認的決定。</translation>
    </message>
    <message>
        <source>households on their way, late edits, decisions to confirm anew</source>
        <translation>待接收的遷入戶、遲到的修改、要重新確認的決定</translation>
    </message>
    <message>
        <source>Nothing that came in asks for a decision.</source>
        <translation>同步帶來的內容都不需要您再作決定。</translation>
    </message>
    <message>
        <source>Here appear households that moved to one of your villages, what an old village wrote late, decisions whose facts came in after they were made, and changes that wait for a review.</source>
        <translation>這裡會列出：遷到你所管村的農戶、原村後來補寫的內容、作出決定之後才送到的事實，以及等待審核的改動。</translation>
    </message>
    <message>
        <source>Household of {name}</source>
        <translation>{name}戶</translation>
    </message>
    <message>
        <source>Taken in: {name}</source>
        <translation>已接收：{name}</translation>
    </message>
    <message>
        <source>moved to {village}</source>
        <translation>遷往{village}</translation>
    </message>
    <message>
        <source>This household has left {old} for {new}. Its people, its years and what stands go along; nothing is typed again.</source>
        <translation>這一戶已從{old}遷往{new}。成員、各年度情況和在辦事項一併帶過去，不用重新錄入。</translation>
    </message>
    <message>
        <source>Take the household in</source>
        <translation>接收這一戶</translation>
    </message>
    <message>
        <source>Carried over: {name}</source>
        <translation>已帶到新村：{name}</translation>
    </message>
    <message>
        <source>written in the old village after the move</source>
        <translation>遷出後原村的修改</translation>
    </message>
    <message>
        <source>Somebody in the old village wrote this without knowing of the move to {new}. It is kept there; carry it over so that it stands where the household lives now.</source>
        <translation>原村的人不知道這戶已遷往{new}，寫下了這些。原村的記錄會保留；帶過去後，新村也就有了。</translation>
    </message>
    <message>
        <source>Carry it over to {village}</source>
        <translation>帶到{village}</translation>
    </message>
    <message>
        <source>Choose in the conflicts</source>
        <translation>到衝突頁處理</translation>
    </message>
    <message>
        <source>signed checklist of {year}</source>
        <translation>{year}年已簽字的核查表</translation>
    </message>
    <message>
        <source>Facts under this signed checklist came in after the signing. The signatures stand as they are; ask those who signed to look again and sign anew.</source>
        <translation>簽字之後，又來了這張核查表依據的新情況。已有簽字不變；請簽字人再看一遍，重新簽字。</translation>
    </message>
    <message>
        <source>Open the checklist</source>
        <translation>打開核查表</translation>
    </message>
    <message>
        <source>It stands as it is</source>
        <translation>維持原樣</translation>
    </message>
    <message>
        <source>frozen year {year}</source>
        <translation>{year}年年終快照</translation>
    </message>
    <message>
        <source>Facts of the frozen year {year} came in late. The frozen figures stay as they are; look at what differs, and freeze the year anew if it should count.</source>
        <translation>{year}年封存之後，又來了該年的情況。封存的數字不變；請看哪裡不同，需要計入時再封存一次。</translation>
    </message>
    <message>
        <source>approved entry</source>
        <translation>已批准的錄入項</translation>
    </message>
    <message>
        <source>This fact was approved for the national system and says something else since. The approval stands as it is; look whether it still should be entered.</source>
        <translation>這一項已批准錄入國家系統，之後又變了。批准不變；請看是否仍要照此錄入。</translation>
    </message>
    <message>
        <source>Open the entry list</source>
        <translation>打開錄入清單</translation>
    </message>
    <message>
        <source>Confirmed as it stands</source>
        <translation>已確認維持原樣</translation>
    </message>
    <message>
        <source>Moved on</source>
        <translation>遷移日期</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>現在</translation>
    </message>
    <message>
        <source>Open the year's figures</source>
        <translation>打開年度數字</translation>
    </message>
    <message>
        <source>As approved</source>
        <translation>批准的值</translation>
    </message>
    <message>
        <source>This household does not wait any more. Look at the list of arrivals again.</source>
        <translation>這一戶已經不在待接收之列。請重新看待確認事項。</translation>
    </message>
    <message>
        <source>Nothing of this record waits any more. Look at the list of conflicts again.</source>
        <translation>這條記錄已經沒有待處理的修改。請重新看衝突頁。</translation>
    </message>
    <message>
        <source>Who signed this sheet confirms it by signing again. Open the checklist and ask them.</source>
        <translation>簽過字的核查表，由簽字人重新簽字來確認。請打開核查表，請他們再籤。</translation>
    </message>
</context>
</TS>