"""What the fuzz of forms begins with: a form, its lists, a submission, steps, sheets, and words to put in."""

import json

FORM = """<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml"
 xmlns:jr="http://openrosa.org/javarosa" xmlns:orx="http://openrosa.org/xforms" xmlns:odk="http://www.opendatakit.org/xforms"
 xmlns:entities="http://www.opendatakit.org/xforms/entities"><h:head><h:title>Household</h:title>
<model odk:xforms-version="1.0.0" entities:entities-version="2024.1.0">
<itext><translation lang="en" default="true()"><text id="age"><value>Age of <output value=" ../name "/></value></text>
<text id="yes"><value>Yes</value><value form="image">jr://images/y.png</value></text></translation>
<translation lang="zh"><text id="age"><value>年龄</value></text><text id="yes"><value>是</value></text></translation></itext>
<instance><data id="a" version="1"><village/><n>2</n><total/><roof/><when>2026-01-02</when><where/><loved/><share>3</share>
<photo/><person jr:template=""><name/><age/><grown/><kin/></person><g><note/><once/></g>
<meta><instanceID/><instanceName/><entity dataset="people" id="" create="1" update="" baseVersion=""><label/></entity></meta></data></instance>
<instance id="towns" src="jr://file-csv/towns.csv"/><instance id="map" src="jr://file/map.geojson"/>
<instance id="kin"><root><item><name>a</name><itextId>yes</itextId></item><item><name>b</name><itextId>age</itextId></item></root></instance>
<bind nodeset="/data/village" type="string" required="true()" jr:requiredMsg="Say it"/>
<bind nodeset="/data/n" type="int" constraint=". &lt; 20 and . >= 0" jr:constraintMsg="too many"/>
<bind nodeset="/data/total" calculate="sum(/data/person/age) + count(/data/person)"/>
<bind nodeset="/data/roof" type="string" relevant="selected(/data/village, 'x') or /data/n > 1"/>
<bind nodeset="/data/when" type="date"/><bind nodeset="/data/where" type="geopoint"/>
<bind nodeset="/data/loved" type="odk:rank"/><bind nodeset="/data/share" type="int"/><bind nodeset="/data/photo" type="binary"/>
<bind nodeset="/data/person/name" type="string" entities:saveto="name"/>
<bind nodeset="/data/person/age" type="int" constraint="regex(., '^[0-9]{1,3}$')" required="../name != ''"/>
<bind nodeset="/data/person/grown" calculate="if(../age >= 18, 'yes', if(../age = '', '', 'no'))"/>
<bind nodeset="/data/g/note" readonly="true()"/><bind nodeset="/data/g/once" calculate="once(concat(uuid(), position(/data/person[1])))"/>
<bind nodeset="/data/meta/instanceID" jr:preload="uid"/><bind nodeset="/data/meta/instanceName" calculate="concat(/data/village, ' ', format-date(/data/when, '%Y-%n'))"/>
<setvalue ref="/data/g/note" event="odk-instance-first-load" value="concat('a', 1 + 1)"/></model></h:head><h:body>
<select1 ref="/data/village"><label>Village</label><itemset nodeset="instance('towns')/root/item[name != '']"><value ref="name"/><label ref="label"/></itemset></select1>
<input ref="/data/n"><label>People</label></input>
<select ref="/data/roof"><label>Roof</label><item><label ref="jr:itext('yes')"/><value>tile</value></item><item><label>Tin</label><value>tin</value></item></select>
<input ref="/data/when"><label>Day</label><setvalue ref="/data/g/note" event="xforms-value-changed" value="/data/when"/></input>
<input ref="/data/where"><label>Where</label></input>
<odk:rank ref="/data/loved"><label>Rank</label><item><label>A</label><value>a</value></item><item><label>B</label><value>b</value></item></odk:rank>
<range ref="/data/share" start="1" end="5" step="1"><label>Share</label></range><upload ref="/data/photo" mediatype="image/*"/>
<group ref="/data/person"><label>Person</label><repeat nodeset="/data/person" jr:count="/data/n">
<input ref="/data/person/name"><label>Name</label></input><input ref="/data/person/age"><label ref="jr:itext('age')"/></input>
<select1 ref="/data/person/kin"><label>Kin</label><itemset nodeset="randomize(instance('kin')/root/item[position() &lt; 3], 4)"><value ref="name"/><label ref="jr:itext(itextId)"/></itemset></select1>
</repeat></group><group ref="/data/g" appearance="field-list"><label>G</label><input ref="/data/g/note"><label>Said <output value="/data/total"/></label></input></group>
</h:body></h:html>"""  # noqa: E501
CSV = "name,label,county\nx,X,990101\ny,Y,990102\nz,村,990101\n"
GEOJSON = json.dumps({"type": "FeatureCollection", "features": [
    {"type": "Feature", "id": "p", "geometry": {"type": "Point", "coordinates": [1.5, 2]}, "properties": {"name": "x"}},
    {"type": "Feature", "properties": None,
     "geometry": {"type": "Polygon", "coordinates": [[[0, 0], [1, 0], [1, 1], [0, 0]]]}},
]})  # fmt: skip
SUBMISSION = """<data xmlns:orx="http://openrosa.org/xforms" id="a" version="1">
<village>x</village><n>2</n><total>3</total>
<roof>tile tin</roof><when>2026-03-04</when><where>1 2 0 0</where><person><name>Wang Invented</name><age>20</age></person>
<person><name>Li Invented</name></person><g><note>said</note></g><meta><instanceID>uuid:1</instanceID></meta></data>"""
SHEETS = """| survey |
| | type | name | label | calculation | relevant | constraint | choice_filter | repeat_count |
| | select_one towns | town | Town | | | | | |
| | integer | age | Age | | | . < 120 | | |
| | calculate | double | | ${age} * 2 | | | | |
| | begin repeat | people | People | | ${age} > 1 | | | ${age} |
| | text | name | Name of ${age} | | | | | |
| | end repeat | | | | | | | |
| | begin group | more | More | | | | | |
| | select_multiple towns | many | Many of ${town} | | | | | |
| | select_one_from_file places.csv | file | File | | | | name != '' | |
| | range | share | Share | | | | | |
| | geopoint | point | Point | | | | | |
| | image | picture | Picture | | | | | |
| | rank towns | order | Order | | | | | |
| | end group | | | | | | | |
| | start | start | | | | | | |
| | audit | audit | | | | | | |
| choices |
| | list_name | name | label |
| | towns | x | X |
| | towns | y | Y |
| settings |
| | form_title | form_id | version | default_language |
| | Household | household | 1 | en |
"""
CELLS = ("", "${age}", "${", "select_one", "select_one towns or_other", "begin repeat", "end", "  ", "a b", "1", "::",
         "label::en", "yes", "村", "select_multiple_from_file a.xml", "calculate", "jr:count")  # fmt: skip
