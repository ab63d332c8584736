"""A card as plain lines: the name first, then what reaches the contact, then every field that is filled."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from contacts_tui.cli.contact_json import url_of
from contacts_tui.cli.tables import Column, table
from contacts_tui.domain.addresses import county_label, one_line
from contacts_tui.domain.affiliations import span
from contacts_tui.domain.code_lists import ASSIGNED
from contacts_tui.domain.fields import CONTACT, Field, Kind
from contacts_tui.domain.greetings import FORMALITY_LABELS
from contacts_tui.domain.message import N_, contextual
from contacts_tui.domain.phones import to_dial
from contacts_tui.domain.text import wrap
from contacts_tui.locale import _, number
from contacts_tui.services.addresses import AddressLine
from contacts_tui.services.cards import Card

#: Said in the first lines, or of use to programs only.
_ELSEWHERE = frozenset({"number", "uid", "type", "name", "company", "company_name", "modified"})
_NOTE_WIDTH = 72


def lines(card: Card, addresses: Sequence[AddressLine], width: int) -> Iterator[str]:
    """The lines of a card for a terminal of that width (0: without end)."""
    contact = card.contact
    yield f"{contact.name}  {contact.no}"
    about = ", ".join(part for part in (contact.job_title, card.company_name) if part)
    if not contact.is_company and about:
        company = f"  {card.company.no}" if card.company else ""
        yield about + company
    reach = (to_dial(contact.phone, contact.mobile, mobile_first=not contact.is_company), contact.email)
    if any(reach):
        yield "  ".join(part for part in reach if part)
    yield from _section("", [_field(card, field) for field in _filled(card)], width, mark=not contact.is_company)
    greetings = [(_(FORMALITY_LABELS[formality]), text) for formality, text in card.greetings.items()]
    yield from _section(_(N_("Greeting")), greetings, width)
    yield from _codes(card, width)
    yield from _people(card, width)
    yield from _also_at(card, width)
    yield from _addresses(addresses, width)
    yield from _notes(card)


def _section(title: str, rows: Sequence[Sequence[str]], width: int, *, mark: bool = False) -> Iterator[str]:
    """A blank line, the title with the count of its rows, the rows."""
    if not rows:
        return
    yield ""
    if title:
        yield f"{title} {number(len(rows))}"
    columns = [Column(whole=True), *([Column(whole=True)] if mark else []), *(Column() for _ in rows[0][1 + mark :])]
    for line in table(columns, rows, max(width - 2, 1) if width else 0):
        yield f"  {line}"


def _filled(card: Card) -> Iterable[Field]:
    own_type = card.contact.type
    return (
        field
        for name, field in CONTACT.items()
        if name not in _ELSEWHERE and field.applies_to in (None, own_type) and card.values[name]
    )


def _field(card: Card, field: Field) -> tuple[str, ...]:
    value = card.values[field.name]
    if field.kind is Kind.REFERENCE:
        shown = card.words[field.name]
    elif field.kind is Kind.BOOL:
        shown = _(N_("yes"))
    elif field.kind is Kind.CHOICE:
        shown = _(dict(field.choices).get(str(value), str(value)))
    else:
        shown = str(value)
    label = _(county_label(str(card.values["country"])) if field.name == "county" else field.short_label)
    if card.contact.is_company:
        return label, shown
    mark = card.marks.get(field.attribute)
    return label, mark.value if mark else "", shown


def _codes(card: Card, width: int) -> Iterator[str]:
    rows = [
        (
            _(found.title),
            " · ".join(f"{given.words} {given.no}" if given.no else given.words for given in card.codes[name]),
        )
        for name, found in ASSIGNED.items()
        if card.codes[name] and name != "web_sources"
    ]
    if rows:
        yield ""
    for line in table((Column(whole=True), Column()), rows, max(width - 2, 1) if width else 0):
        yield f"  {line}"
    sources = [(given.words, given.search_word, url_of(given)) for given in card.codes["web_sources"]]
    yield from _section(_(ASSIGNED["web_sources"].title), sources, width)


def _people(card: Card, width: int) -> Iterator[str]:
    rows = [(p.no, p.name, p.job_title, to_dial(p.phone, p.mobile, mobile_first=True)) for p in card.people]
    yield from _section(_(contextual("title", "People")), rows, width)


def _also_at(card: Card, width: int) -> Iterator[str]:
    rows = []
    for one in card.also_at:
        other, years = one.person if card.contact.is_company else one.company, span(one.record)
        rows.append((other.no, other.name, one.record.role, _(years) if years else ""))
    yield from _section(_(N_("Also here")) if card.contact.is_company else _(N_("Also at")), rows, width)


def _addresses(addresses: Sequence[AddressLine], width: int) -> Iterator[str]:
    rows = []
    for address in addresses:
        days = ", ".join(f"{span.starting_date} – {span.ending_date or '…'}" for span in address.ranges)
        now = _(N_("in force")) if address.active else ""
        rows.append((str(address.values["code"]), one_line(address.record), days, now))
    yield from _section(_(N_("Alternative addresses")), rows, width)


def _notes(card: Card) -> Iterator[str]:
    if card.notes:
        yield ""
        yield f"{_(N_('Notes'))} {number(len(card.notes))}"
    for note in card.notes:
        for index, line in enumerate(wrap(note.text, _NOTE_WIDTH)):
            day = str(note.date or "") if index == 0 else ""
            yield f"  {day:10}  {line}"
