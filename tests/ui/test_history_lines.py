"""The history as lines: days, who, what, from what to what."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from contacts_tui import locale as languages
from contacts_tui.domain.history import Action, Batch, Verb
from contacts_tui.domain.message import Message
from contacts_tui.services.history import Step
from contacts_tui.services.history_words import HistoryLine
from contacts_tui.ui.draw.change import change_text, change_within
from contacts_tui.ui.draw.history import Heading, View, by_day, change_of, moment, step_lines, who
from contacts_tui.ui.draw.history_lines import all_lines
from contacts_tui.ui.draw.line import Role, text_of, width_of

TODAY = date(2026, 11, 24)
COMPANY, PERSON, OTHER = 1, 2, 3
VIEW = View("marie", TODAY)
CARD = View("marie", TODAY, contact_id=COMPANY)


def at(day: date, hour: int = 12) -> datetime:
    """A moment of the user's own day."""
    return datetime(day.year, day.month, day.day, hour, 30).astimezone().astimezone(UTC)


def change(contact_id: int | None, name: str, old: str, new: str, label: str = "Phone") -> HistoryLine:
    return HistoryLine(
        contact_id or 9, contact_id, "contact", name, "CT000001", Action.CHANGE, "phone", Message(label),
        old, new, old, new,
    )  # fmt: skip


def code(action: Action, value: str, words: str) -> HistoryLine:
    old, new = ("", value) if action is Action.ADD else (value, "")
    old_words, new_words = ("", words) if action is Action.ADD else (words, "")
    return HistoryLine(
        7, COMPANY, "industry_groups", "Cannon", "CT000001", action, "industry_groups", Message("Industry groups"),
        old, new, old_words, new_words,
    )  # fmt: skip


def step(*lines: HistoryLine, verb: Verb = Verb.EDIT, day: date = TODAY, **batch: object) -> Step:
    values: dict[str, object] = {"id": 1, "at": at(day), "user": "marie", "subject": "Cannon", "undone": False, **batch}
    return Step(Batch(verb=verb, **values), Message("Phone"), lines, len(lines), 1)  # type: ignore[arg-type]


FOLLOWED = step(change(COMPANY, "Cannon", "0100", "0199"), change(PERSON, "Emory", "0100", "0199"), followed=1, kept=2)


def test_steps_stand_under_today_yesterday_and_their_month() -> None:
    days = [TODAY, TODAY - timedelta(days=1), date(2026, 11, 12), date(2026, 10, 2), date(2026, 10, 1)]
    steps = [step(day=day, id=number) for number, day in enumerate(days)]
    items = by_day(steps, TODAY)
    assert [item.text if isinstance(item, Heading) else item.batch.id for item in items] == [
        "Today", 0, "Yesterday", 1, "November 2026", 2, "October 2026", 3, 4,
    ]  # fmt: skip


def test_a_recent_step_has_its_time_an_older_one_its_day() -> None:
    assert text_of(step_lines(step(), VIEW, 80, False, False)[0]).startswith("  12:30   you     Phone")
    older = step(day=date(2026, 11, 3), user="jim")
    assert text_of(step_lines(older, VIEW, 80, False, False)[0]).startswith("  03 Tue  jim     Phone")
    assert moment(older, VIEW) == "2026-11-03 12:30 · jim"


def test_the_card_says_from_what_to_what_and_how_many_followed() -> None:
    assert text_of(change_of(FOLLOWED, CARD, 60)) == "0100 → 0199, 1 person follows, 2 keep their own values"
    assert text_of(change_of(FOLLOWED, CARD, 36)) == "1 person follows, 2 keep their own values"


def test_the_book_says_whom_it_was_about() -> None:
    assert text_of(change_of(step(change(COMPANY, "Cannon", "", "0199")), VIEW, 60)) == "Cannon, – → 0199"
    assert text_of(change_of(FOLLOWED, VIEW, 20)) == "Cannon"
    long = replace(FOLLOWED, batch=FOLLOWED.batch._replace(subject="Assurances Belvédère inc.", kept=0))
    assert text_of(change_of(long, VIEW, 40)) == "Assurances Belvédère…, 1 person follows"
    assert text_of(change_of(step(verb=Verb.IMPORT, subject="nav.csv"), VIEW, 60)) == "nav.csv"


def test_a_persons_page_says_which_company_the_person_followed() -> None:
    page = View("marie", TODAY, contact_id=PERSON, of_person=True)
    followed = replace(FOLLOWED, lines=(FOLLOWED.lines[1],))
    assert text_of(change_of(followed, page, 80)).startswith("Cannon, 0100 → 0199")
    assert "=" in text_of(all_lines(followed, followed.lines, 80, None)[0])


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (code(Action.ADD, "WHOLE", "Wholesale"), "+ WHOLE Wholesale"),
        (code(Action.REMOVE, "PRESS", "PRESS"), "- PRESS"),
        (
            replace(change(COMPANY, "Cannon", "LT", "JO"), old_words="Linda Martin", new_words="Jim Olive"),
            "Linda Martin → Jim Olive",
        ),
        (replace(change(COMPANY, "Cannon", "", "email"), new_words=Message("E-mail")), "– → E-mail"),
        (replace(change(COMPANY, "Cannon", "", ""), old=True, new=False), "[x] → [ ]"),
        (replace(change(COMPANY, "Cannon", "", ""), action=Action.ADD), "+ CT000001"),
        (change(COMPANY, "Cannon", "two\nlines", ""), "two lines → –"),
    ],
)
def test_a_change_in_short(line: HistoryLine, expected: str) -> None:
    assert text_of(change_text(line)) == expected


