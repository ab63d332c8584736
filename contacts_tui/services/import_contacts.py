"""Contacts that an import brings, taken as they are: blanks stay blank, nothing is inherited, no default is put in."""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import replace

from contacts_tui.domain import privacy, vat
from contacts_tui.domain.codes import VatFormat
from contacts_tui.domain.consistency import check_consistency
from contacts_tui.domain.contact import Contact, ContactType, renamed
from contacts_tui.domain.contact_parts import TELEX
from contacts_tui.domain.errors import Refused
from contacts_tui.domain.fields import CONTACT, Field, parse
from contacts_tui.domain.import_result import changed_contact
from contacts_tui.domain.incoming import IncomingContact, Source
from contacts_tui.domain.message import Message, message
from contacts_tui.domain.names import join_name
from contacts_tui.domain.record import with_values
from contacts_tui.domain.text import clean_line
from contacts_tui.services import affiliations
from contacts_tui.services.import_erased import ErasedContacts
from contacts_tui.services.import_known import KnownContacts, company_number_of, given, number_of, type_of
from contacts_tui.services.import_likes import COMPARED
from contacts_tui.services.import_setup import Numbering
from contacts_tui.services.import_step import CREATED, UPDATED, Report, Step
from contacts_tui.services.numbering import number_contact
from contacts_tui.services.session import Session
from contacts_tui.store.unit_of_work import UnitOfWork

_FIELDS = {**CONTACT, **TELEX}
_PARTS = ("first_name", "middle_name", "surname")
#: Decided apart from the other fields.
_APART = ("number", "type", "company", "company_name")
#: A contact gets its uid from its number and name, so that a second book made from the same export knows it again;
#: from the number alone the books of two firms, which both start at CT000001, would take each other's for their own.
_UIDS = uuid.UUID("5d0c6a2e-5f0b-5c55-9a5e-5b1f2a7c9e11")


