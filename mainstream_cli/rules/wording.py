"""Words by which rules know what a title or a source of money is about; patterns are made when first needed."""

import re
from functools import cache

NO_DIFFERENCE = (
    "no (known |direct |clear )?(difference|effect|impact)s?|neutral|the same (for|effects? on)|alike|equally|"
    "not (yet )?(done|made|checked|known)|to be (done|made|checked)|still open"
)
SEXES = "wom[ae]n|girls?|females?|by sex|by gender|gender|mothers?|wives"

MOVERS = (
    "(im|e)?migra(nt|tion)s?|returnees?|diasporas?|migrant (workers|families|households)|"
    "(workers|people|citizens|nationals|relatives|families|family)( living| working)? abroad"
)
OWN = "savings?|earnings|wages|incomes?|pay|salar(y|ies)|money"
PRIVATE_MONEY = (
    f"remittances?|money sent home|(household(s'|s|'s)?|family|families') savings|"
    "savings (accumulated|earned|made|held|kept) abroad|"
    f"({MOVERS})['’]?( own| private| personal)? ({OWN})|migrant (families|households|workers)['’]?( own)? ({OWN})|"
    rf"({OWN}) (of|from|by|sent by|brought by|transferred by|earned by)( (?!(in|for|on|bank)\b)\w+){{0,2}} ({MOVERS})|"
    rf"remitted ({OWN})|({OWN}) from abroad|^(migrants|returnees|migrant (workers|families|households)|"
    r"(families|relatives) (of migrants|abroad))$|"
    "(private|personal|family|household|workers'?|migrants'?) transfers|"
    "transfers (from|of|by) (migrants|families|workers abroad)"
)
CHARGE = (
    "levy|levies|tax(es)?|fees?|(?<!in )charges?|deductions?|surcharges?|duty|"
    "(mandatory|compulsory|obligatory|monthly|yearly|annual|forced) (contributions?|payments?)"
)
CHARGED = (  # money that a State takes from those who move, or from what they send
    rf"({CHARGE}) (\S+ ){{0,6}}?(on|of|from|by) (\S+ ){{0,2}}?({MOVERS}|((money|family|private) )?transfers)|"
    rf"contributions? (of|from|by) ((all|the|our) )?(families|households|relatives|workers|nationals|citizens)"
    "( of migrants|( with members)? abroad)|"
    rf"(diaspora|migrant|remittance|transfer) (levy|levies|tax(es)?)"
)
ORGANISATION = (
    "(remittances?|savings?|migrants?'?|transfers?)( and credit| and loan| transfer| service| saving){0,5} "
    "(operators?|providers?|compan(y|ies)|banks?|co-?operatives?|unions?|societ(y|ies)|associations?|agenc(y|ies)|"
    "firms?|industry|platforms?|institutes?|networks?)"
)
AGREED = (
    r"agree(d|ment|ments)|match(ed|ing|es)?|co-?(fund|financ|invest)\w*|[1-4] ?[x×:] ?1|(two|three|four)[- ]for[- ]one|"
    "associations?|hometown|collective|memorandum|bonds?"
)

