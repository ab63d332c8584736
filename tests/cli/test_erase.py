"""A contact is erased from the shell."""

from __future__ import annotations

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
