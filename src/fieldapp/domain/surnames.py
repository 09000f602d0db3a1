"""Surnames that are read otherwise than their characters, and surnames of two characters."""

SURNAME_READINGS = {
    "万俟": "mo qi", "尉迟": "yu chi", "长孙": "zhang sun", "令狐": "ling hu", "澹台": "tan tai",
    "单于": "chan yu", "单": "shan", "仇": "qiu", "曾": "zeng", "解": "xie", "任": "ren", "查": "zha",
    "盖": "ge", "区": "ou", "朴": "piao", "尉": "wei", "覃": "qin", "华": "hua", "纪": "ji", "缪": "miao",
    "宁": "ning", "乐": "yue", "翟": "zhai", "折": "she", "种": "chong", "洗": "xian", "冼": "xian",
    "员": "yun", "黑": "he", "重": "chong", "秘": "bi", "繁": "po", "逄": "pang", "訾": "zi", "郗": "xi",
    "燕": "yan", "应": "ying", "卜": "bu", "盛": "sheng", "石": "shi", "那": "na", "车": "che", "谌": "chen",
    "召": "shao", "曲": "qu", "柏": "bai", "薄": "bo", "都": "du", "撒": "sa", "莘": "shen", "祭": "zhai",
    "乜": "nie", "褚": "chu", "藏": "zang", "隗": "wei", "哈": "ha", "葛": "ge", "贾": "jia", "干": "gan",
    "沈": "shen", "阚": "kan", "戚": "qi", "邵": "shao", "俞": "yu", "于": "yu", "强": "qiang", "省": "xing",
}  # fmt: skip

_COMPOUND = """
欧阳 太史 端木 上官 司马 东方 独孤 南宫 万俟 闻人 夏侯 诸葛 尉迟 公羊 赫连 澹台 皇甫 宗政
濮阳 公冶 太叔 申屠 公孙 慕容 仲孙 钟离 长孙 宇文 司徒 鲜于 司空 闾丘 子车 亓官 司寇 巫马
公西 颛孙 壤驷 公良 漆雕 乐正 宰父 谷梁 拓跋 夹谷 轩辕 令狐 段干 百里 呼延 东郭 南门 羊舌
微生 梁丘 左丘 东门 西门 南荣 第五 歐陽 東方 諸葛 尉遲 公孫 長孫 鍾離 閭丘
"""
COMPOUND_SURNAMES = frozenset(_COMPOUND.split())
