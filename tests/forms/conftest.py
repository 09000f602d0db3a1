"""Builders for small forms and sessions."""

from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from fieldapp.forms import Form, Session, load_form, load_form_xml

NOW = datetime(2026, 3, 5, 9, 30, tzinfo=ZoneInfo("Asia/Shanghai"))


def an_xform(data: str, binds: str = "", body: str = "", model: str = "") -> bytes:
    return f"""<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml"
      xmlns:jr="http://openrosa.org/javarosa" xmlns:orx="http://openrosa.org/xforms"
      xmlns:entities="http://www.opendatakit.org/xforms/entities">
      <h:head><h:title>A form</h:title><model><instance><data id="a" version="1">{data}<orx:meta>
      <orx:instanceID/></orx:meta></data></instance>{model}{binds}
      <bind nodeset="/data/orx:meta/orx:instanceID" jr:preload="uid"/></model></h:head>
      <h:body>{body}</h:body></h:html>""".encode()


def a_session(form: Form, **more: object) -> Session:
    setting: dict[str, object] = {"today": NOW.date(), "now": NOW, "tz": "Asia/Shanghai", "seed": 7}
    setting["new_uuid"] = lambda: "11111111-2222-4333-8444-555555555555"
    return form.start(**(setting | more))  # type: ignore[arg-type]


@pytest.fixture
def xform() -> Callable[..., bytes]:
    """Bytes of a small XForm whose root is /data."""
    return an_xform


@pytest.fixture
def filled() -> Callable[..., Session]:
    """A session on a small XForm: `filled(data, binds, body, model)`."""
    return lambda *parts, **more: a_session(load_form_xml(an_xform(*parts)), **more)


@pytest.fixture
def begun() -> Callable[..., Session]:
    """A session on a loaded form, at a fixed day and with a fixed id."""
    return a_session


@pytest.fixture
def xlsform(tmp_path: Path) -> Callable[..., Form]:
    """The form of a markdown XLSForm."""

    def load(markdown: str, attachments: Mapping[str, bytes] | None = None) -> Form:
        path = tmp_path / "a_form.md"
        path.write_text(markdown, "utf-8")
        return load_form(path, attachments)

    return load
