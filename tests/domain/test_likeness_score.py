"""What agreements and disagreements count, field by field, and the rules that are more than weights."""

from __future__ import annotations

from typing import Any

import pytest

from contacts_tui.domain.likeness import weights
from contacts_tui.domain.likeness.record import record
from contacts_tui.domain.likeness.score import compare
from contacts_tui.domain.likeness.terms import Field, Fit
from tests.domain.likeness import SMALL, company, fits, pair, person, term

HOME: dict[str, Any] = {"address": "88 rue Laurier", "post_code": "H2X 1Y4", "town": "Montréal"}


def test_a_company_is_never_a_person() -> None:
    assert compare(record(company("Roy")), record(person("Roy", id=2)), SMALL) is None


def test_the_score_is_the_sum_of_the_terms_less_the_bits_of_the_book() -> None:
    found = pair(person("Anne Roy", **HOME), person("Anne Roy", **HOME))
    assert found.score == pytest.approx(weights.START - SMALL.full + sum(term.weight for term in found.terms))
    assert (found.one, found.other) == (1, 2)


def test_what_few_have_counts_more() -> None:
    rare = pair(person("Anne Roy"), person("Anne Roy"), {"nanne": 513})
    common = pair(person("Anne Roy"), person("Anne Roy"), {"nanne": 513, "nroy": 129})
    assert rare.score - common.score == pytest.approx(weights.NAME_BITS * 7)


def test_a_value_that_occurs_twice_is_as_rare_as_can_be() -> None:
    roy = person("Anne Roy")
    assert pair(roy, roy, {"nroy": 2}).score == pair(roy, roy).score


@pytest.mark.parametrize(
    "values",
    [
        {"birthday": "1970-01-31"},
        {"numbers": ("CA123",)},
        {"emails": ("anne@roy.example",)},
        {"phones": ("514 555 0100",)},
        HOME,
        {"county": "QC"},
        {"country": "CA"},
        {"other": "bakery"},
    ],
)
def test_a_blank_counts_nothing(values: dict[str, Any]) -> None:
    alone = pair(person("Anne Roy"), person("Anne Roy"))
    assert pair(person("Anne Roy", **values), person("Anne Roy")) == alone
    assert pair(person("Anne Roy"), person("Anne Roy", **values)) == alone


def test_a_blank_name_counts_nothing() -> None:
    found = pair(person("", **HOME), person("Anne", **HOME))
    assert not {Field.WORD, Field.NAME} & {term.field for term in found.terms}


@pytest.mark.parametrize(
    ("one", "other", "fit"),
    [
        ("Anne Tremblay", "Anne Trembley", Fit.TYPO),
        ("Anne Quackenbush", "Anne Quakenbusch", Fit.TYPO),
        ("Robert Roy", "Bob Roy", Fit.NICKNAME),
        ("R. Roy", "Robert Roy", Fit.INITIAL),
        ("Maximilian Roy", "Maximi Roy", Fit.BEGINNING),
        ("Anne Beau Lieu", "Anne Beaulieu", Fit.GLUED),
        ("Jean-François Roy", "JF Roy", Fit.GLUED),
    ],
)
def test_words_that_are_nearly_the_same(one: str, other: str, fit: Fit) -> None:
    found = pair(person(one), person(other))
    assert fit in fits(found, Field.WORD)
    assert Fit.DIFFERENT not in fits(found, Field.WORD)
    assert found.score < pair(person(one), person(one)).score


def test_companies_allow_fewer_typing_errors_and_no_nicknames() -> None:
    assert fits(pair(company("Bell Papier"), company("Shell Papier")), Field.WORD) == [Fit.SAME, Fit.DIFFERENT]
    assert Fit.NICKNAME not in fits(pair(company("Robert Papier"), company("Bob Papier")), Field.WORD)
    assert Fit.GLUED in fits(pair(company("ABC Ventures"), company("Alpha Beta Corner Ventures")), Field.WORD)


def test_two_words_that_many_have_are_two_names() -> None:
    many = {"ndaniel": 40, "ndamien": 12}
    assert fits(pair(person("Daniel Roy"), person("Damien Roy"), many), Field.WORD) == [Fit.SAME, Fit.DIFFERENT]
    assert Fit.TYPO in fits(pair(person("Daniel Roy"), person("Damien Roy"), {"ndaniel": 40}), Field.WORD)
    alike = {"njohnson": 40, "njonson": 12}
    assert Fit.TYPO in fits(pair(person("Anne Johnson"), person("Anne Jonson"), alike), Field.WORD)


