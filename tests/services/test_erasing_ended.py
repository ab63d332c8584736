"""Erasing is ended early, killed, kept waiting, or undone by a backup: nothing comes back, and it is finished."""

from __future__ import annotations

import shutil
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from contacts_tui.domain.erasing import ERASED
from contacts_tui.services import checks, erasing, notes, to_erase
from contacts_tui.services.session import Session
from contacts_tui.store import files
from contacts_tui.store.book import Book
from tests.services.reference import CANNON, LAURIER, MARIE, change, contact, new_company, new_person
from tests.services.traces import traces

ZOE = "CT000005"
_LEFT = "Traces of an erased contact are left in the files of the book. Erase it once more."

#: Erases, says how far it is, and waits at one of these points to be killed.
_ERASE = """
import sys, time
from pathlib import Path
from contacts_tui.services import erasing, to_erase
from contacts_tui.services.session import Session
from contacts_tui.store.book import Book
def told(done, of):
    print(done, flush=True)
    if done == int(sys.argv[3]):
        time.sleep(600)
session = Session(Book.open(Path(sys.argv[1])), "jim", state=Path(sys.argv[2]))
erasing.erase(session, to_erase.find(session, "CT000005").id, "R-9", progress=told)
"""
_READ = """
import sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute("BEGIN")
print(connection.execute("SELECT count(*) FROM contact").fetchone()[0], flush=True)
sys.stdin.readline()
"""


@pytest.fixture
def zoe(reference_book: Session, tmp_path: Path) -> Session:
    session = reference_book
    session.book.records.database.execute_sql("PRAGMA secure_delete = OFF")
    new_person(session, name="Zoéphine Quillfeather", company=LAURIER, email="zq.quill@mail.example")
    change(session, ZOE, phone="514-555-0666", city="Brackwater")
    notes.add(session, contact(session, ZOE).id, {"text": "Zoéphine likes Harvestmoon"})
    for number in range(40):
        new_company(session, name=f"Neighbour no. {number}", phone=f"514 555 2{number:03}")
        change(session, f"CT{6 + number:06}", name=f"Neighbour {number}")
    return session


def opened(session: Session) -> Session:
    """The book as the next start opens it."""
    return session._replace(book=Book.open(session.book.path))


