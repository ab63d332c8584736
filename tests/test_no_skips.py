"""Where all servers are installed, a test that was skipped for want of one has failed."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
_TESTS = """
import pytest

def test_passes():
    pass

def test_server():
    pytest.skip("needs server postgres")

@pytest.mark.skip(reason="needs ../shared/data")
def test_data():
    pass
"""


@pytest.mark.parametrize(("value", "said"), [("1", "1 failed, 1 passed, 1 skipped"), ("", "1 passed, 2 skipped")])
def test_a_missing_server_fails_where_no_skip_is_allowed(tmp_path: Path, value: str, said: str) -> None:
    file = tmp_path / "test_some.py"
    file.write_text(_TESTS, "utf-8")
    words = ("-p", "tests.conftest", "-p", "no:cacheprovider", "-c", os.devnull, "--rootdir", str(tmp_path), str(file))
    ran = subprocess.run(
        [sys.executable, "-m", "pytest", *words],
        env={**os.environ, "CONTACTS_TUI_NO_SKIPS": value, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert said in ran.stdout, ran.stdout + ran.stderr
    assert ("test_server was skipped, which is not allowed here" in ran.stdout) is bool(value)
