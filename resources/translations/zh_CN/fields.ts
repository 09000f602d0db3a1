<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>fieldapp</name>
    <message>
        <source>Seen and understood</source>
        <translation>已看过并明白</translation>
    </message>
    <message>
        <source>A dot is the present time.</source>
        <translation>输入小数点“.”就是现在的时间。</translation>
    </message>
    <message>
        <source>A dot is today; 3.12 is this year.</source>
        <translation>输入小数点“.”就是今天；3.12 是今年三月十二日。</translation>
    </message>
    <message>
        <source>Type the date of the civil calendar.</source>
        <translation>请填公历日期。</translation>
    </message>
    <message>
        <source>Click or {key} to enlarge</source>
        <translation>点击或按 {key} 放大</translation>
    </message>
    <message>
        <source>Picture of the question</source>
        <translation>题目图片</translation>
    </message>
    <message>
        <source>{file} did not come with the form.</source>
        <translation>表单里没有带 {file} 这个文件。</translation>
    </message>
    <message>
        <source>Listen</source>
        <translation>播放录音</translation>
    </message>
    <message>
        <source>Watch the film</source>
        <translation>播放视频</translation>
    </message>
    <message>
        <source>This computer has no programme that plays {file}.</source>
        <translation>这台电脑没有能播放 {file} 的程序。</translation>
    </message>
    <message>
        <source>Arrow up and down count.</source>
        <translation>按上下箭头加减。</translation>
    </message>
    <message>
        <source>One fewer</source>
        <translation>减一</translation>
    </message>
    <message>
        <source>One more</source>
        <translation>加一</translation>
    </message>
    <message>
        <source>Type a figure from {low} to {high}, in steps of {step}.</source>
        <translation>请填 {low} 到 {high} 之间的数，每档 {step}。</translation>
    </message>
    <message>
        <source>Arrow up and down step along the scale.</source>
        <translation>按上下箭头逐档调整。</translation>
    </message>
    <message>
        <source>Digits give the order one after the other. Space takes hold of a line, arrows move it.</source>
        <translation>依次按编号排出先后。空格抓住一行，上下箭头移动它。</translation>
    </message>
    <message>
        <source>A digit or the arrow keys choose, Backspace clears.</source>
        <translation>按数字或箭头打分，退格清除。</translation>
    </message>
    <message>
        <source>{count} of {most}</source>
        <translation>{count} 星（共 {most} 星）</translation>
    </message>
    <message>
        <source>Checked and kept: {sentence}</source>
        <translation>已核对，保留此答案：{sentence}</translation>
    </message>
    <message>
        <source>Keep this answer</source>
        <translation>保留此答案</translation>
    </message>
    <message>
        <source>Hidden from lookers-on. The eye shows it.</source>
        <translation>内容不显示，防旁人看见。点眼睛可看。</translation>
    </message>
    <message>
        <source>Nothing can be chosen yet: it depends on earlier answers.</source>
        <translation>现在还没有可选的项：要看前面的回答。</translation>
    </message>
    <message>
        <source>No choice matches</source>
        <translation>没有匹配的选项</translation>
    </message>
</context>
</TS>
