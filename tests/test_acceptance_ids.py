"""Every acceptance example of the sections that are built has a test whose name carries its id: ``test_in_5_...``."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

_TESTS = Path(__file__).parent
#: The domain guide lies beside the project, where there is one.
_GUIDE = _TESTS.parents[1] / "shared" / "domain.md"

#: The numbers of the examples that are built, by section.
BUILT = {
    "NS": {*range(1, 16)},
    "CO": {*range(1, 9), 10, 14, 16, 17},
    "IN": {*range(1, 16)},
    "DF": {*range(1, 7)},
    "CT": {*range(1, 13)},
    "AA": {*range(1, 8)},
    "SA": {*range(1, 9)},
    "PR": {*range(1, 5), 8},
    "DU": {*range(1, 16)},
    "BR": {*range(1, 14)},
}
#: Examples that need what is not built yet: tasks, opportunities, interactions.
LATER = {
    "CO": {9, *range(11, 14), 15, 18},
    "DF": {7},
    "AA": {8},
    "PR": {5, 6, 7},
}


def ids_of_tests() -> Iterator[tuple[str, int]]:
    """The ids in the names of all test functions."""
    for path in _TESTS.rglob("test_*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                found = re.match(r"test_([a-z]{2})_(\d+)_", node.name)
                if found:
                    yield found[1].upper(), int(found[2])


def named(ids: dict[str, set[int]]) -> set[tuple[str, int]]:
    return {(section, number) for section, numbers in ids.items() for number in numbers}


def written(ids: set[tuple[str, int]]) -> list[str]:
    return [f"{section}-{number}" for section, number in sorted(ids)]


def test_every_built_example_has_a_test() -> None:
    assert written(named(BUILT) - set(ids_of_tests())) == []


def test_no_test_carries_an_id_that_does_not_exist() -> None:
    of_built = {(section, number) for section, number in ids_of_tests() if section in BUILT}
    assert written(of_built - named(BUILT) - named(LATER)) == []


def test_nothing_is_both_built_and_put_off() -> None:
    assert written(named(BUILT) & named(LATER)) == []


@pytest.mark.skipif(not _GUIDE.exists(), reason="needs ../shared/domain.md")
def test_the_guide_has_no_example_that_is_forgotten() -> None:
    examples = re.findall(r"^- ([A-Z]{2})-(\d+) ", _GUIDE.read_text(encoding="utf-8"), re.MULTILINE)
    found = {(section, int(number)) for section, number in examples if section in BUILT}
    assert written(found ^ (named(BUILT) | named(LATER))) == []
