"""What a card says about each field: values as words, marks, in the language shown."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from contacts_tui.domain.code_lists import ASSIGNED
from contacts_tui.domain.dates import birthday_words
from contacts_tui.domain.fields import CONTACT, Kind
from contacts_tui.domain.inheritance import Mark
from contacts_tui.locale import _
from contacts_tui.ui.card.card_fields import ADDRESS_LINES, GREETINGS, PLACE, Group, Place, brief_of, label_of
from contacts_tui.ui.draw import glyphs
from contacts_tui.ui.draw.field_grid import Cell, Side
from contacts_tui.ui.draw.line import EMPTY, Line, joined, label, line

if TYPE_CHECKING:
    from contacts_tui.services.cards import Card, GivenCode


def cells(card: Card, places: Group, odd: Collection[str] = (), opened: Mapping[str, str] | None = None) -> list[Cell]:
    """The fields of a group as they stand on the card.

    `odd` names the fields with a value that looks wrong. `opened` is the address as it is being typed: it then stands
    line by line. A second line of the address is shown where there is one.
    """
    drawn: list[Cell] = []
    for place in places:
        if place.key == "address" and opened is not None:
            drawn += _open_address(card, opened)
        elif place.key != PLACE or opened is None:
            drawn.append(_cell(card, place, odd))
        if place.key == "address" and opened is None and card.contact.address2:
            drawn.append(_cell(card, Place("address2", label_of("address2"), brief_of("address2")), odd))
    return drawn


def _cell(card: Card, place: Place, odd: Collection[str]) -> Cell:
    return Cell(
        place.key,
        _(place.label),
        _(place.brief),
        value_of(card, place.key),
        place.side,
        mark_of(card, place.key),
        place.key in odd,
        whole=place.key in CONTACT and CONTACT[place.key].kind is Kind.PHONE,
    )


def _open_address(card: Card, opened: Mapping[str, str]) -> list[Cell]:
    drawn = []
    for key in ADDRESS_LINES:
        name = label_of(key, opened["country"])
        shown: Line = line(opened[key])
        if key == "country" and opened[key] and opened[key].upper() == str(card.values["country"]).upper():
            shown = line(opened[key], label(f"  {card.words['country']}"))
        drawn.append(Cell(key, _(name), _(brief_of(key, name)), shown, Side.LEFT, mark_of(card, key)))
    return drawn


def mark_of(card: Card, key: str) -> Mark | None:
    """Whether the field follows the company or is the person's own; None where the question does not arise."""
    if key == PLACE:
        key = "city"
    return card.marks.get(CONTACT[key].attribute) if key in CONTACT else None


def value_of(card: Card, key: str) -> Line:
    """The value of a field or the codes of a list, as words; empty where there is none."""
    contact = card.contact
    if key in ASSIGNED:
        return codes_line(card.codes[key])
    if key == PLACE:
        parts = (contact.post_code, contact.city, contact.county, str(card.values["country"]))
        return line("  ".join(part for part in parts if part))
    if key == "company":
        return line(card.company_name)
    if key == "modified":
        return line(moment(contact.modified_at))
    if key in GREETINGS:
        return line(card.greetings.get(GREETINGS[key], ""))
    if key == "birthday":
        return line(birthday_words(contact.birthday))
    field = CONTACT[key]
    match field.kind:
        case Kind.BOOL:
            return line(glyphs.current().ticked if card.values[key] else glyphs.current().unticked)
        case Kind.REFERENCE:
            return line(card.words[key])
        case Kind.CHOICE:
            return line(_(dict(field.choices).get(str(card.values[key]), "")))
        case _:
            return line(str(card.values[key]))


def codes_line(given: Sequence[GivenCode]) -> Line:
    """Codes as words joined by the dot; a relation with its number at the customer, vendor or bank."""
    return joined(code_words(code) for code in given) if given else EMPTY


def code_words(given: GivenCode) -> str:
    """What a code means, with the number of what it links to."""
    return f"{given.words} {given.no}" if given.no else given.words


def moment(at: datetime | None) -> str:
    """A moment in the user's own time, to the minute."""
    return f"{at.astimezone():%Y-%m-%d %H:%M}" if at is not None else ""


def typed_of(card: Card, key: str) -> str:
    """The value of a field as one types it, which is what its line opens with."""
    if key == "birthday":
        return birthday_words(card.contact.birthday)
    return str(card.values[key])
