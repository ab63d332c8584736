"""The card of the contact under the cursor, beside the list, for reading."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from contacts_tui.ui.draw.line import Line
from contacts_tui.ui.widgets.painted import Painted

if TYPE_CHECKING:
    from contacts_tui.services.cards import Card


class CardPane(Painted):
    """Shows a card, or nothing."""

    DEFAULT_CSS = """
    CardPane { width: 1fr; height: 1fr; }
    """

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002
        super().__init__(self._draw_card, id=id, classes=classes)
        self._card: Card | None = None

    @property
    def card(self) -> Card | None:
        """What it shows."""
        return self._card

    def show_card(self, card: Card | None) -> None:
        """Show another card; only what differs is repainted."""
        self._card = card
        self.repaint()

    def _draw_card(self, width: int, height: int) -> Sequence[Line]:
        if self._card is None:
            return []
        from contacts_tui.ui.draw.card_pane import pane_lines

        return pane_lines(self._card, width, height)
