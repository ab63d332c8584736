"""What an import says it would do, or did, as rows: counts, contacts that change, and who may be there twice."""

from __future__ import annotations

import pytest

from contacts_tui.domain.import_result import ChangedContact, ImportResult, LikeAnother, Problem, Tally
from contacts_tui.domain.incoming import Source
from contacts_tui.domain.likeness.bands import Band
from contacts_tui.domain.likeness.reasons import Reasons
from contacts_tui.domain.message import message
from contacts_tui.locale import _
from contacts_tui.ui.draw import import_page, import_report
from contacts_tui.ui.draw.line import text_of


@pytest.mark.parametrize(
    ("room", "expected"),
    [(30, "Importing  397 of 1,187"), (25, "Importing  397 of 1,187"), (24, "397 of 1,187")],
)
def test_progress_stays_on_one_line(room: int, expected: str) -> None:
    assert _(import_page.progress_message(import_page.Stage.RUNNING, 397, 1187, room)) == expected


def report(result: ImportResult, width: int) -> list[str]:
    rows = import_report.preview_rows(result, width, walked=False)
    return [text_of(import_report.report_row(row, width, False, False)[0]) for row in rows]


def test_a_report_says_what_is_new_and_what_was_not_read() -> None:
    result = ImportResult(
        created=3,
        companies=1,
        unchanged=2,
        lists={"industry_groups": Tally(created=6), "countries": Tally(unchanged=9)},
        not_read={"customers.csv": 63},
        problems=(Problem("contacts.csv", 7, "phone", "x", message("Phone: “x” has letters.")),),
    )
    text = report(result, 80)
    assert text[0] == "  Import 3 contacts"
    assert "  Contacts    3 new: 1 company, 2 people · 2 the same" in text
    assert "  Lists       Industry groups 6" in text
    assert "  Not read    customers.csv 63" in text
    assert "  contacts.csv 7  Phone: “x” has letters." in text
    assert all(len(line) < 40 for line in report(result, 40))


def test_the_contacts_that_would_change_are_named_in_a_preview() -> None:
    changed = tuple(ChangedContact(f"CT{number:06}", f"Acme {number}", ("phone", "city")) for number in range(1, 24))
    result = ImportResult(updated=23, changed=changed)
    text = report(result, 80)
    assert any(line.startswith("  Contacts that would change 23 ─") for line in text)
    assert "  CT000001  Acme 1: Phone, City" in text
    assert "  CT000021" not in "\n".join(text)
    assert text[-1] == "  and 3 more"
    assert all(len(line) < 40 for line in report(result, 40))
    done = [
        import_report.report_row(row, 80, False, False)[0] for row in import_report.done_rows(result, 80, walked=False)
    ]
    assert "Acme 1" not in "\n".join(map(text_of, done))


def test_the_surest_of_those_who_may_be_there_twice_are_named() -> None:
    def like(number: int, source: Source | None) -> LikeAnother:
        name, why = f"Acme {number}", Reasons((message("same phone number"),), ())
        one = Source("contacts.csv", number)
        return LikeAnother(one, f"CT{number:06}", name, "CT000001", "Acme", source, 5.0, Band.PROBABLE, why)

    result = ImportResult(created=23, likes=tuple(like(at, Source("a.csv", 2) if at % 2 else None) for at in range(23)))
    text = report(result, 80)
    assert "  23 pairs that may be one contact" in text
    assert any(line.startswith("  Perhaps there twice 23 ─") for line in text)
    assert "  contacts.csv 2   Acme 2 is probably CT000001 Acme: same phone number" in text
    assert "  contacts.csv 3   Acme 3 is probably Acme on line 2: same phone number" in text
    assert "Acme 20" not in "\n".join(text)
    assert text[-1] == "  and 3 more"
    assert all(len(line) < 40 for line in report(result, 40))


def test_of_a_long_file_name_and_a_line_the_name_is_cut() -> None:
    problem = Problem("contact_business_relations.csv", 12345, "f", "v", message("Odd."))
    assert "  contact_business_… 12345  Odd." in report(ImportResult(created=1, problems=(problem,)), 80)


def test_where_nothing_is_new_nothing_is_offered_to_import() -> None:
    result = ImportResult(unchanged=415)
    assert report(result, 80)[0] == "  Another path"
    assert "415 the same" in "\n".join(report(result, 80))


def test_what_customers_have_bought_can_be_all_that_comes_in() -> None:
    result = ImportResult(unchanged=415, sales_lines=Tally(created=12_000), batch=3)
    text = report(result, 80)
    assert text[0] == "  Import 12,000 sales lines"
    assert "  Purchases   12,000 sales lines" in text
    assert _(import_report.done_message(result)) == "12,000 sales lines imported."
    assert report(ImportResult(sales_lines=Tally(unchanged=3)), 80)[0] == "  Another path"


def test_hostile_file_names_and_values_do_not_reach_the_screen() -> None:
    hostile = "\x1b]52;c;x\x07.csv"
    problem = Problem(hostile, 1, "name", hostile, message("Name: “{value}” is odd.", value=hostile))
    text = "\n".join(report(ImportResult(created=1, not_read={hostile: 3}, problems=(problem,)), 80))
    assert "\x1b" not in text
    assert "\x07" not in text


def test_every_row_of_a_report_has_a_key_of_its_own() -> None:
    problems = tuple(Problem("a.csv", 1, "f", "v", message("The same.")) for _ in range(3))
    changed = tuple(ChangedContact("CT1", "Acme", ("phone",)) for _ in range(30))
    result = ImportResult(
        created=1, changed=changed, lists={"countries": Tally(created=1)}, not_read={"b.csv": 1}, problems=problems
    )
    for rows in (
        import_report.preview_rows(result, 80, walked=False),
        import_report.preview_rows(result, 40, walked=True),
        import_report.done_rows(result, 80, walked=False),
    ):
        keys = [row.key for row in rows]
        assert len(keys) == len(set(keys))
