"""What the tests of merging share: merging by number, two companies with all there is, every row of a book."""

from __future__ import annotations

import json
from collections.abc import Mapping

import pytest

from contacts_tui.domain import codes
from contacts_tui.domain.collisions import Resolution, Way
from contacts_tui.domain.contact import Contact
from contacts_tui.domain.history import Verb
from contacts_tui.domain.partners import LISTS_OF, Link
from contacts_tui.services import (
    address_ranges,
    addresses,
    affiliations,
    contacts,
    links,
    marketing_setup,
    merging,
    notes,
    search_strings,
    separate,
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
    edit_line,
    give,
    line,
    new_company,
    new_person,
    rows,
    setup_line,
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


def with_relations(session: Session) -> Session:
    """The book with a business relation for each kind of link."""
    for code in ("VEND", "BANK"):
        setup_line(session, "business_relations", code=code)
    relations = {"customers": "CUST", "vendors": "VEND", "bank_accs": "BANK"}
    marketing_setup.edit(session, {f"bus_rel_code_for_{name}": code for name, code in relations.items()})
    return session


@pytest.fixture
def both(reference_book: Session) -> tuple[Session, str, str]:
    """Two companies that have people, codes, links, addresses, date ranges, notes, pairs and marks, many in common."""
    found = with_relations(reference_book)
    setup_line(found, "duplicate_search_strings", field="city", end="first", length="5")
    search_strings.generate(found)
    third = new_company(found, name="Third Ltd.", city="Montréal").no
    new_company(found, name="Fourth Ltd.", city="Toronto")
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
    links.create_as(found, id_of(found, LAURIER), Link.CUSTOMER, no="10000")
    links.create_as(found, id_of(found, CANNON), Link.VENDOR, no="20000")
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


@pytest.fixture
def both_people(reference_book: Session) -> tuple[Session, str, str]:
    """Two people who have codes, addresses, date ranges, notes, marks, further companies, and are primary contacts."""
    found = with_relations(reference_book)
    for code in ("SALES", "PURCHASE"):
        setup_line(found, "job_responsibilities", code=code)
    more = new_company(found, name="Third Ltd.").no
    people: list[str] = []
    both = (("1", "Anne Roy", LAURIER, ("MOVE",)), ("2", "A. Roy", CANNON, ("MOVE", "GIFT")))
    for number, name, company, groups in both:
        person = new_person(found, name=name, company=company, organizational_level="CEO").no
        people.append(person)
        for kind, name_of_list in LISTS_OF.items():
            links.create_as(found, id_of(found, company), kind, no=f"{number}0000")
            edit_line(found, name_of_list, f"{number}0000", contact_name=name)
        give(found, person, "job_responsibilities", "IT", "SALES" if number == "1" else "PURCHASE")
        give(found, person, "mailing_groups", *groups)
        address(found, person, "COTTAGE", address=f"at {person}")
        span(found, person, "COTTAGE", "2018-06-01")
        notes.add(found, id_of(found, person), {"text": f"of {person}"})
        affiliations.add(found, id_of(found, person), {"company": more, "role": number})
    affiliations.add(found, id_of(found, people[1]), {"company": LAURIER})
    after = new_person(found, name="Zoé Roy").no
    for person in people:
        for other in (MARIE, after):
            separate.mark(found, id_of(found, person), id_of(found, other))
    return found, people[0], people[1]
