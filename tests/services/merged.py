"""What the tests of merging share: merging by number, two companies with all there is, every row of a book."""

from __future__ import annotations

import json
from collections.abc import Mapping

import pytest

from contacts_tui.domain import codes
from contacts_tui.domain.collisions import Resolution, Way
from contacts_tui.domain.contact import Contact
from contacts_tui.domain.history import Verb
from contacts_tui.services import (
    address_ranges,
    addresses,
    affiliations,
    contacts,
    merging,
    notes,
    separate,
    setup_lists,
)
from contacts_tui.services.assignments import Assign
from contacts_tui.services.session import Session
from contacts_tui.services.unit import batch as new_batch
from contacts_tui.store.mapping import UNRECORDED, row_json
from contacts_tui.store.models import SYSTEM_TABLES, TABLES
from tests.services.reference import (
    CANNON,
    LAURIER,
    LUC,
    MARIE,
    contact,
    give,
    line,
    new_company,
    new_person,
    rows,
)

COTTAGE_GOES = {"COTTAGE": Resolution(Way.REMOVE)}
COTTAGE_RENAMED = {"COTTAGE": Resolution(Way.RENAME, "COTTAGE2")}


def id_of(session: Session, number: str) -> int:
    return contact(session, number).id


def merged(session: Session, keep: str, drop: str, /, *take: str, **more: Resolution) -> merging.Merged:
    return merging.merge(session, id_of(session, keep), id_of(session, drop), take=take, resolutions=more)


def address(session: Session, number: str, code: str, **fields: object) -> None:
    addresses.add(session, id_of(session, number), {"code": code, **fields})


def span(session: Session, number: str, code: str, start: str) -> None:
    address_ranges.add(session, id_of(session, number), {"code": code, "starting_date": start})


def link(session: Session, number: str, code: str, kind: str, no: str) -> None:
    """Link a company to a customer or vendor, as an import does."""
    row = codes.ContactBusinessRelation(
        contact_id=id_of(session, number),
        business_relation_id=line(session, "business_relations", code).id,
        link_to=kind,
        no=no,
    )
    with session.book.records.unit(new_batch(session, Verb.IMPORT, "file")) as unit:
        unit.add(row)


def everything(session: Session) -> Mapping[str, object]:
    """Every row of every table of the file, without versions, stamps and the history."""
    found: dict[str, object] = {}
    for record in TABLES:
        own = [json.loads(row_json(row)) for row in rows(session, record)]
        for row in own:
            for name in UNRECORDED - {"id"}:
                row.pop(name, None)
        found[record.__name__] = own
    database = session.book.records.database
    for table in SYSTEM_TABLES:
        if table.table_name().startswith("history"):
            continue
        kept = [f for f in table._meta.sorted_fields if f.name not in ("pos", "version")]
        found[table.table_name()] = sorted(map(repr, table.select(*kept).tuples().execute(database)))
    return found


@pytest.fixture
def both(reference_book: Session) -> tuple[Session, str, str]:
    """Two companies that have people, codes, links, addresses, date ranges, notes and marks, many in common."""
    found = reference_book
    setup_lists.add(found, "business_relations", {"code": "VEND"})
    third = new_company(found, name="Third Ltd.").no
    give(found, LAURIER, "industry_groups", "RETAIL", "MANUF")
    give(found, CANNON, "industry_groups", "RETAIL")
    give(found, CANNON, "mailing_groups", "MOVE", "GIFT")
    give(found, LAURIER, "mailing_groups", "MOVE")
    for number in (LAURIER, CANNON):
        give(found, number, "business_relations", "PROS")
        contacts.edit(found, contact(found, number), {}, give=[Assign("web_sources", "WEB", f"word {number}")])
        address(found, number, "COTTAGE", address=f"at {number}", city="Hull")
        span(found, number, "COTTAGE", "2018-06-01")
        for text in ("first", "second " * 20):
            notes.add(found, id_of(found, number), {"text": f"{text} of {number}"})
    address(found, CANNON, "OFFICE", city="Toronto")
    span(found, CANNON, "OFFICE", "2018-01-01")
    link(found, LAURIER, "CUST", "customer", "10000")
    link(found, CANNON, "VEND", "vendor", "20000")
    new_person(found, name="Anne Roy", company=CANNON)
    new_person(found, name="Bea Ogilvie", company=CANNON, phone="416-555-0299")
    anne = next(person.id for person in rows(found, Contact) if person.name == "Anne Roy")
    at = ((LUC, CANNON, "Adviser"), (LUC, LAURIER, "Board"), (MARIE, CANNON, ""), (MARIE, third, ""))
    for person, company, role in at:
        affiliations.add(found, id_of(found, person), {"company": company, "role": role})
    affiliations.add(found, anne, {"company": LAURIER})
    separate.mark(found, id_of(found, CANNON), id_of(found, third))
    separate.mark(found, id_of(found, LAURIER), id_of(found, CANNON))
    return found, LAURIER, CANNON
