"""What a rep types, with the contact that is meant: judged by reading the three books, not by asking the program.

Many of them fit several contacts. Each line is what kind of query it is, what is typed, and the name that is wanted.
"""

from __future__ import annotations

SAMPLE = """
surname of several: tremblay: Tremblay Design d'intérieur
surname of several: o'brien: O'Brien & Daughters Moving Ltd.
surname of several: belanger: Étienne Bélanger
surname of several: gauthier: Ébénisterie Gauthier & Fils inc.
surname of several: dupont: Dupont [/]
first name and town: sylvain orleans: Sylvain Charette
first name and town: jean quebec: Jean de la Rue
first name and town: kevin ottawa: Kevin O'Brien
first name and town: sarah montreal: Sarah Goldberg
first name and town: claude longueuil: Claude Bissonnette
misheard: cloutié: Marie-Josée Cloutier
misheard: gotier: Ébénisterie Gauthier & Fils inc.
misheard: obrian kevin: Kevin O'Brien
misheard: theriot: Colette Thériault
misheard: pineault rachel: Rachel Pineau
misheard: ouelette: Anne-Sophie Ouellet
misheard: tremblé josée: Josée Tremblay
misheard: cowalski: Brian Kowalski
misheard: lindquist: Cooper & Lindqvist LLP
misheard: macdonnald: Fiona MacDonald
half words: compt vach: Comptables Vachon CPA inc.
half words: arch mor: Architectes Morin Bélanger
half words: coop agri: Coopérative agricole du Bas-Richelieu
half words: pharm beau: Pharmacies Beaurivage inc.
half words: log bor: Logiciels Boréal inc.
half words: prair: Prairie Wind Cooperative
initials: m-c hebert: Marie-Claude Hébert
initials: j f lupien: Jean-François Lupien
initials: mj cloutier: Marie-Josée Cloutier
initials: p l thibodeau: Pierre-Luc Thibodeau
other order: harper ann: Ann Marie Harper
other order: jones hughes owen: Owen Hughes-Jones
no accents: eve archambault: Ève Archambault
no accents: helene veilleux: Hélène Veilleux
no accents: zolc: Łukasz Żółć
no accents: weiss: Jürgen Weiß
no accents: buromobel: Lindner Büromöbel GmbH
elision or article: l'auberge du lac: Auberge du Lac-aux-Hérons
elision or article: l'ebenisterie: Ébénisterie Gauthier & Fils inc.
elision or article: trait d'union: Fournitures Trait d'union inc.
elision or article: rue de l'entrepot: Transport Chaudière inc.
elision or article: d'interieur: Tremblay Design d'intérieur
elision or article: la clinique: Clinique médicale du Fleuve
elision or article: le courrier: Journal Le Courrier du Lac
abbreviation: l'hopital ste-helene: Hôpital Sainte-Hélène-du-Cap
abbreviation: saint-onge: Micheline St-Onge
abbreviation: mrc st-georges: MRC des Collines-Bleues
abbreviation: r&d: R&D Aménagement inc.
abbreviation: css hauts: Centre de services scolaire des Hauts-Reliefs
abbreviation: cpa: Comptables Vachon CPA inc.
abbreviation: bcne: Banque Coopérative du Nord-Est
last digits: 0139: Josée Tremblay
last digits: 0143: Pierre-Luc Thibodeau
local number: 555-0143: Pierre-Luc Thibodeau
local number: 514 555-0121: Sarah Goldberg
local number: (613) 555-0111: Colin Fairweather
local number: 581-555-0107: Prosper
part of an e-mail: payables: Wei Zhang
part of an e-mail: bonjour@: Soleil
part of an e-mail: tanaka: 田中 美咲
part of an e-mail: commandes@ebe: Sylvie Houle
part of an e-mail: mj.cloutier: Marie-Josée Cloutier
street: 330 saint-vallier: Architectes Morin Bélanger
street: 61 rue st-paul: Hôtel Le Vieux-Quai
street: 99 bank: Rideau Valley Credit Union
street: 1180 cartier: Pierre-Luc Thibodeau
post code without its blank: g1r2s7: Pierre-Luc Thibodeau
post code without its blank: k1p5a9: Colin Fairweather
post code without its blank: H3B2V6: Lemire Tanguay avocats s.e.n.c.r.l.
job and company: buyer acme: Alice Whitfield
job and company: president harbourview: Donald Comeau
job and company: mairesse bouleaux: Colette Thériault
job and company: owner obrien: Patrick O'Brien
job and company: directrice belvedere: Marie-Ève Gagnon
job and company: dentist champlain: Emily Stratton
job and company: photographe quebec: Pierre-Luc Thibodeau
job and company: chef finances boreal: Xavier Lalonde
"""

