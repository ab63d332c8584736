"""The full-screen program: what runs without a command."""

from __future__ import annotations

from contacts_tui.cli import wiring
from contacts_tui.cli.output import Output
from contacts_tui.cli.parser import Call
from contacts_tui.cli.settings import Settings
from contacts_tui.domain.errors import WrongUse
from contacts_tui.services import first_start, preferences
from contacts_tui.services.session import Session
from contacts_tui.ui.terminal import tty


def run(call: Call, found: Settings, output: Output) -> int:
    """Open the screens on the book of the settings, which is made when missing."""
    check_terminal()
    with wiring.session(found, create=True) as session:
        return show(session, found)


def check_terminal() -> None:
    """Refuse to open the full-screen program where there is no screen for it; nothing is made then.

    Raises:
        WrongUse: when one of the three streams is no terminal, or the terminal cannot move its cursor.
    """
    refused = tty.refusal()
    if refused is not None:
        raise WrongUse(refused)


def show(session: Session, found: Settings) -> int:
    """Open the screens on a book; an empty one starts with the questions of the first start."""
    from contacts_tui.ui.run import run as run_screens

    return run_screens(
        session,
        book_name=preferences.book_name(session),
        is_sample=session.book.path == found.sample,
        first_start=first_start.is_due(session),
        log_folder=found.log,
        open_sample=lambda language: _sample(found, language),
        glyph_set=found.glyphs,
    )


def _sample(found: Settings, language: str) -> Session:
    from contacts_tui.cli import sample

    return sample.opened(found, language)
