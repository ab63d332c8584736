"""What the screens are given: the session, and the few things that reach them from outside."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, cast

from textual.message_pump import MessagePump

from contacts_tui.domain.message import Message
from contacts_tui.services.offers import Offers

if TYPE_CHECKING:
    from contacts_tui.services.session import Session
    from contacts_tui.ui.app import ContactsApp
    from contacts_tui.ui.unsaved.drafts import DraftKeeper


@dataclass(frozen=True, slots=True)
class Context:
    """Wired by the command line.

    `changed` tells, on the reader thread, whether someone has written to the book since it was last asked. `undo` and
    `redo` take back and bring back the user's newest step, on the writer thread, and say what they did; `offers` tells,
    on the reader thread, whether there is one. `log_folder` is where the trace of a crash goes. `book_name` stands on
    Find only, and so does the line that says that the book is the sample. `drafts` keeps what is typed. `open_sample`
    makes the sample book where it is missing, on the writer thread, and gives the context to go on with; see
    `ContactsApp.change_book`.
    """

    session: Session
    changed: Callable[[], bool] = lambda: False
    undo: Callable[[], Message] | None = None
    redo: Callable[[], Message] | None = None
    offers: Callable[[], Offers] = lambda: Offers(undo=True, redo=True)
    log_folder: Path | None = None
    book_name: str = ""
    is_sample: bool = False
    drafts: DraftKeeper | None = None
    open_sample: Callable[[], Context] | None = None


def app_of(node: MessagePump) -> ContactsApp:
    """The app that a screen or widget runs in."""
    return cast("ContactsApp", node.app)
