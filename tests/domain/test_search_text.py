"""What a contact is found by."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contacts_tui.domain.contact import ContactType
from contacts_tui.domain.query import parse_query
from contacts_tui.domain.search_rules import Plan, Tier, plan_of, tier_of
from contacts_tui.domain.search_text import Mark, Source, read, search_text
from contacts_tui.domain.search_words import email_words, name_words, phone_words, post_code_words, words_of

BLANK = Source(
    1, ContactType.COMPANY, None, "", "", "", "", "", "", "", "", "", "", "", "", "", "", "", "", "",
    None, None, None, None, None,
)  # fmt: skip


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Møbelhuset AS", ("mobelhuset", "as")),
        ("O'Brien", ("o", "brien", "obrien")),
        ("B27 4KT", ("b27", "4kt")),
        ("Jean-Pierre", ("jean", "pierre", "jeanpierre")),
        ("日本商事", ("日本商事", "本商事", "商事", "事")),
        ("A. O. Smith", ("a", "o", "smith", "ao")),
        ("Roy & Fils", ("roy", "and", "et", "fils")),
        ("R&D", ("r", "d", "rd")),
        ("St. Joseph Boulevard", ("st", "joseph", "boulevard", "saint")),
        ("Hôpital Sainte-Hélène", ("hopital", "sainte", "helene", "saintehelene", "ste")),
        ("12 Main St", ("12", "main", "st")),
    ],
)
def test_the_words_of_a_text(text: str, wanted: tuple[str, ...]) -> None:
    assert words_of(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("L'Hôtel du Lac", ["hotel", "du", "lac"]),
        ("l’évé", ["eve"]),
        ("O'Brien", ["o", "brien"]),
        ("Hôtel d'Or", ["hotel", "d", "or"]),
        ("l'", ["l"]),
        ("Al'Fa", ["al", "fa"]),
    ],
)
def test_the_article_of_a_name_is_no_word_of_it(text: str, wanted: list[str]) -> None:
    assert name_words(text) == wanted


def test_a_post_code_is_found_with_and_without_its_blank() -> None:
    assert post_code_words("H2J 3K5") == ("h2j", "3k5", "h2j3k5")
    assert post_code_words("69003") == ("69003",)
    assert post_code_words("") == ()


def test_the_parts_of_an_address_of_mail_or_web_without_its_ending() -> None:
    assert email_words("Andy.Teal@cannongroup.example") == ["andy", "teal", "cannongroup"]
    assert email_words("https://www.cannongroup.example") == ["cannongroup"]


def test_a_number_is_found_with_and_without_country_and_area_and_by_its_last_digits() -> None:
    words = set(phone_words("+44 121 496 0100"))
    assert {"441214960100", "1214960100", "4960100", "0100"} <= words
    assert {"5145550100", "5550100", "0100"} <= set(phone_words("514-555-0100"))


def test_a_person_is_found_by_the_company_and_asked_for_by_its_fields() -> None:
    company = BLANK._replace(name="The Cannon Group", city="York", relations=(7,))
    person = BLANK._replace(id=2, type=ContactType.PERSON, company_id=1, name="Andy Teal", city="Leeds")
    text = search_text(person, company)
    assert text.name == ("andy", "teal")
    assert {"the", "cannon", "group", "leeds"} <= set(text.others)
    assert f"{Mark.CITY}leeds" in text.marked
    assert f"\ue00f{Mark.CITY}york" in text.marked
    assert f"\ue00f{Mark.RELATION}7" in text.marked
    assert f"{Mark.TYPE}person" in text.marked


@given(st.builds(BLANK._replace, name=st.text(max_size=30), city=st.text(max_size=20), email=st.text(max_size=20)))
def test_what_is_stored_says_all_of_it(contact: Source) -> None:
    text = search_text(contact)
    assert read(text.stored) == text


@given(st.text(st.characters(categories=("L", "N", "P", "Zs")), min_size=1, max_size=30))
def test_each_word_of_a_name_finds_it(name: str) -> None:
    text = search_text(BLANK._replace(name=name))
    query = parse_query(name)
    if query.words and not query.fields and not any(term.negative or term.exact for term in query.words):
        for word in query.wanted:
            assert tier_of(text, Plan(words=(word,))) is not None, word


def test_the_better_a_contact_answers_the_higher_its_tier() -> None:
    text = search_text(BLANK._replace(name="The Cannon Group", city="York", phone="+44 121 496 0100"))

    def tier(typed: str, *, exact: bool = False) -> Tier | None:
        return tier_of(text, plan_of(parse_query(typed), []), exact=exact)

    assert tier("the cannon group", exact=True) is Tier.EXACT
    assert tier("the cann") is Tier.BEGINS
    assert tier("group cann") is Tier.NAME
    assert tier("cannon york") is Tier.ANYWHERE
    assert tier("0100") is Tier.ANYWHERE
    assert tier("0121 496 0100") is Tier.ANYWHERE
    assert tier("+44 121") is Tier.ANYWHERE
    assert tier("anno") is Tier.PART
    assert tier("cannon -york") is None
    assert tier("canon") is None
