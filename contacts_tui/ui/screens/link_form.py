"""Which customer, vendor or bank account a contact is, and whose values stay; what that changes is said first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from contacts_tui.domain.contact import Contact
from contacts_tui.domain.errors import ContactsError
from contacts_tui.domain.fields import Field, Kind
from contacts_tui.domain.message import N_, Message, contextual, counted, message
from contacts_tui.domain.partners import LINK_LABELS, LISTS_OF, Link
from contacts_tui.locale import _
from contacts_tui.services import links
from contacts_tui.services.links import LinkPreview, Master
from contacts_tui.ui.card.card_fields import How
from contacts_tui.ui.context import app_of
from contacts_tui.ui.draw.link_form import changes_view, refusal_view
from contacts_tui.ui.draw.view import Cursor, View
from contacts_tui.ui.entry.form_fields import FormField, record_fields
from contacts_tui.ui.entry.picking import Picking
from contacts_tui.ui.link_steps import LINK_WITH
from contacts_tui.ui.screens.form_screen import FormScreen
from contacts_tui.ui.working import start_work


def _fields(kind: Link) -> tuple[FormField, ...]:
    label = LINK_LABELS[kind]
    masters = ((Master.CONTACT.value, N_("Contact")), (Master.PARTNER.value, label))
    number, master = record_fields(
        {
            "no": Field("no", label, Kind.REFERENCE, 20, refers_to=LISTS_OF[kind], required=True),
            "master": Field("master", N_("Master fields"), Kind.CHOICE, choices=masters, required=True),
        },
        "no master",
    )
    return number, replace(master, how=How.SWITCH, brief=contextual("eight columns", "Master"))


class LinkForm(FormScreen):
    """Links a contact with what is in a list already. It is short, so nothing of it is kept when it is left."""

    def __init__(self, contact: Contact, kind: Link) -> None:
        super().__init__()
        self._contact = contact
        self._kind = kind
        self._fields = _fields(kind)
        self._preview: LinkPreview | None = None
        self._refused: Message | None = None

    def on_mount(self) -> None:
        """Begin with the list."""
        start_work(self, partial(self.go_to, "no"), group="begin")

    def heading(self) -> Message:
        """What is done."""
        return LINK_WITH[self._kind]

    def save_line(self) -> tuple[Message, Message | str]:
        """The last line, and how much changes."""
        if self._preview is None:
            return message("Link them"), ""
        count = len(self._preview.changes)
        note = counted("{count} field changes", "{count} fields change", count) if count else message("nothing changes")
        return message("Link them"), note

    def fields(self) -> Sequence[FormField]:
        """Which one, and whose values stay."""
        return self._fields

    def offered(self, one: FormField, picking: Picking) -> Picking:
        """Only what is there: nothing is made here."""
        return replace(picking, make=None, blank=None)

    def proposed(self, key: str) -> str:
        """The contact's values stay unless one says otherwise."""
        return Master.CONTACT.value if key == "master" else ""

    def below(self, width: int, cursor: Cursor) -> View:
        """What the link would change, or why there can be none."""
        if self._refused is not None:
            return refusal_view(_(self._refused), width)
        if self._preview is None or not self._preview.changes:
            return View()
        return changes_view(self._changed(self._preview), self._preview.changes, self.columns(width))

    async def stored(self, key: str) -> None:
        """Ask what the link would change now."""
        app, self._preview, self._refused = app_of(self), None, None
        try:
            self._preview = await app.read(links.preview, app.session, *self._asked())
        except ContactsError as error:
            self._refused = error.message
        self.repaint()

    async def save(self) -> None:
        """Link them."""
        app = app_of(self)
        done = await app.write(links.link, app.session, *self._asked())
        other = f"{done.partner.code} {done.partner.description}"
        told = message("{name} is linked to {other}.", name=done.contact.name, other=other)
        self.go_back(told, undo=True, done=app.announce_change)

    def _asked(self) -> tuple[int, Link, str, Master]:
        return self._contact.id, self._kind, self.value("no"), Master(self.value("master"))

    def _changed(self, preview: LinkPreview) -> str:
        """Who changes."""
        if self.value("master") == Master.PARTNER.value:
            name = f"{preview.contact.no} {preview.contact.name}"
        else:
            name = f"{preview.partner.code} {preview.partner.description}"
        return _(message("Changes in {name}", name=name))
