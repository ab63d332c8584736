"""The profile `nav`: which table of Dynamics NAV holds what, and which of its columns are which of our fields.

The headings are NAV's own captions, compared without case and signs, so that ``E-Mail`` and ``Email`` are one. What
stands here is data; `profile.py` reads it.
"""

from __future__ import annotations

from contacts_tui.domain.purchases import SALES_LINE, DocumentType
from contacts_tui.exchange.nav_words import WORDS
from contacts_tui.exchange.profile import LINE_TYPE, Form, Profile, Target

_CODED = {"Code": "code", "Description": "description"}
_NAMED = {"Code": "code", "Name": "name", "Description": "name"}
_PLACE = {
    "Address": "address",
    "Address 2": "address2",
    "Post Code": "post_code",
    "City": "city",
    "County": "county",
    "Country/Region Code": "country",
    "Country Code": "country",
}
_TELEX = {"Telex No.": "telex", "Telex Answer Back": "telex_answer_back"}
#: How the person is addressed who is named there: a contact has a salutation for that.
_OF_CONTACT_NAME = ("Title",)
_PARTNER = {
    "No.": "no",
    "Name": "name",
    "Search Name": "search_name",
    "Name 2": "name2",
    **_PLACE,
    "Phone No.": "phone",
    "Mobile Phone No.": "mobile",
    "Fax No.": "fax",
    **_TELEX,
    "E-Mail": "email",
    "Home Page": "home_page",
    "Territory Code": "territory",
    "Currency Code": "currency",
    "Language Code": "language",
    "VAT Registration No.": "vat_number",
    "Contact": "contact_name",
}
_PAYMENT = {"Payment Terms Code": "payment_terms", "Payment Method Code": "payment_method"}
_STORE = {"Location Code": "location", "GLN": "gln"}
_SELLING = {
    **_PAYMENT,
    "Customer Price Group": "price_group",
    "Customer Disc. Group": "discount_group",
    "Shipment Method Code": "shipment_method",
    "Gen. Bus. Posting Group": "general_posting_group",
    "VAT Bus. Posting Group": "tax_posting_group",
    "Customer Posting Group": "posting_group",
}


_SOLD = {
    "Sell-to Customer No.": "customer",
    "Posting Date": "posting_date",
    "Document No.": "document_no",
    "Line No.": "line_no",
    "Type": LINE_TYPE,
    "No.": "item_no",
    "Description": "description",
    "Item Category Code": "item_category",
    "Quantity": "quantity",
    "Amount": "amount",
    "Unit Cost (LCY)": "unit_cost",
}


def _list(
    name: str, tables: tuple[str, ...], columns: dict[str, str], *needed: str, known: tuple[str, ...] = ()
) -> Form:
    return Form(Target.LIST, tables, columns, name, needed or ("Code",), known)


def _sold(document_type: DocumentType, *tables: str) -> Form:
    """The lines of a kind of posted document (tables 113 and 115)."""
    needed = tuple(caption for caption, name in _SOLD.items() if name in SALES_LINE and SALES_LINE[name].required)
    return Form(Target.SALES_LINE, tables, _SOLD, needed=needed, wide=True, fixed={"document_type": document_type})


def _assignment(name: str, table: str, code: str, **more: str) -> Form:
    columns = {"Contact No.": "number", code: "code", **{caption.replace("_", " "): to for caption, to in more.items()}}
    return Form(Target.ASSIGNMENT, (f"contact_{table}", f"contact_{name}"), columns, name, ("Contact No.", code))


