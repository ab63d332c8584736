"""The lines of one set-up list, and what there is to say about the one under the cursor."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.message import Message
from textual.timer import Timer

from contacts_tui.domain.code_lists import LISTS, CodeList
from contacts_tui.domain.contact_row import ContactRow
from contacts_tui.domain.errors import ContactsError
from contacts_tui.domain.fields import Field
from contacts_tui.domain.message import message
from contacts_tui.domain.number_series import NumberSeriesLine
from contacts_tui.locale import _
from contacts_tui.services import search, setup_lists
from contacts_tui.services.setup_lists import ListLine
from contacts_tui.ui import keys
from contacts_tui.ui.context import app_of
from contacts_tui.ui.draw import set_up as draw
from contacts_tui.ui.draw.code_columns import Carriers, Columns, carriers_of, columns_for
from contacts_tui.ui.draw.footer import SHORT
from contacts_tui.ui.draw.line import EMPTY, TEXT, Line, compose, label
from contacts_tui.ui.draw.search_line import place_in_list
from contacts_tui.ui.entry.line_form import LineForm
from contacts_tui.ui.keys import Scope
from contacts_tui.ui.widgets.open_field import OpenField
from contacts_tui.ui.widgets.painted import Painted
from contacts_tui.ui.widgets.picker import Picker
from contacts_tui.ui.widgets.window import ListSource
from contacts_tui.ui.widgets.window_list import WindowList

_REST = 0.15
"""Seconds without a key before the contacts that carry a code are read."""
_LEAST_ROWS, _EMPTY_ROWS = 3, 2
_CARRIER_ROWS = 4
_NO_COLUMNS = Columns((), ())


class Rows(WindowList[ListLine]):
    """The lines of a list; in an empty one Enter asks for the first."""

    @dataclass
    class Wanted(Message):
        """Enter was pressed in an empty list."""

    def action_open(self) -> None:
        """Open the line under the cursor."""
        if self.total:
            super().action_open()
        else:
            self.post_message(self.Wanted())


class CodeLines(Vertical):
    """The right side of the set-up for one list; `series` is the number series whose lines are shown."""

    DEFAULT_CSS = """
    CodeLines { layers: base above; height: 1fr; width: 1fr; }
    CodeLines > #columns { height: 1; }
    CodeLines > #about { height: 1fr; }
    """

    @dataclass
    class Changed(Message):
        """Other lines, another line under the cursor, a field opened or closed: the keys that act may differ."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self.found: CodeList = next(iter(LISTS.values()))
        self.series: ListLine | None = None
        self._lines: tuple[ListLine, ...] = ()
        self._columns = _NO_COLUMNS
        self._form: LineForm | None = None
        self._wanted = 0
        self._loaded = False
        self._carriers: tuple[int, Sequence[ContactRow]] = (0, ())
        self._pause: Timer | None = None
        self._asked = 0

    def compose(self) -> ComposeResult:
        """Titles, lines, what there is to say about them; the open field lies over it."""
        yield Painted(self._draw_heading, id="columns")
        yield Rows(self._draw_row, empty=self._draw_empty, id="rows")
        yield Painted(self._draw_about, id="about")
        picker = Picker()
        yield OpenField(picker)
        yield picker

    @property
    def rows(self) -> Rows:
        """The list of the lines."""
        return self.query_one(Rows)

    @property
    def opened(self) -> OpenField:
        """Where the open field is edited."""
        return self.query_one(OpenField)

    @property
    def form(self) -> LineForm | None:
        """The line that is open."""
        return self._form

    @property
    def footer_scope(self) -> Scope:
        """Whose keys the footer shows."""
        if self._form is None:
            return Scope.SET_UP_SERIES if self.found.name == "number_series" else Scope.SET_UP
        scope = self.opened.footer_scope
        return Scope.NEW_LINE if scope is Scope.FIELD and self._form.is_new and not self._form.is_last else scope

    # Reading

    async def load(self, name: str, series: ListLine | None = None, *, keep: bool = False, row_id: int = 0) -> None:
        """Read a list and show it; with `keep` the cursor stays on its line, `row_id` puts it on that one.

        While a line is open nothing is read: it is when the line is closed.
        """
        self._wanted = row_id or self._wanted
        self._asked += 1
        asked = self._asked
        app = app_of(self)
        try:
            lines = await app.read(setup_lists.lines, app.session, name)
        except ContactsError as error:
            app.tell(error)
            return
        if asked != self._asked or self._form is not None:
            return
        if series is not None:
            lines = tuple(line for line in lines if _series_of(line) == series.id)
        self.found, self.series, self._lines, self._loaded = LISTS[name], series, lines, True
        self._carriers = (0, ())
        self._lay_out()
        self.rows.show(ListSource(lines, key=line_key), keep_cursor=keep)
        if self._wanted:
            self.rows.select(self._wanted)
            self._wanted = 0
        self._repaint()
        self._ask_carriers()

    def on_resize(self) -> None:
        """Columns and heights depend on the size."""
        self._lay_out()
        self._repaint()

    def _lay_out(self) -> None:
        width, height = self.size
        if not width:
            return
        self._columns = columns_for(self.found, [(line.values, line.used) for line in self._lines], width)
        total = len(self._lines) + (1 if self._form is not None and self._form.is_new else 0) or _EMPTY_ROWS
        room = max(height - 1 - self._about_rows(width, height), _LEAST_ROWS)
        self.rows.styles.height = min(total, room)

    def _about_rows(self, width: int, height: int) -> int:
        """The rows that stay for what there is to say about the lines, where the list is long."""
        below = len(self._below)
        if self.app.size.height < SHORT:
            return min(below, height - 1 - _LEAST_ROWS) if self._form is not None else 1
        carriers = _CARRIER_ROWS if carriers_of(self.found) is not Carriers.NONE else 0
        return 1 + len(draw.hint_lines(self.found, width)) + carriers + (below + 1 if below else 0)

    @property
    def _below(self) -> tuple[Field, ...]:
        """The fields below the list that are shown; where there are many they leave the lines half of the room."""
        height = self.size.height
        room = height - 1 - _LEAST_ROWS if self.app.size.height < SHORT else height // 2
        return draw.below_fields(self._columns, max(room, 1), self._form.field.name if self._form else "")

    def _repaint(self) -> None:
        for part in self.query(Painted):
            part.repaint()
        self.rows.repaint()
        self.post_message(self.Changed())

    # Drawing

    def _draw_heading(self, width: int, height: int) -> list[Line]:
        return [draw.heading(self._columns, width, self._form.field.name if self._form else "")] if self._loaded else []

    def _draw_row(self, item: ListLine, width: int, is_cursor: bool, spot: bool) -> tuple[Line, ...]:
        values = self._form.values if self._form is not None and item.id == self._form.record.id else item.values
        return (draw.line_row(self._columns, values, item.used, width, is_cursor=is_cursor, spot=spot),)

    def _draw_empty(self, width: int) -> list[Line]:
        return draw.empty_list(width, self.rows.has_spot, _(message("New line"))) if self._loaded else []

    def _draw_place(self, width: int) -> Line:
        """Under a list that does not fit: which of its lines the cursor stands on, so that one sees that it goes on."""
        rows = self.rows
        if rows.total <= rows.size.height or self._form is not None:
            return EMPTY
        return compose(width, (TEXT, EMPTY), right=label(place_in_list(rows.cursor + 1, rows.total)))

    def _draw_about(self, width: int, height: int) -> list[Line]:
        line, form = self.rows.current, self._form
        if not self._loaded:
            return []
        values = form.values if form is not None else line.values if line is not None else None
        below = draw.below_lines(self._columns, self._below, values, width, form.field.name if form is not None else "")
        shows = carriers_of(self.found) is not Carriers.NONE and (form is None or not form.is_new)
        carried = shows and line is not None
        if self.app.size.height < SHORT:
            return below if form is not None else self._draw_carriers(line, width, 1) if carried and line else []
        lines = [*([EMPTY, *below] if below else []), self._draw_place(width)]
        hints = draw.hint_lines(self.found, width)
        if line is None or not carried:
            return [*lines, *hints][:height]
        if carriers_of(self.found) is Carriers.LINKED:  # one line, before what the many fields leave no room for
            return [*lines, *self._draw_carriers(line, width, 1), *hints][:height]
        lines += [*hints, EMPTY]
        return [*lines, *self._draw_carriers(line, width, height - len(lines))][:height]

    def _draw_carriers(self, line: ListLine, width: int, room: int) -> list[Line]:
        row_id, known = self._carriers
        carriers = known if row_id == line.id else ()
        key = next(keys.written(key) for key in keys.current() if key.id == "set_up.used_by")
        if carriers_of(self.found) is Carriers.LINKED:
            return [draw.linked_line(carriers, line.used, width, key)][: max(room, 0)]
        title = draw.carriers_title(self.found, line.name, line.used)
        return draw.carriers_lines(title, carriers, line.used, width, room, key)

    @on(WindowList.Highlighted)
    def _highlighted(self, event: WindowList.Highlighted) -> None:
        event.stop()
        self.query_one("#about", Painted).repaint()
        self._ask_carriers()
        self.post_message(self.Changed())

    def _ask_carriers(self) -> None:
        if self._pause is not None:
            self._pause.stop()
        self._pause = self.set_timer(_REST, self._read_carriers)

    async def _read_carriers(self) -> None:
        line = self.rows.current
        if line is None or not line.used or self._form is not None:
            return
        app = app_of(self)
        try:
            ids = await app.read(setup_lists.contacts_using, app.session, self.found.name, line.id)
            rows = await app.read(search.by_id, app.session, ids[: self.size.height])
        except ContactsError:
            return  # deleted by someone meanwhile: the list will say so itself
        self._carriers = (line.id, rows)
        self.query_one("#about", Painted).repaint()

    def _ordered_fields(self) -> tuple[Field, ...]:
        """The fields that can be typed, in the order in which they are shown."""
        return (*(column.field for column in self._columns.columns if column.field), *self._columns.below)


def line_key(line: ListLine) -> int:
    """What a line is recognised by: its row; a new one has none yet."""
    return line.id


def _series_of(line: ListLine) -> int:
    return line.record.number_series_id if isinstance(line.record, NumberSeriesLine) else 0
