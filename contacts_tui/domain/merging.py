"""Merging two contacts that are the same: what differs, what the rows of the one that goes become (domain 5.4)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from contacts_tui.domain.code_lists import ASSIGNED
from contacts_tui.domain.codes import CommentLine, ContactBusinessRelation
from contacts_tui.domain.contact import Contact
from contacts_tui.domain.errors import Refused, WrongUse
from contacts_tui.domain.fields import CONTACT, Field
from contacts_tui.domain.message import N_, Message, message
from contacts_tui.domain.record import OwnedRecord
from contacts_tui.domain.search_strings import SeparateContacts, ordered

#: What a merge cannot take from the other: what names a contact, and what the program derives.
_OWN = frozenset(("number", "uid", "type", "search_name", "company_name", "modified"))
_NAME_PARTS = ("first_name", "middle_name", "surname")

LINKS: Mapping[str, str] = {
    "customer": N_("customer"),
    "vendor": N_("vendor"),
    "bank_account": N_("bank account"),
}
"""What the kinds of link are called."""


def check_pair(keep: Contact, drop: Contact) -> None:
    """Refuse one contact twice, and a company with a person (MG-R7).

    Raises:
        Refused: with the number of the one that would go.
    """
    if keep.id == drop.id:
        raise Refused(message("{name} cannot be merged into itself.", name=keep.name), value=drop.no)
    if keep.type is not drop.type:
        text = message(
            "{keep} and {drop} are a company and a person, which are never merged.", keep=keep.name, drop=drop.name
        )
        raise Refused(text, value=drop.no)


def differing(keep: Contact, drop: Contact) -> tuple[Field, ...]:
    """The fields whose values differ (MG-R1). Parts of a name go with the name, where that differs too."""
    found = [
        field
        for field in CONTACT.values()
        if field.name not in _OWN
        and field.applies_to in (None, keep.type)
        and getattr(keep, field.attribute) != getattr(drop, field.attribute)
    ]
    whole = keep.name != drop.name
    return tuple(field for field in found if not (whole and field.name in _NAME_PARTS))


def taken(keep: Contact, drop: Contact, names: Iterable[str]) -> tuple[str, ...]:
    """The fields to take from the one that goes, in the order in which they are entered: the company before what it
    would bring, the parts of a name before the whole of it, so that it is not split anew (C-R7, D-4).

    Raises:
        WrongUse: when a field does not differ, or is none.
    """
    known = {field.name for field in differing(keep, drop)}
    wanted = dict.fromkeys(names)
    for name in wanted.keys() - known:
        raise WrongUse(
            message(
                "{field}: there is nothing to take. What differs: {names}.",
                field=Message(CONTACT[name].label) if name in CONTACT else name,
                names=", ".join(field.name for field in differing(keep, drop)) or "–",
            ),
            field=name,
        )
    if "name" in wanted and not keep.is_company:
        wanted.update(dict.fromkeys(_NAME_PARTS))
    first = ("company", *_NAME_PARTS)
    return tuple(sorted(wanted, key=lambda name: first.index(name) if name in first else len(first)))


# Rows


def check_links(keep: Iterable[ContactBusinessRelation], drop: Iterable[ContactBusinessRelation], name: str) -> None:
    """Refuse two links of one kind: a contact has at most one (MG-R7, BR-R2). `name` is the contact that stays.

    Raises:
        Refused: with the number that the one that would go is linked to.
    """
    present = [row for row in keep if row.no]
    for row in drop:
        for other in present:
            if row.no and (row.link_to == other.link_to or row.business_relation_id == other.business_relation_id):
                text = message(
                    "Both are linked to a {kind}: {name} to {keep}, the other to {drop}. Take one link away first.",
                    kind=Message(LINKS.get(row.link_to, row.link_to)),
                    name=name,
                    keep=other.no,
                    drop=row.no,
                )
                raise Refused(text, field="business_relations", value=row.no)


def assignments_that_go(keep: Sequence[OwnedRecord], drop: Sequence[OwnedRecord]) -> list[OwnedRecord]:
    """The rows of one list that go without asking, since both have the code: the other's (MG-R6). A plain relation
    gives way to one with a link (BR-R3)."""
    present = {_code(row): row for row in keep}
    gone = []
    for row in drop:
        other = present.get(_code(row))
        if other is None:
            continue
        is_linked = isinstance(row, ContactBusinessRelation) and bool(row.no)
        gone.append(other if is_linked else row)
    return gone


def _code(row: OwnedRecord) -> object:
    how = next(
        found.assignment for found in ASSIGNED.values() if found.assignment and found.assignment.record is type(row)
    )
    return getattr(row, how.attribute)


def moved_notes(keep: Iterable[CommentLine], drop: Iterable[CommentLine], keep_id: int) -> list[CommentLine]:
    """The lines of the other's notes as the contact that stays has them: numbered after its own."""
    present = list(keep)
    lines = max((line.line_no for line in present), default=0)
    notes = max((line.note_no for line in present), default=0)
    return [
        replace(line, contact_id=keep_id, line_no=lines + line.line_no, note_no=notes + line.note_no) for line in drop
    ]


def moved_pair(row: SeparateContacts, keep_id: int, drop_id: int) -> SeparateContacts | None:
    """What was said of the one that goes and a third, said of the one that stays; None where it was said of the two."""
    third = row.other_id if row.contact_id == drop_id else row.contact_id
    if third == keep_id:
        return None
    first, second = ordered(keep_id, third)
    return replace(row, contact_id=first, other_id=second)
