"""What each function gives, with its blank, its NaN, its edges; the clock stands at 2026-03-05 09:30 in Shanghai."""

from collections.abc import Callable

import pytest

from fieldapp.errors import FormError

Reckon = Callable[..., str]

BLANKS = [
    ("a blank number is not above zero", "${blank} > 0", "false"),
    ("a blank number is not below one", "${blank} < 1", "false"),
    ("a blank number is not zero", "${blank} = 0", "false"),
    ("a blank is different from zero", "${blank} != 0", "true"),
    ("a blank equals the empty text", "${blank} = ''", "true"),
    ("a blank plus one is no number and so blank", "${blank} + 1", ""),
    ("a blank times zero is blank", "${blank} * 0", ""),
    ("coalesce puts a value for a blank", "coalesce(${blank}, 0) + 1", "1"),
    ("coalesce keeps the first value that is there", "coalesce('a', 'b')", "a"),
    ("coalesce passes over a result that is no number", "coalesce(number('x'), 7)", "7"),
    ("coalesce of blanks is blank", "coalesce('', '')", ""),
    ("number of a word is blank", "number('x')", ""),
    ("string of a blank is blank", "string(${blank})", ""),
    ("string-length of a blank is zero", "string-length(${blank})", "0"),
    ("boolean of a blank answer is true for there is a question", "boolean(${blank})", "true"),
    ("boolean of its text is false", "boolean(string(${blank}))", "false"),
    ("not of a blank text is true", "not('')", "true"),
    ("if takes a blank text as false", "if('', 'a', 'b')", "b"),
    ("if takes any text as true", "if('0', 'a', 'b')", "a"),
    ("if takes zero as false", "if(0, 'a', 'b')", "b"),
    ("a blank is selected nowhere", "selected(${blank}, 'a')", "false"),
    ("count-selected of a blank is zero", "count-selected(${blank})", "0"),
    ("int of a blank is blank", "int(${blank})", ""),
    ("round of a blank is blank", "round(${blank}, 1)", ""),
    ("sum with a blank is blank", "sum(${blank})", ""),
    ("max with a blank is blank", "max(${blank}, 1)", ""),
    ("date of a blank is blank", "date(${blank})", ""),
    ("format-date of a blank is blank", "format-date(${blank}, '%Y')", ""),
    ("count-non-empty does not count a blank", "count-non-empty(${blank})", "0"),
    ("substr of a blank is blank", "substr(${blank}, 0, 2)", ""),
    ("concat passes over a blank", "concat('a', ${blank}, 'b')", "ab"),
]
NUMBERS = [
    ("multiplication binds before addition", "1 + 2 * 3", "7"),
    ("parentheses bind first", "(1 + 2) * 3", "9"),
    ("div divides", "7 div 2", "3.5"),
    ("mod keeps the sign of the first", "-7 mod 3", "-1"),
    ("mod of decimals", "5.5 mod 2", "1.5"),
    ("a division by zero is endless", "1 div 0", "Infinity"),
    ("a whole result has no point", "4 div 2", "2"),
    ("digits of other scripts are no number to an expression", "number('２０') > 1", "false"),
    ("thirds are written out", "1 div 4", "0.25"),
    ("minus binds to the number", "- 3 + 5", "2"),
    ("minus twice is plus", "--3", "3"),
    ("numbers in texts are added as numbers", "'1' + '2'", "3"),
    ("int cuts towards zero", "int(-2.7)", "-2"),
    ("floor goes down", "floor(-2.2)", "-3"),
    ("ceiling goes up", "ceiling(2.1)", "3"),
    ("round goes to the nearest whole number", "round(2.4)", "2"),
    ("round takes the half upwards", "round(2.5)", "3"),
    ("round keeps as many decimals as it is told", "round(3.14159, 2)", "3.14"),
    ("round to tens with negative decimals", "round(1234, -2)", "1200"),
    ("pow raises", "pow(2, 10)", "1024"),
    ("pow of a root", "pow(9, 0.5)", "3"),
    ("sqrt of nine", "sqrt(9)", "3"),
    ("sqrt of a negative number is blank", "sqrt(-1)", ""),
    ("abs drops the sign", "abs(-4)", "4"),
    ("log of one is zero", "log(1)", "0"),
    ("log10 of a thousand", "log10(1000)", "3"),
    ("exp of zero is one", "exp(0)", "1"),
    ("exp10 of two is a hundred", "exp10(2)", "100"),
    ("sin of zero", "sin(0)", "0"),
    ("cos of zero", "cos(0)", "1"),
    ("atan2 along the axis", "atan2(0, 1)", "0"),
    ("pi to two decimals", "round(pi(), 2)", "3.14"),
    ("min of arguments", "min(3, 1, 2)", "1"),
    ("max of arguments", "max(3, 1, 2)", "3"),
    ("less than is escaped in forms and works", "1 < 2", "true"),
    ("texts compare as numbers with less than", "'10' > '9'", "true"),
    ("texts compare as texts with equals", "'1.0' = '1'", "false"),
    ("a text equals a number by its number", "'1.0' = 1", "true"),
]
TEXTS = [
    ("concat joins", "concat('a', 'b', 'c')", "abc"),
    ("concat writes whole numbers plainly", "concat(1, ' of ', 2.5)", "1 of 2.5"),
    ("join puts a separator between", "join(', ', 'a', 'b')", "a, b"),
    ("substr counts from zero", "substr('abcdef', 1, 3)", "bc"),
    ("substr without an end goes to the end", "substr('abcdef', 2)", "cdef"),
    ("substr below zero counts from the end", "substr('abcdef', -2)", "ef"),
    ("substring counts from one", "substring('abcdef', 2, 3)", "bcd"),
    ("substring rounds its numbers", "substring('12345', 1.5, 2.6)", "234"),
    ("substring from before the start", "substring('12345', 0, 3)", "12"),
    ("substring to the end", "substring('12345', 4)", "45"),
    ("substring beyond the end is blank", "substring('123', 9)", ""),
    ("substring-before a sign", "substring-before('2026-03', '-')", "2026"),
    ("substring-before what is not there is blank", "substring-before('abc', 'x')", ""),
    ("substring-after a sign", "substring-after('2026-03', '-')", "03"),
    ("substring-after what is not there is blank", "substring-after('abc', 'x')", ""),
    ("contains a part", "contains('abc', 'b')", "true"),
    ("contains the empty text", "contains('abc', '')", "true"),
    ("contains looks at capitals", "contains('abc', 'B')", "false"),
    ("starts-with", "starts-with('abc', 'ab')", "true"),
    ("ends-with", "ends-with('abc', 'bc')", "true"),
    ("ends-with is no contains", "ends-with('abc', 'ab')", "false"),
    ("string-length counts letters not bytes", "string-length('上河村')", "3"),
    ("normalize-space leaves single spaces", "normalize-space('  a   b ')", "a b"),
    ("translate exchanges letters", "translate('abc', 'ab', 'AB')", "ABc"),
    ("translate drops letters without a partner", "translate('a-b-c', '-', '')", "abc"),
    ("regex finds a match of the whole", "regex('12345', '^[0-9]{5}$')", "true"),
    ("regex refuses what does not match", "regex('1234a', '^[0-9]{5}$')", "false"),
    ("regex knows Chinese", "regex('王', '^[一-龥]$')", "true"),
    ("thousandsep groups digits", "thousandsep(1234567)", "1,234,567"),
    ("digest MD5 in hex", "digest('abc', 'MD5', 'hex')", "900150983cd24fb0d6963f7d28e17f72"),
    ("digest SHA-1 in base64", "digest('abc', 'SHA-1', 'base64')", "qZk+NkcGgWq6PiVxeFDCbJzQ2J0="),
    ("digest is base64 unless said", "digest('abc', 'SHA-1')", "qZk+NkcGgWq6PiVxeFDCbJzQ2J0="),
    ("base64-decode gives the text", "base64-decode('5LiK5rKz5p2R')", "上河村"),
    ("trim takes spaces away", "trim('  a ')", "a"),
    ("a quotation mark stands in the other kind of quotes", 'string-length("it\'s")', "4"),
]
TRUTHS = [
    ("true and false is false", "true() and false()", "false"),
    ("true or false is true", "true() or false()", "true"),
    ("and binds before or", "true() or true() and false()", "true"),
    ("not turns around", "not(1 = 1)", "false"),
    ("boolean-from-string of 1", "boolean-from-string('1')", "true"),
    ("boolean-from-string of true", "boolean-from-string('true')", "true"),
    ("boolean-from-string of yes is false", "boolean-from-string('yes')", "false"),
    ("boolean of zero is false", "boolean(0)", "false"),
    ("a truth counts as one", "(1 = 1) + 1", "2"),
    ("checklist within its bounds", "checklist(1, 2, 1 = 1, 1 = 2)", "true"),
    ("checklist below its bound", "checklist(2, 3, 1 = 1, 1 = 2)", "false"),
    ("checklist above its bound", "checklist(0, 1, 1 = 1, 2 = 2)", "false"),
    ("checklist without an upper bound", "checklist(1, -1, 1 = 1, 2 = 2)", "true"),
    ("weighted-checklist adds the weights", "weighted-checklist(3, 9, 1 = 1, 2, 2 = 2, 2)", "true"),
    ("weighted-checklist leaves out what is false", "weighted-checklist(3, 9, 1 = 1, 2, 1 = 2, 2)", "false"),
    ("if chooses the first for what is true", "if(1 < 2, 'a', 'b')", "a"),
    ("ifs may stand in one another", "if(1 > 2, 'a', if(2 > 1, 'b', 'c'))", "b"),
    ("if does not reckon the other branch", "if(true(), 1, 1 div 0)", "1"),
    ("cond takes the first that is true", "cond(1 = 2, 'a', 2 = 2, 'b', 'c')", "b"),
    ("cond has a last resort", "cond(1 = 2, 'a', 'c')", "c"),
]
MOMENTS = [
    ("today is the day of the visit", "today()", "2026-03-05"),
    ("now carries the zone of the visit", "substr(now(), 0, 16)", "2026-03-05T09:30"),
    ("date of a text", "date('2026-03-05')", "2026-03-05"),
    ("date of days since 1970", "format-date(date(10), '%Y-%m-%d')", "1970-01-11"),
    ("decimal-date-time counts days since 1970", "decimal-date-time('1970-01-11T00:00:00.000Z')", "10"),
    (
        "decimal-date-time of a date is its midnight here",
        "round(decimal-date-time('1970-01-11'), 4)",
        "9.6667",
    ),
    ("decimal-time is the part of the day", "decimal-time('06:00:00.000+08:00')", "0.25"),
    ("days between dates", "decimal-date-time('2026-03-05') - decimal-date-time('2026-02-26')", "7"),
    ("a day later over the end of a month", "date(decimal-date-time('2026-02-28') + 1)", "2026-03-01"),
    ("a day later in a leap year", "date(decimal-date-time('2024-02-28') + 1)", "2024-02-29"),
    ("an earlier date is less", "date('2025-01-01') < date('2026-01-01')", "true"),
    ("today equals itself", "today() = date('2026-03-05')", "true"),
    ("years of 365.25 days fall short on a birthday", "int((today() - date('2000-03-05')) div 365.25)", "25"),
    ("years by their dates do not", "format-date(today(), '%Y') - 2000", "26"),
    ("format-date year", "format-date('2026-03-05', '%Y')", "2026"),
    ("format-date year of two digits", "format-date('2026-03-05', '%y')", "26"),
    ("format-date month with a zero", "format-date('2026-03-05', '%m')", "03"),
    ("format-date month without", "format-date('2026-03-05', '%n')", "3"),
    ("format-date day with a zero", "format-date('2026-03-05', '%d')", "05"),
    ("format-date day without", "format-date('2026-03-05', '%e')", "5"),
    ("format-date name of the month", "format-date('2026-03-05', '%b')", "Mar"),
    ("format-date name of the day", "format-date('2026-03-05', '%a')", "Thu"),
    ("format-date of all with words between", "format-date('2026-03-05', '%e.%n.%Y')", "5.3.2026"),
    (
        "format-date-time hours and minutes",
        "format-date-time('2026-03-05T09:07:00.000+08:00', '%H:%M')",
        "09:07",
    ),
    ("format-date-time hour without a zero", "format-date-time('2026-03-05T09:07:00.000+08:00', '%h')", "9"),
    (
        "format-date-time turns to the zone of the visit",
        "format-date-time('2026-03-05T01:30:00.000Z', '%H')",
        "09",
    ),
    ("format-date of no date is blank", "format-date('someday', '%Y')", ""),
]
PLACES = [
    ("distance along a degree of latitude", "round(distance('0 0 0 0;1 0 0 0') div 1000)", "111"),
    ("distance of one point is none", "distance('0 0 0 0')", "0"),
    ("area of a square of a degree in square kilometres",
     "round(area('0 0 0 0;0 1 0 0;1 1 0 0;1 0 0 0;0 0 0 0') div 1000000, -2)", "12400"),
    ("area of two points is none", "area('0 0 0 0;1 1 0 0')", "0"),
    ("geofence holds a point inside", "geofence('0.5 0.5 0 0', '0 0 0 0;0 1 0 0;1 1 0 0;1 0 0 0;0 0 0 0')", "true"),
    ("geofence leaves out a point outside", "geofence('2 2 0 0', '0 0 0 0;0 1 0 0;1 1 0 0;1 0 0 0;0 0 0 0')", "false"),
    ("intersects a line that crosses itself", "intersects('0 0 0 0;1 1 0 0;0 1 0 0;1 0 0 0')", "true"),
    ("intersects not a line that does not", "intersects('0 0 0 0;1 1 0 0;2 0 0 0')", "false"),
]  # fmt: skip
CHOSEN = "many crops: rice=Rice maize=Maize tea=Tea"
SELECTED = [
    ("selected finds a choice", "selected(${crops}, 'rice')", "true"),
    ("selected finds no part of a choice", "selected(${crops}, 'ri')", "false"),
    ("selected-at counts from zero", "selected-at(${crops}, 1)", "tea"),
    ("selected-at beyond the end is blank", "selected-at(${crops}, 5)", ""),
    ("count-selected counts the choices", "count-selected(${crops})", "2"),
    ("jr:choice-name gives the label", "jr:choice-name('tea', '${crops}')", "Tea"),
    ("jr:choice-name of no choice is blank", "jr:choice-name('zzz', '${crops}')", ""),
    ("jr:choice-name of the first selected", "jr:choice-name(selected-at(${crops}, 0), '${crops}')", "Rice"),
]


