"""Codes given to contacts (domain section 6)."""

from __future__ import annotations

import pytest

from contacts_tui.domain import codes
from contacts_tui.domain.code_lists import ASSIGNED
from contacts_tui.domain.errors import Refused
from contacts_tui.services import contacts, deletion, history, marketing_setup, setup_lists
from contacts_tui.services.assignments import Assign
from contacts_tui.services.session import Session
from tests.services.reference import (
    LAURIER,
    LUC,
    MARIE,
    card,
    change,
    contact,
    give,
    line,
    new_company,
    rows,
    values,
)


@pytest.fixture
def grouped(reference_book: Session) -> Session:
    """CT-1: RETAIL and MANUF are given to CT000001."""
    give(reference_book, LAURIER, "industry_groups", "RETAIL", "MANUF")
    return reference_book


def test_ct_1_codes_are_counted_on_the_contact_and_in_the_list(grouped: Session) -> None:
    assert card(grouped, LAURIER).count("industry_groups") == 2
    assert line(grouped, "industry_groups", "RETAIL").used == 1


def test_ct_2_a_code_is_given_once_only(grouped: Session) -> None:
    with pytest.raises(Refused) as refused:
        give(grouped, LAURIER, "industry_groups", "RETAIL")
    assert (refused.value.field, refused.value.value) == ("industry_groups", "RETAIL")
    assert card(grouped, LAURIER).count("industry_groups") == 2


def test_ct_3_a_person_shows_the_groups_of_the_company_and_has_none(grouped: Session) -> None:
    with pytest.raises(Refused):
        give(grouped, MARIE, "industry_groups", "RETAIL")
    assert card(grouped, MARIE).count("industry_groups") == 2


def test_co_17_the_count_of_a_person_is_the_companys(grouped: Session) -> None:
    assert card(grouped, MARIE).count("industry_groups") == 2
    assert card(grouped, LUC).count("industry_groups") == 0


def test_ct_4_job_responsibilities_are_for_people(reference_book: Session) -> None:
    give(reference_book, MARIE, "job_responsibilities", "IT")
    assert card(reference_book, MARIE).count("job_responsibilities") == 1
    with pytest.raises(Refused):
        give(reference_book, LAURIER, "job_responsibilities", "IT")
    assert card(reference_book, LAURIER).count("job_responsibilities") == 0


def test_ct_5_a_person_has_one_organizational_level(reference_book: Session) -> None:
    with pytest.raises(Refused) as refused:
        change(reference_book, LAURIER, organizational_level="CEO")
    assert refused.value.field == "organizational_level"
    change(reference_book, MARIE, organizational_level="CEO")
    change(reference_book, MARIE, organizational_level="CFO")
    assert values(reference_book, MARIE)["organizational_level"] == "CFO"
    assert line(reference_book, "organizational_levels", "CEO").used == 0
    assert line(reference_book, "organizational_levels", "CFO").used == 1


def test_ct_6_mailing_groups_are_for_everyone(reference_book: Session) -> None:
    give(reference_book, LAURIER, "mailing_groups", "MOVE")
    give(reference_book, LUC, "mailing_groups", "MOVE")
    assert line(reference_book, "mailing_groups", "MOVE").used == 2


def test_ct_7_the_relation_of_customers_comes_with_the_link(reference_book: Session) -> None:
    marketing_setup.edit(reference_book, {"bus_rel_code_for_customers": "CUST"})
    with pytest.raises(Refused) as refused:
        give(reference_book, LAURIER, "business_relations", "CUST")
    assert "link" in str(refused.value.message)
    assert card(reference_book, LAURIER).count("business_relations") == 0


def test_ct_10_an_unknown_code_is_refused_until_it_is_made(reference_book: Session) -> None:
    with pytest.raises(Refused) as refused:
        give(reference_book, LAURIER, "industry_groups", "XYZ")
    assert (refused.value.field, refused.value.value) == ("industry_groups", "XYZ")
    assert "add it there" in str(refused.value.message)
    setup_lists.add(reference_book, "industry_groups", {"code": "XYZ"})
    give(reference_book, LAURIER, "industry_groups", "XYZ")
    assert line(reference_book, "industry_groups", "XYZ").used == 1


def test_ct_11_a_code_is_stored_in_upper_case_and_has_ten_characters(reference_book: Session) -> None:
    assert setup_lists.add(reference_book, "industry_groups", {"code": "advert"}).name == "ADVERT"
    with pytest.raises(Refused) as refused:
        setup_lists.add(reference_book, "industry_groups", {"code": "ADVERTISING1"})
    assert refused.value.field == "code"
    with pytest.raises(Refused):
        setup_lists.add(reference_book, "industry_groups", {"code": "Advert"})


def test_ct_12_a_deleted_contact_leaves_no_codes(grouped: Session) -> None:
    give(grouped, LAURIER, "mailing_groups", "MOVE")
    give(grouped, MARIE, "job_responsibilities", "IT")
    deletion.delete(grouped, contact(grouped, LAURIER).id)
    for found in ASSIGNED.values():
        assert found.assignment
        assert rows(grouped, found.assignment.record) == []
    assert line(grouped, "industry_groups", "RETAIL").used == 0


def test_a_web_source_searches_for_the_name_unless_told_otherwise(reference_book: Session) -> None:
    made = new_company(reference_book, name="A" * 40, codes=[Assign("web_sources", "WEB")])
    other = new_company(reference_book, name="Other", codes=[Assign("web_sources", "web", "Some word")])
    assert [g.search_word for g in card(reference_book, made.no).codes["web_sources"]] == ["A" * 30]
    assert [g.search_word for g in card(reference_book, other.no).codes["web_sources"]] == ["Some word"]


def test_exactly_these_codes_is_one_step(grouped: Session) -> None:
    setup_lists.add(grouped, "industry_groups", {"code": "PRESS"})
    contacts.set_codes(grouped, contact(grouped, LAURIER), "industry_groups", ["RETAIL", "MANUF"], ["retail", "PRESS"])
    assert [g.code for g in card(grouped, LAURIER).codes["industry_groups"]] == ["PRESS", "RETAIL"]
    history.undo(grouped)
    assert [g.code for g in card(grouped, LAURIER).codes["industry_groups"]] == ["MANUF", "RETAIL"]


def test_giving_a_code_stamps_the_contact(reference_book: Session) -> None:
    before = contact(reference_book, LAURIER)
    give(reference_book, LAURIER, "mailing_groups", "MOVE")
    assert contact(reference_book, LAURIER).version > before.version
    assert rows(reference_book, codes.ContactMailingGroup)[0].contact_id == before.id
