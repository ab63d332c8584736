"""The lists of the set-up: lines, counts of use, renaming everywhere, deletion (domain section 6, NS-R16, DF-R7)."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from contacts_tui.domain.contact import Contact
from contacts_tui.domain.errors import Conflict, NotAllowed, NotFound, Refused, WrongUse
from contacts_tui.services import addresses, history, marketing_setup, search, setup_lists
from contacts_tui.services.permissions import Right
from contacts_tui.services.session import Session
from tests.services.reference import (
    CANNON,
    LAURIER,
    LUC,
    MARIE,
    as_user,
    card,
    change,
    contact,
    edit_line,
    give,
    line,
    rows,
    values,
)


def names(session: Session, name: str) -> list[str]:
    return [found.name for found in setup_lists.lines(session, name)]


def test_lines_come_in_the_order_of_their_key_with_values_as_typed(reference_book: Session) -> None:
    edit_line(reference_book, "number_series_lines", "CONT 10000", starting_date="2018-01-01")
    assert names(reference_book, "salespeople") == ["LM", "NB", "PS"]
    found = line(reference_book, "number_series_lines", "CONT 10000")
    assert found.values == {
        "number_series": "CONT",
        "line_no": "10000",
        "starting_date": "2018-01-01",
        "starting_no": "CT000001",
        "ending_no": "",
        "warning_no": "",
        "increment_by": "1",
        "last_no_used": "CT000004",
        "allow_gaps": False,
    }
    assert line(reference_book, "number_series", "CONT").values["manual_nos"] is True


def test_lines_of_a_series_are_numbered_in_steps_and_sorted_by_number(reference_book: Session) -> None:
    for no, day in (("", "2018-01-01"), ("100000", "2019-01-01"), ("", "2020-01-01")):
        typed = {"number_series": "OPP", "line_no": no, "starting_date": day, "starting_no": "CA1"}
        setup_lists.add(reference_book, "number_series_lines", typed)
    assert [n for n in names(reference_book, "number_series_lines") if n.startswith("OPP")] == [
        "OPP 10000",
        "OPP 20000",
        "OPP 100000",
        "OPP 110000",
    ]


def test_use_counts_contacts_not_rows(reference_book: Session) -> None:
    assert line(reference_book, "countries", "CA").used == 4
    addresses.add(reference_book, contact(reference_book, MARIE).id, {"code": "X", "country": "CA"})
    addresses.add(reference_book, contact(reference_book, MARIE).id, {"code": "Y", "country": "US"})
    assert line(reference_book, "countries", "CA").used == 4
    assert line(reference_book, "countries", "US").used == 1
    assert line(reference_book, "number_series", "CONT").used == 4


def test_counts_are_of_lines(reference_book: Session) -> None:
    counts = setup_lists.counts(reference_book)
    assert counts["salespeople"] == 3
    assert counts["post_codes"] == 0
    assert counts["number_series_lines"] == 4


def test_who_carries_a_code_is_listed_by_name(reference_book: Session) -> None:
    ids = setup_lists.contacts_using(reference_book, "salespeople", line(reference_book, "salespeople", "PS").id)
    assert [(c.no, c.name, c.company, c.city) for c in search.by_id(reference_book, ids)] == [
        (LAURIER, "Boulangerie Laurier inc.", "", "Montréal"),
        (MARIE, "Marie Tremblay", "Boulangerie Laurier inc.", "Montréal"),
    ]


def test_a_renamed_code_is_renamed_everywhere_in_one_step(reference_book: Session) -> None:
    give(reference_book, LAURIER, "industry_groups", "RETAIL")
    give(reference_book, CANNON, "industry_groups", "RETAIL")
    edited = edit_line(reference_book, "industry_groups", "RETAIL", code="ret")
    assert (edited.line.name, edited.renamed_from, edited.follow) == ("RET", "RETAIL", 2)
    assert [g.code for g in card(reference_book, CANNON).codes["industry_groups"]] == ["RET"]
    history.undo(reference_book)
    assert [g.code for g in card(reference_book, CANNON).codes["industry_groups"]] == ["RETAIL"]


def test_other_words_for_a_code_rename_nothing(reference_book: Session) -> None:
    edited = edit_line(reference_book, "salespeople", "PS", name="Pierre Savard jr.")
    assert (edited.renamed_from, edited.follow) == ("", 0)
    assert card(reference_book, LAURIER).words["salesperson"] == "Pierre Savard jr."
    assert edit_line(reference_book, "salespeople", "PS", name="Pierre Savard jr.").batch == 0


def test_a_code_cannot_take_the_name_of_another(reference_book: Session) -> None:
    with pytest.raises(Refused) as refused:
        edit_line(reference_book, "industry_groups", "RETAIL", code="manuf")
    assert (refused.value.field, refused.value.value) == ("code", "MANUF")


@pytest.mark.parametrize(
    ("name", "typed", "field"),
    [
        ("industry_groups", {"description": "No code"}, "code"),
        ("industry_groups", {"code": "X", "description": "d" * 101}, "description"),
        ("web_sources", {"code": "X", "url": "ftp://files.example"}, "url"),
        ("web_sources", {"code": "X", "url": "javascript:alert(1)"}, "url"),
        ("salespeople", {"code": "X", "phone": "CALL"}, "phone"),
        ("salespeople", {"code": "X", "email": "nobody"}, "email"),
        ("vat_formats", {"country": "CA", "format": "CA"}, "format"),
        ("vat_formats", {"country": "ZZ", "format": "##"}, "country"),
        ("post_codes", {"code": "H1A", "country": "ZZ"}, "country"),
        ("user_setup", {"user": "jim", "salesperson": "ZZ"}, "salesperson"),
        ("user_setup", {"user": "jim", "language": "de"}, "language"),
        ("number_series_lines", {"number_series": "NONE", "starting_no": "A1"}, "number_series"),
        ("number_series_lines", {"number_series": "OPP", "starting_no": "ABC"}, "starting_no"),
        ("number_series_lines", {"number_series": "OPP", "starting_no": "A1", "ending_no": "B9"}, "ending_no"),
        ("number_series_lines", {"number_series": "OPP", "starting_no": "A5", "ending_no": "A1"}, "ending_no"),
        ("number_series_lines", {"number_series": "OPP", "starting_no": "A1", "warning_no": "A5"}, "warning_no"),
        ("number_series_lines", {"number_series": "OPP", "starting_no": "A1", "increment_by": "0"}, "increment_by"),
        ("number_series_lines", {"number_series": "OPP", "line_no": "10000", "starting_no": "A1"}, "number_series"),
    ],
)
def test_a_line_that_a_rule_forbids_is_refused_with_its_field(
    reference_book: Session, name: str, typed: Mapping[str, object], field: str
) -> None:
    before = setup_lists.lines(reference_book, name)
    with pytest.raises(Refused) as refused:
        setup_lists.add(reference_book, name, typed)
    assert refused.value.field == field
    assert setup_lists.lines(reference_book, name) == before


def test_a_list_or_field_that_does_not_exist_is_told_with_those_that_do(reference_book: Session) -> None:
    with pytest.raises(WrongUse, match="industry_groups"):
        setup_lists.lines(reference_book, "colours")
    with pytest.raises(WrongUse, match="description"):
        setup_lists.add(reference_book, "industry_groups", {"code": "X", "colour": "red"})


def test_a_series_in_date_order_has_no_gaps(reference_book: Session) -> None:
    edit_line(reference_book, "number_series_lines", "OPP 10000", allow_gaps="yes")
    with pytest.raises(Refused) as refused:
        edit_line(reference_book, "number_series", "OPP", date_order="yes")
    assert refused.value.field == "allow_gaps"
    edit_line(reference_book, "number_series", "TODO", date_order="yes")
    with pytest.raises(Refused):
        edit_line(reference_book, "number_series_lines", "TODO 10000", allow_gaps="yes")


def test_ns_r3_a_second_line_of_a_series_for_one_date_is_refused(reference_book: Session) -> None:
    second = {"number_series": "OPP", "starting_no": "OP000500"}
    with pytest.raises(Refused, match="“OP000500” and “OP000001” hold from the same date") as refused:
        setup_lists.add(reference_book, "number_series_lines", second)
    assert refused.value.field == "starting_date"
    edit_line(reference_book, "number_series_lines", "OPP 10000", ending_no="OP000499")
    setup_lists.add(reference_book, "number_series_lines", second)
    with pytest.raises(Refused):
        edit_line(reference_book, "number_series_lines", "OPP 10000", ending_no="")


def test_clearing_the_ending_number_clears_the_warning_number(reference_book: Session) -> None:
    edit_line(reference_book, "number_series_lines", "OPP 10000", ending_no="OP000900", warning_no="OP000800")
    edited = edit_line(reference_book, "number_series_lines", "OPP 10000", ending_no="")
    assert edited.line.values["warning_no"] == ""


def test_a_code_in_use_is_not_deleted_and_the_number_of_contacts_is_told(reference_book: Session) -> None:
    change(reference_book, LUC, territory="QC")
    with pytest.raises(Refused, match=r"3 contacts") as refused:
        setup_lists.delete(reference_book, "territories", line(reference_book, "territories", "QC").id)
    assert refused.value.value == "QC"
    assert names(reference_book, "territories") == ["ON", "QC"]


def test_an_unused_code_is_deleted_and_comes_back(reference_book: Session) -> None:
    row_id = line(reference_book, "territories", "ON").id
    change(reference_book, CANNON, territory="")
    setup_lists.delete(reference_book, "territories", row_id)
    assert names(reference_book, "territories") == ["QC"]
    with pytest.raises(NotFound):
        setup_lists.delete(reference_book, "territories", row_id)
    history.undo(reference_book)
    assert line(reference_book, "territories", "ON").id == row_id


@pytest.mark.parametrize(
    ("name", "code", "field"),
    [
        ("number_series", "CONT", "contact_nos"),
        ("number_series_lines", "CONT 10000", "contact_nos"),
        ("countries", "CA", "default_country_region_code"),
        ("languages", "ENC", "default_language_code"),
        ("salespeople", "LM", "default_salesperson_code"),
    ],
)
def test_what_the_set_up_names_is_not_deleted_either_way(
    reference_book: Session, name: str, code: str, field: str
) -> None:
    found = line(reference_book, name, code)
    for step in (setup_lists.delete, setup_lists.delete_everywhere):
        with pytest.raises(Refused) as refused:
            step(reference_book, name, found.id)
        assert refused.value.field == field
    assert line(reference_book, name, code).record == found.record


def test_a_line_that_another_list_names_is_not_deleted(reference_book: Session) -> None:
    setup_lists.add(reference_book, "post_codes", {"code": "10001", "city": "New York", "country": "US"})
    setup_lists.add(reference_book, "user_setup", {"user": "nbenali", "salesperson": "NB"})
    for name, code, told in (("countries", "US", "Post codes"), ("salespeople", "NB", "User set-up")):
        for step in (setup_lists.delete, setup_lists.delete_everywhere):
            with pytest.raises(Refused, match=told):
                step(reference_book, name, line(reference_book, name, code).id)


def test_a_series_that_nobody_uses_goes_with_its_lines(reference_book: Session) -> None:
    setup_lists.delete(reference_book, "number_series", line(reference_book, "number_series", "OPP").id)
    assert names(reference_book, "number_series_lines") == ["CONT 10000", "SEGM 10000", "TODO 10000"]
    history.undo(reference_book)
    assert line(reference_book, "number_series_lines", "OPP 10000").values["starting_no"] == "OP000001"


def test_removed_everywhere_is_one_step_and_comes_back_in_one(reference_book: Session) -> None:
    before = {c.no: values(reference_book, c.no)["salesperson"] for c in rows(reference_book, Contact)}
    count = setup_lists.delete_everywhere(reference_book, "salespeople", line(reference_book, "salespeople", "PS").id)
    assert count == 2
    assert [values(reference_book, no)["salesperson"] for no in (LAURIER, MARIE, CANNON)] == ["", "", "LM"]
    assert names(reference_book, "salespeople") == ["LM", "NB"]
    history.undo(reference_book)
    assert {c.no: values(reference_book, c.no)["salesperson"] for c in rows(reference_book, Contact)} == before


def test_removed_everywhere_takes_assignments_and_alternative_addresses(reference_book: Session) -> None:
    marketing_setup.edit(reference_book, {"default_country_region_code": ""})
    give(reference_book, LAURIER, "mailing_groups", "MOVE", "GIFT")
    give(reference_book, LUC, "mailing_groups", "MOVE")
    moved = setup_lists.delete_everywhere(
        reference_book, "mailing_groups", line(reference_book, "mailing_groups", "MOVE").id
    )
    assert moved == 2
    assert [g.code for g in card(reference_book, LAURIER).codes["mailing_groups"]] == ["GIFT"]
    owner = contact(reference_book, MARIE).id
    addresses.add(reference_book, owner, {"code": "ONE", "country": "CA"})
    addresses.add(reference_book, owner, {"code": "TWO", "country": "CA"})
    assert setup_lists.delete_everywhere(reference_book, "countries", line(reference_book, "countries", "CA").id) == 4
    assert values(reference_book, MARIE)["country"] == ""
    assert {a.values["country"] for a in addresses.addresses(reference_book, owner)} == {""}


def test_another_users_change_of_the_same_field_is_a_conflict(reference_book: Session) -> None:
    seen = line(reference_book, "industry_groups", "RETAIL")
    edit_line(as_user(reference_book, "jim"), "industry_groups", "RETAIL", description="Shops")
    with pytest.raises(Conflict) as conflict:
        setup_lists.edit(reference_book, "industry_groups", seen.id, {"description": "Stores"}, seen.record)
    assert (conflict.value.theirs, conflict.value.mine, conflict.value.by) == ("Shops", "Stores", "jim")
    edited = setup_lists.edit(reference_book, "industry_groups", seen.id, {"code": "RET"}, seen.record)
    assert (edited.line.values["description"], [str(label) for label in edited.taken_over]) == (
        "Shops",
        ["Description"],
    )


def test_lists_are_changed_with_the_right_to_do_so_only(reference_book: Session) -> None:
    rep = reference_book._replace(rights=frozenset({Right.READ, Right.EDIT_CONTACTS}))
    assert setup_lists.lines(rep, "salespeople")
    with pytest.raises(NotAllowed):
        setup_lists.add(rep, "industry_groups", {"code": "X"})
    edit_line(reference_book, "industry_groups", "RETAIL", description="Shops")
    with pytest.raises(NotAllowed):
        history.undo(rep)


def test_a_line_that_is_gone_is_told_calmly(reference_book: Session) -> None:
    with pytest.raises(NotFound, match="deleted"):
        setup_lists.edit(reference_book, "industry_groups", 999, {"description": "x"})
    with pytest.raises(NotFound):
        setup_lists.contacts_using(reference_book, "industry_groups", 999)
