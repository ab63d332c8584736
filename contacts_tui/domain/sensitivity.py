"""How sensitive what is held on a contact is: the class of each field (domain section 14, PR-R9)."""

from __future__ import annotations

from enum import Enum

from contacts_tui.domain.message import N_


class Sensitivity(Enum):
    """A class, each above the one before; the value is its name for programs."""

    NORMAL = "normal"
    COMPANY_CONFIDENTIAL = "company_confidential"
    PERSONAL = "personal"
    SENSITIVE = "sensitive"

    @property
    def rank(self) -> int:
        """Its place from below."""
        return list(Sensitivity).index(self)

    def reaches(self, least: Sensitivity) -> bool:
        """Whether it is this class or one above."""
        return self.rank >= least.rank


SENSITIVITY_LABELS = {
    Sensitivity.NORMAL: N_("Normal"),
    Sensitivity.COMPANY_CONFIDENTIAL: N_("Company confidential"),
    Sensitivity.PERSONAL: N_("Personal"),
    Sensitivity.SENSITIVE: N_("Sensitive"),
}

_NORMAL = "number uid type modified exclude_from_segment correspondence_type language number_series"
_CONFIDENTIAL = (
    "external_id territory salesperson currency registration_number vat_number organizational_level"
    " business_relations industry_groups mailing_groups web_sources separate_contacts"
)
#: Free text may hold anything, and who is a minor deserves the most care.
_SENSITIVE = "privacy_blocked minor parental_consent comments drafts"

_CLASSES: dict[str, Sensitivity] = {
    **dict.fromkeys(_NORMAL.split(), Sensitivity.NORMAL),
    **dict.fromkeys(_CONFIDENTIAL.split(), Sensitivity.COMPANY_CONFIDENTIAL),
    **dict.fromkeys(_SENSITIVE.split(), Sensitivity.SENSITIVE),
}


def class_of(name: str) -> Sensitivity:
    """The class of a field of a contact, or of all that stands in a list of what it has; what is not named is personal,
    so that a new field is not given away by mistake."""
    return _CLASSES.get(name, Sensitivity.PERSONAL)
