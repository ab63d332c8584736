"""``search-strings``: what companies are compared by, made anew (DU-R12)."""

from __future__ import annotations

import sys

from contacts_tui.cli import wiring
from contacts_tui.cli.long_step import Progress, Stop
from contacts_tui.cli.output import Output, Status
from contacts_tui.cli.parser import Call
from contacts_tui.cli.settings import Settings
from contacts_tui.domain.contact_type import ContactType
from contacts_tui.domain.listing import Listing
from contacts_tui.services import search, search_strings
from contacts_tui.services.session import Session
from contacts_tui.ui.draw.duplicates import generated, generating


def run(call: Call, found: Settings, output: Output) -> int:
    """Make those of all companies anew, or of those that words find; Ctrl+C keeps what is done by then."""
    with wiring.session(found) as session, Stop() as stop:
        ids = _found(session, " ".join(call.words)) if call.words else None
        progress = Progress(output, generating)
        done = search_strings.generate(session, ids, progress=progress, stopped=stop)
        progress.clear()
    output.line(generated(done))
    return Status.DONE if done.companies and not done.stopped else Status.NOT_ALL


def _found(session: Session, words: str) -> list[int]:
    return search.answer(session, Listing(words, kind=ContactType.COMPANY)).window.ids(0, sys.maxsize)
