"""A rule that compares a coded field with a code no list has would always answer "no": it is refused by its name."""

from sqlglot import exp

from fieldapp.errors import PackError
from fieldapp.register.declarations import Dictionary, FieldSpec
from fieldapp.standards.expressions import COMPARISONS, Spot


def compared_columns(node: exp.Expr) -> list[exp.Column]:
    """The columns of a comparison, `in` or `between`; none for any other node."""
    if not isinstance(node, (*COMPARISONS, exp.In, exp.Between)):
        return []
    return [part for part in _parts(node) if isinstance(part, exp.Column)]


def refuse_unknown_codes(node: exp.Expr, field: FieldSpec, dictionary: Dictionary, spot: Spot) -> None:
    """Raises PackError standards.unknown_code for a literal in this comparison that is no code of the field's list."""
    codes = dictionary.codes.get(field.codes) if field.type in ("code", "codes") else None
    if codes is None:
        return
    for part in _parts(node):
        # A bare 1 is no code either: PostgreSQL does not compare it with a text.
        if isinstance(part, exp.Literal) and not (part.is_string and codes.code(part.name)):
            raise PackError(
                "standards.unknown_code",
                "{file}, line {at}: {field} compares {name} with {code}, which is no code of the list {codes}. "
                "Its codes are: {known}.",
                name=field.key,
                code=part.sql("sqlite"),
                codes=field.codes,
                known=", ".join(code.id for code in codes.items),
                **spot.place,
            )


def _parts(node: exp.Expr) -> list[exp.Expr]:
    return [part.unnest() if isinstance(part, exp.Paren) else part for part in node.iter_expressions()]