NAV = Profile(
    "nav",
    (
        _list(
            "number_series",
            ("number_series", "no_series"),
            {
                **_CODED,
                "Default Nos.": "default_nos",
                "Manual Nos.": "manual_nos",
                "Date Order": "date_order",
            },
        ),
        _list(
            "number_series_lines",
            ("number_series_lines", "no_series_lines"),
            {
                "Series Code": "number_series",
                "Line No.": "line_no",
                "Starting Date": "starting_date",
                "Starting No.": "starting_no",
                "Ending No.": "ending_no",
                "Warning No.": "warning_no",
                "Increment-by No.": "increment_by",
                "Last No. Used": "last_no_used",
                "Allow Gaps in Nos.": "allow_gaps",
            },
            "Series Code",
            "Starting No.",
        ),
        _list("business_relations", ("business_relations",), _CODED),
        _list("industry_groups", ("industry_groups",), _CODED),
        _list("mailing_groups", ("mailing_groups",), _CODED),
        _list("job_responsibilities", ("job_responsibilities",), _CODED),
        _list("organizational_levels", ("organizational_levels",), _CODED),
        _list("web_sources", ("web_sources",), {**_CODED, "URL": "url"}),
        _list("salutations", ("salutations",), _CODED),
        _list(
            "salutation_formulas",
            ("salutation_formulas",),
            {
                "Salutation Code": "salutation",
                "Language Code": "language",
                "Salutation Type": "formality",
                "Salutation": "pattern",
                **{f"Name {number}": f"part{number}" for number in range(1, 6)},
            },
            "Salutation Code",
            "Language Code",
        ),
        _list("territories", ("territories",), _NAMED),
        _list(
            "salespeople",
            ("salespeople", "salespersons", "salespeople_purchasers", "salespersons_purchasers"),
            {
                "Code": "code",
                "Name": "name",
                "Phone No.": "phone",
                "E-Mail": "email",
                "Privacy Blocked": "privacy_blocked",
            },
        ),
        _list("languages", ("languages",), _NAMED),
        _list("countries", ("countries", "countries_regions", "country_regions"), _NAMED),
        _list("currencies", ("currencies",), _NAMED),
        _list(
            "post_codes",
            ("post_codes",),
            {"Code": "code", "City": "city", "County": "county", "Country/Region Code": "country"},
        ),
        _list(
            "customers",
            ("customers",),
            {**_PARTNER, **_SELLING, **_STORE, "Contact Name": "contact_name", "Salesperson Code": "salesperson"},
            "No.",
            known=_OF_CONTACT_NAME,
        ),
        _list(
            "vendors",
            ("vendors",),
            {**_PARTNER, **_PAYMENT, **_STORE, "Contact Name": "contact_name", "Purchaser Code": "purchaser"},
            "No.",
            known=_OF_CONTACT_NAME,
        ),
        _list(
            "bank_accounts",
            ("bank_accounts",),
            {
                **_PARTNER,
                "Our Contact Code": "our_contact",
                "Bank Account No.": "account_no",
                "Bank Branch No.": "branch_no",
                "IBAN": "iban",
                "Posting Group": "posting_group",
                "Bank Acc. Posting Group": "posting_group",
            },
            "No.",
        ),
        _list(
            "customer_templates",
            ("customer_templates",),
            {
                **_CODED,
                **_SELLING,
                "Contact Type": "contact_type",
                "Territory Code": "territory",
                "Currency Code": "currency",
                "Country/Region Code": "country",
            },
        ),
        _list(
            "duplicate_search_strings",
            ("duplicate_search_string_setup",),
            {
                "Field": "field",
                "Field No.": "field",
                "Field Name": "field",
                "Part of Field": "end",
                "Length": "length",
            },
            "Part of Field",
            known=("Field", "Field No.", "Field Name"),
        ),
        Form(
            Target.CONTACT,
            ("contacts",),
            {
                "No.": "number",
                "Type": "type",
                "Name": "name",
                "Name 2": "name2",
                "Search Name": "search_name",
                "Company No.": "company",
                "Company Name": "company_name",
                "First Name": "first_name",
                "Middle Name": "middle_name",
                "Surname": "surname",
                "Initials": "initials",
                "Job Title": "job_title",
                "Salutation Code": "salutation",
                "Organizational Level Code": "organizational_level",
                **_PLACE,
                "Phone No.": "phone",
                "Extension No.": "extension",
                "Mobile Phone No.": "mobile",
                "Fax No.": "fax",
                **_TELEX,
                "Pager": "pager",
                "E-Mail": "email",
                "E-Mail 2": "email2",
                "Home Page": "home_page",
                "Territory Code": "territory",
                "Salesperson Code": "salesperson",
                "Language Code": "language",
                "Currency Code": "currency",
                "VAT Registration No.": "vat_number",
                "Registration No.": "registration_number",
                "Registration Number": "registration_number",
                "Privacy Blocked": "privacy_blocked",
                "Minor": "minor",
                "Parental Consent Received": "parental_consent",
                "Correspondence Type": "correspondence_type",
                "Exclude from Segment": "exclude_from_segment",
                "External ID": "external_id",
            },
            needed=("No.", "Name"),
        ),
        _assignment(
            "business_relations",
            "business_relation",
            "Business Relation Code",
            Link_to_Table="link_to",
            **{"No.": "no"},
        ),
        _assignment("industry_groups", "industry_group", "Industry Group Code"),
        _assignment("mailing_groups", "mailing_group", "Mailing Group Code"),
        _assignment("job_responsibilities", "job_responsibility", "Job Responsibility Code"),
        _assignment("web_sources", "web_source", "Web Source Code", Search_Word="search_word"),
        _sold(DocumentType.INVOICE, "sales_invoice_lines"),
        _sold(DocumentType.CREDIT_MEMO, "sales_cr_memo_lines", "sales_credit_memo_lines"),
        Form(
            Target.ITEM,
            ("items",),
            {"No.": "item_no", "Description": "description", "Item Category Code": "item_category"},
            needed=("No.",),
            wide=True,
        ),
    ),
    options=WORDS,
)
