"""THE lists of the set-up, as data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from contacts_tui.domain import codes
from contacts_tui.domain.code_list import Assignment as Assignment
from contacts_tui.domain.code_list import CodeList as CodeList
from contacts_tui.domain.contact import ContactType
from contacts_tui.domain.errors import WrongUse
from contacts_tui.domain.fields import Field, Kind
from contacts_tui.domain.greetings import FORMALITY_LABELS, PART_LABELS, SalutationFormula
from contacts_tui.domain.message import N_, Message, contextual, message
from contacts_tui.domain.number_series import NumberSeries, NumberSeriesLine
from contacts_tui.domain.partner_lists import PARTNER_LISTS
from contacts_tui.domain.search_strings import END_LABELS, FIELDS, SearchStringRule


def _code(length: int = 10) -> Field:
    return Field("code", N_("Code"), Kind.CODE, length, required=True)


def _description(label: str = N_("Description"), name: str = "description") -> Field:
    return Field(name, label, length=100, attr="description")


_CODED = (_code(), _description())
_COUNTRY = Field("country", N_("Country/Region"), Kind.REFERENCE, 10, refers_to="countries", short=N_("Country"))
_COMPANY, _PERSON = ContactType.COMPANY, ContactType.PERSON
_PARTS: tuple[tuple[str, str | Message], ...] = tuple(PART_LABELS.items())
_NAMES = tuple(
    Field(f"part{number}", label, Kind.CHOICE, choices=_PARTS, short=f"%{number}")
    for number, label in enumerate(
        (N_("Name for %1"), N_("Name for %2"), N_("Name for %3"), N_("Name for %4"), N_("Name for %5")), 1
    )
)

_LISTS = (
    CodeList(
        "number_series",
        NumberSeries,
        N_("Number series"),
        N_("number series"),
        N_("A contact gets its number from the series that the marketing set-up names. Its lines say which."),
        (
            _code(20),
            _description(),
            Field("default_nos", N_("Default nos."), Kind.BOOL),
            Field("manual_nos", N_("Manual nos."), Kind.BOOL),
            Field("date_order", N_("Date order"), Kind.BOOL),
        ),
    ),
    CodeList(
        "number_series_lines",
        NumberSeriesLine,
        N_("Number series lines"),
        N_("number series line"),
        N_("The line with the latest starting date that is not in the future hands out the numbers."),
        (
            Field("number_series", N_("Series"), Kind.REFERENCE, 20, refers_to="number_series", required=True),
            Field("line_no", N_("Line no."), Kind.INTEGER),
            Field("starting_date", N_("Starting date"), Kind.DATE, short=N_("From")),
            Field("starting_no", N_("Starting no."), Kind.CODE, 20, required=True, short=N_("First no.")),
            Field("ending_no", N_("Ending no."), Kind.CODE, 20, short=N_("Ending no.")),
            Field("warning_no", N_("Warning no."), Kind.CODE, 20),
            Field("increment_by", N_("Increment-by no."), Kind.INTEGER, short=N_("Step")),
            Field("last_no_used", N_("Last no. used"), Kind.CODE, 20, short=N_("Last used")),
            Field("allow_gaps", N_("Allow gaps"), Kind.BOOL),
        ),
        key=("number_series", "line_no"),
    ),
    CodeList(
        "business_relations",
        codes.BusinessRelation,
        N_("Business relations"),
        N_("business relation"),
        N_("For companies. A company may have any number; its people show the same."),
        _CODED,
        assignment=Assignment(codes.ContactBusinessRelation, "business_relation_id", _COMPANY),
    ),
    CodeList(
        "industry_groups",
        codes.IndustryGroup,
        N_("Industry groups"),
        N_("industry group"),
        N_("For companies. A company may have any number; its people show the same."),
        _CODED,
        assignment=Assignment(codes.ContactIndustryGroup, "industry_group_id", _COMPANY),
    ),
    CodeList(
        "mailing_groups",
        codes.MailingGroup,
        N_("Mailing groups"),
        N_("mailing group"),
        N_("For companies and people. A contact may be in any number of them."),
        _CODED,
        assignment=Assignment(codes.ContactMailingGroup, "mailing_group_id", None),
    ),
    CodeList(
        "job_responsibilities",
        codes.JobResponsibility,
        N_("Job responsibilities"),
        N_("job responsibility"),
        N_("For people. A person may have any number."),
        _CODED,
        assignment=Assignment(codes.ContactJobResponsibility, "job_responsibility_id", _PERSON),
    ),
    CodeList(
        "organizational_levels",
        codes.OrganizationalLevel,
        N_("Organizational levels"),
        N_("organizational level"),
        N_("For people. A person has one."),
        _CODED,
    ),
    CodeList(
        "web_sources",
        codes.WebSource,
        N_("Web sources"),
        N_("web source"),
        N_("For companies. %1 in the address takes the search word of the company."),
        (_code(), _description(), Field("url", N_("URL"), Kind.URL, 250)),
        assignment=Assignment(codes.ContactWebSource, "web_source_id", _COMPANY),
    ),
    CodeList(
        "salutations",
        codes.Salutation,
        N_("Salutations"),
        N_("salutation"),
        N_("How a contact is greeted in letters and e-mails. Its formulas say in which words."),
        _CODED,
    ),
    CodeList(
        "territories",
        codes.Territory,
        N_("Territories"),
        N_("territory"),
        N_("Sales regions. People take the territory of their company."),
        (_code(), _description(N_("Name"), "name")),
    ),
    CodeList(
        "salespeople",
        codes.Salesperson,
        N_("Salespeople"),
        N_("salesperson"),
        N_("Who looks after a contact. People take the salesperson of their company."),
        (
            _code(20),
            _description(N_("Name"), "name"),
            Field("phone", N_("Phone"), Kind.PHONE, 30),
            Field("email", N_("E-mail"), Kind.EMAIL, 80),
            Field("privacy_blocked", N_("Privacy blocked"), Kind.BOOL, short=N_("Blocked")),
        ),
    ),
    CodeList(
        "languages",
        codes.Language,
        N_("Languages"),
        N_("language"),
        N_("In which language a contact is written to."),
        (_code(), _description(N_("Name"), "name")),
    ),
    CodeList(
        "salutation_formulas",
        SalutationFormula,
        N_("Salutation formulas"),
        N_("salutation formula"),
        N_("One for each salutation, language and formality. %1 to %5 stand for the names that follow."),
        (
            Field("salutation", N_("Salutation"), Kind.REFERENCE, 10, refers_to="salutations", required=True),
            Field("language", N_("Language"), Kind.REFERENCE, 10, refers_to="languages", required=True),
            Field(
                "formality",
                N_("Formality"),
                Kind.CHOICE,
                choices=tuple(FORMALITY_LABELS.items()),
                required=True,
                short=contextual("column", "Tone"),
            ),
            Field("pattern", N_("Pattern"), length=50, required=True),
            *_NAMES,
        ),
        key=("salutation", "language", "formality"),
    ),
    CodeList(
        "countries",
        codes.Country,
        N_("Countries"),
        N_("country"),
        N_("Countries and regions of addresses."),
        (_code(), _description(N_("Name"), "name")),
    ),
    CodeList(
        "currencies",
        codes.Currency,
        N_("Currencies"),
        N_("currency"),
        N_("The currency used with a company."),
        (_code(), _description(N_("Name"), "name")),
    ),
    CodeList(
        "post_codes",
        codes.PostCode,
        N_("Post codes"),
        N_("post code"),
        N_("A known post code fills town, county and country; a known town fills the post code."),
        (
            _code(20),
            Field("city", N_("City"), length=30, short=N_("Town")),
            Field("county", N_("County"), length=30),
            _COUNTRY,
        ),
        key=("code", "city", "country"),
    ),
    CodeList(
        "vat_formats",
        codes.VatFormat,
        N_("VAT number formats"),
        N_("VAT number format"),
        N_("A VAT number must have a form of its country, where there are any: # a digit, @ a letter, ? either."),
        (
            replace(_COUNTRY, required=True),
            Field("format", N_("Format"), Kind.CODE, 20, required=True),
        ),
        key=("country", "format"),
    ),
    *PARTNER_LISTS,
    CodeList(
        "duplicate_search_strings",
        SearchStringRule,
        N_("Search strings"),
        N_("search string"),
        N_("Companies that share enough of these pieces of their fields may be the same."),
        (
            Field(
                "field",
                N_("Field"),
                Kind.CHOICE,
                choices=tuple((field.name, field.label) for field in FIELDS),
                required=True,
            ),
            Field("end", N_("Part of field"), Kind.CHOICE, choices=tuple(END_LABELS.items()), required=True),
            Field("length", N_("Length"), Kind.INTEGER),
        ),
        key=("field", "end"),
    ),
    CodeList(
        "user_setup",
        codes.UserSetup,
        N_("User set-up"),
        N_("user"),
        N_("Who a user is as a salesperson. New contacts of that user get this salesperson."),
        (
            Field("user", N_("User"), length=50, required=True),
            Field("salesperson", N_("Salesperson"), Kind.REFERENCE, 20, refers_to="salespeople"),
            Field("language", N_("Language"), Kind.CHOICE, choices=(("en", N_("English")), ("fr", N_("French")))),
            Field("keys", N_("Keys"), length=2000),
            Field("columns", N_("Columns"), length=200),
        ),
        key=("user",),
    ),
    CodeList(
        "views",
        codes.SavedView,
        N_("Views"),
        N_("view"),
        N_("Searches that are kept under a name. One without a user is everybody's."),
        (
            Field("name", N_("Name"), length=50, required=True),
            Field("user", N_("User"), length=50),
            Field("query", N_("Search"), length=500),
            Field("sort", N_("Order"), length=20),
            Field("columns", N_("Columns"), length=200),
        ),
        key=("name", "user"),
    ),
)

LISTS: Mapping[str, CodeList] = {code_list.name: code_list for code_list in _LISTS}
ASSIGNED: Mapping[str, CodeList] = {name: found for name, found in LISTS.items() if found.assignment}


def code_list(name: str) -> CodeList:
    """The list of that name.

    Raises:
        WrongUse: when there is none; the message lists the names there are.
    """
    try:
        return LISTS[name]
    except KeyError:
        raise WrongUse(
            message("There is no list “{name}”. The lists are: {names}.", name=name, names=", ".join(LISTS)),
            value=name,
        ) from None
