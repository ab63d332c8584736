"""The parts of a contact on its card: other addresses and their days, further companies, notes, steps of history."""

from __future__ import annotations

from contacts_tui.domain.errors import ContactsError
from contacts_tui.domain.message import message
from contacts_tui.services import address_ranges, addresses, affiliations, notes
from contacts_tui.services.cards import Card
from contacts_tui.ui.card.card_sections import Section
from contacts_tui.ui.context import app_of
from contacts_tui.ui.draw.also_at import ALSO_KEY, NEW_ALSO
from contacts_tui.ui.draw.card_parts import ADDRESS_KEY, NOTE_KEY, RANGE_KEY
from contacts_tui.ui.draw.history import View as HistoryView
from contacts_tui.ui.screens.card_editing import CardEditing
from contacts_tui.ui.widgets.menu import Choice, Menu

PARTS = (Section.ADDRESSES, Section.NOTES)
"""The sections in which `new` and `delete` mean what is shown there."""


class CardParts(CardEditing):
    """A card whose addresses, notes and steps open."""

    @property
    def part(self) -> str:
        """What the place under the cursor is, where it is no field: ``person:``, ``address:``, ``note:`` …"""
        kind, colon, _id = self.body.key.partition(":")
        return f"{kind}{colon}" if colon else ""

    @property
    def part_id(self) -> int:
        """Which one it is."""
        return int(self.body.key.partition(":")[2])

    def open_part(self, card: Card) -> None:
        """Show the form of the address, days, company or note under the cursor."""
        from contacts_tui.ui.screens.address_form import AddressForm, RangeForm
        from contacts_tui.ui.screens.note_form import NoteForm

        if self.part == NOTE_KEY:
            note = next((note for note in card.notes if note.note_no == self.part_id), None)
            self.app.push_screen(NoteForm(card.contact, note))
            return
        if self.part == ALSO_KEY:
            self._open_also_at(card, self.part_id)
            return
        for address, ranges in card.addresses:
            if self.part == ADDRESS_KEY and address.id == self.part_id:
                self.app.push_screen(AddressForm(card.contact, address))
            for span in ranges:
                if self.part == RANGE_KEY and span.id == self.part_id:
                    self.app.push_screen(RangeForm(card.contact, address.code, span))

    def new_also_at(self, card: Card) -> None:
        """Another company for the person."""
        self._open_also_at(card, 0)

    def _open_also_at(self, card: Card, row_id: int) -> None:
        from contacts_tui.ui.screens.also_at_form import AlsoAtForm

        known = next((one for one in card.also_at if one.record.id == row_id), None)
        self.app.push_screen(AlsoAtForm(card.contact, known))

    def open_step(self, card: Card) -> None:
        """Show all of the step under the cursor."""
        from contacts_tui.ui.screens.history_step import HistoryStep

        session = app_of(self).session
        step = next(step for step in self._steps if step.batch.id == self.part_id)
        view = HistoryView(session.user, session.today(), card.contact.id, of_person=not card.contact.is_company)
        self.app.push_screen(HistoryStep(step, view))

    def new_part(self, card: Card) -> None:
        """A new note, company or address, or days for the address under the cursor."""
        from contacts_tui.ui.screens.address_form import AddressForm, RangeForm
        from contacts_tui.ui.screens.note_form import NoteForm

        if self._section is Section.NOTES:
            self.app.push_screen(NoteForm(card.contact))
            return
        if self.part == ALSO_KEY or self.body.key == NEW_ALSO:
            self.new_also_at(card)
            return
        code = self._address_code(card)
        if not code:
            self.app.push_screen(AddressForm(card.contact))
            return

        def chosen(answer: str | None) -> None:
            if answer is not None:
                form = RangeForm(card.contact, code) if answer == "range" else AddressForm(card.contact)
                self.app.push_screen(form)

        choices = [
            Choice("address", message("another address"), "a"),
            Choice("range", message("days on which {code} is in force", code=code), "d"),
        ]
        self.app.push_screen(Menu(message("New"), choices), chosen)

    def _address_code(self, card: Card) -> str:
        """The code of the address that the cursor is on, or whose days it is on."""
        for address, ranges in card.addresses:
            ids = {ADDRESS_KEY: [address.id], RANGE_KEY: [span.id for span in ranges]}
            if self.part in ids and self.part_id in ids[self.part]:
                return address.code
        return ""

    async def delete_part(self, card: Card) -> None:
        """Delete the note, address, company or days under the cursor; one key brings them back, so nothing is asked."""
        app, code = app_of(self), self._address_code(card)
        try:
            if self.part == NOTE_KEY:
                await app.write(notes.delete, app.session, self.contact_id, self.part_id)
                told = message("The note is deleted.")
            elif self.part == ALSO_KEY:
                await app.write(affiliations.delete, app.session, self.part_id)
                told = message("The line is deleted.")
            elif self.part == ADDRESS_KEY:
                await app.write(addresses.delete, app.session, self.part_id)
                told = message("Address {code} is deleted.", code=code)
            else:
                await app.write(address_ranges.delete, app.session, self.part_id)
                told = message("The days of {code} are deleted.", code=code)
        except ContactsError as error:
            self.tell(error)
            return
        await self._read()
        app.announce_change()
        self.say(told, undo=True)
