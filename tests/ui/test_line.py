"""Lines: what is measured, cut and placed in cells."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contacts_tui.domain.text import cell_width, is_clean
from contacts_tui.ui.draw import glyphs
from contacts_tui.ui.draw.line import (
    Role,
    Span,
    cell,
    clip,
    compose,
    fit,
    gutter,
    joined,
    label,
    lead,
    line,
    rule,
    text_of,
    width_of,
)

texts = st.text(max_size=40)
spans = st.lists(st.builds(Span, texts, st.sampled_from(Role)), max_size=5).map(lambda found: line(*found))


@given(st.text(alphabet=st.characters(), max_size=40))
def test_a_span_holds_nothing_hostile(text: str) -> None:
    assert is_clean(Span(text).text)


@given(spans, st.integers(0, 60))
def test_a_clipped_line_is_never_too_wide(spans: tuple[Span, ...], width: int) -> None:
    assert width_of(clip(spans, width)) <= width


@given(spans, st.integers(2, 60))
def test_a_fitted_line_is_as_wide_as_asked(spans: tuple[Span, ...], width: int) -> None:
    assert width_of(fit(spans, width)) == width


@given(texts, st.integers(1, 20), st.booleans())
def test_a_cell_has_its_width_and_only_the_text_has_the_role(text: str, width: int, right: bool) -> None:
    made = cell(text, width, Role.CURSOR, right=right)
    assert width_of(made) == width
    for span in made:
        assert span.role is Role.CURSOR or not span.text.strip()


@given(texts, texts, texts, st.integers(20, 100))
def test_a_row_leaves_the_gutter_and_the_last_column_alone(name: str, who: str, phone: str, width: int) -> None:
    row = compose(width, (2, name), (12, label(who)), right=phone[:10])
    assert width_of(row) <= width - 1
    assert text_of(row)[:2].strip() == "" or not name.strip()


def test_a_cut_is_marked_and_keeps_the_role_of_what_is_cut() -> None:
    cut = clip(line(lead("The Cannon Group PLC"), " ", label("CT000001")), 10)
    assert cut == (Span("The Canno…", Role.LEAD),)


def test_blanks_at_the_end_are_not_worth_a_mark() -> None:
    assert text_of(clip(line("abc", " " * 20), 5)) == "abc  "


def test_a_piece_ends_before_the_next_and_two_blanks_before_the_right_one() -> None:
    row = compose(40, (2, "Officeland Of Manchester"), (14, "Birmingham Edgbaston South"), right="+44 7700")
    assert text_of(row) == "  Officeland… Birmingham Edg…  +44 7700"
    assert width_of(row) == 39


def test_a_mark_stands_in_the_gutter_in_its_colour() -> None:
    assert gutter(">")[0].role is Role.ACCENT
    assert gutter("!")[0].role is Role.TROUBLE
    assert width_of(gutter("!")) == width_of(gutter()) == 2


@pytest.mark.parametrize("width", [40, 80, 120])
def test_a_rule_runs_to_the_edge_and_ends_with_its_key(width: int) -> None:
    drawn = rule(width, "People", "4", "p")
    assert text_of(drawn).startswith("  People 4 ─")
    assert text_of(drawn).endswith("─ p")
    assert width_of(drawn) == width - 1
    assert [span.text for span in drawn if span.role is Role.LEAD] == ["People", "p"]


def test_a_rule_without_a_title_is_only_a_rule() -> None:
    assert text_of(rule(10)) == "  ───────"


def test_joined_facts_skip_empty_ones() -> None:
    assert text_of(joined(["Customer", "", "Press"])) == "Customer · Press"


def test_the_ascii_glyphs_take_the_place_of_all_others() -> None:
    glyphs.use(glyphs.ASCII)
    drawn = text_of(rule(20, "People")) + text_of(clip(line("A long name"), 5))
    assert drawn.replace("·", "").isascii()


@pytest.mark.parametrize(
    ("environment", "encoding", "setting", "expected"),
    [
        ({"TERM": "xterm-256color"}, "UTF-8", "", "─"),
        ({"TERM": "linux"}, "utf-8", "", "-"),
        ({"TERM": "xterm"}, "ISO-8859-1", "", "-"),
        ({"TERM": "xterm"}, "utf-8", "ascii", "-"),
        ({"TERM": "linux"}, "utf-8", "utf-8", "─"),
    ],
)
def test_the_terminal_and_the_setting_choose_the_glyphs(
    environment: dict[str, str], encoding: str, setting: str, expected: str
) -> None:
    assert glyphs.choose(environment, encoding, setting).rule == expected


def test_without_utf8_no_glyph_leaves_ascii() -> None:
    chosen = glyphs.choose({}, "ascii")
    assert all(getattr(chosen, name).isascii() for name in chosen._fields)


def test_widths_are_those_of_the_terminal() -> None:
    assert width_of(line("日本", "é")) == cell_width("日本é") == 5
