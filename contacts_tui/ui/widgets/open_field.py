"""The field that is open in a list: a line to type in, codes or a few values to choose from, where its value stands."""

from __future__ import annotations

from dataclasses import dataclass

from textual import on
from textual.app import ComposeResult
from textual.containers import Container, Horizontal
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Input

from contacts_tui.domain.code_lists import code_list
from contacts_tui.domain.fields import Field, Kind
from contacts_tui.domain.message import Message as Wording
from contacts_tui.domain.message import message
from contacts_tui.services import setup_lists
from contacts_tui.services.new_codes import NewCode
from contacts_tui.services.setup_lists import ListLine
from contacts_tui.ui.card import card_options
from contacts_tui.ui.context import app_of
from contacts_tui.ui.draw.code_columns import Carriers, carriers_of
from contacts_tui.ui.draw.line import TEXT, width_of
from contacts_tui.ui.draw.picker import MOST, picker_note
from contacts_tui.ui.entry.picking import Pick, Picking
from contacts_tui.ui.keys import Scope
from contacts_tui.ui.widgets.choice_line import ChoiceLine, choices_fit, options_of
from contacts_tui.ui.widgets.line_input import LineInput
from contacts_tui.ui.widgets.painted import Painted
from contacts_tui.ui.widgets.picker import Picker, PickerLine

_FEW = 6
"""Rows under a field that are enough for its picker; with fewer it stands above the field."""
_LEAST_PICKER, _LEAST_WORDLESS, _LEAST_FILTER = 30, 20, 8


