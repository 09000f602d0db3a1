"""The functions of forms, one module an idea; importing this package fills the table in `registry`."""

from fieldapp.forms.expressions.functions import (
    choices,
    commcare,
    geometry,
    hashing,
    logic,
    moments,
    nodesets,
    quantities,
    rows,
    surroundings,
    words,
)

MODULES = (
    choices,
    commcare,
    geometry,
    hashing,
    logic,
    moments,
    nodesets,
    quantities,
    rows,
    surroundings,
    words,
)
