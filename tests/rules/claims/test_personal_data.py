"""Texts that could expose people are noticed at their place and never quoted; sound sentences pass. All are invented."""

import pytest

from mainstream_cli.model.project import Ref

CAUGHT = {
    "D01": [
        "Amina Testova, passport AB1234567, returned in May.",
        "Her passport no. 123456789 was taken by the employer.",
        "The applicant's ID number 2001004567890 is on file.",
        "Identity card: MX 4455667, issued in Orlo.",
        "National ID 19900214-1234 was copied at the border.",
        "Residence permit number RP-556677 has expired.",
        "Case number 2024-001234 was sent back to the police.",
        "The woman with refugee certificate no 5566778 asked for help.",
        "Travel document T 9876543 is held at the consulate.",
        "Alien registration number A123456789.",
        "She was detained under A-098 765 432.",
        "Visa no: 88776655, refused twice.",
        "Call Amina on 079 123 456 for her story.",
        "Phone: 0791234567 (the returnee from Lunca).",
        "Tel. 022-555-123, ask for the mother.",
        "He can be reached at +373 79 123 456.",
        "WhatsApp +254 712 345 678, evenings only.",
        "Write to amina.testova@example.com for the interview.",
        "Contact: petru1990@example.org",
        "Her bank account 2259 0011 2233 is used by the agent.",
        "Transfers went to IBAN XX12ABCD12345678901234.",
        "Account number: 12345678 at the savings bank.",
        "Ion Example, born on 3 March 1990, works in construction.",
        "Date of birth: 1990-03-14.",
        "DOB 14/03/1990, sent home twice.",
        "The girl, born 5.6.2011, lives with her aunt.",
        "Amina Testova, aged 34, came back from abroad.",
        "Juma Example (29) was deported last year.",
        "Petra Sample, 41, lost her papers on the way.",
        "We spoke with Lena Invented, 27 years old, in the market.",
        "Mrs Testova returned from Italy after her employer kept her wages.",
        "Mr Example was deported in 2024 and lives with his wife.",
        "Ms. Sample is a victim of trafficking.",
        "Contact the girl at 069 12 34 56.",
        "A 34-year-old woman from Lunca, deported in 2025, lives with two sons.",
    ],
    "D03": [
        "Undocumented workers sleep in the warehouse behind the fish market.",
        "The safe house is at 14 Acacia Street in Orlo.",
        "The women's shelter stands behind the old bakery.",
        "The shelter for victims of trafficking is in the village of Lunca.",
        "Undocumented migrants sleep in the old mill near the river.",
        "Irregular migrants live under the railway bridge.",
        "People without papers stay in house no. 12 on the hill.",
        "The crisis centre for women is opposite the post office.",
        "Coordinates of the shelter: 47.0105, 28.8638.",
        "Migrants in an irregular situation hide in the abandoned brickworks.",
        "The refuge for migrant women is at 5 Park Avenue.",
        "The hiding place is next to the bus station.",
        "The shelter: Strada Florilor, second gate.",
        "Undocumented workers are housed at Plot 7 behind the market.",
    ],
    "D04": [
        "4 HIV-positive returnees in Lunca district.",
        "3 women from the village of Lunca were trafficked.",
        "Two girls from Lunca village left with an agent.",
        "Five returnees in Orlo district asked for help.",
        "In 2024 four victims of trafficking were identified in Lunca.",
        "One unaccompanied child in the town of Orlo is still missing.",
        "Seven families from the commune of Valea lost their land.",
        "2 stateless persons in Camp 4 have no papers at all.",
        "In Orlo district, 3 trafficked girls were counted.",
        "In the village of Lunca there are two deported men.",
    ],
}

