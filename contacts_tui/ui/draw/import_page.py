"""The lines of the import page around its lists: the path's label, what it is read as, what stands below."""

from __future__ import annotations

from enum import Enum

from contacts_tui.domain.message import Message, contextual, message
from contacts_tui.domain.text import cell_width
from contacts_tui.locale import _, number
from contacts_tui.ui.draw.line import TEXT, Line, Role, Span, compose, label, rule
from contacts_tui.ui.draw.set_up import cursor_mark

_LEAST_LABEL, _NARROW = 12, 60
_FROM = contextual("a folder or file", "From")


class Stage(Enum):
    """How far one is."""

    PATH = "path"
    LOOKING = "looking"
    PREVIEW = "preview"
    RUNNING = "running"
    DONE = "done"


BUSY = frozenset((Stage.LOOKING, Stage.RUNNING))
"""While the files are read and written."""


def label_width(width: int) -> int:
    """How many columns the label of the path takes on a page of that width."""
    return TEXT + max(cell_width(_(_FROM)) + 2, _LEAST_LABEL if width >= _NARROW else 0)


def label_line(width: int, *, typing: bool) -> Line:
    """The label of the path, bold while one types."""
    word = Span(_(_FROM), Role.LEAD if typing else Role.LABEL)
    return compose(width + 1, (TEXT, word), mark=cursor_mark(typing))


def profile_line(width: int) -> Line:
    """What the path is read as."""
    return compose(width, (label_width(width), label(_(message("tables of NAV as CSV, in a folder, or one of them")))))


def title_line(stage: Stage, width: int, options: int | None, *, is_outdated: bool) -> Line:
    """What the list below shows; `options` is None while there is nothing to say about how many.

    A preview that `is_outdated` was made of the book as it was.
    """
    match stage:
        case Stage.PATH:
            return rule(width, _(message("Folders and files")), "" if options is None else number(options))
        case Stage.DONE:
            return rule(width, _(message("Imported")))
        case _:
            since = _(message("the book has changed since")) if is_outdated else ""
            return rule(width, _(message("What it would do")), since)


def no_options(width: int) -> list[Line]:
    """What stands where the folders and files would."""
    return [compose(width, (TEXT, label(_(message("Nothing here begins with that.")))))]


def progress_message(stage: Stage, done: int, total: int, room: int) -> Message:
    """How far it is; in fewer than `room` columns without the word for what is done."""
    if not total:
        return message("Reading the files")
    told = (
        message("Looking  {done} of {total}", done=done, total=total)
        if stage is Stage.LOOKING
        else message("Importing  {done} of {total}", done=done, total=total)
    )
    # As wide as at its end, so that the words do not go while it runs.
    widest = cell_width(_(told)) + cell_width(number(total)) - cell_width(number(done))
    return told if widest <= room else message("{done} of {total}", done=done, total=total)
