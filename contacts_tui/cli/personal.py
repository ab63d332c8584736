"""``personal``: everything that is held on one contact."""

from __future__ import annotations

from pathlib import Path

from contacts_tui.cli import wiring
from contacts_tui.cli.output import Output, Status
from contacts_tui.cli.parser import Call
from contacts_tui.cli.settings import Settings
from contacts_tui.domain.errors import WrongUse
from contacts_tui.domain.message import message
from contacts_tui.domain.sensitivity import Sensitivity
from contacts_tui.exchange import personal_data as files
from contacts_tui.services import cards, personal_data


def run(call: Call, found: Settings, output: Output) -> int:
    """Print it, or write it to a new file."""
    least = _least(call.text("class", Sensitivity.NORMAL.value))
    with wiring.session(found) as session:
        contact = cards.card_by_number(session, call.words[0]).contact
        data = personal_data.export(session, contact.id, least)
    if name := call.text("output"):
        files.write(Path(name), data, as_json=output.as_json)
        output.tell(message("Everything on {name} is in {path}.", name=contact.name, path=name))
    elif output.as_json:
        output.document(files.document(data))
    else:
        for line in files.lines(data):
            output.line(line)
    return Status.DONE


def _least(text: str) -> Sensitivity:
    try:
        return Sensitivity(text.lower().replace("-", "_"))
    except ValueError:
        names = ", ".join(one.value for one in Sensitivity)
        raise WrongUse(message("--class: “{value}” is none of {names}.", value=text, names=names), value=text) from None
