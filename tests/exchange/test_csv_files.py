"""CSV from the world: encoding and delimiter are found out, a bad row stays one row."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contacts_tui.exchange import csv_files
from contacts_tui.exchange.tables import Fault, Row, Trouble

TEXT = "No.;Name\r\nCT1;Møbelhuset AS – Ålesund\r\n"


def read(data: bytes | str) -> list[Row | Fault]:
    return list(csv_files.read(data.encode() if isinstance(data, str) else data))


def cells(data: bytes | str) -> list[tuple[str, ...]]:
    return [item.cells for item in read(data) if isinstance(item, Row)]


def faults(data: bytes | str) -> list[tuple[int, Trouble]]:
    return [(item.line, item.trouble) for item in read(data) if isinstance(item, Fault)]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_the_encoding_is_found_out(encoding: str) -> None:
    assert cells(TEXT.encode(encoding)) == [("No.", "Name"), ("CT1", "Møbelhuset AS – Ålesund")]
    assert not faults(TEXT.encode(encoding))


def test_bytes_of_no_encoding_are_named_with_their_line_and_the_row_is_kept() -> None:
    data = b"No.,Name\nCT1,fine\nCT2,\x81\xe9\n"
    assert faults(data) == [(3, Trouble.BAD_BYTES)]
    assert cells(data)[2] == ("CT2", "\ufffdé")


def test_one_broken_letter_does_not_spoil_the_others() -> None:
    data = "No.,Name\nCT1,Møbelhuset – Łukasz\nCT2,caf".encode() + b"\xe9\n"
    assert faults(data) == [(3, Trouble.BAD_BYTES)]
    assert cells(data)[1:] == [("CT1", "Møbelhuset – Łukasz"), ("CT2", "caf\ufffd")]


@pytest.mark.parametrize("sign", csv_files.DELIMITERS)
def test_the_delimiter_is_found_out(sign: str) -> None:
    heading = ["No.", "Name, in full; or | part", "City"]
    buffer = io.StringIO()
    csv.writer(buffer, delimiter=sign).writerows([heading, ["CT1", f"a{sign}b", "Laval"]])
    assert cells(buffer.getvalue()) == [tuple(heading), ("CT1", f"a{sign}b", "Laval")]


def test_a_spreadsheet_may_name_the_delimiter_above_the_heading() -> None:
    assert cells("sep=|\nCode|Name, first;second\nA|x\n") == [("Code", "Name, first;second"), ("A", "x")]


def test_a_table_of_one_column_has_no_delimiter() -> None:
    assert cells("Code\nA\nB\n") == [("Code",), ("A",), ("B",)]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_count_from_one_and_blank_ones_are_passed_over(end: str) -> None:
    rows = [item for item in read(end.join(["Code,Name", "", "A,x", ",", "B,y"])) if isinstance(item, Row)]
    assert [(row.line, row.cells[0]) for row in rows] == [(1, "Code"), (3, "A"), (5, "B")]


def test_a_quoted_value_may_hold_delimiters_quotes_and_line_ends() -> None:
    data = 'Code,Name,City\nA,"x, ""y""\nand z",Laval\nB,b,Hull\n'
    assert cells(data) == [("Code", "Name", "City"), ("A", 'x, "y"\nand z', "Laval"), ("B", "b", "Hull")]
    assert not faults(data)


def test_a_quotation_mark_within_a_plain_value_stands_for_itself() -> None:
    assert cells('Code,Name\nA,Taylor"s Office\n')[1] == ("A", 'Taylor"s Office')


@pytest.mark.parametrize(
    "after",
    ["B,b,Hull\n", 'B,"b",Hull\n', 'B,"b, ""c""",Hull\n', '"B",b,Hull\n', 'B,"b","Hull"\n'],
    ids=["plain", "quoted", "doubled", "first", "last"],
)
def test_an_unclosed_quote_takes_no_row_along(after: str) -> None:
    data = f'Code,Name,City\nA,"open,Laval\n{after}C,c,Gaspé\n'
    assert faults(data) == [(2, Trouble.UNCLOSED_QUOTE)]
    assert [row[0] for row in cells(data)] == ["Code", "B", "C"]


