<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>fieldapp</name>
    <message>
        <source>A member leaves</source>
        <translation>成员减少</translation>
    </message>
    <message>
        <source>A new household</source>
        <translation>新增一户</translation>
    </message>
    <message>
        <source>A new row in the grid of members.</source>
        <translation>在成员表里直接录入一行。</translation>
    </message>
    <message>
        <source>Add a photo or file …</source>
        <translation>添加照片或文件…</translation>
    </message>
    <message>
        <source>Add the household</source>
        <translation>建立这一户</translation>
    </message>
    <message>
        <source>An income or expense that was told (none: leave it)</source>
        <translation>问到的一笔收入或支出（没有就留空）</translation>
    </message>
    <message>
        <source>Another one</source>
        <translation>还有一笔</translation>
    </message>
    <message>
        <source>Asks how: death, marriage, moved out …</source>
        <translation>选择原因：死亡、婚出、迁出等。</translation>
    </message>
    <message>
        <source>Becomes</source>
        <translation>处理</translation>
    </message>
    <message>
        <source>Birth, death, marriage, move, split, merge, exit, return: what happened, and when.</source>
        <translation>出生、死亡、婚嫁、迁移、分户、并户、脱贫、返贫：发生了什么，什么时候。</translation>
    </message>
    <message>
        <source>By this column; again turns it round.</source>
        <translation>按当前列排序，再按一次倒过来。</translation>
    </message>
    <message>
        <source>Choose a member first.</source>
        <translation>请先选一名成员。</translation>
    </message>
    <message>
        <source>Done, nobody home, refused; problem, income.</source>
        <translation>已完成、无人在家、拒绝受访；问题和收入。</translation>
    </message>
    <message>
        <source>File, {size} KB</source>
        <translation>文件，{size} KB</translation>
    </message>
    <message>
        <source>For people who are in the household already. A birth or a marriage is recorded as a change. Marked cells are left out.</source>
        <translation>用于补录本来就在户里的人；出生、婚入等请用“登记变动”。标红的格子不会录入。</translation>
    </message>
    <message>
        <source>How did {name} come into this household?</source>
        <translation>{name}是怎么成为这一户成员的？</translation>
    </message>
    <message>
        <source>How does it come into the register?</source>
        <translation>怎么进入户册？</translation>
    </message>
    <message>
        <source>How?</source>
        <translation>方式</translation>
    </message>
    <message>
        <source>Into which household?</source>
        <translation>并入哪一户？</translation>
    </message>
    <message>
        <source>Keep {count} rows</source>
        <translation>录入{count}行</translation>
    </message>
    <message>
        <source>Members out of Excel or WPS.</source>
        <translation>把Excel或WPS里的成员粘贴进来。</translation>
    </message>
    <message>
        <source>Members out of the clipboard: {count}</source>
        <translation>剪贴板里的成员：{count}人</translation>
    </message>
    <message>
        <source>Name of the head</source>
        <translation>户主姓名</translation>
    </message>
    <message>
        <source>New household: {name}</source>
        <translation>新增户：{name}</translation>
    </message>
    <message>
        <source>Paste rows</source>
        <translation>粘贴多行</translation>
    </message>
    <message>
        <source>Pasted members: {count}</source>
        <translation>粘贴成员：{count}人</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>照片</translation>
    </message>
    <message>
        <source>Record a change</source>
        <translation>登记变动</translation>
    </message>
    <message>
        <source>Record a visit</source>
        <translation>登记走访</translation>
    </message>
    <message>
        <source>Record it</source>
        <translation>登记</translation>
    </message>
    <message>
        <source>Recorded. Please look at this too:</source>
        <translation>已登记。还请看看这些：</translation>
    </message>
    <message>
        <source>Recorded: {what}. Ctrl+Z takes all of it back.</source>
        <translation>已登记：{what}。按Ctrl+Z可整笔撤销。</translation>
    </message>
    <message>
        <source>Row {number}: {sentence}</source>
        <translation>第{number}行：{sentence}</translation>
    </message>
    <message>
        <source>Show all {count}</source>
        <translation>显示全部{count}条</translation>
    </message>
    <message>
        <source>Show it in full</source>
        <translation>看大图</translation>
    </message>
    <message>
        <source>Sort the members</source>
        <translation>成员排序</translation>
    </message>
    <message>
        <source>The clipboard holds no rows. Copy them in Excel or WPS, with their headings, and try again.</source>
        <translation>剪贴板里没有表格行。请在Excel或WPS里连表头一起复制，再试一次。</translation>
    </message>
    <message>
        <source>The same as in the row above.</source>
        <translation>和上一行相同。</translation>
    </message>
    <message>
        <source>There is no name. The row is passed over.</source>
        <translation>没有姓名，这一行跳过。</translation>
    </message>
    <message>
        <source>There is no row above.</source>
        <translation>上面没有行。</translation>
    </message>
    <message>
        <source>This belongs to the tab People.</source>
        <translation>请先转到“成员”页。</translation>
    </message>
    <message>
        <source>This household has ended. Only its history can be read.</source>
        <translation>这一户已经结束，只能查看历史。</translation>
    </message>
    <message>
        <source>This is needed.</source>
        <translation>这一项必须填。</translation>
    </message>
    <message>
        <source>This row is not kept yet: Ctrl+Enter keeps it, Esc gives it up.</source>
        <translation>这一行还没有保存：按Ctrl+Enter保存，按Esc放弃。</translation>
    </message>
    <message>
        <source>To which village? Name or code of twelve digits</source>
        <translation>迁往哪个村？输入村名或12位代码</translation>
    </message>
    <message>
        <source>Type a few letters or pinyin</source>
        <translation>输入几个字或拼音</translation>
    </message>
    <message>
        <source>Visit to {name}</source>
        <translation>走访{name}家</translation>
    </message>
    <message>
        <source>What has changed in this household?</source>
        <translation>这一户发生了什么变动？</translation>
    </message>
    <message>
        <source>What is {name} to {head}?</source>
        <translation>{name}是{head}的什么人？</translation>
    </message>
    <message>
        <source>Which reason?</source>
        <translation>哪种原因？</translation>
    </message>
    <message>
        <source>Who is the head of the new household?</source>
        <translation>新户由谁当户主？</translation>
    </message>
    <message>
        <source>Who is the head of those who stay?</source>
        <translation>留下的人由谁当户主？</translation>
    </message>
    <message>
        <source>Who is the new head?</source>
        <translation>谁是新户主？</translation>
    </message>
    <message>
        <source>Who leaves together?</source>
        <translation>哪些人一起分出去？</translation>
    </message>
    <message>
        <source>Who leaves, and why?</source>
        <translation>谁离开这一户，什么原因？</translation>
    </message>
    <message>
        <source>Who?</source>
        <translation>谁？</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>household of {name}</source>
        <translation>{name}家</translation>
    </message>
    <message>
        <source>its status</source>
        <translation>状态变化</translation>
    </message>
    <message>
        <source>left on {day}</source>
        <translation>{day}离开</translation>
    </message>
    <message>
        <source>new</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>not on this computer</source>
        <translation>不在这台电脑上</translation>
    </message>
    <message>
        <source>passed over</source>
        <translation>跳过</translation>
    </message>
    <message>
        <source>required</source>
        <translation>必填</translation>
    </message>
    <message>
        <source>somebody comes</source>
        <translation>添人</translation>
    </message>
    <message>
        <source>somebody leaves</source>
        <translation>减人</translation>
    </message>
    <message>
        <source>the household</source>
        <translation>全户</translation>
    </message>
    <message>
        <source>was here all along</source>
        <translation>本来就在（补录）</translation>
    </message>
    <message>
        <source>A pair appears here when two records have the same identity number or household number.</source>
        <translation>两条记录的证件号码或户编号相同，就会出现在这里。</translation>
    </message>
    <message>
        <source>It is not asked again here.</source>
        <translation>以后在这台电脑上不再询问；按 Ctrl+Z 可以撤回。</translation>
    </message>
    <message>
        <source>Told apart: {name}</source>
        <translation>标明不是同一个：{name}</translation>
    </message>
    <message>
        <source>Nothing contradicts here, but {count} records stand twice: look at them</source>
        <translation>这里没有冲突，但有 {count} 对重复记录：去核对</translation>
    </message>
    <message>
        <source>Look at them</source>
        <translation>逐对核对</translation>
    </message>
    <message>
        <source>Merged. Nothing is lost: both stay in the history; Ctrl+Z takes it back.</source>
        <translation>已合并。什么都没有丢：两边都留在历史里，按Ctrl+Z可撤销。</translation>
    </message>
    <message>
        <source>Merged: {name}</source>
        <translation>合并：{name}</translation>
    </message>
    <message>
        <source>Next pair</source>
        <translation>下一对</translation>
    </message>
    <message>
        <source>Nobody stands twice in this register.</source>
        <translation>户册里没有重复的记录。</translation>
    </message>
    <message>
        <source>Noted: these are two. It is not asked again on this computer; Ctrl+Z takes it back.</source>
        <translation>已记下：这是两个不同的。以后在这台电脑上不再询问；按 Ctrl+Z 可以撤回。</translation>
    </message>
    <message>
        <source>Told apart: {name}</source>
        <translation>标明不是同一个：{name}</translation>
    </message>
    <message>
        <source>Nothing contradicts here, but {count} records stand twice: look at them</source>
        <translation>这里没有冲突，但有 {count} 对重复记录：去核对</translation>
    </message>
    <message>
        <source>Nothing contradicts: they say the same.</source>
        <translation>没有矛盾，两边说的一样。</translation>
    </message>
    <message>
        <source>Nothing is lost; undo parts them.</source>
        <translation>什么都不会丢，撤销就能分开。</translation>
    </message>
    <message>
        <source>Nothing stands twice.</source>
        <translation>没有重复的记录。</translation>
    </message>
    <message>
        <source>One and the same: merge</source>
        <translation>是同一个，合并</translation>
    </message>
    <message>
        <source>People or households with one number: merge them, or tell them apart.</source>
        <translation>号码相同的人或户：合并，或确认是两个。</translation>
    </message>
    <message>
        <source>Records that stand twice</source>
        <translation>重复记录</translation>
    </message>
    <message>
        <source>Records that stand twice: {count}</source>
        <translation>重复记录：{count}对</translation>
    </message>
    <message>
        <source>The same, or known only in one</source>
        <translation>相同的，或只有一边知道的</translation>
    </message>
    <message>
        <source>Two different ones</source>
        <translation>是两个不同的</translation>
    </message>
    <message>
        <source>Two records with one number. Choose with 1 or 2 what is right, then merge; or say that they are two.</source>
        <translation>两条记录号码相同。按1或2选对的值再合并，或确认是两个不同的。</translation>
    </message>
    <message>
        <source>Which is right?</source>
        <translation>哪边是对的？</translation>
    </message>
    <message>
        <source>goes into the other</source>
        <translation>并入另一条</translation>
    </message>
    <message>
        <source>stays</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>the same {field}</source>
        <translation>{field}相同</translation>
    </message>
    <message>
        <source>two records with one number: the same person, or two?</source>
        <translation>两条记录号码相同：是同一个人，还是两个人？</translation>
    </message>
    <message>
        <source>From</source>
        <translation>从</translation>
    </message>
    <message>
        <source>To</source>
        <translation>到</translation>
    </message>
    <message>
        <source>Type two days, such as 20190101.</source>
        <translation>请输入两个日期，例如20190101。</translation>
    </message>
    <message>
        <source>What happened to this household</source>
        <translation>这一户的变动</translation>
    </message>
    <message>
        <source>What read otherwise, and who wrote it.</source>
        <translation>哪些值变了，是谁改的。</translation>
    </message>
    <message>
        <source>Compare two days</source>
        <translation>比较两个日期</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>Between {first} and {second}: {count} differences</source>
        <translation>{first}到{second}：{count}处不同</translation>
    </message>
    <message>
        <source>{count} files</source>
        <translation>{count}个文件</translation>
    </message>
</context>
</TS>
