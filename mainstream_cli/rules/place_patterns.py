"""The shapes of places where people could be found, and of small numbers of people in a named place."""

from mainstream_cli.rules.personal_patterns import any_of

AT_RISK_HINTS = ("irregular", "undocumented", "without ", "unregistered", "illegal", "trafficked", "rescued")
SHELTER_HINTS = ("safe", "shelter", "refuge", "hid", "crisis")
SHELTER = any_of(
    r"safe[ -]?houses?,(?:women'?s |night )?shelters?,women'?s refuges?,hiding places?,hide-?outs?,"
    r"crisis cent(?:re|er)s?,refuges? for (?:\w+ )?(?:\w+ )?(?:women|girls|victims|children)"
)
PEOPLE_AT_RISK = (
    rf"(?:{any_of('irregular,undocumented,unregistered,illegal,trafficked,rescued')} "
    rf"(?:\w+ )?{any_of('migrants?,workers?,people,persons,families,labourers,women,girls,men,children')}"
    rf"|{any_of('migrants?,people,persons,workers,families,women,men,labourers')} "
    r"(?:in an irregular situation|without (?:papers|(?:valid )?documents|status|permits?)))"
)
STAY = any_of(
    r"liv(?:e|es|ing),stay(?:s|ing|ed)?,sleep(?:s|ing)?,slept,hid(?:e|es|ing|den)?,camp(?:s|ed|ing)?,"
    r"gather(?:s|ed)?,squat\w*,housed?,found,accommodat\w+,lodg\w+,kept,can be met,meet,wait,rent\w*,"
    r"crowd\w*"
)
STREET = any_of("Street,St,Road,Rd,Avenue,Ave,Lane,Boulevard,Blvd,Square,Drive,Close,Alley,Highway,Way")
LANDMARK = any_of(
    r"church,mosque,temple,school,station,market,mill,bridge,bakery,pharmacy,factory,hospital,clinic,"
    r"monastery,shop,bus stop,railway,port,harbour,stadium,post office,cemetery,quarry,brickyard,brickworks,"
    r"town hall,police station"
)
RUIN = any_of(
    r"mill,factory,warehouse,barracks,school,farm,hotel,station,brickyard,brickworks,quarry,building,depot,"
    r"monastery,sanatorium,house,greenhouses?"
)
PROPER = r"[A-Z][\w'’-]{1,60}"
STREET_ABROAD = any_of("[Ss]trada,[Bb]ulevardul,[Rr]ue,[Cc]alle,[Aa]venida,[Uu]lica,[Uu]litsa,[Jj]alan")
UNIT = any_of("house,building,block,flat,apartment,plot,gate,warehouse")
BESIDE = any_of("behind,opposite,next to,beside,across from,under,underneath,at the back of,above")
EMPTY = any_of("old,former,abandoned,disused,empty")
ADDRESS = (
    rf"\b\d{{1,4}}[a-z]? (?:{PROPER} ){{1,3}}{STREET}\b|\b(?:{PROPER} ){{1,3}}{STREET},? (?:no\.? ?)?\d{{1,4}}\b"
    rf"|\b(?:str|ul|bd)\. ?[A-Z]|\b{STREET_ABROAD} (?:[A-Z]|d[eui])"
    rf"|(?i:\b{UNIT} (?:no\.? ?|number )?\d{{1,4}}[a-z]?\b)"
    r"|-?\d{1,2}\.\d{3,}[°NS]*,? ?-?\d{1,3}\.\d{3,}"
    r"|\b(?:in|at|near|outside) (?:the )?(?:village|hamlet|settlement) (?:of )?[A-Z]"
    rf"|\b(?:in|near|at|outside) {PROPER} village\b"
    rf"|\b{BESIDE} (?:the|a) (?:[\w'’-]+ ){{0,3}}{LANDMARK}\b"
    rf"|\bin (?:the|an) {EMPTY} [\w'’ -]{{0,30}}?{RUIN}\b"
)
NOT_THERE = (
    r"(?i)\b"
    + any_of(
        r"no (?:\w+ )?shelters?,no (?:\w+ )?safe houses?,without a (?:\w+ )?shelter,there is none,lacks?,"
        r"needs? a,needed,planned,would,should,could,to be built,proposed,not published,is kept secret,"
        r"bus shelters?,tax shelters?"
    )
    + r"\b"
)

