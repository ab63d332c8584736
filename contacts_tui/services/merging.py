"""Merging two contacts into one: what that would do, and doing it as one step to undo (domain 5.4)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from contacts_tui.domain import addresses, codes, collisions, merging
from contacts_tui.domain.code_lists import ASSIGNED
from contacts_tui.domain.collisions import Collision, Place, Resolution, Way
from contacts_tui.domain.contact import Contact
from contacts_tui.domain.errors import NotFound, Refused
from contacts_tui.domain.fields import CONTACT, Field
from contacts_tui.domain.history import Verb, people_told
from contacts_tui.domain.message import N_, Message, message
from contacts_tui.domain.record import OwnedRecord, with_values
from contacts_tui.domain.search_strings import SeparateContacts
from contacts_tui.services import affiliations, contact_changes, partners, separate
from contacts_tui.services.history_words import Words
from contacts_tui.services.lookups import Lookups, as_typed
from contacts_tui.services.permissions import Right, permission
from contacts_tui.services.session import Session
from contacts_tui.services.unit import writing
from contacts_tui.store import references
from contacts_tui.store.reader import Reader
from contacts_tui.store.unit_of_work import UnitOfWork

_ASSIGNED: Mapping[str, type[OwnedRecord]] = {
    name: found.assignment.record for name, found in ASSIGNED.items() if found.assignment
}


@dataclass(frozen=True, slots=True)
class Compared:
    """A field in which the two differ: the values as they are typed, and what they mean."""

    field: Field
    keep: str | bool
    drop: str | bool
    keep_words: str | Message
    drop_words: str | Message


@dataclass(frozen=True, slots=True)
class RowCount:
    """How many rows of a kind either side has, and how many of the other's come over (MG-R2)."""

    name: str
    title: Message
    keep: int
    drop: int
    moves: int


@dataclass(frozen=True, slots=True)
class Clash:
    """Two rows of one key in words; `differing` fields could be carried over, `free` is a code that is not used."""

    collision: Collision
    keep_words: str
    drop_words: str
    differing: tuple[str, ...]
    free: str


@dataclass(frozen=True, slots=True)
class Merging:
    """What merging `drop` into `keep` would do; `hindrance` says why it cannot be done whatever is chosen."""

    keep: Contact
    drop: Contact
    fields: tuple[Compared, ...]
    rows: tuple[RowCount, ...]
    clashes: tuple[Clash, ...]
    hindrance: Message | None

    @property
    def moving(self) -> tuple[RowCount, ...]:
        """The kinds of which something comes over."""
        return tuple(row for row in self.rows if row.moves)


@dataclass(frozen=True, slots=True)
class Merged:
    """The contact that is left, the one that went into it, and the step."""

    contact: Contact
    gone: Contact
    batch: int
    followed: int = 0
    kept: int = 0

    @property
    def people(self) -> Message | None:
        """What the people of the contact that is left did, in words."""
        return people_told(self.followed, self.kept)


@permission(Right.READ)
def preview(session: Session, keep_id: int, drop_id: int) -> Merging:
    """What merging the contact `drop_id` into `keep_id` would do.

    Raises:
        Refused: for one contact twice, or a company and a person.
        NotFound: when one of them is gone.
    """
    return session.book.records.reading(lambda read: _preview(read, keep_id, drop_id))


@permission(Right.DUPLICATES)
def merge(
    session: Session,
    keep_id: int,
    drop_id: int,
    *,
    take: Iterable[str] = (),
    resolutions: Mapping[str, Resolution] | None = None,
) -> Merged:
    """Merge the contact `drop_id` into `keep_id`: what referred to it refers to that one then, and it is gone (MG-R3).

    `take` names the fields whose value the contact that stays takes over, as an edit would. `resolutions` says by the
    key of a collision what is to be done about it (MG-R5).

    Raises:
        Refused: for one contact twice, a company and a person, two links of one kind, collisions about which nothing
            is said, or a value that a rule forbids.
        WrongUse: when a field or a key is named that does not differ or collide.
        NotFound: when one of them is gone.
    """
    with writing(session, Verb.MERGE) as unit:
        keep, drop = _pair(unit.read, keep_id, drop_id)
        lookups = Lookups(unit.read)
        _check_links(unit.read, keep, drop)
        names = merging.taken(keep, drop, take)
        values = {name: as_typed(lookups, CONTACT[name], drop) for name in names}
        done = contact_changes.change(unit, lookups, keep, keep, values)
        _resolve(unit, keep, drop, resolutions or {})
        _give_way(unit, keep, drop)
        affiliations.take_over(unit, keep.id, drop.id)
        partners.take_over(unit, done.after, drop.id)
        _move(unit, keep, drop)
        affiliations.settle_all(unit, keep.id)
        unit.remove(drop, told_of=keep.id)
        unit.stamp(keep.id)
        followed, kept = len(done.followed), len(done.kept)
        unit.note(followed=followed, kept=kept)
        stored = unit.read.get(Contact, keep.id)
        assert stored is not None
        return Merged(stored, drop, unit.batch.id, followed, kept)


def _pair(read: Reader, keep_id: int, drop_id: int) -> tuple[Contact, Contact]:
    found = []
    for contact_id in (keep_id, drop_id):
        contact = read.get(Contact, contact_id)
        if contact is None:
            raise NotFound(message("This contact was deleted."), value=str(contact_id))
        found.append(contact)
    keep, drop = found
    merging.check_pair(keep, drop)
    return keep, drop


# What it would do


