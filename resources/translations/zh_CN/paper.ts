<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>paper</name>
    <message>
        <source>Household card</source>
        <translation>农户信息卡</translation>
    </message>
    <message>
        <source>Household exit checklist</source>
        <translation>农户退出核查表</translation>
    </message>
    <message>
        <source>Numbers are masked and facts of health left out.</source>
        <translation>证件、电话、账号等号码已作遮盖，健康情况不打印。</translation>
    </message>
    <message>
        <source>An empty place means: not known yet. Write it by hand and tell the team.</source>
        <translation>空白处表示尚未核实，可手写补充并告知工作队。</translation>
    </message>
    <message>
        <source>A working card printed from the register. It does not by itself decide or prove anything.</source>
        <translation>本卡由户册打印，仅供工作使用，不单独作为认定或证明依据。</translation>
    </message>
    <message>
        <source>Year {year}</source>
        <translation>{year} 年度</translation>
    </message>
    <message>
        <source>Year {year}, as of {day}</source>
        <translation>{year} 年度，核查时点 {day}</translation>
    </message>
    <message>
        <source>Printed by {worker}, {time}</source>
        <translation>{worker} 打印于 {time}</translation>
    </message>
    <message>
        <source>Page {page} of {pages}</source>
        <translation>第 {page} 页 共 {pages} 页</translation>
    </message>
    <message>
        <source>Check code</source>
        <translation>校验码</translation>
    </message>
    <message>
        <source>Household helper</source>
        <translation>帮扶责任人</translation>
    </message>
    <message>
        <source>Signatures</source>
        <translation>签字</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>签字</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>This year</source>
        <translation>本年情况</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>序号</translation>
    </message>
    <message>
        <source>Per head (yuan)</source>
        <translation>人均纯收入 (元)</translation>
    </message>
    <message>
        <source>Helper's phone</source>
        <translation>帮扶责任人电话</translation>
    </message>
    <message>
        <source>Helping unit</source>
        <translation>帮扶单位</translation>
    </message>
    <message>
        <source>Household and helper</source>
        <translation>农户帮扶联系卡</translation>
    </message>
    <message>
        <source>Ask your helper whenever a policy or a figure is not clear to you.</source>
        <translation>对政策或数据有不清楚的地方，请随时询问帮扶责任人。</translation>
    </message>
    <message>
        <source>Met</source>
        <translation>已达标</translation>
    </message>
    <message>
        <source>Not met</source>
        <translation>未达标</translation>
    </message>
    <message>
        <source>To be verified</source>
        <translation>待核实</translation>
    </message>
    <message>
        <source>Criterion and rule</source>
        <translation>标准和要求</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>核查情况</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>结论</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>佐证</translation>
    </message>
    <message>
        <source>Met {met}, not met {not_met}, to be verified {unknown}.</source>
        <translation>已达标 {met} 项，未达标 {not_met} 项，待核实 {unknown} 项。</translation>
    </message>
    <message>
        <source>Village level: four signatures</source>
        <translation>村级四方签字</translation>
    </message>
    <message>
        <source>Identified on</source>
        <translation>首次识别时间</translation>
    </message>
    <message>
        <source>Planned exit year</source>
        <translation>计划脱贫年度</translation>
    </message>
    <message>
        <source>Exit line of the year (yuan)</source>
        <translation>当年退出线 (元)</translation>
    </message>
    <message>
        <source>Standard: {set}, version {version}. Code of the figures shown: {shown}.</source>
        <translation>标准：{set}，版本 {version}。所示数据的校验码：{shown}。</translation>
    </message>
    <message>
        <source>This sheet records what was checked, by whom it was shown and who signed. No legal validity is claimed for it; the decision is made by the procedure, not by this program.</source>
        <translation>本表记录核查内容、出示人和签字人，不声称具有法律效力；是否退出由规定程序决定，不由本程序决定。</translation>
    </message>
    <message>
        <source>The household may refuse; refusing is as easy as agreeing, and its reason stands beside it.</source>
        <translation>农户可以不同意，与同意同样方便，理由写在旁边。</translation>
    </message>
    <message>
        <source>The drawing has not arrived on this computer yet.</source>
        <translation>手写签字图片还没有传到本机。</translation>
    </message>
    <message>
        <source>Code of the signatures recorded: {code}. Note it where nobody can change it.</source>
        <translation>已记录签字的校验码：{code}。请另行抄存在他人不能改动之处。</translation>
    </message>
    <message>
        <source>There is no paper named {name}. There are: {known}.</source>
        <translation>没有名为 {name} 的文书。现有：{known}。</translation>
    </message>
    <message>
        <source>Nothing on this paper can be unmasked. Leave the reason out.</source>
        <translation>这份文书没有可取消遮盖的内容，请不要填写理由。</translation>
    </message>
    <message>
        <source>{count} households of your register have the number {number}. Give the id of the one you mean.</source>
        <translation>户册中有 {count} 户的户编号为 {number}，请写明所指那一户的内部编号。</translation>
    </message>
    <message>
        <source>There is no household of yours in {scope}.</source>
        <translation>{scope} 内没有您可以查看的农户。</translation>
    </message>
    <message>
        <source>Wrote {file}, {pages} pages.</source>
        <translation>已写入 {file}，共 {pages} 页。</translation>
    </message>
    <message>
        <source>The font for printing cannot be kept in {folder} ({reason}). Free some space there, then print again.</source>
        <translation>打印字体无法保存到 {folder}（{reason}）。请在该处腾出空间后再打印。</translation>
    </message>
    <message>
        <source>I agree</source>
        <translation>同意</translation>
    </message>
    <message>
        <source>I do not agree, because:</source>
        <translation>不同意，理由：</translation>
    </message>
    <message>
        <source>Agrees</source>
        <translation>同意</translation>
    </message>
    <message>
        <source>Does not agree: {reason}</source>
        <translation>不同意：{reason}</translation>
    </message>
    <message>
        <source>no reason given</source>
        <translation>未说明理由</translation>
    </message>
    <message>
        <source>Drawn on the screen and recorded by {worker}</source>
        <translation>屏幕手写，由 {worker} 记录</translation>
    </message>
    <message>
        <source>Signed on paper, recorded by {worker}</source>
        <translation>纸上签字，由 {worker} 记录</translation>
    </message>
    <message>
        <source>The figures have changed since: please confirm again.</source>
        <translation>签字后数据有变动，请重新确认。</translation>
    </message>
    <message>
        <source>yuan</source>
        <translation>元</translation>
    </message>
    <message>
        <source>mu</source>
        <translation>亩</translation>
    </message>
    <message>
        <source>month</source>
        <translation>月</translation>
    </message>
    <message>
        <source>minute</source>
        <translation>分钟</translation>
    </message>
    <message>
        <source>person</source>
        <translation>人</translation>
    </message>
    <message>
        <source>household</source>
        <translation>户</translation>
    </message>
    <message>
        <source>km</source>
        <translation>公里</translation>
    </message>
    <message>
        <source>count</source>
        <translation>个</translation>
    </message>
    <message>
        <source>degree</source>
        <translation>度</translation>
    </message>
    <message>
        <source>m²</source>
        <translation>平方米</translation>
    </message>
    <message>
        <source>This machine has no Chinese font. Install fonts-noto-cjk (Linux) or Noto Sans SC, then print again.</source>
        <translation>本机没有中文字体。请安装 fonts-noto-cjk（Linux）或 Noto Sans SC 后再打印。</translation>
    </message>
    <message>
        <source>{file} could not be written ({reason}). Choose another folder or free some space, then print again.</source>
        <translation>无法写入 {file}（{reason}）。请换一个文件夹或腾出空间后再打印。</translation>
    </message>
</context>
</TS>