STEPS = [
    {"op": "answer", "ref": "/data/village", "value": "x"}, {"op": "answer", "ref": "/data/n", "value": 3},
    {"op": "answer", "ref": "/data/person[2]/age", "value": "17"}, {"op": "add_repeat", "ref": "/data/person"},
    {"op": "remove_repeat", "ref": "/data/person[1]"}, {"op": "set_language", "language": "zh"},
    {"op": "answer", "ref": "/data/roof", "value": ["tile", "tin"]},
    {"op": "answer", "ref": "/data/loved", "value": ["b", "a"]},
    {"op": "answer", "ref": "/data/when", "value": "2026-02-30"}, {"op": "answer", "ref": "/data/share", "value": 9},
]  # fmt: skip
PATHS = (
    ". .. ../age /data/n /data/total /data/person /data/person/age /data/person[1]/age ../../n //age //* * @id "
    "/data/person[age>1]/name instance('towns')/root/item instance('towns')/root/item[name='x']/label current()/../age "
    "/data/when /data/where /data/nothing ./following::* preceding-sibling::* ancestor::* self::node() /data/* /"
).split(" ")
LITERALS = ("''", "'x'", "1", "0", "-1", "1.5", "99999999999999999999", "'2026-01-02'",
             "'12:30:00.000Z'", "'1 2 0 0;1 3 0 0;2 3 0 0'",
             "'^a+$'", "'%Y-%m-%d'",
             "'NaN'", "1 div 0", "'tile tin'", "\"it's\"", "'SHA-256'", "'/data/village'", "1e9", "'村'")  # fmt: skip
OPERATORS = ("+", "-", "*", " div ", " mod ", "=", "!=", "<", "<=", ">", ">=", " and ", " or ", "|")
WILD = ("", "\0", "\ud800", "9" * 400, "a" * 3000, "1e400", "-0", "NaN", "Infinity", "２０２６", "2026-13-45",
         "\u202e", "'\"", "]]>",
         "../../etc", "0001-01-01", "9999-12-31", "1 2 3 4 5", ";;;",
         "٣", "\U0001f600", "true", "OK", " ", "<x/>", "${a}")  # fmt: skip
BYTES = (
    b"<",
    b">",
    b'"',
    b"&",
    b"&#0;",
    b"&lt;",
    b"]]>",
    b"\xff",
    b"\0",
    b"<![CDATA[",
    b"<!--",
    b"<!DOCTYPE a>",
    b"<?x?>",
    b"/",
    b"\xe6\x9d",
)
