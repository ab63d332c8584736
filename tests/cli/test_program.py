"""The full-screen program is opened only where there is a screen; the sample company is made whole."""

from __future__ import annotations

import os
import stat
import subprocess
import sys

import pytest

from contacts_tui.cli import sample, settings
from tests.cli.conftest import Shell


@pytest.mark.parametrize("words", [(), ("sample",), ("sample", "--reset")])
def test_without_a_terminal_it_says_so_in_one_sentence_and_makes_nothing(shell: Shell, words: tuple[str, ...]) -> None:
    ran = shell(*words)
    assert (ran.status, ran.out) == (2, "")
    assert "needs a terminal" in ran.err
    assert ran.err.count("\n") == 1
    assert not shell.database.parent.exists()


def test_the_sample_company_is_a_book_of_its_own(shell: Shell) -> None:
    os.umask(0o077)
    found = settings.read({}, {})
    sample.make(found)
    assert stat.S_IMODE(found.sample.stat().st_mode) == 0o600
    assert sorted(path.name for path in found.sample.parent.iterdir()) == ["sample.db"]
    assert not found.database.exists()
    shown = ("--database", str(found.sample))
    hits = shell.done(*shown, "find", "[acme]", "--json").json
    assert hits["contacts"][0]["name"] == "[Acme] Ltd"
    assert shell.done(*shown, "check").out == "All is well.\n"


def test_the_sample_is_kept_until_it_is_made_anew(shell: Shell) -> None:
    found = settings.read({}, {})
    sample.make(found)
    shown = ("--database", str(found.sample))
    shell.done(*shown, "new", "company", "name=Quincaillerie Zed")
    sample.make(found)
    assert shell.done(*shown, "find", "zed").status == 0
    sample.make(found, anew=True)
    assert shell(*shown, "find", "zed").status == 1
    assert shell.done(*shown, "check").status == 0


def test_two_that_start_at_once_both_find_a_whole_company(shell: Shell) -> None:
    program = (
        "import os; from contacts_tui.cli import sample, settings; "
        "sample.make(settings.read({}, os.environ)); "
        "from contacts_tui.__main__ import main; "
        "main(['--database', str(settings.read({}, os.environ).sample), 'check'])"
    )
    started = [
        subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        for _ in range(2)
    ]
    for process in started:
        out, err = process.communicate(timeout=120)
        assert (process.returncode, out, err) == (0, "All is well.\n", "")