def test_the_words_of_a_long_name_are_not_so_many_proofs() -> None:
    name = "Alpha Bravo Charlie Delta Echo"
    found = pair(company(name), company(name))
    words = sum(term.weight for term in found.terms if term.field is Field.WORD)
    assert words == pytest.approx(weights.NAME_BITS * weights.NAME_MOST * SMALL.full)


def test_weak_words_count_half_and_may_be_missing() -> None:
    found = pair(company("Tremblay Group"), company("Tremblay"))
    assert fits(found, Field.WORD) == [Fit.SAME]
    assert term(found, Field.NAME).weight == weights.WHOLE_NAME[True] / 2
    assert fits(pair(company("Tremblay Papier"), company("Tremblay")), Field.WORD) == [Fit.SAME, Fit.MISSING]
    weak = pair(company("Restaurant Roma"), company("Restaurant Roma"), {"nroma": 129})
    assert [term.weight for term in weak.terms if term.field is Field.WORD] == pytest.approx(
        [weights.NAME_BITS * SMALL.full / 2, weights.NAME_BITS * (SMALL.full - 7)]
    )


def test_two_branches_that_are_named_after_their_towns_have_no_whole_name_in_common() -> None:
    found = pair(company("Ville de Laval", town="Laval"), company("Ville de Lévis", town="Lévis"))
    assert fits(found, Field.NAME) == []


def test_people_who_share_the_mailbox_of_a_department_are_not_the_same() -> None:
    office = {**HOME, "emails": ("info@roy.example",)}
    found = pair(person("Anne Roy", **office), person("Luc Gagnon", **office))
    assert fits(found, Field.FIRST_NAME) == [Fit.DIFFERENT]
    assert found.score < 0


def test_the_town_in_the_name_of_a_company_is_a_weak_word_of_both() -> None:
    found = pair(company("Palm", town="Los Angeles"), company("Palm (Los Angeles)", town="Hollywood"))
    assert Fit.MISSING not in fits(found, Field.WORD)


def test_legal_forms() -> None:
    same = pair(company("Roy Papier Ltd"), company("Roy Papier Limited"))
    none = pair(company("Roy Papier Ltd"), company("Roy Papier"))
    other = pair(company("Roy Papier Ltd"), company("Roy Papier PLC"))
    assert same.score == none.score == other.score - weights.FORM_DIFFERS


def test_swapped_names_cost_nothing() -> None:
    swapped = pair(person("Anne Roy"), person("Roy Anne"))
    assert swapped.score == pair(person("Anne Roy"), person("Anne Roy")).score
    assert term(swapped, Field.NAME).fit is Fit.SWAPPED


def test_a_first_name_does_not_differ_from_a_surname() -> None:
    found = pair(person("", first_name="Anne"), person("", surname="Roy"))
    assert found.terms == ()
    assert fits(pair(person("", first_name="Anne"), person("", first_name="Luc")), Field.FIRST_NAME) == [Fit.DIFFERENT]


def test_people_of_one_house_and_one_switchboard_are_not_the_same() -> None:
    office = {**HOME, "phones": ("514 555 0100",)}
    family = pair(person("Anne Roy", **office), person("Luc Roy", **office))
    assert fits(family, Field.FIRST_NAME) == [Fit.DIFFERENT]
    alone = pair(person("Anne Roy", **office), person("Anne Roy", **office))
    for field in (Field.PHONE, Field.STREET, Field.TOWN, Field.HOUSE):
        assert term(family, field).weight == pytest.approx(term(alone, field).weight / 3)
    assert family.score < -3 < 20 < alone.score


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"birthday": "1970-01-31"}, {"birthday": "1970-01-30"}),
        ({"numbers": ("CA123456",)}, {"numbers": ("CA123456",)}),
        ({"emails": ("a.r@roy.example",)}, {"emails": ("ar@roy.example",)}),
    ],
)
def test_who_has_the_same_date_of_birth_or_number_or_address_of_mail_may_have_two_names(
    one: dict[str, Any], other: dict[str, Any]
) -> None:
    found = pair(person("Anne Roy", **HOME, **one), person("Suzanne Roy", **HOME, **other))
    assert fits(found, Field.FIRST_NAME) == []
    whole = pair(person("Anne Roy", **HOME), person("Anne Roy", **HOME))
    assert term(found, Field.STREET).weight == term(whole, Field.STREET).weight


