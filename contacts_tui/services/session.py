"""Who is at work, on which book, in which language, on which day."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import NamedTuple

from contacts_tui.services.permissions import ALL_RIGHTS, Right
from contacts_tui.store.book import Book


def utc_now() -> datetime:
    """The present moment, in UTC."""
    return datetime.now(UTC)


class _Session(NamedTuple):
    book: Book
    user: str
    language: str
    rights: frozenset[Right]
    clock: Callable[[], datetime]
    state: Path | None
    warned: set[int]


class Session(_Session):
    """The first argument of every service.

    `clock` gives the moment in UTC. `state` is the folder for this user's small files on this machine (recents and
    drafts), None where none are kept. `warned` holds the number series that this run has warned about (NS-R6).
    """

    __slots__ = ()

    def __new__(
        cls,
        book: Book,
        user: str,
        language: str = "en",
        rights: frozenset[Right] = ALL_RIGHTS,
        clock: Callable[[], datetime] = utc_now,
        state: Path | None = None,
    ) -> "Session":
        return super().__new__(cls, book, user, language, rights, clock, state, set())

    def now(self) -> datetime:
        """The moment, in UTC."""
        return self.clock()

    def today(self) -> date:
        """The work date: the user's own day."""
        return self.clock().astimezone().date()
