"""Two contacts and a book of which nothing is known but its size, for the tests of likeness."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from contacts_tui.domain.likeness.details import Details
from contacts_tui.domain.likeness.rarity import Rarity
from contacts_tui.domain.likeness.record import record
from contacts_tui.domain.likeness.score import Pair, compare
from contacts_tui.domain.likeness.terms import Field, Fit, Term

SMALL = Rarity(1000, {})


def person(name: str, **values: Any) -> Details:
    return Details(**{"id": 1, "is_company": False, "name": name, **values})


def company(name: str, **values: Any) -> Details:
    return Details(**{"id": 1, "is_company": True, "name": name, **values})


def pair(one: Details, other: Details, counts: Mapping[str, int] | None = None, *, total: int = 1000) -> Pair:
    """The score of two contacts of the same kind, the second one with an id of its own."""
    found = compare(record(one), record(replace(other, id=2)), Rarity(total, counts or {}))
    assert found
    return found


def term(found: Pair, field: Field) -> Term:
    """The only term of a field."""
    (only,) = (term for term in found.terms if term.field is field)
    return only


def fits(found: Pair, field: Field) -> list[Fit]:
    """How the values of a field agree."""
    return [term.fit for term in found.terms if term.field is field]
