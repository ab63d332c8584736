"""What holds for all tests: an environment without anybody's own settings, and no skips where none are allowed."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest
from hypothesis import settings

from contacts_tui import locale
from contacts_tui.ui.draw import glyphs

_SCRUBBED = ("CONTACTS_TUI_", "TEXTUAL", "LC_", "XDG_")
_ALSO_SCRUBBED = ("NO_COLOR", "FORCE_COLOR", "COLORTERM", "COLUMNS", "LINES", "LANGUAGE")
_FORBID_SKIPS = os.environ.get("CONTACTS_TUI_NO_SKIPS") == "1"
#: A test that is skipped since a server is not installed gives a reason that begins so.
NEEDS_SERVER = "needs server"

for _name in list(os.environ):
    if _name.startswith(_SCRUBBED) or _name in _ALSO_SCRUBBED:
        del os.environ[_name]
os.environ["LANG"] = "C.UTF-8"
if _FORBID_SKIPS:
    os.environ["CONTACTS_TUI_NO_SKIPS"] = "1"

settings.register_profile("ci", deadline=None, derandomize=True)
settings.load_profile("ci")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Iterator[None]:
    """Where all servers are installed, a test that was skipped for want of one has failed."""
    report: pytest.TestReport = yield  # type: ignore[assignment]
    if _FORBID_SKIPS and report.skipped and isinstance(report.longrepr, tuple):
        reason = report.longrepr[2].removeprefix("Skipped: ")
        if reason.startswith(NEEDS_SERVER):
            report.outcome = "failed"
            report.longrepr = f"{item.nodeid} was skipped, which is not allowed here: {reason}"
    return report  # type: ignore[return-value]


@pytest.fixture(autouse=True)
def _as_at_the_start() -> Iterator[None]:
    """The language, the glyphs and the umask belong to the process: each test finds them as they were."""
    umask = os.umask(0o022)
    os.umask(umask)
    yield
    os.umask(umask)
    locale.use("en")
    glyphs.use(glyphs.UTF8)
