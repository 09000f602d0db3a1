<?xml version='1.0' encoding='UTF-8'?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_TW" sourcelanguage="en">
<context>
    <name>fieldapp</name>
    <message>
        <source>By</source>
        <translation>經手人</translation>
    </message>
    <message>
        <source>Card for the door</source>
        <translation>門牌卡</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>時間</translation>
    </message>
    <message>
        <source>It can be read until {day}.</source>
        <translation>本機可用到 {day}。</translation>
    </message>
    <message>
        <source>It can be read until {day}: {days} days left.</source>
        <translation>本機可用到 {day}，還剩 {days} 天。</translation>
    </message>
    <message>
        <source>It has no last day: the register can be read here until it is handed over.</source>
        <translation>沒有設期限：交回之前，本機一直可以使用戶冊。</translation>
    </message>
    <message>
        <source>Masks</source>
        <translation>遮蓋</translation>
    </message>
    <message>
        <source>May</source>
        <translation>可以做什麼</translation>
    </message>
    <message>
        <source>Nobody has looked at a masked value yet.</source>
        <translation>還沒有人查看過被遮蓋的內容。</translation>
    </message>
    <message>
        <source>Nothing has left this computer yet.</source>
        <translation>本機還沒有打印或導出過任何內容。</translation>
    </message>
    <message>
        <source>Of</source>
        <translation>範圍</translation>
    </message>
    <message>
        <source>Parts of the page</source>
        <translation>本頁各部分</translation>
    </message>
    <message>
        <source>Reaches: {households}</source>
        <translation>可看的戶：{households}</translation>
    </message>
    <message>
        <source>Region: {scopes}</source>
        <translation>地區：{scopes}</translation>
    </message>
    <message>
        <source>Sees</source>
        <translation>能看什麼</translation>
    </message>
    <message>
        <source>The township can set another day. It knows this computer as {name}.</source>
        <translation>期限由鄉鎮站設定。鄉鎮站用 {name} 識別本機。</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>本機</translation>
    </message>
    <message>
        <source>What</source>
        <translation>內容</translation>
    </message>
    <message>
        <source>What left</source>
        <translation>導出和打印</translation>
    </message>
    <message>
        <source>What your role sees and may do, every print and export with its reason, and everybody who looked at a masked value. Nothing can be taken out of these lists.</source>
        <translation>您的角色能看什麼、能做什麼；每次打印和導出及其原因；誰看過被遮蓋的內容。這些記錄不能刪除。</translation>
    </message>
    <message>
        <source>Who I am</source>
        <translation>我的角色</translation>
    </message>
    <message>
        <source>Who looked</source>
        <translation>查看號碼</translation>
    </message>
    <message>
        <source>Whose</source>
        <translation>誰的</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>all households of the region</source>
        <translation>本地區全部農戶</translation>
    </message>
    <message>
        <source>always masked</source>
        <translation>始終遮蓋</translation>
    </message>
    <message>
        <source>approve changes for the national system</source>
        <translation>審批要錄入國家系統的更改</translation>
    </message>
    <message>
        <source>erase a person's data by law</source>
        <translation>依法刪除個人資料</translation>
    </message>
    <message>
        <source>everything</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>masked</source>
        <translation>已遮蓋</translation>
    </message>
    <message>
        <source>masked; whole for a reason</source>
        <translation>遮蓋，寫明原因可看</translation>
    </message>
    <message>
        <source>no household</source>
        <translation>無</translation>
    </message>
    <message>
        <source>not shown</source>
        <translation>不顯示</translation>
    </message>
    <message>
        <source>print and export with masks</source>
        <translation>打印、導出（遮蓋）</translation>
    </message>
    <message>
        <source>print and export without masks, with a reason</source>
        <translation>打印、導出（不遮蓋，寫明原因）</translation>
    </message>
    <message>
        <source>read the register</source>
        <translation>查看戶冊</translation>
    </message>
    <message>
        <source>see a masked value whole, with a reason</source>
        <translation>寫明原因後查看被遮蓋的內容</translation>
    </message>
    <message>
        <source>set the last day of a computer</source>
        <translation>設定電腦的使用期限</translation>
    </message>
    <message>
        <source>shown whole</source>
        <translation>完整顯示</translation>
    </message>
    <message>
        <source>the households of the drawn sample</source>
        <translation>抽中的樣本戶</translation>
    </message>
    <message>
        <source>the households paired with you</source>
        <translation>與您結對的戶</translation>
    </message>
    <message>
        <source>without masks</source>
        <translation>不遮蓋</translation>
    </message>
    <message>
        <source>write into it</source>
        <translation>填寫、修改</translation>
    </message>
    <message>
        <source>{field} ({list})</source>
        <translation>{field}（{list}）</translation>
    </message>
    <message>
        <source>As: Personal Information Protection Law, article 47; decision no. …</source>
        <translation>例如：《個人信息保護法》第四十七條；某某號決定</translation>
    </message>
    <message>
        <source>By which law or decision?</source>
        <translation>依據哪部法律或哪個決定？</translation>
    </message>
    <message>
        <source>Content and privacy</source>
        <translation>業務內容與隱私</translation>
    </message>
    <message>
        <source>Erase for ever</source>
        <translation>永久刪除</translation>
    </message>
    <message>
        <source>Erase the data of {name} by law</source>
        <translation>依法刪除{name}的個人資料</translation>
    </message>
    <message>
        <source>Erased. It reaches the other computers at their next sync.</source>
        <translation>已刪除。其他電腦下次同步時也會刪除。</translation>
    </message>
    <message>
        <source>Numbers and names will be readable by whoever holds it. Your name, the time and the reason are kept.</source>
        <translation>拿到的人都能看到號碼和姓名。您的姓名、時間和原因會留下記錄。</translation>
    </message>
    <message>
        <source>Only the township and the county erase a person's data. Ask them.</source>
        <translation>只有鄉鎮和縣可以依法刪除個人資料，請聯繫他們。</translation>
    </message>
    <message>
        <source>This cannot be undone. It reaches every computer that holds this village, at its next sync. Only hashes stay, so that nobody can change the rest unseen.</source>
        <translation>刪除後不能恢復。存有本村資料的每臺電腦下次同步時都會刪除，只留下校驗值，防止其餘記錄被人改動。</translation>
    </message>
    <message>
        <source>This computer's last day</source>
        <translation>本機的使用期限</translation>
    </message>
    <message>
        <source>To confirm, type: {name}</source>
        <translation>請輸入姓名確認：{name}</translation>
    </message>
    <message>
        <source>What goes</source>
        <translation>將刪除</translation>
    </message>
    <message>
        <source>What you have to see to yourself</source>
        <translation>需要您自己處理</translation>
    </message>
    <message>
        <source>Why does {what} leave without masks?</source>
        <translation>為什麼要不遮蓋地打印或導出“{what}”？</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>為什麼刪除？</translation>
    </message>
    <message>
        <source>Without masks</source>
        <translation>不遮蓋</translation>
    </message>
    <message>
        <source>Without the person's name: both stay on record.</source>
        <translation>不要寫本人姓名：原因和依據都會留下記錄。</translation>
    </message>
    <message>
        <source>an audit</source>
        <translation>審計檢查</translation>
    </message>
    <message>
        <source>photos and files: {count}</source>
        <translation>照片和文件 {count} 個</translation>
    </message>
    <message>
        <source>review by the township</source>
        <translation>鄉鎮審核</translation>
    </message>
    <message>
        <source>texts elsewhere that name the person: {count}</source>
        <translation>其他記錄中提到本人的文字 {count} 處</translation>
    </message>
    <message>
        <source>the household asked for it</source>
        <translation>農戶本人要求</translation>
    </message>
    <message>
        <source>{list}: {count}</source>
        <translation>{list} {count} 條</translation>
    </message>
    <message>
        <source>Print without masks</source>
        <translation>打印不遮蓋的</translation>
    </message>
    <message>
        <source>Until when, and who decides</source>
        <translation>用到哪天、由誰決定</translation>
    </message>
    <message>
        <source>Excel: {lists}</source>
        <translation>Excel 表格：{lists}</translation>
    </message>
</context>
</TS>