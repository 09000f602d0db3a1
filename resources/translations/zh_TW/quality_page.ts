<?xml version='1.0' encoding='UTF-8'?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_TW" sourcelanguage="en">
<context>
    <name>fieldapp</name>
    <message>
        <source>Data quality</source>
        <translation>數據質量</translation>
    </message>
    <message>
        <source>What is wrong or doubtful, and where to mend it.</source>
        <translation>哪裡有錯、哪裡可疑，從這裡逐條改。</translation>
    </message>
    <message>
        <source>In and out of the year, snapshots, and the seven batches.</source>
        <translation>進出平衡、年終快照和七個一批。</translation>
    </message>
    <message>
        <source>Explain</source>
        <translation>說明原因</translation>
    </message>
    <message>
        <source>Why a doubt is right as it stands; it is kept.</source>
        <translation>說明疑點為什麼屬實，說明會留存。</translation>
    </message>
    <message>
        <source>By rule or by field</source>
        <translation>按規則 / 按字段</translation>
    </message>
    <message>
        <source>Reads every household once more.</source>
        <translation>把每一戶重新查一遍。</translation>
    </message>
    <message>
        <source>Explained: {rule}</source>
        <translation>已說明：{rule}</translation>
    </message>
    <message>
        <source>Right households</source>
        <translation>對象識別認定準</translation>
    </message>
    <message>
        <source>Facts of the household</source>
        <translation>家庭情況核實準</translation>
    </message>
    <message>
        <source>Causes of poverty</source>
        <translation>致貧原因分析準</translation>
    </message>
    <message>
        <source>Plans and measures</source>
        <translation>計劃措施制定準</translation>
    </message>
    <message>
        <source>Policies that arrive</source>
        <translation>扶貧政策落實準</translation>
    </message>
    <message>
        <source>Income per person</source>
        <translation>人均收支核查準</translation>
    </message>
    <message>
        <source>Entries and exits</source>
        <translation>對象進出錄入準</translation>
    </message>
    <message>
        <source>Progress of the ledgers</source>
        <translation>臺賬進度記錄準</translation>
    </message>
    <message>
        <source>How findings are grouped</source>
        <translation>問題按什麼歸類</translation>
    </message>
    <message>
        <source>Which findings are shown</source>
        <translation>顯示哪些問題</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>規則</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>問題</translation>
    </message>
    <message>
        <source>By rule</source>
        <translation>按規則</translation>
    </message>
    <message>
        <source>By field</source>
        <translation>按字段</translation>
    </message>
    <message>
        <source>Nothing found here.</source>
        <translation>這裡沒有問題。</translation>
    </message>
    <message>
        <source>Explained</source>
        <translation>已說明</translation>
    </message>
    <message>
        <source>Checked at {time}: {errors} errors, {doubts} doubts, {explained} explained</source>
        <translation>{time} 查完：錯誤 {errors} 條，疑點 {doubts} 條，已說明 {explained} 條</translation>
    </message>
    <message>
        <source>Enter goes from an accuracy to its rules, to the findings, to the field. Esc goes back. An error is corrected; a doubt is corrected or explained.</source>
        <translation>回車從“準”到規則、到問題、到要改的字段；Esc 退回。錯誤要改正；疑點可以改正，也可以說明原因。</translation>
    </message>
    <message>
        <source>Accuracies</source>
        <translation>八個準</translation>
    </message>
    <message>
        <source>Villages</source>
        <translation>各村</translation>
    </message>
    <message>
        <source>Choose a finding first.</source>
        <translation>請先選一條問題。</translation>
    </message>
    <message>
        <source>An error is corrected, not explained.</source>
        <translation>錯誤要改正，不能用說明代替。</translation>
    </message>
    <message>
        <source>This doubt is explained already.</source>
        <translation>這個疑點已經說明過了。</translation>
    </message>
    <message>
        <source>Counts belong to a village and a fact, never to a person. Attendance is no finding.</source>
        <translation>條數只歸到村和事實，不給任何人排名；出勤不算問題。</translation>
    </message>
    <message>
        <source>{accuracy}, by village</source>
        <translation>{accuracy} · 各村</translation>
    </message>
    <message>
        <source>Checking: {done} of {total} villages or townships</source>
        <translation>正在檢查：{total} 個村（鄉鎮）已查 {done} 個</translation>
    </message>
    <message>
        <source>Stopped. “Check again” reads it from the start.</source>
        <translation>已停止。按“再查一次”從頭檢查。</translation>
    </message>
    <message>
        <source>{who}: why is it right as it stands? It is asked again when these facts change.</source>
        <translation>{who}：為什麼屬實？這些情況一變，會再問一次。</translation>
    </message>
    <message>
        <source>Checking …</source>
        <translation>正在檢查……</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>八個準</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>錯誤</translation>
    </message>
    <message>
        <source>Doubts</source>
        <translation>疑點</translation>
    </message>
    <message>
        <source>Without error</source>
        <translation>無錯誤的戶</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>類別</translation>
    </message>
    <message>
        <source>What is found</source>
        <translation>問題</translation>
    </message>
    <message>
        <source>Field to correct</source>
        <translation>要改的字段</translation>
    </message>
    <message>
        <source>To be corrected before approval.</source>
        <translation>審批前必須改正。</translation>
    </message>
    <message>
        <source>To be looked at: corrected, or explained once.</source>
        <translation>需要核對：改正，或說明一次。</translation>
    </message>
    <message>
        <source>Doubts that somebody has explained.</source>
        <translation>已有人說明原因的疑點。</translation>
    </message>
    <message>
        <source>Households without an error, of all households.</source>
        <translation>沒有錯誤的戶數 / 全部戶數。</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>規則</translation>
    </message>
    <message>
        <source>error</source>
        <translation>錯誤</translation>
    </message>
    <message>
        <source>doubt</source>
        <translation>疑點</translation>
    </message>
    <message>
        <source>explained: {reason}</source>
        <translation>已說明：{reason}</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>條數</translation>
    </message>
</context>
</TS>