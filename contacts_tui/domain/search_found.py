"""Why a contact was found, where its name does not show it: the field, and the part of its text that was asked for."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from contacts_tui.domain.query import Query, parse_query
from contacts_tui.domain.search_rules import number_forms
from contacts_tui.domain.search_words import split
from contacts_tui.domain.text import digits, fold

_NAMES = ("company_name", "job_title")
_FIELDS = (
    "phone", "mobile", "fax", "email", "email2", "city", "address", "address2",
    "post_code", "name2", "search_name", "number", "external_id", "vat_number", "home_page",
)  # fmt: skip
FORMER_NAME, FORMER_COMPANY = "former_name", "former_company"
"""In place of a field: what the contact was called before, and what its company was."""
_NUMBERS = ("phone", "mobile", "fax")
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class FoundIn:
    """A field by its name (or `FORMER_NAME`), its text, and where in it (from, up to) stands what was asked for."""

    field: str
    text: str
    start: int
    end: int


def found_in(
    values: Mapping[str, object],
    typed: str,
    *,
    is_company: bool,
    former_names: Sequence[str] = (),
    former_companies: Sequence[str] = (),
) -> FoundIn | None:
    """Where a contact has what the name does not show; None where the name shows all of it, or nothing does.

    `values` are the fields of the contact by name. What it and its company were called before comes after what they are
    called now, the latest name first.
    """
    query = parse_query(typed)
    shown = split(str(values.get("name", "")))
    texts = [
        *((field, str(values.get(field, ""))) for field in _NAMES if not (field == "company_name" and is_company)),
        *((FORMER_NAME, name) for name in former_names),
        *((FORMER_COMPANY, name) for name in former_companies),
        *((field, str(values.get(field, ""))) for field in _FIELDS),
    ]
    for word in _asked(query):
        if any(part.startswith(word) for part in shown):
            continue
        for field, text in texts:
            place = _place(field, text, word, query) if text else None
            if place is not None:
                return FoundIn(field, text, *place)
    return None


def _asked(query: Query) -> Sequence[str]:
    return (query.number,) if query.number else query.wanted


def _place(field: str, text: str, word: str, query: Query) -> tuple[int, int] | None:
    if field in _NUMBERS and word.isdecimal():
        return _in_number(text, number_forms(word))
    if query.number and field not in ("number", "external_id", "vat_number", "address", "post_code"):
        return None
    for begins in (True, False):
        for match in _WORD.finditer(text):
            part = fold(match[0])
            at = part.find(word)
            if at == 0 or (at > 0 and not begins):
                exact = len(part) == len(match[0])
                return (match.start() + at, match.start() + at + len(word)) if exact else match.span()
    return None


def _in_number(text: str, forms: Sequence[str]) -> tuple[int, int] | None:
    """The digits of a phone number as they stand in it, with what is between them."""
    places = [at for at, char in enumerate(text) if char.isdigit()]
    whole = digits(text)
    for form in forms:
        at = whole.rfind(form)
        if at >= 0:
            return places[at], places[at + len(form) - 1] + 1
    return None
