"""Many contacts changed at once: the rules of one contact, one step to undo, who is left out and why."""

from __future__ import annotations

import pytest

from contacts_tui.domain.errors import NotAllowed, Refused
from contacts_tui.services import bulk_edit, contacts, deletion, history, marketing_setup
from contacts_tui.services.assignments import Assign
from contacts_tui.services.bulk_edit import BulkChange, BulkEdited
from contacts_tui.services.new_codes import NewCode
from contacts_tui.services.permissions import Right
from contacts_tui.services.session import Session
from contacts_tui.services.unit import ROWS_AT_ONCE
from tests.services.reference import (
    CANNON,
    LAURIER,
    LUC,
    MARIE,
    card,
    change,
    contact,
    new_company,
    new_person,
    values,
)

EVERYONE = (MARIE, LUC, CANNON, LAURIER)


def edit(session: Session, numbers: tuple[str, ...], wanted: BulkChange) -> BulkEdited:
    return bulk_edit.edit(session, [contact(session, number).id for number in numbers], wanted)


def codes(session: Session, number: str, name: str) -> list[str]:
    return [given.code for given in card(session, number).codes[name]]


def salespeople(session: Session) -> dict[str, object]:
    return {number: values(session, number)["salesperson"] for number in EVERYONE}


def test_a_field_of_many_is_one_step_to_undo(reference_book: Session) -> None:
    before = salespeople(reference_book)
    done = edit(reference_book, EVERYONE, BulkChange({"salesperson": "nb"}))
    assert (done.changed, done.unchanged, done.left_out, done.followed, done.kept) == (4, 0, (), 0, 0)
    assert set(salespeople(reference_book).values()) == {"NB"}
    step = history.batches(reference_book, limit=1)[0]
    assert (step.batch.id, step.contacts) == (done.batch, 4)
    assert str(step.what) == "Rep, 4 contacts"
    history.undo(reference_book)
    assert salespeople(reference_book) == before


def test_the_step_of_a_single_contact_names_it(reference_book: Session) -> None:
    edit(reference_book, (LUC,), BulkChange({"job_title": "Editor"}))
    step = history.batches(reference_book, limit=1)[0]
    assert (step.batch.subject, str(step.what)) == ("Luc Gagnon", "Job title")


def test_who_has_the_value_already_is_not_touched(reference_book: Session) -> None:
    version = contact(reference_book, CANNON).version
    done = edit(reference_book, (LAURIER, CANNON), BulkChange({"salesperson": "LM"}))
    assert (done.changed, done.unchanged) == (1, 1)
    assert contact(reference_book, CANNON).version == version
    assert edit(reference_book, (LAURIER, CANNON), BulkChange({"salesperson": "LM"})).batch == 0


def test_a_blank_value_wipes_the_field(reference_book: Session) -> None:
    edit(reference_book, (LAURIER, CANNON), BulkChange({"territory": ""}))
    assert values(reference_book, CANNON)["territory"] == ""


def test_people_follow_their_company_and_keep_their_own_values(reference_book: Session) -> None:
    own = new_person(reference_book, name="Anne Roy", company=LAURIER)
    change(reference_book, own.no, salesperson="LM")
    done = edit(reference_book, (LAURIER, CANNON), BulkChange({"salesperson": "NB"}))
    assert (done.changed, done.followed, done.kept) == (2, 1, 1)
    assert values(reference_book, MARIE)["salesperson"] == "NB"
    assert values(reference_book, own.no)["salesperson"] == "LM"
    step = history.batches(reference_book, limit=1)[0]
    assert (step.batch.followed, step.batch.kept) == (1, 1)


def test_people_who_are_changed_with_their_company_count_as_changed(reference_book: Session) -> None:
    own = new_person(reference_book, name="Anne Roy", company=LAURIER)
    change(reference_book, own.no, salesperson="LM")
    done = edit(reference_book, (own.no, MARIE, LAURIER), BulkChange({"salesperson": "NB"}))
    assert (done.changed, done.unchanged, done.followed, done.kept) == (3, 0, 0, 0)


