"""Contacts that may be the same one entered twice: in the whole book, or beside one that is typed or shown.

What search strings found of companies (section 5) is named too, with how many of them agree.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from contacts_tui.domain.contact import ContactType
from contacts_tui.domain.contact_row import ContactRow
from contacts_tui.domain.likeness.bands import PROBABLE, Band, band
from contacts_tui.domain.likeness.details import Details
from contacts_tui.domain.likeness.judge import MOST, judge, tells_enough
from contacts_tui.domain.likeness.rarity import Rarity
from contacts_tui.domain.likeness.reasons import Reasons, reasons
from contacts_tui.domain.likeness.record import record
from contacts_tui.domain.likeness.scan import scan as scan_rows
from contacts_tui.domain.likeness.score import Pair
from contacts_tui.domain.message import message
from contacts_tui.services import import_likes, search_strings, separate
from contacts_tui.services.permissions import Right, permission
from contacts_tui.services.session import Session
from contacts_tui.services.unit import Progress
from contacts_tui.store.failures import explained
from contacts_tui.store.lists import alike, likeness, rows, windows

Link = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Like:
    """A contact that may be the one that is typed or shown, the score in points, how sure that is, and why.

    Without score and band only search strings know of it: so many of so many are `matching`.
    """

    contact: ContactRow
    score: float | None
    band: Band | None
    reasons: Reasons
    matching: int = 0
    of: int = 0


@dataclass(frozen=True, slots=True)
class LikelyPair:
    """Two contacts that may be one, as a `Like` says it of one contact; both are like `third`, where there is one."""

    left: ContactRow
    right: ContactRow
    score: float | None
    band: Band | None
    reasons: Reasons
    matching: int = 0
    of: int = 0
    third: ContactRow | None = None

    @property
    def link(self) -> Link:
        """The ids of both, the lower one first."""
        return self.left.id, self.right.id


@dataclass(frozen=True, slots=True)
class Scanned:
    """The pairs that were found, the surest first, among how many contacts; whether the user stopped it."""

    pairs: tuple[LikelyPair, ...]
    contacts: int
    stopped: bool = False


@permission(Right.DUPLICATES)
def scan(
    session: Session,
    *,
    least: float = PROBABLE,
    progress: Progress | None = None,
    stopped: Callable[[], bool] | None = None,
) -> Scanned:
    """Compare all contacts of the book: the pairs of at least `least` points, and those that search strings know.

    Pairs that somebody said are not the same are left out. `progress` is told how many of how many contacts are done;
    when `stopped` answers True, what was found stays.
    """
    apart = session.book.records.reading(separate.pairs)
    known = {(pair.left.id, pair.right.id): pair for pair in search_strings.pairs(session)}
    with explained(session.book.path):
        connection = session.book.lists()
        total = windows.count(connection)
        found: list[Pair] = []
        is_stopped = False
        for step in scan_rows(likeness.details(connection), total, least=least, apart=apart):
            if stopped is not None and stopped():
                is_stopped = True
                break
            found += step.found
            if progress is not None:
                progress(int(step.done * total), total)
        named = _named(connection, found, known, total)
    return Scanned(named, total, is_stopped)


@permission(Right.READ)
def pairs_of(session: Session, ids: Collection[int]) -> tuple[LikelyPair, ...]:
    """The pairs of which one or both are among these contacts, such as those that were made in one step."""
    found, _rarity = session.book.records.reading(lambda read: import_likes.pairs(read, tuple(ids), are_found=True))
    known = {(pair.left.id, pair.right.id): pair for pair in search_strings.to_ask_about(session, *ids)}
    with explained(session.book.path):
        connection = session.book.lists()
        return _named(connection, tuple(found), known, windows.count(connection))


def _named(
    connection: sqlite3.Connection, found: Sequence[Pair], known: Mapping[Link, search_strings.Pair], total: int
) -> tuple[LikelyPair, ...]:
    """The pairs with names and reasons; those of which only search strings know come last."""
    scored = {(pair.one, pair.other): pair for pair in found}
    ids = {contact_id for link in (*scored, *known) for contact_id in link}
    ids |= {pair.third for pair in found if pair.third is not None}
    lines = {line.id: line for line in rows.lines(connection, sorted(ids))}
    details, rarity = likeness.details_of(connection, ids), Rarity(total, {})
    made = []
    for left, right in scored.keys() | known.keys():
        if left not in lines or right not in lines:
            continue
        pair, strings = scored.get((left, right)), known.get((left, right))
        matching, of = (strings.matching, strings.of) if strings is not None else (0, 0)
        if pair is None:
            made.append(LikelyPair(lines[left], lines[right], None, None, _by_strings(matching, of), matching, of))
            continue
        third = lines.get(pair.third) if pair.third is not None else None
        why = reasons(pair, details[left], details[right], rarity, third=third.name if third is not None else "")
        made.append(LikelyPair(lines[left], lines[right], pair.score, band(pair), why, matching, of, third))
    return tuple(sorted(made, key=lambda pair: (pair.score is None, -(pair.score or 0), -pair.matching, pair.link)))


def _by_strings(matching: int, of: int) -> Reasons:
    return Reasons((message("{matching} of {of} search strings agree", matching=matching, of=of),), ())


@permission(Right.READ)
def still(session: Session, pairs: Iterable[LikelyPair]) -> tuple[LikelyPair, ...]:
    """Those of the pairs whose contacts are both there and that nobody has parted meanwhile."""
    asked = tuple(pairs)
    apart = session.book.records.reading(separate.pairs)
    with explained(session.book.path):
        wanted = sorted({contact_id for pair in asked for contact_id in pair.link})
        there = {line.id for line in rows.lines(session.book.lists(), wanted)}
    return tuple(pair for pair in asked if pair.link not in apart and there.issuperset(pair.link))


@permission(Right.READ)
def like(session: Session, kind: ContactType, typed: Mapping[str, str]) -> tuple[Like, ...]:
    """The contacts that one may be of which these fields are typed, the likeliest first; at most three.

    Only probable ones are named, and of nothing but the name of a person only if it is rare in the book.
    """
    details = Details(
        id=0,
        is_company=kind is ContactType.COMPANY,
        name=typed.get("name", ""),
        first_name=typed.get("first_name", ""),
        surname=typed.get("surname", ""),
        birthday=typed.get("birthday", ""),
        numbers=(typed.get("vat_number", ""), typed.get("registration_number", "")),
        emails=(typed.get("email", ""), typed.get("email2", "")),
        phones=(typed.get("phone", ""), typed.get("mobile", "")),
        address=typed.get("address", ""),
        post_code=typed.get("post_code", ""),
        town=typed.get("city", ""),
        county=typed.get("county", ""),
        country=typed.get("country", ""),
    )
    with explained(session.book.path):
        return _like(session.book.lists(), details)


@permission(Right.READ)
def like_contact(session: Session, contact_id: int) -> tuple[Like, ...]:
    """The contacts that this one may be, the likeliest first; at most three.

    Those come last of which only search strings know, where the set-up wants them. One that is gone is like nobody.
    """
    with explained(session.book.path):
        connection = session.book.lists()
        found = likeness.details_of(connection, [contact_id])
        if contact_id not in found:
            return ()
        alike_ones = _like(connection, found[contact_id])
        if not found[contact_id].is_company or len(alike_ones) == MOST:
            return alike_ones
        return (*alike_ones, *_known_by_strings(session, connection, contact_id, alike_ones))[:MOST]


def _like(connection: sqlite3.Connection, details: Details) -> tuple[Like, ...]:
    mine, total = record(details), windows.count(connection)
    rarity = Rarity(total, alike.Counts(connection, total))
    if not tells_enough(mine, rarity):
        return ()
    found = likeness.details_of(connection, alike.candidates(connection, details, mine))
    apart = likeness.separate_from(connection, details.id)
    pairs = judge(mine, map(record, found.values()), rarity, apart=apart)
    found[details.id] = details
    others = {pair: pair.other if pair.one == details.id else pair.one for pair in pairs}
    lines = {line.id: line for line in rows.lines(connection, [*others.values()])}
    return tuple(
        Like(lines[other], pair.score, band(pair), reasons(pair, found[pair.one], found[pair.other], rarity))
        for pair, other in others.items()
        if other in lines
    )


def _known_by_strings(
    session: Session, connection: sqlite3.Connection, contact_id: int, named: Iterable[Like]
) -> Iterable[Like]:
    """The companies beside those that are named of which search strings know."""
    known = {one.contact.id for one in named}
    pairs = {
        (pair.right if pair.left.id == contact_id else pair.left).id: pair
        for pair in search_strings.to_ask_about(session, contact_id)
    }
    for line in rows.lines(connection, [other for other in pairs if other not in known]):
        pair = pairs[line.id]
        yield Like(line, None, None, _by_strings(pair.matching, pair.of), pair.matching, pair.of)
