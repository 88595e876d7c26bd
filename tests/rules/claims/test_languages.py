"""In a language without a lexicon, shapes are found, words are not, and that is said."""

import pytest

from mainstream_cli.model.project import Ref
from mainstream_cli.rules import check

FRENCH = {"languages": ["fr", "ar"], "country": {"name": "Maroc", "iso3": "MAR"}}
SHAPES = {
    "D01": [
        "Amina Essai, passeport n° AB1234567, est revenue en mai.",
        "Amina Essai, passeport n° 123456789, est revenue en mai.",
        "Passeport n° AB 1234567 de Mme Éva Ésope.",
        "Amina Essai (B12345678) est revenue.",
        "Passeport 15AA12345, retenu par l'employeur.",
        "P<MARESSAI<<AMINA<<<<<<<<<<<<<<<<<<<<<<<<<<<",
        "On peut la joindre au +212 612 345 678 le soir.",
        "Téléphone de la mère : 0612 345 678.",
        "Écrire à amina.essai@example.com pour l'entretien.",
        "Son compte : MA64 0115 1900 0001 2050 0053 4921.",
        "عادت آمنة، جواز السفر رقم 123456789، في مايو.",
        "هاتف الأم: 0612-345678",
    ],
    "D03": [
        "Le refuge : 33.97159, -6.84981, deuxième porte.",
        "Refugio: 33,97159; -6,84981",
        "Le refuge : 33° 58′ 17″ N, 6° 50′ 59″ O.",
        "Refugio: 33°58'17,5\"N 6°50'59,3\"W",
    ],
}
SOUND = [
    "La loi n° 2016-1234 et le décret n° 2-12-563 du 7 juin 2026.",
    "Le programme coûte 12 500 000 MAD en 2026 et 13.000.000 MAD en 2027.",
    "Le code budgétaire 1070104000 couvre le service.",
    "Le recensement de 2014 a compté 33848242 habitants.",
    "De 2010 à 2015, 45000 titres de séjour ont été délivrés.",
    "Les transferts étaient de 58,6 milliards en 2016, soit 6,4 % du PIB.",
    "USD 1842000, EUR 250000, DH 12500000, Q 125000 et R250000 sont prévus.",
    "Journal Officiel n° 20160012 et Bulletin Officiel n° 6202.",
    "Une hausse de +12 500 000 USD et de +1.250.000 personnes.",
    "Código NIF de la empresa: B12345678.",
    "De 2010-2015 à 2020-2025, puis 2010 2015 2020.",
    "Les coefficients sont 0,1234; 0,5678.",
    "القرار رقم 1234567 لسنة 2020.",
    "État élevé du compte n° 1070104000 du budget.",
    "Contact : info@statistiques.example",
    "ISO 3166, A/RES/70/1 et la CITP-08.",
    "ISBN 978-92-9068-583-4, paru en 2010.",
    "Voir https://www.example.org/document/1234567.",
    "Réunion du 07.06.2026 à 09:30, salle 12.",
    "Vision 2035, page 112, tableau 3, objectif 10.7.2.",
    "El programa cuesta 1.250.000 USD en 2026.",
    "تبلغ الكلفة 1.250.000 درهم سنة 2026.",
    "Le taux est passé de 12,5 à 13,25 en 2015.",
    "La zone va de 33°58′ N à 34°02′ N ; il y fait 38° en juillet, 12° en janvier.",
]
AIM = {"title": "Réduire l'émigration des infirmières de moitié"}


def of_d(made, sentence, settings=FRENCH):
    case = made({"scoping_purpose": {"value": "But.", "note": f"Une remarque. {sentence}"}}, settings=settings)
    return [each for each in made.found(case, "D") if each.code != "D05"]


@pytest.mark.parametrize(("code", "sentence"), [(code, each) for code, all_ in SHAPES.items() for each in all_])
def test_shapes_are_found_in_every_language(made, code, sentence):
    """Numbers of documents, telephones, accounts, e-mail and coordinates need no words; they are not quoted."""
    (finding,) = of_d(made, sentence)
    assert (finding.code, finding.severity) == (code, "warning")
    assert finding.ref == Ref("answers", "scoping_purpose", ("note",))
    assert not any(part in finding.message for part in sentence.split() if any(map(str.isdigit, part)))


@pytest.mark.parametrize("sentence", SOUND)
def test_figures_money_years_and_laws_are_no_numbers_of_people(made, sentence):
    """What is written with digits in plans passes in other languages too."""
    assert of_d(made, sentence) == []


@pytest.mark.parametrize(
    ("iso3", "number"),
    [("ROU", "1800101221144"), ("FRA", "1 84 12 76 451 089 46"), ("TUR", "10000000146"), ("BRA", "390533447 05")],
)
def test_a_national_number_is_known_by_its_check_digits(made, iso3, number):
    """In any language the number of a person of the project's country is noticed, and one with a wrong digit is not."""
    settings = {"country": {"name": "Here", "iso3": iso3}}
    found = [each.code for each in of_d(made, f"Known as {number} here.", settings)]
    wrong = number[:-1] + str((int(number[-1]) + 1) % 10)
    assert (found, of_d(made, f"Known as {wrong} here.", settings)) == (["D01"], [])


def test_what_is_not_read_is_said_once(made):
    """An aim in French is not judged, and one note names what is not checked, in which language."""
    case = made(objectives={"o": AIM}, settings=FRENCH)
    (note,) = made.found(case, "P19")
    assert note.severity == "note"
    assert note.message == (
        "Aims of movement, private money and personal data in words are not checked in French and Arabic: "
        "read for yourself."
    )
    assert "K14" in note.action
    assert made.found(case, "K14") == []


