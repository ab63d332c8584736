"""What follows from what was typed about a contact, within the unit of work that writes it."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence, Set
from dataclasses import dataclass, replace

from contacts_tui.domain import addresses, defaults, inheritance, privacy, vat
from contacts_tui.domain.codes import PostCode, VatFormat
from contacts_tui.domain.consistency import check_consistency
from contacts_tui.domain.contact import Contact, entered
from contacts_tui.domain.errors import Refused
from contacts_tui.domain.fields import CONTACT, Field, by_name
from contacts_tui.domain.message import Message, message
from contacts_tui.services import affiliations, conflicts, partners, separate, type_changes
from contacts_tui.services.lookups import Lookups
from contacts_tui.store.reader import Reader
from contacts_tui.store.unit_of_work import UnitOfWork

_FIXED = ("number", "uid")
_PLACE = ("post_code", "city", "county", "country_id")
_INHERITED_CODES = ("salesperson", "territory", "country", "language")


@dataclass(frozen=True, slots=True)
class Changed:
    """What a change did to a contact, which is `after` as it is stored now.

    `values` are what was typed and differs, by attribute; `moved` the fields that another user changed since the editor
    saw the contact. `followed` and `kept` are the ids of the people who took the company's change, and of the others
    where a changed and inherited field differed.
    """

    after: Contact
    values: Mapping[str, object]
    moved: tuple[Field, ...]
    followed: tuple[int, ...]
    kept: tuple[int, ...]


def change(
    unit: UnitOfWork,
    lookups: Lookups,
    seen: Contact,
    before: Contact,
    fields: Mapping[str, object],
    more: Mapping[str, object] | None = None,
) -> Changed:
    """Write what was typed about the contact that is `before` now, and what follows from it (3.3).

    `seen` is the contact as its editor saw it, `more` attributes that nobody can type.

    Raises:
        Refused: with the field and the value, where a rule forbids one.
        Conflict: where another user changed the same field to something else (C-R20).
    """
    values = values_of(lookups, fields) | dict(more or {})
    if before.is_company and values.get("company_id") == before.id:
        values["company_id"] = None  # a company's company is itself (C-R1), which is not stored
    check_fixed(before, values)
    changed, moved = conflicts.wanted(unit, lookups, CONTACT.values(), seen, before, values)
    names = frozenset(field.attribute for field in moved)
    within = {attribute: value for attribute, value in changed.items() if attribute != "type"}
    after = changed_contact(unit.read, lookups, before, within, codes_before_company(fields), names)
    if changed.get("type", before.type) is not before.type:
        after = type_changes.turned(unit.read, lookups, after)
    after = unit.replace(before, after)
    if after.type is not before.type:
        separate.forget(unit, after.id)
    if after.company_id != before.company_id:
        affiliations.settle(unit, after)
    partners.follow_contact(unit, before, after)
    followed, kept = let_people_follow(unit, lookups, before, after)
    return Changed(after, changed, moved, followed, kept)


def values_of(lookups: Lookups, fields: Mapping[str, object], skip: Sequence[str] = ()) -> dict[str, object]:
    """What was typed, by field name, as attribute and value in the same order."""
    known = {name: by_name(CONTACT, name) for name in fields}
    return {known[n].attribute: lookups.value(known[n], typed) for n, typed in fields.items() if n not in skip}


def codes_before_company(fields: Mapping[str, object]) -> frozenset[str]:
    """The inherited codes that were typed before the company was chosen: the company's value overwrites them (D-4)."""
    names = list(fields)
    before = names[: names.index("company")] if "company" in names else []
    return frozenset(CONTACT[name].attribute for name in before if name in _INHERITED_CODES)


def check_fixed(before: Contact, values: Mapping[str, object]) -> None:
    """Refuse another number or uid for a contact that is saved."""
    for name in _FIXED:
        field = CONTACT[name]
        if field.attribute in values and values[field.attribute] != getattr(before, field.attribute):
            raise Refused(
                message("{field}: cannot be changed once the contact is saved.", field=Message(field.label)),
                field=name,
                value=str(values[field.attribute]),
            )


def new_contact(
    read: Reader,
    lookups: Lookups,
    blank: Contact,
    values: Mapping[str, object],
    early: Set[str],
    own_salesperson_id: int | None,
) -> Contact:
    """A new contact as it is saved: what was typed, the place, what the company gives, and defaults (2.5, IN-R4).

    `early` names the codes that were typed before the company.
    """
    contact = entered(blank, values)
    contact, placed = _in_place(read, blank, contact, set(values))
    company = read.get(Contact, contact.company_id)
    if company is not None and not contact.is_company:
        check_consistency(contact, company)
        contact = inheritance.join(contact, None, company, lookups.setup, (frozenset(values) | placed) - early)
    contact = defaults.apply(contact, lookups.setup, own_salesperson_id)
    contact = without_blocked(lookups, blank, contact, values)
    contact = privacy.settled(blank, contact, values)
    return checked(read, blank, contact, company)


