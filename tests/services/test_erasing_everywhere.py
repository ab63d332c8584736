"""An erased person is nowhere: whatever was done to the person before, and whoever wrote the name down."""

from __future__ import annotations

from pathlib import Path

import pytest

from contacts_tui.domain.affiliations import Affiliation
from contacts_tui.domain.contact import Contact
from contacts_tui.domain.erasing import ERASED
from contacts_tui.domain.errors import Refused
from contacts_tui.domain.fields import CONTACT, Kind
from contacts_tui.domain.partners import Customer, Link
from contacts_tui.services import (
    addresses,
    affiliations,
    bulk_edit,
    checks,
    contacts,
    drafts,
    erasing,
    history,
    links,
    marketing_setup,
    merging,
    notes,
    recents,
    setup_lists,
    to_erase,
    views,
)
from contacts_tui.services.bulk_edit import BulkChange
from contacts_tui.services.session import Session
from contacts_tui.services.views import View
from tests.services.incoming import imported, person
from tests.services.reference import (
    CANNON,
    LAURIER,
    LUC,
    MARIE,
    as_user,
    change,
    contact,
    edit_line,
    give,
    line,
    new_person,
    rows,
    setup_line,
)
from tests.services.traces import known_to_search, traces

ZOE = "CT000005"
NAME = "Zoéphine Quillfeather"


@pytest.fixture
def zoe(reference_book: Session) -> Session:
    """A book that is full of one person, who has every field, and of whom others wrote as well."""
    session = reference_book
    # Some builds of SQLite overwrite what is deleted anyway: here it is to stay where it was until it is wiped.
    session.book.records.database.execute_sql("PRAGMA secure_delete = OFF")
    new_person(session, name=NAME, company=LAURIER, email="zq.quill@mail.example")
    texts = {name: "Harvestmoon" for name, field in CONTACT.items() if field.kind is Kind.TEXT}
    texts = {name: text for name, text in texts.items() if name not in ("number", "uid", "company_name")}
    texts |= {"name": NAME, "first_name": "Zoéphine", "surname": "Quillfeather", "external_id": "QFX-99"}
    for name, text in texts.items():
        if CONTACT[name].applies_to in (None, contact(session, ZOE).type):
            change(session, ZOE, **{name: text[: CONTACT[name].length or 30]})
    change(session, ZOE, phone="514-555-0666", mobile="+1 514 555 0777", address="12 Vexlane", city="Brackwater")
    of_zoe = contact(session, ZOE)
    addresses.add(session, of_zoe.id, {"code": "VEXLANE", "address": "13 Vexlane", "phone": "555 0888 514"})
    notes.add(session, of_zoe.id, {"text": f"{NAME} drinks Harvestmoon tea"})
    affiliations.add(session, of_zoe.id, {"company": CANNON, "role": "Harvestmoon adviser"})
    give(session, ZOE, "job_responsibilities", "IT")
    recents.opened(as_user(session, "jim"), of_zoe.uid)
    return session


def erase(session: Session) -> erasing.Erased:
    return erasing.erase(session, contact(session, ZOE).id, "R-12")


def is_gone(session: Session, folder: Path) -> None:
    done = erase(session)
    assert done == erasing.Erased(ZOE, None)
    assert traces(folder) == set()
    assert known_to_search(session.book.path) == set()
    assert checks.check(session) == ()
    session.book.close()
    assert traces(folder) == set()


def test_the_words_are_there_before(zoe: Session, tmp_path: Path) -> None:
    assert {word for _file, word in traces(tmp_path)} >= {"Zoéphine", "Quillfeather", "Harvestmoon", "QFX-99"}
    assert known_to_search(zoe.book.path) >= {"quillfeather", "zoephine"}


def test_a_person_who_was_in_every_field(zoe: Session, tmp_path: Path) -> None:
    is_gone(zoe, tmp_path)


def test_a_person_who_moved_and_changed_her_name(zoe: Session, tmp_path: Path) -> None:
    change(zoe, ZOE, company=CANNON)
    change(zoe, ZOE, name="Zoéphine Zérimond")
    history.undo(zoe)
    change(zoe, ZOE, name="Zoéphine Zérimond-Quillfeather")
    ids = [contact(zoe, number).id for number in (ZOE, LUC)]
    bulk_edit.edit(zoe, ids, BulkChange(fields={"city": "Toronto"}))
    change(zoe, LUC, city="Montréal")
    imported(zoe, person(ZOE, "Zoéphine Zérimond", email="zephine.private@mail.example"))
    imported(zoe, person("", "Zoéphine Zérimond", external_id="QFX-100", company=CANNON))
    second = next(row for row in rows(zoe, Contact) if row.external_id == "QFX-100")
    merging.merge(zoe, contact(zoe, ZOE).id, second.id)
    is_gone(zoe, tmp_path)


