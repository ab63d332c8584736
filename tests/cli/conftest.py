"""A shell for the tests of the command line: folders of its own, and what a run printed."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from contacts_tui.__main__ import main


@dataclass(frozen=True, slots=True)
class Ran:
    """What a run gave back and printed."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """The one document that was printed."""
        return json.loads(self.out)


class Shell:
    """Runs commands in this process, in the folders of one test."""

    def __init__(self, home: Path, capture: pytest.CaptureFixture[str]) -> None:
        self.home = home
        self._capture = capture

    @property
    def database(self) -> Path:
        """The book that is opened where none is named."""
        return self.home / "data" / "contacts-tui" / "contacts.db"

    def __call__(self, *words: str) -> Ran:
        """Run a command."""
        self._capture.readouterr()
        status = main(words)
        out, err = self._capture.readouterr()
        return Ran(status, out, err)

    def done(self, *words: str) -> Ran:
        """Run a command that must succeed."""
        ran = self(*words)
        assert ran.status == 0, (words, ran.out, ran.err)
        return ran


@pytest.fixture
def shell(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Shell:
    """A shell whose settings, data and state are in the folder of the test."""
    for name, folder in (("CONFIG", "config"), ("DATA", "data"), ("STATE", "state"), ("CACHE", "cache")):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / folder))
    return Shell(tmp_path, capsys)


@pytest.fixture
def laurier(shell: Shell) -> Shell:
    """A book with the usual codes, a company CT000001 and its person CT000002."""
    shell.done("setup", "usual")
    shell.done(
        "new",
        "company",
        "name=Boulangerie Laurier inc.",
        "address=1200 avenue Laurier Est",
        "post_code=H2J 1G7",
        "city=Montréal",
        "county=QC",
        "phone=514-555-0100",
        "fax=514-555-0101",
        "email=info@laurier.example",
        "+industry_groups=RETAIL",
    )
    shell.done("new", "person", "name=Marie Tremblay", "company=CT000001", "job_title=Directrice")
    return shell
