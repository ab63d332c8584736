"""A note about a contact: its text, its day and code, saved at the end."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from textual import on
from textual.app import ComposeResult

from contacts_tui.domain.contact import Contact
from contacts_tui.domain.contact_parts import NOTE
from contacts_tui.domain.errors import Conflict
from contacts_tui.domain.message import Message, message
from contacts_tui.services import notes
from contacts_tui.services.notes import Note
from contacts_tui.ui.card.conflict import ask_which
from contacts_tui.ui.context import app_of
from contacts_tui.ui.draw.line import rule
from contacts_tui.ui.draw.view import NOWHERE, Cursor, View
from contacts_tui.ui.entry.form_fields import SAVE, FormField, record_fields
from contacts_tui.ui.keys import Scope
from contacts_tui.ui.screens.form_screen import FormScreen
from contacts_tui.ui.widgets.painted import Painted
from contacts_tui.ui.widgets.text_block import TextBlock
from contacts_tui.ui.working import start_work

_FIELDS = record_fields(NOTE, "date code")
FORM = "note-"
"""What the name of a draft begins with. Its values: `uid` of the contact, `note` (its number, blank for a new one),
`text`, and what was typed by field."""


class NoteForm(FormScreen):
    """A new note, or one that is changed; `values` are those of a draft."""

    CSS_PATH = "note_form.tcss"

    def __init__(self, contact: Contact, note: Note | None = None, values: Mapping[str, str] | None = None) -> None:
        super().__init__(f"{FORM}{contact.uid}-{note.note_no if note is not None else ''}")
        self._contact = contact
        self._note = note
        kept = values or {}
        self._block = TextBlock(kept.get("text", note.text if note is not None else ""), id="text")
        self.values |= {one.key: kept[one.key] for one in _FIELDS if one.key in kept}

    def compose_page(self) -> ComposeResult:
        """Title, text, fields."""
        head, body = super().compose_page()
        yield head
        yield self._block
        yield Painted(lambda width, height: [rule(width)], id="rule")
        yield body

    def on_mount(self) -> None:
        """Begin with the text, that of a draft if there is one."""
        self._to_text()
        start_work(self, self._take_up, group="begin")

    async def _take_up(self) -> None:
        kept = await self.kept_draft()
        if kept is not None and not self.draft_values():
            await self.take_up(_FIELDS)
            self._block.text = kept.values.get("text", "")
        elif kept is not None:
            self.show_kept(kept)

    def heading(self) -> Message:
        """Whose note it is."""
        if self._note is None:
            return message("New note on {name}", name=self._contact.name)
        return message("Note on {name}", name=self._contact.name)

    def save_line(self) -> tuple[Message, Message | str]:
        """The last line."""
        return message("Save this note"), ""

    def fields(self) -> Sequence[FormField]:
        """Day and code."""
        return _FIELDS

    def proposed(self, key: str) -> str:
        """What it says now; a new note is of today."""
        if self._note is None:
            return app_of(self).session.today().isoformat() if key == "date" else ""
        value = getattr(self._note, key)
        return str(value) if value is not None else ""

    def draft_values(self) -> Mapping[str, str]:
        """The text as it is."""
        before = self._note.text if self._note is not None else ""
        typed = self.typed()
        if self._block.text == before and not typed:
            return {}
        number = str(self._note.note_no) if self._note is not None else ""
        return {"uid": self._contact.uid, "note": number, "text": self._block.text, **typed}

    def draw_form(self, width: int, cursor: Cursor) -> View:
        """While one types the text, the cursor is there and nowhere else."""
        return super().draw_form(width, NOWHERE if self.focused is self._block else cursor)

    def footer_scope(self) -> Scope:
        """While one types the text, its keys."""
        return Scope.TEXT if self.focused is self._block else super().footer_scope()

    def _to_text(self) -> None:
        self.body.close()
        self.set_focus(self._block, scroll_visible=False)
        self.repaint()

    async def _step(self, key: str, by: int) -> None:
        if (key == _FIELDS[0].key and by < 0) or (key == SAVE and by > 0):
            self._to_text()
        else:
            await super()._step(key, by)

    async def go_to(self, key: str) -> None:
        """Out of the text the cursor is drawn only once it has gone there."""
        await super().go_to(key)
        self.body.repaint()

    @on(TextBlock.Moved)
    async def _out_of_text(self, event: TextBlock.Moved) -> None:
        if event.step > 0:
            await self.go_to(_FIELDS[0].key)

    @on(TextBlock.Changed)
    def _text_changed(self) -> None:
        self.keep()

    @on(TextBlock.Left)
    def _left_text(self) -> None:
        self.action_leave()

    async def action_move(self, key: str) -> None:
        """Tab leads out of the text too."""
        if self.focused is self._block:
            if key == "down":
                await self.go_to(_FIELDS[0].key)
        else:
            await super().action_move(key)

    async def save(self) -> None:
        """Write it; on a conflict ask which text stays."""
        app, contact_id, note = app_of(self), self._contact.id, self._note
        values = {**self.values, "text": self._block.text}
        while True:
            try:
                if note is None:
                    await app.write(notes.add, app.session, contact_id, values)
                else:
                    await app.write(notes.edit, app.session, contact_id, note.note_no, values, note)
                break
            except Conflict as conflict:
                mine = await ask_which(app, conflict)
                if mine is None:
                    return
                note = await self._resolved(note, conflict.field)
                if not mine:
                    values.pop(conflict.field, None)
        self.saved()
        self.go_back(message("The note is saved."), undo=True, done=app.announce_change)

    async def _resolved(self, note: Note | None, name: str) -> Note | None:
        """The note as it was seen, but with the stored value of what was asked about."""
        app = app_of(self)
        for one in await app.read(notes.notes, app.session, self._contact.id):
            if note is not None and one.note_no == note.note_no:
                value = {name: getattr(one, name)}
                return replace(note, **value)
        return note
