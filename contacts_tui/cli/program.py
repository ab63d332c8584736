"""The full-screen program: what runs without a command."""

from __future__ import annotations

from contacts_tui.cli import terminal, wiring
from contacts_tui.cli.output import Output
from contacts_tui.cli.parser import Call
from contacts_tui.cli.settings import Settings
from contacts_tui.services import search, setup_lists
from contacts_tui.services.session import Session


def run(call: Call, found: Settings, output: Output) -> int:
    """Open the screens on the book of the settings, which is made when missing."""
    terminal.check_full_screen()
    with wiring.session(found, create=True) as session:
        return show(session, is_sample=found.database == found.sample)


def show(session: Session, *, is_sample: bool) -> int:
    """Open the screens on a book; an empty one starts with the questions of the first start."""
    from contacts_tui.ui import environment

    environment.prepare()
    from contacts_tui.ui import run as screens

    return screens.run(session, is_sample=is_sample, first_start=_is_empty(session))


def _is_empty(session: Session) -> bool:
    return search.size(session) == 0 and not any(setup_lists.counts(session).values())
