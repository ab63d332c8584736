"""Text from outside: cleaned, guarded, folded, clipped and wrapped."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contacts_tui.domain.text import (
    cell_width,
    clean_block,
    clean_line,
    clip,
    digits,
    fold,
    guard,
    is_clean,
    words,
    wrap,
)

ANY = st.one_of(
    st.text(st.characters(), max_size=60),
    st.text("ab \t\n\r\x1b\x9b\x00\u202e\u200b\u200d\ufeff\u2028e\u0301日ß", max_size=60),
)


TURNS_TEXT = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"


def hostile(char: str) -> bool:
    """What a terminal could take for a command, or what breaks or turns a line."""
    return unicodedata.category(char) in ("Cc", "Cs", "Zl", "Zp") or char in TURNS_TEXT


@given(ANY)
def test_guarded_text_holds_nothing_hostile_and_everything_else(text: str) -> None:
    guarded = guard(text)
    assert not any(map(hostile, guarded))
    assert guard(guarded) == guarded
    assert is_clean(guarded)
    assert [c for c in text if c.isprintable()] == [c for c in guarded if c.isprintable()]


@given(ANY)
def test_a_cleaned_line_is_one_clean_line_and_stays_so(text: str) -> None:
    line = clean_line(text)
    assert clean_line(line) == line
    assert is_clean(line)
    assert line == line.strip()
    assert unicodedata.is_normalized("NFC", line)


@given(ANY)
def test_a_cleaned_block_stays_so_and_keeps_line_ends_only(text: str) -> None:
    block = clean_block(text)
    assert clean_block(block) == block
    assert all(is_clean(line) for line in block.split("\n"))
    assert all(line == line.rstrip() for line in block.split("\n"))


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("  Cafe\u0301\tNoir\r\n", "Café Noir"),
        ("red\x1b[31m\x07", "red[31m"),
        ("a\u202eb\u2066c\u200b", "abc"),
        ("👩\u200d🔧", "👩\u200d🔧"),
    ],
)
def test_a_line_is_cleaned(text: str, cleaned: str) -> None:
    assert clean_line(text) == cleaned


def test_the_line_ends_of_every_system_are_one() -> None:
    assert clean_block("a  \r\nb\rc\n\n") == "a\nb\nc"


@given(ANY)
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(ANY)
def test_case_does_not_change_the_folded_text(text: str) -> None:
    assert fold(fold(text).upper()) == fold(text)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Møbelhuset  AS", "mobelhuset as"),
        ("Straße", "strasse"),
        ("ŁUKASZ Żółć", "lukasz zolc"),
        ("Œuvre Ærø", "oeuvre aero"),
        ("ﬁn", "fin"),
        ("日本", "日本"),
    ],
)
def test_accents_and_case_are_folded(text: str, folded: str) -> None:
    assert fold(text) == folded


def test_words_are_letters_and_digits() -> None:
    assert words("O'Brien & Fils (1998) inc.") == ["o", "brien", "fils", "1998", "inc"]


def test_digits_of_any_script_are_digits() -> None:
    assert digits("+1 (514) 555-٠١٠٠") == "15145550100"


@given(ANY, st.integers(0, 30))
def test_a_clipped_text_fits(text: str, width: int) -> None:
    clipped = clip(text, width)
    assert cell_width(clipped) <= width
    if cell_width(text) <= width:
        assert clipped == text


def test_a_wide_character_is_not_cut_in_two() -> None:
    assert cell_width("日本") == 4
    assert clip("日本語", 4) == "日…"
    assert clip("Boulangerie", 5) == "Boul…"


@given(ANY.map(clean_block), st.integers(2, 30))
def test_wrapped_lines_fit_and_lose_nothing_but_blanks(text: str, width: int) -> None:
    lines = wrap(text, width)
    assert all(cell_width(line) <= width for line in lines)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "").replace("\n", "")


def test_text_is_wrapped_at_blanks() -> None:
    assert wrap("the quick brown fox\njumps", 9) == ["the quick", "brown fox", "jumps"]
    assert wrap("incomprehensible", 6) == ["incomp", "rehens", "ible"]
