"""A rule of the county: which list, when it finds something, what it says. Tried live, as the pack would be checked."""

from __future__ import annotations

from collections.abc import Mapping

from fieldapp.errors import UserError
from fieldapp.journal.commit import Value
from fieldapp.packs.editing import Findings, add_rule, check_edited
from fieldapp.packs.rule_cells import RULES_FOLDER, read_rule_files, rules_of, with_rules
from fieldapp.standards.quality_model import LEVELS
from fieldapp_ui.desk import Desk
from fieldapp_ui.editing.asking import Asked, Typed
from fieldapp_ui.editing.pack_asking import found_asked, refuse_findings, text_asked
from fieldapp_ui.editing.quality_groups import accuracy_names
from fieldapp_ui.editing.references import Choosable
from fieldapp_ui.editing.workshop import Workshop
from fieldapp_ui.language import tr

RULES_OF_COUNTY = "county"
_LEVEL_OF = {
    "household_year": "household",
    "person_year": "person",
    "village_year": "village",
    "income_sheet": "income",
}


class RuleStep:
    """A condition that must not hold: where it is true, the words are said beside the field."""

    def __init__(self, desk: Desk, workshop: Workshop) -> None:
        self.desk, self._workshop = desk, workshop
        self.title = tr("Add a rule")
        self.action = tr("Add")

    def asked(self, typed: Typed) -> tuple[Asked, ...]:
        """The words, the list, the condition, and where the words stand."""
        lists = [Choosable(name, words, name) for name, words, _ in self._workshop.lists()]
        over = typed.get("over", "").strip()
        texts = self._workshop.texts
        fields = [
            Choosable(spec.key, texts.pick(spec.zh_hans, spec.zh_hant, spec.en), spec.key)
            for spec in self._workshop.fields(over)
        ]
        known = tr(
            "Fields of this list: {fields}",
            fields="  ".join(f"{one.words} {one.id}" for one in fields[:SHOWN]),
        )
        severities = (("E", tr("an error: it must be mended")), ("W", tr("a doubt: it may be explained")))
        return (
            text_asked("words", tr("What does it say?"), tr("What is wrong, and what to do."), required=True),
            found_asked("over", tr("Which list does it look at?"), lists, required=True),
            text_asked(
                "when",
                tr("When is something wrong?"),
                known if fields else tr("As: tz_greenhouse_mu > 0 and land_mu is null"),
                required=True,
            ),
            found_asked("field", tr("Beside which field does it stand?"), fields, required=True),
            Asked(
                "accuracy",
                tr("Which accuracy?"),
                choices=tuple(accuracy_names().items()),
                value="A2",
                required=True,
            ),
            Asked("severity", tr("Error or doubt?"), choices=severities, value="W", required=True),
        )

    def follows(self, key: str, typed: Typed) -> Typed:
        """Nothing follows."""
        return {}

    def said(self, typed: Typed) -> str:
        """What is wrong is said as it is tried."""
        return ""

    def place_of(self, refused: UserError) -> str:
        """A rule that cannot be run is wrong in its condition."""
        return "field" if "field" in refused.code else "when"

    def do(self, typed: Typed, values: Mapping[str, Value]) -> None:
        """Write the rule. Raises PackError for what is wrong with it."""
        refuse_findings(add_rule(self._workshop.folder, self._rule(typed), RULES_OF_COUNTY))

    def ripe(self, typed: Typed) -> bool:
        """Whether so much is typed that trying it makes sense."""
        return all(typed.get(key, "").strip() for key in ("over", "when", "field"))

    def tried(self, typed: Typed) -> Findings:
        """What would be wrong with the pack if it held this rule. Slow: for work beside the window."""
        folder = self._workshop.folder
        before = read_rule_files(folder).get(RULES_OF_COUNTY)
        rules = [
            *rules_of(before or {}),
            self._rule({**typed, "words": typed.get("words", "").strip() or "…"}),
        ]
        text = with_rules(before, RULES_OF_COUNTY, rules)
        return check_edited(folder, {f"{RULES_FOLDER}/{RULES_OF_COUNTY}.yaml": text})

    def _rule(self, typed: Typed) -> dict[str, object]:
        words, over = typed["words"].strip(), typed["over"].strip()
        level = _LEVEL_OF.get(over, over)
        return {
            "id": self._workshop.proposed_rule(),
            "accuracy": typed.get("accuracy") or "A2",
            "severity": typed.get("severity") or "W",
            "level": level if level in LEVELS else "record",
            "words": {"zh_hans": words, "zh_hant": words, "en": words},
            "over": over,
            "when": typed["when"].strip(),
            "field": f"{over}.{typed['field'].strip()}",
        }


SHOWN = 12
