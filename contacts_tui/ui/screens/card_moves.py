"""Moving about on a card: its sections, its places, and the contacts before and after it."""

from __future__ import annotations

from contacts_tui.domain.errors import ContactsError
from contacts_tui.services import cards, recents
from contacts_tui.ui.card.card_sections import Section
from contacts_tui.ui.context import app_of
from contacts_tui.ui.screens.card_page import CardPage
from contacts_tui.ui.ways import navigation
from contacts_tui.ui.ways.navigation import Trail


class CardMoves(CardPage):
    """A card one moves about on."""

    # Sections

    async def show_section(self, section: Section, key: str = "") -> None:
        """Show a section, the cursor where it was there, or at `key`."""
        if section not in self.sections:
            return
        self._places[self._section] = self.body.key
        self._section = section
        if section is Section.HISTORY:
            await self._read()
        self.body.draw_with(self._draw_body, key or self._places.get(section, ""))
        self._show()

    async def action_section(self, key: str | int) -> None:
        """The section with that digit."""
        index = int(key) - 1
        if index < len(self.sections):
            await self.show_section(self.sections[index])

    async def action_next_section(self, step: int) -> None:
        """The section after or before this one, and round again."""
        sections = self.sections
        await self.show_section(sections[(sections.index(self._section) + step) % len(sections)])

    # The list it was opened from

    async def action_next_contact(self) -> None:
        """The next contact of the list."""
        await self._go_along(1)

    async def action_previous_contact(self) -> None:
        """The contact before it."""
        await self._go_along(-1)

    async def _go_along(self, step: int) -> None:
        app, trail = app_of(self), self._trail
        if trail is None or not 0 <= trail.index + step < self._total:
            return
        index = trail.index + step
        try:
            ids = await app.read(trail.source.ids, index, 1)
            card = await app.read(cards.card, app.session, ids[0]) if ids else None
        except ContactsError as error:
            self.tell(error)
            return
        if card is None:
            return
        onward = Trail(trail.source, index)
        if self._card is None or card.contact.is_company is not self._card.contact.is_company:
            navigation.open_card(self.app, card.contact, onward, instead=True)
            return
        self.contact_id, self._trail, self._warnings, self._places = card.contact.id, onward, {}, {}
        if self._section is Section.HISTORY:
            await self._read()
        else:
            self._take(card)
        await app.read(recents.opened, app.session, card.contact.uid)

    # The cursor

    def action_cursor_down(self) -> None:
        """To the line below."""
        self.body.walk(lambda walk: walk.step(1))

    def action_cursor_up(self) -> None:
        """To the line above."""
        self.body.walk(lambda walk: walk.step(-1))

    def action_cursor_left(self) -> None:
        """To the left column."""
        self.body.walk(lambda walk: walk.across(0))

    def action_cursor_right(self) -> None:
        """To the right column."""
        self.body.walk(lambda walk: walk.across(1))

    def action_page_down(self) -> None:
        """A window down."""
        self.body.walk(lambda walk: walk.page(1))

    def action_page_up(self) -> None:
        """A window up."""
        self.body.walk(lambda walk: walk.page(-1))

    def action_cursor_first(self) -> None:
        """To the first line."""
        self.body.walk(lambda walk: walk.first())

    def action_cursor_last(self) -> None:
        """To the last line."""
        self.body.walk(lambda walk: walk.last())
