"""The lines of a set-up list, edited in place: one field is open, the others of its line wait."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from textual import on

from contacts_tui.domain.errors import ContactsError
from contacts_tui.domain.fields import Field, Kind
from contacts_tui.services.setup_lists import ListLine
from contacts_tui.ui.context import app_of
from contacts_tui.ui.draw import set_up as draw
from contacts_tui.ui.draw.code_columns import new_values
from contacts_tui.ui.draw.footer import SHORT
from contacts_tui.ui.entry.line_form import LineForm
from contacts_tui.ui.keys import Scope
from contacts_tui.ui.set_up import set_up_steps
from contacts_tui.ui.ways.pages import OWNERS
from contacts_tui.ui.widgets.code_lines import CodeLines, line_key
from contacts_tui.ui.widgets.line_input import LineInput
from contacts_tui.ui.widgets.open_field import OpenField
from contacts_tui.ui.widgets.window import ListSource
from contacts_tui.ui.working import start_work

_UNLIMITED = 14
"""The cells of an open field whose length has no limit of its own, such as a date."""


class CodeEditing(CodeLines):
    """Enter writes the open line as one change, in a new line it goes on to the next field; Esc leaves it as it was."""

    @property
    def is_open(self) -> bool:
        """Whether a line is open."""
        return self._form is not None

    def edit(self) -> None:
        """Open the line under the cursor."""
        line = self.rows.current
        if line is not None and not self.is_open:
            self._open(LineForm(line.record, line.values, self._ordered_fields()))

    def new(self) -> None:
        """Open a line that is not there yet, below the others."""
        if self.is_open or not self._loaded:
            return
        fixed: dict[str, str | bool] = {"number_series": self.series.name} if self.series is not None else {}
        values = {**new_values(self.found), **fixed}
        line = ListLine(self.found.record(), "", values, 0)
        self._open(LineForm(line.record, values, self._ordered_fields(), fixed=fixed), (*self._lines, line))

    def delete(self) -> None:
        """Delete the line under the cursor; where contacts carry it, ask first."""
        line = self.rows.current
        if line is not None and not self.is_open:
            start_work(self, partial(self._delete, line), group="write")

    async def _delete(self, line: ListLine) -> None:
        if await set_up_steps.delete(app_of(self), self.found, line):
            await self.load(self.found.name, self.series, keep=True)

    def step(self, step: int) -> None:
        """Open another field of the open line; what was typed stays."""
        if self._form is not None and self._form.step(step):
            self._show_field()

    def leave(self) -> None:
        """Close the open line as it was."""
        self._close()

    def _open(self, form: LineForm, lines: Sequence[ListLine] | None = None) -> None:
        self._form = form
        self._lay_out()
        if lines is not None:
            self.rows.show(ListSource(lines, key=line_key), keep_cursor=True)
            self.rows.go(len(lines) - 1)
        # The list has its new height, and so its place, after the next layout.
        self.call_after_refresh(self._show_field)

    def _show_field(self) -> None:
        start_work(self, self._open_field, group="open", exclusive=True)

    async def _open_field(self) -> None:
        form = self._form
        if form is None:
            return
        field = form.field
        try:
            picking = await self.opened.picking_for(field, str(form.value), self._spot(field)[2])
        except ContactsError as error:
            app_of(self).tell(error)
            return
        if form is self._form and field is form.field:
            self.opened.open(field, form.value, picking)
            self._place()
            self._repaint()

    def _place(self) -> None:
        if self._form is not None:
            self.opened.place(*self._spot(self._form.field))

    def _spot(self, field: Field) -> tuple[int, int, int]:
        """Where a field stands, from the left and from the top, and how wide it is."""
        column = self._columns.of(field.name)
        if column is not None:
            return column.at, 1 + self.rows.cursor - self.rows.scroll_offset.y, column.width
        at = draw.below_at(self._columns)
        above = 1 + self.rows.size.height + (0 if self.app.size.height < SHORT else 1)
        room = self.size.width - 1 - at
        width = room if field.kind is Kind.CHOICE else min((field.length or _UNLIMITED) + 1, room)
        return at, above + self._below.index(field), width

    def on_resize(self) -> None:
        """The open field goes where its value goes."""
        self.call_after_refresh(self._place)

    def _close(self, row_id: int = 0) -> None:
        self._form = None
        self.opened.close()
        self.screen.set_focus(self.rows, scroll_visible=False)
        self.rows.show(ListSource(self._lines, key=line_key), keep_cursor=True)
        self._lay_out()
        self._repaint()
        start_work(self, partial(self.load, self.found.name, self.series, keep=True, row_id=row_id), group="load")

    @on(OpenField.Typed)
    def _typed(self, event: OpenField.Typed) -> None:
        event.stop()
        if self._form is not None:
            self._form.put(event.value, event.new)

    @on(OpenField.Moved)
    def _moved(self, event: OpenField.Moved) -> None:
        event.stop()
        self.step(event.step)

    @on(OpenField.Left)
    def _left(self, event: OpenField.Left) -> None:
        event.stop()
        self.leave()

    @on(OpenField.Submitted)
    def _submitted(self, event: OpenField.Submitted) -> None:
        event.stop()
        form = self._form
        if form is not None and form.is_new and not form.is_last:
            self.step(1)
        elif form is not None:
            start_work(self, partial(self._save, form), group="write", exclusive=True)

    async def _save(self, form: LineForm) -> None:
        saved = await set_up_steps.save(app_of(self), self.found, form)
        if form is not self._form:
            return
        if saved.is_saved:
            self._close(saved.row_id)
        else:
            form.open(saved.field)
            self._show_field()


OWNERS[Scope.NEW_LINE] = LineInput
