"""Entering contacts and changing them: what follows from a change is decided here, in one unit of work."""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from contacts_tui.domain import addresses, defaults, inheritance, vat
from contacts_tui.domain.codes import PostCode, UserSetup, VatFormat
from contacts_tui.domain.contact import Contact, ContactType, check_consistency, renamed
from contacts_tui.domain.errors import NotFound, Refused
from contacts_tui.domain.fields import CONTACT, CONTACT_LABELS, by_name
from contacts_tui.domain.history import Verb, people_told
from contacts_tui.domain.message import Message, message
from contacts_tui.services import assignments, conflicts
from contacts_tui.services.assignments import Assign
from contacts_tui.services.lookups import Lookups
from contacts_tui.services.numbering import number_contact
from contacts_tui.services.permissions import Right, permission
from contacts_tui.services.session import Session
from contacts_tui.services.unit import writing
from contacts_tui.store.unit_of_work import UnitOfWork

_FIXED = ("number", "type", "uid")


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
    `batch` is 0 where nothing changed.
    """

    contact: Contact
    followed: int
    kept: int
    batch: int
    taken_over: tuple[Message, ...] = ()

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
    uid: str = "",
) -> Created:
    """Enter a contact. `fields` holds what was typed, by field name, in the order in which it was typed (D-4).

    The order of 2.5: number, what the company gives, defaults for what is still blank, consistency, codes. With a
    `uid` that is known already, the contact of that uid is returned and nothing is made: a save may be repeated.

    Raises:
        Refused: with the field and the value, where a rule forbids one; nothing is stored.
        Ambiguous: where the company that was typed may be any of several.
    """
    with writing(session, Verb.CREATE) as unit:
        if uid and (known := unit.read.find(Contact, uid=uid)) is not None:
            return Created(known, 0)
        contact, warnings = enter(session, unit, Lookups(unit.read), kind, fields, codes=codes, uid=uid)
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
    values = _values(lookups, fields, skip=("number", "type"))
    blank = Contact(uid=uid or str(uuid.uuid4()), type=kind)
    contact = renamed(blank, replace(blank, **values))  # type: ignore[arg-type]
    if "search_name" in fields and values.get("search_name"):
        contact = replace(contact, search_name=str(values["search_name"]))
    contact = _with_post_code(unit, blank, contact, set(values))
    company = unit.read.get(Contact, contact.company_id)
    setup = lookups.setup
    if company is not None and not contact.is_company:
        typed = frozenset(values) - _codes_before_company(fields)
        contact = inheritance.join(contact, None, company, setup, typed)
    own = unit.read.find(UserSetup, user=session.user)
    contact = defaults.apply(contact, setup, own.salesperson_id if own else None)
    contact = _checked(unit, contact, company)
    number = str(lookups.value(CONTACT["number"], fields.get("number", "")))
    number, series_id, warnings = number_contact(session, unit, setup, number)
    contact = unit.add(replace(contact, no=number, number_series_id=series_id))
    for wanted in codes:
        assignments.give(unit, lookups, contact, wanted)
    stored = unit.read.get(Contact, contact.id)
    assert stored is not None
    return stored, warnings


@permission(Right.EDIT_CONTACTS)
def edit(
    session: Session,
    seen: Contact,
    fields: Mapping[str, object],
    *,
    give: Sequence[Assign] = (),
    take: Sequence[tuple[str, str]] = (),
) -> Edited:
    """Change fields and codes of a contact, as one step to undo. `seen` is the contact as its editor saw it.

    What another user changed meanwhile in other fields is kept and named. People follow their company (3.3).

    Raises:
        Refused: with the field and the value, where a rule forbids one; nothing is stored.
        Conflict: where another user changed the same field to something else (C-R20).
        NotFound: where the contact was deleted meanwhile.
    """
    with writing(session, Verb.EDIT, seen.name) as unit:
        lookups = Lookups(unit.read)
        before = unit.read.get(Contact, seen.id)
        if before is None:
            raise NotFound(message("{name} was deleted meanwhile.", name=seen.name), value=seen.no)
        values = _values(lookups, fields, skip=())
        if before.is_company and values.get("company_id") == before.id:
            values["company_id"] = None  # a company's company is itself (C-R1), which is not stored
        _check_fixed(before, values)
        changed = {attr: value for attr, value in values.items() if getattr(seen, attr) != value}
        taken_over = conflicts.check(unit, lookups, CONTACT.values(), seen, before, changed)
        after = _changed(unit, lookups, before, changed)
        after = unit.replace(before, after)
        followed, kept = _let_people_follow(unit, lookups, before, after)
        for name, code in take:
            assignments.take(unit, lookups, after, name, code)
        for wanted in give:
            assignments.give(unit, lookups, after, wanted)
        unit.note(followed=followed, kept=kept)
        stored = unit.read.get(Contact, after.id)
        assert stored is not None
        batch = unit.batch.id
    return Edited(stored, followed, kept, batch, taken_over)


@permission(Right.EDIT_CONTACTS)
def set_codes(session: Session, seen: Contact, name: str, codes: Sequence[str]) -> Edited:
    """Let a contact have exactly these codes of one list, as one step to undo."""

    def present() -> list[str]:
        _, how = assignments.assignable(name)
        return session.book.records.reading(
            lambda read: [
                Lookups(read).code(name, getattr(row, how.attribute))
                for row in read.all(how.record, contact_id=seen.id)
            ]
        )

    give, take = assignments.difference(present(), codes)
    return edit(session, seen, {}, give=[Assign(name, c) for c in give], take=[(name, c) for c in take])


@permission(Right.EDIT_CONTACTS)
def take_company_value(session: Session, seen: Contact, attr: str) -> Edited:
    """Let one field of a person follow the company again; any field of the address takes the whole block.

    Raises:
        Refused: when the person has no company, or the field is not one that people take from it.
    """
    company = session.book.records.reading(lambda read: read.get(Contact, seen.company_id))
    if company is None or attr not in inheritance.INHERITED_FIELDS:
        raise Refused(message("There is no company value for this field."), value=seen.name)
    with writing(session, Verb.EDIT, seen.name) as unit:
        before = unit.read.get(Contact, seen.id)
        if before is None:
            raise NotFound(message("{name} was deleted meanwhile.", name=seen.name), value=seen.no)
        after = unit.replace(before, inheritance.take_company_value(before, company, attr))
        return Edited(after, 0, 0, unit.batch.id)


def _values(lookups: Lookups, fields: Mapping[str, object], skip: Sequence[str]) -> dict[str, object]:
    """What was typed as attribute and value, in the same order."""
    values: dict[str, object] = {}
    for name, typed in fields.items():
        field = by_name(CONTACT, name)
        if name not in skip:
            values[field.attribute] = lookups.value(field, typed)
    return values


def _codes_before_company(fields: Mapping[str, object]) -> frozenset[str]:
    """The inherited codes that were typed before the company was chosen: the company's value overwrites them (D-4)."""
    names = list(fields)
    before = names[: names.index("company")] if "company" in names else []
    codes = {
        "salesperson": "salesperson_id",
        "territory": "territory_id",
        "country": "country_id",
        "language": "language_id",
    }
    return frozenset(codes[name] for name in before if name in codes)


