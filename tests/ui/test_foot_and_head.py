"""Footer, tabs, header and message line, as the pictures have them."""

from __future__ import annotations

import pytest

from contacts_tui.ui.draw.footer import Hint, footer
from contacts_tui.ui.draw.header import header, page_title, place
from contacts_tui.ui.draw.line import Role, text_of, width_of
from contacts_tui.ui.draw.notice import Notice, notice_lines
from contacts_tui.ui.draw.tabs import Tab, tab_lines

HINTS = [Hint("Enter", "edit"), Hint("o", "people"), Hint("n", "new person"), Hint("t", "codes"), Hint("u", "undo")]
MORE = Hint("?", "keys")
TABS = [
    Tab(1, "Main"),
    Tab(2, "People", count=4),
    Tab(3, "Log", count=14),
    Tab(4, "Opps", count=1),
    Tab(5, "Bought", count=37),
    Tab(6, "Notes", count=2),
    Tab(7, "History"),
]


def test_the_footer_holds_what_fits_and_says_where_the_rest_is() -> None:
    drawn = footer(HINTS, 80, MORE)
    assert text_of(drawn).startswith("  Enter edit   o people   n new person   t codes   u undo")
    assert text_of(drawn).endswith("? keys")
    assert width_of(drawn) == 79


@pytest.mark.parametrize("width", range(20, 80))
def test_a_hint_that_does_not_fit_is_left_out_whole(width: int) -> None:
    text = text_of(footer(HINTS, width, MORE))
    assert width_of(footer(HINTS, width, MORE)) <= width - 1
    for piece in text.replace("? keys", "").split("   "):
        key, _, label = piece.strip().partition(" ")
        assert not key or Hint(key, label) in HINTS


def test_a_footer_without_more_uses_the_whole_line() -> None:
    assert "keys" not in text_of(footer(HINTS, 80))


def test_keys_are_bold_and_labels_dim() -> None:
    roles = {span.text: span.role for span in footer(HINTS[:1], 80)}
    assert roles["Enter"] is Role.LEAD
    assert roles["edit"] is Role.LABEL


def test_tabs_show_digit_label_and_count_over_a_rule() -> None:
    tabs, under = tab_lines(TABS, 1, 80)
    assert text_of(tabs) == "  1 Main  2 People 4  3 Log 14  4 Opps 1  5 Bought 37  6 Notes 2  7 History"
    assert text_of(under) == "  " + "━" * 6 + "─" * 71


def test_the_thick_rule_stands_under_the_active_tab() -> None:
    tabs, under = tab_lines(TABS, 3, 80)
    start = text_of(tabs).index("3 Log 14")
    assert text_of(under)[start : start + 8] == "━" * 8
    assert text_of(under).count("━") == 8


def test_in_a_pane_tabs_shrink_from_the_right() -> None:
    assert text_of(tab_lines(TABS, 1, 58)[0]) == "  1 Main  2 People 4  3 Log 14  4 Opps 1  5 Bought  6   7"


def test_on_a_phone_only_the_active_tab_has_its_label() -> None:
    assert text_of(tab_lines(TABS, 1, 40)[0]) == "  1 Main  2   3   4   5   6   7"
    assert text_of(tab_lines(TABS, 5, 40)[0]) == "  1   2   3   4   5 Bought  6   7"


def test_the_header_has_the_name_first_and_the_way_back_at_the_right() -> None:
    way, of = ("Find", "Cannon"), place(80, 3, 4, "3 of 4")
    drawn = header(80, "Mindy Martin", "Junior Manager, The Cannon Group PLC", path=way, place=of)
    assert text_of(drawn) == "  Mindy Martin  Junior Manager, The Cannon Group PLC  Find › Cannon  [ 3 of 4 ]"


def test_where_it_is_narrow_the_path_goes_first_then_the_job_is_cut() -> None:
    drawn = header(60, "Mindy Martin", "Junior Manager, The Cannon Group PLC", path=("Find", "Cannon"))
    assert text_of(drawn) == "  Mindy Martin  Junior Manager, The Cannon Group PLC"
    assert "…" in text_of(header(40, "Mindy Martin", "Junior Manager, The Cannon Group PLC", path=("Find",)))


def test_of_a_long_way_back_the_nearest_pages_stay() -> None:
    way = ("Find", "Assurances Belvédère inc.", "Luc Bélanger", "Set-up")
    drawn = header(80, "VEND  Vendor", "10 companies", path=way, dim_detail=True)
    assert text_of(drawn).endswith("   … › Luc Bélanger › Set-up")
    assert text_of(header(50, "VEND  Vendor", "10 companies", path=way)).endswith("   … › Set-up")
    assert text_of(header(40, "Set-up", "Marketing set-up of this", path=("Find",))).endswith("of this")


def test_on_a_phone_the_place_is_short_and_the_name_is_cut_last() -> None:
    drawn = header(40, "The Cannon Group PLC", path=("Find",), place=place(40, 1, 5, "1 of 5"))
    assert text_of(drawn) == "  The Cannon Group PLC            [1/5]"
    assert text_of(header(20, "The Cannon Group PLC", place=place(20, 1, 5))).endswith("…  [1/5]")


def test_a_page_title_has_a_rule_under_it() -> None:
    title, under = page_title(40, "Set-up", path=("Find",))
    assert text_of(title).strip().split() == ["Set-up", "Find"]
    assert text_of(under) == "  " + "─" * 37


def test_a_message_is_plain_with_its_key_at_the_right() -> None:
    (drawn,) = notice_lines(Notice("RETAIL is now RET, 88 companies follow.", hint=Hint("u", "undo")), 80)
    assert text_of(drawn).startswith("  RETAIL is now RET, 88 companies follow.")
    assert text_of(drawn).endswith("u undo")


def test_trouble_has_its_mark_and_plain_text() -> None:
    (drawn,) = notice_lines(Notice("Phone: “CALL NOW” has letters.", trouble=True), 80)
    assert drawn[0].text == "!"
    assert drawn[0].role is Role.TROUBLE
    assert drawn[-1].role is Role.VALUE


def test_a_long_message_goes_on_below_and_never_past_three_lines() -> None:
    drawn = notice_lines(Notice("word " * 100, trouble=True, hint=Hint("u", "undo")), 40)
    assert len(drawn) == 3
    assert all(width_of(row) <= 39 for row in drawn)
    assert [text_of(row)[0] for row in drawn] == ["!", " ", " "]