def changed_contact(
    read: Reader,
    lookups: Lookups,
    before: Contact,
    changed: Mapping[str, object],
    early: Set[str],
    moved: Set[str],
) -> Contact:
    """The contact with what was typed and what follows from it within the contact itself.

    `early` names the codes that were typed before the company, `moved` the attributes that another user changed since
    the editor saw the contact: nothing that only follows from what was typed overwrites those.
    """
    company_id = changed.get("company_id", before.company_id)
    after = entered(before, {attribute: value for attribute, value in changed.items() if attribute != "company_id"})
    if before.country_id is not None and after.country_id != before.country_id:
        known = read.all(PostCode, country_id=[before.country_id])
        after = addresses.after_country_change(before, after, known)
    after, placed = _in_place(read, before, after, set(changed))
    company = read.get(Contact, company_id if isinstance(company_id, int) else None)
    if "company_id" in changed and company_id != before.company_id:
        if company is None:
            after = inheritance.leave(after)
        else:
            check_consistency(replace(after, company_id=company.id), company, before)
            old = read.get(Contact, before.company_id)
            after = inheritance.join(after, old, company, lookups.setup, (frozenset(changed) | placed) - early)
    kept = {name: getattr(before, name) for name in _PLACE if name in moved and name not in changed}
    after = replace(without_blocked(lookups, before, after, changed), **kept)
    after = privacy.settled(before, after, changed)
    return checked(read, before, after, company)


def brought(before: Contact, after: Contact, typed: Collection[str]) -> int:
    """How many fields came along with another company, besides those that were typed; the address counts once."""
    if after.company_id in (before.company_id, None):
        return 0
    moved = [name for name in inheritance.TAKEN_ON_JOINING if getattr(before, name) != getattr(after, name)]
    whole = frozenset(addresses.BLOCK_FIELDS)
    return len({"address" if name in whole else name for name in moved if name not in typed})


def let_people_follow(
    unit: UnitOfWork, lookups: Lookups, before: Contact, after: Contact
) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Let the people of a changed company follow it (3.3, IN-R15); who did, and who kept their own values, by id.

    A new name of the company is the people's company name too, which stamps them (C-R9, IN-R10).
    """
    if not after.is_company or after is before:
        return (), ()
    followed: list[int] = []
    kept: list[int] = []
    for person in unit.read.all(Contact, company_id=after.id):
        moved = inheritance.follow(person, before, after, lookups.setup)
        if moved is not person:
            partners.follow_contact(unit, person, unit.replace(person, moved))
            followed.append(person.id)
            continue
        if after.name != before.name:
            unit.stamp(person.id)
        if inheritance.kept_own(person, before, after, lookups.setup):
            kept.append(person.id)
    return tuple(followed), tuple(kept)


def _in_place(read: Reader, before: Contact, after: Contact, typed: Set[str]) -> tuple[Contact, frozenset[str]]:
    """The contact with its place filled from the post codes, and the attributes that were filled (C-R11)."""
    if (after.post_code, after.city) == (before.post_code, before.city):
        return after, frozenset()
    filled = addresses.fill_place(before, after, typed, read.all(PostCode))
    return filled, frozenset(name for name in _PLACE if getattr(filled, name) != getattr(after, name))


def without_blocked(lookups: Lookups, before: Contact, after: Contact, typed: Mapping[str, object]) -> Contact:
    """A salesperson who is blocked for privacy does not get on a contact by default or inheritance either (C-R19)."""
    if after.salesperson_id == before.salesperson_id or not lookups.is_blocked(after.salesperson_id):
        return after
    own = typed.get("salesperson_id", before.salesperson_id)
    return replace(after, salesperson_id=own if isinstance(own, int) else None)


def checked(read: Reader, before: Contact, contact: Contact, company: Contact | None) -> Contact:
    """The contact, its VAT number in upper case, when nothing about it is forbidden (C-R1, C-R2, C-R15).

    The form of a VAT number is checked when it or the country changes, not again when a form is added to the list.
    """
    check_consistency(contact, company, before)
    if not contact.vat_number or (contact.vat_number, contact.country_id) == (before.vat_number, before.country_id):
        return contact
    formats = [row.format for row in read.all(VatFormat, country_id=contact.country_id)]
    label = Message(CONTACT["vat_number"].label)
    return replace(contact, vat_number=vat.check(contact.vat_number, formats, label=label))
