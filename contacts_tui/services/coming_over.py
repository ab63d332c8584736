"""What of each kind two contacts have that are to be merged, and what comes over (MG-R2)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from contacts_tui.domain import codes, merging
from contacts_tui.domain.code_lists import ASSIGNED
from contacts_tui.domain.contact import Contact
from contacts_tui.domain.message import N_, Message
from contacts_tui.domain.record import OwnedRecord
from contacts_tui.services import affiliations
from contacts_tui.store.reader import Reader

ASSIGNED_ROWS: Mapping[str, type[OwnedRecord]] = {
    name: found.assignment.record for name, found in ASSIGNED.items() if found.assignment
}


@dataclass(frozen=True, slots=True)
class RowCount:
    """How many rows of a kind either side has, and how many of the other's come over (MG-R2)."""

    name: str
    title: Message
    keep: int
    drop: int
    moves: int


def counts(read: Reader, keep: Contact, drop: Contact) -> Iterable[RowCount]:
    """The kinds of rows of which either side has any."""
    own, others = (read.count(Contact, company_id=contact.id) for contact in (keep, drop))
    found = [RowCount("people", Message(N_("People")), own, others, others)]
    for name, record in ASSIGNED_ROWS.items():
        left, right = (read.all(record, contact_id=contact.id) for contact in (keep, drop))
        going = merging.assignments_that_go(left, right)
        moves = sum(row not in going for row in right)
        found.append(RowCount(name, Message(ASSIGNED[name].title), len(left), len(right), moves))
    own, others = (len(affiliations.of(read, contact.id)) for contact in (keep, drop))
    found.append(RowCount("also_at", Message(N_("Also at")), own, others, others))
    own, others = (read.count(codes.AlternativeAddress, contact_id=contact.id) for contact in (keep, drop))
    found.append(RowCount("alternative_addresses", Message(N_("Alternative addresses")), own, others, others))
    own, others = (len(read.ids(codes.CommentLine, "note_no", contact_id=contact.id)) for contact in (keep, drop))
    found.append(RowCount("comments", Message(N_("Notes")), own, others, others))
    return (count for count in found if count.keep or count.drop)