@contextmanager
def child(code: str, *arguments: object) -> Iterator[subprocess.Popen[str]]:
    process = subprocess.Popen(
        [sys.executable, "-c", code, *map(str, arguments)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    try:
        yield process
    finally:
        process.kill()
        process.communicate()


def until(process: subprocess.Popen[str], line: str) -> None:
    assert process.stdout is not None
    assert line in (found.strip() for found in process.stdout), process.poll()


def killed(session: Session, *, at: str, waits_at: str) -> Session:
    """Let another process erase her, kill it at a point or, where it does not wait there, soon after; start again."""
    session.book.close()
    with child(_ERASE, session.book.path, session.state, waits_at) as process:
        until(process, at)
        process.send_signal(signal.SIGKILL)
        process.wait()
    return opened(session)


WORDS = ("Zoéphine", "Quillfeather", "0666", "zq.quill", "Brackwater", "Harvestmoon")


def finished(session: Session, folder: Path) -> None:
    again = contact(session, ZOE)
    assert again.name == ERASED
    done = erasing.erase(session, again.id, "R-9")
    assert done == erasing.Erased(ZOE, None)
    assert checks.check(session) == ()
    words = [word for word in WORDS if word != "0666"]
    assert traces(folder, words) == set()
    session.book.close()
    assert traces(folder, words) == set()


@pytest.mark.parametrize("point", ["0", "25"])
def test_killed_before_the_files_are_clean(zoe: Session, tmp_path: Path, point: str) -> None:
    again = killed(zoe, at=point, waits_at=point)
    assert contact(again, ZOE).name == ERASED
    assert [str(finding) for finding in checks.check(again)] == [_LEFT]
    finished(again, tmp_path)


@pytest.mark.parametrize("point", ["0", "25"])
def test_killed_somewhere_while_the_files_are_cleaned(zoe: Session, tmp_path: Path, point: str) -> None:
    again = killed(zoe, at=point, waits_at="-1")
    assert {str(finding) for finding in checks.check(again)} <= {_LEFT}
    finished(again, tmp_path)


def test_killed_before_the_log_is_emptied_the_next_start_does_it(zoe: Session, tmp_path: Path) -> None:
    again = killed(zoe, at="95", waits_at="95")
    assert checks.check(again) == ()
    finished(again, tmp_path)


def test_killed_before_anything_is_erased_the_next_start_does_it(zoe: Session, tmp_path: Path) -> None:
    stones = files.tombstones_of(zoe.book.path)
    with zoe.book.records.database.atomic(), child(_ERASE, zoe.book.path, zoe.state, -1) as process:
        while not stones.exists() or b"\n" not in stones.read_bytes():
            assert process.poll() is None
        process.send_signal(signal.SIGKILL)  # it waits for its turn to write
        process.wait()
    assert contact(zoe, ZOE).name == "Zoéphine Quillfeather"
    zoe.book.close()
    again = opened(zoe)
    assert contact(again, ZOE).name == ERASED
    assert checks.check(again) == ()
    finished(again, tmp_path)


def test_it_may_be_stopped_and_gone_on_with(zoe: Session, tmp_path: Path) -> None:
    done = erasing.erase(zoe, contact(zoe, ZOE).id, "R-9", stopped=lambda: True)
    assert "Stopped" in str(done.left)
    assert [str(finding) for finding in checks.check(zoe)] == [_LEFT]
    assert to_erase.preview(zoe, contact(zoe, ZOE).id).is_done
    finished(zoe, tmp_path)


def test_while_somebody_reads_traces_stay_until_it_is_done_once_more(zoe: Session, tmp_path: Path) -> None:
    with child(_READ, zoe.book.path) as reader:
        until(reader, "45")
        done = erasing.erase(zoe, contact(zoe, ZOE).id, "R-9")
        assert "Others are at work" in str(done.left)
        assert traces(tmp_path, WORDS)
        assert [str(finding) for finding in checks.check(zoe)] == [_LEFT]
        another = opened(zoe)  # a start meanwhile neither waits nor harms
        assert [str(finding) for finding in checks.check(another)] == [_LEFT]
        another.book.close()
        reader.communicate("\n")
    finished(zoe, tmp_path)


def test_nobody_loses_what_is_saved_meanwhile(zoe: Session) -> None:
    others, ended = zoe._replace(book=Book(zoe.book.path), user="kim"), threading.Event()
    saved: list[str] = []

    def save() -> None:
        while not ended.is_set() or len(saved) < 5:
            saved.append(new_company(others, name=f"Saved {len(saved)}").no)
        others.book.close()

    saving = threading.Thread(target=save)
    saving.start()
    done = erasing.erase(zoe, contact(zoe, ZOE).id, "R-9")
    ended.set()
    saving.join()
    assert done.number == ZOE
    assert [contact(zoe, number).name for number in saved] == [f"Saved {n}" for n in range(len(saved))]
    finished(zoe, zoe.book.path.parent)


def test_a_backup_put_back_is_cleaned_once_though_two_open_it(zoe: Session, tmp_path: Path) -> None:
    elsewhere = tmp_path.parent / f"{tmp_path.name}-backup.db"
    checks.backup(zoe, elsewhere)
    erasing.erase(zoe, contact(zoe, ZOE).id, "R-9")
    erasing.erase(zoe, contact(zoe, MARIE).id, "R-10")
    zoe.book.close()
    for ending in ("-wal", "-shm"):
        zoe.book.path.with_name(f"{zoe.book.path.name}{ending}").unlink(missing_ok=True)
    shutil.copyfile(elsewhere, zoe.book.path)
    assert traces(tmp_path, WORDS)
    books: list[Book] = []
    opening = [threading.Thread(target=lambda: books.append(Book.open(zoe.book.path))) for _ in range(2)]
    for one in opening:
        one.start()
    for one in opening:
        one.join()
    assert len(books) == 2
    again = opened(zoe)
    assert {contact(again, number).name for number in (ZOE, MARIE)} == {ERASED}
    erasures = again.book.lists().execute("SELECT count(*) FROM erasure").fetchone()
    assert erasures == (2,)
    assert contact(again, CANNON).name == "Cannon Group Ltd."
    assert checks.check(again) == ()
    finished(again, tmp_path)
