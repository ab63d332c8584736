"""Why two contacts are taken for one, in words of both languages, and how sure that is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest

from contacts_tui import locale
from contacts_tui.domain.likeness.bands import LABELS, Band, band
from contacts_tui.domain.likeness.details import Details
from contacts_tui.domain.likeness.rarity import Rarity
from contacts_tui.domain.likeness.reasons import reasons
from tests.domain.likeness import company, pair, person

HOME: dict[str, Any] = {"address": "88 rue Laurier", "post_code": "H2X 1Y4", "town": "Montréal"}
AWAY: dict[str, Any] = {"address": "9 Main Street", "post_code": "M5V 2K1", "town": "Toronto"}


def said(one: Details, other: Details, counts: Mapping[str, int] | None = None, third: str = "") -> str:
    found = pair(one, other, counts)
    return str(reasons(found, one, other, Rarity(1000, counts or {}), third=third).said)


@pytest.mark.parametrize(
    ("one", "other", "words"),
    [
        (person("Zoé Quackenbush"), person("Zoé Quackenbush"), "same rare name"),
        (person("Zoé Lindqvist"), person("Zoé Lindqist"), "rare name with one other letter: Lindqvist, Lindqist"),
        (person("Robert O'Brien"), person("Bob O'Brien"), "“Bob” may be short for “Robert”"),
        (person("R. O'Brien"), person("Robert O'Brien"), "“R” may stand for “Robert”"),
        (person("Anne Roy"), person("Roy Anne"), "first name and surname swapped"),
        (company("Roy Papier Ltd"), company("Roy Papier PLC"), "other legal form only: ltd, plc"),
        (
            company("Trade Wind"), company("Tradewind"),
            "the same words, written apart or together: Trade Wind, Tradewind",
        ),
        (person("A", birthday="1970-01-31"), person("C", birthday="1970-01-30"), "date of birth with one other digit"),
        (person("A", birthday="1970-03-04"), person("C", birthday="1970-04-03"), "day and month of birth swapped"),
        (company("A", numbers=("CA12345",)), company("B", numbers=("CA12345",)), "same VAT number"),
        (company("A", numbers=("", "1")), company("B", numbers=("", "1")), "same registration number"),
        (company("A", emails=("a@b.example",)), company("B", emails=("a@b.example",)), "same e-mail address"),
        (company("A", phones=("5550100",)), company("B", phones=("5550101",)), "phone number with one other digit"),
        (company("A", **HOME), company("B", **HOME), "same street and number"),
        (company("A", town="Laval"), company("B", town="Laval"), "same town"),
    ],
)  # fmt: skip
def test_what_agrees(one: Details, other: Details, words: str) -> None:
    assert said(one, other).startswith(words)


def test_many_that_share_a_value_are_counted() -> None:
    one = person("Marie Roy", phones=("514 555 0100",))
    phone, name = "same phone number, which 6 contacts have", "same name, common here: 41 contacts"
    assert said(one, one, {"p45550100": 6, "nmarie": 300, "nroy": 41}) == f"{name}, {phone}"


@pytest.mark.parametrize(
    ("one", "other", "words"),
    [
        (
            person("Anne Roy", **HOME), person("Luc Roy", **HOME),
            "other first name at the same address: family or colleague?",
        ),
        (company("Roy Papier", **HOME), company("Roy Papier", **AWAY), "other town: branch or namesake?"),
        (company("Roy", **HOME), company("Roy", **{**HOME, "address": "99 rue Laurier"}), "other house number"),
        (company("Roy", numbers=("CA123456",)), company("Roy", numbers=("CA987654",)), "VAT numbers differ"),
        (person("Anne Roy"), person("Anne Gagnon"), "other name: Roy, Gagnon"),
    ],
)  # fmt: skip
def test_what_differs_follows_after_but(one: Details, other: Details, words: str) -> None:
    agree, _, differ = said(one, other).partition("; but ")
    assert agree
    assert differ.startswith(words)


def test_only_the_largest_are_told_the_weightiest_first() -> None:
    one = company("Roy", numbers=("CA123456",), emails=("a@b.example",), phones=("5550100",), country="CA", **HOME)
    other = replace(one, name="Gagnon", country="US", numbers=("CA987654",))
    found = reasons(pair(one, other), one, other, Rarity(1000, {}))
    assert [str(reason) for reason in found.agree] == [
        "same street and number",
        "same e-mail address",
        "same phone number",
    ]
    assert [str(reason) for reason in found.differ] == ["other name: Roy, Gagnon", "VAT numbers differ"]


def test_a_third_contact_comes_first() -> None:
    one = person("Anne Roy", town="Laval")
    assert said(one, one, third="CT000007 Anne Roy").startswith("both are like CT000007 Anne Roy, same rare name")


def test_nothing_to_compare_is_said_too() -> None:
    assert said(person("Anne"), person("", birthday="1970-01-31")) == "nothing to compare"


def test_reasons_are_told_in_french() -> None:
    one, other = person("Zoé Roy", **HOME), person("Luc Roy", **HOME)
    found = reasons(pair(one, other), one, other, Rarity(1000, {})).said
    locale.use("fr")
    try:
        told = locale._(found)
    finally:
        locale.use("en")
    assert told.startswith("«\u00a0Roy\u00a0» dans les deux noms, ")
    assert "; mais autre prénom à la même adresse\u00a0: famille ou collègue?" in told


@pytest.mark.parametrize(
    ("score", "third", "expected"),
    [
        (6.0, None, Band.CERTAIN),
        (5.9, None, Band.PROBABLE),
        (0.0, None, Band.PROBABLE),
        (-0.1, None, Band.POSSIBLE),
        (-3.1, None, None),
        (-5.0, 7, Band.PROBABLE),
        (9.0, 7, Band.CERTAIN),
    ],
)
def test_bands(score: float, third: int | None, expected: Band | None) -> None:
    found = pair(person("Anne Roy"), person("Anne Roy"))
    assert band(replace(found, score=score, third=third)) is expected


def test_every_band_has_words() -> None:
    assert set(LABELS) == set(Band)
