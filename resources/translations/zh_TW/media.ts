<?xml version='1.0' encoding='UTF-8'?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_TW" sourcelanguage="en">
<context>
    <name>fieldapp</name>
    <message>
        <source>The map {file} is larger than 40 MB. Ask for a simpler one.</source>
        <translation>地圖{file}超過40MB。請縣裡給一份簡化的。</translation>
    </message>
    <message>
        <source>The map {file} cannot be read. Choose an MBTiles or GeoJSON file, or ask for it again.</source>
        <translation>地圖{file}讀不出來。請選MBTiles或GeoJSON文件，或重新要一份。</translation>
    </message>
    <message>
        <source>The map {file} is not in degrees. Ask for it as GeoJSON in WGS-84 or CGCS2000.</source>
        <translation>地圖{file}的座標不是度。請要WGS-84或CGCS2000經緯度的GeoJSON。</translation>
    </message>
    <message>
        <source>The map {file} holds vector tiles. Ask for one with pictures (raster MBTiles, PNG or JPEG).</source>
        <translation>地圖{file}是矢量瓦片。請要圖片瓦片（柵格MBTiles，PNG或JPEG）。</translation>
    </message>
    <message>
        <source>These are more than {count} points. Paste fewer.</source>
        <translation>超過{count}個點。請少粘貼一些。</translation>
    </message>
    <message>
        <source>“{text}” is no place. Write latitude and longitude, such as 34.5, 108.9.</source>
        <translation>“{text}”不是位置。請寫緯度和經度，如34.5, 108.9。</translation>
    </message>
    <message>
        <source>“{text}” lies nowhere: latitude goes to 90, longitude to 180. Look at the figures again.</source>
        <translation>“{text}”不在地球上：緯度最大90，經度最大180。請再核對數字。</translation>
    </message>
    <message>
        <source>{count} m</source>
        <translation>{count} 米</translation>
    </message>
    <message>
        <source>{count} km</source>
        <translation>{count} 公里</translation>
    </message>
    <message>
        <source>Arrows move the map, + and − zoom, Enter takes the place under the cross, Esc goes back to the figures.</source>
        <translation>方向鍵移動地圖，+ − 縮放，回車取十字處的位置，Esc回到數字。</translation>
    </message>
    <message>
        <source>The county's own map is taken as WGS-84. Map companies in China shift places by up to 700 m (GCJ-02): do not copy figures from their pages.</source>
        <translation>縣裡的底圖按WGS-84使用。國內地圖公司的位置有偏移（GCJ-02，最多約700米），不要抄他們網頁上的座標。</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>地圖</translation>
    </message>
    <message>
        <source>No map is set up: the grid shows distances. A county's own map is chosen in the settings.</source>
        <translation>沒有底圖，方格表示距離。縣裡自己的底圖可在“設置”裡選。</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>錄音</translation>
    </message>
    <message>
        <source>Space begins and ends the recording.</source>
        <translation>按空格開始和結束錄音。</translation>
    </message>
    <message>
        <source>No microphone was found. Record with a phone and choose the file.</source>
        <translation>沒有找到麥克風。請用手機錄音，再選文件。</translation>
    </message>
    <message>
        <source>{file} is no sound or film known here. Choose an mp3, m4a, wav or mp4.</source>
        <translation>{file}不是本程序認識的錄音或視頻。請選mp3、m4a、wav或mp4。</translation>
    </message>
    <message>
        <source>The recorder is not installed on this laptop. Record with a phone and choose the file.</source>
        <translation>這臺電腦沒有裝錄音組件。請用手機錄音，再選文件。</translation>
    </message>
    <message>
        <source>Choose a film …</source>
        <translation>選擇視頻 …</translation>
    </message>
    <message>
        <source>This cannot be played here: no player of this laptop takes it.</source>
        <translation>這裡放不了：這臺電腦沒有能放它的播放器。</translation>
    </message>
    <message>
        <source>Stop ({length})</source>
        <translation>停止（{length}）</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>播放</translation>
    </message>
    <message>
        <source>Length {length}</source>
        <translation>長 {length}</translation>
    </message>
    <message>
        <source>Choose a recording …</source>
        <translation>選擇錄音 …</translation>
    </message>
    <message>
        <source>Read from the picture: {kind}</source>
        <translation>從圖片讀出：{kind}</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>拍照</translation>
    </message>
    <message>
        <source>Read from a picture …</source>
        <translation>從圖片識別 …</translation>
    </message>
    <message>
        <source>Paste a picture</source>
        <translation>粘貼圖片</translation>
    </message>
    <message>
        <source>There is no picture on the clipboard. Copy it first, then press Ctrl+V.</source>
        <translation>剪貼板裡沒有圖片。請先複製，再按Ctrl+V。</translation>
    </message>
    <message>
        <source>Reading the picture …</source>
        <translation>正在識別圖片 …</translation>
    </message>
    <message>
        <source>There are {count} codes in this picture. Choose one by its digit.</source>
        <translation>這張圖裡有{count}個碼。按數字鍵選一個。</translation>
    </message>
    <message>
        <source>Scan or type the code</source>
        <translation>掃碼或輸入編碼</translation>
    </message>
    <message>
        <source>No code was found in this picture. Take it nearer, sharp and straight, or type the code.</source>
        <translation>這張圖裡沒有找到碼。請靠近、拍正、拍清楚，或直接輸入。</translation>
    </message>
    <message>
        <source>Takes a photo with this laptop's camera.</source>
        <translation>用這臺電腦的攝像頭拍照。</translation>
    </message>
    <message>
        <source>Take the photo</source>
        <translation>拍下</translation>
    </message>
    <message>
        <source>The camera is starting …</source>
        <translation>攝像頭正在啟動 …</translation>
    </message>
    <message>
        <source>No camera was found. Choose a file instead.</source>
        <translation>沒有找到攝像頭。請選文件。</translation>
    </message>
    <message>
        <source>The camera part is not installed on this laptop. Take the photo with a phone and choose the file.</source>
        <translation>這臺電腦沒有裝攝像頭組件。請用手機拍照，再選文件。</translation>
    </message>
    <message>
        <source>Replace the picture …</source>
        <translation>換一張圖片 …</translation>
    </message>
    <message>
        <source>This question asks another program. Type the answer here.</source>
        <translation>這道題原本由別的程序回答。請在這裡直接填寫。</translation>
    </message>
    <message>
        <source>The form shows a drawing here; choose from the list.</source>
        <translation>表單這裡是一張示意圖；請從列表中選擇。</translation>
    </message>
    <message>
        <source>The map shows where the choices lie; a click on one takes it. The list takes it by keys.</source>
        <translation>地圖標出各選項的位置，點一下即選中。用鍵盤請在列表裡選。</translation>
    </message>
    <message>
        <source>{file} is a HEIC photo, which this program cannot show. Send it from the phone as JPEG, or set the phone's camera to “Most compatible”.</source>
        <translation>{file}是HEIC照片，本程序顯示不了。請在手機上轉成JPEG再發，或把手機相機設為“兼容性最佳”。</translation>
    </message>
    <message>
        <source>{file} has more than 100 million pixels. Choose a smaller copy.</source>
        <translation>{file}超過1億像素。請選一份小的。</translation>
    </message>
    <message>
        <source>Altitude {count} m</source>
        <translation>海拔 {count} 米</translation>
    </message>
    <message>
        <source>Accuracy {count} m</source>
        <translation>精度 {count} 米</translation>
    </message>
    <message>
        <source>The form asks for {count} m or better: measure again in the open.</source>
        <translation>表單要求精度 {count} 米以內：請到開闊處再測一次。</translation>
    </message>
    <message>
        <source>Longitude stood first: read as latitude {north}, longitude {east}.</source>
        <translation>原先經度在前：已讀作緯度 {north}，經度 {east}。</translation>
    </message>
    <message>
        <source>The form asks for an accuracy of {count} m or better.</source>
        <translation>表單要求精度 {count} 米以內。</translation>
    </message>
    <message>
        <source>Longitude</source>
        <translation>經度</translation>
    </message>
    <message>
        <source>No point yet.</source>
        <translation>還沒有點。</translation>
    </message>
    <message>
        <source>Latitude</source>
        <translation>緯度</translation>
    </message>
    <message>
        <source>Altitude (m)</source>
        <translation>海拔（米）</translation>
    </message>
    <message>
        <source>Area {size} m² ({mu} mu)</source>
        <translation>面積 {size} 平方米（{mu} 畝）</translation>
    </message>
    <message>
        <source>{count} points</source>
        <translation>{count} 個點</translation>
    </message>
    <message>
        <source>Red arrow</source>
        <translation>紅箭頭</translation>
    </message>
    <message>
        <source>Red pen</source>
        <translation>紅筆</translation>
    </message>
    <message>
        <source>Black pen</source>
        <translation>黑筆</translation>
    </message>
    <message>
        <source>White pen</source>
        <translation>白筆</translation>
    </message>
    <message>
        <source>Take back a stroke</source>
        <translation>撤回一筆</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清空</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>點</translation>
    </message>
    <message>
        <source>Latitude, longitude of the next point; several lines may be pasted</source>
        <translation>下一個點的緯度, 經度；可一次粘貼多行</translation>
    </message>
    <message>
        <source>Arrows move the map, + and − zoom, Enter adds the place under the cross, Delete takes the last point back, Esc goes back.</source>
        <translation>方向鍵移動地圖，+ − 縮放，回車加上十字處的點，Delete去掉最後一點，Esc返回。</translation>
    </message>
    <message>
        <source>An area needs at least three points.</source>
        <translation>一塊地至少要三個點。</translation>
    </message>
    <message>
        <source>Delete takes a point away, Ctrl+↑ and Ctrl+↓ move it, Enter changes it.</source>
        <translation>Delete去掉一個點，Ctrl+↑、Ctrl+↓移動它，回車修改。</translation>
    </message>
    <message>
        <source>There is no file on the clipboard. Copy it first, then press Ctrl+V.</source>
        <translation>剪貼板裡沒有文件。請先複製，再按Ctrl+V。</translation>
    </message>
    <message>
        <source>A picture is on the clipboard; this question asks for another file.</source>
        <translation>剪貼板裡是圖片；這道題要的是別的文件。</translation>
    </message>
    <message>
        <source>These are {count} files; one answer is one file.</source>
        <translation>這是{count}個文件；一個答案只收一個文件。</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>圖片</translation>
    </message>
    <message>
        <source>{file} is empty. Choose another file.</source>
        <translation>{file}是空的。請選別的文件。</translation>
    </message>
    <message>
        <source>Without a map</source>
        <translation>不用底圖</translation>
    </message>
    <message>
        <source>Choose a map file …</source>
        <translation>選擇底圖文件 …</translation>
    </message>
    <message>
        <source>No map is chosen. Ask the county for its own: MBTiles with pictures, or outlines as GeoJSON.</source>
        <translation>沒有選底圖。請向縣裡要他們自己的：圖片瓦片的MBTiles，或GeoJSON邊界。</translation>
    </message>
    <message>
        <source>Drawing pad: draw here with the mouse, a pen or a finger</source>
        <translation>畫板：用鼠標、筆或手指在這裡畫</translation>
    </message>
    <message>
        <source>Record sound</source>
        <translation>錄音</translation>
    </message>
    <message>
        <source>Point</source>
        <translation>點號</translation>
    </message>
    <message>
        <source>Reading the file …</source>
        <translation>正在讀取文件 …</translation>
    </message>
</context>
</TS>