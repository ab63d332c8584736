"""A company that a person is also at, in which role and when."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import replace

from contacts_tui.domain.affiliations import AFFILIATION, Affiliation
from contacts_tui.domain.contact import Contact
from contacts_tui.domain.errors import ContactsError
from contacts_tui.domain.message import Message, message
from contacts_tui.services import affiliations, cards
from contacts_tui.services.affiliations import AlsoAt
from contacts_tui.ui.card.card_fields import How
from contacts_tui.ui.card.conflict import write_or_ask
from contacts_tui.ui.context import app_of
from contacts_tui.ui.entry.form_fields import FormField, record_fields
from contacts_tui.ui.screens.form_screen import FormScreen
from contacts_tui.ui.working import start_work

_FIELDS = tuple(
    replace(one, how=How.COMPANY) if one.key == "company" else one
    for one in record_fields(AFFILIATION, "company role starting_date ending_date")
)

ALSO_FORM = "also-"
"""What the name of its draft begins with."""


class AlsoAtForm(FormScreen):
    """A new company for a person, or one that is changed.

    The values of its draft: `uid` of the person, `also_id` (blank for a new one), and what was typed by field.
    """

    def __init__(self, person: Contact, known: AlsoAt | None = None) -> None:
        super().__init__(f"{ALSO_FORM}{person.uid}-{known.record.id if known is not None else ''}")
        self._person = person
        self._known = known
        if known is not None:
            self.know("company", known.company.no, known.company.name)

    def on_mount(self) -> None:
        """Begin with the company, or with the role where it is known."""
        start_work(self, self._begin, group="begin")

    async def _begin(self) -> None:
        await self.take_up(_FIELDS)
        if number := self.values.get("company", ""):
            app = app_of(self)
            with suppress(ContactsError):  # it may be gone meanwhile, which is told when the form is saved
                found = await app.read(cards.card_by_number, app.session, number)
                self.know("company", number, found.contact.name)
                self.repaint()
        await self.go_to("role" if self._known is not None else "company")

    def heading(self) -> Message:
        """Who it is."""
        return message("{name} is also at", name=self._person.name)

    def save_line(self) -> tuple[Message, Message | str]:
        """The last line."""
        return message("Save it"), ""

    def fields(self) -> Sequence[FormField]:
        """Company, role, days."""
        return _FIELDS

    def proposed(self, key: str) -> str:
        """What it says now."""
        if self._known is None:
            return ""
        if key == "company":
            return self._known.company.no
        value = getattr(self._known.record, key)
        return "" if value is None else str(value)

    def draft_values(self) -> Mapping[str, str]:
        """What was typed, and about which line."""
        number = str(self._known.record.id) if self._known is not None else ""
        typed = self.typed()
        return {"uid": self._person.uid, "also_id": number, **typed} if typed else {}

    async def save(self) -> None:
        """Write it; on a conflict ask which value stays."""
        app, known = app_of(self), self._known

        def write(seen: Affiliation | None, values: dict[str, str]) -> object:
            if seen is None:
                return affiliations.add(app.session, self._person.id, values)
            return affiliations.edit(app.session, seen.id, values, seen)

        if await write_or_ask(app, write, known.record if known else None, self.values, AFFILIATION, self._now):
            self.saved()
            self.go_back(message("Also at: saved."), undo=True, done=app.announce_change)

    def _now(self) -> Affiliation | None:
        """The line as it is stored."""
        also_at = cards.card(app_of(self).session, self._person.id).also_at
        return next((one.record for one in also_at if self._known and one.record.id == self._known.record.id), None)