def _preview(read: Reader, keep_id: int, drop_id: int) -> Merging:
    keep, drop = _pair(read, keep_id, drop_id)
    try:
        hindrance = None
        _check_links(read, keep, drop)
    except Refused as refused:
        hindrance = refused.message
    fields = _compared(read, keep, drop)
    return Merging(keep, drop, fields, tuple(_counts(read, keep, drop)), _clashes(read, keep, drop), hindrance)


def _compared(read: Reader, keep: Contact, drop: Contact) -> tuple[Compared, ...]:
    lookups, words = Lookups(read), Words(read)

    def compared(field: Field) -> Compared:
        left, right = (as_typed(lookups, field, contact) for contact in (keep, drop))
        meant = (words.value(field, getattr(contact, field.attribute))[1] for contact in (keep, drop))
        return Compared(field, left, right, *meant)

    return tuple(compared(field) for field in merging.differing(keep, drop))


def _counts(read: Reader, keep: Contact, drop: Contact) -> Iterable[RowCount]:
    """The kinds of rows of which either side has any."""
    own, others = (read.count(Contact, company_id=contact.id) for contact in (keep, drop))
    counts = [RowCount("people", Message(N_("People")), own, others, others)]
    for name, record in _ASSIGNED.items():
        left, right = (read.all(record, contact_id=contact.id) for contact in (keep, drop))
        going = merging.assignments_that_go(left, right)
        moves = sum(row not in going for row in right)
        counts.append(RowCount(name, Message(ASSIGNED[name].title), len(left), len(right), moves))
    own, others = (len(affiliations.of(read, contact.id)) for contact in (keep, drop))
    counts.append(RowCount("also_at", Message(N_("Also at")), own, others, others))
    own, others = (read.count(codes.AlternativeAddress, contact_id=contact.id) for contact in (keep, drop))
    counts.append(RowCount("alternative_addresses", Message(N_("Alternative addresses")), own, others, others))
    own, others = (len(read.ids(codes.CommentLine, "note_no", contact_id=contact.id)) for contact in (keep, drop))
    counts.append(RowCount("comments", Message(N_("Notes")), own, others, others))
    return (count for count in counts if count.keep or count.drop)


def _clashes(read: Reader, keep: Contact, drop: Contact) -> tuple[Clash, ...]:
    words = Words(read)
    used = {row.code for contact in (keep, drop) for row in read.all(codes.AlternativeAddress, contact_id=contact.id)}

    def said(row: Place) -> str:
        if isinstance(row, codes.AlternativeAddress):
            return addresses.one_line(row) or row.code
        return " ".join(words.row_value(row))

    return tuple(
        Clash(
            pair,
            said(pair.keep),
            said(pair.drop),
            collisions.address_fields(pair),
            collisions.free_code(pair.key, used) if pair.is_address else "",
        )
        for pair in _collisions(read, keep, drop)
    )


# Doing it


def _check_links(read: Reader, keep: Contact, drop: Contact) -> None:
    left, right = (read.all(codes.ContactBusinessRelation, contact_id=contact.id) for contact in (keep, drop))
    merging.check_links(left, right, keep.name)


def _places(read: Reader, contact: Contact) -> list[Place]:
    return [
        *read.all(codes.AlternativeAddress, contact_id=contact.id),
        *read.all(codes.AlternativeAddressRange, contact_id=contact.id),
    ]


def _collisions(read: Reader, keep: Contact, drop: Contact) -> tuple[Collision, ...]:
    return collisions.collisions(_places(read, keep), _places(read, drop))


def _resolve(unit: UnitOfWork, keep: Contact, drop: Contact, resolutions: Mapping[str, Resolution]) -> None:
    """Do what is said about each collision; the date ranges of an address that goes, go before it (AA-R4)."""
    found = _collisions(unit.read, keep, drop)
    collisions.check_resolved(found, resolutions)
    for pair in found:
        how = resolutions.get(pair.key)
        if how is None or unit.read.get(type(pair.drop), pair.drop.id) is None:
            continue  # it went with its address
        if how.way is Way.RENAME:
            others = [*_places(unit.read, keep), *_places(unit.read, drop)]
            unit.replace(pair.drop, replace(collisions.renamed(pair, how, others), contact_id=keep.id))
            continue
        unit.replace(pair.keep, collisions.removed(pair, how))
        if pair.is_address:
            for row in unit.read.all(codes.AlternativeAddressRange, alternative_address_id=pair.drop.id):
                unit.remove(row)
        unit.remove(pair.drop)


def _give_way(unit: UnitOfWork, keep: Contact, drop: Contact) -> None:
    """Take away what both have, and number what both number."""
    for record in _ASSIGNED.values():
        left, right = (unit.read.all(record, contact_id=contact.id) for contact in (keep, drop))
        for row in merging.assignments_that_go(left, right):
            unit.remove(row)
    own, others = (unit.read.all(codes.CommentLine, contact_id=contact.id) for contact in (keep, drop))
    for line, moved in zip(others, merging.moved_notes(own, others, keep.id), strict=True):
        unit.replace(line, moved)
    for row in separate.rows_of(unit.read, drop.id):
        pair = merging.moved_pair(row, keep.id, drop.id)
        known = pair and unit.read.find(SeparateContacts, contact_id=pair.contact_id, other_id=pair.other_id)
        if pair is None or known is not None:
            unit.remove(row)
        else:
            unit.replace(row, pair)


def _move(unit: UnitOfWork, keep: Contact, drop: Contact) -> None:
    """Let everything that still refers to the one that goes refer to the one that stays, whatever it is (MG-R3)."""
    for record, attribute in references.pointing_at(Contact):
        equal: dict[str, object] = {attribute: drop.id}
        for row in unit.read.all(record, limit=0, **equal):  # type: ignore[arg-type]
            unit.replace(row, with_values(row, {attribute: keep.id}))
