"""The dialog: confirmations, conflicts, the copy and go menus."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from textual import events
from textual.app import ComposeResult
from textual.screen import ModalScreen

from contacts_tui.domain.message import Message
from contacts_tui.locale import _
from contacts_tui.ui import keys
from contacts_tui.ui.bindings import bindings
from contacts_tui.ui.draw.dialog import Option, Question, dialog_lines
from contacts_tui.ui.draw.line import Line
from contacts_tui.ui.keys import Scope
from contacts_tui.ui.terminal.frames import Framed
from contacts_tui.ui.widgets.painted import Painted

Text = Message | str
"""A sentence for the catalogue, or text that is shown as it is."""

ESCAPE = "escape"


class Choice(NamedTuple):
    """What can be chosen: the value that the dialog gives back, its text, its letter, and what is said about it.

    `name` says what the text is, where it is a value.

    A choice with the letter `ESCAPE` is the way out: it gives back None.
    """

    value: str
    text: Text
    letter: str
    detail: Text = ""
    name: Text = ""


class Menu(Framed, ModalScreen[str | None], inherit_bindings=False):
    """Asks, below a rule, over the lower part of the page; gives back the value chosen, None after Esc.

    The cursor starts on the first choice, so the harmless one comes first. `effects` are lines such as
    ``("Goes", "5 contacts")``.
    """

    BINDINGS = bindings(Scope.DIALOG)
    DEFAULT_CSS = """
    Menu { background: transparent; align: left bottom; }
    Menu > Painted { height: auto; }
    """

    def __init__(
        self,
        title: Text,
        choices: Sequence[Choice],
        *,
        effects: Sequence[tuple[Text, Text]] = (),
        trouble: bool = False,
        start: int = 0,
    ) -> None:
        super().__init__()
        self._choices = tuple(choices)
        self._at = start
        self._question = Question(
            _shown(title),
            [Option(keys.shown(c.letter), _shown(c.text), _shown(c.detail), _shown(c.name)) for c in self._choices],
            [(_shown(name), _shown(text)) for name, text in effects],
            trouble,
        )

    def compose(self) -> ComposeResult:
        """One block of lines at the bottom."""
        yield Painted(self._drawn)

    def _drawn(self, width: int, height: int) -> list[Line]:
        # Where Esc is one of the lines, the footer need not say it again.
        listed = {keys.shown(choice.letter) for choice in self._choices} & {keys.shown(ESCAPE)}
        hints = [hint for hint in keys.hints(Scope.DIALOG) if hint.key not in listed]
        return dialog_lines(self._question, self._at, width, self.app.size.height, hints)

    def on_key(self, event: events.Key) -> None:
        """A letter chooses at once."""
        for choice in self._choices:
            if choice.letter in (event.character, event.key):
                event.stop()
                self._choose(choice)
                return

    def action_move(self, key: str) -> None:
        """Up or down, around the ends."""
        if self._choices:
            self._at = (self._at + (-1 if key == "up" else 1)) % len(self._choices)
            self.query_one(Painted).repaint()

    def action_choose(self) -> None:
        """Take the choice under the cursor."""
        if self._choices:
            self._choose(self._choices[self._at])

    def action_leave(self) -> None:
        """Choose nothing."""
        self.dismiss(None)

    def _choose(self, choice: Choice) -> None:
        self.dismiss(None if choice.letter == ESCAPE else choice.value)


def _shown(text: Text) -> str:
    return _(text) if isinstance(text, Message) else text
