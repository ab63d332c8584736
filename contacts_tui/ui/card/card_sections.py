"""The sections of a card: which a company and a person have, what their tabs say."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum
from typing import TYPE_CHECKING

from contacts_tui.domain.message import Message, contextual
from contacts_tui.locale import _
from contacts_tui.ui.draw.tabs import Tab

if TYPE_CHECKING:
    from contacts_tui.services.cards import Card


class Section(Enum):
    """A section of a card."""

    MAIN = "main"
    PEOPLE = "people"
    CODES = "codes"
    ADDRESSES = "addresses"
    NOTES = "notes"
    HISTORY = "history"


_LABELS: dict[Section, tuple[Message, Message]] = {
    Section.MAIN: (contextual("tab", "Main"), contextual("short tab", "Main")),
    Section.PEOPLE: (contextual("tab", "People"), contextual("short tab", "People")),
    Section.CODES: (contextual("tab", "Codes"), contextual("short tab", "Codes")),
    Section.ADDRESSES: (contextual("tab", "Addresses"), contextual("short tab", "Addr.")),
    Section.NOTES: (contextual("tab", "Notes"), contextual("short tab", "Notes")),
    Section.HISTORY: (contextual("tab", "History"), contextual("short tab", "Hist.")),
}


def sections_of(is_company: bool) -> tuple[Section, ...]:
    """The sections in the order of their digits."""
    return tuple(section for section in Section if is_company or section is not Section.PEOPLE)


def labels_of(section: Section) -> tuple[Message, Message]:
    """What the tab of a section says, and where room is short."""
    return _LABELS[section]


def count_of(card: Card, section: Section) -> int:
    """How much is in a section; 0 where it is not counted."""
    match section:
        case Section.PEOPLE:
            return len(card.people) + len(card.also_at)
        case Section.CODES:
            return sum(len(given) for given in card.codes.values())
        case Section.ADDRESSES:
            return len(card.addresses)
        case Section.NOTES:
            return len(card.notes)
        case _:
            return 0


def tabs_of(card: Card, sections: Sequence[Section]) -> list[Tab]:
    """The tabs of a card, in the language shown."""
    return [
        Tab(digit, _(_LABELS[section][0]), _(_LABELS[section][1]), count_of(card, section))
        for digit, section in enumerate(sections, 1)
    ]
