"""Lists and codes from outside, and the links that come with them."""

from __future__ import annotations

from contacts_tui.domain.codes import ContactBusinessRelation, ContactWebSource, PostCode
from contacts_tui.domain.contact import Contact
from contacts_tui.domain.import_result import Tally
from contacts_tui.services import marketing_setup, setup_lists
from contacts_tui.services.session import Session
from tests.services.incoming import given, imported, line_of, told
from tests.services.reference import CANNON, LAURIER, LUC, MARIE, card, rows


def test_lines_are_found_by_their_code_and_blanks_leave_what_is_there(reference_book: Session) -> None:
    result = imported(
        reference_book,
        line_of("territories", 2, code="Qc", name="Le Québec"),
        line_of("territories", 3, code="ON", name=""),
        line_of("territories", 4, code="West", name="West"),
    )
    assert result.lists["territories"] == Tally(created=1, updated=1, unchanged=1)
    assert {line.name: line.values["name"] for line in setup_lists.lines(reference_book, "territories")} == {
        "QC": "Le Québec",
        "ON": "Ontario",
        "WEST": "West",
    }


def test_a_line_twice_counts_once_and_the_other_is_named_where_it_differs(session: Session) -> None:
    result = imported(
        session,
        line_of("salutations", 2, code="M", description="Mr"),
        line_of("salutations", 3, code="m", description="Mr"),
        line_of("salutations", 4, code="M", description="Sir"),
        line_of("salutations", 5, code="", description="none"),
        line_of("salutations", 6, code="x" * 11),
    )
    assert result.lists["salutations"] == Tally(created=1, unchanged=1)
    assert (result.left_out, result.complete) == (3, False)
    assert [line for line, _, _ in told(result)] == [4, 5, 6]


def test_a_post_code_stands_for_several_towns(session: Session) -> None:
    found = (
        line_of("post_codes", 2, code="G0A 1A0", city="Baie-Saint-Paul", country="CA"),
        line_of("post_codes", 3, code="g0a 1a0", city="La Malbaie", country="CA"),
        line_of("post_codes", 4, code="G0A 1A0", city="LA MALBAIE", country="CA"),
    )
    assert imported(session, *found[:2]).lists["post_codes"] == Tally(created=2)
    assert [p.city for p in rows(session, PostCode)] == ["Baie-Saint-Paul", "La Malbaie"]
    assert imported(session, *found[:2]).lists["post_codes"] == Tally(unchanged=2)
    assert imported(session, found[2]).lists["post_codes"] == Tally(updated=1)


def test_an_address_that_is_none_is_left_out_of_a_web_source(session: Session) -> None:
    result = imported(session, line_of("web_sources", code="BAD", description="Bad", url="file:///etc/passwd"))
    assert told(result)[0][1] == "url"
    assert setup_lists.lines(session, "web_sources")[0].values == {"code": "BAD", "description": "Bad", "url": ""}


def test_codes_are_given_and_none_is_taken_away(reference_book: Session) -> None:
    imported(reference_book, given("mailing_groups", MARIE, "GIFT"))
    result = imported(
        reference_book,
        given("mailing_groups", "ct000002", "move"),
        given("mailing_groups", MARIE, "MOVE", 3),
        given("mailing_groups", LAURIER, "NEW", 4),
        given("job_responsibilities", MARIE, "IT"),
        given("industry_groups", LAURIER, "RETAIL"),
    )
    assert result.assignments["mailing_groups"] == Tally(created=2, unchanged=1)
    assert told(result) == [
        (4, "mailing_groups", "Mailing groups: “NEW” was not there and was added. Give it a name in the list.")
    ]
    assert [code.code for code in card(reference_book, MARIE).codes["mailing_groups"]] == ["GIFT", "MOVE"]


