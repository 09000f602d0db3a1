"""How a command answers: JSON for scripts, sentences in the worker's language for people."""

import json

import click

from fieldapp.texts import Texts, system_language, texts_of

json_option = click.option("--json", "as_json", is_flag=True, help="Print JSON.")


def words() -> Texts:
    """The words of the terminal's language."""
    return texts_of(system_language())


def texts(source: str, /, **params: object) -> str:
    """One sentence in the terminal's language."""
    return words()(source, **params)


def say(as_json: bool, facts: object, *lines: str) -> None:
    """Print `facts` as one JSON value, or the lines."""
    if as_json:
        click.echo(json.dumps(facts, ensure_ascii=False, indent=1))
        return
    for line in lines:
        click.echo(line)
