"""``duplicates``: the contacts that may be in the book twice."""

from __future__ import annotations

from collections.abc import Iterable

from contacts_tui.cli import wiring
from contacts_tui.cli.long_step import Progress, Stop
from contacts_tui.cli.output import Output, Status
from contacts_tui.cli.parser import Call
from contacts_tui.cli.settings import Settings
from contacts_tui.domain.contact_row import ContactRow
from contacts_tui.domain.likeness.bands import POSSIBLE, PROBABLE
from contacts_tui.domain.message import Message, message
from contacts_tui.locale import _
from contacts_tui.services import likeness
from contacts_tui.services.likeness import LikelyPair
from contacts_tui.ui.draw.duplicates import how_sure, points


def run(call: Call, found: Settings, output: Output) -> int:
    """Print the pairs, the surest first, each with its reasons; Ctrl+C keeps those that are found by then."""
    least = POSSIBLE if call.is_set("possibly") else PROBABLE
    with wiring.session(found) as session, Stop() as stop:
        progress = Progress(output, _comparing)
        scanned = likeness.scan(session, least=least, progress=progress, stopped=stop)
        progress.clear()
    if output.as_json:
        output.document({"pairs": [_document(pair) for pair in scanned.pairs]})
    else:
        show(scanned.pairs, output)
        if scanned.stopped:
            output.tell(message("Stopped: not all contacts were compared."))
        elif not scanned.pairs:
            output.tell(message("No two contacts look like the same one."))
    return Status.DONE if scanned.pairs and not scanned.stopped else Status.NOT_ALL


def _comparing(done: int, total: int) -> Message:
    return message("Comparing {done} of {total}, Ctrl+C stops", done=done, total=total)


def show(pairs: Iterable[LikelyPair], output: Output) -> None:
    """Print pairs, each with how sure it is and why."""
    for pair in pairs:
        output.line("  ".join(filter(None, (_(how_sure(pair.band)), points(pair.score)))))
        for contact in (pair.left, pair.right):
            output.line(f"  {_contact(contact)}")
        output.line(f"  {_(pair.reasons.said)}")
        output.line()


def _contact(contact: ContactRow) -> str:
    return f"{contact.no}  {', '.join(filter(None, (contact.name, contact.city)))}"


def _document(pair: LikelyPair) -> dict[str, object]:
    return {
        "a": pair.left.no,
        "b": pair.right.no,
        "score": None if pair.score is None else round(pair.score, 1),
        "reasons": [_(reason) for reason in (*pair.reasons.agree, *pair.reasons.differ)],
        "matching": pair.matching,
        "of": pair.of,
    }