@pytest.mark.parametrize(
    ("one", "other", "fit", "points"),
    [
        ("1970-01-31", "1970-01-31", Fit.SAME, weights.BIRTHDAY_BITS * SMALL.full),
        ("1970-01-31", "1970-01-30", Fit.TYPO, 8.5),
        ("1970-03-04", "1970-04-03", Fit.SWAPPED, 8.5),
        ("1970-01-31", "1980-01-30", Fit.TYPO, 4.0),
        ("1970-01-31", "1982-01-30", Fit.DIFFERENT, -1.0),
        ("1970-01-31", "1955-12-24", Fit.DIFFERENT, -3.0),
        ("1970-01-31", "--01-31", Fit.PART, 4.0),
        ("1970-01-31", "--02-01", Fit.DIFFERENT, -3.0),
    ],
)
def test_dates_of_birth(one: str, other: str, fit: Fit, points: float) -> None:
    found = term(pair(person("A", birthday=one), person("A", birthday=other)), Field.BIRTHDAY)
    assert found.fit is fit
    assert found.weight == pytest.approx(points)


@pytest.mark.parametrize(
    ("one", "other", "fit"),
    [
        (("CA1234567",), ("CA 123.4567",), Fit.SAME),
        (("CA1234567",), ("CA1234568",), Fit.TYPO),
        (("CA1234567",), ("CA9876543",), Fit.DIFFERENT),
    ],
)
def test_official_numbers(one: tuple[str, ...], other: tuple[str, ...], fit: Fit) -> None:
    assert fits(pair(company("A", numbers=one), company("B", numbers=other)), Field.NUMBER) == [fit]


def test_official_numbers_of_different_kinds_are_not_compared() -> None:
    found = pair(company("A", numbers=("CA1234567", "")), company("A", numbers=("", "555")))
    assert fits(found, Field.NUMBER) == []


@pytest.mark.parametrize(
    ("one", "other", "fit", "points"),
    [
        ("zoe.b@roy.example", "Zoe.B@Roy.example", Fit.SAME, weights.EMAIL_BITS * SMALL.full),
        ("zoe.b@roy.example", "zoe.b@rooy.example", Fit.TYPO, weights.EMAIL_NEAR * SMALL.full),
        ("zoe12@roy.example", "zoe15@roy.example", Fit.TYPO, 0.3 * weights.EMAIL_NEAR * SMALL.full),
        ("info@roy.example", "inf@roy.example", Fit.TYPO, 0.4 * weights.EMAIL_NEAR * SMALL.full),
        ("zoe.b@roy.example", "zoe.b@papier.example", Fit.BEGINNING, 5.0),
        ("zoe.b@hotmail.com", "zoe.b@gmail.com", Fit.BEGINNING, 5.0),
        ("info@roy.example", "info@papier.example", Fit.DIFFERENT, -1.5),
        ("zoe.b@roy.example", "luc.d@roy.example", Fit.PART, 0.1 * SMALL.full),
        ("zoe.b@yahoo.fr", "zoe.c@yahoo.ca", Fit.DIFFERENT, -1.5),
        ("h.k@roy.example", "f.j@roy.example", Fit.PART, 0.1 * SMALL.full),
        ("zoe.b@roy.example", "luc.d@work.example", Fit.DIFFERENT, -1.5),
    ],
)
def test_addresses_of_mail(one: str, other: str, fit: Fit, points: float) -> None:
    found = term(pair(person("A", emails=(one,)), person("A", emails=(other,))), Field.EMAIL)
    assert found.fit is fit
    assert found.weight == pytest.approx(points)


def test_an_address_made_of_the_name_says_no_more_than_the_name() -> None:
    marie = person("Marie Roy", emails=("marie.roy@firm.example",))
    maria = person("Maria Roy", emails=("maria.roy@firm.example",))
    assert fits(pair(marie, maria), Field.EMAIL) == [Fit.DIFFERENT]
    elsewhere = person("Marie Roy", emails=("marie.roy@other.example",))
    assert term(pair(marie, elsewhere), Field.EMAIL).weight == weights.EMAIL_OF_THE_NAME
    typo = person("Marie Roy", emails=("mari.roy@firm.example",))
    assert fits(pair(marie, typo), Field.EMAIL) == [Fit.TYPO]