def test_a_person_who_was_a_company_for_a_while(zoe: Session, tmp_path: Path) -> None:
    fields = {"organizational_level": "", "company": ""}
    contacts.edit(zoe, contact(zoe, ZOE), fields, take=[("job_responsibilities", "IT")])
    for row in rows(zoe, Affiliation):
        affiliations.delete(zoe, row.id)
    change(zoe, ZOE, type="company")
    change(zoe, ZOE, name="Quillfeather Harvestmoon inc.")
    change(zoe, ZOE, type="person")
    is_gone(zoe, tmp_path)


def test_a_person_who_had_very_many_names(zoe: Session, tmp_path: Path) -> None:
    for number in range(30):
        change(
            zoe, ZOE, first_name=f"Zoéphine{number}", surname=f"Quillfeather{number}", mobile=f"514 555 0777 {number}"
        )
    notes.add(zoe, contact(zoe, CANNON).id, {"text": "Quillfeather7 Zoephine7 called"})
    assert len(to_erase.preview(zoe, contact(zoe, ZOE).id).named_in) == 1
    notes.delete(zoe, contact(zoe, CANNON).id, notes.notes(zoe, contact(zoe, CANNON).id)[0].note_no)
    is_gone(zoe, tmp_path)


def test_those_who_went_into_her(zoe: Session, tmp_path: Path) -> None:
    again = new_person(zoe, name="Zoéphine Zérimond", company=CANNON, phone="514 555 0888")
    notes.add(zoe, again.id, {"text": "Brackwater, Vexlane"})
    third = new_person(zoe, name="Z. Quillfeather", mobile="514-555-0888")
    merging.merge(zoe, again.id, third.id)
    merging.merge(zoe, contact(zoe, ZOE).id, again.id, take=["name"])
    assert to_erase.find(zoe, third.no).no == to_erase.find(zoe, again.no).no == ZOE
    is_gone(zoe, tmp_path)


def test_who_had_gone_into_another_and_came_back(zoe: Session, tmp_path: Path) -> None:
    merging.merge(zoe, contact(zoe, LUC).id, contact(zoe, ZOE).id)
    history.undo(zoe)
    is_gone(zoe, tmp_path)


def test_who_came_back_from_a_merge_is_left_alone(zoe: Session) -> None:
    other = new_person(zoe, name="Solveig Harpsund", company=CANNON, phone="514 555 0123")
    notes.add(zoe, other.id, {"text": "plays the harp"})
    merging.merge(zoe, contact(zoe, ZOE).id, other.id, take=["phone"])
    history.undo(zoe)
    assert erase(zoe).is_clean
    assert contact(zoe, other.no).name == "Solveig Harpsund"
    assert contact(zoe, other.no).phone == "514 555 0123"
    assert checks.check(zoe) == ()
    assert any("Solveig Harpsund" in str(found.lines) for found in history.batches(zoe, other.id))


def test_her_customer_stays_without_what_is_hers(zoe: Session, tmp_path: Path) -> None:
    setup_line(zoe, "number_series", code="CUST", default_nos="yes")
    setup_line(zoe, "number_series_lines", number_series="CUST", starting_no="C00010")
    marketing_setup.edit(zoe, {"bus_rel_code_for_customers": "CUST", "customer_nos": "CUST"})
    change(zoe, ZOE, company="")
    links.create_as(zoe, contact(zoe, ZOE).id, Link.CUSTOMER)
    edit_line(zoe, "customers", "C00010", contact_name=NAME, payment_terms="30 days")
    other = links.create_as(zoe, contact(zoe, LAURIER).id, Link.CUSTOMER).partner.code
    change(zoe, ZOE, company=LAURIER)
    edit_line(zoe, "customers", other, contact_name=contact(zoe, ZOE).name)
    told = to_erase.preview(zoe, contact(zoe, ZOE).id)
    assert ([str(one) for one in told.partners], told.named_in) == (["Customer C00010"], ())
    is_gone(zoe, tmp_path)
    mine, theirs = rows(zoe, Customer)
    assert (mine.code, mine.description, mine.phone, mine.payment_terms) == ("C00010", ERASED, "", "30 DAYS")
    assert (theirs.description, theirs.contact_name) == ("Boulangerie Laurier inc.", "")
    assert theirs.primary_contact_id is None


