"""A contact as a line of a list."""

from typing import NamedTuple

from contacts_tui.domain.contact_type import ContactType


class ContactRow(NamedTuple):
    """What a line of a list shows. `company` is a person's company; `people` and `relations` are a company's own.

    `country` is a code, `salesperson` and `territory` are words; `changed` is a moment in UTC, as ISO text.
    """

    id: int
    uid: str
    no: str
    type: ContactType
    name: str
    job_title: str
    company: str
    city: str
    phone: str
    mobile: str
    email: str
    post_code: str
    country: str
    salesperson: str
    territory: str
    changed: str
    people: int
    relations: tuple[str, ...]

    @property
    def is_company(self) -> bool:
        return self.type is ContactType.COMPANY
