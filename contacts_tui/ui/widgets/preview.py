"""The contact under the cursor, below the list: it follows once the keys rest, so that holding an arrow stays cheap."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from textual.message import Message
from textual.timer import Timer

from contacts_tui.domain.contact_row import ContactRow
from contacts_tui.domain.errors import ContactsError
from contacts_tui.ui.context import app_of
from contacts_tui.ui.draw.line import Line
from contacts_tui.ui.widgets.painted import Painted
from contacts_tui.ui.working import start_work

if TYPE_CHECKING:
    from contacts_tui.domain.search_found import FoundIn
    from contacts_tui.services.cards import Card
    from contacts_tui.services.session import Session

REST = 0.15
"""Seconds after the last key until it follows."""


def read_card(session: Session, contact_id: int) -> Card:
    """The card of a contact. Called in the thread that reads, which loads peewee while the first page is shown."""
    from contacts_tui.services import cards

    return cards.card(session, contact_id)


class Preview(Painted):
    """Shows the card of the row that `current` gives; `found` says why it is a hit."""

    class Followed(Message):
        """It shows another card, or the same read anew."""

        def __init__(self, card: Card | None) -> None:
            super().__init__()
            self.card = card

    def __init__(
        self,
        current: Callable[[], ContactRow | None],
        found: Callable[[Card], FoundIn | None],
        *,
        id: str | None = None,  # noqa: A002
    ) -> None:
        super().__init__(self._drawn, id=id)
        self._current = current
        self._found = found
        self._rest: Timer | None = None
        self.card: Card | None = None

    def follow_later(self) -> None:
        """Follow the cursor, once the keys rest."""
        if self._rest is not None:
            self._rest.stop()
        self._rest = self.set_timer(REST, self.follow)

    def follow(self) -> None:
        """Read the contact under the cursor."""
        start_work(self, self._read, group="preview", exclusive=True)

    async def _read(self) -> None:
        row, app = self._current(), app_of(self)
        if row is None:
            self.card = None
        else:
            try:
                self.card = await app.read(read_card, app.session, row.id)
            except ContactsError:
                return  # deleted by someone meanwhile: the list will say so itself
        self.repaint()
        self.post_message(self.Followed(self.card))

    def _drawn(self, width: int, height: int) -> Sequence[Line]:
        card = self.card
        if card is None:
            return []
        from contacts_tui.ui.draw.preview import preview

        return preview(card, width, height, self._found(card))
