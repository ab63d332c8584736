"""What an import leaves to the marketing set-up: where numbers go on, and what a link is called."""

from __future__ import annotations

from contacts_tui.domain.import_result import Tally
from contacts_tui.domain.number_series import NumberSeriesLine
from contacts_tui.services import history, marketing_setup, numbering, setup_lists
from contacts_tui.services.session import Session
from tests.services.incoming import company, given, imported, line_of, person, told
from tests.services.reference import CANNON, LAURIER, numbers, rows


def series_lines(session: Session) -> list[str]:
    return [line.starting_no for line in rows(session, NumberSeriesLine)]


def test_a_series_is_made_after_the_highest_number(session: Session) -> None:
    result = imported(session, company("CT000007", "a"), company("CT000120", "b"), company("ZZ999999", "c"))
    assert [str(note) for note in result.notes] == ["New contacts are numbered from CT000121 on, by the series CONT."]
    assert numbering.preview(session) == "CT000121"
    line = setup_lists.lines(session, "number_series")[0]
    assert (line.name, line.values["default_nos"], line.values["manual_nos"]) == ("CONT", True, True)


def test_contacts_that_are_all_rejected_leave_nothing(session: Session) -> None:
    result = imported(session, company("CT000007", ""), person("CT000008", "Anne", type="robot"))
    assert (result.rejected, result.lists, result.notes, result.batch) == (2, {}, (), 0)
    assert history.batches(session) == ()


def test_a_series_that_assigns_nothing_stays_when_its_contacts_are_rejected(session: Session) -> None:
    setup_lists.add(session, "number_series", {"code": "CONT", "default_nos": "no", "manual_nos": "yes"})
    setup_lists.add(session, "number_series_lines", {"number_series": "CONT", "starting_no": "CT000001"})
    marketing_setup.edit(session, {"contact_nos": "CONT"})
    assert imported(session, company("", "a"), company("CT000007", "")).batch == 0


def test_a_series_is_made_for_contacts_without_numbers(session: Session) -> None:
    result = imported(session, company("", "a"), company("", "b", 3), company("CT000041", "c", 4))
    assert result.created == 3
    assert numbers(session) == ["CT000041", "CT000042", "CT000043"]


def test_a_series_that_comes_in_is_named(session: Session) -> None:
    imported(
        session,
        line_of("number_series", code="CONT", default_nos="true"),
        line_of("number_series_lines", number_series="CONT", starting_no="K001", last_no_used="K041"),
        company("K007", "a"),
    )
    assert numbering.preview(session) == "K042"
    assert series_lines(session) == ["K001"]


def test_a_series_line_with_a_bad_value_is_left_out_whole(session: Session) -> None:
    result = imported(session, line_of("number_series_lines", number_series="CONT", starting_no="K1", ending_no="no"))
    other = imported(session, line_of("number_series_lines", number_series="CONT", starting_no="K1", starting_date="x"))
    assert (result.left_out, other.left_out) == (1, 1)
    assert series_lines(session) == []


def test_a_second_series_line_for_one_date_is_left_out_and_named(session: Session) -> None:
    result = imported(
        session,
        line_of("number_series_lines", 2, number_series="CONT", line_no="10000", starting_no="K001"),
        line_of("number_series_lines", 3, number_series="CONT", line_no="20000", starting_no="K500"),
    )
    assert (result.left_out, series_lines(session)) == (1, ["K001"])
    ((line, field, text),) = [one for one in told(result) if one[0] == 3]
    assert (line, field) == (3, "starting_date")
    assert "“K001” an ending number" in text


def test_what_the_series_counted_since_is_not_turned_back(session: Session) -> None:
    found = (
        line_of("number_series", code="CONT", default_nos="true"),
        line_of("number_series_lines", number_series="CONT", line_no="10000", starting_no="K001", last_no_used="K041"),
        company("K007", "a"),
    )
    imported(session, *found)
    imported(session, company("", "without a number"))
    result = imported(session, *found)
    assert result.lists["number_series_lines"] == Tally(unchanged=1)
    assert numbering.preview(session) == "K043"


def test_a_series_that_was_never_used_starts_after_the_highest(session: Session) -> None:
    setup_lists.add(session, "number_series", {"code": "CONT", "default_nos": "yes", "manual_nos": "no"})
    setup_lists.add(session, "number_series_lines", {"number_series": "CONT", "starting_no": "CT000001"})
    marketing_setup.edit(session, {"contact_nos": "CONT"})
    first = imported(session, company("CT000050", "a"))
    assert first.created == 1
    assert numbering.preview(session) == "CT000051"
    history.undo(session, first.batch)
    assert numbering.preview(session) == "CT000001"


def test_a_series_in_use_goes_on_as_it_does(reference_book: Session) -> None:
    imported(reference_book, company("CT000050", "a"))
    assert numbering.preview(reference_book) == "CT000005"


def test_a_number_that_cannot_be_counted_on_from_is_passed_over(session: Session) -> None:
    imported(session, company("CT" + "9" * 18, "a"), company("CT000005", "b"))
    assert numbering.preview(session) == "CT000006"


def test_what_the_user_cleared_in_the_set_up_stays_cleared(session: Session) -> None:
    found = (
        company("CT000001", "a"),
        given("business_relations", "CT000001", "CUST", link_to="customer", no="1"),
        given("business_relations", "CT000001", "VEND", link_to="vendor", no="1"),
    )
    imported(session, *found)
    named = marketing_setup.values(session)
    assert (named["contact_nos"], named["bus_rel_code_for_customers"]) == ("CONT", "CUST")
    assert (named["bus_rel_code_for_vendors"], named["bus_rel_code_for_bank_accs"]) == ("VEND", "")
    marketing_setup.edit(session, {"contact_nos": "", "bus_rel_code_for_customers": ""})
    assert imported(session, *found).batch == 0


def test_a_relation_code_that_is_named_stays_and_the_most_used_is_named(reference_book: Session) -> None:
    marketing_setup.edit(reference_book, {"bus_rel_code_for_customers": "PROS"})
    imported(
        reference_book,
        given("business_relations", LAURIER, "CUST", 2, link_to="customer", no="1"),
        given("business_relations", LAURIER, "B", 3, link_to="vendor", no="1"),
        given("business_relations", CANNON, "A", 4, link_to="vendor", no="2"),
        given("business_relations", "CT000005", "A", 5, link_to="vendor", no="3"),
        company("CT000005", "third"),
    )
    named = marketing_setup.values(reference_book)
    assert (named["bus_rel_code_for_customers"], named["bus_rel_code_for_vendors"]) == ("PROS", "A")
