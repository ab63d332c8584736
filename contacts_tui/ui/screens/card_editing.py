"""Editing in place: a field opens where it stands, Enter writes it by one call, Esc leaves it as it was."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from contacts_tui.domain.errors import ContactsError
from contacts_tui.domain.fields import CONTACT, Kind
from contacts_tui.domain.message import message
from contacts_tui.services import contacts
from contacts_tui.services.cards import Card
from contacts_tui.services.new_codes import NewCode
from contacts_tui.ui.card import card_options
from contacts_tui.ui.card.card_fields import ADDRESS_LINES, PLACE, How, how_changed, label_of
from contacts_tui.ui.card.great_changes import GREAT, agreed
from contacts_tui.ui.context import app_of
from contacts_tui.ui.draw.card_codes import WEB_KEY
from contacts_tui.ui.draw.card_values import typed_of
from contacts_tui.ui.entry.company_search import offer_companies
from contacts_tui.ui.keys import Scope
from contacts_tui.ui.screens.card_address import CardAddress
from contacts_tui.ui.widgets.field_events import (
    FieldAccepted,
    FieldLeft,
    FieldMade,
    FieldMoved,
    FieldPicked,
    FieldTyped,
    FieldUnknown,
)
from contacts_tui.ui.working import start_work


class CardEditing(CardAddress):
    """A card whose fields open; `_codes_seen` are the codes that a contact had when the picker of a list opened."""

    _codes_seen: tuple[str, ...] = ()

    # Opening

    async def open_field(self, key: str, text: str | None = None) -> None:
        """Open the field at a place; with `text` instead of its value."""
        card = self._card
        if card is None:
            return
        self._seen = card.contact
        if key.startswith(WEB_KEY):
            self._open_line(key, self._word_of(card, key) if text is None else text, 30)
            return
        if text is not None and key in ADDRESS_LINES:
            self._open_address(card, key, text)
            return
        match how_changed(key):
            case How.TYPE:
                self._open_line(key, typed_of(card, key) if text is None else text, CONTACT[key].length)
            case How.ADDRESS:
                self._open_address(card, "post_code" if key == PLACE else key, text)
            case How.SWITCH:
                self._write({key: "false" if card.values[key] else "true"}, label_of(key))
            case How.CHOOSE | How.CHOOSE_MANY | How.COMPANY:
                await self._open_picker(card, key)
            case How.FIXED:
                self.say(message("{field}: is kept by the program and cannot be typed.", field=label_of(key)))

    async def _open_picker(self, card: Card, key: str) -> None:
        app = app_of(self)
        try:
            if how_changed(key) is How.COMPANY:
                picking = await app.read(card_options.company_choice, app.session, str(card.values["company"]))
            elif key in card.codes:
                self._codes_seen = tuple(given.code for given in card.codes[key])
                picking = await app.read(card_options.codes, app.session, key, self._codes_seen)
            elif CONTACT[key].kind is Kind.CHOICE:
                picking = card_options.choices(key, str(card.values[key]))
            else:
                code = str(card.values[key])
                picking = await app.read(card_options.codes, app.session, key, (code,) if code else ())
        except ContactsError as error:
            self.tell(error)
            return
        self.body.open_picker(key, picking)
        self.refresh_foot()

    def _word_of(self, card: Card, key: str) -> str:
        code = key.removeprefix(WEB_KEY)
        return next((given.search_word for given in card.codes["web_sources"] if given.code == code), "")

    def footer_scope(self) -> Scope:
        """While a field is open, what acts in it."""
        if not self.is_mounted or not self.body.opened:
            return self.SCOPE
        return Scope.PICKER if self.body.picking is not None else Scope.FIELD

    # What is typed and chosen

    def on_field_typed(self, event: FieldTyped) -> None:
        """Keep the draft; companies are asked for anew."""
        if self.body.picking is not None and how_changed(event.key) is How.COMPANY:
            start_work(self, partial(offer_companies, self, self.body, event.text), group="companies", exclusive=True)
        else:
            self._draft_changed()

    def on_field_left(self, event: FieldLeft) -> None:
        """Esc: as it was."""
        self._close()

    def on_field_accepted(self, event: FieldAccepted) -> None:
        """Enter: write it."""
        self._accept(event.key, event.text, 0)

    def on_field_moved(self, event: FieldMoved) -> None:
        """An arrow: to the next field, what was typed is written first."""
        if self._address is not None:
            self._move_in_address(event.key, event.text, event.step)
        else:
            self._accept(event.key, event.text, event.step)

    def _accept(self, key: str, text: str, step: int) -> None:
        card = self._card
        if card is None:
            return
        if self._address is not None:
            self._address[key] = text
            self._write_address(step)
        elif key.startswith(WEB_KEY):
            if text.strip() == self._word_of(card, key):
                self._close(step)
            else:
                self._write_word(key.removeprefix(WEB_KEY), text, step)
        elif self._seen is not None and text == typed_of(card, key):
            self._close(step)
        else:
            self._write({key: text}, label_of(key), step)

    def on_field_picked(self, event: FieldPicked) -> None:
        """A code, or several, are to be had from now on."""
        self._take_codes(event.key, event.codes)

    def on_field_unknown(self, event: FieldUnknown) -> None:
        """Enter on no line: a slip of the finger makes no code."""
        self.say(card_options.nothing_found(event.picking), trouble=True)

    def _take_codes(self, key: str, codes: Sequence[str], new: Sequence[NewCode] = ()) -> None:
        """Take over what was chosen; codes that are `new` are made in the same step."""
        card, app = self._card, app_of(self)
        if card is None:
            return
        if how_changed(key) is How.CHOOSE_MANY:
            before = self._codes_seen
            if set(codes) == set(before):
                self._close()
            else:
                write = partial(contacts.set_codes, name=key, before=before, after=codes, new=new)
                self._run(lambda seen: write(app.session, seen), label_of(key), new=new)
            return
        value = codes[0] if codes else ""
        if CONTACT[key].kind is Kind.CHOICE:
            value = card_options.choice_value(key, value)
        if value == str(card.values[key]):
            self._close()
        elif key in GREAT:
            start_work(self, partial(self._write_if_agreed, key, value), group="agreed")
        else:
            self._write({key: value}, label_of(key), new=new)

    async def _write_if_agreed(self, key: str, value: str) -> None:
        try:
            if self._seen is not None and await agreed(app_of(self), self._seen, key, value):
                self._write({key: value}, label_of(key))
        except ContactsError as error:
            self.tell(error)

    def on_field_made(self, event: FieldMade) -> None:
        """A new code is made and taken."""
        picking, new = self.body.picking, NewCode(card_options.list_of(event.key), event.code, event.words)
        chosen = picking.chosen if picking is not None and picking.many else ()
        self._take_codes(event.key, (*chosen, event.code), (new,))
