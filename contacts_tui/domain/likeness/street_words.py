"""Words of an address that tell nothing by themselves, and numbers that are written as words."""

from __future__ import annotations

from contacts_tui.domain.likeness.tables import words

KINDS = words(
    """
    allee alley av ave avenue bd blv blvd boul boulevard calle carre ch chemin circle circuit close cote cour court cove
    cr cres crescent croissant crt ct dr drive gardens grove highway hill hwy impasse la lane ln loop mall montee parc
    park parkway passage path pde parade pkwy pl place plaza plein platz promenade quai rang rd road route row rte rue
    ruelle sq square st ste saint sainte str strasse street tce ter terrace trail via vej view walk way weg
    a and au aux d de del der des du et l le les of the
    bureau suite unit apt app floor
    e east est n nord north ne nw o ouest s se south sud sw w west
    """
)
"""Kinds of streets, points of the compass, articles and what stands before the number of a room."""

ENDINGS = ("strasse", "str")
"""Kinds of streets that are written in one with the name."""

ORDINALS = {
    "first": "1st",
    "second": "2nd",
    "third": "3rd",
    "fourth": "4th",
    "fifth": "5th",
    "sixth": "6th",
    "seventh": "7th",
    "eighth": "8th",
    "ninth": "9th",
    "tenth": "10th",
    "eleventh": "11th",
    "twelfth": "12th",
}
