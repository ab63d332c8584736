"""Entering contacts and changing them: what follows from a change is decided here, in one unit of work."""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from contacts_tui.domain import inheritance
from contacts_tui.domain.contact import Contact, ContactType
from contacts_tui.domain.errors import NotFound, Refused
from contacts_tui.domain.fields import CONTACT
from contacts_tui.domain.history import Verb, people_told
from contacts_tui.domain.message import Message, message
from contacts_tui.services import assignments, conflicts, new_codes, partners, user_setup
from contacts_tui.services import contact_changes as changes
from contacts_tui.services.assignments import Assign
from contacts_tui.services.lookups import Lookups
from contacts_tui.services.new_codes import NewCode
from contacts_tui.services.numbering import number_contact
from contacts_tui.services.permissions import Right, permission
from contacts_tui.services.session import Session
from contacts_tui.services.unit import writing
from contacts_tui.store.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class Created:
    """A new contact, the step that made it, and what there is to warn about."""

    contact: Contact
    batch: int
    warnings: tuple[Message, ...] = ()


@dataclass(frozen=True, slots=True)
class Edited:
    """A changed contact.

    `followed` counts the people of the company with a field changed besides the company's name, `kept` the others
    where a changed and inherited field differed. `taken_over` names the fields that another user changed meanwhile.
    `brought` counts the fields that came along with another company, the address as one. `batch` is 0 where nothing
    changed.
    """

    contact: Contact
    followed: int
    kept: int
    batch: int
    taken_over: tuple[Message, ...] = ()
    brought: int = 0

    @property
    def people(self) -> Message | None:
        """How many people followed and how many kept their own values; None where neither happened."""
        return people_told(self.followed, self.kept)


@permission(Right.EDIT_CONTACTS)
def create(
    session: Session,
    kind: ContactType,
    fields: Mapping[str, object],
    *,
    codes: Sequence[Assign] = (),
    new: Sequence[NewCode] = (),
    uid: str = "",
) -> Created:
    """Enter a contact. `fields` holds what was typed, by field name, in the order in which it was typed (D-4).

    `new` are codes among those that are to be made in the same step. The order of 2.5: number, what the company gives,
    defaults for what is still blank, consistency, codes. With a `uid` that is known already, the contact of that uid is
    returned and nothing is made: a save may be repeated.

    Raises:
        Refused: with the field and the value, where a rule forbids one; nothing is stored.
        Ambiguous: where the company that was typed may be any of several.
    """
    with writing(session, Verb.CREATE) as unit:
        if uid and (known := unit.read.find(Contact, uid=uid)) is not None:
            return Created(known, 0)
        lookups = Lookups(unit.read)
        new_codes.make(unit, lookups, session, new)
        contact, warnings = enter(session, unit, lookups, kind, fields, codes=codes, uid=uid)
        unit.batch.subject = contact.name
        unit.rename_batch()
        batch = unit.batch.id
    return Created(contact, batch, warnings)


def enter(
    session: Session,
    unit: UnitOfWork,
    lookups: Lookups,
    kind: ContactType,
    fields: Mapping[str, object],
    *,
    codes: Sequence[Assign] = (),
    uid: str = "",
) -> tuple[Contact, tuple[Message, ...]]:
    """Enter a contact within a unit of work that may hold more. See `create`."""
    values = changes.values_of(lookups, fields, skip=("number", "type"))
    blank = Contact(uid=uid or str(uuid.uuid4()), type=kind)
    early = changes.codes_before_company(fields)
    own = user_setup.own_salesperson_id(unit.read, session.user)
    contact = changes.new_contact(unit.read, lookups, blank, values, early, own)
    number = str(lookups.value(CONTACT["number"], fields.get("number", "")))
    number, series_id, warnings = number_contact(session, unit, lookups.setup, number)
    contact = unit.add(replace(contact, no=number, number_series_id=series_id))
    for wanted in codes:
        assignments.give(unit, lookups, contact, wanted)
    return _stored(unit, contact), warnings


