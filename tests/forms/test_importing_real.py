"""Real forms that nobody here wrote: nearly all open; one that does not says where and why."""

from pathlib import Path

import pytest

from fieldapp.errors import FormError
from fieldapp.forms import Form, load_form

REAL = Path(__file__).resolve().parents[2].parent / "shared" / "forms" / "real"
FEWEST_OPEN = 65
pytestmark = [
    pytest.mark.skipif(not REAL.is_dir(), reason="the real forms are not on this machine"),
    pytest.mark.slow,
]


def _opened(path: Path) -> Form | FormError:
    try:
        return load_form(path)
    except FormError as error:
        return error


def test_nearly_every_real_form_opens_and_the_rest_say_where_and_why() -> None:
    paths = [path for path in sorted(REAL.iterdir()) if path.suffix in (".xlsx", ".xls", ".xml")]
    outcomes = {path.name: _opened(path) for path in paths}
    refused = {name: one for name, one in outcomes.items() if isinstance(one, FormError)}
    print(
        f"\n{len(outcomes) - len(refused)} of {len(outcomes)} open; refused: { {n: str(e) for n, e in refused.items()} }"
    )
    assert len(outcomes) - len(refused) >= FEWEST_OPEN
    for name, error in refused.items():
        assert error.params.get("row"), name
        assert error.params.get("column"), name
    for name, form in outcomes.items():
        if isinstance(form, Form):
            unplaced = [
                one for one in form.findings if one.severity == "repair" and not any(vars(one.where).values())
            ]
            assert not unplaced, name
