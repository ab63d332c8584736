"""Programs in real terminals: the installed command, with a home and settings of its own."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any, Protocol

import pytest

from contacts_tui.services import seeds
from contacts_tui.services.session import Session
from contacts_tui.store.book import Book
from tests.terminal.pseudo import Pseudo

USER = "marie"


class Start(Protocol):
    """Starts the program in a terminal; it is ended with the test."""

    def __call__(self, *arguments: str, environment: dict[str, str] | None = None, **terminal: Any) -> Pseudo: ...


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    """What a login under sshd gives a program, with a home in the folder of the test."""
    return {
        "HOME": str(tmp_path / "home"),
        "LOGNAME": USER,
        "USER": USER,
        "PATH": os.environ["PATH"],
        "TERM": "xterm-256color",
        "LANG": "C.UTF-8",
    }


@pytest.fixture
def start(environment: dict[str, str]) -> Iterator[Start]:
    """The command ``contacts-tui`` with some arguments, in a terminal."""
    with ExitStack() as running:

        def started(*arguments: str, environment: dict[str, str] = environment, **terminal: Any) -> Pseudo:
            command = [sys.executable, "-m", "contacts_tui", *arguments]
            return running.enter_context(Pseudo(command, environment, **terminal))

        yield started  # type: ignore[misc]


@pytest.fixture(scope="session")
def made_sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample company, made once."""
    path = tmp_path_factory.mktemp("sample") / "book.db"
    book = Book.open(path, create=True)
    seeds.sample(Session(book, USER))
    book.records.database.execute_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    book.close()
    return path


@pytest.fixture
def sample(made_sample: Path, tmp_path: Path) -> Path:
    """A copy of the sample company for one test."""
    path = tmp_path / "book.db"
    path.write_bytes(made_sample.read_bytes())
    path.chmod(0o600)
    return path
