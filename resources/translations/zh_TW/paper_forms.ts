<?xml version='1.0' encoding='UTF-8'?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_TW" sourcelanguage="en">
<context>
    <name>fieldapp</name>
    <message>
        <source>Form {form}, version {version}</source>
        <translation>表單 {form}，第 {version} 版</translation>
    </message>
    <message>
        <source>Filled in by</source>
        <translation>填表人</translation>
    </message>
    <message>
        <source>Filled in on</source>
        <translation>填表日期</translation>
    </message>
    <message>
        <source>Signatures</source>
        <translation>簽字</translation>
    </message>
    <message>
        <source>Tick the box or write the code. → is the number of the next question. Leave blank what was not asked; write 0 only for what is really none.</source>
        <translation>勾選方框或填寫代碼。→ 後面是下一題的題號。沒有問到的留空，確實沒有的才填0。</translation>
    </message>
    <message>
        <source>No. and question</source>
        <translation>題號和問題</translation>
    </message>
    <message>
        <source>Tick when it is done.</source>
        <translation>做完打勾。</translation>
    </message>
    <message>
        <source>year, month, day</source>
        <translation>年月日</translation>
    </message>
    <message>
        <source>Only if {conditions}</source>
        <translation>僅當{conditions}時填寫</translation>
    </message>
    <message>
        <source> and </source>
        <translation>且</translation>
    </message>
    <message>
        <source> or </source>
        <translation>或</translation>
    </message>
    <message>
        <source>Several answers are possible.</source>
        <translation>可多選。</translation>
    </message>
    <message>
        <source>{number} is {value}</source>
        <translation>第{number}題為{value}</translation>
    </message>
    <message>
        <source>{number} is not {value}</source>
        <translation>第{number}題不為{value}</translation>
    </message>
    <message>
        <source>taken, keep it with this sheet</source>
        <translation>已拍照，隨本表保存</translation>
    </message>
    <message>
        <source>done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>end</source>
        <translation>結束</translation>
    </message>
    <message>
        <source>y</source>
        <translation>年</translation>
    </message>
    <message>
        <source>m</source>
        <translation>月</translation>
    </message>
    <message>
        <source>d</source>
        <translation>日</translation>
    </message>
    <message>
        <source>The packs have no form named {name}. There are: {known}.</source>
        <translation>內容包裡沒有名為 {name} 的表單。現有：{known}。</translation>
    </message>
    <message>
        <source>paper of {day}</source>
        <translation>{day} 的紙表</translation>
    </message>
    <message>
        <source>Enter a filled paper</source>
        <translation>錄入紙質表</translation>
    </message>
    <message>
        <source>Type it in</source>
        <translation>開始錄入</translation>
    </message>
    <message>
        <source>Asks when the paper was filled and by whom; digits and Enter do the rest.</source>
        <translation>先問紙表何時、由誰填寫；之後只用數字鍵和回車。</translation>
    </message>
    <message>
        <source>Print this form blank</source>
        <translation>打印空白表</translation>
    </message>
    <message>
        <source>For a visit without a laptop, with the numbers and codes of the screen.</source>
        <translation>不帶電腦入戶時用，題號和代碼與屏幕一致。</translation>
    </message>
</context>
</TS>