def test_an_unclosed_quote_on_the_last_line_is_named() -> None:
    assert faults('Code,Name\nA,a\nB,"b') == [(3, Trouble.UNCLOSED_QUOTE)]


def test_an_unclosed_quote_does_not_swallow_a_long_file() -> None:
    data = "Code,Name\n" + 'A,"open\n' + "".join(f"B{n},b\n" for n in range(2_000))
    assert faults(data) == [(2, Trouble.UNCLOSED_QUOTE)]
    assert len(cells(data)) == 2_001


def test_text_after_a_closing_quote_is_named() -> None:
    data = 'Code,Name\nA,"Taylor"s\nB,b\n'
    assert faults(data) == [(2, Trouble.STRAY_QUOTE)]
    assert cells(data)[1:] == [("B", "b")]


def test_more_values_than_columns_are_named_and_blank_ones_do_not_count() -> None:
    data = "Code,Name\nA,a,b\nB,b,,\nC\n"
    assert faults(data) == [(2, Trouble.TOO_MANY_CELLS)]
    assert [row[0] for row in cells(data)[1:]] == ["B", "C"]


def test_without_a_heading_that_can_be_read_no_row_is_taken_for_it() -> None:
    assert read('Code,"Name\nA,a\nB,b\n') == [Fault(1, Trouble.UNCLOSED_QUOTE, 'Code,"Name')]


@pytest.mark.parametrize("data", [b"", b"\n\n  \n", b"\xef\xbb\xbf", b"sep=;\n"])
def test_an_empty_file_is_named(data: bytes) -> None:
    assert faults(data) == [(0, Trouble.EMPTY)]


def test_what_has_no_end_is_cut_off_and_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(csv_files, "MAX_ROWS", 3)
    monkeypatch.setattr(csv_files, "MAX_FAULTS", 2)
    monkeypatch.setattr(csv_files, "MAX_ROW", 20)
    assert faults("Code\nA\nB\nC\nD\n") == [(5, Trouble.TOO_MANY_ROWS)]
    assert faults("Code\nA\nB\nC\n") == []
    assert faults('C,N\nA,"a"a\nB,"b"b\nC,c\n') == [
        (2, Trouble.STRAY_QUOTE),
        (3, Trouble.STRAY_QUOTE),
        (4, Trouble.TOO_MANY_FAULTS),
    ]
    assert faults(f"Code\n{'x' * 21}\nA\n") == [(2, Trouble.ROW_TOO_LONG)]


_VALUES = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r\x00"), max_size=20)


@given(
    table=st.integers(2, 5).flatmap(lambda n: st.lists(st.lists(_VALUES, min_size=n, max_size=n), min_size=1)),
    sign=st.sampled_from(csv_files.DELIMITERS),
)
def test_what_a_spreadsheet_writes_comes_back_as_it_was(table: list[list[str]], sign: str) -> None:
    heading = [f"column {n}" for n in range(len(table[0]))]
    buffer = io.StringIO()
    csv.writer(buffer, delimiter=sign, lineterminator="\n").writerows([heading, *table])
    filled = [tuple(row) for row in table if any(value.strip() for value in row)]
    assert cells(buffer.getvalue())[1:] == filled
    assert not faults(buffer.getvalue())


@given(st.binary(max_size=400))
def test_no_bytes_raise(data: bytes) -> None:
    for item in read(data):
        assert isinstance(item, Row | Fault)


@given(st.text(st.sampled_from('ab,"\n'), max_size=60))
def test_each_line_is_read_or_named(body: str) -> None:
    """A line is lost only to a fault that names it, or within a quoted value that has its end."""
    accounted: set[int] = set()
    for item in read(f"Code,Name\n{body}"):
        if isinstance(item, Fault):
            accounted.add(item.line)
        else:
            accounted.update(range(item.line, item.line + 1 + sum(cell.count("\n") for cell in item.cells)))
    for number, line in enumerate(body.split("\n"), 2):
        assert number in accounted or not line.strip('," ')
