<?xml version='1.0' encoding='UTF-8'?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_TW" sourcelanguage="en">
<context>
    <name>fieldapp</name>
    <message>
        <source>A remark stands at a question, a group or a row, not at {ref}.</source>
        <translation>備註只能寫在題目、分組或某一行上，不能寫在 {ref} 上。</translation>
    </message>
    <message>
        <source>“{name}” is reserved for entity lists. Give the list or the property another name.</source>
        <translation>“{name}”是實體列表的保留名稱。請給列表或屬性換一個名稱。</translation>
    </message>
    <message>
        <source>This form writes entities by the specification {version}, which this program does not know yet.</source>
        <translation>這份表單按實體規範 {version} 編寫，本程序還不認識這個版本。</translation>
    </message>
    <message>
        <source>The form asks to record sound in the background. This program does not record; the answer stays blank.</source>
        <translation>表單要求在後臺錄音。本程序不錄音，這一題留空。</translation>
    </message>
    <message>
        <source>This submission has no instanceID, so it cannot be sealed.</source>
        <translation>這份提交沒有 instanceID，不能加密。</translation>
    </message>
    <message>
        <source>The form's public_key is no RSA key. Ask the form's author for the right one.</source>
        <translation>表單的 public_key 不是 RSA 公鑰。請向表單作者索取正確的公鑰。</translation>
    </message>
    <message>
        <source>Not confirmed yet: {message}</source>
        <translation>尚未確認：{message}</translation>
    </message>
    <message>
        <source>Write what is to be corrected before you return the form.</source>
        <translation>退回前請寫明需要更正的內容。</translation>
    </message>
    <message>
        <source>This form was corrected and sent again. Open the newer one instead.</source>
        <translation>這份表單已更正並重新提交。請打開新的那一份。</translation>
    </message>
    <message>
        <source>The form gives a new record of {list} the id “{id}”, which is no UUID. Tell the form's author.</source>
        <translation>表單給 {list} 的新記錄用的編號“{id}”不是 UUID。請告訴表單作者。</translation>
    </message>
    <message>
        <source>The form changes a record of {list} that is not on this computer. Synchronise, then try again.</source>
        <translation>表單要更改的 {list} 記錄不在這臺電腦上。請先同步，再試一次。</translation>
    </message>
</context>
</TS>