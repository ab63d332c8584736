"""A contact is erased from the shell."""

from __future__ import annotations

import sqlite3
from contextlib import closing

from tests.cli.conftest import Shell


def test_a_contact_is_erased_for_good(laurier: Shell) -> None:
    assert laurier("erase", "CT000002", "--yes").status == 2
    unasked = laurier("erase", "CT000002", "--request", "R-1")
    assert unasked.status == 2
    assert "Marie Tremblay" in laurier.done("show", "CT000002").out
    ran = laurier.done("erase", "CT000002", "--request", "R-1", "--yes")
    assert ran.out == "CT000002 is erased.\n"
    assert "cannot be undone" in ran.err
    assert laurier.done("show", "CT000002").out.startswith("Erased contact  CT000002")
    assert "Tremblay" not in laurier.done("history").out
    assert laurier.done("check").out == "All is well.\n"


def test_while_others_read_it_says_so_and_is_finished_by_the_same_command_later(laurier: Shell) -> None:
    with closing(sqlite3.connect(laurier.database, isolation_level=None)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM contact").fetchone()
        ran = laurier("erase", "CT000002", "--request", "R-1", "--yes")
        assert (ran.status, ran.out) == (1, "CT000002 is erased.\n")
        assert "Others are at work: traces stay" in ran.err
        checked = laurier("check")
        assert checked.status == 1
        assert "Traces of an erased contact are left" in checked.out
        again = laurier("erase", "CT000002", "--request", "R-1")  # there is nothing left to ask
        assert again.status == 1
        assert "It is erased already" in again.err
    assert laurier.done("erase", "CT000002", "--request", "R-1").out == "CT000002 is erased.\n"
    assert laurier.done("check").out == "All is well.\n"
    assert [one["what"] for one in laurier.done("history", "--json").json["batches"]].count("Erased") == 1


def test_it_says_where_others_name_the_contact(laurier: Shell) -> None:
    laurier.done("edit", "CT000001", "name2=c/o marie TREMBLAY")
    ran = laurier("erase", "CT000002", "--request", "R-1", "--yes")
    assert "  CT000001 Boulangerie Laurier inc., Name 2: c/o marie TREMBLAY\n" in ran.err
    assert "Edit it before" in ran.err
