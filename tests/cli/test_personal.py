"""Everything about one contact, from the shell."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cli.conftest import Shell


def test_everything_is_printed_or_written(laurier: Shell, tmp_path: Path) -> None:
    ran = laurier.done("personal", "CT000002", "--json").json
    assert ran["parts"]["contact"][0]["name"] == {"value": "Marie Tremblay", "class": "personal"}
    assert "Marie Tremblay" in laurier.done("personal", "CT000002").out
    path = tmp_path / "marie.json"
    laurier.done("personal", "CT000002", "--json", "--class", "personal", "--output", str(path))
    assert "number" not in json.loads(path.read_text())["parts"]["contact"][0]
    assert laurier("personal", "CT000002", "--output", str(path)).status == 1
    assert laurier("personal", "CT000002", "--class", "secret").status == 2
