"""Choosing from a list: what is shown for what was typed, what is chosen, what Enter takes."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from contacts_tui.domain.message import message
from contacts_tui.ui.draw.line import text_of
from contacts_tui.ui.draw.picker import picker_lines, picker_note
from contacts_tui.ui.entry.picking import Pick, Picking, matching

TRADES = (
    Pick("ADVERT", "Advertising", 14),
    Pick("LAWYER", "Lawyer or Accountant", 6),
    Pick("MAN", "Manufacturer", 31),
    Pick("PRESS", "TV-station, Radio or Press", 2),
    Pick("RET", "Retail", 88),
    Pick("WHOLE", "Wholesale", 47),
)
NEW = message("make this a new industry group")


def many(*chosen: str) -> Picking:
    return Picking(TRADES, many=True, chosen=chosen, make=NEW)


def one(chosen: str = "") -> Picking:
    return Picking(TRADES, chosen=(chosen,) if chosen else (), blank=message("none"), make=NEW).opened()


def codes(picking: Picking) -> list[str]:
    return [pick.code for pick in picking.shown]


def test_codes_that_begin_with_what_is_typed_come_first() -> None:
    assert codes(many().typing("r")) == ["RET", "ADVERT", "LAWYER", "MAN", "PRESS"]
    assert codes(many().typing("radio tv")) == ["PRESS"]
    assert codes(many().typing("ACCOUNT")) == ["LAWYER"]


def test_space_marks_and_enter_takes_what_is_marked() -> None:
    picking = many("WHOLE").typing("ret").marked()
    assert picking.result() == ("WHOLE", "RET")
    assert picking.marked().result() == ("WHOLE",)
    assert picking.marked().marked().typing("adv").result() == ("WHOLE", "RET")


def test_enter_without_a_mark_takes_what_was_typed_for() -> None:
    assert many("WHOLE").typing("adv").result() == ("WHOLE", "ADVERT")
    assert many("WHOLE").result() == ("WHOLE",)


def test_one_code_is_taken_the_present_one_first_or_none() -> None:
    assert one("PRESS").result() == ("PRESS",)
    assert one("PRESS").moved(-1).result() == ("MAN",)
    assert one().result() == ()
    assert one("PRESS").typing("whole").result() == ("WHOLE",)


def test_the_last_line_makes_what_no_code_is() -> None:
    assert many().typing("retail").new_code == "RETAIL"
    assert many().typing("ret").new_code == ""
    assert many().typing("a trade that is long").new_code == "ATRADETHAT"
    assert not many().typing("zzz").is_on_new, "a slip of the finger makes no code"
    assert many().typing("zzz").moved(1).is_on_new
    assert not Picking(TRADES, many=True).typing("zzz").moved(1).is_on_new


def test_options_that_answer_already_are_not_filtered_again() -> None:
    picking = Picking(TRADES, filtered=True).typing("nothing like it")
    assert len(picking.shown) == len(TRADES)


@given(st.text(max_size=8), st.lists(st.integers(-9, 9), max_size=6))
def test_the_cursor_stays_on_a_line(typed: str, steps: list[int]) -> None:
    picking = many().typing(typed)
    for step in steps:
        picking = picking.moved(step)
        assert (0 if picking.shown else -1) <= picking.at < max(picking.size, 1)


@given(st.text(max_size=6))
def test_what_is_shown_is_always_of_the_list(typed: str) -> None:
    assert set(matching(TRADES, typed)) <= set(TRADES)


def test_it_is_drawn_as_the_look_says() -> None:
    picking = many("WHOLE", "RET").typing("r").moved(1)
    drawn = [text_of(line).rstrip() for line in picker_lines(picking, 80, 14, 14)]
    assert drawn == [
        "            │ [x] RET      Retail                                            88",
        "            > [ ] ADVERT   Advertising                                       14",
        "            │ [ ] LAWYER   Lawyer or Accountant                               6",
        "            │ [ ] MAN      Manufacturer                                      31",
        "            │ [ ] PRESS    TV-station, Radio or Press                         2",
        "            │ +   R        make this a new industry group",
        "  Chosen      Wholesale · Retail",
        "  " + "─" * 77,
    ]
    assert text_of(picker_note(picking)) == "5 of 6 · used by"


def test_where_there_are_few_rows_the_options_scroll() -> None:
    drawn = [text_of(line) for line in picker_lines(many().moved(5), 80, 3, 14)]
    assert len(drawn) == 3
    assert any("WHOLE" in line for line in drawn)


def test_a_list_without_a_hit_says_so() -> None:
    drawn = [text_of(line) for line in picker_lines(Picking(TRADES).typing("zzz"), 80, 5, 14)]
    assert "Nothing has all of these words." in drawn[0]


def test_space_marks_unless_a_meaning_goes_on_with_a_blank() -> None:
    options = (Pick("PART", "Business partner"), Pick("MANUF", "Manufacturing"))
    picking = Picking(options, many=True)
    assert picking.can_mark
    assert picking.typing("manu").can_mark
    assert not picking.typing("business").can_mark
    assert picking.typing("business").moved(1).can_mark
    assert not picking.typing("zzz").can_mark