def _check_fixed(before: Contact, values: Mapping[str, object]) -> None:
    for name in _FIXED:
        field = CONTACT[name]
        if field.attribute in values and values[field.attribute] != getattr(before, field.attribute):
            raise Refused(
                message("{field}: cannot be changed once the contact is saved.", field=Message(field.label)),
                field=name,
                value=str(values[field.attribute]),
            )


def _changed(unit: UnitOfWork, lookups: Lookups, before: Contact, changed: Mapping[str, object]) -> Contact:
    """The contact with what was typed and what follows from it within the contact itself."""
    company_id = changed.get("company_id", before.company_id)
    after = replace(before, **{attr: value for attr, value in changed.items() if attr != "company_id"})  # type: ignore[arg-type]
    after = renamed(before, after)
    if before.country_id is not None and after.country_id != before.country_id:
        known = unit.read.all(PostCode, country_id=[before.country_id])
        after = addresses.after_country_change(before, after, known)
    after = _with_post_code(unit, before, after, set(changed))
    company = unit.read.get(Contact, company_id if isinstance(company_id, int) else None)
    if "company_id" in changed and company_id != before.company_id:
        if company is None:
            after = inheritance.leave(after)
        else:
            check_consistency(replace(after, company_id=company.id), company, CONTACT_LABELS)
            old = unit.read.get(Contact, before.company_id)
            after = inheritance.join(after, old, company, lookups.setup, frozenset(changed))
    return _checked(unit, after, company)


def _with_post_code(unit: UnitOfWork, before: Contact, after: Contact, typed: set[str]) -> Contact:
    """Fill town, county and country from the one known post code that fits, or the post code from the town (C-R11)."""
    code_changed, city_changed = after.post_code != before.post_code, after.city != before.city
    if code_changed == city_changed or not (after.post_code if code_changed else after.city):
        return after
    if code_changed and "city" in typed and after.city:
        return after
    known = unit.read.all(PostCode)
    country_id = after.country_id if "country_id" in typed else None
    if code_changed:
        found = addresses.matching(known, code=after.post_code, country_id=country_id)
    else:
        found = addresses.matching(known, city=after.city, country_id=country_id)
    return addresses.with_post_code(after, found[0]) if len(found) == 1 else after


def _checked(unit: UnitOfWork, contact: Contact, company: Contact | None) -> Contact:
    """The contact, its VAT number in upper case, when nothing about it is forbidden (C-R1, C-R2, C-R15)."""
    check_consistency(contact, company, CONTACT_LABELS)
    if not contact.vat_number:
        return contact
    formats = [row.format for row in unit.read.all(VatFormat, country_id=contact.country_id)]
    label = Message(CONTACT["vat_number"].label)
    return replace(contact, vat_number=vat.check(contact.vat_number, formats, label=label))


def _let_people_follow(unit: UnitOfWork, lookups: Lookups, before: Contact, after: Contact) -> tuple[int, int]:
    """Let the people of a changed company follow it (3.3, IN-R15); how many did, and how many kept their own values."""
    if not after.is_company or after is before:
        return 0, 0
    followed = kept = 0
    for person in unit.read.all(Contact, company_id=after.id):
        moved = inheritance.follow(person, before, after, lookups.setup)
        if moved is not person:
            unit.replace(person, moved)
            followed += 1
        elif inheritance.kept_own(person, before, after, lookups.setup):
            kept += 1
    return followed, kept
