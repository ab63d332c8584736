"""What the keys of a card do: open what is under the cursor, delete, copy, look up."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from contacts_tui.domain import web_sources
from contacts_tui.domain.contact import ContactType
from contacts_tui.domain.errors import ContactsError
from contacts_tui.domain.fields import CONTACT
from contacts_tui.domain.message import N_, Message, message
from contacts_tui.locale import _
from contacts_tui.services import likeness
from contacts_tui.services.cards import Card, GivenCode
from contacts_tui.services.permissions import Right
from contacts_tui.ui import contact_steps, keys
from contacts_tui.ui.card.card_fields import (
    ADDRESS_LINES,
    COMPANY,
    COMPANY_MORE,
    PERSON,
    PERSON_MORE,
    How,
    how_changed,
    label_of,
)
from contacts_tui.ui.card.card_sections import Section
from contacts_tui.ui.context import app_of
from contacts_tui.ui.draw.also_at import ALSO_HERE, ALSO_KEY, NEW_ALSO
from contacts_tui.ui.draw.card_main import PEOPLE_KEY, PERSON_KEY
from contacts_tui.ui.draw.card_parts import ADDRESS_KEY, NEW_KEY, NOTE_KEY, RANGE_KEY, STEP_KEY
from contacts_tui.ui.draw.card_values import mark_of
from contacts_tui.ui.draw.duplicates import named
from contacts_tui.ui.screens.base import Command, HelpSection
from contacts_tui.ui.screens.card_page import SCOPES
from contacts_tui.ui.screens.card_parts import PARTS, CardParts
from contacts_tui.ui.ways import navigation
from contacts_tui.ui.ways.navigation import Trail
from contacts_tui.ui.widgets.menu import Choice, Menu

_NEW = {
    "card_people.open": N_("new person"),
    "card_addresses.edit": N_("new address"),
    "card_notes.edit": N_("new note"),
}
_ALSO = {"card.new": N_("also at"), "card.delete": N_("delete the line")}
_DELETED_ALONE = (ADDRESS_KEY, RANGE_KEY, NOTE_KEY, ALSO_KEY)
"""What opens in a form and goes without the contact."""
_BEFORE_IT_IS_READ = frozenset(("back", "undo", "redo", "leave", "help", "find", "go", "go_to", "palette"))


@dataclass(frozen=True, slots=True)
class IdList:
    """Contacts by their ids, as a list that `]` and `[` follow."""

    known: tuple[int, ...]

    @property
    def total(self) -> int:
        """How many there are."""
        return len(self.known)

    def ids(self, start: int, count: int) -> list[int]:
        """The ids from `start` on."""
        return list(self.known[start : start + count])


class CardScreen(CardParts):
    """A card with its keys; `go_on_with` is the draft of a field to open at once."""

    go_on_with: Mapping[str, str] | None = None

    async def begin(self, card: Card) -> None:
        """Go on with a field that was left open, an address with all of its lines."""
        kept = self.go_on_with or {}
        key = kept.get("field", "")
        if key not in CONTACT:
            return
        in_address = key in ADDRESS_LINES
        self.body.go("place" if in_address and not key.startswith("address") else key)
        await self.open_field(key, kept.get("text", ""))
        if self._address is not None:
            self._address |= {line: kept[line] for line in ADDRESS_LINES if line in kept and line != key}
            self.body.repaint()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What can be done depends on the place under the cursor; while a field is open it is nothing of this."""
        card = self._card
        if card is None:
            return super().check_action(action, parameters) if action in _BEFORE_IT_IS_READ else False
        if self.body.opened:
            return action == "leave"
        match action:
            case "edit":
                return self._can_open()
            case "inherit":
                return self._section is Section.MAIN and mark_of(card, self.body.key) is not None
            case "next_contact":
                return self._trail is not None and self._trail.index + 1 < self._total
            case "previous_contact":
                return self._trail is not None and self._trail.index > 0
            case "web_sources":
                return True
            case "delete":
                return self._section not in PARTS or self.part in _DELETED_ALONE
            case _:
                return super().check_action(action, parameters)

    def does(self, action: str) -> bool:
        """What would only say why it does nothing is not offered."""
        return self.lacks(action) is None and super().does(action)

    def lacks(self, action: str) -> Message | None:
        """Why an action of the card does nothing here, as a sentence; None where it does something."""
        card = self._card
        if card is None or action != "web_sources" or card.codes["web_sources"]:
            return None
        if card.contact.is_company or card.company is not None:
            return message("No web sources here; the section of the codes takes them.")
        return message("Web sources are a company's; this person has no company.")

    def word_for(self, key_id: str) -> str:
        """Enter on the line that offers something new."""
        if self.part == ALSO_KEY or self.body.key == NEW_ALSO:
            return _ALSO.get(key_id, "")
        return _NEW.get(key_id, "") if self.body.key == NEW_KEY else ""

    def _can_open(self) -> bool:
        key = self.body.key
        if self.part or key in (PEOPLE_KEY, NEW_KEY, NEW_ALSO):
            return True
        return bool(key) and how_changed(key) is not How.FIXED

    async def action_edit(self) -> None:
        """Open the field, person, address, note or step under the cursor."""
        card = self._card
        if card is None or not self.body.key:
            return
        if self.part in (PERSON_KEY, ALSO_HERE):
            self.open_person(card, self.part_id)
        elif self.part in _DELETED_ALONE:
            self.open_part(card)
        elif self.part == STEP_KEY:
            self.open_step(card)
        elif self.body.key == PEOPLE_KEY:
            await self.show_section(Section.PEOPLE)
        elif self.body.key in (NEW_KEY, NEW_ALSO):
            self.action_new()
        else:
            await self.open_field(self.body.key)

    def open_person(self, card: Card, person_id: int) -> None:
        """Show a person of the company, the others before and after it."""
        from contacts_tui.ui.screens.person_card import PersonCard

        also = [one.person.id for one in card.also_at]
        ids = tuple(also if person_id in also else [person.id for person in card.people])
        self.app.push_screen(PersonCard(person_id, Trail(IdList(ids), ids.index(person_id))))

    def action_new(self) -> None:
        """A new note, address or further company where the cursor is at such, else a new person of this company."""
        card = self._card
        if card is None:
            return
        if self._section in PARTS or self.part == ALSO_KEY or self.body.key == NEW_ALSO:
            self.new_part(card)
        else:
            company = card.contact if card.contact.is_company else card.company
            navigation.open_new(self.app, ContactType.PERSON, company)

    async def action_delete(self) -> None:
        """Delete the note, address, days or further company under the cursor, elsewhere the contact."""
        if self._card is not None and (self._section in PARTS or self.part == ALSO_KEY):
            await self.delete_part(self._card)
        elif self._card is not None:
            await contact_steps.delete(self, self.contact_id, self._leave)

    def _leave(self) -> None:
        self.dismiss()

    async def action_codes(self) -> None:
        """The codes of the contact."""
        await self.show_section(Section.CODES)

    async def action_copy(self) -> None:
        """Copy a value."""
        await contact_steps.copy_from(self, self.contact_id)

    async def action_duplicates(self) -> None:
        """The contacts that this one may be, with the reasons; this one is compared with the one that is chosen."""
        app, card = app_of(self), self._card
        if card is None:
            return
        try:
            found = await app.read(likeness.like_contact, app.session, self.contact_id)
        except ContactsError as error:
            self.tell(error)
            return
        if not found:
            self.say(message("No contact looks like {name}.", name=card.contact.name))
            return
        choices = [
            Choice(str(one.contact.id), named(one.contact), str(index), one.reasons.said)
            for index, one in enumerate(found, 1)
        ]

        def chosen(contact_id: str | None) -> None:
            if contact_id is not None:
                navigation.open_compare(app, card.contact.id, int(contact_id))

        app.push_screen(Menu(message("Perhaps the same as {name}", name=card.contact.name), choices), chosen)

    def action_web_sources(self) -> None:
        """Choose where to look the company up; the address is copied and shown, nothing is opened on this machine."""
        if (told := self.lacks("web_sources")) is not None:
            self.say(told)
        found = self._card.codes["web_sources"] if self._card is not None else ()
        choices = [Choice(one.code, one.words, str(index), one.search_word) for index, one in enumerate(found[:9], 1)]

        def chosen(code: str | None) -> None:
            for one in found:
                if one.code == code:
                    self._copy_web_address(one)

        if len(found) == 1:
            chosen(found[0].code)
        elif found:
            self.app.push_screen(Menu(message("Look up"), choices), chosen)

    def _copy_web_address(self, source: GivenCode) -> None:
        try:
            contact_steps.copy(self, web_sources.address(source.url, source.search_word))
        except ContactsError as error:
            self.tell(error)

    def help_sections(self) -> Sequence[HelpSection]:
        """What keys mean in the section that is shown, where that differs."""
        part = SCOPES.get(self._section)
        if part is None:
            return ()
        lines = [(keys.written(key), _(key.label)) for key in keys.acting(part)]
        return [HelpSection(_(message("In this section")), lines)]

    def commands(self) -> Iterable[Command]:
        """Each field by its name, and the history of the contact."""
        card = self._card
        if card is None:
            return
        groups = (*COMPANY, *COMPANY_MORE) if card.contact.is_company else (*PERSON, *PERSON_MORE)
        for place in (place for group in groups for place in group):
            if how_changed(place.key) is not How.FIXED:
                label = _(message("edit: {field}", field=label_of(place.key)))
                yield Command(label, partial(self._jump, place.key))
        if not card.contact.is_company:
            yield Command(_("also at another company"), partial(self.new_also_at, card))
        if Right.ADMINISTER in app_of(self).session.rights:
            yield Command(_("export all about this contact"), partial(self._export, card))
            yield Command(_("erase this contact for good…"), partial(self._erase, card))
        yield Command(_("history of this contact"), partial(navigation.open_history, self.app, card.contact))

    def _export(self, card: Card) -> None:
        from contacts_tui.ui.screens.personal_forms import ExportForm

        self.app.push_screen(ExportForm(card.contact))

    def _erase(self, card: Card) -> None:
        from contacts_tui.ui.screens.personal_forms import EraseForm

        self.app.push_screen(EraseForm(card.contact))

    async def _jump(self, key: str) -> None:
        await self.show_section(Section.MAIN, key)
        await self.open_field(key)
