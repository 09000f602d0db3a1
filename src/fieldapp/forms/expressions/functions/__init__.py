"""The functions of forms, one module an idea; importing this package fills the table in `registry`."""

from fieldapp.forms.expressions.functions import (
    choices,
    commcare,
    conditional_rows,
    geometry,
    hashing,
    item_lists,
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
    conditional_rows,
    geometry,
    hashing,
    item_lists,
    logic,
    moments,
    nodesets,
    quantities,
    rows,
    surroundings,
    words,
)
