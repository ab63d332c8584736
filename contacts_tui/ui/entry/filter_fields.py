"""The fields of the filter: what each asks for, how it is filled in, and what there is to choose."""

from __future__ import annotations

from collections.abc import Mapping

from contacts_tui.domain.code_lists import LISTS
from contacts_tui.domain.contact import ContactType
from contacts_tui.domain.fields import Field, Kind
from contacts_tui.domain.message import N_, Message, contextual
from contacts_tui.domain.query import Ask
from contacts_tui.domain.query_text import ME, SEVERAL
from contacts_tui.domain.text import fold
from contacts_tui.locale import _
from contacts_tui.services import setup_lists
from contacts_tui.services.session import Session
from contacts_tui.ui.card.card_fields import How, brief_of, label_of
from contacts_tui.ui.entry.form_fields import FormField
from contacts_tui.ui.entry.picking import Pick

WORDS = "words"
"""The field for what no other field says."""

_TYPES = ((str(ContactType.COMPANY), N_("companies")), (str(ContactType.PERSON), N_("people")))
_HAVING: tuple[tuple[str, str], ...] = (
    ("email", N_("E-mail")),
    ("phone", N_("Phone")),
    ("mobile", N_("Mobile phone")),
    ("fax", N_("Fax")),
    ("web", N_("Home page")),
    ("address", N_("Address")),
    ("job", N_("Job title")),
    ("company", N_("Company")),
    ("relation", N_("Business relations")),
    ("industry", N_("Industry groups")),
    ("mailing", N_("Mailing groups")),
    ("vat", N_("VAT registration no.")),
)
_LISTS: Mapping[Ask, tuple[str, ...]] = {
    Ask.COUNTRY: ("countries",),
    Ask.TERRITORY: ("territories",),
    Ask.RELATION: ("business_relations",),
    Ask.GROUP: ("industry_groups", "mailing_groups"),
    Ask.LEVEL: ("organizational_levels",),
    Ask.SALESPERSON: ("salespeople",),
    Ask.LANGUAGE: ("languages",),
}
_NAMED = {
    Ask.CITY: "city",
    Ask.POST_CODE: "post_code",
    Ask.COUNTRY: "country",
    Ask.TERRITORY: "territory",
    Ask.RELATION: "business_relations",
    Ask.LEVEL: "organizational_level",
    Ask.SALESPERSON: "salesperson",
    Ask.LANGUAGE: "language",
}
"""What is called as it is on a card."""
_LABELS = {
    Ask.TYPE: contextual("filter", "Type"),
    Ask.GROUP: contextual("filter", "Groups"),
    Ask.JOB: contextual("filter", "Job"),
    Ask.HAS: contextual("filter", "Has"),
    Ask.LACKS: contextual("filter", "Has no"),
}
_CHOICES: Mapping[Ask, tuple[tuple[str, str], ...]] = {Ask.TYPE: _TYPES, Ask.HAS: _HAVING, Ask.LACKS: _HAVING}
_ORDER = (
    Ask.CITY,
    Ask.POST_CODE,
    Ask.COUNTRY,
    Ask.TERRITORY,
    Ask.SALESPERSON,
    Ask.RELATION,
    Ask.GROUP,
    Ask.JOB,
    Ask.LEVEL,
    Ask.LANGUAGE,
    Ask.HAS,
    Ask.LACKS,
    Ask.TYPE,
)


def _field(ask: Ask) -> FormField:
    name = _NAMED.get(ask)
    label = label_of(name) if name is not None else _LABELS[ask]
    brief = brief_of(name, label) if name is not None else label
    how = How.CHOOSE_MANY if ask in SEVERAL else How.CHOOSE if ask in _LISTS else How.TYPE
    described = Field(str(ask), label.text, Kind.REFERENCE) if ask in _LISTS else None
    if ask in _CHOICES:
        described = Field(str(ask), label.text, Kind.CHOICE, choices=_CHOICES[ask])
        how = How.CHOOSE_MANY if ask in SEVERAL else How.SWITCH
    return FormField(str(ask), label, brief, how, described)


_WORDS = contextual("filter", "Words")
FIELDS: tuple[FormField, ...] = (FormField(WORDS, _WORDS, _WORDS, How.TYPE), *map(_field, _ORDER))


def picks(session: Session, ask: Ask) -> list[Pick]:
    """What there is to choose for a field; codes with how many use each, asked in a worker thread."""
    if ask in _CHOICES:
        return [Pick(key, _(label)) for key, label in _CHOICES[ask]]
    own = [Pick(ME, _(Message(N_("my contacts"))))] if ask is Ask.SALESPERSON else []
    found = {one.code: one for one in own}
    for name in _LISTS.get(ask, ()):
        meaning = LISTS[name].fields[1].name
        for line in setup_lists.lines(session, name):
            code = str(line.values["code"])
            found.setdefault(code, Pick(code, str(line.values[meaning]), line.used))
    return list(found.values())


def as_code(options: list[Pick], typed: str) -> str:
    """The code that a value is, whatever the case it was typed in; else the value itself."""
    return next((one.code for one in options if fold(one.code) == fold(typed)), typed)