PASSES = [
    "The Minister of Labour signed Order 123 of 7 June 2026.",
    "A 17-year-old refugee counts as a child.",
    "A 15-year-old girl may not be recruited for work abroad.",
    "In Orlo district 3 refugee centres are open.",
    "Two NGOs help victims of trafficking in Lunca.",
    "Contact the Ministry of Labour at 022 12 34 56.",
    "In Lunca district 40 returnees asked for help.",
    "Letter of the State Secretary of 3 March 2025, reference 12/2025.",
    "Government Decision 725 of 8 September 2017.",
    "Law No. 180 of 10 July 2008 on labour migration.",
    "Regulation (EU) 2016/399, Article 12.",
    "See A/RES/70/1 and A/CONF.231/3.",
    "SDG indicator 10.7.2 and target 8.8 are reported every year.",
    "The programme costs 12,500,000 KES in 2026 and 13,000,000 KES in 2027.",
    "Remittances were USD 1 842 million in 2012.",
    "Budget code 1070104000 covers the service.",
    "Programme 58 07 01 of the budget of 2027.",
    "ISO codes MDA and KEN are used; ISIC 4520 as well.",
    "The census of 2014 counted 2998235 residents.",
    "Between 2010 and 2015 some 45000 residence permits were issued.",
    "In 2024, 123456 passports were issued at consulates.",
    "The ministry issued 250000 identity cards and 12000 visas.",
    "Passport fees fell to 450 in 2025.",
    "A biometric passport costs 12000 shillings.",
    "The cost of an identity card is 15000 shillings.",
    "Visa fees of 20000 are paid by employers.",
    "Visa 2025 reform: the law changed twice.",
    "Write to info@statistics.example.",
    "Contact the secretariat: migration.office@planning.example.",
    "The hotline of the ministry is 0800 123 456, free of charge.",
    "Office phone of the Ministry of Labour: +373 22 123 456.",
    "Call the helpline 116 111 for children.",
    "The call for proposals 2024-2027 closes in May.",
    "The call centre took 125000 calls in 2025.",
    "People born after 1 January 1990 are in the sample.",
    "Children born on 1 January 2015 or later start school in 2021.",
    "Foreign-born persons, with refugees added.",
    "Persons born abroad: 104800 in 2014.",
    "Women aged 15 to 24 leave most often.",
    "Young Women aged 18 and over can apply.",
    "Population aged 15-64, both sexes.",
    "Older Persons aged 65 and over live alone.",
    "The Minister of Finance, Mr Example, asked for a refugee budget line.",
    "The Director of the office, Mrs Sample, spoke on trafficking.",
    "Dr Example presented the study of the university on health.",
    "The current account deficit was 12.4 per cent in 2012.",
    "Payments go to Treasury account number 22511001.",
    "Migrants can open a bank account in 2 days.",
    "Two shelters for victims of trafficking work in the north of the country.",
    "There is no shelter in the village of Lunca.",
    "The city of Orlo needs a shelter near the hospital.",
    "The address of the safe house is not published.",
    "Migrants in an irregular situation have no access to clinics in Orlo.",
    "Undocumented migrants are counted in the survey of the village councils.",
    "The strategy shelters investors under the tax code of 2019.",
    "Three women from the town of Orlo took part in the workshop.",
    "Five officials from the district of Orlo were trained.",
    "Two people from each municipality sit in the committee.",
    "One in five families in Orlo district has a parent abroad.",
    "Nine of ten households in the district of Orlo receive money.",
    "3 per cent of women in Orlo district are divorced.",
    "In 2013 women from the village councils asked for buses.",
    "Goal 3 women and girls, goal 5 children.",
    "25 women from the village of Lunca started a cooperative.",
    "The team met on 7 June 2026 at 09:30 in room 12.",
    "Vision 2035, chapter 4, page 112, table 3.",
    "Available at https://www.example.org/document/1234567.",
    "ISBN 978-92-9068-583-4, published in 2010.",
    "Annex 2, section 3.4.5, says who answers for it.",
    "Workers paid 7.7 per cent of 200 dollars sent.",
    "Order 12 of the Prime Minister, file kept by the chancellery.",
    "Objective 23 of the Global Compact, goals 8, 10, and 17 of the Agenda.",
    "The file holds 45,000 records of departures.",
    "In case 12000 people come back, two schools are not enough.",
    "The Chisinau Declaration, 12 articles long, was signed in 2011.",
    "The Labour Code (12) was amended in 2019.",
    "Population of Nairobi County, 4397073 in 2019.",
    "House prices in the village of Lunca doubled.",
    "Tel Aviv and Dubai are the main corridors in 2024.",
    "The id of the source is census_2014.",
    "Case study 2014-2018 on return.",
    "Profile 2010-2015, extended edition.",
    "Seven women's groups in Lunca district save together.",
    "Budget line 0612040 receives KES 45,000,000 in 2026/27.",
    "Case 45 of 2023 before the Labour Court.",
    "Two of the three shelters for trafficked persons are in the capital.",
    "People without documents stay away from clinics near the border.",
    "The bill protects undocumented migrants who live in rented housing.",
    "The visa 90/180 day rule of the area.",
    "The file 2026-06-07_minutes.docx holds the minutes.",
    "Social security covers 350000 workers abroad.",
    "Social security agreements with 12 countries since 2010.",
]


def codes(made, sentence):
    """Check a note that holds a sentence and return the codes of family D with the message."""
    case = made({"scoping_purpose": {"value": "Our purpose.", "note": f"An opening remark. {sentence}"}})
    return [each for each in made.found(case, "D") if each.code != "D05"]


