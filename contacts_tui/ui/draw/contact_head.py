"""The first lines about a contact, the same on its card and in the preview: name, number, last talk, next step."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from contacts_tui.domain.addresses import postal_lines
from contacts_tui.domain.fields import CONTACT
from contacts_tui.domain.message import N_
from contacts_tui.domain.phones import to_dial
from contacts_tui.locale import _
from contacts_tui.ui.draw import glyphs
from contacts_tui.ui.draw.line import EMPTY, TEXT, Line, Role, Span, compose, joined, label, lead, line, width_of

if TYPE_CHECKING:
    from contacts_tui.domain.search_found import FoundIn
    from contacts_tui.services.cards import Card

LAST, NEXT, FOUND = N_("Last"), N_("Next"), N_("Found")
_FORMER = {"former_name": N_("was"), "former_company": N_("company was")}
_APART = 3
_FIELD = 11
NARROW = 50
"""Under so many columns the number and the town are all there is room for."""


def detail(card: Card) -> str:
    """A person's job and company, in one line; blank for a company."""
    if card.contact.is_company:
        return ""
    return ", ".join(part for part in (card.contact.job_title, card.company_name) if part)


def number_line(card: Card, width: int) -> Line:
    """The number to dial, bold, then what reaches the contact next: a company's address, a person's mail."""
    contact = card.contact
    number = to_dial(contact.phone, contact.mobile, mobile_first=not contact.is_company)
    address = ", ".join(postal_lines(contact)[:3]) if width >= NARROW else contact.city
    other = address if contact.is_company else contact.email or address
    head: Line = (lead(number),) if number else EMPTY
    if width < NARROW:
        return compose(width, (TEXT, head), right=Span(other) if width_of(head) + len(other) + 6 < width else EMPTY)
    column = TEXT + max(width_of(head) + _APART, 19) if head else TEXT
    return compose(width, (TEXT, head), (column, Span(other)))


def talk_lines(card: Card, width: int) -> tuple[Line, Line]:
    """When we last talked and what comes next."""
    labels = (_(LAST), _(NEXT))
    column = TEXT + max(len(text) for text in labels) + 2
    is_blocked = card.contact.privacy_blocked
    never = lead(_(N_("never")))
    nothing = lead(_(N_("nothing: blocked for privacy")) if is_blocked else _(N_("nothing planned")))
    return (
        compose(width, (TEXT, label(labels[0])), (column, never)),
        compose(width, (TEXT, label(labels[1])), (column, nothing), mark=glyphs.current().look if is_blocked else ""),
    )


def found_line(found: FoundIn, width: int) -> Line:
    """Why the contact was found, where its name does not show it: the field, and the part that was asked for."""
    column = TEXT + max(len(_(text)) for text in (LAST, NEXT)) + 2
    former = _FORMER.get(found.field)
    name = _(former) if former else _(CONTACT[found.field].short_label).lower()
    text = found.text
    parts = (Span(text[: found.start]), Span(text[found.start : found.end], Role.FOUND), Span(text[found.end :]))
    return compose(
        width, (TEXT, label(_(FOUND))), (column, Span(name)), (column + max(len(name), _FIELD) + 2, line(*parts))
    )


def facts(card: Card) -> Sequence[str]:
    """Number, relations and rep, as the preview shows them at the right of the name."""
    relations = card.codes["business_relations"] if card.contact.is_company else ()
    shown = [f"{given.words} {given.no}" if given.no else given.words for given in relations[:2]]
    return [part for part in (card.contact.no, *shown, card.words["salesperson"]) if part]


def facts_line(card: Card, room: int) -> Line:
    """The facts joined by dots, dim; the last ones go where there is no room."""
    parts = list(facts(card))
    while parts:
        drawn = joined(parts, Role.LABEL)
        if width_of(drawn) <= room:
            return drawn
        parts.pop()
    return EMPTY
