"""Invented people: names put together from lists, identity numbers of county 990101 with valid check digits.

The same random generator gives the same people. No name, number or place here belongs to anybody.
"""

from dataclasses import dataclass
from random import Random

from fieldapp.domain.identity import check_digit

COUNTY = "990101"
SURNAMES = "单常郝薛乔靳宋葛段解曹牛雒孟成贺任冯仇温柴梁武景申阎康"
GIVEN_MEN = (
    "守田 栓柱 富贵 满仓 根生 有粮 金锁 建国 二小 保平 润生 改明 拴牢 天佑 开运 存良 虎林 来福 庆丰".split()
)
GIVEN_WOMEN = (
    "玉兰 翠花 改香 桂枝 巧珍 秀女 银花 爱莲 粉英 冬梅 彩云 月仙 凤女 喜莲 变叶 春桃 金莲 素芳 小见".split()
)
GIVEN_YOUNG = "小见 欣怡 子轩 雨桐 浩然 梓涵 一帆 晨曦 思源 家乐 若曦 志远 佳音 文博 心语 天乐".split()
# Rare characters must survive every road: table, search, paper, wire.
GIVEN_RARE = ("䶮", "㛃", "𬭎")


@dataclass(frozen=True)
class Person:
    """One invented member of a household; `sex` 1 male, 2 female; `relation` a code of relation_to_head."""

    name: str
    sex: str
    birth_date: str
    id_no: str
    relation: str

    def age(self, year: int) -> int:
        """Full years on the last day of `year`."""
        return year - int(self.birth_date[:4])


def invent_person(random: Random, relation: str, born: int, sex: str, surname: str = "") -> Person:
    """A person born in `born`; the surname is drawn when none is given."""
    young = born > 1995
    given = random.choice(GIVEN_YOUNG if young else GIVEN_MEN if sex == "1" else GIVEN_WOMEN)
    if random.random() < 0.01:
        given = random.choice(GIVEN_RARE)
    birth = f"{born:04d}-{random.randint(1, 12):02d}-{random.randint(1, 28):02d}"
    name = (surname or random.choice(SURNAMES)) + given
    return Person(name, sex, birth, invent_id_no(random, birth, sex), relation)


def invent_id_no(random: Random, birth_date: str, sex: str) -> str:
    """A number with a valid check digit under the county that does not exist."""
    sequence = random.randrange(0, 998, 2) + (1 if sex == "1" else 2)
    body = f"{COUNTY}{birth_date.replace('-', '')}{sequence:03d}"
    return body + check_digit(body)


def invent_family(random: Random, year: int) -> tuple[Person, ...]:
    """A household of one to six people, the head first; ages in `year` as families have them."""
    head_born = year - random.randint(32, 78)
    head_sex = "1" if random.random() < 0.85 else "2"
    head = invent_person(random, "1", head_born, head_sex)
    family = [head]
    if random.random() < 0.75:
        family.append(
            invent_person(random, "2", head_born + random.randint(-4, 4), "2" if head_sex == "1" else "1")
        )
    for _ in range(random.choice((0, 0, 1, 1, 2, 2, 3))):
        born = head_born + random.randint(21, 36)
        if born < year:
            sex = random.choice("12")
            family.append(invent_person(random, "3" if sex == "1" else "4", born, sex, head.name[0]))
    if year - head_born < 55 and random.random() < 0.3:
        sex = random.choice("12")
        surname = head.name[0] if sex == "1" else ""
        family.append(
            invent_person(
                random, "11" if sex == "1" else "12", head_born - random.randint(22, 30), sex, surname
            )
        )
    return tuple(family)