class ContactStep(Step):
    """Merges contacts: by uid, else number, else external id, else name with address or company."""

    def __init__(
        self,
        session: Session,
        unit: UnitOfWork,
        report: Report,
        chunk: Sequence[IncomingContact],
        *,
        numbering: Numbering,
    ) -> None:
        super().__init__(session, unit, report)
        self.numbering = numbering
        self.known = KnownContacts(unit.read, chunk)
        self.erased = ErasedContacts(session, unit.read)
        self._formats: dict[int | None, list[str]] = {}

    def take(self, incoming: IncomingContact) -> None:
        """Merge one contact, or say why it is rejected."""
        try:
            self._take(incoming)
        except Refused as refused:
            self.report.refused(incoming.source, refused)
            self.report.rejected += 1

    def _take(self, incoming: IncomingContact) -> None:
        source, number = incoming.source, number_of(incoming)
        parse(CONTACT["number"], incoming.values.get("number", ""))
        self.say_cleaned(source, CONTACT["number"], incoming.values.get("number", ""))
        kind = self._type(incoming)
        texts = self._texts(incoming, kind)
        before = self.known.match(incoming, kind, texts)
        self._check_erased(incoming, before)
        if before is not None:
            self._check_match(source, before, kind)
        if not (texts.get(CONTACT["name"]) or any(texts.get(CONTACT[p]) for p in _PARTS) or (before and before.name)):
            raise Refused(message("Name: a contact needs a name."), field="name")
        values = self._values(source, texts)
        company = self._company(incoming, kind, number)
        if company is not None:
            values["company_id"] = company.id
        base = before or Contact(uid=self._uid(incoming, number), no=number, type=kind)
        after = self._private(source, base, self._checked(source, base, _merged(base, values), company), values)
        if before is None:
            stored = self._create(source, after, number)
        else:
            stored, outcome = self.replace(before, after)
            affiliations.settle(self.unit, stored)
            self.report.contacts[outcome] += 1
            if outcome == UPDATED:
                self._note_change(source, before, stored)
            self.known.add(stored)
        self.report.contact_sources[stored.id] = source

    def _note_change(self, source: Source, before: Contact, after: Contact) -> None:
        changed = changed_contact(before, after)
        self.report.changed.append(changed)
        if not COMPARED.isdisjoint(changed.fields):
            self.report.to_compare[after.id] = source

    def _check_erased(self, incoming: IncomingContact, before: Contact | None) -> None:
        """Whoever was erased does not come back with an export of before."""
        if before is not None:
            self.erased.check(before)
        else:
            external_id = given(incoming, "external_id").upper()
            self.erased.check_new(number=number_of(incoming), uid=clean_line(incoming.uid), external_id=external_id)

    def _type(self, incoming: IncomingContact) -> ContactType:
        known = self.known.numbered(number_of(incoming))
        return known.type if known and not given(incoming, "type") else type_of(incoming)

    def _texts(self, incoming: IncomingContact, kind: ContactType) -> dict[Field, object]:
        """The values that the contact's type may have, references still as codes."""
        wanted: dict[Field, str] = {}
        for name, text in incoming.values.items():
            known = _FIELDS[name]
            if name in _APART or not text.strip():
                continue
            if known.applies_to is not None and known.applies_to is not kind:
                self.report.say(incoming.source, name, text, _not_of_type(known, kind))
            else:
                wanted[known] = text
        return self.parsed(incoming.source, wanted)

    def _values(self, source: Source, texts: Mapping[Field, object]) -> dict[str, object]:
        values: dict[str, object] = {}
        for known, value in texts.items():
            found = self.reference(source, known, str(value)) if known.is_reference else value
            if found is not None:
                values[known.attribute] = found
        return values

    def _check_match(self, source: Source, before: Contact, kind: ContactType) -> None:
        earlier = self.report.contact_sources.get(before.id)
        if earlier is not None:
            raise Refused(
                message(
                    "{name} is on line {line} already; this line was left out.",
                    name=f"{before.no} {before.name}",
                    line=str(earlier.line),
                ),
                field="number",
                value=before.no,
            )
        if before.type is not kind:
            text = (
                message("{name} is a company in this book; the line has a person.", name=f"{before.no} {before.name}")
                if before.is_company
                else message(
                    "{name} is a person in this book; the line has a company.", name=f"{before.no} {before.name}"
                )
            )
            raise Refused(text, field="type", value=str(kind))

    def _company(self, incoming: IncomingContact, kind: ContactType, number: str) -> Contact | None:
        """The company that a person's row names, by number or name; it is made where the book has none such."""
        source, no, name = incoming.source, company_number_of(incoming), given(incoming, "company_name")
        if kind is ContactType.COMPANY:
            if no and no != number:
                self.report.say(source, "company", no, message("Company: a company cannot belong to another company."))
            return None
        if not no and not name:
            return None
        one = self.known.numbered(no)
        found = ([one] if one else []) if no else self.known.companies_named(name)
        if len(found) > 1:
            text = message(
                "Company: “{value}” may be any of {count} companies; it was left out.", value=name, count=len(found)
            )
            self.report.say(source, "company", name, text)
            return None
        if (found and not found[0].is_company) or (no and no == number):
            self.report.say(source, "company", no, message("Company: “{value}” is a person.", value=no))
            return None
        return found[0] if found else self._make_company(source, no, name)

    def _make_company(self, source: Source, no: str, name: str) -> Contact | None:
        try:
            parse(CONTACT["number"], no)
            parse(CONTACT["name"], name)
            self.erased.check_new(number=no)
            company = _merged(Contact(uid=_new_uid(no, name), no=no, type=ContactType.COMPANY), {"name": name})
            made = self._create(source, company, no)
        except Refused as refused:
            self.report.refused(source, refused, "company")
            return None
        text = message("Company: “{value}” was not there and was made.", value=name)
        self.report.say(source, "company", no or name, text, notice=True)
        return made

    def _checked(self, source: Source, before: Contact, after: Contact, company: Contact | None) -> Contact:
        """The contact as it may be stored; a VAT number that its country does not have is left out (C-R15)."""
        if after.vat_number and (after.vat_number, after.country_id) != (before.vat_number, before.country_id):
            try:
                number = vat.check(
                    after.vat_number, self._vat_formats(after.country_id), label=Message(CONTACT["vat_number"].label)
                )
            except Refused as refused:
                self.report.refused(source, refused)
                number = before.vat_number
            after = replace(after, vat_number=number)
        if after.company_id is not None and company is None:
            company = self.read.get(Contact, after.company_id)
        check_consistency(after, company, before)
        return after

    def _private(self, source: Source, before: Contact, after: Contact, typed: Mapping[str, object]) -> Contact:
        """The contact, blocked where a minor may not be unblocked (PR-R3)."""
        try:
            return privacy.settled(before, after, typed)
        except Refused as refused:
            self.report.refused(source, refused)
            return replace(after, privacy_blocked=True)

    def _create(self, source: Source, contact: Contact, number: str) -> Contact:
        self.numbering.settle(self)
        if not number:
            number, series_id, warnings = number_contact(self.session, self.unit, self.lookups.setup, "")
            self.report.notes.extend(warnings)
            contact = replace(contact, no=number, number_series_id=series_id)
        stored = self.add(contact)
        self.report.contacts[CREATED] += 1
        self.report.to_compare[stored.id] = source
        self.report.companies += stored.is_company
        self.known.add(stored)
        return stored

    def _uid(self, incoming: IncomingContact, number: str) -> str:
        return clean_line(incoming.uid) or _new_uid(number, given(incoming, "name"))

    def _vat_formats(self, country_id: int | None) -> list[str]:
        if country_id not in self._formats:
            rows = self.read.all(VatFormat, country_id=country_id) if country_id else []
            self._formats[country_id] = [row.format for row in rows]
        return self._formats[country_id]


def _merged(before: Contact, values: Mapping[str, object]) -> Contact:
    """The contact with what came in: its name and its parts as they are given, only what is not given derived."""
    parts = {name: value for name, value in values.items() if name in _PARTS}
    after = with_values(before, {name: value for name, value in values.items() if name not in _PARTS})
    search_name = values.get("search_name")
    after = renamed(before, after)
    if parts:
        after = with_values(after, {**dict.fromkeys(_PARTS, ""), **parts} if before.name != after.name else parts)
        if "name" not in values:
            name = join_name(after.first_name, after.middle_name, after.surname)
            after = replace(after, name=name, search_name=renamed(before, replace(before, name=name)).search_name)
    return replace(after, search_name=str(search_name)) if search_name else after


def _not_of_type(known: Field, kind: ContactType) -> Message:
    label = Message(known.label)
    if kind is ContactType.COMPANY:
        return message("{field}: a company has none; it belongs to a person. It was left out.", field=label)
    return message("{field}: a person has none; it belongs to a company. It was left out.", field=label)


def _new_uid(number: str, name: str) -> str:
    return str(uuid.uuid5(_UIDS, f"{number}\n{name}") if number else uuid.uuid4())
