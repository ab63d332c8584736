"""The head of a card: who it is and the way back, how to reach it, the last talk, the next step; and its tabs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from contacts_tui.domain.message import message
from contacts_tui.locale import _
from contacts_tui.ui.draw import contact_head
from contacts_tui.ui.draw.header import header, place
from contacts_tui.ui.draw.line import EMPTY, Line

if TYPE_CHECKING:
    from contacts_tui.services.cards import Card

HEIGHT = 4


def head_lines(card: Card, width: int, path: Sequence[str], index: int = 0, total: int = 0) -> list[Line]:
    """The four lines; `index` (from 1) of `total` is the card's place in the list that it was opened from."""
    where = place(width, index, total, _(message("{index} of {total}", index=index, total=total)))
    return [
        header(
            width,
            card.contact.name,
            contact_head.detail(card),
            path=path,
            place=where if total > 1 else EMPTY,
        ),
        contact_head.number_line(card, width),
        *contact_head.talk_lines(card, width),
    ]
