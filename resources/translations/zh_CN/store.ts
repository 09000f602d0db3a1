<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>store</name>
    <message>
        <source>That is no bundle key. Ask the other side for its key: it begins with age1.</source>
        <translation>这不是数据包密钥。请向对方要密钥：以 age1 开头。</translation>
    </message>
    <message>
        <source>This bundle is for another vault, or it was damaged on the way. Ask for it again with your bundle key.</source>
        <translation>这个数据包是给别的户册的，或者途中损坏了。请把您的数据包密钥告诉对方，重新导出一次。</translation>
    </message>
    <message>
        <source>The key file beside the vault is damaged. Put back the key file from a backup of this vault.</source>
        <translation>户册旁边的密钥文件损坏了。请从这个户册的备份里恢复密钥文件。</translation>
    </message>
    <message>
        <source>The key file of this vault uses {algorithm}, which this version does not know. Install a newer version.</source>
        <translation>这个户册的密钥文件使用 {algorithm}，本版本不认识。请安装更新的版本。</translation>
    </message>
    <message>
        <source>The passphrase is wrong. Try again.</source>
        <translation>口令不对，请重新输入。</translation>
    </message>
    <message>
        <source>This photo or file has not arrived on this computer yet. Sync first.</source>
        <translation>这张照片或这个文件还没有到这台电脑上。请先同步。</translation>
    </message>
    <message>
        <source>This photo or file is damaged. Restore it from a backup or sync again.</source>
        <translation>这张照片或这个文件损坏了。请从备份恢复，或重新同步。</translation>
    </message>
    <message>
        <source>This backup is damaged or is none. Nothing was restored from it. Take an older one.</source>
        <translation>这个备份损坏了，或者不是备份。没有从中恢复任何内容。请换一个更早的备份。</translation>
    </message>
    <message>
        <source>There is already a vault at {path}. Choose another name.</source>
        <translation>{path} 处已有户册。请换一个名字。</translation>
    </message>
    <message>
        <source>This backup was written by a newer FieldApp. Install the newer version to restore it.</source>
        <translation>这个备份是用新版程序写的。请先安装新版本，再恢复。</translation>
    </message>
    <message>
        <source>The SQLite in this installation ({version}) can corrupt a vault. Install sqlcipher3 0.6.4 or newer.</source>
        <translation>这里安装的 SQLite（{version}）可能损坏户册。请安装 sqlcipher3 0.6.4 或更新的版本。</translation>
    </message>
    <message>
        <source>None of the values is from this side. Choose one of the values shown, or write another.</source>
        <translation>这些值里没有这一方的。请选择列出的一个值，或另写一个。</translation>
    </message>
    <message>
        <source>A page of the vault file was changed or is damaged ({page}). Restore the newest backup.</source>
        <translation>户册文件有一页被改动或损坏（{page}）。请恢复最近的备份。</translation>
    </message>
    <message>
        <source>{count} photos or files have not arrived yet. Sync to fetch them.</source>
        <translation>还有 {count} 个照片或文件没有到。请同步取回。</translation>
    </message>
    <message>
        <source>{count} received changes could not be read and were set aside. Send a backup to your station.</source>
        <translation>收到的内容中有 {count} 条改动读不出来，已单独存放。请把备份交给乡镇站。</translation>
    </message>
    <message>
        <source>The tables of the vault do not fit together ({line}). Restore the newest backup.</source>
        <translation>户册内的表对不上（{line}）。请恢复最近的备份。</translation>
    </message>
    <message>
        <source>The search index is damaged. Restore the newest backup.</source>
        <translation>搜索索引损坏了。请恢复最近的备份。</translation>
    </message>
    <message>
        <source>The log of {stream} was changed or cut after it was written. Restore the newest backup and sync.</source>
        <translation>{stream} 的日志在写入后被改动或截断。请恢复最近的备份并同步。</translation>
    </message>
    <message>
        <source>The photo or file {file} is missing or damaged. Restore it from a backup or sync again.</source>
        <translation>照片或文件 {file} 缺失或损坏。请从备份恢复，或重新同步。</translation>
    </message>
    <message>
        <source>A part of the vault cannot be read: {reason} Restore the newest backup.</source>
        <translation>户册有一部分读不出来：{reason}请恢复最近的备份。</translation>
    </message>
    <message>
        <source>This record is not in the vault. Open the household again.</source>
        <translation>户册里没有这条记录。请重新打开这一户。</translation>
    </message>
    <message>
        <source>This form is no longer open. Open it again from the household.</source>
        <translation>这张表单已经不在填写中。请从户卡重新打开。</translation>
    </message>
    <message>
        <source>The vault file is damaged. Close FieldApp, run `fieldapp vault doctor`, and restore the newest backup.</source>
        <translation>户册文件损坏了。请关闭程序，运行 `fieldapp vault doctor`，再恢复最近的备份。</translation>
    </message>
    <message>
        <source>The disk is full: this was not saved, and everything saved before is kept. Free some space and try again.</source>
        <translation>磁盘已满：这一次没有保存，以前保存的都还在。请腾出一些空间再试。</translation>
    </message>
    <message>
        <source>The vault is on a medium that cannot be written. Copy its files to a folder of your own and open it there.</source>
        <translation>户册所在的位置不能写入。请把它的文件复制到您自己的文件夹里，再从那里打开。</translation>
    </message>
    <message>
        <source>The vault is being written by another task. Wait a moment and try again.</source>
        <translation>另一项任务正在写户册。请稍等再试。</translation>
    </message>
    <message>
        <source>The disk did not take what was written. Nothing that was saved before is lost. Check the disk and its free space, then try again.</source>
        <translation>磁盘没有写入成功。以前保存的内容没有丢失。请检查磁盘和剩余空间，再试一次。</translation>
    </message>
    <message>
        <source>This vault was written by a newer FieldApp. Install the newer version; the vault was not changed.</source>
        <translation>这个户册是用新版程序写的。请安装新版本；户册没有被改动。</translation>
    </message>
    <message>
        <source>This vault knows no worker named {worker}. Check the name.</source>
        <translation>这个户册里没有名叫 {worker} 的工作人员。请核对名字。</translation>
    </message>
    <message>
        <source>This vault has no recovery key. Only a worker can open it.</source>
        <translation>这个户册没有恢复密钥，只有工作人员能打开。</translation>
    </message>
    <message>
        <source>The key file {file} is missing. Put it back beside the vault from a backup.</source>
        <translation>密钥文件 {file} 不见了。请从备份放回户册旁边。</translation>
    </message>
    <message>
        <source>The dictionary of this vault has no list {list}. Install the pack that declares it.</source>
        <translation>这个户册的数据字典里没有 {list}。请安装含有它的内容包。</translation>
    </message>
    <message>
        <source>This vault is already open in another FieldApp. Use that window, or close it and try again.</source>
        <translation>这个户册已在另一个窗口中打开。请用那个窗口，或关闭它再试。</translation>
    </message>
    <message>
        <source>The passphrase is empty. Choose one of several words.</source>
        <translation>口令是空的。请用几个词组成口令。</translation>
    </message>
    <message>
        <source>There is no vault at {path}. Check the name and the folder.</source>
        <translation>{path} 处没有户册。请核对名字和文件夹。</translation>
    </message>
    <message>
        <source>The list {list} has no field {field} that can be written.</source>
        <translation>{list} 里没有可以填写的字段 {field}。</translation>
    </message>
    <message>
        <source>There is no file {path}. Check the name.</source>
        <translation>没有文件 {path}。请核对名字。</translation>
    </message>
    <message>
        <source>{count} regions imported, {findings} findings.</source>
        <translation>导入了 {count} 个区划，有 {findings} 个问题。</translation>
    </message>
    <message>
        <source>There is nothing to save. Change a field first.</source>
        <translation>没有可保存的内容。请先改一个字段。</translation>
    </message>
    <message>
        <source>This record belongs to the village {scope} and cannot be written from another.</source>
        <translation>这条记录属于 {scope} 村，不能从别的村写入。</translation>
    </message>
    <message>
        <source>This record is already there. Open it and change it.</source>
        <translation>这条记录已经有了。请打开它再改。</translation>
    </message>
    <message>
        <source>A record of {list} needs its parent and its year.</source>
        <translation>{list} 的记录要有所属的上级和年度。</translation>
    </message>
    <message>
        <source>The value of {field} is not of its kind. Correct it and save again.</source>
        <translation>{field} 的值类型不对。请改正后再保存。</translation>
    </message>
    <message>
        <source>An answer is missing or does not fit at {ref}.</source>
        <translation>{ref} 处缺少答案，或答案不合要求。</translation>
    </message>
    <message>
        <source>The form saves to the list {list}, which this vault's dictionary does not have. Install its pack.</source>
        <translation>表单要存入 {list}，但这个户册的数据字典里没有。请安装它的内容包。</translation>
    </message>
    <message>
        <source>{message}</source>
        <translation>{message}</translation>
    </message>
    <message>
        <source>The form saves yearly facts of {list}. Open it from a household and a year.</source>
        <translation>表单要存入 {list} 的年度情况。请从户卡选定年度后打开。</translation>
    </message>
    <message>
        <source>The form saves to {list}.{field}, which this vault's dictionary does not have. Install its pack.</source>
        <translation>表单要存入 {list}.{field}，但这个户册的数据字典里没有。请安装它的内容包。</translation>
    </message>
    <message>
        <source>The name {name} is FieldApp's own. Rename it in the dictionary.</source>
        <translation>名称 {name} 是程序自用的。请在数据字典里改名。</translation>
    </message>
    <message>
        <source>This change is no longer in the log and cannot be undone.</source>
        <translation>这次改动已不在日志里，不能撤销。</translation>
    </message>
    <message>
        <source>Somebody has changed this since. Look at it and correct it by hand.</source>
        <translation>之后又有人改过。请查看后手工改正。</translation>
    </message>
    <message>
        <source>Write why you need to see this value. It goes on record.</source>
        <translation>请写明为什么要看这个值。会留下记录。</translation>
    </message>
    <message>
        <source>The village {scope} is not one of yours. Ask your station to give it to you.</source>
        <translation>{scope} 村不归您负责。请让乡镇站分配给您。</translation>
    </message>
    <message>
        <source>The dictionary has no section {section}. There are: {sections}.</source>
        <translation>字典里没有分栏 {section}。现有：{sections}。</translation>
    </message>
    <message>
        <source>There is a worker named {name} in this vault. Choose another name.</source>
        <translation>本库已有名为{name}的工作人员。请另取一个名字。</translation>
    </message>
    <message>
        <source>A worker needs a name: every entry is signed with it.</source>
        <translation>工作人员要有姓名：每条记录都署名。</translation>
    </message>
    <message>
        <source>Backed up to {path}, {bytes} bytes.</source>
        <translation>已备份到 {path}，共 {bytes} 字节。</translation>
    </message>
    <message>
        <source>{worker} may open this vault now.</source>
        <translation>{worker} 现在可以打开这个户册了。</translation>
    </message>
    <message>
        <source>Made {path} with {edition} for {worker}.</source>
        <translation>已为 {worker} 建立 {path}，使用 {edition}。</translation>
    </message>
    <message>
        <source>Recovery key, shown this once. Print it and keep it away from this computer: {recovery_key}</source>
        <translation>恢复密钥只显示这一次。请打印出来，不要和这台电脑放在一起：{recovery_key}</translation>
    </message>
    <message>
        <source>There is no backup at {path}. Check the name.</source>
        <translation>{path} 处没有备份。请核对名字。</translation>
    </message>
    <message>
        <source>Restored to {path}.</source>
        <translation>已恢复到 {path}。</translation>
    </message>
    <message>
        <source>The vault is whole.</source>
        <translation>户册完好。</translation>
    </message>
    <message>
        <source>The passphrase file {file} cannot be read.</source>
        <translation>口令文件 {file} 读不出来。</translation>
    </message>
    <message>
        <source>The folder {folder} cannot be used. Put the stick in again, or choose another folder.</source>
        <translation>文件夹 {folder} 不能用。请重新插好U盘，或换一个文件夹。</translation>
    </message>
    <message>
        <source>This is more than one save may hold. Nothing was saved. Do it in smaller parts.</source>
        <translation>一次保存装不下这么多内容，什么都没有保存。请分成几部分来做。</translation>
    </message>
</context>
</TS>
