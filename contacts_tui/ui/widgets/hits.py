"""The rows of Find: what a listing asks for, read when it is needed."""

from __future__ import annotations

from collections.abc import Sequence

from contacts_tui.domain.contact_row import ContactRow
from contacts_tui.domain.listing import Listing
from contacts_tui.domain.message import Message
from contacts_tui.services import recents, search
from contacts_tui.services.session import Session


class Hits:
    """What the search line asks for, as rows: the recent contacts while it is empty, everyone where there are none.

    Everything is read when it is first needed, in the worker thread; how many contacts there are in all, where it is
    not given as `everyone`; `figures` tells whether rows have what a company has.
    """

    def __init__(self, session: Session, listing: Listing, everyone: int = 0, *, figures: bool = True) -> None:
        self.listing = listing
        self.everyone = everyone
        self.figures = figures
        self.order = listing.order
        self.is_ranked = False
        self._session = session
        self._recent: tuple[ContactRow, ...] = ()
        self._is_stopped = False
        self._window: search.ContactWindow | None = None
        self.problems: tuple[Message, ...] = ()

    @property
    def is_read(self) -> bool:
        """Whether it is known what there is."""
        return self._window is not None or bool(self._recent)

    @property
    def is_recent(self) -> bool:
        """Whether the rows are the contacts opened last."""
        return bool(self._recent)

    @property
    def typed(self) -> str:
        """What was typed, without the blanks around it."""
        return self.listing.typed.strip()

    @property
    def is_complete(self) -> bool:
        """Whether there are no more rows than are known."""
        return self._window is None or self._window.is_complete

    @property
    def meant(self) -> str:
        """What was typed without its typing errors, where the rows are due to that."""
        return "" if self._window is None else self._window.meant

    @property
    def total(self) -> int:
        """How many rows there are, as far as they are known."""
        self._read()
        return len(self._recent) if self._window is None else self._window.total

    def page(self, start: int, count: int) -> Sequence[ContactRow]:
        """The rows from `start` on."""
        self._read()
        return self._recent[start : start + count] if self._window is None else self._window.page(start, count)

    def ids(self, start: int, count: int) -> list[int]:
        """The ids of the rows from `start` on."""
        self._read()
        if self._window is None:
            return [row.id for row in self._recent[start : start + count]]
        return self._window.ids(start, count)

    def key(self, item: ContactRow) -> int:
        """What stays the same when a row is read again."""
        return item.id

    def position(self, key: object) -> int | None:
        """Where a contact stands now."""
        self._read()
        if self._window is None:
            return next((index for index, row in enumerate(self._recent) if row.id == key), None)
        return self._window.position(key)

    def offers(self) -> tuple[str, ...]:
        """What else may have been meant, where there are few rows: other words to ask for."""
        return self._window.offers() if self._window is not None and not self.listing.within else ()

    def first_from(self, beginning: str) -> int:
        """Where the words begin that stand at these letters or after them, in an alphabetical order."""
        self._read()
        return 0 if self._window is None else self._window.first_from(beginning)

    def stop(self) -> None:
        """Nobody waits for these rows any more: what is still being looked up is broken off."""
        self._is_stopped = True
        if self._window is not None:
            self._window.stop()

    def _read(self) -> None:
        if self._window is not None or self._recent or self._is_stopped:
            return
        self.everyone = self.everyone or search.size(self._session)
        if self.listing.is_plain:
            self._recent = search.by_uid(self._session, recents.uids(self._session))
        if not self._recent:
            answer = search.answer(self._session, self.listing, figures=self.figures)
            self.problems, self._window = answer.problems, answer.window
            self.order, self.is_ranked = answer.order, answer.is_ranked
            if self._is_stopped:
                answer.window.stop()
