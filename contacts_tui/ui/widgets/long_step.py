"""A long step over the page that began it: how far it is, and the one key that stops it."""

from __future__ import annotations

from dataclasses import dataclass

from textual import on
from textual.app import ComposeResult
from textual.message import Message
from textual.screen import ModalScreen

from contacts_tui.domain.message import Message as Sentence
from contacts_tui.locale import _
from contacts_tui.ui.bindings import bindings
from contacts_tui.ui.draw.footer import Hint
from contacts_tui.ui.draw.notice import Notice
from contacts_tui.ui.keys import Scope, hints
from contacts_tui.ui.terminal.frames import Framed
from contacts_tui.ui.ways.pages import OWNERS
from contacts_tui.ui.widgets.bottom import Bottom


class LongStep(Framed, ModalScreen[None], inherit_bindings=False):
    """Takes all keys until whoever pushed it dismisses it; `is_stopped` says that the step is to end early."""

    BINDINGS = bindings(Scope.RUNNING)
    DEFAULT_CSS = """
    LongStep { background: transparent; }
    """

    @dataclass
    class Progressed(Message):
        """The step has come further; may be posted in any thread."""

        text: Sentence

    def __init__(self, text: Sentence) -> None:
        super().__init__()
        self.is_stopped = False
        self._text = text

    def compose(self) -> ComposeResult:
        """The message line, in its place."""
        yield Bottom()

    def on_mount(self) -> None:
        """Say what is under way."""
        self._show(self._text)

    def tell(self, text: Sentence) -> None:
        """Say how far it is; called in the step's thread."""
        self.post_message(self.Progressed(text))

    @on(Progressed)
    def _progressed(self, event: Progressed) -> None:
        self._show(event.text)

    def _show(self, text: Sentence) -> None:
        (stop,) = hints(Scope.RUNNING)
        self.query_one(Bottom).progress(Notice(_(text), hint=Hint(stop.key, stop.label)))

    def action_stop(self) -> None:
        """Let the step end after the rows that are being written."""
        self.is_stopped = True

    def on_unmount(self) -> None:
        """Who leaves the program does not wait for the end."""
        self.is_stopped = True


OWNERS[Scope.RUNNING] = LongStep