def test_who_may_not_have_it_is_left_out_with_the_reason(reference_book: Session) -> None:
    done = edit(reference_book, EVERYONE, BulkChange({"organizational_level": "CEO"}))
    assert done.changed == 2
    assert [(str(reason), count) for reason, count in done.left_out] == [
        ("Organizational level: only people have it.", 2)
    ]
    assert values(reference_book, CANNON)["organizational_level"] == ""
    done = edit(reference_book, EVERYONE, BulkChange(give=(Assign("industry_groups", "RETAIL"),)))
    assert [(str(reason), count) for reason, count in done.left_out] == [
        ("Industry groups: only companies have it.", 2)
    ]


def test_of_a_contact_that_is_left_out_nothing_is_written(reference_book: Session) -> None:
    wanted = BulkChange({"salesperson": "NB"}, give=(Assign("job_responsibilities", "IT"),))
    done = edit(reference_book, (LAURIER, LUC), wanted)
    assert (done.changed, done.followed, sum(count for _reason, count in done.left_out)) == (1, 0, 1)
    assert values(reference_book, LAURIER)["salesperson"] == "PS"
    assert values(reference_book, MARIE)["salesperson"] == "PS"
    assert {line.number for line in history.changes(reference_book, done.batch)} == {LUC}
    both = BulkChange(give=(Assign("mailing_groups", "GIFT"), Assign("job_responsibilities", "IT")))
    version = contact(reference_book, LAURIER).version
    assert edit(reference_book, (MARIE, LAURIER, CANNON), both).changed == 1
    assert codes(reference_book, LAURIER, "mailing_groups") == []
    assert contact(reference_book, LAURIER).version == version
    assert codes(reference_book, MARIE, "mailing_groups") == ["GIFT"]


def test_codes_are_given_to_who_lacks_them_and_taken_from_who_has_them(reference_book: Session) -> None:
    edit(reference_book, (LUC,), BulkChange(give=(Assign("mailing_groups", "GIFT"),)))
    done = edit(reference_book, EVERYONE, BulkChange(give=(Assign("mailing_groups", "gift"),)))
    assert (done.changed, done.unchanged) == (3, 1)
    assert codes(reference_book, LUC, "mailing_groups") == ["GIFT"]
    done = edit(reference_book, (LUC, MARIE), BulkChange(take=(("mailing_groups", "GIFT"),)))
    assert (done.changed, codes(reference_book, LUC, "mailing_groups")) == (2, [])
    done = edit(reference_book, (LUC, CANNON), BulkChange(take=(("mailing_groups", "GIFT"),)))
    assert (done.changed, done.unchanged) == (1, 1)


def test_a_code_may_be_made_in_the_same_step(reference_book: Session) -> None:
    new = NewCode("mailing_groups", "FAIR", "Spring fair")
    done = edit(reference_book, (LUC, MARIE), BulkChange(give=(Assign("mailing_groups", "FAIR"),), new=(new,)))
    assert (done.changed, codes(reference_book, LUC, "mailing_groups")) == (2, ["FAIR"])
    history.undo(reference_book)
    with pytest.raises(Refused, match="FAIR"):
        edit(reference_book, (LUC,), BulkChange(give=(Assign("mailing_groups", "FAIR"),)))
    rep = reference_book._replace(rights=frozenset({Right.READ, Right.EDIT_CONTACTS}))
    with pytest.raises(NotAllowed):
        edit(rep, (LUC,), BulkChange(give=(Assign("mailing_groups", "FAIR"),), new=(new,)))


def test_people_move_to_another_company(reference_book: Session) -> None:
    done = edit(reference_book, (MARIE, LUC), BulkChange({"company": CANNON}))
    assert done.changed == 2
    assert values(reference_book, LUC)["company_name"] == "Cannon Group Ltd."
    assert values(reference_book, MARIE)["territory"] == "ON"


