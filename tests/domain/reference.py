"""The companies, people and codes of the domain guide's examples (0.5), as records without a database."""

from __future__ import annotations

from contacts_tui.domain.contact import Contact, ContactType
from contacts_tui.domain.marketing_setup import MarketingSetup

PS, LM, NB = 1, 2, 3
QC, ON = 11, 12
FRC, ENC, ENU = 21, 22, 23
CA, US = 31, 32

SETUP = MarketingSetup(default_language_id=ENC, default_country_id=CA, default_salesperson_id=LM)

LAURIER = Contact(
    id=1,
    no="CT000001",
    name="Boulangerie Laurier inc.",
    search_name="BOULANGERIE LAURIER INC.",
    address="1200 avenue Laurier Est",
    post_code="H2J 1G7",
    city="Montréal",
    county="QC",
    country_id=CA,
    phone="514-555-0100",
    fax="514-555-0101",
    email="info@laurier.example",
    language_id=FRC,
    salesperson_id=PS,
    territory_id=QC,
)

CANNON = Contact(
    id=4,
    no="CT000004",
    name="Cannon Group Ltd.",
    search_name="CANNON GROUP LTD.",
    city="Toronto",
    county="ON",
    country_id=CA,
    phone="416-555-0200",
    language_id=ENC,
    salesperson_id=LM,
    territory_id=ON,
)

MARIE = Contact(
    id=2,
    no="CT000002",
    type=ContactType.PERSON,
    name="Marie Tremblay",
    search_name="MARIE TREMBLAY",
    first_name="Marie",
    surname="Tremblay",
    company_id=LAURIER.id,
    address=LAURIER.address,
    post_code=LAURIER.post_code,
    city=LAURIER.city,
    county=LAURIER.county,
    country_id=CA,
    phone=LAURIER.phone,
    fax=LAURIER.fax,
    email=LAURIER.email,
    language_id=FRC,
    salesperson_id=PS,
    territory_id=QC,
)

LUC = Contact(
    id=3,
    no="CT000003",
    type=ContactType.PERSON,
    name="Luc Gagnon",
    search_name="LUC GAGNON",
    first_name="Luc",
    surname="Gagnon",
    job_title="Translator",
)
