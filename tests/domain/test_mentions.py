"""Where a text names somebody, however the name, the number or the e-mail is written."""

from __future__ import annotations

import sqlite3

import pytest

from contacts_tui.domain.mentions import Mentions

ZOE = Mentions.of(["Zoé Saint-Œuvre"], ["+1 (514) 555-0666"], ["Zoe.O@mail.example"])


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Call Zoé Saint-Œuvre!", "Call …!"),
        ("ZOE SAINT OEUVRE called", "… called"),
        ("zoé  saint-œuvre, zoe saint-oeuvre", "…, …"),
        ("at 514.555.06.66 or 15145550666", "at … or 1…"),
        ("<zoe.o@MAIL.example>", "<…>"),
        (" Zoé Saint-Œuvre ", ""),
    ],
)
def test_what_names_somebody_is_found_and_taken_out(text: str, left: str) -> None:
    assert ZOE.are_in(text)
    assert ZOE.removed(text) == left
    assert not ZOE.are_in(left)
    likes = [pattern for patterns in ZOE.sieve() for pattern in patterns]
    ask = sqlite3.connect(":memory:").execute
    assert any(ask("SELECT ? LIKE ?", [text, like]).fetchone()[0] for like in likes)


@pytest.mark.parametrize(
    "text",
    ["", "Zoé", "Zoé Saint-Œuvrette", "Azoé Saint-Œuvre", "514 555 06667", "514 555 066", "x.zoe.o@mail.example"],
)
def test_what_names_somebody_else_is_not(text: str) -> None:
    assert not ZOE.are_in(text)
    assert ZOE.removed(text) == text


def test_what_is_too_short_names_nobody() -> None:
    assert not Mentions.of(["Roy"], ["911"], ["a@b"])
    assert not Mentions().are_in("anything")
    assert Mentions().removed("anything") == "anything"
    assert Mentions.of(["Royal"], [], []).are_in("The royal bakery")


def test_what_is_the_company_s_as_well_does_not_count() -> None:
    company = Mentions.of([], ["514-555-0666"], [])
    assert not ZOE.without(company).are_in("514 555 0666")
    assert ZOE.without(company).are_in("zoe.o@mail.example")


def test_what_is_shown_of_a_long_text_names_somebody() -> None:
    text = "A long talk about ovens and who comes on the day after that, with Zoe Saint-Oeuvre and with others."
    assert ZOE.around(text, 40) == "…that, with Zoe Saint-Oeuvre and with o…"
    assert ZOE.around(text, 200) == text
    assert ZOE.around("Zoe Saint-Oeuvre and with many others of them", 20) == "Zoe Saint-Oeuvre an…"
