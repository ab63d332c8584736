"""Which contacts of an import may be the same as one that is in the book already, or as one another.

It is looked for by what few others have, so that it takes but a part of the time of the import. The search over the
whole book compares more, and finds those too that have little in common.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence

from contacts_tui.domain.contact import Contact
from contacts_tui.domain.import_result import LikeAnother, shown
from contacts_tui.domain.incoming import Source
from contacts_tui.domain.likeness.bands import PROBABLE, band
from contacts_tui.domain.likeness.blocking import Groups
from contacts_tui.domain.likeness.details import Details
from contacts_tui.domain.likeness.rarity import Census, Rarity
from contacts_tui.domain.likeness.reasons import reasons
from contacts_tui.domain.likeness.record import Record, record
from contacts_tui.domain.likeness.score import Pair, compare
from contacts_tui.services import separate
from contacts_tui.store.lists import likeness, rows
from contacts_tui.store.lists.alike import Counts
from contacts_tui.store.lists.alike_many import AlikeMany
from contacts_tui.store.reader import Reader

COMPARED = frozenset(
    {
        "name", "first_name", "surname", "birthday", "vat_number", "registration_number", "email", "email2", "phone",
        "mobile", "address", "post_code", "city", "county", "country",
    }
)  # fmt: skip
"""The fields by which contacts are compared."""
_SHARED = 3
"""Two that came in have at least so many values in common that few have, or they are not compared."""
_AT_ONCE = 500


def likes(read: Reader, brought: Mapping[int, Source], stopped: Callable[[], bool]) -> tuple[LikeAnother, ...]:
    """The pairs of contacts that are probably the same, of which one or both were `brought`; the surest come first.

    Those that the search does not know yet are found among one another. When `stopped` answers True, what was found
    until then is given.
    """
    found, rarity = pairs(read, tuple(brought), stopped)
    return tuple(_told(read, brought, rarity, found))


def pairs(
    read: Reader, brought: Sequence[int], stopped: Callable[[], bool] = lambda: False, *, are_found: bool = False
) -> tuple[Collection[Pair], Rarity]:
    """The same pairs as they are scored, and how rare values are; `are_found`: the search knows all of them already."""
    details = likeness.details_of(read.database.connection(), brought)
    comparing = _Comparing(read, [details[contact_id] for contact_id in brought if contact_id in details], are_found)
    found: dict[tuple[int, int], Pair] = {}
    for start in range(0, len(brought), _AT_ONCE):
        if stopped():
            break
        found.update(((pair.one, pair.other), pair) for pair in comparing.pairs(start, start + _AT_ONCE))
    return found.values(), comparing.rarity


def _told(
    read: Reader, brought: Mapping[int, Source], rarity: Rarity, found: Collection[Pair]
) -> Iterator[LikeAnother]:
    connection, place = read.database.connection(), {contact_id: at for at, contact_id in enumerate(brought)}
    ids = sorted({contact_id for pair in found for contact_id in (pair.one, pair.other)})
    details = likeness.details_of(connection, ids)
    lines = {line.id: line for line in rows.lines(connection, ids)}
    for pair in sorted(found, key=lambda pair: (-pair.score, pair.one, pair.other)):
        # The later row is said to be like the earlier one, or like the one that was there.
        other, one = sorted((pair.one, pair.other), key=lambda contact_id: place.get(contact_id, -1))
        how_sure = band(pair)
        assert how_sure is not None
        yield LikeAnother(
            source=brought[one],
            number=lines[one].no,
            name=shown(lines[one].name),
            other_number=lines[other].no,
            other_name=shown(lines[other].name),
            other_source=brought.get(other),
            score=pair.score,
            band=how_sure,
            reasons=reasons(pair, details[pair.one], details[pair.other], rarity),
        )


class _Comparing:
    """The contacts that came in, in the order of their rows."""

    def __init__(self, read: Reader, brought: list[Details], are_found: bool) -> None:
        self._connection = read.database.connection()
        self._brought = brought
        self._records = [record(details) for details in brought]
        census, self._groups = Census(), Groups()
        for one in self._records:
            census.add(one)
            self._groups.add(one)
        total = read.count(Contact)
        self._is_first = total == len(brought)
        self.rarity = Rarity(total, Counts(self._connection, total, {} if are_found else census.counts))
        self._apart = separate.pairs(read)
        self._alike = AlikeMany(self._connection)

    def pairs(self, start: int, end: int) -> Iterator[Pair]:
        """The pairs of the contacts at these places."""
        for at, one in enumerate(self._records[start:end], start):
            for other in self._groups.after(at, _SHARED):
                yield from self._judged(one, self._records[other])
        if self._is_first:
            return
        asked = list(zip(self._brought[start:end], self._records[start:end], strict=True))
        candidates = self._alike.candidates(asked)
        known = likeness.details_of(self._connection, {contact_id for ids in candidates for contact_id in ids})
        others = {contact_id: record(details) for contact_id, details in known.items()}
        for one, ids in zip(self._records[start:end], candidates, strict=True):
            for contact_id in ids:
                if contact_id in others:
                    yield from self._judged(one, others[contact_id])

    def _judged(self, one: Record, other: Record) -> Iterator[Pair]:
        if (min(one.id, other.id), max(one.id, other.id)) not in self._apart:
            pair = compare(one, other, self.rarity, least=PROBABLE)
            if pair is not None and pair.score >= PROBABLE:
                yield pair
