<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>year</name>
    <message>
        <source>This movement is of a person and names none. Name the person.</source>
        <translation>这条变动是成员变动，却没有写明是谁。请补上成员。</translation>
    </message>
    <message>
        <source>The household or person of this movement is not in the register. Withdraw the movement or enter the record.</source>
        <translation>这条变动的户或人不在户册里。请撤回变动，或者补录。</translation>
    </message>
    <message>
        <source>This record ended before it began. Correct one of the two dates.</source>
        <translation>这条记录的结束日期早于开始日期。请改正其中一个。</translation>
    </message>
    <message>
        <source>The status of this household is not what its last movement made it. Correct the status or enter the movement.</source>
        <translation>该户的脱贫属性与最后一次变动不一致。请更正属性，或者补录变动。</translation>
    </message>
    <message>
        <source>The record names this year as the year of exit or return and no movement says so. Enter the movement.</source>
        <translation>记录写的是本年度脱贫或返贫，却没有相应的变动。请补录变动。</translation>
    </message>
    <message>
        <source>This movement changes a status that the household already had. Compare it with the movements before.</source>
        <translation>这条变动之前该户已是这个状态。请与前面的变动核对。</translation>
    </message>
    <message>
        <source>This number is in the register more than once. Compare the records and end the wrong one.</source>
        <translation>这个号码在户册里不止一处。请核对，并结束错误的一条。</translation>
    </message>
    <message>
        <source>A movement brings this household in this year, and its record was there before. Compare the dates.</source>
        <translation>变动写本年度新进该户，但该户的记录此前已在。请核对日期。</translation>
    </message>
    <message>
        <source>A movement removes this household this year, and its record has not ended this year. Compare the dates.</source>
        <translation>变动写本年度减少该户，但该户的记录本年度并未结束。请核对日期。</translation>
    </message>
    <message>
        <source>A movement brings this person in this year, and the record says another year. Compare the dates.</source>
        <translation>变动写本年度增加此人，但记录上是别的年度。请核对日期。</translation>
    </message>
    <message>
        <source>A movement removes this person this year, and the record has not ended this year. Compare the dates.</source>
        <translation>变动写本年度减少此人，但记录本年度并未结束。请核对日期。</translation>
    </message>
    <message>
        <source>This movement says {claimed} people, the register counts {counted}. Correct the one that is wrong.</source>
        <translation>这条变动写的是 {claimed} 人，户册里数出 {counted} 人。请改正错的一个。</translation>
    </message>
    <message>
        <source>This household came into the register this year and no movement says how. Enter the movement.</source>
        <translation>该户本年度进入户册，却没有变动说明来由。请补录变动。</translation>
    </message>
    <message>
        <source>This household ended this year and no movement says why. Enter the movement.</source>
        <translation>该户本年度结束，却没有变动说明原因。请补录变动。</translation>
    </message>
    <message>
        <source>This person joined this year and no movement says how. Enter the movement.</source>
        <translation>此人本年度增加，却没有变动说明来由。请补录变动。</translation>
    </message>
    <message>
        <source>This person left this year and no movement says why. Enter the movement.</source>
        <translation>此人本年度减少，却没有变动说明原因。请补录变动。</translation>
    </message>
    <message>
        <source>The typed figure of {line} is what the work ledger brings already. If it is the same money, type 0 here.</source>
        <translation>{line} 的填写数与工作台账带来的数相同。如果是同一笔钱，这里请填 0。</translation>
    </message>
    <message>
        <source>The typed lines of {letter} do not add up to the typed {letter}. Correct the one that is wrong.</source>
        <translation>{letter} 的各细项填写数与 {letter} 的填写数对不上。请改正错的一个。</translation>
    </message>
    <message>
        <source>Two entries of {line} have one day, one amount and one person. If it is one payment, end one of them.</source>
        <translation>{line} 有两笔记录的日期、金额和人都相同。如果是同一笔，请结束其中一笔。</translation>
    </message>
    <message>
        <source>This entry of {day} lies outside the months of the sheet. It counts by its year.</source>
        <translation>{day} 的这一笔不在核算表的起止月内。它按所在年度计入。</translation>
    </message>
    <message>
        <source>Version {version} of {year} is not what was sealed. Fetch it again from the station.</source>
        <translation>{year} 年第 {version} 版与封存时不一致。请从乡镇站重新取一份。</translation>
    </message>
    <message>
        <source>An income belongs to a piece of work. Name the visit, or enter a new one.</source>
        <translation>一笔收入要归到一次工作记录。请指明走访，或者新记一次。</translation>
    </message>
    <message>
        <source>There is no income line {line}. Choose one of the list.</source>
        <translation>没有收入项目 {line}。请从列表中选择。</translation>
    </message>
    <message>
        <source>Only income can be left out of the stable income. Take the kind off the line {line}.</source>
        <translation>只有收入才能不计入稳定收入。请去掉 {line} 项的类别。</translation>
    </message>
    <message>
        <source>This entry cannot be kept. {finding}</source>
        <translation>这一笔无法保存。{finding}</translation>
    </message>
    <message>
        <source>This person is not of this household. Choose one of its members.</source>
        <translation>此人不是该户成员。请选择该户的成员。</translation>
    </message>
    <message>
        <source>A snapshot is of one village. Enter the village {scope} first.</source>
        <translation>快照按村制作。请先录入村 {scope}。</translation>
    </message>
    <message>
        <source>There is a version {version} of this year. Say why a new one is needed.</source>
        <translation>本年度已有第 {version} 版。请说明为什么要新的一版。</translation>
    </message>
    <message>
        <source>Nothing has changed since version {version}. That version still holds.</source>
        <translation>自第 {version} 版以来没有变化。该版仍然有效。</translation>
    </message>
    <message>
        <source>{name}: {start} at the start, {end} at the end</source>
        <translation>{name}：年初 {start}，年末 {end}</translation>
    </message>
    <message>
        <source>Households</source>
        <translation>户数</translation>
    </message>
    <message>
        <source>Poor people who have not exited</source>
        <translation>未脱贫人数</translation>
    </message>
    <message>
        <source>{village}: version {version} of {year}, {households} households, {people} people, {sha256}</source>
        <translation>{village}：{year} 年第 {version} 版，{households} 户，{people} 人，{sha256}</translation>
    </message>
    <message>
        <source>difference: {count}</source>
        <translation>差额：{count}</translation>
    </message>
    <message>
        <source>{day} is no day of that year. Write it as 2019-11-05.</source>
        <translation>{day} 不是该年度的日期。请写成 2019-11-05 这样。</translation>
    </message>
    <message>
        <source>{opened} households start {year} from the year before, {unchanged} had nothing to carry.</source>
        <translation>{opened} 户的 {year} 年度从上年结转，{unchanged} 户没有可结转的。</translation>
    </message>
    <message>
        <source>Nothing was frozen: no village here is entered in the list of villages, or none has changed.</source>
        <translation>没有形成快照：这里没有已登记的村，或上一版以来没有变化。</translation>
    </message>
    <message>
        <source>carried</source>
        <translation>上年结转</translation>
    </message>
</context>
</TS>
