"""``history``: what was done, to the book or to one contact."""

from __future__ import annotations

from collections.abc import Iterator

from contacts_tui.cli import wiring
from contacts_tui.cli.output import Output, Status
from contacts_tui.cli.parser import Call
from contacts_tui.cli.settings import Settings
from contacts_tui.domain.message import Message, contextual, counted, message
from contacts_tui.locale import _
from contacts_tui.services import cards, history
from contacts_tui.services.history import Step
from contacts_tui.services.history_words import HistoryLine
from contacts_tui.services.session import Session
from contacts_tui.ui.draw import glyphs

_LIMIT, _PAGE = 50, 500


def run(call: Call, found: Settings, output: Output) -> int:
    """Print steps, the newest first."""
    limit = call.number("limit", _LIMIT)
    with wiring.session(found) as session:
        contact_id = cards.card_by_number(session, call.words[0]).contact.id if call.words else None
        steps = _steps(session, contact_id, limit)
        if output.as_json:
            output.document({"batches": [_document(session, step, contact_id) for step in steps]})
    if not output.as_json:
        for step in steps:
            for line in _lines(step):
                output.line(line)
    if not steps:
        output.tell(message("Nothing was done yet."))
        return Status.NOT_ALL
    return Status.DONE


def _steps(session: Session, contact_id: int | None, limit: int) -> list[Step]:
    """The newest steps, asked for in pages, since one question can be about so many only."""
    steps: list[Step] = []
    while len(steps) < limit:
        before = steps[-1].batch.id if steps else 0
        page = history.batches(session, contact_id, limit=min(_PAGE, limit - len(steps)), before=before)
        steps += page
        if len(page) < _PAGE:
            break
    return steps


def _document(session: Session, step: Step, contact_id: int | None) -> dict[str, object]:
    changes = history.changes(session, step.batch.id, contact_id)
    return {
        "batch": step.batch.id,
        "at": step.batch.at.isoformat(),
        "user": step.batch.user,
        "what": _(step.what),
        "undone": step.batch.undone,
        "changes": [
            {"record": _record(line), "field": line.field, "old": line.old, "new": line.new} for line in changes
        ],
    }


def _record(line: HistoryLine) -> str:
    """A contact by its number, a line of the set-up by its list and name."""
    return line.number or f"{line.kind} {line.name}".rstrip()


def _lines(step: Step) -> Iterator[str]:
    batch = step.batch
    title = f"{batch.id:>6}  {batch.at.astimezone():%Y-%m-%d %H:%M}  {batch.user}  {_(step.what)}"
    if batch.subject:
        title += f", {batch.subject}"
    if batch.undone:
        title += f" ({_(message('undone'))})"
    yield title
    for line in step.lines:
        yield f"        {_change(line)}"
    more = step.size - len(step.lines)
    if more > 0 and step.lines:
        yield "        " + _(counted("and {count} more change", "and {count} more changes", more))


def _change(line: HistoryLine) -> str:
    arrow = glyphs.current().change
    if line.is_erased:
        return f"{line.name}  {_(line.label)}  {_(contextual('value', 'erased'))}"
    old, new = (_shown(value) for value in (line.old_words, line.new_words))
    return f"{line.name}  {_(line.label)}  {old or glyphs.current().empty} {arrow} {new or glyphs.current().empty}"


def _shown(value: str | Message) -> str:
    return _(value) if isinstance(value, Message) else value
