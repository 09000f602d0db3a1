<?xml version='1.0' encoding='UTF-8'?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_TW" sourcelanguage="en">
<context>
    <name>fieldapp</name>
    <message>
        <source>Seen and understood</source>
        <translation>已看過並明白</translation>
    </message>
    <message>
        <source>A dot is the present time.</source>
        <translation>輸入小數點“.”就是現在的時間。</translation>
    </message>
    <message>
        <source>A dot is today; 3.12 is this year.</source>
        <translation>輸入小數點“.”就是今天；3.12 是今年三月十二日。</translation>
    </message>
    <message>
        <source>Type the date of the civil calendar.</source>
        <translation>請填公曆日期。</translation>
    </message>
    <message>
        <source>Click or {key} to enlarge</source>
        <translation>點擊或按 {key} 放大</translation>
    </message>
    <message>
        <source>Picture of the question</source>
        <translation>題目圖片</translation>
    </message>
    <message>
        <source>{file} did not come with the form.</source>
        <translation>表單裡沒有帶 {file} 這個文件。</translation>
    </message>
    <message>
        <source>Listen</source>
        <translation>播放錄音</translation>
    </message>
    <message>
        <source>Watch the film</source>
        <translation>播放視頻</translation>
    </message>
    <message>
        <source>This computer has no programme that plays {file}.</source>
        <translation>這臺電腦沒有能播放 {file} 的程序。</translation>
    </message>
    <message>
        <source>Arrow up and down count.</source>
        <translation>按上下箭頭加減。</translation>
    </message>
    <message>
        <source>One fewer</source>
        <translation>減一</translation>
    </message>
    <message>
        <source>One more</source>
        <translation>加一</translation>
    </message>
    <message>
        <source>Type a figure from {low} to {high}, in steps of {step}.</source>
        <translation>請填 {low} 到 {high} 之間的數，每檔 {step}。</translation>
    </message>
    <message>
        <source>Arrow up and down step along the scale.</source>
        <translation>按上下箭頭逐檔調整。</translation>
    </message>
    <message>
        <source>Digits give the order one after the other. Space takes hold of a line, arrows move it.</source>
        <translation>依次按編號排出先後。空格抓住一行，上下箭頭移動它。</translation>
    </message>
    <message>
        <source>A digit or the arrow keys choose, Backspace clears.</source>
        <translation>按數字或箭頭打分，退格清除。</translation>
    </message>
    <message>
        <source>{count} of {most}</source>
        <translation>{count} 星（共 {most} 星）</translation>
    </message>
    <message>
        <source>Checked and kept: {sentence}</source>
        <translation>已核對，保留此答案：{sentence}</translation>
    </message>
    <message>
        <source>Keep this answer</source>
        <translation>保留此答案</translation>
    </message>
    <message>
        <source>Hidden from lookers-on. The eye shows it.</source>
        <translation>內容不顯示，防旁人看見。點眼睛可看。</translation>
    </message>
    <message>
        <source>Nothing can be chosen yet: it depends on earlier answers.</source>
        <translation>現在還沒有可選的項：要看前面的回答。</translation>
    </message>
    <message>
        <source>No choice matches</source>
        <translation>沒有匹配的選項</translation>
    </message>
</context>
</TS>