@pytest.mark.parametrize(("language", "name"), [("ar", "Arabic"), ("es", "Spanish"), ("ro", "Romanian"), ("xx", "xx")])
def test_the_language_is_named(made, language, name):
    """The note names the language, by its code where it has no name."""
    (note,) = made.found(made(settings={"languages": [language]}), "P19")
    assert f"in {name}:" in note.message


@pytest.mark.parametrize("languages", [[], ["en"], ["en-GB", "en"]])
def test_an_english_project_is_read(made, languages):
    """English is the working language unless another comes first: nothing is left out, and nothing said."""
    aim = {"title": "Reduce emigration of nurses by half"}
    case = made(objectives={"o": aim}, settings={"languages": languages})
    assert made.found(case, "P19") == []
    assert len(made.found(case, "K14")) == 1


def test_a_second_language_is_not_taken_for_read(made):
    """Beside English, another language is named in P19, shapes are looked for as in it, and English words still count."""
    both = {"languages": ["en", "fr"], "country": FRENCH["country"]}
    case = made(objectives={"o": {"title": "Reduce emigration of nurses by half"}}, settings=both)
    (note,) = made.found(case, "P19")
    assert "are not checked in French: read" in note.message
    assert len(made.found(case, "K14")) == 1
    assert [each.code for each in of_d(made, "Mme Fatou Diallo, passeport AA0123456", both)] == ["D01"]


def test_words_alone_shut_no_gate(made, catalogue):
    """What rests on the words of a title or a payer is a note, whichever gate is judged."""
    money = {"status": "secured", "amount": "5", "currency": "KES"}
    action = {
        "title": "Bridge",
        "kind": "capacity",
        "funding": [{"source": each, **money} for each in ("remittances", "tbd")],
    }
    indicator = {"title": "Workshops held", "level": "outcome", "unit": "workshops"}
    case = made(
        actions={"a": action}, objectives={"o": {"title": "Deploy 50,000 workers abroad"}}, indicators={"i": indicator}
    )
    for stage in catalogue.stages:
        found = [each for each in check(case.at(stage.id)) if each.code in {"K14", "M02", "M09", "I11"}]
        assert [(each.code, each.severity) for each in found] == [
            (code, "note") for code in ("K14", "M02", "M09", "I11")
        ]


@pytest.mark.parametrize(
    ("code", "sentence"),
    [
        ("D01", "Passport of Amina Essai: B1234567."),
        ("D01", "Amina Essai, 0612 345 678."),
        ("D03", "Safe house: 33° 58′ 17″ N, 6° 50′ 59″ W."),
    ],
)
def test_shapes_beside_a_name_are_found_in_english_too(made, code, sentence):
    """A passport with its holder, a national telephone number beside a name, a shelter in degrees need no more words."""
    english = {"country": FRENCH["country"]}
    assert [each.code for each in of_d(made, sentence, english)] == [code]


@pytest.mark.parametrize(
    "sentence",
    [
        "World Bank Project P1234567, Ministry of Labour.",
        "Vote 1064, sub-vote 0612345678, is the budget line.",
        "Labour Force Survey 2019: 17 782 300 employed.",
        "The plateau lies at 33° 58′ 17″ N, 6° 50′ 59″ W.",
    ],
)
def test_codes_and_figures_pass_in_english(made, sentence):
    """Codes of projects and budgets, figures of a survey and places where nobody hides are no data on people."""
    assert of_d(made, sentence, {"country": FRENCH["country"]}) == []


def test_words_that_would_excuse_accuse_nobody(made):
    """Where a word could clear a finding and is not read, the rule is silent: growth, harm that is none, a union."""
    figure = {
        "title": "Croissance du PIB",
        "indicator": "croissance",
        "year": 2024,
        "value": -3,
        "unit": "%",
        "source": "s",
    }
    heard = {
        f"o{i}": {
            "title": f"Union {i}",
            "kind": "civil_society",
            "consulted": [{"date": "2026-01-01", "form": "lettre"}],
        }
        for i in range(3)
    }
    action = {"title": "Pont", "kind": "capacity", "possible_harm": "Aucun.", "funding": [{"source": "Budget de l'État", "status": "secured", "amount": "5", "currency": "MAD"}]}  # fmt: skip
    case = made(figures={"f": figure}, stakeholders=heard, actions={"a": action}, settings=FRENCH)
    assert [each.code for each in made.found(case, "") if each.code in {"E05", "A08", "K10", "M06"}] == []


def test_json_lists_what_is_not_checked(project, run):
    """Check says P19 first among its notes, and JSON names what is not checked, also when other codes are asked for."""
    settings = project / "mainstream.yaml"
    settings.write_text(settings.read_text(encoding="utf-8") + "languages: [fr]\n", encoding="utf-8")
    data = run("check", "--select", "K", "--format", "json").json
    assert {"aims_of_movement", "private_money", "personal_data_in_words"} <= set(data["not_checked"])
    assert [each["code"] for each in data["findings"] if each["code"][0] == "P"] == ["P19"]
    assert "not checked in French" in run("check").out.split("P03")[0]
    settings.write_text(settings.read_text(encoding="utf-8").replace("[fr]", "[en]"), encoding="utf-8")
    assert run("check", "--format", "json").json["not_checked"] == []