def rows(table: list[tuple[str, str, str]]) -> pytest.MarkDecorator:
    return pytest.mark.parametrize(
        ("expression", "expected"), [row[1:] for row in table], ids=[row[0] for row in table]
    )


@rows(BLANKS)
def test_with_a_blank_question(reckoned: Reckon, expression: str, expected: str) -> None:
    assert reckoned(expression, "int blank") == expected


@rows([*NUMBERS, *TEXTS, *TRUTHS, *MOMENTS, *PLACES])
def test_a_function_gives(reckoned: Reckon, expression: str, expected: str) -> None:
    assert reckoned(expression) == expected


@rows(SELECTED)
def test_of_what_was_chosen(reckoned: Reckon, expression: str, expected: str) -> None:
    assert reckoned(expression, CHOSEN, crops=["rice", "tea"]) == expected


@pytest.mark.parametrize(
    ("expression", "code"),
    [("nosuch(1)", "not known"), ("substr('a')", "cannot take 1"), ("1 +", "cannot be read"), ("'open", "understood"),
     ("digest('a', 'CRC32')", "digest"), ("true(1)", "cannot take 1"), ("(1", "cannot be read"),
     ("cond(1 = 2, 'a', 2 = 2, 'b')", "cannot take 4")],
    ids=["a function that is not known", "too few arguments", "an unfinished sum", "an open quotation",
         "a digest that is not known", "too many arguments", "an open parenthesis",
         "conditions without a last resort"],
)  # fmt: skip
def test_a_wrong_expression_names_its_question_and_says(reckoned: Reckon, expression: str, code: str) -> None:
    with pytest.raises(FormError, match=code) as caught:
        reckoned(expression)
    assert "/data/result" in str(caught.value)


