"""Frames: the runs of text that a change on the screen asks for, and no others.

Textual renders every line of each widget that a change touches, and cuts it at the edges of all widgets; of a list
that is a hundred lines for the one that changed. And most lines here need no rendering: they say what they look like.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeAlias

from rich.style import Style
from textual._compositor import Compositor, CompositorUpdate
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from contacts_tui.ui.draw.line import Line, Role
from contacts_tui.ui.theme import strip_of
from contacts_tui.ui.widgets.painter import LinePainter, runs

if TYPE_CHECKING:
    from textual.screen import Screen

    _Screen = Screen[Any]
else:
    _Screen = object  # Textual's style sheets know a class by the first of its bases that is a widget

Run: TypeAlias = tuple[str, Role | Style | None]
"""Text in one look."""
Gap = tuple[int, int]
"""Columns that nothing is known of yet: the first, and the one after the last."""


@dataclass(frozen=True, slots=True)
class Piece:
    """What stands in `width` columns of a row from `x` on; where the runs are shorter, the rest is blank."""

    x: int
    width: int
    runs: Sequence[Run]


@dataclass(slots=True)
class Frame(CompositorUpdate):
    """What is to be shown in some rows of the screen; beside the pieces they stay as they are."""

    rows: dict[int, list[Piece]] = field(default_factory=dict)


class Frames(Compositor):
    """Lays out as Textual does, and renders what has changed only."""

    def render_full_update(self, simplify: bool = False) -> Frame:  # type: ignore[override]
        """The whole screen."""
        self._dirty_regions.clear()
        return self._frame((y, 0, self.size.width) for y in range(self.size.height))

    def render_partial_update(self) -> Frame | None:  # type: ignore[override]
        """What has changed since the last frame; None where nothing has."""
        screen = self.size.region
        regions = [region.intersection(screen) for region in self._dirty_regions]
        self._dirty_regions.clear()
        return self._frame(self._regions_to_spans(regions)) if regions else None

    def _frame(self, spans: Iterable[tuple[int, int, int]]) -> Frame:
        """What is to be seen in these columns of rows: widgets from front to back, as long as there are gaps."""
        frame, gaps = Frame(), dict[int, list[Gap]]()
        for y, first, last in spans:
            gaps.setdefault(y, []).append((first, last))
        for widget, (region, clip) in self.visible_widgets.items():
            if not gaps:
                break
            shown = region.intersection(clip)
            for y, content in _contents(widget, region, shown, [y for y in shown.line_range if y in gaps]):
                left = []
                for first, last in gaps.pop(y):
                    start, end = max(first, shown.x), min(last, shown.right)
                    if start < end:
                        piece = Piece(start, end - start, _runs(content, start - shown.x, end - shown.x, shown.width))
                        frame.rows.setdefault(y, []).append(piece)
                        left += [gap for gap in ((first, start), (end, last)) if gap[0] < gap[1]]
                    else:
                        left.append((first, last))
                if left:
                    gaps[y] = left
        return frame


class Framed(_Screen):
    """What makes a screen one that is painted in such frames."""

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self._compositor = Frames()

    def paint(self) -> None:
        """Paint what has changed now, not when Textual comes to it, which takes a round of messages.

        What changes the layout still waits for it.
        """
        seen = self._compositor.visible_widgets
        waits = self.app._batch_count or self._layout_required or any(widget._layout_required for widget in seen)
        if self.is_current and not waits:
            self._compositor.update_widgets(set(seen))
            self._compositor_refresh()


def _contents(widget: Widget, region: Region, shown: Region, rows: Sequence[int]) -> Iterator[tuple[int, Line | Strip]]:
    """These rows of a widget, those side by side at once."""
    for run in runs(rows):
        crop = Region(shown.x - region.x, run.start - region.y, shown.width, len(run))
        if isinstance(widget, LinePainter) and crop.width == region.width:
            yield from zip(run, widget.lines_of(crop.line_range), strict=True)
        else:
            yield from zip(run, widget.render_lines(crop), strict=True)


def _runs(content: Line | Strip, first: int, last: int, width: int) -> Sequence[Run]:
    """Some columns of a row that is `width` columns wide."""
    if not isinstance(content, Strip):
        if (first, last) == (0, width):
            return content
        content = strip_of(content, width)
    return [(text, style) for text, style, control in content.crop(first, last) if not control]
