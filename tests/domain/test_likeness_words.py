"""Names and addresses in the form in which they are compared."""

from __future__ import annotations

import pytest

from contacts_tui.domain.likeness.closeness import errors, skeleton
from contacts_tui.domain.likeness.nicknames import same_family
from contacts_tui.domain.likeness.record import record
from contacts_tui.domain.likeness.words import company_name, person_words, street_parts
from tests.domain.likeness import company, person


@pytest.mark.parametrize(
    ("name", "words", "forms"),
    [
        ("The Cannon Group Ltd.", ("cannon", "group"), {"ltd"}),
        ("Cannon Group Limited", ("cannon", "group"), {"ltd"}),
        ("Équipements Tremblay inc.", ("equipements", "tremblay"), {"inc"}),
        ("L'Oréal S.A.", ("oreal",), {"sa"}),
        ("Møbelhuset A/S", ("mobelhuset",), {"as"}),
        ("A. B. C. Mfg & Bros.", ("abc", "manufacturing", "brothers"), set()),
        ("Müller GmbH & Co. KG", ("muller",), {"gmbh", "co", "kg"}),
        ("AT&T Inc.", ("att",), {"inc"}),
        ("Int'l Paper Co", ("international", "paper"), {"co"}),
        ("Roy et Fils ltée", ("roy", "sons"), {"ltd"}),
        ("AG Papier", ("ag", "papier"), set()),
        ("The", ("the",), set()),
        ("---", (), set()),
    ],
)
def test_names_of_companies(name: str, words: tuple[str, ...], forms: set[str]) -> None:
    assert company_name(name) == (words, frozenset(forms))


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Mme Hélène O'Brien", ("helene", "obrien")),
        ("M. Tremblay", ("m", "tremblay")),
        ("Dr", ("dr",)),
        ("Jean-Pierre D'Amours", ("jean", "pierre", "amours")),
    ],
)
def test_names_of_people(name: str, words: tuple[str, ...]) -> None:
    assert person_words(name) == words


@pytest.mark.parametrize(
    ("address", "words", "numbers"),
    [
        ("1200 avenue Laurier Est", ("laurier",), ("1200",)),
        ("1200 av. Laurier E", ("laurier",), ("1200",)),
        ("8638 W. Third St.", ("3rd",), ("8638",)),
        ("Berlinerstr. 12", ("berliner",), ("12",)),
        ("Berliner Straße 12", ("berliner",), ("12",)),
        ("12 rue Sainte-Anne", ("anne",), ("12",)),
        ("Park Avenue", ("park", "avenue"), ()),
        ("400-88 King Street", ("king",), ("400", "88")),
        ("", (), ()),
    ],
)
def test_streets_and_house_numbers(address: str, words: tuple[str, ...], numbers: tuple[str, ...]) -> None:
    assert street_parts(address) == (words, numbers)


def test_parts_of_a_person_are_taken_from_the_name_where_nothing_else_is_known() -> None:
    alone = record(person("Anne Marie Roy"))
    assert (alone.first, alone.last) == (("anne", "marie"), ("roy",))
    parts = record(person("Anne Marie Le Roy", first_name="Anne", surname="Le Roy"))
    assert (parts.first, parts.last) == (("anne", "marie"), ("le", "roy"))
    assert record(person("", surname="Roy")).words == ("roy",)


def test_values_of_a_contact() -> None:
    found = record(
        company(
            "Roy inc.",
            numbers=("CA 123-456", ""),
            emails=("Info@Roy.example; ventes@roy.example", ""),
            phones=("+1 (514) 555-0100", "514 555 0100", "12", ""),
            birthday="1999-02-03",
            post_code="h2x 1y4",
            town="Saint-Jérôme",
        )
    )
    assert found.numbers == ("ca123456", "")
    assert found.emails == (("info", "roy.example"), ("ventes", "roy.example"))
    assert found.phones == ("45550100",)
    assert (found.birthday, found.post_code, found.town) == ("19990203", "h2x1y4", "st jerome")
    assert record(person("A", birthday="--02-03")).birthday == "00000203"
    assert record(person("A", birthday="3 Feb")).birthday == ""


@pytest.mark.parametrize(
    ("one", "other", "wrong", "strict"),
    [
        ("tremblay", "trembaly", 1, 1),
        ("quackenbush", "quakenbusch", 2, 2),
        ("roy", "ray", 1, 1),
        ("lu", "li", 0, 0),
        ("bell", "shell", 2, 0),
        ("simpson", "thomson", 0, 0),
        ("meridian", "peruvian", 3, 0),
        ("tremblay", "blaytrem", 2, 2),
        ("53rd", "3rd", 0, 0),
        ("anna", "alexandra", 0, 0),
    ],
)
def test_typing_errors(one: str, other: str, wrong: int, strict: int) -> None:
    assert errors(one, other) == errors(other, one) == wrong
    assert errors(one, other, strict=True) == errors(other, one, strict=True) == strict


def test_most_typing_errors_leave_the_skeleton() -> None:
    assert skeleton("tremblay") == skeleton("trembley") == skeleton("tremmblay") == "trnp"
    assert skeleton("katherine") == skeleton("catherine")
    assert skeleton("") == ""


def test_nicknames() -> None:
    assert same_family("bob", "robert")
    assert same_family("kate", "catherine")
    assert not same_family("jean", "john")
    assert not same_family("robert", "albert")
    assert not same_family("tremblay", "tremblay")
