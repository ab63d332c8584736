"""A page on the terminal before Textual is loaded, which takes most of the start."""

import locale
import os
from collections.abc import Sequence
from typing import NamedTuple

from contacts_tui.ui.draw.line import Line
from contacts_tui.ui.draw.looks import codes_of
from contacts_tui.ui.terminal.cells import Row, look_of, looks_of, whole_row
from contacts_tui.ui.terminal.tty import SCREEN

ENTER = "\x1b[?1049h"
"""To the full screen."""
_HIDE_CURSOR = "\x1b[?25l"


class Picture(NamedTuple):
    """What the full screen shows, from its first row on."""

    lines: Sequence[Line]
    width: int
    height: int


def show(picture: Picture, *, colours: bool = True) -> None:
    """Enter the full screen and show a picture on it, in one write."""
    rows = (whole_row(y, _row(line, colours)) for y, line in enumerate(picture.lines))
    data = f"{ENTER}{_HIDE_CURSOR}{''.join(rows)}".encode(locale.getencoding(), "replace")
    while data:
        data = data[os.write(SCREEN, data) :]


def _row(line: Line, colours: bool) -> Row:
    """Whatever the width of its characters: whole rows are only sent."""
    looks = [looks_of(span.text, look_of(codes_of(span.role, colours=colours))) for span in line]
    return Row("".join(span.text for span in line), "".join(looks))
