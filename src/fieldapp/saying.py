"""How a command answers and asks: JSON for scripts, sentences in the worker's language for people."""

import json
import sys
import warnings
from getpass import GetPassWarning

import click

from fieldapp.errors import UserError
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


def asked(prompt: str, otherwise: UserError, *, hidden: bool = False, twice: bool = False) -> str:
    """What is typed at the terminal; the output, perhaps JSON, stays clean. Raises `otherwise` where nobody types."""
    if sys.stdin is None:
        raise otherwise
    try:
        # Without a terminal getpass warns with a line of its own source; what is wrong is said in one sentence instead.
        with warnings.catch_warnings(action="ignore", category=GetPassWarning):
            return str(click.prompt(prompt, hide_input=hidden, err=True, confirmation_prompt=twice))
    except click.Abort:
        raise otherwise from None