def test_a_code_that_cannot_be_given_is_named_and_left_out(reference_book: Session) -> None:
    result = imported(
        reference_book,
        given("industry_groups", MARIE, "RETAIL", 2),
        given("job_responsibilities", LAURIER, "IT", 3),
        given("mailing_groups", "CT9", "MOVE", 4),
        given("mailing_groups", LUC, "", 5),
        given("mailing_groups", LUC, "x" * 11, 6),
    )
    assert result.left_out == 5
    assert sorted(line for line, _, _ in told(result)) == [2, 3, 4, 5, 6]
    assert not result.assignments


def test_a_search_word_is_kept_and_changed(reference_book: Session) -> None:
    imported(reference_book, given("web_sources", LAURIER, "WEB", search_word="Laurier"))
    result = imported(reference_book, given("web_sources", LAURIER, "WEB", search_word="Boulangerie"))
    assert result.assignments["web_sources"] == Tally(updated=1)
    assert [row.search_word for row in rows(reference_book, ContactWebSource)] == ["Boulangerie"]


def test_a_link_comes_with_its_code_though_the_code_is_not_given_by_hand(reference_book: Session) -> None:
    marketing_setup.edit(reference_book, {"bus_rel_code_for_customers": "CUST"})
    imported(
        reference_book,
        given("business_relations", LAURIER, "CUST", link_to="customer", no="10000"),
        given("business_relations", CANNON, "CUST", 3),
    )
    links = [(row.link_to, row.no) for row in rows(reference_book, ContactBusinessRelation)]
    assert links == [("customer", "10000"), ("", "")]


def test_a_link_is_the_only_one_of_its_kind_on_both_sides(reference_book: Session) -> None:
    result = imported(
        reference_book,
        given("business_relations", LAURIER, "CUST", 2, link_to="customer", no="10000"),
        given("business_relations", LAURIER, "PROS", 3, link_to="customer", no="20000"),
        given("business_relations", CANNON, "CUST", 4, link_to="customer", no="10000"),
        given("business_relations", CANNON, "PROS", 5, link_to="employee", no="1"),
        given("business_relations", CANNON, "VEND", 6, link_to="vendor"),
    )
    assert result.assignments["business_relations"] == Tally(created=5)
    assert [row.no for row in rows(reference_book, ContactBusinessRelation)] == ["10000", "", "", "", ""]
    assert sorted({line for line, field, _ in told(result) if field in ("no", "link_to")}) == [3, 4, 5, 6]


def test_a_link_replaces_a_plain_code_and_may_move_on(reference_book: Session) -> None:
    imported(reference_book, given("business_relations", LAURIER, "CUST"))
    imported(reference_book, given("business_relations", LAURIER, "CUST", link_to="customer", no="1"))
    result = imported(reference_book, given("business_relations", LAURIER, "CUST", link_to="customer", no="2"))
    assert result.assignments["business_relations"] == Tally(updated=1)
    assert [row.no for row in rows(reference_book, ContactBusinessRelation)] == ["2"]


def test_br_r5_a_person_may_be_a_customer_and_nothing_else(reference_book: Session) -> None:
    setup_lists.add(reference_book, "business_relations", {"code": "VEND"})
    result = imported(
        reference_book,
        given("business_relations", LUC, "CUST", 2, link_to="customer", no="10000"),
        given("business_relations", MARIE, "CUST", 3, link_to="customer", no="10000"),
        given("business_relations", MARIE, "VEND", 4, link_to="vendor", no="1"),
        given("business_relations", MARIE, "PROS", 5),
    )
    assert [(line, field) for line, field, _text in told(result)] == [
        (3, "no"),
        (4, "business_relations"),
        (5, "business_relations"),
    ]
    luc = next(contact for contact in rows(reference_book, Contact) if contact.no == LUC)
    assert [(row.contact_id, row.no) for row in rows(reference_book, ContactBusinessRelation)] == [(luc.id, "10000")]
    again = imported(reference_book, given("business_relations", LUC, "CUST", 2, link_to="customer", no="10000"))
    assert told(again) == []
    assert len(rows(reference_book, ContactBusinessRelation)) == 1
