"""Quantifiers of quality rules over the records of another list, as SQL over sums of that list."""

from collections.abc import Callable, Sequence


def quantifier_sql(name: str, parts: Sequence[str], add: Callable[[str], str]) -> str:
    """A quantifier over sums of its list; no record at all counts as none, every, 0."""
    if name == "number" and not parts:
        return f"coalesce({add('count(*)')}, 0)"
    condition = f"({parts[-1]})"
    if name == "total":
        value = parts[0]
        may_change = f"{condition} is null and ({value} is null or {value} <> 0)"
        unclear = add(f"sum(case when ({may_change}) or ({condition} and {value} is null) then 1 else 0 end)")
        whole = add(f"sum(case when {condition} then {value} else 0 end)")
        return f"(case when coalesce({unclear}, 0) = 0 then coalesce({whole}, 0) end)"
    if name in ("highest", "lowest"):
        return add(f"{'max' if name == 'highest' else 'min'}(case when {condition} then {parts[0]} end)")
    if name == "latest":
        answer = f"case when {condition} then '2' when {condition} is null then '1' else '0' end"
        last = add(f"max(case when {parts[0]} <= :as_of then {parts[0]} || {answer} end)")
        return f"(case substr({last}, 11) when '2' then 1 when '0' then 0 end)"
    true = f"coalesce({add(f'sum({condition})')}, 0)"
    if name == "certain":
        return true
    known = f"coalesce({add(f'count({condition})')}, 0)"
    unclear = f"coalesce({add('count(*)')}, 0) > {known}"
    if name == "number":
        return f"(case when {unclear} then null else {true} end)"
    against = f"{true} > 0" if name == "none" else f"{known} > {true}"
    return f"(case when {against} then 0 when {unclear} then null else 1 end)"
