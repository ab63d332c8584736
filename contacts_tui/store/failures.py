"""Why the database did not do it, in a sentence that says what to do."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from contacts_tui.domain.errors import ContactsError, Unavailable
from contacts_tui.domain.message import N_, Message, message

_SENTENCES = (
    ("database is locked", N_("The book {path} is in use by another program that holds it. Try again.")),
    ("disk is full", N_("There is no room left on the disk of {path}. Nothing was changed. Make room and try again.")),
    ("readonly", N_("The book {path} can be read but not written. Check the rights of the file.")),
    ("malformed", N_("The book {path} is damaged. Restore the newest backup, and keep the file.")),
    ("not a database", N_("The file {path} is not a book of contacts.")),
    ("unable to open", N_("The book {path} cannot be opened. Check that its folder exists and can be written.")),
    ("no such table", N_("The file {path} is not a book of contacts.")),
    ("disk i/o", N_("The disk of {path} does not answer. Nothing was changed. Try again.")),
)


def sentence(error: BaseException, path: Path | str) -> Message | None:
    """The sentence for a database error, found along its whole chain of causes; None when it is none of ours."""
    seen: BaseException | None = error
    while seen is not None:
        text = str(seen).lower() if isinstance(seen, sqlite3.Error | OSError) else ""
        for part, template in _SENTENCES:
            if part in text:
                return message(template, path=str(path))
        seen = seen.__cause__ or seen.__context__
    return None


@contextmanager
def explained(path: Path | str) -> Iterator[None]:
    """Turn what SQLite and peewee raise into `Unavailable`, the chain kept for the log."""
    try:
        yield
    except ContactsError:
        raise
    except Exception as error:  # peewee wraps what SQLite raises in classes of its own
        found = sentence(error, path)
        if found is None and isinstance(error, OSError):
            reason = error.strerror or str(error)
            found = message("The book {path} cannot be opened: {reason}.", path=str(path), reason=reason)
        if found is None:
            raise
        raise Unavailable(found, value=str(path)) from error
