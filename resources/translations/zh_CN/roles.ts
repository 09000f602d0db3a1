<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>roles</name>
    <message>
        <source>{records} records, words in {words} others, {files} files.</source>
        <translation>{records} 条记录，另外 {words} 条记录里的文字，{files} 个文件。</translation>
    </message>
    <message>
        <source>Nothing was erased yet.</source>
        <translation>还没有删除任何内容。</translation>
    </message>
    <message>
        <source>Erased. It travels with the next sync.</source>
        <translation>已删除。下次同步时传到其他电脑。</translation>
    </message>
    <message>
        <source>{device} can be read until {day}.</source>
        <translation>电脑 {device} 可以读到 {day}。</translation>
    </message>
    <message>
        <source>{day} is no day. Write it as 2020-12-31.</source>
        <translation>“{day}”不是日期。请写成 2020-12-31 这样。</translation>
    </message>
    <message>
        <source>An erasure is not yet off this disk. Close other windows of this vault, free some space, and open it again.</source>
        <translation>有一次依法删除还没有从这块磁盘上清干净。请关闭这个户册的其他窗口，腾出一些空间，再打开一次。</translation>
    </message>
    <message>
        <source>The log of {stream} lacks contents that no erasure asks for. Sync; if this stays, restore the newest backup and tell your station.</source>
        <translation>{stream} 的日志缺了内容，却没有依法删除的记录。请同步；如果仍然这样，请恢复最新的备份并告诉乡镇站。</translation>
    </message>
    <message>
        <source>Write why the data is erased, and the law or decision that asks for it.</source>
        <translation>请写明删除的原因，以及所依据的法律或决定。</translation>
    </message>
    <message>
        <source>The reason stays on record, so it must not name the person. Write it without.</source>
        <translation>原因会一直留在记录里，不能写出当事人的姓名或号码。请改写。</translation>
    </message>
    <message>
        <source>Backups and papers made before today still hold this person. Destroy them, or restore a backup only to sync it at once: the erasure then reaches it too.</source>
        <translation>今天以前的备份和纸件里仍有此人的信息。请销毁；如要恢复备份，恢复后请立即同步，删除随之生效。</translation>
    </message>
    <message>
        <source>Photos of the house and of groups are not searched for faces. Look at the household's photos yourself.</source>
        <translation>房屋照片和合影不会自动辨认人脸。请自己查看这户的照片。</translation>
    </message>
    <message>
        <source>{count} signatures with this name stay: they prove a decision and have a retention of their own.</source>
        <translation>{count} 个带此姓名的签字保留：它们是决定的凭证，有自己的保存期限。</translation>
    </message>
    <message>
        <source>This computer's copy of the register can be read until {day} ({days} days). Sync, and ask the township station for a later day if your work goes on.</source>
        <translation>这台电脑上的户册可以读到 {day}（还有 {days} 天）。请同步；如果工作还要继续，请乡镇站延期。</translation>
    </message>
    <message>
        <source>This computer's copy of the register could be read until {day}. Nothing is lost: sync it once more or hand it over to the township, which can set a later day, as can who holds the recovery key.</source>
        <translation>这台电脑上的户册只能读到 {day}。什么都没有丢：请再同步一次，或把电脑交给乡镇；乡镇或持有恢复密钥的人可以延期。</translation>
    </message>
    <message>
        <source>Write why the day of this computer changes. It goes on record.</source>
        <translation>请写明为什么更改这台电脑的到期日。原因会记录在案。</translation>
    </message>
    <message>
        <source>The dictionary of this vault has no list for the days of computers. Install the newer pack.</source>
        <translation>这个户册的数据字典没有登记电脑到期日的表。请安装新版内容包。</translation>
    </message>
    <message>
        <source>Your role may not do this. Ask the township station.</source>
        <translation>您的角色不能做这件事。请联系乡镇站。</translation>
    </message>
    <message>
        <source>Write why this leaves without masks. It goes on record with your name.</source>
        <translation>请写明为什么不脱敏导出。原因会和您的姓名一起记录在案。</translation>
    </message>
    <message>
        <source>Your role does not see {field} and cannot write it. Ask the village's team.</source>
        <translation>您的角色看不到 {field}，也不能填写。请联系村工作队。</translation>
    </message>
    <message>
        <source>This household is not one of yours. Ask the township to pair you with it.</source>
        <translation>这户不是您结对的户。请乡镇为您办理结对。</translation>
    </message>
    <message>
        <source>An evaluator works in a vault of his own. Make a new one with his sample.</source>
        <translation>评估员要用单独的户册。请用他的样本新建一个。</translation>
    </message>
    <message>
        <source>This vault has its sample already. Make a new vault for another one.</source>
        <translation>这个户册已经有样本了。另一份样本请新建户册。</translation>
    </message>
    <message>
        <source>The data of this person was erased by law and cannot be written again. Make a new record if it must be kept.</source>
        <translation>此人的信息已依法删除，不能再写入。如确需保存，请新建记录。</translation>
    </message>
    <message>
        <source>{source} is no source. Say whether the fact was seen, read in a document, told or imported.</source>
        <translation>“{source}”不是来源。请说明是亲眼所见、看了证件、口头告知还是导入的。</translation>
    </message>
    <message>
        <source>The sample {file} cannot be read. Write one household id a line.</source>
        <translation>样本文件 {file} 读不了。请每行写一个户的编号。</translation>
    </message>
    <message>
        <source>The hub takes no erasure from this computer: only a township or county may erase. Tell your station.</source>
        <translation>服务器不接受这台电脑的删除：只有乡镇或县可以依法删除。请告诉乡镇站。</translation>
    </message>
    <message>
        <source>Nobody changes his own rights. Ask another worker of this vault who has them.</source>
        <translation>不能更改自己的权限。请这个户册里有此权限的其他人员更改。</translation>
    </message>
    <message>
        <source>{worker} has these rights already. Name what shall change.</source>
        <translation>{worker} 已有这些权限。请写明要更改的内容。</translation>
    </message>
    <message>
        <source>{worker} is {role} in {scopes} from now on.</source>
        <translation>{worker} 现为 {role}，范围：{scopes}。</translation>
    </message>
    <message>
        <source>An evaluator reads only the households of his sample. Name a file with their ids, one a line.</source>
        <translation>第三方评估人员只能查看其样本户。请指定一个文件，每行写一个户的编号。</translation>
    </message>
    <message>
        <source>{day} is already past. Name a last day from today on, as 2030-12-31.</source>
        <translation>{day} 已经过去。请写今天或以后的日期作为最后一天，如 2030-12-31。</translation>
    </message>
    <message>
        <source>Nothing in your villages fits {text}. Try a part of the name, its initials or the last four digits.</source>
        <translation>您的村里没有与“{text}”相符的户或人。请试试姓名的一部分、拼音首字母或后四位号码。</translation>
    </message>
    <message>
        <source>No region fits {text}. Try the beginning of its code or a part of its name.</source>
        <translation>没有与“{text}”相符的行政区划。请试试代码的开头或名称的一部分。</translation>
    </message>
    <message>
        <source>The title above the table says {unit}: the amounts of columns that name no unit are read as that.</source>
        <translation>表上方的标题写明单位为{unit}：未写单位的金额栏按此读取。</translation>
    </message>
    <message>
        <source>The titles above the table name several units of money ({units}), so this column is not read. Write its unit into its heading, as 收入（万元）.</source>
        <translation>表上方的标题写了几种金额单位（{units}），因此本栏不读取。请在本栏标题中写明单位，如 收入（万元）。</translation>
    </message>
</context>
</TS>
