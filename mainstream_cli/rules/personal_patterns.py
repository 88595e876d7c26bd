"""The shapes of data on individual people, as patterns that are compiled only when a text needs them."""


def any_of(words: str) -> str:
    """Return a pattern for any of some words or patterns, given with commas between them."""
    return f"(?:{'|'.join(word.strip() for word in words.split(','))})"


NAME = r"[A-Z][\w'’-]{0,60}[a-z]"  # without a bound a long row of capitals takes its square in time
MONTH = any_of("jan,feb,mar,apr,may,jun,jul,aug,sep,oct,nov,dec") + r"[a-z]*\.?"
FULL_DAY = (
    r"(?:\d{4}-\d\d-\d\d|\d{1,2}[./-]\d{1,2}[./-]\d{2,4}"
    rf"|\d{{1,2}}(?:st|nd|rd|th)? (?:of )?{MONTH},? \d{{4}}|{MONTH} \d{{1,2}}(?:st|nd|rd|th)?,? \d{{4}})"
)
GROUP = any_of(
    r"women,men,persons?,people,child(?:ren)?,citizens?,girls,boys,adults,workers?,migrants?,youth,"
    r"nationals?,returnees,refugees,students,population,families,residents,parents,mothers,fathers,"
    r"adolescents,pupils,leavers,members,voters"
)

# A number of a document: what it is the number of, perhaps "no." or ":", then letters and at least five digits.
PAPER = any_of(
    r"passport,identity card,id card,national id,identification,identity document,identity,id,personal code,"
    r"idnp,residence permit,work permit,visa,travel document,refugee (?:card|certificate),registration card,"
    r"case file,case,file,social security,tax ?payer,tax id,alien(?: registration)?,driving licen[cs]e,"
    r"birth certificate,ration card,seaman'?s book,unhcr"
)
MARK = r"[\s:.,#№(]*(?:(?:registration |serial )?(?:number|no|nr|num|#|№|id|is|was|with|:|=)[\s:.#№(]*){0,3}"
DIGITS = (
    r"(?=[A-Z0-9 -]{0,12}\d[\d -]{0,20}\d{4})(?:[A-Z]{1,3}[ -]?\d[\d -]{3,}\d[A-Z]?|\d[\d-]{4,}\d[A-Z]?)\b(?![\d,.]*\d)"
)
OF_MANY = any_of("per ?cent,usd,eur,gbp,million,thousand,billion,[a-z]{3,}s,were,are,have,of,a year")
COUNTED = rf"(?! ?(?:%|{OF_MANY}\b))"
DOCUMENT = rf"\b(?i:{PAPER})\b(?i:{MARK}){DIGITS}{COUNTED}"
PAPER_NAMED = rf"(?i)\b{PAPER}\b"
ALIEN = r"\bA[#-]? ?\d{3}[ -]?\d{3}[ -]?\d{2,3}\b"

CALL = any_of(
    r"contact(?:ed)?,"
    r"tel(?:ephone)?,phone,mobile,cell(?:phone)?,call (?:her|him|them|on|at|\w+ (?:on|at)),whatsapp,viber,signal,sms,"
    r"reach(?:ed)? (?:her|him|them)(?: (?:on|at))?"
)
NO_YEARS = r"(?!(?:19|20)\d\d ?[-–/] ?(?:19|20)\d\d\b)"
PHONE = rf"(?i:\b{CALL}\b)\.?[^.\d+]{{0,20}}{NO_YEARS}\+?\(?\d[\d ()/.-]{{5,}}\d"
OFFICE = (
    r"(?i)\b"
    + any_of(
        r"office,ministry,hotline,helpline,switchboard,toll[- ]free,department,secretariat,call cent(?:re|er),"
        r"consulate,embassy,agency,bureau,authority,commission,free of charge,information line,front desk,press,"
        r"contact point"
    )
    + r"\b"
)
MAIL = r"\b[\w.+-]{1,64}@(?:[\w-]{1,63}\.){1,6}[A-Za-z]{2,24}\b"
ROLE = (
    r"(?i)(?:^|[._+-])"
    + any_of(
        r"info\w*,office,contact,press,secretariat,statisti\w*,migrat\w*,diaspora,help\w*,support,media,"
        r"registry,enquir\w*,inquir\w*,mail,admin,desk,planning,minist\w*,focal\w*,data,service\w*,public\w*,"
        r"consul\w*,embassy,hr,team,coordination,director\w*,department,hotline,library,webmaster,cabinet,"
        r"chancell?\w*,government,gov,research,communications?,labou?r,health,education,finance,project,"
        r"programme?,unit,cent(?:re|er),commission,feedback,complaints?,security,privacy,general,national,"
        r"council,ministry,plan"
    )
    + r"(?:[._+-]|\d*$)"
)

