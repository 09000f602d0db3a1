"""Rows and records: a number decides, a name only where no sound number speaks against it."""

from fieldapp.packs import joined_dictionary, resolve_packs
from fieldapp.register.matching import Matcher, has_repeats, key_tiers, plain_value, tier_keys

DICTIONARY = joined_dictionary(resolve_packs(("cn-base",)))
ONE, OTHER = "11010519491231002X", "110105195012310021"


def person_keys(name, number="", birth=None, place="V", parent="H"):
    columns = {"name": [name], "id_no": [plain_value("id_no", number) or None], "birth_date": [birth]}
    return [column[0] for column in tier_keys(key_tiers(DICTIONARY, "person"), columns, [place], [parent])]


def matcher() -> Matcher:
    return Matcher(key_tiers(DICTIONARY, "person"))


def test_a_number_is_found_in_any_writing():
    people = matcher()
    people.enter("p", person_keys("甲", ONE))
    assert people.find(person_keys("乙", "１１０105 19491231002x", parent="G")).record == "p"


def test_a_name_in_the_household_is_the_person_when_no_number_is_known():
    people = matcher()
    people.enter("p", person_keys("甲"))
    assert people.find(person_keys("甲", ONE)).record == "p"
    assert people.find(person_keys("甲", parent="G")).record is None


def test_two_sound_numbers_are_two_people_whatever_their_names():
    people = matcher()
    people.enter("p", person_keys("甲", ONE, "1949-12-31"))
    assert people.find(person_keys("甲", OTHER, "1949-12-31")).record is None
    assert people.find(person_keys("甲", "", "1949-12-31")).record == "p"


def test_a_mistyped_number_may_be_corrected_by_its_owner():
    people = matcher()
    people.enter("p", person_keys("甲", ONE[:-1] + "1"))
    assert people.find(person_keys("甲", ONE)).record == "p"


def test_two_records_of_one_key_are_for_a_person_to_decide():
    people = matcher()
    people.enter("p", person_keys("甲"))
    people.enter("q", person_keys("甲"))
    assert people.find(person_keys("甲")).doubtful == ("p", "q")


def test_the_second_loan_of_one_purpose_is_the_second_record():
    tiers = key_tiers(DICTIONARY, "loan")
    loans = Matcher(tiers, has_repeats(DICTIONARY, "loan"))
    keys = [column[0] for column in tier_keys(tiers, {"purpose": ["1"]}, ["V"], ["H"])]
    loans.enter("a", keys)
    loans.enter("b", keys)
    assert [loans.find(keys).record for _ in range(3)] == ["a", "b", None]
