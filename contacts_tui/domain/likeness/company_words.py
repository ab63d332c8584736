"""Words of company names that say little: legal forms, what is written short, and what half of all names have."""

from __future__ import annotations

from contacts_tui.domain.likeness.tables import first_of_each, words

LEGAL_FORMS = first_of_each(
    """
    ltd limited ltee limitee lt ltda
    inc incorporated incorporee incorp
    corp corporation
    co company cie compagnie
    plc
    llc lc
    llp slp
    lp
    sa sas sarl sasu eurl
    gmbh mbh ggmbh
    ag
    kg kgaa ohg gbr
    bv nv
    ab
    as asa aps
    oy oyj
    spa srl
    pty
    senc sencrl snc scs
    enr
    se
    """
)
"""What a company is by law, in the classes that people mix up: `ltée` for `limited`, a `SARL` for an `SA`."""

WRITTEN_OUT = first_of_each(
    """
    association assoc assn
    associates asso associes
    brothers bros
    center centre ctr
    construction const constr
    delicatessen deli
    department dept
    distribution distr
    engineering engrg
    enterprises ent entr entreprises entreprise enterprise
    establishments ets etablissements
    group grp groupe gruppe grupo
    holdings hldgs holding hldg
    hospital hosp
    hotels hotel
    industries ind inds industrie
    international intl int internationale
    laboratories lab labs laboratory
    management mgmt mgt
    manufacturing mfg
    manufacturer mfr
    mountain mt
    national natl nationale
    pharmaceuticals pharma pharmaceutical
    products prods prod product
    saint st sainte ste
    services svc svcs serv service
    sons son fils
    systems sys system
    technologies tech technology
    telecommunications telecom
    transport transp transports
    university univ
    """
)
"""Words that are written in more than one way, each with the one that stands for all of them."""

WEAK = words(
    """
    bar bistro bureau cafe canada center club company delicatessen department diner distribution enterprises
    establishments france group grill holdings hotels house industries inn international kitchen laboratories lounge
    maison management national partners products quebec restaurant ristorante room services shop store studio systems
    technologies trading usa
    """
)
"""Words that tell the trade or the size: they count half where they agree, and nothing where they are missing."""

LITTLE = words("a an and at by das de del den der des di die du e el et for in la le les of on the und y")
"""Words that are taken out of the name of a company."""
