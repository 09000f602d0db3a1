"""Text is data: every sentence of the code stands in all three languages, with the same places."""

import ast
import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def translations() -> ModuleType:
    spec = importlib.util.spec_from_file_location("translations", ROOT / "packaging" / "translations.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("language", ["zh_CN", "zh_TW"])
def test_every_sentence_is_translated(translations: ModuleType, language: str) -> None:
    words = translations.words_of(language)
    missing = {text: place for text, place in translations.collect().items() if text not in words}
    assert not missing


@pytest.mark.parametrize("language", ["zh_CN", "zh_TW"])
def test_a_translation_keeps_the_places_of_its_source(translations: ModuleType, language: str) -> None:
    wrong = {
        source: text
        for source, text in translations.words_of(language).items()
        if translations.places(source) != translations.places(text)
    }
    assert not wrong


def test_the_collector_sees_errors_findings_and_both_branches(translations: ModuleType) -> None:
    code = "raise VaultError('a.b', 'Ask the station.')\ntr('Yes' if x else 'No')\nFinding('c', text='Check it.')"
    sentences = {text for text, _ in translations._sentences(ast.parse(code))}
    assert sentences == {"Yes", "No", "Check it.", "Ask the station."}
