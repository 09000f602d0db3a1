<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>packs</name>
    <message>
        <source>A signing key needs a passphrase. Type one.</source>
        <translation>签名密钥要有口令，请输入。</translation>
    </message>
    <message>
        <source>{file} is there already and is not overwritten. Name another file.</source>
        <translation>{file} 已经存在，不会覆盖。请换一个文件名。</translation>
    </message>
    <message>
        <source>There is no signing key at {file}. Make one with: fieldapp pack key FILE</source>
        <translation>{file} 没有签名密钥。请先运行：fieldapp pack key 文件</translation>
    </message>
    <message>
        <source>This is no pack file of FieldApp: its manifest is missing or unknown. Ask for a pack file.</source>
        <translation>这不是 FieldApp 的内容包：没有清单，或清单不认识。请向发送单位要内容包文件。</translation>
    </message>
    <message>
        <source>The list {list} is missing in the newer version. Lists are never taken away.</source>
        <translation>新版本里没有表 {list}。表只能增加，不能去掉。</translation>
    </message>
    <message>
        <source>The list {list} has another parent or is kept otherwise in the newer version. Make a new list instead.</source>
        <translation>表 {list} 在新版本里换了上级或记法。请另建新表。</translation>
    </message>
    <message>
        <source>The field {key} of {list} is missing in the newer version. Fields are never taken away.</source>
        <translation>新版本里没有 {list} 的字段 {key}。字段只能增加，不能去掉。</translation>
    </message>
    <message>
        <source>The code {code} of {codes} is missing in the newer version. Codes are never taken away.</source>
        <translation>新版本里没有 {codes} 的代码 {code}。代码只能增加，不能去掉。</translation>
    </message>
    <message>
        <source>The field {key} of {list} is of another kind in the newer version. Make a new field instead.</source>
        <translation>{list} 的字段 {key} 在新版本里换了类型。请另建新字段。</translation>
    </message>
    <message>
        <source>Made the signing key {file}.</source>
        <translation>已生成签名密钥 {file}。</translation>
    </message>
    <message>
        <source>Signed by {fingerprint}</source>
        <translation>签名指纹 {fingerprint}</translation>
    </message>
    <message>
        <source>Copied {source} to {folder}.</source>
        <translation>已把 {source} 复制到 {folder}。</translation>
    </message>
    <message>
        <source>Wrote {path}.</source>
        <translation>已写入 {path}。</translation>
    </message>
    <message>
        <source>{folder} is not empty. Name a new folder for the copy.</source>
        <translation>{folder} 不是空文件夹。请给副本换一个新文件夹。</translation>
    </message>
    <message>
        <source>The list {list} has no field {key}. Check both names.</source>
        <translation>表 {list} 没有字段 {key}。请核对两个名称。</translation>
    </message>
    <message>
        <source>This file is too large to be a pack. Ask who sent it what it is.</source>
        <translation>这个文件太大，不像内容包。请问清发送人这是什么。</translation>
    </message>
    <message>
        <source>The pack file holds a strange entry: {name}. Do not install it; ask for it again.</source>
        <translation>内容包里有异常条目：{name}。不要安装，请重新索取。</translation>
    </message>
    <message>
        <source>This pack is signed by {fingerprint}, whom nobody here has confirmed. Compare these digits with the office that sent it, then install it with: --trust {quoted}</source>
        <translation>这个内容包的签名指纹是 {fingerprint}，本机还没有人确认过。请与发送单位核对这串数字，再用 --trust {quoted} 安装。</translation>
    </message>
    <message>
        <source>{pack} came from somebody else before; this one is signed by {fingerprint}. Ask the office whether that is right, then install it with: --trust {quoted}</source>
        <translation>{pack} 以前来自别的单位，这一份的签名指纹是 {fingerprint}。请问清是否正确，再用 --trust {quoted} 安装。</translation>
    </message>
    <message>
        <source>This is version {version} of {pack}, and version {newest} is at hand. Ask for the newest file.</source>
        <translation>这是 {pack} 的第 {version} 版，本机已有第 {newest} 版。请索取最新的文件。</translation>
    </message>
    <message>
        <source>{file} must name its rules under rules.</source>
        <translation>{file} 的规则要写在 rules 下面。</translation>
    </message>
    <message>
        <source>{file} cannot be read: {reason}</source>
        <translation>{file} 读不出来：{reason}</translation>
    </message>
    <message>
        <source>The sheet {sheet} lacks the column {column}. Its first row must name it.</source>
        <translation>工作表 {sheet} 缺少列 {column}。第一行要写列名。</translation>
    </message>
    <message>
        <source>The column {column} of the sheet {sheet} means nothing and is left out.</source>
        <translation>工作表 {sheet} 的列 {column} 没有用处，不会读取。</translation>
    </message>
    <message>
        <source>{file} is too large to be a pack's workbook. Choose another file.</source>
        <translation>{file} 太大，不像内容包的工作簿。请换一个文件。</translation>
    </message>
    <message>
        <source>{file} cannot be read as a workbook. Save it again as .xlsx and close it in the office program.</source>
        <translation>{file} 不能作为工作簿读取。请另存为 .xlsx，并在办公软件里关闭它。</translation>
    </message>
    <message>
        <source>This pack is signed with {algorithm}, which this version does not know. Install a newer version.</source>
        <translation>这个内容包用 {algorithm} 签名，本版本不认识。请安装新版程序。</translation>
    </message>
    <message>
        <source>The signature does not fit this pack file: somebody changed it. Do not install it; ask for it again.</source>
        <translation>签名与内容包不符：有人改动过。不要安装，请重新索取。</translation>
    </message>
    <message>
        <source>This pack file is not signed. Ask who sent it for one made with: fieldapp pack build</source>
        <translation>这个内容包没有签名。请发送人用 fieldapp pack build 重新制作。</translation>
    </message>
    <message>
        <source>Passphrase of the key</source>
        <translation>密钥口令</translation>
    </message>
    <message>
        <source>The list of confirmed signers is damaged. Delete {file} and confirm the fingerprints again.</source>
        <translation>已确认的签名名单损坏。请删除 {file}，重新核对指纹。</translation>
    </message>
    <message>
        <source>“{name}” is no name for this column. Use small letters, digits, - and _.</source>
        <translation>“{name}”不能用在这一列。请用小写字母、数字、- 和 _。</translation>
    </message>
    <message>
        <source>The workbook lacks the sheet {sheet}. Begin with: fieldapp pack export-xlsx</source>
        <translation>工作簿缺少工作表 {sheet}。请从 fieldapp pack export-xlsx 导出的文件开始。</translation>
    </message>
    <message>
        <source>A cell of this rule begins like a list but is none. Write lists as ["a", "b"].</source>
        <translation>这条规则有一格像列表又不是列表。列表请写成 ["a", "b"]。</translation>
    </message>
    <message>
        <source>New lists: {lists}, new fields: {fields}, new codes: {codes}.</source>
        <translation>新表 {lists} 个，新字段 {fields} 个，新代码 {codes} 个。</translation>
    </message>
    <message>
        <source>The newer pack would lose saved values, in {count} places; the first: {first}</source>
        <translation>新内容包有 {count} 处会丢失已保存的数据，第一处：{first}</translation>
    </message>
    <message>
        <source>The search holds {count} lists at most. Take the search class from a list of the new pack.</source>
        <translation>搜索最多容纳 {count} 个表。请在新内容包里取消一个表的搜索类别。</translation>
    </message>
    <message>
        <source>litre</source>
        <translation>升</translation>
    </message>
    <message>
        <source>litre a minute</source>
        <translation>升/分钟</translation>
    </message>
    <message>
        <source>mark</source>
        <translation>马克</translation>
    </message>
    <message>
        <source>week</source>
        <translation>周</translation>
    </message>
    <message>
        <source>hour</source>
        <translation>小时</translation>
    </message>
    <message>
        <source>microgram</source>
        <translation>微克</translation>
    </message>
</context>
</TS>
