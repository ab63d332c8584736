"""The profile `nav`: files and columns find their place, and what has none is named."""

from __future__ import annotations

import pytest

from contacts_tui.domain.code_lists import ASSIGNED, LISTS
from contacts_tui.domain.contact_parts import TELEX
from contacts_tui.domain.fields import CONTACT
from contacts_tui.domain.purchases import SALES_LINE, UNIT_COST
from contacts_tui.exchange.nav import NAV
from contacts_tui.exchange.profile import LINE_TYPE, Collected, Target, collect
from contacts_tui.exchange.tables import Fault, Row, Table, Trouble


def collected(name: str, *lines: tuple[str, ...], faults: tuple[Fault, ...] = ()) -> Collected:
    rows = tuple(Row(number, cells) for number, cells in enumerate(lines[1:], 2))
    into = Collected()
    collect(NAV, NAV.form_of(name), Table(f"{name}.csv", lines[0], rows, len(rows), faults), into)
    return into


def told(found: Collected) -> list[tuple[int, str, str]]:
    return [(problem.line, problem.field, str(problem.message)) for problem in found.problems]


def test_every_form_names_lists_and_fields_that_there_are() -> None:
    for form in NAV.forms:
        assert set(form.needed) <= set(form.columns)
        names = set(form.columns.values())
        match form.target:
            case Target.LIST:
                assert names <= {field.name for field in LISTS[form.list].fields}
            case Target.CONTACT:
                assert names <= {*CONTACT, *TELEX}
            case Target.ASSIGNMENT:
                assert form.list in ASSIGNED
                assert names <= {"number", "code", "search_word", "link_to", "no"}
            case Target.SALES_LINE | Target.ITEM:
                assert names | set(form.fixed) <= {*SALES_LINE, UNIT_COST.name, LINE_TYPE}


def test_every_list_and_every_assignment_has_a_table() -> None:
    kept_here = {"vat_formats", "user_setup", "views"}
    assert {form.list for form in NAV.forms if form.target is Target.LIST} == set(LISTS) - kept_here
    assert {form.list for form in NAV.forms if form.target is Target.ASSIGNMENT} == set(ASSIGNED)


@pytest.mark.parametrize(
    ("table", "place"),
    [
        ("contacts", Target.CONTACT),
        ("Contact", Target.CONTACT),
        ("Salesperson_Purchaser", None),
        ("Salespersons Purchasers", Target.LIST),
        ("post_codes", Target.LIST),
        ("Job Responsibility", Target.LIST),
        ("Currency", Target.LIST),
        ("Country-Region", Target.LIST),
        ("Contact Job Responsibility", Target.ASSIGNMENT),
        ("contact_mailing_groups", Target.ASSIGNMENT),
        ("customers", Target.LIST),
        ("Sales Invoice Line", Target.SALES_LINE),
        ("Sales Cr.Memo Line", Target.SALES_LINE),
        ("sales_credit_memo_lines", Target.SALES_LINE),
        ("Item", Target.ITEM),
        ("Duplicate Search String Setup", Target.LIST),
        ("interaction_templates", None),
    ],
)
def test_a_file_is_known_by_the_name_of_its_table(table: str, place: Target | None) -> None:
    form = NAV.form_of(table)
    assert (form.target if form else None) is place


def test_a_table_without_a_place_is_counted() -> None:
    found = collected("sales_cycle_stages", ("No.", "Name"), ("1", "a"), ("2", "b"))
    assert found.not_read == {"sales_cycle_stages.csv": 2}
    assert found.incoming.total == 0
    assert not found.problems


def test_captions_are_compared_without_case_and_signs() -> None:
    found = collected("contacts", ("no", "NAME", "Email", "vat registration no."), ("CT1", "a", "a@b.example", "7"))
    assert found.contacts[0].values == {"number": "CT1", "name": "a", "email": "a@b.example", "vat_number": "7"}
    assert (found.contacts[0].source.file, found.contacts[0].source.line) == ("contacts.csv", 2)


def test_choices_come_in_the_words_or_numbers_of_the_other_program() -> None:
    heading = ("No.", "Name", "Type", "Correspondence Type")
    found = collected("contacts", heading, ("1", "a", "1", "2"), ("2", "b", "Person", "Hard Copy"), ("3", "c", "", "0"))
    assert [c.values["type"] for c in found.contacts] == ["person", "Person", ""]
    assert [c.values["correspondence_type"] for c in found.contacts] == ["email", "Hard Copy", ""]
    links = collected(
        "contact_business_relations",
        ("Contact No.", "Business Relation Code", "Link to Table", "No."),
        ("CT1", "BANK", "Bank Account", "NBL"),
        ("CT1", "CUST", "1", "10000"),
    )
    assert [(row.link_to, row.no) for row in links.assignments] == [("bank_account", "NBL"), ("customer", "10000")]


def test_a_column_without_a_place_is_named_once() -> None:
    found = collected("salespeople", ("Code", "Name", "Commission %", ""), ("A", "a", "5", "x"), ("B", "b", "7", ""))
    assert told(found) == [
        (1, "Commission %", "The column “Commission %” is not read."),
        (1, "", "Column 4 has no heading; it is not read."),
    ]
    assert found.lines[0].values == {"code": "A", "name": "a"}


