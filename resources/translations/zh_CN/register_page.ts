<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>register_page</name>
    <message>
        <source>Add a condition</source>
        <translation>添加条件</translation>
    </message>
    <message>
        <source>Only the rows that fit: any field, any code.</source>
        <translation>只看符合条件的行，任何指标、任何代码都可以。</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Show, hide and move columns.</source>
        <translation>显示、隐藏和移动列。</translation>
    </message>
    <message>
        <source>Views</source>
        <translation>视图</translation>
    </message>
    <message>
        <source>Choose a view, or keep this one under a name.</source>
        <translation>选择视图，或把当前视图存个名字。</translation>
    </message>
    <message>
        <source>Choose a list</source>
        <translation>选择名册</translation>
    </message>
    <message>
        <source>Households, members, and every other list.</source>
        <translation>户、家庭成员和其他各类名册。</translation>
    </message>
    <message>
        <source>Sort by this column</source>
        <translation>按此列排序</translation>
    </message>
    <message>
        <source>Again turns the order round.</source>
        <translation>再按一次反向排序。</translation>
    </message>
    <message>
        <source>Wider column</source>
        <translation>加宽此列</translation>
    </message>
    <message>
        <source>Narrower column</source>
        <translation>收窄此列</translation>
    </message>
    <message>
        <source>Column to the right</source>
        <translation>列右移</translation>
    </message>
    <message>
        <source>Column to the left</source>
        <translation>列左移</translation>
    </message>
    <message>
        <source>Name / pinyin / last four digits / number / address / helper</source>
        <translation>姓名 / 拼音 / 证件后四位 / 户编号 / 住址 / 帮扶人</translation>
    </message>
    <message>
        <source>helped by {name}</source>
        <translation>帮扶人 {name}</translation>
    </message>
    <message>
        <source>Take this condition away</source>
        <translation>去掉这个条件</translation>
    </message>
    <message>
        <source>Condition: {words}</source>
        <translation>条件：{words}</translation>
    </message>
    <message>
        <source>＋ Condition: letters of a field</source>
        <translation>＋ 条件：输入指标的拼音或汉字</translation>
    </message>
    <message>
        <source>sign: a number or letters</source>
        <translation>符号：输入序号</translation>
    </message>
    <message>
        <source>two values with a space between</source>
        <translation>两个值，中间空一格</translation>
    </message>
    <message>
        <source>codes: numbers or letters</source>
        <translation>代码或汉字，可多个</translation>
    </message>
    <message>
        <source>20190630, or days before today</source>
        <translation>20190630，或几天前的天数</translation>
    </message>
    <message>
        <source>value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Type two values with a space between them.</source>
        <translation>请输入两个值，中间空一格。</translation>
    </message>
    <message>
        <source>{label} ({unit})</source>
        <translation>{label}({unit})</translation>
    </message>
    <message>
        <source>{days} days</source>
        <translation>{days}天</translation>
    </message>
    <message>
        <source>between</source>
        <translation>介于</translation>
    </message>
    <message>
        <source>contains</source>
        <translation>包含</translation>
    </message>
    <message>
        <source>is not known</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>is known</source>
        <translation>已填</translation>
    </message>
    <message>
        <source>is one of</source>
        <translation>属于</translation>
    </message>
    <message>
        <source>is none of</source>
        <translation>不属于</translation>
    </message>
    <message>
        <source>not since</source>
        <translation>以来没有，近</translation>
    </message>
    <message>
        <source>Click to sort, drag to move, drag the edge to widen.</source>
        <translation>点击排序，拖动移位，拖边缘调宽。</translation>
    </message>
    <message>
        <source>Up and Down choose a row, Enter opens it; Ctrl+Shift+F adds a condition, F5 sorts by this column.</source>
        <translation>上下键选行，回车打开；Ctrl+Shift+F添加条件，F5按此列排序。</translation>
    </message>
    <message>
        <source>Counting …</source>
        <translation>正在统计……</translation>
    </message>
    <message>
        <source>Nothing fits these conditions. Backspace in the line above takes the last one away.</source>
        <translation>没有符合这些条件的记录。在上面的输入框里按退格键去掉最后一个条件。</translation>
    </message>
    <message>
        <source>Nothing here yet in this village.</source>
        <translation>本村还没有这类记录。</translation>
    </message>
    <message>
        <source>Del takes it away</source>
        <translation>Del键删除</translation>
    </message>
    <message>
        <source>Keep this view as “{name}”</source>
        <translation>把当前视图存为“{name}”</translation>
    </message>
    <message>
        <source>Choose a view, or type a name to keep this one</source>
        <translation>选择视图，或输入名字保存当前视图</translation>
    </message>
    <message>
        <source>View “{name}” is kept</source>
        <translation>视图“{name}”已保存</translation>
    </message>
    <message>
        <source>Enter shows or hides a column, Alt+Up and Alt+Down move it, Esc is done.</source>
        <translation>回车显示或隐藏，Alt+上下键移动，Esc完成。</translation>
    </message>
    <message>
        <source>The condition on {field} is not complete. Choose a sign and a value, or take it away.</source>
        <translation>{field}的条件不完整。请选择符号和值，或去掉这个条件。</translation>
    </message>
</context>
</TS>
