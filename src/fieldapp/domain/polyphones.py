"""Characters of names with more than one common reading: whoever searches may spell either, 长 as chang or zhang.

Only readings that people really use in names stand here, the commonest first: a full list of historical readings
would find everybody under everything.
"""

POLYPHONES = {
    "长": ("zhang", "chang"),
    "乐": ("le", "yue"),
    "重": ("zhong", "chong"),
    "行": ("xing", "hang"),
    "朝": ("chao", "zhao"),
    "盛": ("sheng", "cheng"),
    "晟": ("sheng", "cheng"),
    "藏": ("cang", "zang"),
    "柏": ("bai", "bo"),
    "茜": ("qian", "xi"),
    "娜": ("na", "nuo"),
    "莎": ("sha", "suo"),
    "传": ("chuan", "zhuan"),
    "曾": ("zeng", "ceng"),
    "单": ("dan", "shan"),
    "解": ("jie", "xie"),
    "石": ("shi", "dan"),
    "参": ("shen", "can"),
    "广": ("guang", "an"),
    "车": ("che", "ju"),
    "调": ("tiao", "diao"),
    "降": ("jiang", "xiang"),
    "宿": ("su", "xiu"),
    "还": ("huan", "hai"),
    "会": ("hui", "kuai"),
    "佛": ("fo", "fu"),
    "阿": ("a", "e"),
}
