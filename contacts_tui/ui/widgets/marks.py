"""The contacts that are marked: one by one, from the last one up to here, or all. They stay so whatever is listed."""

from __future__ import annotations

from collections.abc import Iterable


class Marks:
    """Ids of contacts, in the order in which they were marked.

    `last` is the row of the list, counted from 0, in which one was marked last; None where that row is gone.
    """

    def __init__(self) -> None:
        self._ids: dict[int, None] = {}
        self.last: int | None = None

    def __len__(self) -> int:
        return len(self._ids)

    def __contains__(self, contact_id: int) -> bool:
        return contact_id in self._ids

    @property
    def ids(self) -> tuple[int, ...]:
        """All of them."""
        return tuple(self._ids)

    def turn(self, contact_id: int, row: int) -> None:
        """Mark the contact in that row, or take its mark away."""
        if contact_id in self._ids:
            del self._ids[contact_id]
            self.last = None
        else:
            self.add([contact_id], row)

    def up_to(self, row: int) -> range:
        """The rows from the one marked last to this one."""
        last = row if self.last is None else self.last
        return range(min(last, row), max(last, row) + 1)

    def add(self, ids: Iterable[int], row: int) -> None:
        """Mark these; the last of them stands in that row."""
        self._ids.update(dict.fromkeys(ids))
        self.last = row

    def turn_all(self, ids: Iterable[int]) -> None:
        """Mark all of these; where all of them are marked, take the marks away."""
        wanted = dict.fromkeys(ids)
        if wanted.keys() <= self._ids.keys():
            for contact_id in wanted:
                del self._ids[contact_id]
        else:
            self._ids.update(wanted)
        self.last = None

    def drop(self, contact_id: int) -> None:
        """Forget one that is gone."""
        self._ids.pop(contact_id, None)
