"""The table of keys: no clash, no untranslated word, no action without its method; a user's own keys."""

from __future__ import annotations

import ast
import importlib
import pkgutil
from pathlib import Path
from typing import Any

import pytest

from contacts_tui.domain.message import Message
from contacts_tui.ui import keys, screens
from contacts_tui.ui.bindings import bindings, keymap, method_of
from contacts_tui.ui.draw import glyphs
from contacts_tui.ui.keys import LABELS, TABLE, TYPING, Key, Scope
from contacts_tui.ui.screens.base import OWNERS
from contacts_tui.ui.widgets.line_input import LineInput
from contacts_tui.ui.widgets.menu import Menu
from contacts_tui.ui.widgets.window_list import WindowList

for _module in pkgutil.iter_modules(screens.__path__, f"{screens.__name__}."):
    importlib.import_module(_module.name)

_WIDGETS = {Scope.LIST: WindowList, Scope.FIELD: LineInput, Scope.DIALOG: Menu}
_OWNED: dict[Scope, type[Any]] = {**_WIDGETS, **OWNERS}


def _marked_for_the_catalogue() -> set[str]:
    folder = Path(keys.__file__).parent
    calls = (
        node
        for path in folder.glob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "N_"
    )
    return {str(call.args[0].value) for call in calls if isinstance(call.args[0], ast.Constant)}


def _owners(scope: Scope, key: Key) -> list[type[Any]]:
    """The page, and the list on it where the key is one of lists."""
    return [_OWNED[scope], *([WindowList] if Scope.LIST in key.scopes else [])]


def test_ids_are_unique() -> None:
    ids = [key.id for key in TABLE]
    assert sorted(ids) == sorted(set(ids))


def test_no_two_keys_clash() -> None:
    assert [(first.id, second.id, name) for first, second, name in keys.clashes(TABLE)] == []


def test_a_clash_would_be_found() -> None:
    copy = Key(id="copy.again", keys=("t",), action="copy", label="copy", scopes=(Scope.FIND,))
    assert [(second.id, name) for _, second, name in keys.clashes((*TABLE, copy))] == [("copy.again", "t")]


@pytest.mark.parametrize("scope", sorted(_OWNED))
def test_each_action_has_its_method(scope: Scope) -> None:
    missing = [
        key.id
        for key in keys.acting(scope, TABLE)
        if not any(hasattr(owner, method_of(key.action)) for owner in _owners(scope, key))
    ]
    assert missing == []


def test_every_label_is_in_the_catalogue() -> None:
    marked = _marked_for_the_catalogue()
    labels = [label for key in TABLE for label in (key.label, key.short, key.both, key.brief, key.named) if label]
    assert {label for label in labels if isinstance(label, str)} - marked == set()
    assert all(label.context for label in labels if isinstance(label, Message))
    assert set(LABELS.values()) - marked == set()
    assert set(LABELS) == set(Scope)


def test_twins_exist() -> None:
    ids = {key.id for key in TABLE}
    assert {key.twin for key in TABLE if key.twin} <= ids


def test_no_key_needs_ctrl_or_alt_or_a_function_key() -> None:
    for key in TABLE:
        assert any("+" not in name or name == "shift+tab" for name in key.keys), key.id


@pytest.mark.parametrize("scope", sorted(TYPING))
def test_where_one_types_no_letter_is_a_key(scope: Scope) -> None:
    names = [name for key in keys.acting(scope, TABLE) for name in key.keys]
    assert [name for name in names if len(name) == 1] == []
    assert keys.more_hint(scope) is None


def test_the_keys_of_everywhere_act_on_a_page_unless_it_has_its_own() -> None:
    labels = {key.label for key in keys.acting(Scope.COMPANY) if "n" in key.keys}
    assert labels == {"new person"}
    undo = next(key for key in keys.acting(Scope.HISTORY) if key.action == "undo")
    assert undo.id == "history.undo"
    assert next(key for key in keys.acting(Scope.FIND) if key.action == "back").keys == ("escape", "backspace", "q")


def test_bindings_bear_the_ids_and_the_pressed_key() -> None:
    made = {binding.key: binding for binding in bindings(Scope.COMPANY)}  # type: ignore[union-attr]
    assert made["3"].action == "section(3)"  # type: ignore[union-attr]
    assert made["question_mark"].id == "help"  # type: ignore[union-attr]
    assert made["right_square_bracket"].action == "next_contact"  # type: ignore[union-attr]


def test_the_footer_says_what_acts_most_used_first() -> None:
    hints = keys.hints(Scope.FIND_TYPING)
    assert [(hint.key, hint.label) for hint in hints] == [("Enter", "open"), ("↑↓", "choose"), ("Esc", "commands")]
    without = keys.hints(Scope.FIND, lambda action: action != "copy")
    assert "copy" not in [hint.label for hint in without]


def test_arrows_are_written_with_the_glyphs_in_use() -> None:
    glyphs.use(glyphs.ASCII)
    assert keys.hints(Scope.FIND_TYPING)[1].key == "up/dn"


def test_the_command_line_lists_every_action_of_every_scope() -> None:
    rows = keys.key_lines()
    assert len(rows) == sum(len(key.scopes) for key in TABLE)
    assert ("find", "t", "find.type") in [(row.scope, row.keys, row.id) for row in rows]
    assert all(row.label and row.keys for row in rows)


def test_a_user_may_give_an_action_another_key() -> None:
    table, told = keys.overridden({"find.type": "T f2"})
    assert told == ()
    assert next(key for key in table if key.id == "find.type").keys == ("T", "f2")
    assert keymap(table) == {"find.type": "T,f2"}


def test_two_keys_may_change_places() -> None:
    table, told = keys.overridden({"find.copy": "d", "find.delete": "y"})
    assert told == ()
    assert keys.clashes(table) == []


@pytest.mark.parametrize(
    ("overrides", "said"),
    [
        ({"find.typ": "T"}, "no action “find.typ”"),
        ({"find.type": "y"}, "“find.type” cannot have the key “y”: “find.copy” has it."),
        ({"find.type": "?"}, "cannot have the key “?”: “help” has it."),
        ({"undo": "t"}, "“undo” cannot have the key “t”"),
        ({"find.type": ""}, "not the name of a key"),
        ({"find.type": "hyper"}, "not the name of a key"),
        ({"field.save": "s"}, "keeps its keys"),
        ({"card.section": "a"}, "keeps its keys"),
    ],
)
def test_what_cannot_be_is_told_and_left_as_it_was(overrides: dict[str, str], said: str) -> None:
    table, told = keys.overridden(overrides)
    assert table == TABLE
    assert len(told) == 1
    assert isinstance(told[0], Message)
    assert said in str(told[0])


def test_of_two_wishes_for_one_key_the_other_is_kept() -> None:
    table, told = keys.overridden({"find.type": "Z", "find.copy": "Z"})
    assert len(told) == 1
    assert sum("Z" in key.keys for key in table) == 1
