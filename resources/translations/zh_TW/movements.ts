<?xml version='1.0' encoding='UTF-8'?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_TW" sourcelanguage="en">
<context>
    <name>fieldapp</name>
    <message>
        <source>A later movement of the same sort was on {day}. Record them in the order in which they happened.</source>
        <translation>{day}已有一次同類的較晚變動。請按發生的先後順序登記。</translation>
    </message>
    <message>
        <source>This household is in the register already.</source>
        <translation>該戶已在冊。</translation>
    </message>
    <message>
        <source>This step cannot be a movement of the kind {kind}. Choose another.</source>
        <translation>這一步不能登記為“{kind}”類變動，請另選一種。</translation>
    </message>
    <message>
        <source>Give the day on which it happened.</source>
        <translation>請填寫發生的日期。</translation>
    </message>
    <message>
        <source>The {date} lies in the future. Record it when it has happened.</source>
        <translation>{date}在今天之後。請在發生後再登記。</translation>
    </message>
    <message>
        <source>The {date} is before the birth on {day}. Correct one of the two dates.</source>
        <translation>{date}早於出生日期{day}。請更正其中一個日期。</translation>
    </message>
    <message>
        <source>On the {date} this person was not in the household yet, but since {day}. Correct one of the two dates.</source>
        <translation>{date}時此人還不在該戶，{day}起才在。請更正其中一個日期。</translation>
    </message>
    <message>
        <source>On the {date} the household was not in the register yet, but since {day}. Correct one of the two dates.</source>
        <translation>{date}時該戶還未在冊，{day}起才在冊。請更正其中一個日期。</translation>
    </message>
    <message>
        <source>This household has exited. If it is poor again, record its return to poverty.</source>
        <translation>該戶已脫貧。如再次貧困，請登記返貧。</translation>
    </message>
    <message>
        <source>The help of this household is suspended already.</source>
        <translation>該戶已處於中止幫扶狀態。</translation>
    </message>
    <message>
        <source>The help of this household was not suspended.</source>
        <translation>該戶沒有中止過幫扶。</translation>
    </message>
    <message>
        <source>Only a household that has exited can return. Record its exit first.</source>
        <translation>只有已脫貧的戶才能登記返貧。請先登記脫貧退出。</translation>
    </message>
    <message>
        <source>A household has one head. Choose another relation for the others.</source>
        <translation>一戶只有一個戶主。請為其他人另選與戶主關係。</translation>
    </message>
    <message>
        <source>The head leaves and others stay. Choose the new head in the same step.</source>
        <translation>戶主離開而戶內還有人。請在同一步中選定新戶主。</translation>
    </message>
    <message>
        <source>The new head must be somebody who is in the household.</source>
        <translation>新戶主必須是該戶的成員。</translation>
    </message>
    <message>
        <source>Say what {people} will be to the new head.</source>
        <translation>請說明{people}與新戶主的關係。</translation>
    </message>
    <message>
        <source>This household ended on {date}. Nothing can move in it now.</source>
        <translation>該戶已於{date}銷戶，不能再登記變動。</translation>
    </message>
    <message>
        <source>This person is not in the household now. Open the household again.</source>
        <translation>此人現在不在該戶。請重新打開該戶。</translation>
    </message>
    <message>
        <source>A split, a merger or a move between villages rests on these records. Record instead that one was merged into the other.</source>
        <translation>這兩條記錄上還有分戶、並戶或跨村遷移。請改為登記一戶併入另一戶。</translation>
    </message>
    <message>
        <source>A split leaves people on both sides. Choose who leaves.</source>
        <translation>分戶後兩邊都要有人。請選擇分出去的人。</translation>
    </message>
    <message>
        <source>Only two households of one village merge. Move the household to the other village first.</source>
        <translation>只有同村的兩戶才能並戶。請先把該戶遷到另一村。</translation>
    </message>
    <message>
        <source>{count} people are still in this household. Record first where they went.</source>
        <translation>該戶還有{count}人。請先登記他們的去向。</translation>
    </message>
    <message>
        <source>These stand in two villages. Record for one of them where the people went, or that it was wrong.</source>
        <translation>兩條記錄分屬兩個村。請為其中一條登記去向，或登記為錯評。</translation>
    </message>
    <message>
        <source>One of the two has ended already. There is nothing to merge.</source>
        <translation>其中一條已經終止，不需要合併。</translation>
    </message>
    <message>
        <source>The record that ends is the head of a household with others in it. Change the head there first.</source>
        <translation>將終止的記錄是另一戶的戶主，該戶還有其他人。請先在該戶變更戶主。</translation>
    </message>
    <message>
        <source>This still goes on for somebody who has left. Look at it and end it, or give it to another.</source>
        <translation>此人或此戶已離開，這一項仍在進行。請查看後終止，或轉給他人。</translation>
    </message>
    <message>
        <source>Only children are left in this household. Record who cares for them.</source>
        <translation>該戶只剩未成年人。請登記由誰照料。</translation>
    </message>
    <message>
        <source>This household has no head. Choose one.</source>
        <translation>該戶沒有戶主，請選定一人。</translation>
    </message>
    <message>
        <source>This may be that of the head who has left. Ask for the one of the new head.</source>
        <translation>這可能是已離開的戶主的。請核實新戶主的。</translation>
    </message>
    <message>
        <source>Choose the other village. {scope} is none.</source>
        <translation>請選擇遷入的村。{scope}不是村。</translation>
    </message>
    <message>
        <source>Something that was recorded later rests on this: people, a new head, another movement. Take that back first.</source>
        <translation>之後登記的內容以此為依據（成員、新戶主或其他變動）。請先撤銷後登記的內容。</translation>
    </message>
</context>
</TS>