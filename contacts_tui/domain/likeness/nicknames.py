"""First names and what their bearers are called, each line one family.

Names of two languages are not of one family: where both are spoken, Jean is not John.
"""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache

_FAMILIES = """
abigail abby abbie gail
albert al bert
alexander alexandre alex alec sandy xander sasha lex
alexandra alex sandra lexi sandy sasha
alfred alf alfie fred
alice alison ally
amanda mandy
andrew andy drew
anne ann anna annie nancy anita
anthony tony antonio anton
arthur art artie
barbara barb babs
benjamin ben benny benji
bernard bernie bern
beverly bev
bradley brad
caroline carol carrie caro carolyn
catherine katherine kathryn catharine kate katie kathy cathy kat kit kitty cath kath
charles charlie chuck chas charly
charlotte charlie lottie lotte
christina christine chris chrissie tina christy kristina
christopher chris kit topher christophe kris
clifford cliff
cynthia cindy
daniel dan danny
david dave davey
deborah debbie deb debra
dominic dom dominique nick
donald don donnie
dorothy dot dottie dolly
douglas doug
edward edouard ed eddie ted teddy ned
eleanor ellie nell nora ella
elizabeth liz beth betty lizzie eliza bess elisabeth lisa libby elise betsy
emily em emma emilie millie
eric erik rick
eugene gene
evelyn evie eve
florence flo flora florrie
frances fran francie
francis frank fran
frederick frederic fred freddie freddy rick
gabriel gabe
gabrielle gaby gabby
geoffrey jeffrey geoff jeff
george georges georgie
gerald gerry jerry
gregory greg gregg
harold harry hal
harriet hattie harry
henry harry hank hal
herbert herb bert
isabella isabelle bella izzy isabel belle
jacob jake
jacqueline jackie jacqui
james jim jimmy jamie jem
jennifer jen jenny jenn
jessica jess jessie
john jack johnny jon
jonathan jon jonny john
joseph joe joey jos jo
joshua josh
josephine jo josie
judith judy judi
julia julie jules
kenneth ken kenny
kimberly kim
laurence larry lawrence laurie
leonard len lenny leo
lewis lou louis louie
louise lou
lucille lucy lucie
madeleine maddie maddy madeline madison
margaret maggie meg peggy marge greta margie marguerite rita daisy
martin marty
mary molly polly may
marie maria
matthew matt matty
mathieu mat
maxwell max maximilian maxime
megan meg
michael mike mick mickey mikey
mitchell mitch
nathaniel nathan nat nate
nicholas nick nicky nicolas nico
nicole nicky nikki
oliver ollie
olivia liv livvy
pamela pam
patricia pat patty tricia trish patti
patrick pat paddy
peter pete
philip phillip philippe phil pip
phoebe bee
rebecca becky becca
raymond ray
richard rick dick rich richie ricky
robert bob rob bobby robbie bert
roger rodge
ronald ron ronnie
rose rosie rosemary
russell russ rusty
samantha sam sammy
samuel sam sammy
sarah sally sara sadie
sebastian seb bastian sebastien
stephanie steph stef
stephen steven steve
stephane steph
stuart stu stewart
susan sue suzie susie suzanne susanna
sylvia syl sylvie
terence terry terrance
teresa theresa terry tess
theodore ted theo teddy
thomas tom tommy
timothy tim timmy
valerie val
veronica ronnie vera
victor vic
victoria vicky vicki tori
vincent vince vinnie
virginia ginny
walter walt wally
william bill will billy willy liam willie
zachary zach zack zac
"""


def _numbered() -> dict[str, frozenset[int]]:
    found: defaultdict[str, set[int]] = defaultdict(set)
    for number, line in enumerate(_FAMILIES.split("\n")):
        for name in line.split():
            found[name].add(number)
    return {name: frozenset(numbers) for name, numbers in found.items()}


_FAMILY_OF = _numbered()
_NONE: frozenset[int] = frozenset()


@lru_cache(maxsize=16384)
def same_family(one: str, other: str) -> bool:
    """Tell whether two folded first names may be those of one person."""
    return not _FAMILY_OF.get(one, _NONE).isdisjoint(_FAMILY_OF.get(other, _NONE))
