<?xml version='1.0' encoding='UTF-8'?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_TW" sourcelanguage="en">
<context>
    <name>register_page</name>
    <message>
        <source>Add a condition</source>
        <translation>添加條件</translation>
    </message>
    <message>
        <source>Only the rows that fit: any field, any code.</source>
        <translation>只看符合條件的行，任何指標、任何代碼都可以。</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Show, hide and move columns.</source>
        <translation>顯示、隱藏和移動列。</translation>
    </message>
    <message>
        <source>Views</source>
        <translation>視圖</translation>
    </message>
    <message>
        <source>Choose a view, or keep this one under a name.</source>
        <translation>選擇視圖，或把當前視圖存個名字。</translation>
    </message>
    <message>
        <source>Choose a list</source>
        <translation>選擇名冊</translation>
    </message>
    <message>
        <source>Households, members, and every other list.</source>
        <translation>戶、家庭成員和其他各類名冊。</translation>
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
        <translation>加寬此列</translation>
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
        <translation>姓名 / 拼音 / 證件後四位 / 戶編號 / 住址 / 幫扶人</translation>
    </message>
    <message>
        <source>helped by {name}</source>
        <translation>幫扶人 {name}</translation>
    </message>
    <message>
        <source>Take this condition away</source>
        <translation>去掉這個條件</translation>
    </message>
    <message>
        <source>Condition: {words}</source>
        <translation>條件：{words}</translation>
    </message>
    <message>
        <source>＋ Condition: letters of a field</source>
        <translation>＋ 條件：輸入指標的拼音或漢字</translation>
    </message>
    <message>
        <source>sign: a number or letters</source>
        <translation>符號：輸入序號</translation>
    </message>
    <message>
        <source>two values with a space between</source>
        <translation>兩個值，中間空一格</translation>
    </message>
    <message>
        <source>codes: numbers or letters</source>
        <translation>代碼或漢字，可多個</translation>
    </message>
    <message>
        <source>20190630, or days before today</source>
        <translation>20190630，或幾天前的天數</translation>
    </message>
    <message>
        <source>value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Type two values with a space between them.</source>
        <translation>請輸入兩個值，中間空一格。</translation>
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
        <translation>介於</translation>
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
        <translation>屬於</translation>
    </message>
    <message>
        <source>is none of</source>
        <translation>不屬於</translation>
    </message>
    <message>
        <source>not since</source>
        <translation>以來沒有，近</translation>
    </message>
    <message>
        <source>Click to sort, drag to move, drag the edge to widen.</source>
        <translation>點擊排序，拖動移位，拖邊緣調寬。</translation>
    </message>
    <message>
        <source>Up and Down choose a row, Enter opens it; Ctrl+Shift+F adds a condition, F5 sorts by this column.</source>
        <translation>上下鍵選行，回車打開；Ctrl+Shift+F添加條件，F5按此列排序。</translation>
    </message>
    <message>
        <source>Counting …</source>
        <translation>正在統計……</translation>
    </message>
    <message>
        <source>Nothing fits these conditions. Backspace in the line above takes the last one away.</source>
        <translation>沒有符合這些條件的記錄。在上面的輸入框裡按退格鍵去掉最後一個條件。</translation>
    </message>
    <message>
        <source>Nothing here yet in this village.</source>
        <translation>本村還沒有這類記錄。</translation>
    </message>
    <message>
        <source>Del takes it away</source>
        <translation>Del鍵刪除</translation>
    </message>
    <message>
        <source>Keep this view as “{name}”</source>
        <translation>把當前視圖存為“{name}”</translation>
    </message>
    <message>
        <source>Choose a view, or type a name to keep this one</source>
        <translation>選擇視圖，或輸入名字保存當前視圖</translation>
    </message>
    <message>
        <source>View “{name}” is kept</source>
        <translation>視圖“{name}”已保存</translation>
    </message>
    <message>
        <source>Enter shows or hides a column, Alt+Up and Alt+Down move it, Esc is done.</source>
        <translation>回車顯示或隱藏，Alt+上下鍵移動，Esc完成。</translation>
    </message>
    <message>
        <source>The condition on {field} is not complete. Choose a sign and a value, or take it away.</source>
        <translation>{field}的條件不完整。請選擇符號和值，或去掉這個條件。</translation>
    </message>
</context>
</TS>