@permission(Right.EDIT_CONTACTS)
def edit(
    session: Session,
    seen: Contact,
    fields: Mapping[str, object],
    *,
    give: Sequence[Assign] = (),
    take: Sequence[tuple[str, str]] = (),
    new: Sequence[NewCode] = (),
) -> Edited:
    """Change fields and codes of a contact, as one step to undo. `seen` is the contact as its editor saw it.

    `new` are codes that are to be made in the same step. What another user changed meanwhile in other fields is kept
    and named. People follow their company (3.3).

    Raises:
        Refused: with the field and the value, where a rule forbids one; nothing is stored.
        Conflict: where another user changed the same field to something else (C-R20).
        NotFound: where the contact was deleted meanwhile.
    """
    with writing(session, Verb.EDIT, seen.name) as unit:
        lookups = Lookups(unit.read)
        before = _present(unit, seen)
        new_codes.make(unit, lookups, session, new)
        done = changes.change(unit, lookups, seen, before, fields)
        for name, code in take:
            assignments.take(unit, lookups, done.after, name, code)
        for wanted in give:
            assignments.give(unit, lookups, done.after, wanted)
        followed, kept = len(done.followed), len(done.kept)
        unit.note(followed=followed, kept=kept)
        stored = _stored(unit, done.after)
        batch = unit.batch.id
    taken_over = conflicts.named(done.moved, before, done.after)
    return Edited(stored, followed, kept, batch, taken_over, changes.brought(before, done.after, done.values))


@permission(Right.EDIT_CONTACTS)
def set_codes(
    session: Session,
    seen: Contact,
    name: str,
    before: Sequence[str],
    after: Sequence[str],
    *,
    new: Sequence[NewCode] = (),
) -> Edited:
    """Give and take codes of one list, from those that the editor saw to those wanted, as one step to undo.

    `new` are codes that are to be made in the same step. What another user gave or took meanwhile stays.

    Raises:
        Refused: where a rule forbids a code; nothing is stored.
        NotFound: where the contact was deleted meanwhile.
    """
    give, take = assignments.difference(before, after)
    with writing(session, Verb.EDIT, seen.name) as unit:
        lookups = Lookups(unit.read)
        contact = _present(unit, seen)
        new_codes.make(unit, lookups, session, new)
        present = assignments.codes_of(unit.read, lookups, contact, name)
        for code in (code for code in take if code in present):
            assignments.take(unit, lookups, contact, name, code)
        for code in (code for code in give if code not in present):
            assignments.give(unit, lookups, contact, Assign(name, code))
        return Edited(_stored(unit, contact), 0, 0, unit.batch.id)


@permission(Right.EDIT_CONTACTS)
def take_company_value(session: Session, seen: Contact, attr: str) -> Edited:
    """Let one field of a person follow the company again; any field of the address takes the whole block.

    Raises:
        Refused: when the person has no company, the field is not one that people take from it, or it is a salesperson
            who is blocked for privacy (C-R19).
        Conflict: where another user changed the field meanwhile (C-R20).
        NotFound: where the person was deleted meanwhile.
    """
    with writing(session, Verb.EDIT, seen.name) as unit:
        before = _present(unit, seen)
        company = unit.read.get(Contact, before.company_id)
        if company is None or attr not in inheritance.INHERITED_FIELDS:
            raise Refused(message("There is no company value for this field."), value=seen.name)
        lookups = Lookups(unit.read)
        after = inheritance.take_company_value(before, company, attr)
        if after.salesperson_id != before.salesperson_id:
            lookups.check_salesperson(CONTACT["salesperson"], after.salesperson_id)
        names = [name for name in inheritance.INHERITED_FIELDS if getattr(after, name) != getattr(before, name)]
        changed = {name: getattr(after, name) for name in names}
        moved = conflicts.check(unit, lookups, CONTACT.values(), seen, before, changed)
        stored = unit.replace(before, after)
        partners.follow_contact(unit, before, stored)
        return Edited(stored, 0, 0, unit.batch.id, conflicts.named(moved, before, stored))


def _present(unit: UnitOfWork, seen: Contact) -> Contact:
    contact = unit.read.get(Contact, seen.id)
    if contact is None:
        raise NotFound(message("{name} was deleted meanwhile.", name=seen.name), value=seen.no)
    return contact


def _stored(unit: UnitOfWork, contact: Contact) -> Contact:
    """The contact as it stands after its codes were written, which stamp it (C-R17)."""
    stored = unit.read.get(Contact, contact.id)
    assert stored is not None
    return stored
