"""Drafts: written within a second of a change, and when the program is ended; gone with the form."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from contacts_tui.services import drafts
from contacts_tui.services.session import Session
from contacts_tui.store.book import Book
from contacts_tui.ui.unsaved.drafts import DraftKeeper

FORM = "new"
DEADLINE = 20.0


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    book = Book.open(tmp_path / "book.db", create=True)
    yield Session(book, "marie", state=tmp_path / "state")
    book.close()


@pytest.fixture
def keeper(session: Session) -> Iterator[DraftKeeper]:
    keeper = DraftKeeper(session)
    yield keeper
    keeper.stop()


def kept(session: Session) -> dict[str, str] | None:
    draft = drafts.load(session, FORM)
    return dict(draft.values) if draft else None


def wait_until(condition: Callable[[], bool]) -> None:
    end = time.monotonic() + DEADLINE
    while not condition():
        assert time.monotonic() < end, "never came true"
        threading.Event().wait(0.01)


def test_what_is_typed_is_written_by_itself(session: Session, keeper: DraftKeeper) -> None:
    typed: dict[str, str] = {}
    keeper.open(FORM, lambda: typed)
    for name in ("A", "An", "Anne"):
        typed["name"] = name
        keeper.changed(FORM)
    wait_until(lambda: kept(session) == {"name": "Anne"})


def test_the_end_writes_what_no_change_was_told_of(session: Session, keeper: DraftKeeper) -> None:
    keeper.open(FORM, lambda: {"name": "Anne"})
    assert kept(session) is None
    keeper.write()
    assert kept(session) == {"name": "Anne"}


def test_the_end_may_come_in_another_thread_while_the_lock_is_held(session: Session, keeper: DraftKeeper) -> None:
    keeper.open(FORM, lambda: {"name": "Anne"})
    with keeper._lock:
        ending = threading.Thread(target=keeper.write)
        ending.start()
        wait_until(lambda: kept(session) == {"name": "Anne"})
    ending.join()


def test_a_form_that_was_saved_leaves_nothing(session: Session, keeper: DraftKeeper) -> None:
    keeper.open(FORM, lambda: {"name": "Anne"})
    keeper.changed(FORM)
    wait_until(lambda: kept(session) is not None)
    keeper.close(FORM)
    keeper.stop()
    assert kept(session) is None


def test_a_form_that_was_left_keeps_its_draft(session: Session, keeper: DraftKeeper) -> None:
    keeper.open(FORM, lambda: {"name": "Anne"})
    keeper.close(FORM, keep=True)
    keeper.stop()
    assert kept(session) == {"name": "Anne"}


def test_a_form_in_which_nothing_was_typed_keeps_nothing(session: Session, keeper: DraftKeeper) -> None:
    keeper.open(FORM, dict)
    keeper.write()
    keeper.close(FORM, keep=True)
    keeper.stop()
    assert drafts.pending(session) == ()


def test_a_form_that_cannot_tell_loses_no_other(session: Session, keeper: DraftKeeper) -> None:
    def broken() -> dict[str, str]:
        raise RuntimeError("half torn down")

    keeper.open("card-1", broken)
    keeper.open(FORM, lambda: {"name": "Anne"})
    keeper.write()
    assert kept(session) == {"name": "Anne"}


def test_a_disk_that_is_full_stops_no_typing(tmp_path: Path, session: Session) -> None:
    (tmp_path / "state").write_text("a file where the folder should be")
    keeper = DraftKeeper(session)
    keeper.open(FORM, lambda: {"name": "Anne"})
    keeper.changed(FORM)
    keeper.write()
    keeper.stop()
