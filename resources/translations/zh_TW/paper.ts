<?xml version='1.0' encoding='UTF-8'?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_TW" sourcelanguage="en">
<context>
    <name>paper</name>
    <message>
        <source>Household card</source>
        <translation>農戶信息卡</translation>
    </message>
    <message>
        <source>Household exit checklist</source>
        <translation>農戶退出核查表</translation>
    </message>
    <message>
        <source>Numbers are masked and facts of health left out.</source>
        <translation>證件、電話、賬號等號碼已作遮蓋，健康情況不打印。</translation>
    </message>
    <message>
        <source>An empty place means: not known yet. Write it by hand and tell the team.</source>
        <translation>空白處表示尚未核實，可手寫補充並告知工作隊。</translation>
    </message>
    <message>
        <source>A working card printed from the register. It does not by itself decide or prove anything.</source>
        <translation>本卡由戶冊打印，僅供工作使用，不單獨作為認定或證明依據。</translation>
    </message>
    <message>
        <source>Year {year}</source>
        <translation>{year} 年度</translation>
    </message>
    <message>
        <source>Year {year}, as of {day}</source>
        <translation>{year} 年度，核查時點 {day}</translation>
    </message>
    <message>
        <source>Printed by {worker}, {time}</source>
        <translation>{worker} 打印於 {time}</translation>
    </message>
    <message>
        <source>Page {page} of {pages}</source>
        <translation>第 {page} 頁 共 {pages} 頁</translation>
    </message>
    <message>
        <source>Check code</source>
        <translation>校驗碼</translation>
    </message>
    <message>
        <source>Household helper</source>
        <translation>幫扶責任人</translation>
    </message>
    <message>
        <source>Signatures</source>
        <translation>簽字</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>簽字</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>This year</source>
        <translation>本年情況</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>序號</translation>
    </message>
    <message>
        <source>Per head (yuan)</source>
        <translation>人均純收入 (元)</translation>
    </message>
    <message>
        <source>Helper's phone</source>
        <translation>幫扶責任人電話</translation>
    </message>
    <message>
        <source>Helping unit</source>
        <translation>幫扶單位</translation>
    </message>
    <message>
        <source>Household and helper</source>
        <translation>農戶幫扶聯繫卡</translation>
    </message>
    <message>
        <source>Ask your helper whenever a policy or a figure is not clear to you.</source>
        <translation>對政策或數據有不清楚的地方，請隨時詢問幫扶責任人。</translation>
    </message>
    <message>
        <source>Met</source>
        <translation>已達標</translation>
    </message>
    <message>
        <source>Not met</source>
        <translation>未達標</translation>
    </message>
    <message>
        <source>To be verified</source>
        <translation>待核實</translation>
    </message>
    <message>
        <source>Criterion and rule</source>
        <translation>標準和要求</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>核查情況</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>結論</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>佐證</translation>
    </message>
    <message>
        <source>Met {met}, not met {not_met}, to be verified {unknown}.</source>
        <translation>已達標 {met} 項，未達標 {not_met} 項，待核實 {unknown} 項。</translation>
    </message>
    <message>
        <source>Village level: four signatures</source>
        <translation>村級四方簽字</translation>
    </message>
    <message>
        <source>Identified on</source>
        <translation>首次識別時間</translation>
    </message>
    <message>
        <source>Planned exit year</source>
        <translation>計劃脫貧年度</translation>
    </message>
    <message>
        <source>Exit line of the year (yuan)</source>
        <translation>當年退出線 (元)</translation>
    </message>
    <message>
        <source>Standard: {set}, version {version}. Code of the figures shown: {shown}.</source>
        <translation>標準：{set}，版本 {version}。所示數據的校驗碼：{shown}。</translation>
    </message>
    <message>
        <source>This sheet records what was checked, by whom it was shown and who signed. No legal validity is claimed for it; the decision is made by the procedure, not by this program.</source>
        <translation>本表記錄核查內容、出示人和簽字人，不聲稱具有法律效力；是否退出由規定程序決定，不由本程序決定。</translation>
    </message>
    <message>
        <source>The household may refuse; refusing is as easy as agreeing, and its reason stands beside it.</source>
        <translation>農戶可以不同意，與同意同樣方便，理由寫在旁邊。</translation>
    </message>
    <message>
        <source>The drawing has not arrived on this computer yet.</source>
        <translation>手寫簽字圖片還沒有傳到本機。</translation>
    </message>
    <message>
        <source>Code of the signatures recorded: {code}. Note it where nobody can change it.</source>
        <translation>已記錄簽字的校驗碼：{code}。請另行抄存在他人不能改動之處。</translation>
    </message>
    <message>
        <source>There is no paper named {name}. There are: {known}.</source>
        <translation>沒有名為 {name} 的文書。現有：{known}。</translation>
    </message>
    <message>
        <source>Nothing on this paper can be unmasked. Leave the reason out.</source>
        <translation>這份文書沒有可取消遮蓋的內容，請不要填寫理由。</translation>
    </message>
    <message>
        <source>{count} households of your register have the number {number}. Give the id of the one you mean.</source>
        <translation>戶冊中有 {count} 戶的戶編號為 {number}，請寫明所指那一戶的內部編號。</translation>
    </message>
    <message>
        <source>There is no household of yours in {scope}.</source>
        <translation>{scope} 內沒有您可以查看的農戶。</translation>
    </message>
    <message>
        <source>Wrote {file}, {pages} pages.</source>
        <translation>已寫入 {file}，共 {pages} 頁。</translation>
    </message>
    <message>
        <source>The font for printing cannot be kept in {folder} ({reason}). Free some space there, then print again.</source>
        <translation>打印字體無法保存到 {folder}（{reason}）。請在該處騰出空間後再打印。</translation>
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
        <translation>未說明理由</translation>
    </message>
    <message>
        <source>Drawn on the screen and recorded by {worker}</source>
        <translation>屏幕手寫，由 {worker} 記錄</translation>
    </message>
    <message>
        <source>Signed on paper, recorded by {worker}</source>
        <translation>紙上簽字，由 {worker} 記錄</translation>
    </message>
    <message>
        <source>The figures have changed since: please confirm again.</source>
        <translation>簽字後數據有變動，請重新確認。</translation>
    </message>
    <message>
        <source>yuan</source>
        <translation>元</translation>
    </message>
    <message>
        <source>mu</source>
        <translation>畝</translation>
    </message>
    <message>
        <source>month</source>
        <translation>月</translation>
    </message>
    <message>
        <source>minute</source>
        <translation>分鐘</translation>
    </message>
    <message>
        <source>person</source>
        <translation>人</translation>
    </message>
    <message>
        <source>household</source>
        <translation>戶</translation>
    </message>
    <message>
        <source>km</source>
        <translation>公里</translation>
    </message>
    <message>
        <source>count</source>
        <translation>個</translation>
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
        <translation>本機沒有中文字體。請安裝 fonts-noto-cjk（Linux）或 Noto Sans SC 後再打印。</translation>
    </message>
    <message>
        <source>{file} could not be written ({reason}). Choose another folder or free some space, then print again.</source>
        <translation>無法寫入 {file}（{reason}）。請換一個文件夾或騰出空間後再打印。</translation>
    </message>
</context>
</TS>