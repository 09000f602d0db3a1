<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>fieldapp</name>
    <message>
        <source>A remark stands at a question, a group or a row, not at {ref}.</source>
        <translation>备注只能写在题目、分组或某一行上，不能写在 {ref} 上。</translation>
    </message>
    <message>
        <source>“{name}” is reserved for entity lists. Give the list or the property another name.</source>
        <translation>“{name}”是实体列表的保留名称。请给列表或属性换一个名称。</translation>
    </message>
    <message>
        <source>This form writes entities by the specification {version}, which this program does not know yet.</source>
        <translation>这份表单按实体规范 {version} 编写，本程序还不认识这个版本。</translation>
    </message>
    <message>
        <source>The form asks to record sound in the background. This program does not record; the answer stays blank.</source>
        <translation>表单要求在后台录音。本程序不录音，这一题留空。</translation>
    </message>
    <message>
        <source>This submission has no instanceID, so it cannot be sealed.</source>
        <translation>这份提交没有 instanceID，不能加密。</translation>
    </message>
    <message>
        <source>The form's public_key is no RSA key. Ask the form's author for the right one.</source>
        <translation>表单的 public_key 不是 RSA 公钥。请向表单作者索取正确的公钥。</translation>
    </message>
    <message>
        <source>Not confirmed yet: {message}</source>
        <translation>尚未确认：{message}</translation>
    </message>
    <message>
        <source>Write what is to be corrected before you return the form.</source>
        <translation>退回前请写明需要更正的内容。</translation>
    </message>
    <message>
        <source>This form was corrected and sent again. Open the newer one instead.</source>
        <translation>这份表单已更正并重新提交。请打开新的那一份。</translation>
    </message>
    <message>
        <source>The form gives a new record of {list} the id “{id}”, which is no UUID. Tell the form's author.</source>
        <translation>表单给 {list} 的新记录用的编号“{id}”不是 UUID。请告诉表单作者。</translation>
    </message>
    <message>
        <source>The form changes a record of {list} that is not on this computer. Synchronise, then try again.</source>
        <translation>表单要更改的 {list} 记录不在这台电脑上。请先同步，再试一次。</translation>
    </message>
</context>
</TS>
