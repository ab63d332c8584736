"""An alternative address of a contact, and the days on which it is in force."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from contacts_tui.domain.codes import AlternativeAddress, AlternativeAddressRange
from contacts_tui.domain.contact import Contact
from contacts_tui.domain.contact_parts import ADDRESS_RANGE, ALTERNATIVE_ADDRESS
from contacts_tui.domain.errors import ContactsError
from contacts_tui.domain.message import Message, message
from contacts_tui.services import address_ranges, addresses
from contacts_tui.services.addresses import AddressLine
from contacts_tui.ui.card import card_options
from contacts_tui.ui.card.conflict import write_or_ask
from contacts_tui.ui.context import app_of
from contacts_tui.ui.entry.form_fields import FormField, record_fields
from contacts_tui.ui.screens.form_screen import FormScreen
from contacts_tui.ui.working import start_work

_ADDRESS = record_fields(
    ALTERNATIVE_ADDRESS,
    "code company_name company_name2 address address2 post_code city county country phone extension mobile fax email"
    " home_page",
)
ADDRESS_FORM, RANGE_FORM = "address-", "range-"
"""What the names of their drafts begin with."""
_RANGE = record_fields(ADDRESS_RANGE, "starting_date ending_date")


class AddressForm(FormScreen):
    """A new alternative address, or one that is changed.

    The values of its draft: `uid` of the contact, `address_id` (blank for a new one), and what was typed by field.
    """

    def __init__(self, contact: Contact, address: AlternativeAddress | None = None) -> None:
        super().__init__(f"{ADDRESS_FORM}{contact.uid}-{address.id if address is not None else ''}")
        self._contact = contact
        self._address = address
        self._before: dict[str, str] = {}

    def on_mount(self) -> None:
        """Read it, and begin with its code, or with its first line where it has one."""
        start_work(self, self._begin, group="begin")

    async def _begin(self) -> None:
        app = app_of(self)
        try:
            found = await app.read(addresses.addresses, app.session, self._contact.id)
        except ContactsError as error:
            self.tell(error)
            return
        self._take(next((one for one in found if self._address and one.record.id == self._address.id), None))
        await self.take_up(_ADDRESS)
        await self.go_to("address" if self._address is not None else "code")

    def _take(self, found: AddressLine | None) -> None:
        if found is not None:
            self._address = found.record
            self._before = {name: str(value) for name, value in found.values.items()}
        self.repaint()

    def heading(self) -> Message:
        """Whose address it is."""
        if self._address is None:
            return message("New address of {name}", name=self._contact.name)
        return message("Address {code} of {name}", code=self._address.code, name=self._contact.name)

    def save_line(self) -> tuple[Message, Message | str]:
        """The last line."""
        return message("Save this address"), ""

    def fields(self) -> Sequence[FormField]:
        """All of it."""
        return _ADDRESS

    def proposed(self, key: str) -> str:
        """What it says now."""
        return self._before.get(key, "")

    def draft_values(self) -> Mapping[str, str]:
        """What was typed, and about which address."""
        number = str(self._address.id) if self._address is not None else ""
        typed = self.typed()
        return {"uid": self._contact.uid, "address_id": number, **typed} if typed else {}

    async def stored(self, key: str) -> None:
        """A post code may stand for several towns, a town for several post codes."""
        self.look_up_place(key)

    async def save(self) -> None:
        """Write it; on a conflict ask which value stays."""
        app, new = app_of(self), self.new_codes()

        def write(seen: AlternativeAddress | None, values: dict[str, str]) -> object:
            if seen is None:
                return addresses.add(app.session, self._contact.id, values, new=new)
            return addresses.edit(app.session, seen.id, values, seen, new=new)

        if not await write_or_ask(app, write, self._address, self.values, ALTERNATIVE_ADDRESS, self._now):
            return
        self.saved()
        done = message("The address is saved.") if self._address is None else message("The address is changed.")
        self.go_back(card_options.made(done, new), undo=True, done=app.announce_change)

    def _now(self) -> AlternativeAddress | None:
        """The address as it is stored."""
        known = addresses.addresses(app_of(self).session, self._contact.id)
        return next((one.record for one in known if self._address and one.record.id == self._address.id), None)


class RangeForm(FormScreen):
    """The days on which an alternative address is in force.

    The values of its draft: `uid` of the contact, `code` of the address, `range_id` (blank for new days), and the days.
    """

    def __init__(self, contact: Contact, code: str, span: AlternativeAddressRange | None = None) -> None:
        super().__init__(f"{RANGE_FORM}{contact.uid}-{code}-{span.id if span is not None else ''}")
        self._contact = contact
        self._code = code
        self._span = span

    def on_mount(self) -> None:
        """Begin with the first day."""
        start_work(self, self._begin, group="begin")

    async def _begin(self) -> None:
        await self.take_up(_RANGE)
        await self.go_to("starting_date")

    def draft_values(self) -> Mapping[str, str]:
        """What was typed, and about which days."""
        number = str(self._span.id) if self._span is not None else ""
        typed = self.typed()
        return {"uid": self._contact.uid, "code": self._code, "range_id": number, **typed} if typed else {}

    def heading(self) -> Message:
        """Which address it is."""
        return message("Days of {code}, {name}", code=self._code, name=self._contact.name)

    def save_line(self) -> tuple[Message, Message | str]:
        """The last line."""
        return message("Save these days"), ""

    def fields(self) -> Sequence[FormField]:
        """From and to."""
        return _RANGE

    def proposed(self, key: str) -> str:
        """What it says now; a new range begins today."""
        if self._span is None:
            return app_of(self).session.today().isoformat() if key == "starting_date" else ""
        day = getattr(self._span, key)
        return day.isoformat() if day is not None else ""

    async def save(self) -> None:
        """Write it."""
        app = app_of(self)
        values = {one.key: self.value(one.key) for one in _RANGE}
        if self._span is None:
            await app.write(address_ranges.add, app.session, self._contact.id, {"code": self._code, **values})
        else:
            await app.write(address_ranges.edit, app.session, self._span.id, values, self._span)
        self.saved()
        self.go_back(message("The days of {code} are saved.", code=self._code), undo=True, done=app.announce_change)