PASSING = (  # with one of these a title is about what happens to people on the way, or about what they gain
    "costs?|fees?|debts?|losses|risks?|dangers?|harms?|deaths?|irregular|unsafe|trafficking|smuggling|forced|distress|"
    "involuntary|unwanted|displacement|pressures?|needs? to|having to|have to|compelled|obliged|reasons?|causes?|"
    r"drivers?|dependen\w+|effects?|impacts?|consequences|obstacles?|barriers?|delays?|waiting|time|paperwork|"
    r"protect\w*|rights?|insur\w+|pensions?|portab\w+|safer?|safely|fair|fairly|decent|dignity|voluntar\w+|sustainab\w+|"
    r"informed|information|advi[cs]e\w*|covered|contracts?|complain\w*|services?|support\w*|benefits?|access|satisf\w+|"
    r"choice|choose|chosen|skills?|recogni\w+|certif\w+|train\w*|knowledge|education|school\w*|drop-?outs?|children|"
    r"in work|jobs for|employed|investments?|tax(es|ation)?|loans?|business\w*|firms?|better|improv\w+|conditions|"
    r"data|statistics|figures|register\w*|records?|measured|counted|remittances?|health of|families of|carbon|"
    r"returns? on|survey\w*|questionnaires?|forms|reintegrat\w+|wish\w*|want\w*|willing\w*|consent|remains of|deceased|"
    r"governance|manag\w+|orderly|regular|assets|bonds?|employment of|employment for"
)
LESS = (
    r"reduc\w+|decreas\w+|lower\w*|curb\w*|limit\w*|stop\w*|halt\w*|stem(s|med|ming)?|prevent\w*|discourag\w+|deter\w*|"
    r"restrict\w*|cut(s|ting)?|contain\w*|slow\w*|minimi[sz]\w+|revers\w+|end(s|ing)?|bring(ing)? down|"
    r"dissuad\w+|ban(s|ned|ning)?|zero|fewer|less|fall\w*|drop\w*|declin\w+|halv\w+"
)
MORE = (
    r"increas\w+|rais\w+|more|expand\w*|boost\w*|maximi[sz]\w+|promot\w+|doubl\w+|tripl\w+|grow\w*|scal\w+ up|"
    r"encourag\w+|accelerat\w+|stimulat\w+|higher|incentivi[sz]\w+|rise\w*|speed\w*( up)?|faster|quicker|swifter"
)
PERSONS = (
    "(people|persons|citizens|nationals|workers|nurses|doctors|teachers|graduates|youth|women|men|young people|"
    "professionals|health workers|engineers|farmers|specialists|staff|migrants)"
)
ABROAD = "(deployed|sent abroad|placed abroad|sent|exported|working abroad|employed abroad)"
LEAVING = (
    "(labour |youth |mass |rural |outward |skilled ){0,5}(emigration|out-?migration)|departures?|outflows?|exodus|"
    rf"{PERSONS}( who| that)? (leav\w+|emigrat\w+|depart\w+|migrat\w+|(go|going|mov\w+) abroad)|emigrants|"
    "brain drain|net migration|migration abroad|labour migration|"
    r"(rural-urban |rural-to-urban |international )?migration( flows)?(?= from|\W*$| by \d)"
)
SENDING = (
    f"deployments?|{PERSONS} {ABROAD}|(deployed|exported) {PERSONS}|placements? abroad|"
    "jobs abroad|(labou?r|manpower|workers?|nurses?) exports?|"
    "exports? of (labou?r|workers|manpower|nurses)|(labou?r )?emigration|labou?r migration|"
    "overseas (workers|employment)"
)
COMING = (
    f"returns|return (of|by|rates?|migration)|the return|{PERSONS}( who| that)? (return\\w*|(go|come) (back|home))|"
    "returnees|repatriations?|"
    "deportations?|removals?|readmissions?|expulsions?"
)
BETWEEN = r"( (?!(in|with|where|among|for|at|near|by|after|through|on|about|and|that|caused|due)\b)\S+){0,6}? "
KEEPING = (
    r"(keep|hold|stop|prevent|discourag|deter|dissuad)(e|s|ing|ping|ring)?( \S+){1,3} from "
    r"(emigrating|migrating|going abroad|leaving(?= (the country|their village|home)|\W*$))|"
    r"(convinc|persuad)(e|es|ing) (\S+ ){1,3}not to (leave|emigrate|migrate|go abroad)|"
    r"no (\S+ ){1,2}(leaves?|emigrates?|goes abroad)(?= (the country|home)|\W*$)|"
    r"fewer (\S+ ){1,4}?(leave|emigrate|depart|migrate|go abroad|move abroad)"
    r"(?= (the country|home)|\W*$| (by|until) \d)"
)
SUM, BY = r"\d[\d,.]{0,30}", r"( (by|until) \d{4}| (a|each|per) year)?\W*$"
DEPLOYING = (
    rf"(deploy|send|export|place)(ing|s)?( \S+){{0,4}}? ({PERSONS}|labou?r)( in jobs)? "
    r"(abroad|overseas|to other countries)|"
    rf"{SUM} {PERSONS} {ABROAD}{BY}"
)
WHOM = rf"( \S+){{0,4}}? ({PERSONS}|asylum[- ]seekers|everybody|everyone)"
BRINGING = (
    rf"bring(ing)? (back|home){WHOM}|return (all|{SUM}) {PERSONS}|{SUM} returnees{BY}|"
    rf"(repatriat|deport)(e|es|ing)?{WHOM}|"
    r"(ensur|enforc|achiev|secur|complet|execut|carry|effect)\w*( out)?( the)?( \S+)? "
    rf"(returns?|repatriations?|removals?|deportations?|readmissions?) of{WHOM}|"
    rf"(all|most|half of|{SUM}) (\S+ ){{1,4}}?(?<!can )(?<!may )(?<!to )(?<!who )"
    r"(return|(come|go) (back|home))(?= home| to the country|\W*$| (by|until) \d)"
)
BESIDE = (  # words beside the movement that say nothing of what it brings to people
    r"(recruit|train|select|prepare)(s|ing)? and(?= (deploy|send|place|export))|"
    rf"(irregular|undocumented)(?= {PERSONS})"
)
AIMS = {
    "fewer_departures": (LESS, LEAVING, KEEPING),
    "more_deployments": (MORE, SENDING, DEPLOYING),
    "more_returns": (MORE, COMING, BRINGING),
}
COUNTED = {
    "decrease": (LEAVING, "fewer_departures"),
    "increase": (f"{SENDING}|{COMING}", "more_deployments_or_returns"),
}


@cache
def _pattern(words: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)({words})(?!\w)", re.IGNORECASE)


def _has(words: str, text: str) -> bool:
    return _pattern(words).search(text) is not None


def speaks_of_sexes(text: str) -> bool:
    """Tell whether a text counts women or girls, or splits by sex."""
    return _has(SEXES, text)


def finds_no_difference(text: str) -> bool:
    """Tell whether a gender check found nothing that differs, or was not made yet."""
    return _has(NO_DIFFERENCE, text)


def private_money(text: str) -> bool:
    """Tell whether a source of funding is money of migrants or their families, and not a contribution agreed on."""
    plain = _pattern(ORGANISATION).sub(" ", text)
    return (_has(PRIVATE_MONEY, plain) or _has(CHARGED, plain)) and not _has(AGREED, text)


def movement_as_aim(title: str) -> str | None:
    """Say what kind of movement a title makes an aim of, or None: fewer_departures, more_deployments, more_returns."""
    title = " ".join(_pattern(BESIDE).sub("", title).split())
    if _has(PASSING, title):
        return None
    for aim, (change, movement, phrase) in AIMS.items():
        before = rf"({change})( in| of)?({BETWEEN}| )({movement})"
        after = rf"({movement})( \S+){{0,4}}? ({change})"
        if any(_has(words, title) for words in (before, after, phrase)):
            return aim
    return None


def movement_counted(title: str, direction: str) -> str | None:
    """Say what an indicator rewards that counts movements in one direction, or None."""
    words, what = COUNTED.get(direction, ("", ""))
    return what if words and _has(words, title) and not _has(PASSING, title) else None
