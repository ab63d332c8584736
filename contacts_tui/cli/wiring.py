"""From settings to a session: the book opened, the language chosen."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from contacts_tui import locale
from contacts_tui.cli.settings import Settings
from contacts_tui.domain.errors import Unavailable
from contacts_tui.services import preferences
from contacts_tui.services.session import Session
from contacts_tui.store.book import Book


@contextmanager
def session(
    settings: Settings, *, create: bool = False, book: Path | None = None, keep_unused: bool = True
) -> Iterator[Session]:
    """A session on the book of the settings, or on another one; with `create`, the book is made when missing.

    A book that was made here for a command that failed goes again when nothing was stored in it, and without
    `keep_unused` after any command.

    From here on everything is shown in the language chosen: by flag or settings, by the user's set-up in the book, or
    by the terminal.

    Raises:
        Unavailable: when the book cannot be opened.
    """
    opened = Book.open(book or settings.database, create=create)
    try:
        found = Session(opened, settings.user, settings.language, state=settings.state)
        language = settings.language or _language(found) or settings.terminal_language
        locale.use(language)
        yield found._replace(language=language)
        if not keep_unused:
            opened.discard()
    except BaseException:
        opened.discard()
        raise
    finally:
        opened.close()


def _language(session: Session) -> str:
    """The language of the user's set-up; a book that is too damaged to tell it is for the command to speak of."""
    try:
        return preferences.language(session)
    except Unavailable:
        return ""
