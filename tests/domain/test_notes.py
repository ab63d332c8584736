"""A note as lines of at most 80 characters, and back (2.10)."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from contacts_tui.domain.notes import LINE_LENGTH, join_note, split_note
from contacts_tui.domain.text import clean_block

BLOCKS = st.one_of(
    st.text(max_size=400),
    st.lists(st.sampled_from(["a", " ", "\n", "x" * 79, "x" * 80, "x" * 81, "word "]), max_size=30).map("".join),
)


@given(BLOCKS.map(clean_block))
@example("x" * 80)
@example("x" * 80 + "\n" + "y" * 160)
@example("\n".join(["a", "", "b"]))
def test_a_note_comes_back_as_it_was(text: str) -> None:
    lines = split_note(text)
    assert all(len(line) <= LINE_LENGTH and "\n" not in line for line in lines)
    assert join_note(lines) == text


def test_a_note_is_broken_after_blanks() -> None:
    text = " ".join(["Montréal"] * 20)
    assert split_note(text) == ["Montréal " * 8, "Montréal " * 8, "Montréal Montréal Montréal Montréal"]


def test_line_ends_stay_line_ends() -> None:
    assert split_note("Called.\n\nWrote.") == ["Called.", "", "Wrote."]
    assert join_note(["Called.", "", "Wrote."]) == "Called.\n\nWrote."


def test_an_empty_note_has_no_line() -> None:
    assert split_note("") == []
    assert join_note([]) == ""