def test_uuid_is_new_for_each_session_and_stays(scenario: Callable[..., object]) -> None:
    ids = iter(["one", "two", "three"])
    s = scenario("calculate id = once(uuid())\ntext q", new_uuid=lambda: next(ids))
    first = s.value("id")  # type: ignore[attr-defined]
    s.answer("q", "x")  # type: ignore[attr-defined]
    assert s.value("id") == first  # type: ignore[attr-defined]
    assert first in ("one", "two")


@pytest.mark.parametrize("length", [1, 5, 30])
def test_uuid_with_a_length_has_that_many_letters(reckoned: Reckon, length: int) -> None:
    assert len(reckoned(f"uuid({length})")) == length


def test_random_lies_between_zero_and_one(reckoned: Reckon) -> None:
    assert reckoned("random() >= 0 and random() < 1") == "true"


def test_version_is_that_of_the_form(reckoned: Reckon) -> None:
    assert reckoned("version()") == "7"


def test_property_tells_of_the_device_and_the_worker(scenario: Callable[..., object]) -> None:
    s = scenario("calculate who = property('username')\ncalculate none = property('phone')",
                 metadata={"username": "invented.worker"})  # fmt: skip
    assert s.value("who") == "invented.worker"  # type: ignore[attr-defined]
    assert s.value("none") == ""  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("zone", "hour"),
    [("Asia/Shanghai", "09"), ("UTC", "01"), ("America/Phoenix", "18"), ("Asia/Kolkata", "07")],
)
def test_a_moment_is_shown_in_the_zone_of_the_visit(
    scenario: Callable[..., object], zone: str, hour: str
) -> None:
    s = scenario("calculate h = format-date-time('2026-03-05T01:30:00.000Z', '%H')", tz=zone)
    assert s.value("h") == hour  # type: ignore[attr-defined]
