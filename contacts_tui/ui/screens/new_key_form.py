"""A code, or a first day, by which a row in conflict is kept beside the other when two contacts are merged."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from contacts_tui.domain.contact_parts import ADDRESS_RANGE, ALTERNATIVE_ADDRESS
from contacts_tui.domain.message import Message, message
from contacts_tui.services import merging
from contacts_tui.services.merging import Clash, Merging
from contacts_tui.ui.context import app_of
from contacts_tui.ui.entry.form_fields import FormField, record_fields
from contacts_tui.ui.screens.form_screen import FormScreen
from contacts_tui.ui.working import start_work

_CODE, _DAY = "code", "starting_date"
_FIELDS = {
    _CODE: record_fields(ALTERNATIVE_ADDRESS, _CODE),
    _DAY: record_fields(ADDRESS_RANGE, _DAY),
}


class NewKeyForm(FormScreen):
    """One field; `chosen` is told what was typed, once it is known to be free."""

    def __init__(self, what: Merging, clash: Clash, chosen: Callable[[str], object]) -> None:
        super().__init__()
        self._what, self._clash, self._chosen = what, clash, chosen
        self._field = _CODE if clash.collision.is_address else _DAY

    def on_mount(self) -> None:
        """Begin to type."""
        start_work(self, partial(self.go_to, self._field), group="begin")

    def heading(self) -> Message:
        """What is in conflict."""
        return message("Both have {key}", key=self._clash.collision.key)

    def save_line(self) -> tuple[Message, Message | str]:
        """The last line, and what it is for."""
        return message("Keep both"), self._clash.drop_words

    def fields(self) -> Sequence[FormField]:
        """The one that tells the two apart."""
        return _FIELDS[self._field]

    def proposed(self, key: str) -> str:
        """A code that is free; a day is not guessed."""
        return self._clash.free

    async def save(self) -> None:
        """Take it, where it can be."""
        app, what, key = app_of(self), self._what, self._clash.collision.key
        typed = self.value(self._field)
        kept = await app.read(merging.new_key, app.session, what.keep.id, what.drop.id, key, typed)
        self.go_back(None, done=partial(self._chosen, kept))
