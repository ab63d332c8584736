"""An open line: one field at a time, nothing lost meanwhile, only what differs is handed on."""

from __future__ import annotations

from contacts_tui.domain.code_lists import LISTS
from contacts_tui.domain.codes import IndustryGroup
from contacts_tui.domain.number_series import NumberSeriesLine
from contacts_tui.ui.draw.code_columns import new_values, typed_fields
from contacts_tui.ui.entry.line_form import LineForm

GROUPS = LISTS["industry_groups"]


def form_of(code: str = "PRESS", words: str = "Press") -> LineForm:
    record = IndustryGroup(id=7, version=1, code=code, description=words)
    return LineForm(record, {"code": code, "description": words}, GROUPS.fields)


def test_an_untouched_line_has_no_changes() -> None:
    form = form_of()
    assert not form.is_new
    assert not form.has_changes
    assert form.changes() == {}


def test_only_what_differs_is_handed_on() -> None:
    form = form_of()
    form.put("MEDIA")
    assert form.step(1)
    assert form.value == "Press"
    assert form.is_last
    assert not form.step(1)
    assert form.changes() == {"code": "MEDIA"}
    assert form.has_changes


def test_a_field_is_opened_by_its_name() -> None:
    form = form_of()
    assert form.open("description")
    assert form.field.name == "description"
    assert not form.open("no such field")
    assert form.field.name == "description"


def test_a_new_line_hands_on_all_that_is_not_blank() -> None:
    found = LISTS["number_series_lines"]
    fixed: dict[str, str | bool] = {"number_series": "CONT"}
    form = LineForm(NumberSeriesLine(), {**new_values(found), **fixed}, typed_fields(found), fixed=fixed)
    assert form.is_new
    form.open("starting_no")
    form.put("CT000001")
    assert form.changes() == {"number_series": "CONT", "starting_no": "CT000001", "increment_by": "1"}
