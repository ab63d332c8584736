"""Companies that share enough search strings: the pairs, the question after a save, and the batch job (section 5)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from contacts_tui.domain.contact import Contact, ContactType
from contacts_tui.domain.search_strings import SearchStringRule
from contacts_tui.services import separate
from contacts_tui.services.lookups import Lookups
from contacts_tui.services.permissions import Right, permission
from contacts_tui.services.session import Session
from contacts_tui.services.unit import ROWS_AT_ONCE, Progress
from contacts_tui.store import duplicate_pairs, history
from contacts_tui.store.reader import Reader


@dataclass(frozen=True, slots=True)
class Pair:
    """Two companies that share `matching` strings, of as many as there are rules; `separate` where somebody said that
    they are not the same."""

    left: Contact
    right: Contact
    matching: int
    of: int
    separate: bool


@dataclass(frozen=True, slots=True)
class Generated:
    """How many companies the batch job went through, how many pairs there are now; whether the user stopped it."""

    companies: int
    pairs: int
    stopped: bool = False


@permission(Right.READ)
def pairs(session: Session, contact_id: int | None = None, *, with_separate: bool = False) -> tuple[Pair, ...]:
    """The pairs that were found, those that share most first: all, or those of one company (DU-R14)."""
    return session.book.records.reading(lambda read: _pairs(read, contact_id, with_separate))


@permission(Right.READ)
def to_ask_about(session: Session, *contact_ids: int) -> tuple[Pair, ...]:
    """The pairs to ask about after companies were saved; none where the set-up does not want it (DU-R7, DU-R13)."""

    def ask(read: Reader) -> tuple[Pair, ...]:
        if not Lookups(read).setup.autosearch_for_duplicates:
            return ()
        only, meant = (contact_ids[0] if len(contact_ids) == 1 else None), frozenset(contact_ids)
        found = _pairs(read, only, with_separate=False)
        return tuple(pair for pair in found if not meant.isdisjoint((pair.left.id, pair.right.id)))

    return session.book.records.reading(ask)


@permission(Right.DUPLICATES)
def generate(
    session: Session,
    ids: Sequence[int] | None = None,
    *,
    progress: Progress | None = None,
    stopped: Callable[[], bool] | None = None,
) -> Generated:
    """Make the strings and pairs of these companies anew, of all where none are named (DU-R12).

    They follow from the companies and leave no step in the history. `progress` is told how many of how many are done;
    when `stopped` answers True, what is done stays.
    """
    records = session.book.records
    wanted = records.reading(lambda read: sorted(read.ids(Contact, type=ContactType.COMPANY)))
    if ids is not None:
        named = set(ids)
        wanted = [contact_id for contact_id in wanted if contact_id in named]
    done = _refresh(session, wanted, progress, stopped)
    found = records.reading(lambda read: len(_pairs(read, None, with_separate=False)))
    return Generated(done, found, done < len(wanted))


@permission(Right.IMPORT)
def follow_import(session: Session, batch_id: int) -> None:
    """Make the strings and pairs of the companies that an import wrote, where the set-up keeps any."""

    def ask(read: Reader) -> list[int]:
        is_kept = Lookups(read).setup.maintain_duplicate_search_strings and read.count(SearchStringRule)
        return history.contacts_of(read.database, batch_id) if is_kept else []

    _refresh(session, session.book.records.reading(ask), None, None)


def _refresh(
    session: Session, ids: Sequence[int], progress: Progress | None, stopped: Callable[[], bool] | None
) -> int:
    """Refresh these contacts in short transactions; how many it came to."""
    done = 0
    while done < len(ids) and not (stopped is not None and stopped()):
        session.book.records.refresh_strings(ids[done : done + ROWS_AT_ONCE])
        done = min(done + ROWS_AT_ONCE, len(ids))
        if progress is not None:
            progress(done, len(ids))
    return done


def _pairs(read: Reader, contact_id: int | None, with_separate: bool) -> tuple[Pair, ...]:
    known, parted = duplicate_pairs.pairs(read.database, contact_id), separate.pairs(read)
    rules = read.count(SearchStringRule)
    shown = [pair for pair in known if with_separate or (pair.left, pair.right) not in parted]
    contacts = {c.id: c for c in read.all(Contact, id={i for pair in shown for i in (pair.left, pair.right)})}
    return tuple(
        Pair(contacts[p.left], contacts[p.right], p.matching, rules, (p.left, p.right) in parted) for p in shown
    )