@pytest.mark.parametrize(("code", "sentence"), [(code, each) for code, all_ in CAUGHT.items() for each in all_])
def test_what_could_expose_people_is_noticed_and_not_quoted(made, code, sentence):
    """One warning stands at the field, and no run of four letters or digits that is only in the sentence is in it."""
    (finding,) = codes(made, sentence)
    assert (finding.code, finding.severity) == (code, "warning")
    assert finding.ref == Ref("answers", "scoping_purpose", ("note",))
    said = f"{finding.message} {finding.action}"
    private = {word.strip(".,:()") for word in sentence.split() if word[0].isupper() or any(map(str.isdigit, word))}
    assert not {word for word in private if len(word) > 3 and word in said}


@pytest.mark.parametrize("sentence", PASSES)
def test_sound_sentences_pass(made, sentence):
    """Functions, years, amounts, codes, laws, cohorts and office lines are no data on individuals."""
    assert codes(made, sentence) == []


@pytest.mark.parametrize(
    "text",
    ["@ " + "a." * 50_000, "passport " + "1 " * 50_000, "3 asylum " * 20_000 + "village", "+1 " * 50_000 + "12345"],
    ids=["mail", "document", "count", "phone"],
)
def test_a_long_text_made_to_be_slow_is_read_to_its_end(made, text):
    """Patterns look a bounded way ahead, so that no text keeps check from finishing."""
    assert codes(made, text) == []


FIGURE = {"title": "Victims found", "indicator": "victims", "year": 2024, "value": 4, "unit": "persons", "source": "s"}


@pytest.mark.parametrize(
    ("fields", "faults"),
    [
        ({}, 1),
        ({"value": 9, "unit": "women"}, 1),
        ({"value": 10}, 0),
        ({"value": 0}, 0),
        ({"value": "4.2"}, 0),
        ({"unit": "thousand persons"}, 0),
        ({"unit": "persons per 1,000 residents"}, 0),
        ({"unit": "% of population"}, 0),
        ({"title": "Trained staff of the ministry"}, 0),
        ({"title": "Average household size"}, 0),
    ],
)
def test_a_figure_of_fewer_than_ten_people_is_a_small_cell(made, fields, faults):
    """One to nine persons are pointed to at the value; rates, thousands, staff and averages pass."""
    found = made.found(made(figures={"f": FIGURE | fields}), "D04")
    assert [each.ref for each in found] == [Ref("figures", "f", ("value",))] * faults


def test_a_small_group_of_an_indicator_is_a_small_cell(made):
    """The baseline of a group is pointed to by its place in the list."""
    groups = [{"by": "sex", "group": name, "baseline": {"value": value}} for name, value in (("men", 40), ("women", 3))]
    indicator = {"title": "People helped", "level": "output", "unit": "persons", "disaggregation": groups}
    (finding,) = made.found(made(indicators={"i": indicator}), "D04")
    assert finding.ref == Ref("indicators", "i", ("disaggregation", 1, "baseline", "value"))


def test_a_field_for_a_role_holds_no_name(made):
    """A form of address with a name is noted; a role and an organisation pass."""
    session = {"title": "First", "question": "What?", "date": "2026-03-01"}
    named = made.found(made(sessions={"s": session | {"facilitator": "Mrs Testova"}}), "D02")
    assert [each.ref for each in named] == [Ref("sessions", "s", ("facilitator",))]
    for role in ("Facilitator of the planning commission", "Minister of Labour", "Msambweni district office"):
        assert made.found(made(sessions={"s": session | {"facilitator": role}}), "D02") == []


def test_sensitive_answers_and_fields_belong_into_private(made, catalogue):
    """A sensitive answer or field in a public file is pointed to; in a sample an answer passes."""
    (question,) = [each.id for each in catalogue.questions.values() if each.sensitive]
    held = {"title": "Union", "kind": "workers_organisation", "stance": "opposes"}
    found = made.found(made({question: "absent"}, stakeholders={"union": held}), "D05")
    assert [each.ref for each in found] == [
        Ref("answers", question, ("value",)),
        Ref("stakeholders", "union", ("stance",)),
    ]
    assert {each.severity for each in found} == {"error"}
    assert made.found(made({question: "absent"}, settings={"sample": "invented_country"}), "D05") == []
    shown = made(stakeholders={"union": held}, settings={"sample": "invented_country"})
    assert [each.ref.id for each in made.found(shown, "D05")] == ["union"]
    assert made.found(made(stakeholders={"union": held}, settings={"sample": "real_country"}), "D05") == []
