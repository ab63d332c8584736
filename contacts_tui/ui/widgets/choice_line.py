"""A field with a few values: on and off, or a row of words of which one is chosen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from textual.message import Message

from contacts_tui.domain.fields import Field, Kind
from contacts_tui.domain.text import cell_width
from contacts_tui.locale import _
from contacts_tui.ui.bindings import bindings
from contacts_tui.ui.draw import glyphs
from contacts_tui.ui.draw.line import Line, Role, Span, blank, line
from contacts_tui.ui.keys import Scope
from contacts_tui.ui.ways.pages import OWNERS
from contacts_tui.ui.widgets.painter import LinePainter

_APART = 3


class ChoiceLine(LinePainter, inherit_bindings=False, can_focus=True):
    """Left, right and space choose another value; Enter, Esc and the vertical arrows are told to whoever shows it."""

    BINDINGS = bindings(Scope.CHOICE)
    DEFAULT_CSS = """
    ChoiceLine { height: 1; width: 1fr; }
    """

    @dataclass
    class Changed(Message):
        """Another value is chosen."""

        choice: ChoiceLine
        value: str | bool

    @dataclass
    class Submitted(Message):
        """Enter was pressed."""

        choice: ChoiceLine

    @dataclass
    class Left(Message):
        """Esc was pressed."""

        choice: ChoiceLine

    @dataclass
    class Moved(Message):
        """An arrow up (-1) or down (1) was pressed."""

        choice: ChoiceLine
        step: int

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id, classes=classes)
        self._options: tuple[tuple[str | bool, str], ...] = ()
        self._at = 0

    @property
    def value(self) -> str | bool:
        """What is chosen."""
        return self._options[self._at][0] if self._options else ""

    def offer(self, field: Field, value: str | bool) -> None:
        """Let one of the field's values be chosen, beginning with the present one."""
        self._options = options_of(field, value)
        self._at = next((at for at, (option, _word) in enumerate(self._options) if option == value), 0)
        self.repaint()

    def repaint(self) -> None:
        """The values, the chosen one under the spot."""
        if self.size.width and self._options:
            self.paint([choice_line(self._options, self._at, self.size.width, spot=self.has_spot)])

    def action_choose(self, key: str) -> None:
        """The next value, or the one before; around the ends."""
        if self._options:
            self._at = (self._at + (-1 if key == "left" else 1)) % len(self._options)
            self.repaint()
            self.post_message(self.Changed(self, self.value))

    def action_submit(self) -> None:
        """Enter."""
        self.post_message(self.Submitted(self))

    def action_leave(self) -> None:
        """Esc."""
        self.post_message(self.Left(self))

    def action_move(self, key: str) -> None:
        """An arrow."""
        self.post_message(self.Moved(self, -1 if key == "up" else 1))


def options_of(field: Field, value: str | bool) -> tuple[tuple[str | bool, str], ...]:
    """The values of a field and the words for them, in the language shown; one that is needed and has a `value` cannot
    be made blank."""
    marks = glyphs.current()
    if field.kind is Kind.BOOL:
        return ((False, marks.unticked), (True, marks.ticked))
    named = [(stored, _(label) if stored else marks.empty) for stored, label in field.choices]
    has_none = (field.required and value) or any(not stored for stored, _word in named)
    return tuple(named if has_none else [("", marks.empty), *named])


def choice_line(options: Sequence[tuple[str | bool, str]], at: int, width: int, *, spot: bool) -> Line:
    """All words dim but the chosen one; on and off, and words for which there is no room, show that one only."""
    chosen = Span(options[at][1], Role.CURSOR if spot else Role.CHOSEN)
    if isinstance(options[at][0], bool):
        return (chosen,)
    if not choices_fit(options, width):
        return (chosen,)
    words = [chosen if index == at else Span(word, Role.LABEL) for index, (_value, word) in enumerate(options)]
    spans: Line = ()
    for word in words:
        spans = line(spans, blank(_APART if spans else 0), word)
    return spans


def choices_fit(options: Sequence[tuple[str | bool, str]], width: int) -> bool:
    """Whether all words stand side by side in so many columns."""
    return sum(cell_width(word) for _value, word in options) + _APART * (len(options) - 1) <= width


OWNERS[Scope.CHOICE] = ChoiceLine