@pytest.mark.parametrize(
    ("one", "other", "fit"),
    [
        (("514 555 0100",), ("+1 (514) 555-0100",), Fit.SAME),
        (("514 555 0199", "514 555 0100"), ("1-514-555-0100",), Fit.SAME),
        (("514 555 0100",), ("514 555 0101",), Fit.TYPO),
        (("514 555 0100",), ("418 666 0202",), Fit.DIFFERENT),
    ],
)
def test_telephones(one: tuple[str, ...], other: tuple[str, ...], fit: Fit) -> None:
    assert fits(pair(company("A", phones=one), company("A", phones=other)), Field.PHONE) == [fit]


def test_of_street_post_code_and_town_the_rarest_counts_most() -> None:
    found = pair(company("A", **HOME), company("A", **HOME), {"tmontreal": 129, "zh2x1y4": 17})
    assert term(found, Field.STREET).weight == pytest.approx(weights.PLACE_BEST * SMALL.full)
    assert term(found, Field.POST_CODE).weight == pytest.approx(weights.PLACE_OTHERS * (SMALL.full - 4))
    assert term(found, Field.TOWN).weight == pytest.approx(weights.PLACE_OTHERS * (SMALL.full - 7))


@pytest.mark.parametrize(
    ("field", "change", "fit"),
    [
        (Field.STREET, {"address": "88 rue Laurrier"}, Fit.TYPO),
        (Field.STREET, {"address": "88 Laurier Street"}, Fit.SAME),
        (Field.STREET, {"address": "88 rue Papineau"}, Fit.DIFFERENT),
        (Field.HOUSE, {"address": "90 rue Laurier"}, Fit.DIFFERENT),
        (Field.POST_CODE, {"post_code": "H2X 1Y5"}, Fit.TYPO),
        (Field.POST_CODE, {"post_code": "h2x"}, Fit.TYPO),
        (Field.POST_CODE, {"post_code": "J4K 2T1"}, Fit.DIFFERENT),
        (Field.TOWN, {"town": "Montreal"}, Fit.SAME),
        (Field.TOWN, {"town": "Montral"}, Fit.TYPO),
        (Field.TOWN, {"town": "Montréal Nord"}, Fit.TYPO),
        (Field.TOWN, {"town": "Laval"}, Fit.DIFFERENT),
    ],
)
def test_places(field: Field, change: dict[str, str], fit: Fit) -> None:
    assert fits(pair(company("A", **HOME), company("A", **{**HOME, **change})), field) == [fit]


@pytest.mark.parametrize(
    ("address", "points"),
    [
        ("99 rue Laurier", weights.HOUSE_DIFFERS),
        ("89 rue Laurier", weights.HOUSE_ONE_OFF),
        ("99 rue Papineau", weights.HOUSE_DIFFERS_ELSEWHERE),
        ("99", weights.HOUSE_DIFFERS_ELSEWHERE),
    ],
)
def test_another_house_counts_most_in_the_same_street(address: str, points: float) -> None:
    found = pair(company("A", **HOME), company("A", **{**HOME, "address": address}))
    assert term(found, Field.HOUSE).weight == points


def test_county_country_and_trade() -> None:
    here: dict[str, Any] = {"county": "QC", "country": "CA", "other": "pain et gâteaux"}
    there: dict[str, Any] = {"county": "ON", "country": "US", "other": "acier"}
    assert [term.weight for term in pair(company("A", **here), company("A", **there)).terms][-3:] == [-1.0, -2.0, -0.5]
    assert fits(pair(company("A", **here), company("A", **{**there, "other": "pain"})), Field.OTHER) == [Fit.SAME]


def test_what_cannot_reach_the_least_score_is_given_up_early_and_nothing_else() -> None:
    strangers = record(person("Anne Roy", **HOME)), record(person("Luc Gagnon", id=2, **HOME))
    assert compare(*strangers, SMALL, least=0.0) is None
    assert compare(*strangers, SMALL) is not None
    same = record(person("Anne Roy", **HOME)), record(person("Anne Roy", id=2, **HOME))
    assert compare(*same, SMALL, least=0.0) == compare(*same, SMALL)