def test_a_blank_column_without_a_heading_is_nothing() -> None:
    assert not collected("territories", ("Code", "Name", ""), ("A", "a", "")).problems


def test_of_two_columns_with_one_heading_the_first_is_read() -> None:
    found = collected("territories", ("Code", "Name", "name"), ("A", "first", "second"))
    assert found.lines[0].values["name"] == "first"
    assert told(found) == [(1, "name", "The column “name” is not read.")]


def test_a_column_that_needs_no_place_is_not_named() -> None:
    found = collected("customers", ("No.", "Name", "Title", "Contact Name"), ("10000", "a", "Mr.", "b"))
    assert told(found) == []
    assert found.lines[0].values == {"no": "10000", "name": "a", "contact_name": "b"}


_SOLD = ("Sell-to Customer No.", "Posting Date", "Document No.", "Line No.", "Type", "No.", "Quantity", "Amount")


def test_the_lines_of_posted_documents_are_read_where_they_sell_items() -> None:
    found = collected(
        "sales_invoice_lines",
        (*_SOLD, "Bin Code", "Gross Weight"),
        ("10000", "2026-01-15", "103001", "10000", "Item", "1000", "10", "5", "", ""),
        ("10000", "2026-01-15", "103001", "20000", "", "", "0", "0", "", ""),
        ("10000", "2026-01-15", "103001", "30000", "G/L Account", "6110", "1", "5", "", ""),
        ("10000", "2026-01-15", "103001", "40000", "2", "1001", "1", "5", "", ""),
    )
    assert [line.values["item_no"] for line in found.sales_lines] == ["1000", "1001"]
    assert found.sales_lines[0].values == {
        "document_type": "invoice",
        "customer": "10000",
        "posting_date": "2026-01-15",
        "document_no": "103001",
        "line_no": "10000",
        "item_no": "1000",
        "quantity": "10",
        "amount": "5",
    }
    assert told(found) == [(1, "", "2 columns are not read."), (0, "", "2 lines are not of items.")]
    assert (found.left_out, found.problems[1].notice) == (0, True)
    memo = collected("sales_cr_memo_lines", _SOLD, ("10000", "2026-01-15", "1", "1", "Item", "1000", "1", "5"))
    assert memo.sales_lines[0].values["document_type"] == "credit_memo"


def test_what_a_line_does_not_say_of_its_item_the_items_do() -> None:
    found = collected("items", ("No.", "Description", "Item Category Code"), ("1000", "Bicycle", "BIKE"))
    heading = (*_SOLD, "Description", "Item Category Code")
    row = ("10000", "2026-01-15", "103001", "10000", "Item")
    lines = collected(
        "sales_invoice_lines",
        heading,
        (*row, "1000", "1", "5", "Bicycle, red", ""),
        (*row, "1001", "1", "5", "", ""),
    )
    found.sales_lines += lines.sales_lines
    described = [(one.values["description"], one.values["item_category"]) for one in found.incoming.sales_lines]
    assert described == [("Bicycle, red", "BIKE"), ("", "")]


@pytest.mark.parametrize(
    ("heading", "cells", "values"),
    [
        (("Field", "Part of Field", "Length"), ("Phone No.", "Last", "5"), ("phone", "Last", "5")),
        (("Field", "Part of Field", "Length"), ("2", "1", "5"), ("address", "last", "5")),
        (("Field No.", "Field Name", "Part of Field", "Length"), ("2", "Name", "0", "4"), ("name", "first", "4")),
        (("Field Name", "Part of Field", "Length"), ("E-Mail", "First", "5"), ("E-Mail", "First", "5")),
    ],
)
def test_search_strings_come_by_name_or_number(
    heading: tuple[str, ...], cells: tuple[str, ...], values: tuple[str, ...]
) -> None:
    found = collected("duplicate_search_string_setup", heading, cells)
    assert told(found) == []
    assert found.lines[0].values == dict(zip(("field", "end", "length"), values, strict=True))


def test_a_table_without_its_key_is_left_out_and_named() -> None:
    contacts = collected("contacts", ("Name", "City"), ("a", "Laval"), ("b", "Hull"))
    assert (contacts.contacts, contacts.rejected) == ([], 2)
    assert told(contacts) == [(1, "No.", "There is no column “No.”; no row was read.")]
    groups = collected("industry_groups", ("Description",), ("a",))
    assert (groups.lines, groups.rejected, groups.left_out) == ([], 0, 1)


def test_a_short_row_lacks_only_what_it_does_not_have() -> None:
    assert collected("territories", ("Code", "Name"), ("A",)).lines[0].values == {"code": "A"}


def test_faults_are_told_and_lost_rows_counted() -> None:
    faults = (Fault(3, Trouble.UNCLOSED_QUOTE, 'CT2,"x\x1b[2J'), Fault(5, Trouble.BAD_BYTES))
    found = collected("contacts", ("No.", "Name"), ("CT1", "a"), faults=faults)
    assert found.rejected == 1
    assert [(p.line, p.value) for p in found.problems] == [(3, 'CT2,"x[2J'), (5, "")]


@pytest.mark.parametrize("trouble", Trouble)
def test_every_fault_has_a_sentence(trouble: Trouble) -> None:
    assert told(collected("contacts", ("No.", "Name"), faults=(Fault(2, trouble),)))[0][2].endswith(".")
