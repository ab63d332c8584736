"""The words of the command line: options wherever they stand, words that begin with a sign, and what is wrong use."""

from __future__ import annotations

from importlib import import_module

import pytest

from contacts_tui.cli import commands, parser
from contacts_tui.domain.errors import WrongUse
from tests.cli.conftest import Shell


def _call(*arguments: str) -> parser.Call:
    return parser.call(parser.start(arguments).rest)


@pytest.mark.parametrize(
    "arguments",
    [
        ("--user", "marie", "find", "cannon", "tea", "--json", "--limit", "5"),
        ("find", "--json", "cannon", "--limit=5", "tea", "--user=marie"),
        ("find", "cannon", "--user", "marie", "--limit", "5", "tea", "--json"),
    ],
)
def test_options_may_stand_anywhere(arguments: tuple[str, ...]) -> None:
    start = parser.start(arguments)
    call = parser.call(start.rest)
    assert start.options == {"user": "marie"}
    assert (call.command.name, call.words) == ("find", ("cannon", "tea"))
    assert call.is_set("json")
    assert call.number("limit", 50) == 5


def test_the_value_of_an_option_may_be_blank_or_begin_with_a_dash() -> None:
    assert parser.start(("--user", "", "keys")).options == {"user": ""}
    assert parser.start(("--user=", "keys")).options == {"user": ""}
    assert _call("find", "a", "--limit", "-3").options == {"limit": "-3"}


def test_a_word_may_take_a_code_away_though_it_begins_like_an_option() -> None:
    call = _call("edit", "CT1", "-mailing_groups=MOVE", "--json", "phone=1", "+mailing_groups=GIFT")
    assert call.words == ("CT1", "-mailing_groups=MOVE", "phone=1", "+mailing_groups=GIFT")


def test_after_two_dashes_everything_is_a_word() -> None:
    assert _call("find", "a", "--", "--json", "-x").words == ("a", "--json", "-x")


@pytest.mark.parametrize(
    "arguments",
    [
        ("fnd",),
        ("--jsn",),
        ("find",),
        ("find", "a", "--jsn"),
        ("find", "-word=x"),
        ("find", "a", "--limit"),
        ("find", "a", "--limit", "--", "b"),
        ("show", "CT1", "CT2"),
        ("show",),
        ("new", "person"),
        ("edit", "CT1"),
        ("keys", "find"),
        ("setup",),
        ("setup", "shw"),
        ("find", "a", "--js"),
        ("find", "a", "--json=yes"),
    ],
)
def test_wrong_use_is_said_in_a_sentence_and_gives_2(shell: Shell, arguments: tuple[str, ...]) -> None:
    ran = shell(*arguments)
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.count("\n") == 1
    assert "rror" not in ran.err


@pytest.mark.parametrize("words", [("find", "caf\udce9"), ("--user", "\udcff", "keys"), ("show", "\udcff", "--json")])
def test_a_word_that_is_no_text_is_wrong_use(shell: Shell, words: tuple[str, ...]) -> None:
    ran = shell(*words)
    assert ran.status == 2
    assert "not UTF-8" in ran.out + ran.err


@pytest.mark.parametrize("limit", ["0", "-3", "x", "1.5", "²", ""])
def test_a_limit_is_a_whole_number_from_1_up(limit: str) -> None:
    call = parser.Call(commands.COMMANDS[1], ("a",), {"limit": limit})
    if limit == "":
        assert call.number("limit", 50) == 50
        return
    with pytest.raises(WrongUse, match="whole number"):
        call.number("limit", 50)


@pytest.mark.parametrize("digits", [19, 20, 5000])
@pytest.mark.parametrize("words", [("find", "a", "--limit"), ("history", "--limit"), ("undo",)])
def test_a_number_that_is_too_large_is_wrong_use(shell: Shell, words: tuple[str, ...], digits: int) -> None:
    shell.done("setup", "usual")
    ran = shell(*words, "9" * digits)
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.count("\n") == 1
    if words != ("undo",):
        assert "is too large" in ran.err
        assert shell(*words, "9" * digits, "--json").json["error"]["value"] == "9" * digits
    shell(*words, "9" * 18)


def test_wrong_use_is_a_document_with_json(shell: Shell) -> None:
    ran = shell("show", "--json")
    assert ran.status == 2
    assert ran.json == {
        "error": {"message": "Use: contacts-tui show NUMBER [--json]", "field": "", "value": ""},
    }


def test_every_command_has_a_module_that_does_it() -> None:
    for command in (*commands.COMMANDS, commands.FULL_SCREEN):
        assert callable(import_module(f"contacts_tui.cli.{command.module}").run), command.name


@pytest.mark.parametrize("command", [c.name for c in commands.COMMANDS])
def test_help_says_how_a_command_is_used_in_both_languages(shell: Shell, command: str) -> None:
    for language in ("en", "fr"):
        ran = shell.done("--lang", language, *command.split(), "--help")
        assert f"contacts-tui {command}" in ran.out
        assert ran.err == ""


def test_help_lists_every_command(shell: Shell) -> None:
    out = shell.done("--help").out
    assert shell.done("-h").out == out
    for command in commands.COMMANDS:
        assert f"  {command.name}" in out


def test_the_version_is_printed(shell: Shell) -> None:
    from contacts_tui import __version__

    assert shell.done("--version").out == f"contacts-tui {__version__}\n"
