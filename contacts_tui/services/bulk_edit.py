"""Changing many contacts at once: the same rules as for one, in one step to undo."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field

from contacts_tui.domain.bulk_fields import belongs_to, not_for
from contacts_tui.domain.code_lists import ASSIGNED
from contacts_tui.domain.contact import Contact, ContactType
from contacts_tui.domain.errors import Refused
from contacts_tui.domain.fields import CONTACT
from contacts_tui.domain.history import Verb
from contacts_tui.domain.message import N_, Message
from contacts_tui.services import assignments, contact_changes, new_codes
from contacts_tui.services.assignments import Assign
from contacts_tui.services.lookups import Lookups
from contacts_tui.services.new_codes import NewCode
from contacts_tui.services.permissions import Right, permission
from contacts_tui.services.session import Session
from contacts_tui.services.unit import ROWS_AT_ONCE, Progress, batch
from contacts_tui.store.reader import Reader
from contacts_tui.store.turns import turn
from contacts_tui.store.unit_of_work import UnitOfWork

_READ_AT_ONCE = 500
_GONE = N_("Deleted meanwhile.")


@dataclass(frozen=True, slots=True)
class BulkChange:
    """What is done to each contact: the fields that are set, as typed, and the codes that are given or taken away.

    `new` are codes among those that are made in the same step.
    """

    fields: Mapping[str, str] = field(default_factory=dict)
    give: tuple[Assign, ...] = ()
    take: tuple[tuple[str, str], ...] = ()
    new: tuple[NewCode, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """The fields and lists that it is about."""
        names = (*self.fields, *(one.list for one in self.give), *(name for name, _code in self.take))
        return tuple(dict.fromkeys(names))


@dataclass(frozen=True, slots=True)
class BulkEdited:
    """What became of the contacts: so many changed, so many were as wanted already, the others were left out.

    `left_out` says why and how many for each reason. `followed` counts the people who took a change of their company,
    `kept` those who kept an own value, both beside the contacts that were to be changed themselves. `batch` is the step
    to undo, 0 where nothing changed. `stopped` says that the user stopped it: what was done until then stays.
    """

    changed: int
    unchanged: int
    left_out: tuple[tuple[Message, int], ...]
    followed: int
    kept: int
    batch: int
    stopped: bool = False


@dataclass(frozen=True, slots=True)
class Outlook:
    """What a change would meet: so many companies and people, of whom `fitting` can have it by their type.

    Of these `as_wanted` are as the change would make them. That is counted of a change of one field or code.
    """

    companies: int
    people: int
    fitting: int
    as_wanted: int = 0

    @property
    def contacts(self) -> int:
        """How many there are."""
        return self.companies + self.people


@permission(Right.EDIT_CONTACTS)
def edit(
    session: Session,
    ids: Sequence[int],
    change: BulkChange,
    *,
    progress: Progress | None = None,
    stopped: Callable[[], bool] | None = None,
) -> BulkEdited:
    """Change these contacts as one step to undo, in units of at most 200 rows.

    A contact for which a rule forbids the change is left out. Companies come first, since their people may follow.
    `progress` is told how many of how many are done; when `stopped` answers True, what is done stays.

    Raises:
        Refused: with the field and the value, where no contact may have it; nothing is stored.
        NotAllowed: where a code is to be made and the session's role may not change the set-up.
    """
    ordered, subject = session.book.records.reading(lambda read: _in_order(read, ids))
    key = batch(session, Verb.EDIT, subject)
    run = _Run(change, frozenset(ordered))
    done = 0
    while done < len(ordered):
        if stopped is not None and stopped():
            return run.result(key.id, stopped=True)
        with turn(), session.book.records.unit(key) as unit:
            lookups = Lookups(unit.read)
            if not done:
                new_codes.make(unit, lookups, session, change.new)
                _check(lookups, change)
            done += run.take(unit, lookups, ordered[done : done + ROWS_AT_ONCE])
            unit.note(followed=len(run.others(run.followed)), kept=len(run.others(run.kept)))
        if progress is not None:
            progress(done, len(ordered))
    return run.result(key.id, stopped=False)


@permission(Right.READ)
def outlook(session: Session, ids: Sequence[int], change: BulkChange) -> Outlook:
    """What a change would meet, as far as that is cheap to know.

    Raises:
        Refused: with the field and the value, where no contact may have it.
    """

    def ask(read: Reader) -> Outlook:
        lookups = Lookups(read)
        _check(lookups, change)
        companies = _companies(read, ids)
        present: set[int] = set().union(*(read.ids(Contact, id=part) for part in _parts(ids)))
        people = present - companies
        only = {belongs_to(name) for name in change.names}
        fitting = (set() if ContactType.PERSON in only else companies) | (
            set() if ContactType.COMPANY in only else people
        )
        counts = len(change.names) == 1 and not change.new
        as_wanted = _as_wanted(lookups, fitting, change) if counts else 0
        return Outlook(len(companies), len(people), len(fitting), as_wanted)

    return session.book.records.reading(ask)


def _as_wanted(lookups: Lookups, ids: Collection[int], change: BulkChange) -> int:
    """How many have the value of the one field, have the code that is given, or lack the one that is taken."""
    read, parts = lookups.read, list(_parts(tuple(ids)))
    for name, typed in change.fields.items():
        attribute, value = CONTACT[name].attribute, lookups.value(CONTACT[name], typed)
        return sum(read.count(Contact, id=part, **{attribute: value}) for part in parts)
    pairs = [(one.list, one.code) for one in change.give] or list(change.take)
    if len(pairs) != 1:
        return 0
    (name, code), (_list, how) = pairs[0], assignments.assignable(pairs[0][0])
    row_id = lookups.id_of(name, code)
    have = sum(read.count(how.record, contact_id=part, **{how.attribute: row_id}) for part in parts) if row_id else 0
    return have if change.give else len(ids) - have


def _companies(read: Reader, ids: Sequence[int]) -> set[int]:
    found: set[int] = set()
    for part in _parts(ids):
        found |= read.ids(Contact, id=part, type=ContactType.COMPANY)
    return found


def _in_order(read: Reader, ids: Sequence[int]) -> tuple[list[int], str]:
    """Companies first, and what the step is about: the name of a contact that is the only one."""
    companies = _companies(read, ids)
    ordered = sorted(dict.fromkeys(ids), key=lambda contact_id: contact_id not in companies)
    only = read.get(Contact, ordered[0]) if len(ordered) == 1 else None
    return ordered, only.name if only is not None else ""


def _parts(ids: Sequence[int]) -> Iterable[Sequence[int]]:
    return (ids[start : start + _READ_AT_ONCE] for start in range(0, len(ids), _READ_AT_ONCE))


def _check(lookups: Lookups, change: BulkChange) -> None:
    """Refuse what no contact may have; a code that is to be made is not asked for."""
    made = {(one.list, one.code) for one in change.new}
    refers = {name: CONTACT[name].refers_to for name in change.fields}
    typed = {name: text for name, text in change.fields.items() if (refers[name], text) not in made}
    contact_changes.values_of(lookups, typed)
    for wanted in change.give:
        if (wanted.list, wanted.code) not in made:
            assignments.check_givable(lookups, wanted.list, wanted.code)
    for name, code in change.take:
        assignments.code_id(lookups, assignments.assignable(name)[0], code)


class _Run:
    """What has become of the contacts so far. What a unit did that is lost is lost with the whole run."""

    def __init__(self, change: BulkChange, meant: frozenset[int]) -> None:
        self.change = change
        self.meant = meant
        self.changed: set[int] = set()
        self.unchanged: set[int] = set()
        self.followed: set[int] = set()
        self.kept: set[int] = set()
        self.left_out: dict[tuple[str, str], tuple[Message, int]] = {}

    def take(self, unit: UnitOfWork, lookups: Lookups, ids: Sequence[int]) -> int:
        """Change contacts until the unit is long enough; how many were dealt with."""
        present = {one.id: one for one in unit.read.all(Contact, id=ids)}
        written = 0
        for done, contact_id in enumerate(ids):
            if written >= ROWS_AT_ONCE:
                return done
            # A person may have followed the company in this very unit.
            contact = unit.read.get(Contact, contact_id) if contact_id in self.followed else present.get(contact_id)
            if contact is None:
                self._leave_out(("", _GONE), Message(_GONE))
                continue
            try:
                with unit.part():
                    written += self._change(unit, lookups, contact)
            except Refused as refused:
                name = refused.field
                wrong = not_for(name, contact.type) if name in CONTACT or name in ASSIGNED else None
                self._leave_out((name, refused.message.text), wrong or refused.message)
        return len(ids)

    def _change(self, unit: UnitOfWork, lookups: Lookups, contact: Contact) -> int:
        """Change one contact; how many rows that wrote."""
        done = contact_changes.change(unit, lookups, contact, contact, self.change.fields)
        written = len(done.followed) + (done.after is not contact)
        for name, code in self.change.take:
            with suppress(assignments.HasNot):
                assignments.take(unit, lookups, done.after, name, code)
                written += 1
        for wanted in self.change.give:
            with suppress(assignments.HasAlready):
                assignments.give(unit, lookups, done.after, wanted)
                written += 1
        (self.changed if written else self.unchanged).add(contact.id)
        self.followed |= set(done.followed)
        self.kept |= set(done.kept)
        return written

    def _leave_out(self, key: tuple[str, str], reason: Message) -> None:
        first, count = self.left_out.get(key, (reason, 0))
        self.left_out[key] = (first, count + 1)

    def others(self, ids: set[int]) -> set[int]:
        """Those of them that were not to be changed themselves."""
        return ids - self.meant

    def result(self, batch_id: int, *, stopped: bool) -> BulkEdited:
        """All of it. Who followed the company and was to be changed too has changed."""
        return BulkEdited(
            changed=len(self.changed | (self.followed & self.meant)),
            unchanged=len(self.unchanged - self.followed),
            left_out=tuple(self.left_out.values()),
            followed=len(self.others(self.followed)),
            kept=len(self.others(self.kept)),
            batch=batch_id,
            stopped=stopped,
        )
