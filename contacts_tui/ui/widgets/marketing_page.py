"""The marketing set-up, edited in place: each switch and each field is written by itself."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.message import Message

from contacts_tui.domain import message as sentences
from contacts_tui.domain.errors import Conflict, ContactsError
from contacts_tui.domain.fields import Field
from contacts_tui.domain.marketing_setup import MarketingSetup
from contacts_tui.domain.message import message
from contacts_tui.services import marketing_setup, numbering
from contacts_tui.services.new_codes import NewCode
from contacts_tui.ui.card.card_options import made
from contacts_tui.ui.card.conflict import ask_which
from contacts_tui.ui.context import app_of
from contacts_tui.ui.draw import glyphs
from contacts_tui.ui.draw import marketing as draw
from contacts_tui.ui.draw.code_columns import value_text
from contacts_tui.ui.draw.line import Line
from contacts_tui.ui.draw.marketing import SetupRow
from contacts_tui.ui.keys import Scope
from contacts_tui.ui.widgets.open_field import OpenField
from contacts_tui.ui.widgets.picker import Picker
from contacts_tui.ui.widgets.window import ListSource
from contacts_tui.ui.widgets.window_list import WindowList
from contacts_tui.ui.working import start_work


class MarketingPage(Vertical):
    """The right side of the set-up for the marketing set-up."""

    DEFAULT_CSS = """
    MarketingPage { layers: base above; height: 1fr; width: 1fr; }
    """

    @dataclass
    class Changed(Message):
        """Another row under the cursor, a field opened or closed: the keys that act may differ."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._values: dict[str, str | bool] = {}
        self._words: dict[str, str] = {}
        self._seen: MarketingSetup | None = None
        self._field: Field | None = None
        self._typed: str | bool = ""
        self._new: NewCode | None = None

    def compose(self) -> ComposeResult:
        """The rows; the open field lies over them."""
        yield WindowList[SetupRow](self._draw_row, selectable=_is_field, id="fields")
        picker = Picker()
        yield OpenField(picker)
        yield picker

    @property
    def rows(self) -> WindowList[SetupRow]:
        """The list of the fields."""
        return self.query_one("#fields", WindowList)

    @property
    def opened(self) -> OpenField:
        """Where the open field is edited."""
        return self.query_one(OpenField)

    @property
    def is_open(self) -> bool:
        """Whether a field is open."""
        return self._field is not None

    @property
    def footer_scope(self) -> Scope:
        """Whose keys the footer shows."""
        return Scope.SET_UP if self._field is None else self.opened.footer_scope

    @property
    def is_on_switch(self) -> bool:
        """Whether the cursor is on a switch."""
        row = self.rows.current
        return row is not None and row.is_switch

    async def load(self) -> None:
        """Read the set-up and show it; an open field is left alone."""
        app = app_of(self)
        try:
            seen = await app.read(marketing_setup.get, app.session)
            values = await app.read(marketing_setup.values, app.session)
            words = await app.read(marketing_setup.words, app.session)
            number = await app.read(numbering.preview, app.session)
        except ContactsError as error:
            app.tell(error)
            return
        if self._field is not None:
            return
        self._seen, self._values = seen, values
        self._words = {**words, draw.NEXT: number}
        if self.rows.total:
            self.rows.repaint()
        else:
            self.rows.show(ListSource(draw.rows(), key=lambda row: row.name))
        self.post_message(self.Changed())

    def _draw_row(self, item: SetupRow, width: int, is_cursor: bool, spot: bool) -> tuple[Line, ...]:
        opened = self._field.name if self._field is not None else ""
        return (draw.row_line(item, self._values, self._words, width, is_cursor=is_cursor, spot=spot, opened=opened),)

    @on(WindowList.Highlighted)
    def _highlighted(self, event: WindowList.Highlighted) -> None:
        event.stop()
        self.post_message(self.Changed())

    # Editing

    def edit(self) -> None:
        """Open the field under the cursor; a switch is turned."""
        row = self.rows.current
        if row is None or row.field is None or self._field is not None:
            return
        if row.is_switch:
            self.toggle()
        else:
            start_work(self, partial(self._open, row.field), group="open", exclusive=True)

    def toggle(self) -> None:
        """Turn the switch under the cursor on or off."""
        row = self.rows.current
        if row is not None and row.is_switch and row.field is not None:
            turned = not self._values[row.field.name]
            start_work(self, partial(self._write, row.field, turned), group="write")

    async def _open(self, field: Field) -> None:
        try:
            picking = await self.opened.picking_for(field, str(self._values[field.name]), self._room)
        except ContactsError as error:
            app_of(self).tell(error)
            return
        self._field, self._typed, self._new = field, self._values[field.name], None
        self.opened.open(field, self._values[field.name], picking)
        self._place()
        self.rows.repaint()
        self.post_message(self.Changed())

    @property
    def _room(self) -> int:
        return self.size.width - 1 - draw.code_at()

    def _place(self) -> None:
        if self._field is not None:
            self.opened.place(draw.code_at(), self.rows.cursor - self.rows.scroll_offset.y, self._room)

    def on_resize(self) -> None:
        """The open field goes where its value goes."""
        self.call_after_refresh(self._place)

    def step(self, step: int) -> None:
        """There is one open field only."""

    def leave(self) -> None:
        """Close the field as it was."""
        if self._field is not None:
            self._field = None
            self.opened.close()
            self.screen.set_focus(self.rows, scroll_visible=False)
            self.rows.repaint()
            self.post_message(self.Changed())
            start_work(self, self.load, group="load", exclusive=True)

    @on(OpenField.Typed)
    def _put(self, event: OpenField.Typed) -> None:
        event.stop()
        self._typed, self._new = event.value, event.new

    @on(OpenField.Moved)
    def _moved(self, event: OpenField.Moved) -> None:
        event.stop()

    @on(OpenField.Left)
    def _left(self, event: OpenField.Left) -> None:
        event.stop()
        self.leave()

    @on(OpenField.Submitted)
    def _submitted(self, event: OpenField.Submitted) -> None:
        event.stop()
        if self._field is not None:
            new = () if self._new is None else (self._new,)
            start_work(self, partial(self._write, self._field, self._typed, new), group="write", exclusive=True)

    async def _write(self, field: Field, value: str | bool, new: tuple[NewCode, ...] = ()) -> None:
        app = app_of(self)
        if value == self._values[field.name]:
            self.leave()
            return
        try:
            edit = partial(marketing_setup.edit, new=new)
            edited = await app.write(edit, app.session, {field.name: value}, self._seen)
        except Conflict as conflict:
            mine = await ask_which(app, conflict)
            if mine is None:
                return
            self._seen = await app.read(marketing_setup.get, app.session)
            if not mine:
                self.leave()
                return
            await self._write(field, value, new)
            return
        except ContactsError as error:
            app.tell(error)
            return
        self.leave()
        await self.load()
        app.announce_change()
        if edited.batch:
            app.say(made(_told(field, self._values[field.name]), new), undo=True)


def _is_field(row: SetupRow) -> bool:
    return row.field is not None


def _told(field: Field, value: str | bool) -> sentences.Message:
    label = draw.field_label(field)
    if value is True:
        return message("{field}: people take it from their company from now on.", field=label)
    if value is False:
        return message("{field}: people no longer take it from their company.", field=label)
    return message("{field} is now {value}.", field=label, value=value_text(field, value) or glyphs.current().empty)