class OpenField(Container):
    """Lies over the place where a value is shown. What is done in it is told to its container.

    `picker` is the widget for the codes under it, beside it in the same container.
    """

    DEFAULT_CSS = """
    OpenField { position: absolute; layer: above; height: 1; width: 10; display: none; }
    OpenField > * { width: 1fr; height: 1; }
    OpenField #note { width: auto; height: 1; margin: 0 0 0 2; }
    """

    @dataclass
    class Typed(Message):
        """The value has changed; a code that its list does not have yet is `new`."""

        value: str | bool
        new: NewCode | None = None

    @dataclass
    class Submitted(Message):
        """Enter was pressed."""

    @dataclass
    class Left(Message):
        """Esc was pressed."""

    @dataclass
    class Moved(Message):
        """An arrow up (-1) or down (1) was pressed."""

        step: int

    def __init__(self, picker: Picker) -> None:
        super().__init__()
        self._picker = picker
        self._field: Field | None = None
        self._picking: Picking | None = None
        self._at = (0, 0, 0)

    def compose(self) -> ComposeResult:
        """The ways of editing; one of them shows."""
        yield LineInput(id="typed")
        with Horizontal():
            yield PickerLine()
            yield Painted(id="note")
        yield ChoiceLine()

    def on_mount(self) -> None:
        """Nothing is open."""
        self._picker.styles.layer = "above"
        self._picker.styles.position = "absolute"
        self._picker.display = False

    @property
    def footer_scope(self) -> Scope:
        """Whose keys the footer shows while a field is open."""
        if self._picking is not None:
            return Scope.PICKER
        return Scope.CHOICE if self._choice.display else Scope.FIELD

    @property
    def _line(self) -> LineInput:
        return self.query_one("#typed", LineInput)

    @property
    def _filter(self) -> PickerLine:
        return self.query_one(PickerLine)

    @property
    def _choice(self) -> ChoiceLine:
        return self.query_one(ChoiceLine)

    # Opening

    async def picking_for(self, field: Field, code: str, room: int) -> Picking | None:
        """What there is to choose from, `code` under the cursor.

        None where the field is no code of a list, and none of a few values that stand side by side in `room` columns.

        Raises:
            ContactsError: when the list cannot be read.
        """
        if field.kind is Kind.CHOICE and not choices_fit(options_of(field, code), room):
            return card_options.choices(field.name, code, field).opened()
        if field.kind is not Kind.REFERENCE:
            return None
        app = app_of(self)
        lines = await app.read(setup_lists.lines, app.session, field.refers_to)
        found = code_list(field.refers_to)
        counted = carriers_of(found) is not Carriers.NONE
        return Picking(
            [_pick(line, counted=counted) for line in lines],
            chosen=(code,) if code else (),
            blank=None if field.required else message("none"),
            make=message("make this a new {line}", line=Wording(found.singular)),
            one=Wording(found.singular),
            room=found.field("code").length,
        ).opened()

    def place(self, x: int, y: int, width: int) -> None:
        """Lie there from now on."""
        self._at = (x, y, width)
        self.styles.offset = (x, y)
        self.styles.width = max(width, 1)
        if self._picking is not None:
            self._show_picking()

    def open(self, field: Field, value: str | bool, picking: Picking | None = None) -> None:
        """Edit a field; the caret stands at the end of its value."""
        self._field, self._picking = field, picking
        self.display = True
        chooses = field.kind in (Kind.BOOL, Kind.CHOICE) and picking is None
        self._choice.display = chooses
        self._line.display = not chooses and picking is None
        self.query_one(Horizontal).display = picking is not None
        self._picker.display = picking is not None
        editor: Widget = self._line
        if chooses:
            self._choice.offer(field, value)
            editor = self._choice
        elif picking is not None:
            self._fill(self._filter, "")
            self._show_picking()
            editor = self._filter
        else:
            self._line.max_length = field.length or 0
            self._fill(self._line, str(value))
        self.screen.set_focus(editor, scroll_visible=False)

    def _fill(self, line: LineInput, text: str) -> None:
        with self.prevent(Input.Changed):
            line.value = text
        line.cursor_position = len(line.value)

    def close(self) -> None:
        """Show the value beneath again."""
        self.display = False
        self._picker.display = False
        self._picking = None

    # Codes

    def _show_picking(self) -> None:
        if self._picking is None or not isinstance(self.parent, Widget):
            return
        (x, y, width), (across, down) = self._at, self.parent.size
        note = picker_note(self._picking)
        room_for_note = width - width_of(note) - 2 >= _LEAST_FILTER
        self.query_one("#note", Painted).styles.width = width_of(note) if room_for_note else 0
        self.query_one("#note", Painted).show([note] if room_for_note else [])
        has_words = any(one.words for one in self._picking.options)
        column = max(min(x, across - (_LEAST_PICKER if has_words else _LEAST_WORDLESS)), TEXT + 2)
        below = down - y - 1
        rows = min(self._picking.size, MOST)
        is_above = below < min(rows, _FEW) and y > below
        taken = self._picker.show(self._picking, across, y if is_above else below, column)
        self._picker.styles.height = taken
        self._picker.styles.offset = (0, y - taken if is_above else y + 1)

    def _pick(self, picking: Picking) -> None:
        self._picking = picking
        self._show_picking()

    def _take(self, picking: Picking) -> None:
        """Hand over the code under the cursor; one that the list does not have is made with what it is taken for."""
        assert self._field is not None
        if picking.is_nowhere:
            app_of(self).say(card_options.nothing_found(picking), trouble=True)
            return
        code, new = next(iter(picking.result()), ""), None
        if picking.is_on_new:
            code = picking.new_code
            new = NewCode(self._field.refers_to, code, picking.new_words)
        elif self._field.kind is Kind.CHOICE:
            code = card_options.choice_value(self._field.name, code, self._field)
        self.post_message(self.Typed(code, new))
        self.post_message(self.Submitted())

    # What is done in it

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        if self._picking is not None:
            self._pick(self._picking.typing(event.value))
        elif self.display:
            self.post_message(self.Typed(event.value))

    @on(ChoiceLine.Changed)
    def _chosen(self, event: ChoiceLine.Changed) -> None:
        event.stop()
        self.post_message(self.Typed(event.value))

    @on(Input.Submitted)
    @on(ChoiceLine.Submitted)
    def _submitted(self, event: Message) -> None:
        event.stop()
        if self._picking is not None:
            self._take(self._picking)
        else:
            self.post_message(self.Submitted())

    @on(LineInput.Left)
    @on(ChoiceLine.Left)
    def _left(self, event: Message) -> None:
        event.stop()
        self.post_message(self.Left())

    @on(LineInput.Moved)
    @on(ChoiceLine.Moved)
    def _moved(self, event: LineInput.Moved | ChoiceLine.Moved) -> None:
        event.stop()
        if self._picking is not None:
            self._pick(self._picking.moved(event.step))
        else:
            self.post_message(self.Moved(event.step))


def _pick(line: ListLine, *, counted: bool) -> Pick:
    words = next((str(line.values[name]) for name in ("description", "name") if line.values.get(name)), "")
    return Pick(str(line.values["code"]), words, line.used if counted else None)
