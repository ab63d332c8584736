"""The command that measures works; how quick anything is, no test asks."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.benchmarks import duplicates
from tests.benchmarks.__main__ import main


def test_the_command_measures_and_prints_its_tables(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    numbers, cache = tmp_path / "numbers.json", tmp_path / "cache"
    how = ["--sizes", "100", "--quick", "--silent", "--only", "shell,edits,queries,bulk"]
    assert main([*how, "--cache", str(cache), "--json", str(numbers)]) == 0
    table, _, markdown = capsys.readouterr().out.partition("\n\n")
    assert "query, through our layers" in table
    assert "| bulk load | 100 |" in markdown
    assert {"find from the shell", "edit p50", "bulk load"} <= {one["what"] for one in json.loads(numbers.read_text())}
    assert len(list(cache.iterdir())) == 1


def test_the_command_for_duplicates_prints_what_it_finds(capsys: pytest.CaptureFixture[str]) -> None:
    assert duplicates.main(["--scan", "300"]) == 0
    precision, recall, wrong, neighbours, _seconds, _peak = map(float, capsys.readouterr().out.split())
    assert precision > 0.9
    assert recall > 0.9
    assert wrong <= neighbours / 100