NUMBER = r"(?:[1-9]|[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|[Ee]ight|[Nn]ine)"
AT_RISK = any_of(
    r"victims?,survivors?,asylum[- ]seekers?,trafficked,deportees?,deported,stateless,irregular,"
    r"undocumented,unaccompanied,separated,HIV,returnees?,refugees?,detained"
)
PERSON = any_of(
    r"women,woman,men,man,girls?,boys?,child(?:ren)?,migrants?,families,persons?,people,workers?,"
    r"households?,mothers?,minors?,family"
)
COUNT_HINTS = (
    *("village", "commune", "hamlet", "settlement", "town", "camp", "district", "municipality", "parish", "ward"),
    *("victim", "survivor", "asylum", "traffick", "deport", "stateless", "irregular", "undocumented", "hiv"),
    *("unaccompanied", "separated", "returnee", "refugee", "detained"),
)
UNIT_OF_PLACE = any_of("village,commune,hamlet,settlement,town,camp,district,municipality,parish,ward")
ONE_PLACE = rf"(?:from|in|of|at) (?:the )?(?:{UNIT_OF_PLACE}(?: of)? [A-Z0-9]|{PROPER} {UNIT_OF_PLACE}\b)"
BODIES = any_of(
    "ngos?,NGOs?,organi[sz]ations?,associations?,cent(?:re|er)s?,offices?,agenc(?:y|ies),ministr(?:y|ies),projects?,laws?"
)
OFFICES = any_of(
    "cent(?:re|er)s?,camps?,offices?,shelters?,organisations?,associations?,services?,schools?,clinics?,homes?"
)
IN_PLACE = rf"(?:[Ii]n|[Ff]rom|[Aa]t) (?:the )?(?:{UNIT_OF_PLACE}(?: of)? [A-Z0-9][\w'’-]*|{PROPER} {UNIT_OF_PLACE})"
COUNT = (
    rf"\b{IN_PLACE},? (?:there (?:are|were) |only )?{NUMBER} (?:[\w-]+ ){{0,2}}?{AT_RISK}\b(?!['’]| {OFFICES}\b)|"
    rf"(?<![\d.,/:-])\b{NUMBER} (?!in |of |out |{BODIES} )(?:[\w-]+ ){{0,2}}?(?:{AT_RISK}|{PERSON})\b(?!['’])"
    rf"[^.;,]{{0,40}}? ?{ONE_PLACE}"
    rf"|(?<![\d.,/:-])\b{NUMBER} (?!in |of |out |{BODIES} )(?:[\w-]+ ){{0,2}}?{AT_RISK}\b"
    r"[^.;,]{0,40}? (?:in|from|at) [A-Z]"
)
AT_WORK = (
    r"(?i)\b"
    + any_of(
        r"took part,take part,attend\w*,workshops?,sessions?,participants?,staff,train\w*,team,focal,members?,"
        r"civil servants,meetings?,deleg\w+,officials?,seats?,represent\w+,speak\w*,consult\w*,out of,"
        r"(?:one|two|three) in (?:two|three|four|five|six|seven|eight|nine|ten),"
        r"per (?:cent|100|1),every,each,in ten,million,thousand,hundred,percent,times,visit\w*,doctors?,nurses?,"
        r"teachers?,social workers?,health workers?,committee"
    )
    + r"\b"
)
PEOPLE = (
    r"(?i)^(?:number of )?"
    + any_of(
        r"persons?,people,women,men,girls,boys,children,migrants,individuals,victims,refugees,asylum[- ]seekers,"
        r"returnees,cases,households,families,workers,deaths"
    )
    + r"\b(?! ?(?:per|/|of gdp|\(?(?:in )?(?:thousand|million|'000)))"
)
STAFF = r"(?i)" + any_of(
    r"staff,official,member,officer,focal,trainer,seat,participant,average,\bmean\b,median,household size,"
    r"fertility,doctor,nurse,teacher,judge,interpreter,inspector,\bper\b,\brates?\b,thousand,million,ratio,\bsize\b,"
    r"ministr,civil servant,counsellor,trained,attach,posts,\bteam"
)
