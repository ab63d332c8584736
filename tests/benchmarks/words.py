"""The words that contacts are made up of, the common ones first."""

from __future__ import annotations


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


FIRST = _words(
    """
    Marie Jean Anne Pierre Michel Luc Sophie Daniel Julie Martin Louise David Catherine Robert Nathalie John Isabelle
    James Mary François Élise Michael Geneviève Éric Hélène Linda Stéphane Chloé Zoé Benoît Sébastien Mélanie André
    Renée Jérôme Emma Thomas Olivier Alice William Sarah Noémie Simon Laura Mathieu Karen Yves Valérie Paul Susan
    Patrick Émilie Peter Jennifer Marc Nicole Alain Diane Hugo Camille Félix Léa Antoine Rosalie Gabriel Florence
    Charles Juliette Samuel Maude Étienne Béatrice Xavier Maëlle Loïc Joëlle Cédric Amélie Rémi Gaétane Réjean Océane
    Jean-François Marie-Ève Jean-Philippe Anne-Sophie José Lucía Björn Åsa Søren Łukasz Zofia Jürgen Käthe Ana Mateo
    Inés Nuno Chiara Matteo Wei Mei Hiro Priya Anil Fatima Omar Layla Youssef Linh Minh Kwame Ngozi Olga Dmitri
    """
)
LAST = _words(
    """
    Tremblay Roy Gagnon Smith Bouchard Côté Gauthier Morin Lavoie Fortin Brown Gagné Ouellet Pelletier Bélanger Jones
    Lévesque Bergeron Leblanc Williams Paquette Girard Simard Boucher Caron Taylor Beaulieu Cloutier Dubé Poirier
    Fournier Wilson Lapointe Leclerc Lefebvre Poulin Thibault Martin St-Pierre Nadeau Nguyen Landry Lee Martel Bédard
    Grenier Lessard Johnson Bernier Richard Michaud Hébert Desjardins Couture Turcotte Lachance Campbell Parent Blais
    Gosselin Savard Proulx Singh Beaudoin Demers Perreault Boudreau Miller Lemieux Cyr Perron Dufour Dion Mercier Bolduc
    Bérubé Boisvert Anderson Langlois Ménard Therrien Plante Bilodeau Wong Blanchette Dubois Champagne Paradis Fortier
    Arsenault Dupuis Gaudreault Hamel Houle Garcia Villeneuve Rousseau Gravel Thériault Lemay Allard Deschênes Chen
    Giroux Guay Leduc Boivin Charbonneau Lambert Patel Raymond Vachon Gilbert Audet Larouche Legault Trudel Fontaine
    Picard Labelle Lacroix Jacques Moreau MacDonald O'Brien McLeod Fraser Kowalski Müller Schäfer Østergaard Ångström
    Dvořák Fernández Núñez D'Amours Lindqvist Moser Rossi
    """
)
SYLLABLES = _words(
    """
    bar bel ben bon bri cal cam car chan cor dal dan del dor du fal far fer fon gal gar ger gran har hol jar jol kan kel
    kor lam lan lar len lor mal man mar mel mer mon mor nan nel nor pal par pel per pon por qua ran ren rol ros sal san
    sar sel sor tal tan tar tel ter tor val van var vel ver vin vol wal wen wil yor zel
    """
)
TRADES = _words(
    """
    Construction Transport Boulangerie Plomberie Électricité Logistics Consulting Design Imprimerie Furniture Mobilier
    Services Équipements Systems Foods Énergie Textiles Marine Aviation Dental Pharma Toitures Solutions Media Robotics
    Security Paysages Hotels Voyages Assurances Realty Motors Steel Forge Paper Optics Plastics Packaging Brewing Dairy
    Farms Fisheries Tools
    """
)
ENDINGS = _words(
    """
    ard aud eau ell er ert et ette ey ier in ini is man mont on son ski sky ton ville wood
    """
)
JOBS = (
    "Buyer",
    "Acheteur",
    "Directrice générale",
    "Sales manager",
    "Comptable",
    "Office manager",
    "Technicienne",
    "Engineer",
    "Ingénieure",
    "Receptionist",
    "President",
    "Vice-président",
    "Contremaître",
    "Chargée de projet",
    "Purchasing",
    "Warehouse lead",
    "Owner",
    "Propriétaire",
    "Assistant",
    "Architecte",
)
