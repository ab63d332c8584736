"""``merge``: two contacts into one; what differs and what moves is said first."""

from __future__ import annotations

from collections.abc import Iterator

from contacts_tui.cli import terminal, wiring
from contacts_tui.cli.output import Output, Status
from contacts_tui.cli.parser import Call
from contacts_tui.cli.settings import Settings
from contacts_tui.domain import collisions
from contacts_tui.domain.collisions import Resolution, Way
from contacts_tui.domain.errors import Refused, WrongUse
from contacts_tui.domain.message import Message, message
from contacts_tui.locale import _
from contacts_tui.services import cards, merging
from contacts_tui.services.merging import Merging
from contacts_tui.services.permissions import Right, require


def run(call: Call, found: Settings, output: Output) -> int:
    """Merge the second contact into the first, after a yes."""
    take, resolutions = _words(call, "take"), _resolutions(call)
    with wiring.session(found) as session:
        require(session, Right.DUPLICATES)
        keep, drop = (cards.card_by_number(session, number).contact for number in call.words)
        what = merging.preview(session, keep.id, drop.id)
        _say(what, take, output)
        if what.hindrance is not None:
            raise Refused(what.hindrance, value=drop.no)
        left = collisions.unresolved([clash.collision for clash in what.clashes], resolutions)
        if left:
            for line in _ways_out(what, [pair.key for pair in left]):
                output.tell(line)
            collisions.check_resolved([clash.collision for clash in what.clashes], resolutions)
        if not call.is_set("yes"):
            if not terminal.can_ask():
                raise WrongUse(message("Nothing was merged. Say so with --yes where nobody can be asked."))
            if not terminal.asked(message("Merge?"), output):
                output.tell(message("Nothing was merged."))
                return Status.NOT_ALL
        done = merging.merge(session, keep.id, drop.id, take=take, resolutions=resolutions)
    output.line(
        message(
            "{gone} is merged into {name} ({number}). “undo {batch}” takes it back.",
            gone=drop.name,
            name=done.contact.name,
            number=done.contact.no,
            batch=str(done.batch),
        )
    )
    if done.people is not None:
        output.line(done.people)
    return Status.DONE


def _words(call: Call, name: str) -> list[str]:
    """The words of an option, parted by blanks or commas."""
    return call.text(name).replace(",", " ").split()


def _resolutions(call: Call) -> dict[str, Resolution]:
    found = {key.upper(): Resolution(Way.REMOVE) for key in _words(call, "remove")}
    for word in _words(call, "rename"):
        key, sign, new = word.partition("=")
        if not sign or not new:
            raise WrongUse(message("“{word}” is not of the form CODE=NEW.", word=word), value=word)
        if key.upper() in found:
            raise WrongUse(message("“{key}” cannot both be removed and get a new name.", key=key), value=key)
        found[key.upper()] = Resolution(Way.RENAME, new)
    return found


def _say(what: Merging, take: list[str], output: Output) -> None:
    """What differs, and what moves."""
    keep, drop = what.keep, what.drop
    output.tell(message("{name} ({number}) stays.", name=keep.name, number=keep.no))
    output.tell(message("{name} ({number}) goes.", name=drop.name, number=drop.no))
    for one in what.fields:
        left, right = (_shown(words) for words in (one.keep_words, one.drop_words))
        name = f"{_(Message(one.field.label))} ({one.field.name})"
        is_taken = one.field.name in take
        stays, goes = (right, left) if is_taken else (left, right)
        output.tell(message("{field}: {stays}, not {goes}", field=name, stays=stays, goes=goes))
    if not what.fields:
        output.tell(message("No field differs."))
    for row in what.moving:
        output.tell(message("{list}: {count} moves along", list=row.title, count=row.moves))


def _shown(words: str | Message) -> str:
    return (_(words) if isinstance(words, Message) else words) or "–"


def _ways_out(what: Merging, keys: list[str]) -> Iterator[Message]:
    for clash in what.clashes:
        pair = clash.collision
        if pair.key not in keys:
            continue
        yield message("Both have {key}: {keep} and {drop}.", key=pair.key, keep=clash.keep_words, drop=clash.drop_words)
        if pair.is_address:
            yield message("  --remove {key} or --rename {key}={free}", key=pair.key, free=clash.free)
        else:
            yield message("  --remove {key} or --rename {key}=YEAR-MONTH-DAY", key=pair.key)