PHONES = change(COMPANY, "Cannon", "+1 418 555 01011234567", "+1 418 555 0199")
STREET = change(COMPANY, "Cannon", "875 Grande Allée Ouest", "875 Grande Allée Ouest, bureau 400", "Address")


@pytest.mark.parametrize(
    ("line", "room", "expected"),
    [
        (PHONES, 40, "+1 418 555 01011234567 → +1 418 555 0199"),
        (PHONES, 39, "→ +1 418 555 0199"),
        (STREET, 59, "875 Grande Allée Ouest → 875 Grande Allée Ouest, bureau 400"),
        (STREET, 48, "875 Grande… → 875 Grande Allée Ouest, bureau 400"),
        (STREET, 42, "→ 875 Grande Allée Ouest, bureau 400"),
    ],
)
def test_what_was_before_gives_way_to_what_is_now(line: HistoryLine, room: int, expected: str) -> None:
    assert text_of(change_within(line, room)) == expected


@pytest.mark.parametrize("width", [36, 40, 46, 60, 80])
def test_no_phone_is_cut_anywhere_in_the_history(width: int) -> None:
    old, new = str(PHONES.old), str(PHONES.new)
    drawn = [text_of(line) for line in all_lines(step(PHONES), (PHONES,), width, COMPANY)]
    assert [old in " ".join(drawn), new in " ".join(drawn)] == [True, True]
    for view in (VIEW, CARD):
        found = " ".join(map(text_of, step_lines(step(PHONES), view, width, False, False)))
        assert found.endswith(new)
        assert "…" not in found.split("→")[-1]


def test_a_long_title_runs_on_where_nothing_stands_beside_it() -> None:
    undo = replace(step(subject="", undoes=1, verb=Verb.UNDO), what=Message("Undo: Name, E-mail and 3 more"))
    assert text_of(step_lines(undo, VIEW, 80, False, False)[0]).endswith("Undo: Name, E-mail and 3 more")
    drawn = step_lines(replace(undo, batch=undo.batch._replace(subject="Cannon")), VIEW, 80, False, False)[0]
    assert text_of(drawn).endswith("Undo: Name, E-mail and 3 more  Cannon")


def test_on_a_phone_no_second_line_is_blank() -> None:
    created = step(replace(PHONES, action=Action.ADD), subject="", verb=Verb.CREATE, user="jim")
    assert [text_of(line).split() for line in step_lines(created, CARD, 40, False, False)] == [
        ["12:30", "Phone"],
        ["jim"],
    ]


def test_names_take_the_room_that_the_values_leave() -> None:
    name = "Assurances Belvédère et fils inc."
    short = replace(PHONES, name=name, old_words="1", new_words="2")
    assert name in text_of(all_lines(step(short), (short,), 80, COMPANY)[0])
    long = replace(STREET, name=name)
    drawn = text_of(all_lines(step(long), (long,), 80, COMPANY)[0])
    assert drawn.endswith("→ 875 Grande Allée Ouest, bureau 400")
    assert "Assurances Belvé" in drawn


def test_the_name_of_a_list_runs_on_where_no_label_stands() -> None:
    title = "The lines of all the number series"
    lines = (
        replace(code(Action.ADD, "10000", ""), contact_id=None, label=Message(title)),
        change(COMPANY, "Cannon", "a" * 30, "b" * 30, "Address"),
        change(COMPANY, "Cannon", "c", "d", "City"),
    )
    assert title in text_of(all_lines(step(*lines), lines, 80, COMPANY)[0])


def test_what_the_sample_began_with_is_said_in_the_language_shown() -> None:
    languages.use("fr")
    try:
        assert who("sample", VIEW) == "exemple"
    finally:
        languages.use("en")


def test_an_undone_step_is_dim_and_says_so() -> None:
    (drawn,) = step_lines(step(change(COMPANY, "Cannon", "0100", "0199"), undone=True), CARD, 80, False, False)
    assert text_of(drawn).endswith("undone")
    assert {span.role for span in drawn if span.text.strip()} == {Role.LABEL}


def test_the_one_spot_is_what_was_done() -> None:
    (drawn,) = step_lines(FOLLOWED, CARD, 80, True, True)
    assert [span.text for span in drawn if span.role is Role.CURSOR] == ["Phone"]
    assert drawn[0].text == ">"


def test_old_is_dim_and_new_is_plain() -> None:
    drawn = all_lines(FOLLOWED, FOLLOWED.lines, 80, COMPANY)
    assert text_of(drawn[0]) == "  Cannon                  0100 → 0199"
    assert text_of(drawn[1]) == "  Emory                 = 0100 → 0199"
    assert text_of(drawn[2]) == "                        * 2 keep their own values"
    assert [span.role for span in drawn[0] if "0" in span.text] == [Role.LABEL, Role.VALUE]


def test_several_fields_are_named_and_a_name_stands_once() -> None:
    lines = (change(COMPANY, "Cannon", "a", "b", "Address"), change(COMPANY, "Cannon", "c", "d", "City"))
    drawn = [text_of(line) for line in all_lines(step(*lines), lines, 80, COMPANY)]
    assert drawn == [
        "  Cannon                Address             a → b",
        "                        City                c → d",
    ]


@pytest.mark.parametrize("width", [40, 59, 60, 80, 100, 160])
def test_nothing_is_wider_than_the_screen(width: int) -> None:
    long = step(*[change(COMPANY, "A very long name " * 9, "old " * 30, "new " * 30)] * 2, kept=3, subject="s" * 99)
    for view in (VIEW, CARD):
        for line in (*step_lines(long, view, width, True, True), *all_lines(long, long.lines, width, OTHER)):
            assert width_of(line) < width
