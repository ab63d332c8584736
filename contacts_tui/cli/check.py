"""``check``: whether all is well with the book."""

from __future__ import annotations

from contacts_tui.cli import wiring
from contacts_tui.cli.output import Output, Status
from contacts_tui.cli.parser import Call
from contacts_tui.cli.settings import Settings
from contacts_tui.domain.message import message
from contacts_tui.locale import _
from contacts_tui.services import checks


def run(call: Call, found: Settings, output: Output) -> int:
    """Print what is wrong with the book; with `rebuild`, what is derived is made anew first."""
    with wiring.session(found) as session:
        if call.is_set("rebuild"):
            checks.rebuild(session)
        findings = checks.check(session)
    if output.as_json:
        output.document({"ok": not findings, "findings": [_(finding) for finding in findings]})
    elif findings:
        for finding in findings:
            output.line(finding)
    else:
        output.line(message("All is well."))
    return Status.NOT_ALL if findings else Status.DONE