CRONUS = """
first name and town: john newport: John Evans
first name and town: michael chicago: Michael Vanderhyde
first name and town: susan manchester: Susan Metters
first name and town: brian stratford: Brian Burke
first name and town: linda hamburg: Linda Meisner
first name and town: hans birmingham: Hans Visser
misheard: jonson: Erlingur Orn Jonsson
misheard: smyth: Samantha Smith
misheard: meissner: Linda Meisner
misheard: marten mindy: Mindy Martin
misheard: katy jordan: Katie Jordan
misheard: connelly peter: Peter Conelly
misheard: cristina philp: Christina Philp
misheard: maria reinhart: Marie Reinhart
misheard: tenails: TenTails Direct Ltd
surname of several: zimmerman: Marc Zimmerman
surname of several: hamilton david: David Hamilton
surname of several: martin: Mindy Martin
no accents: odell: Tina Slone O'Dell
no accents: jurgensen: VAG - Jürgensen
no accents: mobelhuset: Møbelhuset AS
no accents: spotsmeyers: Spotsmeyer's Furnishings
no accents: taylors office: Taylor"s Office Warehouse
no accents: gibsons law: A. Gibson"s Law Firm
half words: cann gr: The Cannon Group PLC
half words: lord lane: Lordship Lane Furnishers
half words: ergo off: Ergonomic Office Systems
half words: guild wat: Guildford Water Department
elision or article: the cannon: The Cannon Group PLC
elision or article: cannon group: The Cannon Group PLC
other order: bank new london: New Bank of London
other order: furniture new concepts: New Concepts Furniture
initials: j d kramer: James D. Kramer
initials: gary altman: Gary E. Altman III
initials: d liu: David J. Liu
post code without its blank: b274kt: The Cannon Group PLC
post code without its blank: tq178hb: Compohandler Ltd
street: 192 market: The Cannon Group PLC
street: 4 baker street: New Bank of London
company and first name: patrick lovaina: Patrick Dalle
company and first name: heidi mobelhuset: Heidi Steen
company and first name: mary rent: Mary Baker
abbreviation: dhl: DHL Express
abbreviation: ok: OK Furnishers
abbreviation: ton: TON s.r.o.
abbreviation: vag: VAG - Jürgensen
abbreviation: lauritzen as: Lauritzen Kontormøbler A/S
"""

LISTED = """
elision or article: disney: Walt Disney Company (The)
elision or article: the home depot: Home Depot (The)
elision or article: the hartford: Hartford (The)
no accents: mcdonalds: McDonald's
no accents: lowes: Lowe's
no accents: oreilly: O’Reilly Automotive
no accents: estee lauder: Estée Lauder Companies (The)
abbreviation: at&t: AT&T
abbreviation: jb hunt: J.B. Hunt
abbreviation: us bancorp: U.S. Bancorp
abbreviation: ao smith: A. O. Smith
abbreviation: dr horton: D. R. Horton
abbreviation: ww grainger: W. W. Grainger
abbreviation: procter and gamble: Procter & Gamble
abbreviation: johnson and johnson: Johnson & Johnson
misheard: proctor gamble: Procter & Gamble
misheard: goldman sacks: Goldman Sachs
misheard: wallmart: Walmart
misheard: mariott: Marriott International
misheard: fedx: FedEx
one word or two: jp morgan: JPMorgan Chase
one word or two: exxon mobil: ExxonMobil
one word or two: citi group: Citigroup
one word or two: cocacola: Coca-Cola Company (The)
one word or two: coca cola: Coca-Cola Company (The)
one word or two: tmobile: T-Mobile US
one word or two: t mobile: T-Mobile US
one word or two: black rock: BlackRock
one word or two: master card: Mastercard
other order: eli lilly: Lilly (Eli)
other order: forman brown: Brown–Forman
name and town: bank charlotte: Bank of America
name and town: berkshire omaha: Berkshire Hathaway
name and town: pacific omaha: Union Pacific Corporation
half words: hewl: Hewlett Packard Enterprise
half words: am exp: American Express
half words: rowe pri: T. Rowe Price
"""


def typed_queries(table: str) -> list[tuple[str, str, str]]:
    """Kind, what is typed, and the name that is wanted."""
    found = []
    for line in table.strip().splitlines():
        kind, typed, name = line.split(": ", 2)
        found.append((kind, typed, name))
    return found
