"""The address of a card: its lines open together and are written once, since it is one thing (IN-R1)."""

from __future__ import annotations

from functools import partial

from contacts_tui.domain.codes import PostCode
from contacts_tui.domain.errors import ContactsError
from contacts_tui.domain.fields import CONTACT
from contacts_tui.services import addresses
from contacts_tui.services.cards import Card
from contacts_tui.ui.card import card_options
from contacts_tui.ui.card.card_fields import ADDRESS_LINES, label_of
from contacts_tui.ui.context import app_of
from contacts_tui.ui.draw.card_values import typed_of
from contacts_tui.ui.entry.picking import matching
from contacts_tui.ui.entry.place_choice import ask_place
from contacts_tui.ui.screens.card_writing import CardWriting
from contacts_tui.ui.working import start_work


class CardAddress(CardWriting):
    """A card whose address may be open; `_address` holds its lines as they are being typed."""

    def _open_address(self, card: Card, key: str, text: str | None = None) -> None:
        self._address = {line: typed_of(card, line) for line in ADDRESS_LINES}
        if text is not None:
            self._address[key] = text
        self._open_line(key, self._address[key], CONTACT[key].length)

    def _move_in_address(self, key: str, text: str, step: int) -> None:
        """To another line of it; past its ends it is written."""
        assert self._address is not None
        self._address[key] = text
        index = ADDRESS_LINES.index(key) + step
        if 0 <= index < len(ADDRESS_LINES):
            self._open_line(ADDRESS_LINES[index], self._address[ADDRESS_LINES[index]], CONTACT[key].length)
        else:
            self._write_address(step)

    def _write_address(self, step: int) -> None:
        card, typed = self._card, self._address
        if card is None or typed is None:
            return
        changes = {line: text for line, text in typed.items() if text != typed_of(card, line)}
        if changes:
            start_work(self, partial(self._complete, changes, typed, step), group="write")
        else:
            self._close(step)

    async def _complete(self, changes: dict[str, str], typed: dict[str, str], step: int) -> None:
        """Take a country by its name, ask which place is meant where a post code or a town has several; then write."""
        app = app_of(self)
        try:
            if changes.get("country"):
                known = (await app.read(card_options.codes, app.session, "country", ())).options
                named = [one.code for one in matching(known, changes["country"])]
                if changes["country"].upper() not in named and len(named) == 1:
                    changes["country"] = named[0]
            if ("post_code" in changes) is not ("city" in changes):
                post_code = changes.get("post_code", "")
                found = await app.read(
                    addresses.suggest, app.session, post_code, changes.get("city", ""), changes.get("country", "")
                )
                chosen = await self._one_of(found, typed)
                if chosen is not None:
                    changes |= chosen
        except ContactsError as error:
            self.tell(error)
            return
        self._write(changes, label_of("address"), step)

    async def _one_of(self, found: tuple[PostCode, ...], typed: dict[str, str]) -> dict[str, str] | None:
        places = {(place.code, place.city, place.county): place for place in found}
        if len(places) < 2 or any((one.code, one.city) == (typed["post_code"], typed["city"]) for one in found):
            return None
        place = await ask_place(app_of(self), tuple(places.values()))
        if place is None:
            return None
        return {"post_code": place.code, "city": place.city, "county": place.county}
