"""The search line from the shell."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from contacts_tui.domain.fields import CONTACT
from tests.cli.conftest import Shell
from tests.test_structure import SLOW

STRINGS = Path(__file__).parents[3] / "shared" / "data" / "strings" / "blns.json"


@pytest.fixture
def book(shell: Shell) -> Shell:
    shell.done("setup", "usual")
    for name, city in (("The Cannon Group PLC", "Birmingham"), ("Møbelhuset AS", "Oslo"), ("Cannoni", "Roma")):
        shell.done("new", "company", f"name={name}", f"city={city}", "phone=+44 121 496 0100")
    shell.done("new", "person", "name=David Hodgson", "company=CT000001")
    return shell


def test_words_in_any_order_find_the_best_match_first(book: Shell) -> None:
    found = book.done("find", "cannon", "--json").json
    assert found["query"] == "cannon"
    assert found["total"] == 3
    assert [c["name"] for c in found["contacts"]] == ["Cannoni", "The Cannon Group PLC", "David Hodgson"]
    found = book.done("find", "birmingham", "hodgson", "--json").json
    assert [c["name"] for c in found["contacts"]] == ["David Hodgson"]
    assert found["query"] == "birmingham hodgson"


def test_a_hit_has_every_field_of_a_contact_under_its_stable_name(book: Shell) -> None:
    (hit,) = book.done("find", "mobelhuset", "--json").json["contacts"]
    assert list(hit) == list(CONTACT)
    assert hit["country"] == "CA"
    assert hit["exclude_from_segment"] is False
    assert hit == {name: hit[name] for name in CONTACT}
    shown = book.done("show", hit["number"], "--json").json
    assert {name: shown[name] for name in CONTACT} == hit


def test_people_read_a_line_for_each_hit(book: Shell) -> None:
    lines = book.done("find", "group").out.splitlines()
    assert [line.split("  ")[0] for line in lines] == ["CT000001", "CT000004"]
    assert "1 person" in lines[0]
    assert "Birmingham" in lines[0]
    assert "+44 121 496 0100" in lines[0]
    assert "The Cannon Group PLC" in lines[1]


def test_a_limit_says_how_many_more_there_are(book: Shell) -> None:
    ran = book.done("find", "cannon", "--limit", "1")
    assert len(ran.out.splitlines()) == 1
    assert ran.err == "2 more contacts. See them with --limit 3.\n"
    limited = book.done("find", "cannon", "--limit", "1", "--json").json
    assert (limited["total"], len(limited["contacts"])) == (3, 1)


def test_nothing_found_gives_1(book: Shell) -> None:
    ran = book("find", "xyzzy")
    assert (ran.status, ran.out, ran.err) == (1, "", "Nothing found for “xyzzy”.\n")
    ran = book("find", "xyzzy", "--json")
    assert ran.status == 1
    assert ran.json == {"query": "xyzzy", "total": 0, "more": False, "contacts": []}


@pytest.mark.parametrize("words", [("cannon",), ("cannon", "--json")])
def test_it_loads_nothing_that_it_does_not_need(book: Shell, words: tuple[str, ...]) -> None:
    program = (
        "import sys; before = {*sys.modules}; from contacts_tui.__main__ import main; "
        f"status = main(['--database', {str(book.database)!r}, 'find', *{words!r}]); "
        "found = sorted({*sys.modules} - before); import json; print(json.dumps([status, found]), file=sys.stderr)"
    )
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    status, modules = json.loads(ran.stderr)
    assert status == 0
    heavy = {
        "textual",
        "peewee",
        "playhouse",
        "rich",
        "rapidfuzz",
        "phonenumbers",
        "email_validator",
        "stdnum",
        "babel",
    } | (SLOW if "--json" not in words else set())
    assert not heavy & {name.partition(".")[0] for name in modules}


@pytest.mark.skipif(not STRINGS.exists(), reason="needs ../shared/data/strings")
def test_whatever_is_typed_is_answered_or_not_found(book: Shell) -> None:
    for typed in json.loads(STRINGS.read_text(encoding="utf-8")):
        for words in ((typed,), ("--", *typed.split()), ("--", f"city:{typed}"), ("--", f'-"{typed}"')):
            ran = book("find", *words)
            # Wrong use is what looks like an option, and a line without a word.
            may_be_wrong = words[0] != "--" or len(words) == 1
            assert ran.status in ((0, 1, 2) if may_be_wrong else (0, 1)), words
            assert "Traceback" not in ran.err


def test_its_types_are_made_without_detour(book: Shell) -> None:
    # A named tuple whose annotations are texts has each of them compiled, which takes a tenth of a look-up.
    program = (
        "import sys, typing; typing.ForwardRef = None; from contacts_tui.__main__ import main; "
        f"sys.exit(main(['--database', {str(book.database)!r}, 'find', 'cannon']))"
    )
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert (ran.returncode, ran.stderr) == (0, "")