ACCOUNT = (
    r"\b[A-Z]{2}\d{2}(?=(?: ?[A-Z0-9]){11})(?=[A-Z ]{0,12}(?:\d[A-Z ]{0,6}){8})"
    r"(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,4})?\b"
    rf"|(?i:\b(?:bank|savings|her|his|their|private) account\b)(?i:{MARK})\d[\d -]{{5,}}\d"
    r"|(?i:\b(?:account|a/c|acct)\.? ?(?:number|no\.?|nr\.?|#)[\s:]{0,3}(?:is )?)\d[\d -]{5,}\d"
)
PUBLIC_MONEY = r"(?i)\b(?:treasury|budget|state account|ministry|trust fund|programme account|public account)\b"

BIRTH = rf"(?i:\b(?:date of birth|dob|d\.o\.b\.?|birth ?date|birthday|born)\b\W{{0,3}}(?:is |on |was |the )*{FULL_DAY})"
COHORT = rf"(?i)\b(?:{GROUP}|those|anyone|everyone|all|cohort)(?: who)?(?: are| were| is| was)? born\b"
AGED = (
    rf"\b{NAME}(?: [A-Z]\.)? (?:{NAME}|[A-Z]\.),? "
    r"(?:\(?aged? \d\d?\b\)?|\(\d\d?\)(?=,| [a-z])|\d\d?[ -]years?[ -]old|\d\d?, (?=[a-z]))"
    r"(?! ?(?:-|–|to |and (?:over|older|above)|or (?:over|older|above)|\+|years and))"
)
NO_PERSON = any_of(
    r"article,section,chapter,goal,target,table,page,decision,order,law,no,code,act,convention,protocol,strategy,plan,"
    r"agenda,declaration,district,county,region,union,ministry,republic,programme,office,council,city,province,report"
)
AGED_GROUP = rf"(?i)\b(?:{GROUP}|{MONTH}|{NO_PERSON}),? \(?(?:aged?|\d)"
DESCRIBED = (  # one person without a name: an age, a place of origin, and (FATE) what happened
    rf"\b(?i:an?|one|the) (?:[a-z]+ )?\d\d?[ -]years?[ -]old (?:[a-z-]+ ){{1,3}}(?:from|of|in) {NAME}"
)
TITLE = any_of("Mr,Mrs,Ms,Miss,Madam,Mme,Mister,Dr,Sra?") + r"\.?"
TITLED = rf"\b{TITLE} (?:{NAME}|[A-Z]\.)"
FATE = (
    r"(?i)\b"
    + any_of(
        r"migrants?,returned,returnee,deported,deportation,expelled,asylum,refugee,trafficked,trafficking,"
        r"victim,undocumented,irregular(?:ly)?,without papers,smuggl\w+,detained,detention,stateless,survivor,"
        r"abus\w+,emigrated,came back from,worked in,works in,left for,hiv,pregnant,debt,came home from,husband,"
        r"wife,children,employer,passport"
    )
    + r"\b"
)
FUNCTION = (
    r"(?i)\b"
    + any_of(
        r"minister,secretary,director,president,ambassador,governor,mayor,commissioner,head of,chair,chief,"
        r"professor,rapporteur,representative,deputy,spokes\w+,speaker,judge,consul,author,officer,chancellor,"
        r"premier,king,queen,expert,study by,report by,university"
    )
    + r"\b"
)
NO_NAME = (  # what an organisation, a body or a post is called, and nobody
    FUNCTION,
    OFFICE,
    r"(?i)\b"
    + any_of(
        r"minist\w+,council,committee,team,unit,planning,plan,bank,fund,institute,centre,center,group,network,"
        r"association,union,federation,chamber,cabinet,parliament,assembly,government,state,national,republic,bureau,"
        r"board,society,organi[sz]ation,foundation,academy,college,school,clinic,hospital,directorate,division,service,"
        r"services,partner,partners,nations,programme,project,table,city,county,municipality,district,province,lead,"
        r"facilitator,treasury,statistics,migration,labou?r,health,education,finance,affairs,development,police,court"
    )
    + r"\b",
)
CALLED = rf"{FUNCTION} (?-i:{NAME} {NAME})"  # an office, and then perhaps the name of who holds it
HOLDER = (
    r"(?i:\b(?:minist(?:er|re|ra|ro)|secretary|director|president|ambassador|governor|mayor|commissioner|chair|judge)) "
    rf"(?!General|Delegate|Counsell?or|Advis[eo]r|Designate|Plenipotentiary)(?:[A-Z]\. )?{NAME}$"
)
SUSPECT = r"@|<<|\d{3} \d\d \d\d|(?:\d\d[ .-]){3}|\.\d{4}|"
SUSPECT += r"\d{5}|\d{3,4}[ ./()-]{1,2}\d{3}|\+\d|[Bb]orn\b|[Bb]irth|DOB|[Aa]ged?\b|\(\d\d?\)|, \d\d?,|years?[ -]old"
ADDRESSED = ("Mr", "Ms", "Miss", "Madam", "Mme", "Mister", "Dr", "Sr")
