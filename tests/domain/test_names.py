"""Names, their parts and the search name (C-R5 to C-R8)."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from contacts_tui.domain.contact import Contact, ContactType, renamed
from contacts_tui.domain.names import follow_search_name, join_name, split_name
from tests.domain.reference import CANNON, LUC, MARIE

PERSON = Contact(type=ContactType.PERSON)
WORD = st.text(st.characters(categories=("L", "N", "P")), min_size=1, max_size=12)


def entered(before: Contact, **changes: str) -> Contact:
    return renamed(before, replace(before, **changes))  # type: ignore[arg-type]


def parts(person: Contact) -> tuple[str, str, str]:
    return person.first_name, person.middle_name, person.surname


def test_co_1_three_words_are_first_middle_and_surname() -> None:
    assert parts(entered(PERSON, name="John Edward Smith")) == ("John", "Edward", "Smith")


def test_co_2_of_four_words_the_first_two_are_the_first_name() -> None:
    assert parts(entered(PERSON, name="Mary Jane Ann Smith")) == ("Mary Jane", "Ann", "Smith")


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Prince", ("Prince", "", "")),
        ("  Jean-Pierre   Côté ", ("Jean-Pierre", "", "Côté")),
        ("", ("", "", "")),
    ],
)
def test_co_3_one_word_is_a_first_name_and_blanks_do_not_count(name: str, expected: tuple[str, str, str]) -> None:
    assert split_name(name) == expected


def test_co_4_a_part_that_is_entered_rebuilds_the_name() -> None:
    marie = entered(MARIE, middle_name="Anne")
    assert marie.name == "Marie Anne Tremblay"
    assert marie.search_name == "MARIE ANNE TREMBLAY"


def test_co_5_parts_stay_as_entered_although_the_name_would_split_differently() -> None:
    jean = entered(replace(PERSON, first_name="Jean", name="Jean"), surname="de la Rue")
    assert jean.name == "Jean de la Rue"
    assert parts(jean) == ("Jean", "", "de la Rue")
    assert parts(entered(jean, job_title="Baker")) == ("Jean", "", "de la Rue")


def test_co_6_the_search_name_follows_the_name() -> None:
    assert entered(CANNON, name="Cannon Group Inc.").search_name == "CANNON GROUP INC."


def test_co_7_a_search_name_that_a_user_chose_stays() -> None:
    assert entered(replace(CANNON, search_name="MYKEY"), name="Cannon Group Inc.").search_name == "MYKEY"


def test_a_search_name_entered_together_with_the_name_stays() -> None:
    assert entered(CANNON, name="Cannon Group Inc.", search_name="CGI").search_name == "CGI"


def test_a_blank_search_name_is_filled() -> None:
    assert follow_search_name("Old", "Café Noir", "") == "CAFÉ NOIR"


def test_a_search_name_that_had_to_be_cut_still_follows() -> None:
    long = "ß" * 100
    cut = follow_search_name("", long, "")
    assert cut == "S" * 100
    assert follow_search_name(long, "Kurz", cut) == "KURZ"


def test_a_companys_name_is_never_split() -> None:
    assert parts(entered(CANNON, name="Cannon Group Ltd. East")) == ("", "", "")


def test_when_name_and_parts_change_together_the_parts_stand() -> None:
    luc = entered(LUC, name="Something Else", surname="Roy")
    assert luc.name == "Luc Roy"


def test_a_part_is_cut_to_thirty_characters_without_a_blank_at_its_end() -> None:
    first, middle, surname = split_name(f"{'A' * 29} {'B' * 5} {'C' * 40} {'D' * 31}")
    assert first == "A" * 29
    assert (middle, surname) == ("C" * 30, "D" * 30)


@given(st.lists(WORD, max_size=7), st.sampled_from([" ", "  ", "   "]))
def test_a_name_comes_back_from_its_parts(words: list[str], blank: str) -> None:
    name = " ".join(words)
    split = split_name(blank.join(words))
    assume(len(" ".join(words[:-2])) <= 30)
    assert join_name(*split) == name
    assert split_name(join_name(*split)) == split


@given(WORD, WORD, WORD)
def test_an_untouched_search_name_follows_any_number_of_changes(first: str, second: str, third: str) -> None:
    search = follow_search_name("", first, "")
    search = follow_search_name(first, second, search)
    assert follow_search_name(second, third, search) == third.upper()
