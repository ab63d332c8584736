"""What is printed: cut to the terminal, in the language chosen, without a trace of a fault."""

from __future__ import annotations

import io
import subprocess
import sys

import pytest

from contacts_tui.cli import wiring
from contacts_tui.cli.output import Output, Status
from contacts_tui.cli.tables import Column, table
from contacts_tui.domain.errors import NotAllowed, NotFound, Refused, Unavailable, WrongUse
from contacts_tui.domain.message import message
from contacts_tui.domain.text import cell_width
from tests.cli.conftest import Shell

_COLUMNS = (Column(whole=True), Column(), Column(), Column(whole=True))
_ROW = ("CT000001", "日本オフィス株式会社 and a very long name after it", "Somebody of some firm", "+1 514 555 0100")


@pytest.mark.parametrize("width", [40, 60, 80, 120])
def test_a_table_is_cut_by_cells_and_never_in_a_number_or_a_phone(width: int) -> None:
    (line,) = table(_COLUMNS, [_ROW], width)
    assert cell_width(line) <= width
    assert line.startswith("CT000001  ")
    if width >= 60:
        assert line.endswith("+1 514 555 0100")


def test_a_table_without_a_terminal_is_not_cut() -> None:
    (line,) = table(_COLUMNS, [_ROW])
    assert "  ".join(_ROW) == line


def test_counts_stand_at_the_right_under_their_title() -> None:
    assert table((Column("Name"), Column("Used", right=True)), [("a", "1"), ("bcdefg", "22")]) == [
        "Name    Used",
        "a          1",
        "bcdefg    22",
    ]


@pytest.mark.parametrize(
    ("error", "status"),
    [
        (NotFound, Status.NOT_ALL),
        (Refused, Status.NOT_ALL),
        (WrongUse, Status.WRONG_USE),
        (NotAllowed, Status.NOT_ALLOWED),
        (Unavailable, Status.UNREACHABLE),
    ],
)
def test_each_kind_of_trouble_has_its_exit_status(error: type[Refused], status: Status) -> None:
    out, messages = io.StringIO(), io.StringIO()
    assert Output(out=out, messages=messages).failed(error(message("No."), field="f", value="v")) is status
    assert (out.getvalue(), messages.getvalue()) == ("", "No.\n")


def test_a_terminal_that_is_not_utf8_gets_what_it_can_show() -> None:
    raw = io.BytesIO()
    out = io.TextIOWrapper(raw, encoding="latin-1", write_through=True)
    output = Output(out=out)
    output.line("Montréal 日本")
    output.document({"name": "日本"})
    assert raw.getvalue().decode("latin-1") == 'Montréal ??\n{\n  "name": "\\u65e5\\u672c"\n}\n'


def test_french_is_french(shell: Shell) -> None:
    ran = shell("--lang", "fr", "find", "rien")
    assert ran.status == 4
    assert ran.err.startswith("Il n'y a pas de ")
    assert "Utilisation\u00a0:" in shell.done("--lang", "fr", "--help").out


def test_a_fault_of_the_program_is_one_sentence_and_the_trace_goes_to_a_log(
    laurier: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_arguments: object, **_options: object) -> None:
        raise ZeroDivisionError("secret of Laurier")

    monkeypatch.setattr(wiring, "session", broken)
    ran = laurier("find", "laurier")
    assert ran.status == 1
    assert ran.err.count("\n") == 1
    assert "Traceback" not in ran.err
    assert "ZeroDivision" not in ran.err
    (log,) = (laurier.home / "state").rglob("*.log")
    assert log.stat().st_mode & 0o777 == 0o600
    assert "ZeroDivisionError" in log.read_text("utf-8")
    assert str(log) in ran.err


def test_a_fault_is_a_document_with_json(laurier: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_arguments: object, **_options: object) -> None:
        raise ZeroDivisionError("secret of Laurier")

    monkeypatch.setattr(wiring, "session", broken)
    ran = laurier("find", "laurier", "--json")
    assert (ran.status, ran.err) == (1, "")
    assert ran.json["error"]["message"].startswith("The program stopped because of a fault of its own.")
    assert "secret" not in ran.out


def test_a_reader_that_has_seen_enough_is_no_fault(laurier: Shell) -> None:
    program = f"{sys.executable} -m contacts_tui --database {laurier.database} setup show --json | head -c 1"
    ran = subprocess.run(["bash", "-c", program], capture_output=True, text=True, check=True)
    assert (ran.stdout, ran.stderr) == ("{", "")


def test_ctrl_c_ends_quietly(laurier: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_arguments: object, **_options: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(wiring, "session", interrupted)
    ran = laurier("find", "laurier")
    assert (ran.status, ran.out, ran.err) == (130, "", "")
