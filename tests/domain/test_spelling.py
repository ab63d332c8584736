"""Which words may be meant by one with a typing error, or one that was misheard."""

from __future__ import annotations

import pytest

from contacts_tui.domain.spelling import errors_allowed, likely, nearest, sound


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("canonn", "cannon"),
        ("cannn", "cannon"),
        ("mobelhust", "mobelhuset"),
        ("tremblya", "tremblay"),
    ],
)
def test_a_word_with_few_errors_is_understood(typed: str, wanted: str) -> None:
    known = dict.fromkeys(("cannon", "mobelhuset", "tremblay", "york"), 1)
    assert nearest(typed, known, {}) == (wanted,)


def test_fewer_errors_come_first_then_the_more_frequent_word() -> None:
    assert nearest("carter", {"carters": 1, "carton": 90}, {}) == ("carters",)
    assert nearest("marten", {"martin": 3, "martel": 7}, {}) == ("martel", "martin")


def test_what_only_sounds_alike_is_meant_where_nothing_is_near() -> None:
    assert nearest("bolieu", {}, {"beaulieu": 2}) == ("beaulieu",)
    assert nearest("cannan", {"cannon": 1}, {"kenan": 9}) == ("cannon",)
    assert nearest("theriot", {}, {"trois": 9, "theriault": 1}) == ("theriault",)


@pytest.mark.parametrize("typed", ["abc", "0100", "x" * 30, "b27"])
def test_what_is_short_long_or_no_word_is_taken_as_it_stands(typed: str) -> None:
    assert errors_allowed(typed) == 0
    assert nearest(typed, {typed[:-1]: 1}, {}) == ()


@pytest.mark.parametrize(
    ("one", "other"),
    [("gauthier", "gautier"), ("philip", "filip"), ("beaulieu", "bolieu"), ("smith", "smyth"), ("ouelette", "ouellet")],
)
def test_names_that_sound_alike(one: str, other: str) -> None:
    assert sound(one) == sound(other) != ""


@pytest.mark.parametrize(
    ("typed", "known", "wanted"),
    [
        # Misheard: they sound alike, however many have each.
        ("jonson", {"jonson": 5, "johnson": 1, "jonsonville": 9}, ("johnson",)),
        ("meyer", {"meyer": 2, "meier": 2, "maier": 2, "mayer": 2}, ("mayer", "meier")),
        # One letter away: only what is far more frequent.
        ("marten", {"marten": 3, "martin": 12, "barten": 11}, ("martin",)),
        ("marten", {"marten": 3, "carter": 50}, ()),
        # Not a word itself: it is either still being typed, or read otherwise where nothing is found.
        ("mart", {"martin": 12, "marx": 40}, ()),
        ("roy", {"roy": 1, "roi": 40}, ()),
    ],
)
def test_what_may_be_meant_by_a_word_that_occurs(typed: str, known: dict[str, int], wanted: tuple[str, ...]) -> None:
    assert likely(typed, known) == wanted
