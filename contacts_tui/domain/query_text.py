"""A query as a form fills it in: taken apart into the fields it asks for, and written again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from contacts_tui.domain.contact import ContactType
from contacts_tui.domain.query import Ask, FieldTerm, parts_of
from contacts_tui.domain.text import clean_line

SEVERAL = frozenset({Ask.RELATION, Ask.GROUP, Ask.HAS, Ask.LACKS})
"""What can be asked for several times, since a contact may have several of them."""
ME = "me"
"""Stands for the user's own salesperson."""

_NAMES: Mapping[str, Mapping[Ask, str]] = {
    "fr": {
        Ask.CITY: "ville",
        Ask.POST_CODE: "cp",
        Ask.COUNTRY: "pays",
        Ask.TERRITORY: "secteur",
        Ask.RELATION: "relation",
        Ask.GROUP: "groupe",
        Ask.JOB: "poste",
        Ask.LEVEL: "niveau",
        Ask.LANGUAGE: "langue",
        Ask.HAS: "avec",
        Ask.LACKS: "sans",
    }
}
_HAD = {
    "email": "courriel",
    "phone": "telephone",
    "mobile": "cellulaire",
    "fax": "telecopieur",
    "address": "adresse",
    "job": "poste",
    "company": "compagnie",
    "industry": "secteur",
    "vat": "tps",
}
_VALUES: Mapping[str, Mapping[Ask, Mapping[str, str]]] = {
    "fr": {
        Ask.SALESPERSON: {ME: "moi"},
        Ask.TYPE: {ContactType.COMPANY: "compagnie", ContactType.PERSON: "personne"},
        Ask.HAS: _HAD,
        Ask.LACKS: _HAD,
    }
}
_KNOWN = (Ask.HAS, Ask.LACKS, Ask.TYPE)


@dataclass(frozen=True, slots=True)
class Asked:
    """A query taken apart: the values of its fields, and as it was typed whatever else it says.

    A type, what a contact has or lacks, and the user's own salesperson (`ME`) stand there by the names they have in
    the program; all other values as they were typed.
    """

    words: str = ""
    fields: Mapping[Ask, tuple[str, ...]] = field(default_factory=dict)


def taken_apart(typed: str) -> Asked:
    """The fields of a query. What they cannot say stays among the words: what must not be, a field of the company, a
    field that is asked for again."""
    text = clean_line(typed)
    rest, fields = text, dict[Ask, tuple[str, ...]]()
    for part in reversed(list(parts_of(text))):
        term = part.term
        if not isinstance(term, FieldTerm) or term.negative or term.of_company:
            continue
        if term.ask in fields and term.ask not in SEVERAL:
            continue
        value = ME if term.me else term.words[0] if term.ask in _KNOWN else part.value
        fields[term.ask] = (value, *fields.get(term.ask, ()))
        rest = f"{rest[: part.start]} {rest[part.end :]}"
    return Asked(" ".join(rest.split()) if fields else text, fields)


def written(asked: Asked, language: str = "en") -> str:
    """The query as a line, its fields by their names in a language where they have one."""
    words = clean_line(asked.words)
    parts = list(parts_of(words))
    if parts and parts[-1].is_open:
        words = f'{words}"'
    terms = [_term(ask, value, language) for ask in Ask for value in asked.fields.get(ask, ())]
    return " ".join(term for term in (words, *terms) if term)


def _term(ask: Ask, value: str, language: str) -> str:
    named = _VALUES.get(language, {}).get(ask, {}).get(value, value)
    text = " ".join(named.replace('"', " ").split())
    name = _NAMES.get(language, {}).get(ask, str(ask))
    if not text:
        return ""
    return f'{name}:"{text}"' if " " in text else f"{name}:{text}"
