"""Files are read by a process of their own, within limits; what it cannot read it names."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from contacts_tui.domain.errors import Refused
from contacts_tui.exchange import child, reading
from contacts_tui.exchange.tables import Fault, Row, Trouble


def test_tables_come_back_in_the_order_in_which_they_were_asked_for(tmp_path: Path) -> None:
    first, second = tmp_path / "b.csv", tmp_path / "a.csv"
    first.write_text("Code,Name\nA,Zoë\n\nB,日本\n", encoding="utf-8")
    second.write_text("X\n1\n2\n", encoding="utf-8")
    one, two = reading.read_tables([(first, True), (second, False)])
    assert (one.file, one.header, one.count) == ("b.csv", ("Code", "Name"), 2)
    assert one.rows == (Row(2, ("A", "Zoë")), Row(4, ("B", "日本")))
    assert (two.file, two.header, two.count, two.rows) == ("a.csv", ("X",), 2, ())


def test_nothing_is_started_for_no_files() -> None:
    assert reading.read_tables([]) == []


def test_what_is_not_a_file_is_named_and_holds_nobody_up(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.csv"
    os.mkfifo(pipe)
    tables = reading.read_tables([(pipe, True), (tmp_path, True), (tmp_path / "gone.csv", True)])
    troubles = [table.faults for table in tables]
    assert troubles == [
        (Fault(0, Trouble.NOT_A_FILE),),
        (Fault(0, Trouble.NOT_A_FILE),),
        (Fault(0, Trouble.UNREADABLE),),
    ]


def test_a_file_that_is_too_large_is_named(tmp_path: Path) -> None:
    large = tmp_path / "large.csv"
    large.touch()
    os.truncate(large, child.MAX_FILE + 1)
    assert reading.read_tables([(large, True)])[0].faults == (Fault(0, Trouble.TOO_LARGE),)


def test_a_file_name_of_odd_bytes_can_be_read(tmp_path: Path) -> None:
    odd = Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.csv"))
    odd.write_text("Code\nA\n", encoding="utf-8")
    assert reading.read_tables([(odd, True)])[0].rows == (Row(2, ("A",)),)


def test_the_process_is_kept_within_its_memory() -> None:
    code = f"from contacts_tui.exchange import child; child.limit(); bytearray({child.MEMORY})"
    ended = subprocess.run([sys.executable, "-c", code], stderr=subprocess.PIPE, check=False)
    assert b"MemoryError" in ended.stderr


def test_a_process_that_does_not_come_to_its_end_is_told_as_a_refusal(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.csv").write_text("Code\nA\n", encoding="utf-8")
    answer = reading._ask(b'[["a.csv", true]]', lambda: False)
    for part in (b"", answer[: len(answer) // 2]):
        monkeypatch.setattr(reading, "_ask", lambda *_, part=part: part)
        with pytest.raises(Refused, match=r"a\.csv takes too much memory or time"):
            reading.read_tables([(tmp_path / "a.csv", True)])


def test_reading_can_be_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.csv").write_text("Code\nA\n", encoding="utf-8")
    monkeypatch.setattr(reading, "_LOOK", 0)
    with pytest.raises(reading.Stopped):
        reading.read_tables([(tmp_path / "a.csv", True)], stopped=lambda: True)


def test_reading_does_not_wait_for_ever(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.csv").write_text("Code\nA\n", encoding="utf-8")
    monkeypatch.setattr(reading, "_LOOK", 0)
    monkeypatch.setattr(reading, "PATIENCE", -1)
    with pytest.raises(Refused):
        reading.read_tables([(tmp_path / "a.csv", True)])
