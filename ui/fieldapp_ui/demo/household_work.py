"""What is done for the demo's households: pairings for all; for a part plan, measures, visits, income, needs, care.

Facts come from the households' own changes, so that a plan names the family's pupil and a care file its old people.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from random import Random

from fieldapp.domain.identifiers import year_id
from fieldapp.journal.commit import Value
from fieldapp.store.save import Change
from fieldapp_ui.demo.village_work import YEAR, Kept, NewId

PART = 5
"""One household in so many has a plan with measures and visits."""
DUE_ON = "2019-11-15"
"""The day by which the one objection is to be answered: this week, by the demo's clock."""


@dataclass
class Home:
    """A household as it was written: its facts and its people, the head first."""

    id: str
    facts: Mapping[str, Value]
    people: list[tuple[str, Mapping[str, Value]]] = field(default_factory=list)

    def of(
        self, *relations: str, born: tuple[int, int] = (1900, 2100)
    ) -> list[tuple[str, Mapping[str, Value]]]:
        """The members of these relations to the head who were born in a span of years."""
        first, last = born
        return [
            (person, facts)
            for person, facts in self.people
            if facts["relation"] in relations and first <= int(str(facts["birth_date"])[:4]) <= last
        ]


def homes_of(changes: Iterable[Change]) -> list[Home]:
    """The households among what was written, each with its people."""
    homes: dict[str, Home] = {}
    for change in changes:
        if change.list == "household" and change.record:
            homes[change.record] = Home(change.record, change.values)
        elif change.list == "person" and change.record:
            homes[str(change.values["household"])].people.append((change.record, change.values))
    return list(homes.values())


def household_work(
    homes: Sequence[Home], kept: Kept, random: Random, new_id: NewId, *, first: bool
) -> Iterator[Change]:
    """The work for the households of a village; the first village has the objection and the care that waits."""
    for number, home in enumerate(homes):
        helper = kept.helpers[str(home.facts["helper_name"])]
        yield _add("pairing", new_id(), home, helper=helper, from_on=f"{YEAR - 1}-03-10")
        if number % PART == 1:
            yield from _planned(home, kept, random, new_id)
        if number % PART == 2:
            yield from _need(home, random, new_id)
        yield _add("asset_share", new_id(), home, asset=kept.asset, shares=100, from_on=f"{YEAR - 1}-08-01")
    yield from _care(homes, new_id, is_urgent=first)
    if first and len(homes) > 2:
        yield _add(
            "appeal",
            new_id(),
            homes[2],
            kind="objection",
            received_on="2019-11-05",
            text="公示的住房面积与实际不符, 请求重新丈量。",
            from_name=str(homes[2].people[0][1]["name"]),
            due_on=DUE_ON,
        )


def _add(list_name: str, record: str, home: Home, **values: Value) -> Change:
    return Change(list_name, record, "add", {"household": home.id, **values}, "imported")


def _planned(home: Home, kept: Kept, random: Random, new_id: NewId) -> Iterator[Change]:
    """Plan, its lines, a measure of each, enrolment and payment, visits with what they brought in."""
    head = home.people[0][0]
    worker = str(home.facts["helper_name"])
    cause = str(home.facts["cause_main"])
    yield Change(
        "plan",
        year_id(home.id, "plan", YEAR),
        "add",
        {
            "household": home.id,
            "year": YEAR,
            "present_state": "以种植为主, 缺少稳定的增收项目。",
            "causes": cause,
            "help_category": "1 2",
            "exit_year": YEAR,
            "expected_income": 420_000,
            "signed_on": f"{YEAR}-01-20",
        },
        "imported",
    )
    line = new_id()
    yield _add(
        "plan_line", line, home, year=YEAR, kind="production", content="养殖肉驴2头", quantity=200, unit="头",
        amount=500_000, income=300_000, starts=f"{YEAR}-03", income_month=f"{YEAR}-10",
    )  # fmt: skip
    measure = new_id()
    yield _add(
        "measure", measure, home, year=YEAR, name="肉驴养殖到户", measure_group="1", batches="q1", causes=cause,
        plan_line=line, unit_name="示范县农业农村局", in_charge=worker, fund_source="1", amount=500_000,
        starts_on=f"{YEAR}-03-20", due_on=f"{YEAR}-12-20", progress=random.choice((60, 80, 100)),
    )  # fmt: skip
    enrolment = new_id()
    yield _add(
        "enrolment", enrolment, home, project=kept.project, person=head, eligible=1, enrolled_on=f"{YEAR}-03-12",
        kind="industry", state="active",
    )  # fmt: skip
    yield _add(
        "payment", new_id(), home, enrolment=enrolment, fund=kept.fund, paid_on=f"{YEAR}-04-09", amount=500_000,
        account_tail=str(home.facts["bank_account"])[-4:], received=1,
    )  # fmt: skip
    yield from _visits(home, head, measure, worker, random, new_id)


def _visits(
    home: Home, head: str, measure: str, worker: str, random: Random, new_id: NewId
) -> Iterator[Change]:
    yield _add(
        "work_record", new_id(), home, done_on=f"{YEAR}-06-18", workers=worker, way="visit", outcome="not_home",
        content="无人在家, 邻居说在地里。",
    )  # fmt: skip
    work = new_id()
    done_on = f"{YEAR}-09-{random.randint(17, 28)}"
    year = year_id(home.id, "household_year", YEAR)
    yield Change("household_year", year, "set", {"visited_on": done_on}, "imported")
    yield _add(
        "work_record", work, home, done_on=done_on, workers=worker, way="visit",
        outcome="done", content="查看驴圈和饲料, 帮助联系出售。", measure=measure,
    )  # fmt: skip
    yield _add(
        "income_event", new_id(), home, happened_on=f"{YEAR}-10-{random.randint(10, 28)}", line="b2",
        amount=random.randrange(200_000, 420_000, 1_000), person=head, work_record=work, basis="contract",
        note="出售驴驹1头",
    )  # fmt: skip


def _need(home: Home, random: Random, new_id: NewId) -> Iterator[Change]:
    category, words, amount = random.choice(
        (("1", "缺一处羊圈", 600_000), ("9", "想贷款扩大养殖", 3_000_000), ("5", "想学电焊", 80_000))
    )
    yield _add(
        "need", new_id(), home, category=category, text=words, amount=amount, anonymous=1,
        consent_on=f"{YEAR}-09-20", consent_until=f"{YEAR + 1}-09-20", state="open",
    )  # fmt: skip


def _care(homes: Sequence[Home], new_id: NewId, *, is_urgent: bool) -> Iterator[Change]:
    """The first old person who lives alone or old in a family; in the first village a report waits for its next step."""
    for home in homes[1:]:
        old = home.of("1", "2", "11", "12", born=(1900, 1954))
        if not old:
            continue
        care = new_id()
        yield _add(
            "care", care, home, person=old[0][0], special_group="3", carer="郝改香", carer_relation="邻居",
            carer_phone="13900000301", risk="middle", last_contact_on=f"{YEAR}-11-02", next_visit_on="2019-11-16",
        )  # fmt: skip
        if is_urgent:
            yield _add(
                "care_event", new_id(), home, care=care, stage="discovered", happened_on=f"{YEAR}-11-11",
                who="李队员", note="入冬后取暖煤不足。", due_on="2019-11-14",
            )  # fmt: skip
        return
