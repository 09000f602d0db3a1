<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>fieldapp</name>
    <message>
        <source>Matters to look at</source>
        <translation>待确认事项</translation>
    </message>
    <message>
        <source>Matters to look at: {count}</source>
        <translation>待确认事项：{count}</translation>
    </message>
    <message>
        <source>Nothing waits here.</source>
        <translation>这里没有待办的事。</translation>
    </message>
    <message>
        <source>What an exchange has brought that asks for a person. Nothing is decided by itself.</source>
        <translation>同步带来、需要人来看的事。程序不会自己作决定。</translation>
    </message>
    <message>
        <source>Next matter</source>
        <translation>下一件</translation>
    </message>
    <message>
        <source>Households on their way, late edits, decisions to confirm anew.</source>
        <translation>待接收的迁入户、迟到的修改、要重新确认的决定。</translation>
    </message>
    <message>
        <source>households on their way, late edits, decisions to confirm anew</source>
        <translation>待接收的迁入户、迟到的修改、要重新确认的决定</translation>
    </message>
    <message>
        <source>Nothing that came in asks for a decision.</source>
        <translation>同步带来的内容都不需要您再作决定。</translation>
    </message>
    <message>
        <source>Here appear households that moved to one of your villages, what an old village wrote late, decisions whose facts came in after they were made, and changes that wait for a review.</source>
        <translation>这里会列出：迁到你所管村的农户、原村后来补写的内容、作出决定之后才送到的事实，以及等待审核的改动。</translation>
    </message>
    <message>
        <source>Household of {name}</source>
        <translation>{name}户</translation>
    </message>
    <message>
        <source>Taken in: {name}</source>
        <translation>已接收：{name}</translation>
    </message>
    <message>
        <source>moved to {village}</source>
        <translation>迁往{village}</translation>
    </message>
    <message>
        <source>This household has left {old} for {new}. Its people, its years and what stands go along; nothing is typed again.</source>
        <translation>这一户已从{old}迁往{new}。成员、各年度情况和在办事项一并带过去，不用重新录入。</translation>
    </message>
    <message>
        <source>Take the household in</source>
        <translation>接收这一户</translation>
    </message>
    <message>
        <source>Carried over: {name}</source>
        <translation>已带到新村：{name}</translation>
    </message>
    <message>
        <source>written in the old village after the move</source>
        <translation>迁出后原村的修改</translation>
    </message>
    <message>
        <source>Somebody in the old village wrote this without knowing of the move to {new}. It is kept there; carry it over so that it stands where the household lives now.</source>
        <translation>原村的人不知道这户已迁往{new}，写下了这些。原村的记录会保留；带过去后，新村也就有了。</translation>
    </message>
    <message>
        <source>Carry it over to {village}</source>
        <translation>带到{village}</translation>
    </message>
    <message>
        <source>Choose in the conflicts</source>
        <translation>到冲突页处理</translation>
    </message>
    <message>
        <source>signed checklist of {year}</source>
        <translation>{year}年已签字的核查表</translation>
    </message>
    <message>
        <source>Facts under this signed checklist came in after the signing. The signatures stand as they are; ask those who signed to look again and sign anew.</source>
        <translation>签字之后，又来了这张核查表依据的新情况。已有签字不变；请签字人再看一遍，重新签字。</translation>
    </message>
    <message>
        <source>Open the checklist</source>
        <translation>打开核查表</translation>
    </message>
    <message>
        <source>It stands as it is</source>
        <translation>维持原样</translation>
    </message>
    <message>
        <source>frozen year {year}</source>
        <translation>{year}年年终快照</translation>
    </message>
    <message>
        <source>Facts of the frozen year {year} came in late. The frozen figures stay as they are; look at what differs, and freeze the year anew if it should count.</source>
        <translation>{year}年封存之后，又来了该年的情况。封存的数字不变；请看哪里不同，需要计入时再封存一次。</translation>
    </message>
    <message>
        <source>approved entry</source>
        <translation>已批准的录入项</translation>
    </message>
    <message>
        <source>This fact was approved for the national system and says something else since. The approval stands as it is; look whether it still should be entered.</source>
        <translation>这一项已批准录入国家系统，之后又变了。批准不变；请看是否仍要照此录入。</translation>
    </message>
    <message>
        <source>Open the entry list</source>
        <translation>打开录入清单</translation>
    </message>
    <message>
        <source>Confirmed as it stands</source>
        <translation>已确认维持原样</translation>
    </message>
    <message>
        <source>Moved on</source>
        <translation>迁移日期</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>Open the year's figures</source>
        <translation>打开年度数字</translation>
    </message>
    <message>
        <source>As approved</source>
        <translation>批准的值</translation>
    </message>
    <message>
        <source>This household does not wait any more. Look at the list of arrivals again.</source>
        <translation>这一户已经不在待接收之列。请重新看待确认事项。</translation>
    </message>
    <message>
        <source>Nothing of this record waits any more. Look at the list of conflicts again.</source>
        <translation>这条记录已经没有待处理的修改。请重新看冲突页。</translation>
    </message>
    <message>
        <source>Who signed this sheet confirms it by signing again. Open the checklist and ask them.</source>
        <translation>签过字的核查表，由签字人重新签字来确认。请打开核查表，请他们再签。</translation>
    </message>
</context>
</TS>
