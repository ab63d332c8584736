"""What is being typed into a line of a set-up list: which field is open, and what stands in the others meanwhile."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from contacts_tui.domain.fields import Field
from contacts_tui.domain.record import Record
from contacts_tui.services.new_codes import NewCode

Values = Mapping[str, str | bool]


class LineForm:
    """An open line, new where its record has no id yet.

    `fields` are those that can be typed, in the order in which they are shown; `fixed` is what a new line has besides.
    """

    def __init__(
        self, record: Record, values: Values, fields: Sequence[Field], *, fixed: Values | None = None, at: int = 0
    ) -> None:
        self.record = record
        self.values: dict[str, str | bool] = dict(values)
        self.fields = tuple(fields)
        self._before = dict(values)
        self._fixed = dict(fixed or {})
        self._at = at
        self._made: dict[str, NewCode] = {}

    @property
    def is_new(self) -> bool:
        """Whether the line is to be added."""
        return not self.record.id

    @property
    def field(self) -> Field:
        """The open field."""
        return self.fields[self._at]

    @property
    def is_last(self) -> bool:
        """Whether there is no field after the open one."""
        return self._at == len(self.fields) - 1

    @property
    def value(self) -> str | bool:
        """What stands in the open field."""
        return self.values[self.field.name]

    def put(self, value: str | bool, new: NewCode | None = None) -> None:
        """Something was typed into the open field, or chosen; `new` is to be made with the line."""
        self.values[self.field.name] = value
        self._made.pop(self.field.name, None)
        if new is not None:
            self._made[self.field.name] = new

    @property
    def new_codes(self) -> tuple[NewCode, ...]:
        """The codes to make with the line."""
        return tuple(self._made.values())

    def step(self, step: int) -> bool:
        """Open the next field or the one before; tells whether there is one."""
        at = self._at + step
        if not 0 <= at < len(self.fields):
            return False
        self._at = at
        return True

    def open(self, name: str) -> bool:
        """Open the field of that name; tells whether the line has it."""
        at = next((index for index, field in enumerate(self.fields) if field.name == name), None)
        if at is None:
            return False
        self._at = at
        return True

    @property
    def has_changes(self) -> bool:
        """Whether anything differs from what was there."""
        return any(self.values[field.name] != self._before[field.name] for field in self.fields)

    def changes(self) -> dict[str, object]:
        """What to hand to the service: the fields that differ; of a new line all that is not blank."""
        typed: dict[str, object] = {field.name: self.values[field.name] for field in self.fields}
        if self.is_new:
            return {**self._fixed, **{name: value for name, value in typed.items() if value not in ("", False)}}
        return {name: value for name, value in typed.items() if value != self._before[name]}
