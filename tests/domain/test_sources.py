"""How a fact is known: codes that stay, words beside them."""

import pytest

from fieldapp.domain.sources import SOURCES, Source, is_source, read_source, write_source
from fieldapp.texts import texts_of


@pytest.mark.parametrize(
    ("code", "text"), [("seen", ""), ("document", "户口本: 3"), ("imported", "a.xlsx"), ("", "")]
)
def test_what_is_written_is_read(code: str, text: str) -> None:
    assert read_source(write_source(code, text)) == Source(code, text)
    assert is_source(write_source(code, text))


@pytest.mark.parametrize(("code", "text"), [("heard", ""), ("", "words without a code")])
def test_a_code_that_is_none_is_refused(code: str, text: str) -> None:
    with pytest.raises(ValueError, match="no source"):
        write_source(code, text)
    assert not is_source("heard:x")


def test_every_code_has_words_in_three_languages() -> None:
    for language in ("zh_CN", "zh_TW"):
        assert not [code for code in SOURCES if texts_of(language).translate(code) == code]