def test_what_others_wrote_is_told_and_stays_until_they_edit_it(zoe: Session, tmp_path: Path) -> None:
    laurier, cannon = contact(zoe, LAURIER), contact(zoe, CANNON)
    long = "A long talk about the ovens and about who will be there on the day after that, with Zoephine Quillfeather."
    told = notes.add(zoe, laurier.id, {"text": long, "date": "2018-05-03"})
    there = notes.add(zoe, cannon.id, {"text": "ZOÉPHINE QUILLFEATHER called, from 1 (514) 555.0666"})
    view = views.keep(zoe, View(name="mine", query='email:"zq.quill@mail.example"'))
    change(zoe, MARIE, name2="c/o Zoéphine Quillfeather", job_title="Quillfeather, Zoéphine")
    change(zoe, LUC, name="Quillfeather Zoéphine")
    change(zoe, LUC, name="Luc Gagnon")
    setup_lists.delete(zoe, "mailing_groups", setup_line(zoe, "mailing_groups", code="Z", description=NAME).id)
    named = to_erase.preview(zoe, contact(zoe, ZOE).id).named_in
    assert [(one.where, str(one.field)) for one in named] == [
        ("mine marie", "Search"),
        ("CT000002 Marie Tremblay", "Name 2"),
        (f"{LAURIER} {laurier.name}", "Notes of 2018-05-03"),
        (f"{CANNON} {cannon.name}", "Notes of 2018-03-01"),
    ]
    notes.edit(zoe, laurier.id, told.note_no, {"text": "A long talk"})
    notes.delete(zoe, cannon.id, there.note_no)
    views.delete(zoe, view.id)
    assert len(to_erase.preview(zoe, contact(zoe, ZOE).id).named_in) == 1
    erase(zoe)
    assert contact(zoe, MARIE).name2 == "c/o Zoéphine Quillfeather"
    assert checks.check(zoe) == ()
    assert line(zoe, "mailing_groups", "MOVE")
    for number in (LAURIER, CANNON, LUC):
        assert not any(NAME in str(step) for step in history.batches(zoe, contact(zoe, number).id))
    change(zoe, MARIE, name2="", job_title="")
    # Nobody knows any more whom to look for: what was left to stay, stays in the history.
    assert {name for name, _word in traces(tmp_path)} <= {"book.db", "book.db-wal"}


def test_the_number_of_the_company_and_of_those_at_home_is_not_hers(zoe: Session) -> None:
    phone = contact(zoe, LAURIER).phone
    change(zoe, ZOE, phone=phone, email=contact(zoe, LAURIER).email)
    drafts.save(zoe, "other", {"text": f"call {phone}"})
    notes.add(zoe, contact(zoe, CANNON).id, {"text": f"same number as Laurier, {phone}"})
    assert to_erase.preview(zoe, contact(zoe, ZOE).id).named_in == ()
    change(zoe, LAURIER, phone="514-555-0199")
    erase(zoe)
    assert [draft.form for draft in drafts.pending(zoe)] == ["other"]
    assert any(phone in str(step.lines) for step in history.batches(zoe, contact(zoe, LAURIER).id))
    assert checks.check(zoe) == ()


def test_drafts_of_all_users_go_that_name_her(zoe: Session) -> None:
    for user, form, text in (
        ("jim", "note-x", "wrote to ZQ.Quill@mail.example"),
        ("kim", "new", "zoephine QUILLFEATHER"),
        ("lee", "address-y", "(514) 555 0777"),
        ("max", "note-z", "Quill & Feather"),
    ):
        drafts.save(as_user(zoe, user), form, {"text": text, "uid": "other"})
    erase(zoe)
    left = [draft.form for user in ("jim", "kim", "lee", "max") for draft in drafts.pending(as_user(zoe, user))]
    assert left == ["note-z"]


def test_a_request_that_names_her_is_refused(zoe: Session) -> None:
    for request in ("mail of zoephine quillfeather", "call from 514 555 0666", "ZQ.QUILL@mail.example of Monday"):
        with pytest.raises(Refused, match="names the contact"):
            erasing.erase(zoe, contact(zoe, ZOE).id, request)
    assert contact(zoe, ZOE).surname == "Quillfeather"
    assert len([row for row in rows(zoe, Contact) if row.name == ERASED]) == 0