@pytest.mark.parametrize(
    ("wanted", "sentence"),
    [
        (BulkChange({"salesperson": "XX"}), "“XX” is not in the list Salespeople"),
        (BulkChange(give=(Assign("industry_groups", "NONE"),)), "“NONE” is not in the list"),
        (BulkChange(take=(("industry_groups", "NONE"),)), "“NONE” is not in the list"),
        (BulkChange(give=(Assign("business_relations", "CUST"),)), "comes with a link"),
    ],
)
def test_what_nobody_may_have_is_refused_as_a_whole(reference_book: Session, wanted: BulkChange, sentence: str) -> None:
    marketing_setup.edit(reference_book, {"bus_rel_code_for_customers": "CUST"})
    before = history.batches(reference_book, limit=1)[0].batch.id
    with pytest.raises(Refused, match=sentence):
        edit(reference_book, (LUC, LAURIER), wanted)
    assert history.batches(reference_book, limit=1)[0].batch.id == before


def test_who_was_deleted_meanwhile_is_left_out(reference_book: Session) -> None:
    ids = [contact(reference_book, number).id for number in (LUC, CANNON)]
    deletion.delete(reference_book, ids[0])
    done = bulk_edit.edit(reference_book, ids, BulkChange({"salesperson": "NB"}))
    assert (done.changed, [(str(reason), count) for reason, count in done.left_out]) == (1, [("Deleted meanwhile.", 1)])


def test_a_reader_may_not(reference_book: Session) -> None:
    with pytest.raises(NotAllowed):
        edit(reference_book._replace(rights=frozenset({Right.READ})), (LUC,), BulkChange({"salesperson": "NB"}))


def test_many_are_written_in_several_units_and_can_be_stopped_between_them(reference_book: Session) -> None:
    made = [new_company(reference_book, name=f"Company {n}").id for n in range(ROWS_AT_ONCE + 5)]
    told: list[tuple[int, int]] = []
    done = bulk_edit.edit(
        reference_book,
        made,
        BulkChange({"salesperson": "NB"}),
        progress=lambda done, total: told.append((done, total)),
        stopped=lambda: bool(told),
    )
    assert (done.stopped, done.changed, done.unchanged) == (True, ROWS_AT_ONCE, 0)
    assert told == [(ROWS_AT_ONCE, ROWS_AT_ONCE + 5)]
    done = bulk_edit.edit(reference_book, made, BulkChange({"territory": "QC"}))
    assert (done.stopped, done.changed) == (False, ROWS_AT_ONCE + 5)
    step = history.batches(reference_book, limit=1)[0]
    assert (step.batch.id, step.contacts) == (done.batch, ROWS_AT_ONCE + 5)
    history.undo(reference_book)
    assert contacts.edit(reference_book, contact(reference_book, LUC), {}).batch == 0


def test_who_followed_before_it_was_stopped_has_changed(reference_book: Session) -> None:
    made = [new_company(reference_book, name=f"Company {n}") for n in range(ROWS_AT_ONCE)]
    people = [new_person(reference_book, name="Anne Roy", company=made[0].no).id for _ in range(3)]
    told: list[int] = []
    done = bulk_edit.edit(
        reference_book,
        [*people, *(one.id for one in made)],
        BulkChange({"salesperson": "NB"}),
        progress=lambda done, total: told.append(done),
        stopped=lambda: bool(told),
    )
    assert (done.changed, done.unchanged, done.followed) == (told[0] + 3, 0, 0)


def test_what_it_would_meet(reference_book: Session) -> None:
    ids = [contact(reference_book, number).id for number in EVERYONE]
    found = bulk_edit.outlook(reference_book, ids, BulkChange({"salesperson": "PS"}))
    assert (found.companies, found.people, found.fitting, found.as_wanted) == (2, 2, 4, 2)
    found = bulk_edit.outlook(reference_book, ids, BulkChange({"organizational_level": "CEO"}))
    assert (found.fitting, found.as_wanted) == (2, 0)
    edit(reference_book, (LUC,), BulkChange(give=(Assign("mailing_groups", "GIFT"),)))
    found = bulk_edit.outlook(reference_book, ids, BulkChange(give=(Assign("mailing_groups", "GIFT"),)))
    assert (found.fitting, found.as_wanted) == (4, 1)
    found = bulk_edit.outlook(reference_book, ids, BulkChange(take=(("mailing_groups", "GIFT"),)))
    assert (found.fitting, found.as_wanted) == (4, 3)
