<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>fieldapp</name>
    <message>
        <source>The map {file} is larger than 40 MB. Ask for a simpler one.</source>
        <translation>地图{file}超过40MB。请县里给一份简化的。</translation>
    </message>
    <message>
        <source>The map {file} cannot be read. Choose an MBTiles or GeoJSON file, or ask for it again.</source>
        <translation>地图{file}读不出来。请选MBTiles或GeoJSON文件，或重新要一份。</translation>
    </message>
    <message>
        <source>The map {file} is not in degrees. Ask for it as GeoJSON in WGS-84 or CGCS2000.</source>
        <translation>地图{file}的坐标不是度。请要WGS-84或CGCS2000经纬度的GeoJSON。</translation>
    </message>
    <message>
        <source>The map {file} holds vector tiles. Ask for one with pictures (raster MBTiles, PNG or JPEG).</source>
        <translation>地图{file}是矢量瓦片。请要图片瓦片（栅格MBTiles，PNG或JPEG）。</translation>
    </message>
    <message>
        <source>These are more than {count} points. Paste fewer.</source>
        <translation>超过{count}个点。请少粘贴一些。</translation>
    </message>
    <message>
        <source>“{text}” is no place. Write latitude and longitude, such as 34.5, 108.9.</source>
        <translation>“{text}”不是位置。请写纬度和经度，如34.5, 108.9。</translation>
    </message>
    <message>
        <source>“{text}” lies nowhere: latitude goes to 90, longitude to 180. Look at the figures again.</source>
        <translation>“{text}”不在地球上：纬度最大90，经度最大180。请再核对数字。</translation>
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
        <translation>方向键移动地图，+ − 缩放，回车取十字处的位置，Esc回到数字。</translation>
    </message>
    <message>
        <source>The county's own map is taken as WGS-84. Map companies in China shift places by up to 700 m (GCJ-02): do not copy figures from their pages.</source>
        <translation>县里的底图按WGS-84使用。国内地图公司的位置有偏移（GCJ-02，最多约700米），不要抄他们网页上的坐标。</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>地图</translation>
    </message>
    <message>
        <source>No map is set up: the grid shows distances. A county's own map is chosen in the settings.</source>
        <translation>没有底图，方格表示距离。县里自己的底图可在“设置”里选。</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>录音</translation>
    </message>
    <message>
        <source>Space begins and ends the recording.</source>
        <translation>按空格开始和结束录音。</translation>
    </message>
    <message>
        <source>No microphone was found. Record with a phone and choose the file.</source>
        <translation>没有找到麦克风。请用手机录音，再选文件。</translation>
    </message>
    <message>
        <source>{file} is no sound or film known here. Choose an mp3, m4a, wav or mp4.</source>
        <translation>{file}不是本程序认识的录音或视频。请选mp3、m4a、wav或mp4。</translation>
    </message>
    <message>
        <source>The recorder is not installed on this laptop. Record with a phone and choose the file.</source>
        <translation>这台电脑没有装录音组件。请用手机录音，再选文件。</translation>
    </message>
    <message>
        <source>Choose a film …</source>
        <translation>选择视频 …</translation>
    </message>
    <message>
        <source>This cannot be played here: no player of this laptop takes it.</source>
        <translation>这里放不了：这台电脑没有能放它的播放器。</translation>
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
        <translation>长 {length}</translation>
    </message>
    <message>
        <source>Choose a recording …</source>
        <translation>选择录音 …</translation>
    </message>
    <message>
        <source>Read from the picture: {kind}</source>
        <translation>从图片读出：{kind}</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>拍照</translation>
    </message>
    <message>
        <source>Read from a picture …</source>
        <translation>从图片识别 …</translation>
    </message>
    <message>
        <source>Paste a picture</source>
        <translation>粘贴图片</translation>
    </message>
    <message>
        <source>There is no picture on the clipboard. Copy it first, then press Ctrl+V.</source>
        <translation>剪贴板里没有图片。请先复制，再按Ctrl+V。</translation>
    </message>
    <message>
        <source>Reading the picture …</source>
        <translation>正在识别图片 …</translation>
    </message>
    <message>
        <source>There are {count} codes in this picture. Choose one by its digit.</source>
        <translation>这张图里有{count}个码。按数字键选一个。</translation>
    </message>
    <message>
        <source>Scan or type the code</source>
        <translation>扫码或输入编码</translation>
    </message>
    <message>
        <source>No code was found in this picture. Take it nearer, sharp and straight, or type the code.</source>
        <translation>这张图里没有找到码。请靠近、拍正、拍清楚，或直接输入。</translation>
    </message>
    <message>
        <source>Takes a photo with this laptop's camera.</source>
        <translation>用这台电脑的摄像头拍照。</translation>
    </message>
    <message>
        <source>Take the photo</source>
        <translation>拍下</translation>
    </message>
    <message>
        <source>The camera is starting …</source>
        <translation>摄像头正在启动 …</translation>
    </message>
    <message>
        <source>No camera was found. Choose a file instead.</source>
        <translation>没有找到摄像头。请选文件。</translation>
    </message>
    <message>
        <source>The camera part is not installed on this laptop. Take the photo with a phone and choose the file.</source>
        <translation>这台电脑没有装摄像头组件。请用手机拍照，再选文件。</translation>
    </message>
    <message>
        <source>Replace the picture …</source>
        <translation>换一张图片 …</translation>
    </message>
    <message>
        <source>This question asks another program. Type the answer here.</source>
        <translation>这道题原本由别的程序回答。请在这里直接填写。</translation>
    </message>
    <message>
        <source>The form shows a drawing here; choose from the list.</source>
        <translation>表单这里是一张示意图；请从列表中选择。</translation>
    </message>
    <message>
        <source>The map shows where the choices lie; a click on one takes it. The list takes it by keys.</source>
        <translation>地图标出各选项的位置，点一下即选中。用键盘请在列表里选。</translation>
    </message>
    <message>
        <source>{file} is a HEIC photo, which this program cannot show. Send it from the phone as JPEG, or set the phone's camera to “Most compatible”.</source>
        <translation>{file}是HEIC照片，本程序显示不了。请在手机上转成JPEG再发，或把手机相机设为“兼容性最佳”。</translation>
    </message>
    <message>
        <source>{file} has more than 100 million pixels. Choose a smaller copy.</source>
        <translation>{file}超过1亿像素。请选一份小的。</translation>
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
        <translation>表单要求精度 {count} 米以内：请到开阔处再测一次。</translation>
    </message>
    <message>
        <source>Longitude stood first: read as latitude {north}, longitude {east}.</source>
        <translation>原先经度在前：已读作纬度 {north}，经度 {east}。</translation>
    </message>
    <message>
        <source>The form asks for an accuracy of {count} m or better.</source>
        <translation>表单要求精度 {count} 米以内。</translation>
    </message>
    <message>
        <source>Longitude</source>
        <translation>经度</translation>
    </message>
    <message>
        <source>No point yet.</source>
        <translation>还没有点。</translation>
    </message>
    <message>
        <source>Latitude</source>
        <translation>纬度</translation>
    </message>
    <message>
        <source>Altitude (m)</source>
        <translation>海拔（米）</translation>
    </message>
    <message>
        <source>Area {size} m² ({mu} mu)</source>
        <translation>面积 {size} 平方米（{mu} 亩）</translation>
    </message>
    <message>
        <source>{count} points</source>
        <translation>{count} 个点</translation>
    </message>
    <message>
        <source>Red arrow</source>
        <translation>红箭头</translation>
    </message>
    <message>
        <source>Red pen</source>
        <translation>红笔</translation>
    </message>
    <message>
        <source>Black pen</source>
        <translation>黑笔</translation>
    </message>
    <message>
        <source>White pen</source>
        <translation>白笔</translation>
    </message>
    <message>
        <source>Take back a stroke</source>
        <translation>撤回一笔</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清空</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>点</translation>
    </message>
    <message>
        <source>Latitude, longitude of the next point; several lines may be pasted</source>
        <translation>下一个点的纬度, 经度；可一次粘贴多行</translation>
    </message>
    <message>
        <source>Arrows move the map, + and − zoom, Enter adds the place under the cross, Delete takes the last point back, Esc goes back.</source>
        <translation>方向键移动地图，+ − 缩放，回车加上十字处的点，Delete去掉最后一点，Esc返回。</translation>
    </message>
    <message>
        <source>An area needs at least three points.</source>
        <translation>一块地至少要三个点。</translation>
    </message>
    <message>
        <source>Delete takes a point away, Ctrl+↑ and Ctrl+↓ move it, Enter changes it.</source>
        <translation>Delete去掉一个点，Ctrl+↑、Ctrl+↓移动它，回车修改。</translation>
    </message>
    <message>
        <source>There is no file on the clipboard. Copy it first, then press Ctrl+V.</source>
        <translation>剪贴板里没有文件。请先复制，再按Ctrl+V。</translation>
    </message>
    <message>
        <source>A picture is on the clipboard; this question asks for another file.</source>
        <translation>剪贴板里是图片；这道题要的是别的文件。</translation>
    </message>
    <message>
        <source>These are {count} files; one answer is one file.</source>
        <translation>这是{count}个文件；一个答案只收一个文件。</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>{file} is empty. Choose another file.</source>
        <translation>{file}是空的。请选别的文件。</translation>
    </message>
    <message>
        <source>Without a map</source>
        <translation>不用底图</translation>
    </message>
    <message>
        <source>Choose a map file …</source>
        <translation>选择底图文件 …</translation>
    </message>
    <message>
        <source>No map is chosen. Ask the county for its own: MBTiles with pictures, or outlines as GeoJSON.</source>
        <translation>没有选底图。请向县里要他们自己的：图片瓦片的MBTiles，或GeoJSON边界。</translation>
    </message>
    <message>
        <source>Drawing pad: draw here with the mouse, a pen or a finger</source>
        <translation>画板：用鼠标、笔或手指在这里画</translation>
    </message>
    <message>
        <source>Record sound</source>
        <translation>录音</translation>
    </message>
    <message>
        <source>Point</source>
        <translation>点号</translation>
    </message>
    <message>
        <source>Reading the file …</source>
        <translation>正在读取文件 …</translation>
    </message>
</context>
</TS>
