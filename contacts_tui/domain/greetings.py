"""The greeting of a contact, composed from the formula of its salutation (domain section 12)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from contacts_tui.domain.contact import Contact
from contacts_tui.domain.message import N_
from contacts_tui.domain.record import Record

#: The most characters of a greeting (SA-R5).
LENGTH = 260

_PLACE = re.compile(r"%([1-5])( ?)")
_BLANKS = re.compile(r" {2,}")


class Formality(StrEnum):
    """Whether a greeting is formal."""

    FORMAL = "formal"
    INFORMAL = "informal"


class Part(StrEnum):
    """What a place of a formula stands for; blank stands for nothing (SA-R6)."""

    NONE = ""
    JOB_TITLE = "job_title"
    FIRST_NAME = "first_name"
    MIDDLE_NAME = "middle_name"
    SURNAME = "surname"
    INITIALS = "initials"
    COMPANY_NAME = "company_name"


FORMALITY_LABELS: Mapping[Formality, str] = {Formality.FORMAL: N_("Formal"), Formality.INFORMAL: N_("Informal")}
PART_LABELS: Mapping[Part, str] = {
    Part.JOB_TITLE: N_("Job title"),
    Part.FIRST_NAME: N_("First name"),
    Part.MIDDLE_NAME: N_("Middle name"),
    Part.SURNAME: N_("Surname"),
    Part.INITIALS: N_("Initials"),
    Part.COMPANY_NAME: N_("Company name"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class SalutationFormula(Record):
    """A pattern for one salutation, language and formality; ``%1`` to ``%5`` stand for `part1` to `part5`."""

    salutation_id: int = 0
    language_id: int = 0
    formality: str = Formality.FORMAL
    pattern: str = ""
    part1: str = ""
    part2: str = ""
    part3: str = ""
    part4: str = ""
    part5: str = ""

    @property
    def parts(self) -> tuple[Part, ...]:
        """What each place stands for."""
        return tuple(Part(name) for name in (self.part1, self.part2, self.part3, self.part4, self.part5))


def greeting(formula: SalutationFormula, contact: Contact, company_name: str) -> str:
    """The greeting that a formula makes for a contact (SA-R2 to SA-R5)."""
    values = [_value(part, contact, company_name) for part in formula.parts]
    dropped: set[int] = set()

    def put(found: re.Match[str]) -> str:
        place, blank = int(found[1]) - 1, found[2]
        if values[place]:
            return values[place] + blank
        if blank and place not in dropped:
            dropped.add(place)
            return ""
        return blank

    return _tidied(_PLACE.sub(put, formula.pattern), formula.pattern)[:LENGTH].rstrip()


def _value(part: Part, contact: Contact, company_name: str) -> str:
    if part is Part.NONE:
        return ""
    return company_name if part is Part.COMPANY_NAME else str(getattr(contact, part.value))


def _tidied(text: str, pattern: str) -> str:
    """Without the blanks that an empty last part leaves; one before ``:`` or ``!`` stays where the pattern has it,
    as in French (SA-R4)."""
    text = _BLANKS.sub(" ", text).strip()
    for sign in ",.;:!":
        if sign in ",.;" or f" {sign}" not in pattern:
            text = text.replace(f" {sign}", sign)
    return text
