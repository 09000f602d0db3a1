<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>fieldapp</name>
    <message>
        <source>A later movement of the same sort was on {day}. Record them in the order in which they happened.</source>
        <translation>{day}已有一次同类的较晚变动。请按发生的先后顺序登记。</translation>
    </message>
    <message>
        <source>This household is in the register already.</source>
        <translation>该户已在册。</translation>
    </message>
    <message>
        <source>This step cannot be a movement of the kind {kind}. Choose another.</source>
        <translation>这一步不能登记为“{kind}”类变动，请另选一种。</translation>
    </message>
    <message>
        <source>Give the day on which it happened.</source>
        <translation>请填写发生的日期。</translation>
    </message>
    <message>
        <source>The {date} lies in the future. Record it when it has happened.</source>
        <translation>{date}在今天之后。请在发生后再登记。</translation>
    </message>
    <message>
        <source>The {date} is before the birth on {day}. Correct one of the two dates.</source>
        <translation>{date}早于出生日期{day}。请更正其中一个日期。</translation>
    </message>
    <message>
        <source>On the {date} this person was not in the household yet, but since {day}. Correct one of the two dates.</source>
        <translation>{date}时此人还不在该户，{day}起才在。请更正其中一个日期。</translation>
    </message>
    <message>
        <source>On the {date} the household was not in the register yet, but since {day}. Correct one of the two dates.</source>
        <translation>{date}时该户还未在册，{day}起才在册。请更正其中一个日期。</translation>
    </message>
    <message>
        <source>This household has exited. If it is poor again, record its return to poverty.</source>
        <translation>该户已脱贫。如再次贫困，请登记返贫。</translation>
    </message>
    <message>
        <source>The help of this household is suspended already.</source>
        <translation>该户已处于中止帮扶状态。</translation>
    </message>
    <message>
        <source>The help of this household was not suspended.</source>
        <translation>该户没有中止过帮扶。</translation>
    </message>
    <message>
        <source>Only a household that has exited can return. Record its exit first.</source>
        <translation>只有已脱贫的户才能登记返贫。请先登记脱贫退出。</translation>
    </message>
    <message>
        <source>A household has one head. Choose another relation for the others.</source>
        <translation>一户只有一个户主。请为其他人另选与户主关系。</translation>
    </message>
    <message>
        <source>The head leaves and others stay. Choose the new head in the same step.</source>
        <translation>户主离开而户内还有人。请在同一步中选定新户主。</translation>
    </message>
    <message>
        <source>The new head must be somebody who is in the household.</source>
        <translation>新户主必须是该户的成员。</translation>
    </message>
    <message>
        <source>Say what {people} will be to the new head.</source>
        <translation>请说明{people}与新户主的关系。</translation>
    </message>
    <message>
        <source>This household ended on {date}. Nothing can move in it now.</source>
        <translation>该户已于{date}销户，不能再登记变动。</translation>
    </message>
    <message>
        <source>This person is not in the household now. Open the household again.</source>
        <translation>此人现在不在该户。请重新打开该户。</translation>
    </message>
    <message>
        <source>A split, a merger or a move between villages rests on these records. Record instead that one was merged into the other.</source>
        <translation>这两条记录上还有分户、并户或跨村迁移。请改为登记一户并入另一户。</translation>
    </message>
    <message>
        <source>A split leaves people on both sides. Choose who leaves.</source>
        <translation>分户后两边都要有人。请选择分出去的人。</translation>
    </message>
    <message>
        <source>Only two households of one village merge. Move the household to the other village first.</source>
        <translation>只有同村的两户才能并户。请先把该户迁到另一村。</translation>
    </message>
    <message>
        <source>{count} people are still in this household. Record first where they went.</source>
        <translation>该户还有{count}人。请先登记他们的去向。</translation>
    </message>
    <message>
        <source>These stand in two villages. Record for one of them where the people went, or that it was wrong.</source>
        <translation>两条记录分属两个村。请为其中一条登记去向，或登记为错评。</translation>
    </message>
    <message>
        <source>One of the two has ended already. There is nothing to merge.</source>
        <translation>其中一条已经终止，不需要合并。</translation>
    </message>
    <message>
        <source>The record that ends is the head of a household with others in it. Change the head there first.</source>
        <translation>将终止的记录是另一户的户主，该户还有其他人。请先在该户变更户主。</translation>
    </message>
    <message>
        <source>This still goes on for somebody who has left. Look at it and end it, or give it to another.</source>
        <translation>此人或此户已离开，这一项仍在进行。请查看后终止，或转给他人。</translation>
    </message>
    <message>
        <source>Only children are left in this household. Record who cares for them.</source>
        <translation>该户只剩未成年人。请登记由谁照料。</translation>
    </message>
    <message>
        <source>This household has no head. Choose one.</source>
        <translation>该户没有户主，请选定一人。</translation>
    </message>
    <message>
        <source>This may be that of the head who has left. Ask for the one of the new head.</source>
        <translation>这可能是已离开的户主的。请核实新户主的。</translation>
    </message>
    <message>
        <source>Choose the other village. {scope} is none.</source>
        <translation>请选择迁入的村。{scope}不是村。</translation>
    </message>
    <message>
        <source>Something that was recorded later rests on this: people, a new head, another movement. Take that back first.</source>
        <translation>之后登记的内容以此为依据（成员、新户主或其他变动）。请先撤销后登记的内容。</translation>
    </message>
</context>
</TS>
