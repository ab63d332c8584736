"""The tables, and which record each of them holds."""

from __future__ import annotations

from collections.abc import Mapping

from contacts_tui.domain import affiliations, codes, erasing
from contacts_tui.domain.contact import Contact as ContactRecord
from contacts_tui.domain.greetings import SalutationFormula
from contacts_tui.domain.marketing_setup import MarketingSetup
from contacts_tui.domain.number_series import NumberSeries, NumberSeriesLine, NumberSeriesRelationship
from contacts_tui.domain.partners import BankAccount, Customer, CustomerTemplate, Vendor
from contacts_tui.domain.purchases import SalesLine
from contacts_tui.domain.record import Record
from contacts_tui.domain.search_strings import SearchStringRule, SeparateContacts
from contacts_tui.store.models import assignment, code, duplicates, partners, series, setup
from contacts_tui.store.models.base import Stored, Table
from contacts_tui.store.models.contact import (
    Affiliation,
    AlternativeAddress,
    AlternativeAddressRange,
    CommentLine,
    Contact,
    Erasure,
)
from contacts_tui.store.models.history import HistoryBatch, HistoryChange
from contacts_tui.store.models.search import SearchEntry, SearchSpelling, SearchState

#: In the order in which rows may be written: what is pointed at comes first.
TABLES: Mapping[type[Record], type[Table]] = {
    NumberSeries: series.NumberSeries,
    NumberSeriesLine: series.NumberSeriesLine,
    NumberSeriesRelationship: series.NumberSeriesRelationship,
    codes.BusinessRelation: code.BusinessRelation,
    codes.IndustryGroup: code.IndustryGroup,
    codes.MailingGroup: code.MailingGroup,
    codes.JobResponsibility: code.JobResponsibility,
    codes.OrganizationalLevel: code.OrganizationalLevel,
    codes.WebSource: code.WebSource,
    codes.Salutation: code.Salutation,
    codes.Territory: code.Territory,
    codes.Salesperson: code.Salesperson,
    codes.Language: code.Language,
    SalutationFormula: code.SalutationFormula,
    codes.Country: code.Country,
    codes.Currency: code.Currency,
    codes.PostCode: code.PostCode,
    codes.VatFormat: code.VatFormat,
    codes.UserSetup: setup.UserSetup,
    codes.SavedView: setup.SavedView,
    SearchStringRule: duplicates.SearchStringRule,
    MarketingSetup: setup.MarketingSetup,
    ContactRecord: Contact,
    codes.ContactBusinessRelation: assignment.ContactBusinessRelation,
    codes.ContactIndustryGroup: assignment.ContactIndustryGroup,
    codes.ContactMailingGroup: assignment.ContactMailingGroup,
    codes.ContactJobResponsibility: assignment.ContactJobResponsibility,
    codes.ContactWebSource: assignment.ContactWebSource,
    codes.AlternativeAddress: AlternativeAddress,
    codes.AlternativeAddressRange: AlternativeAddressRange,
    codes.CommentLine: CommentLine,
    affiliations.Affiliation: Affiliation,
    erasing.Erasure: Erasure,
    SeparateContacts: duplicates.SeparateContacts,
    Customer: partners.Customer,
    Vendor: partners.Vendor,
    BankAccount: partners.BankAccount,
    CustomerTemplate: partners.CustomerTemplate,
    SalesLine: partners.SalesLine,
}

#: Tables that are no record of their own: the history, and what is derived from records.
SYSTEM_TABLES: tuple[type[Stored], ...] = (
    HistoryBatch,
    HistoryChange,
    SearchEntry,
    SearchSpelling,
    SearchState,
    duplicates.ContactSearchString,
    duplicates.ContactDuplicate,
)

RECORD_NAMES: Mapping[str, type[Record]] = {model.table_name(): record for record, model in TABLES.items()}

__all__ = [
    "RECORD_NAMES",
    "SYSTEM_TABLES",
    "TABLES",
    "Affiliation",
    "AlternativeAddress",
    "AlternativeAddressRange",
    "CommentLine",
    "Contact",
    "Erasure",
    "HistoryBatch",
    "HistoryChange",
    "SearchEntry",
    "SearchSpelling",
    "SearchState",
    "Stored",
    "Table",
]
