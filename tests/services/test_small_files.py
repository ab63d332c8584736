"""Recents and drafts: small files of one user, written whole or not at all."""

from __future__ import annotations

import json
import os
import signal
import stat
import subprocess
import sys
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from contacts_tui.services import drafts, recents
from contacts_tui.services.session import Session
from contacts_tui.store.book import Book
from tests.services.reference import Clock, as_user


def state(session: Session) -> list[Path]:
    assert session.state is not None
    return sorted(session.state.iterdir()) if session.state.exists() else []


def test_recents_are_the_last_fifty_newest_first(session: Session) -> None:
    for n in range(60):
        recents.opened(session, f"u{n}")
    recents.opened(session, "u20")
    found = recents.uids(session)
    assert len(found) == recents.KEPT
    assert found[:3] == ("u20", "u59", "u58")
    assert found.count("u20") == 1
    recents.forget(session)
    assert recents.uids(session) == ()


def test_recents_and_drafts_are_of_one_user_and_one_book(session: Session, tmp_path: Path) -> None:
    other = session._replace(book=Book.open(tmp_path / "other.db", create=True))
    recents.opened(session, "u1")
    drafts.save(session, "new company", {"name": "Acme"})
    for stranger in (as_user(session, "jim"), other):
        assert recents.uids(stranger) == ()
        assert drafts.load(stranger, "new company") is None
        assert drafts.pending(stranger) == ()
    other.book.close()


def test_a_book_has_one_name_however_it_is_reached(session: Session, tmp_path: Path) -> None:
    link = tmp_path / "link.db"
    link.symlink_to(session.book.path)
    recents.opened(session, "u1")
    linked = session._replace(book=Book.open(link))
    assert recents.uids(linked) == ("u1",)
    linked.book.close()


def test_files_are_for_their_owner_only_and_say_nothing_in_their_names(session: Session) -> None:
    mask = os.umask(0)
    try:
        recents.opened(session, "u1")
        drafts.save(session, "person of Acme", {"name": "Anne"})
    finally:
        os.umask(mask)
    assert session.state is not None
    assert stat.S_IMODE(session.state.stat().st_mode) == 0o700
    assert len(state(session)) == 2
    for path in state(session):
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
        assert "Acme" not in path.name
        assert "marie" not in path.name


def test_a_draft_is_kept_until_it_is_discarded(session: Session, clock: Clock) -> None:
    assert drafts.save(session, "new company", {"name": "Ac"})
    assert drafts.save(session, "new company", {"name": "Acme", "city": "Montréal\n"})
    clock.day = date(2018, 3, 2)
    drafts.save(session, "new person", {"name": "Anne"})
    found = drafts.load(session, "new company")
    assert found is not None
    assert found.values == {"name": "Acme", "city": "Montréal\n"}
    assert [d.form for d in drafts.pending(session)] == ["new person", "new company"]
    assert drafts.pending(session)[0].at == session.now()
    drafts.discard(session, "new company")
    drafts.discard(session, "new company")
    assert drafts.load(session, "new company") is None
    assert [d.form for d in drafts.pending(session)] == ["new person"]


@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(), st.dictionaries(st.text(), st.text()))
def test_whatever_was_typed_comes_back(session: Session, form: str, values: Mapping[str, str]) -> None:
    assert drafts.save(session, form, values)
    found = drafts.load(session, form)
    assert found is not None
    assert (found.form, found.values) == (form, values)
    drafts.discard(session, form)
    assert drafts.pending(session) == ()


def test_lone_surrogates_and_hostile_form_names_do_no_harm(session: Session) -> None:
    assert drafts.save(session, "../../etc/passwd", {"name": "\ud800\x1b]52;c;x\x07"})
    found = drafts.load(session, "../../etc/passwd")
    assert found is not None
    assert found.values["name"] == "\ud800\x1b]52;c;x\x07"
    assert [path.parent for path in state(session)] == [session.state]


@pytest.mark.parametrize(
    "content", [b"", b"{", b"\xff\xfe", b"[1, 2]", b'{"form": 1}', b'{"form": "a", "at": "x", "values": {}}']
)
def test_a_file_that_cannot_be_understood_is_as_good_as_none(session: Session, content: bytes) -> None:
    recents.opened(session, "u1")
    drafts.save(session, "new company", {"name": "Acme"})
    for path in state(session):
        path.write_bytes(content)
    assert recents.uids(session) == ()
    assert drafts.load(session, "new company") is None
    assert drafts.pending(session) == ()
    recents.opened(session, "u2")
    assert recents.uids(session) == ("u2",)


def test_without_a_state_folder_nothing_is_kept_and_nothing_fails(session: Session) -> None:
    nowhere = session._replace(state=None)
    recents.opened(nowhere, "u1")
    recents.forget(nowhere)
    assert recents.uids(nowhere) == ()
    assert not drafts.save(nowhere, "new company", {"name": "Acme"})
    drafts.discard(nowhere, "new company")
    assert (drafts.load(nowhere, "new company"), drafts.pending(nowhere)) == (None, ())


def test_a_folder_that_cannot_be_written_stops_nobody(session: Session, tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("no folder")
    elsewhere = session._replace(state=blocked / "state")
    recents.opened(elsewhere, "u1")
    assert not drafts.save(elsewhere, "new company", {"name": "Acme"})


def test_a_broken_off_writing_leaves_the_old_file_and_no_other(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    drafts.save(session, "new company", {"name": "Acme"})
    before = state(session)

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    assert not drafts.save(session, "new company", {"name": "Acme Ltd"})
    monkeypatch.undo()
    assert state(session) == before
    found = drafts.load(session, "new company")
    assert found is not None
    assert found.values == {"name": "Acme"}


_TYPIST = """
import os, signal, sys
from pathlib import Path
from contacts_tui.services import drafts
from contacts_tui.services.session import Session
from contacts_tui.store.book import Book
session = Session(Book.open(Path(sys.argv[1])), "marie", state=Path(sys.argv[2]))
values = {"name": ""}
def leave(number, frame):
    drafts.save(session, "new company", values)
    os._exit(129)
signal.signal(signal.SIGHUP, leave)
print("ready", flush=True)
while True:
    values = {"name": values["name"][-500:] + "x"}
    drafts.save(session, "new company", values)
"""


def test_a_signal_in_the_middle_of_a_writing_loses_nothing(session: Session) -> None:
    typist = subprocess.Popen(
        [sys.executable, "-c", _TYPIST, str(session.book.path), str(session.state)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert typist.stdout is not None
    assert typist.stdout.readline() == "ready\n"
    while not drafts.pending(session):
        assert typist.poll() is None
    typist.send_signal(signal.SIGHUP)
    _, err = typist.communicate(timeout=60)
    assert (typist.returncode, err) == (129, "")
    found = drafts.load(session, "new company")
    assert found is not None
    assert set(found.values["name"]) == {"x"}
    kept = [path for path in state(session) if not path.name.startswith(".")]
    assert [json.loads(path.read_text())["form"] for path in kept] == ["new company"]
