"""The check code of a print: the first 8 figures of the hash of all that is printed, so two prints can be compared.

The code says that two sheets print the same facts; it proves nothing about who made them.
"""

import dataclasses
import hashlib
import json

from fieldapp.reports.document import CheckCode, Document
from fieldapp.reports.symbols import modules_of


def with_check_code(document: Document, caption: str) -> Document:
    """The same document with its check code; the footer (who printed it, when) does not enter the hash."""
    text = code_of(document)
    modules = modules_of(f"fieldapp {document.name} {text}")
    return dataclasses.replace(document, check=CheckCode(caption, text, modules))


def code_of(document: Document) -> str:
    """Eight hexadecimal figures (upper case) over title, unit, date line, blocks and notes."""
    bare = dataclasses.replace(document, check=None, footer="", page_words="")
    body = json.dumps(dataclasses.asdict(bare), ensure_ascii=False, sort_keys=True, default=_hash)
    return hashlib.sha256(body.encode()).hexdigest()[:8].upper()


def _hash(value: object) -> str:
    if isinstance(value, bytes):
        return hashlib.sha256(value).hexdigest()
    raise TypeError(f"a document holds no {type(value).__name__}")
