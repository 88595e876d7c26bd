"""Faults of figures, sources and claims are found at their field; near-misses pass."""

import pytest

from mainstream_cli.model.project import Ref

OFFICE = {"title": "Tables", "kind": "dataset", "author": "Statistics Office", "year": 2025}
SOURCES = {
    "tables": OFFICE,
    "stock_2019": OFFICE | {"author": "UN DESA", "edition": "2019"},
    "stock_2024": OFFICE | {"author": "UN DESA", "edition": "2024"},
    "census_2014": OFFICE | {"kind": "census", "year": 2014},
    "census_2024": OFFICE | {"kind": "census", "year": 2024},
}


def figure(**fields):
    base = {"title": "Emigrants", "indicator": "emigrants", "year": 2020, "value": 5000, "unit": "persons"}
    return base | {"source": "tables", "method": "national"} | fields


def places(made, code, **registers):
    """Return the places of the findings with a code."""
    return [each.ref for each in made.found(made(sources=SOURCES | registers.pop("sources", {}), **registers), code)]


def trend(*figures):
    return {f"f{at}": figure(**{"year": 2010 + 5 * at} | each) for at, each in enumerate(figures)}


MIXED = [
    ("edition", trend({"source": "stock_2019", "edition": "2019"}, {"source": "stock_2024", "edition": "2024"})),
    ("edition", trend({"source": "stock_2019"}, {"source": "stock_2024"})),
    ("edition", trend({"edition": "First release"}, {"edition": "Second release"})),
    ("definition", trend({"definition": "Away three months"}, {"definition": "Away twelve months"})),
    ("method", trend({"method": "national"}, {"method": "modelled"})),
    ("source", trend({"source": "tables"}, {"source": "stock_2024"})),
    ("edition", trend(*({"source": "census_2024", "edition": each} for each in ("Provisional", "Final")))),
]
ONE_TREND = [
    trend({"edition": "2024"}, {"edition": "2024"}),
    trend({"source": "census_2014", "edition": "2014"}, {"source": "census_2024", "edition": "2024"}),
    trend({"definition": "Away twelve months."}, {"definition": "away twelve months"}),
    trend({"method": "national"}, {"method": "modelled", "group": "women"}),
    trend({"method": "national"}, {"method": "modelled", "indicator": "immigrants"}),
    trend({"method": "national", "territory": "Orlo district"}, {"method": "modelled", "territory": "Lunca district"}),
    trend({"method": "national"}, {"method": "modelled", "note": "The series breaks here: not comparable."}),
    trend({"edition": "2019"}, {}),
]


@pytest.mark.parametrize(("field", "figures"), MIXED)
def test_a_mixed_trend_is_found_where_it_changes(made, field, figures):
    """The later figure is pointed to, at the field that changed."""
    assert places(made, "E06", figures=figures) == [Ref("figures", "f1", (field,))]


@pytest.mark.parametrize("figures", ONE_TREND)
def test_a_trend_of_one_kind_passes(made, figures):
    """Rounds of a census, other groups and places, and a noted break are no mixture."""
    assert places(made, "E06", figures=figures) == []


def test_of_rivals_the_chosen_figure_makes_the_trend(made):
    """A rival of another edition that is not chosen does not mix the trend."""
    figures = trend({"edition": "2024"}, {"edition": "2024", "chosen_because": "Latest edition of the publisher."})
    figures["rival"] = figure(year=2015, edition="2019")
    assert places(made, "E06", figures=figures) == []
    assert places(made, "E01", figures=figures) == []


def test_districts_are_no_rivals_but_ways_to_cover_the_country_are(made):
    """Two districts need no choice; the country with and without a declared area does."""
    districts = {"a": figure(territory="Orlo district"), "b": figure(territory="Lunca district")}
    country = {"a": figure(territory="Sandoria"), "b": figure(territory="Mainland, without The Islands")}
    assert places(made, "E01", figures=districts) == []
    assert places(made, "E01", figures=country) == [Ref("figures", "a")]
    units = {"a": figure(), "b": figure(unit="% of population", value=3)}
    assert places(made, "E01", figures=units) == []


def test_two_chosen_rivals_are_one_too_many(made):
    """The place is the field of the first choice."""
    both = {id_: figure(chosen_because=f"The better one, says {id_}.") for id_ in ("a", "b")}
    assert places(made, "E01", figures=both) == [Ref("figures", "a", ("chosen_because",))]


def test_a_rival_says_how_it_differs(made):
    """A figure among rivals without definition, edition, method and territory is pointed to; alone it is fine."""
    bare = figure(method=None)
    rivals = {"a": figure(chosen_because="It is the national figure."), "b": bare}
    assert places(made, "E03", figures=rivals) == [Ref("figures", "b")]
    assert places(made, "E03", figures={"b": bare}) == []


@pytest.mark.parametrize(
    ("reason", "faults"),
    [("chosen", 1), ("yes", 1), ("is better", 1), ("It is official", 0), ("Comprehensive coverage", 0)],
)
def test_a_choice_has_a_reason(made, reason, faults):
    """A word that gives no reason is noticed."""
    figures = {"a": figure(chosen_because=reason), "b": figure(edition="2019")}
    assert places(made, "E04", figures=figures) == [Ref("figures", "a", ("chosen_because",))] * faults


@pytest.mark.parametrize(
    ("fields", "faults"),
    [
        ({"year": 2027}, 1),
        ({"year": 2026}, 0),
        ({"year": 2040, "method": "modelled"}, 0),
        ({"year": 2035, "title": "Population projection"}, 0),
    ],
)
def test_a_figure_is_of_a_year_that_has_come(made, fields, faults):
    """Forecasts may look ahead; what was counted may not."""
    assert places(made, "E02", figures={"a": figure(**fields)}) == [Ref("figures", "a", ("year",))] * faults


def test_a_source_is_dated_in_the_past(made):
    """A source of next year is pointed to at its date or year; in a sample of a real country it passes."""
    ahead = {"next": OFFICE | {"year": 2027}, "soon": OFFICE | {"year": None, "date": "2026-06-08"}}
    assert places(made, "E02", sources=ahead) == [Ref("sources", "next", ("year",)), Ref("sources", "soon", ("date",))]
    assert places(made, "E02", sources=ahead, settings={"sample": "real_country"}) == []
    assert len(places(made, "E02", sources=ahead, settings={"sample": "invented_country"})) == 2


@pytest.mark.parametrize(
    ("unit", "value", "title", "faults"),
    [
        ("%", 140, "Households with internet", 1),
        ("% of households", 101, "Households with a migrant", 1),
        ("per cent of women", -2, "Women in work", 1),
        ("%", 100, "Households with internet", 0),
        ("% of GDP", 140, "Public debt", 0),
        ("%", 140, "Growth of remittances since 2010", 0),
        ("%", 112, "Gross enrolment ratio", 0),
        ("persons", 140, "Emigrants", 0),
    ],
)
def test_a_share_is_at_most_all(made, unit, value, title, faults):
    """Only shares of people and households are bounded."""
    figures = {"a": figure(unit=unit, value=value, title=title, indicator="share")}
    assert places(made, "E05", figures=figures) == [Ref("figures", "a", ("value",))] * faults


@pytest.mark.parametrize(
    ("fields", "severity"),
    [
        ({"author": None}, "warning"),
        ({"year": None, "kind": "census"}, "warning"),
        ({"year": None, "kind": "report"}, "note"),
        ({"year": None, "kind": "web_page"}, None),
        ({"author": None, "address": "https://example.org"}, None),
        ({"year": None, "kind": "survey", "edition": "Round 7"}, None),
    ],
)
def test_a_source_can_be_found_and_dated(made, fields, severity):
    """Somebody stands behind a source or it has an address; data have a year."""
    case = made(sources={"s": OFFICE | fields})
    assert [each.severity for each in made.found(case, "E07")] == [severity] * (severity is not None)


@pytest.mark.parametrize(
    ("kind", "year", "faults"),
    [
        ("census", 2014, 0),
        ("census", 2013, 1),
        ("survey", 2021, 0),
        ("survey", 2020, 1),
        ("administrative_data", 2024, 0),
        ("administrative_data", 2023, 1),
        ("law", 1990, 0),
        ("study", 2001, 0),
    ],
)
def test_each_kind_of_source_has_its_age(made, kind, year, faults):
    """The limit is 12, 5 and 2 years, measured against today; laws and studies have none."""
    found = places(made, "E08", sources={"s": OFFICE | {"kind": kind, "year": year}})
    assert found == [Ref("sources", "s", ("year",))] * faults


def test_the_day_of_a_source_counts(made):
    """A register extract of two years ago today passes; one of a day earlier does not."""
    extract = OFFICE | {"kind": "administrative_data", "year": None}
    assert places(made, "E08", sources={"s": extract | {"date": "2024-06-07"}}) == []
    assert places(made, "E08", sources={"s": extract | {"date": "2024-06-06"}}) == [Ref("sources", "s", ("date",))]


def test_an_old_source_may_show_the_past(made):
    """An old census beside a later one is a trend; alone it is too old."""
    old = {"census_2004": OFFICE | {"kind": "census", "year": 2004}}
    past = {"a": figure(year=2004, source="census_2004"), "b": figure(year=2024, source="census_2024")}
    assert places(made, "E08", sources=old, figures=past) == []
    assert places(made, "E08", sources=old, figures={"a": past["a"]}) == [Ref("sources", "census_2004", ("year",))]
    both = {"situation_patterns": {"value": "x", "sources": ["census_2004", "census_2024"]}}
    assert places(made, "E08", sources=old, answers=both) == []


@pytest.mark.parametrize(
    ("question", "answer", "severities"),
    [
        ("evidence_base", {"value": "in_place"}, ["warning"]),
        ("situation_patterns", {"value": "Most go to cities."}, ["warning"]),
        ("core_team_tasks", {"value": "in_place"}, ["note"]),
        ("evidence_base", {"value": "in_place", "sources": ["tables"]}, []),
        ("evidence_base", {"value": "absent"}, []),
        ("evidence_base", {"value": "unknown"}, []),
        ("evidence_base", {"value": "in_place", "confidence": "medium"}, []),
        ("evidence_base", {"value": "in_place", "origin": "illustrative"}, []),
        ("awareness_channels", {"value": "Through the radio."}, []),
    ],
)
def test_high_confidence_rests_on_a_source(made, question, answer, severities):
    """What claims something at high confidence names a source; opinions and what is absent need none."""
    case = made({question: {"confidence": "high"} | answer}, sources=SOURCES)
    found = made.found(case, "E09")
    assert [each.severity for each in found] == severities
    assert {each.ref for each in found} <= {Ref("answers", question, ("confidence",))}


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"strength": "high"}, "strength"),
        ({"confidence": "high"}, "confidence"),
        ({"strength": "high", "evidence": "Survey of 2024."}, None),
        ({"confidence": "high", "evidence": "Heard in three towns."}, "confidence"),
        ({"confidence": "high", "sources": ["tables"]}, None),
        ({"strength": "medium", "confidence": "low"}, None),
    ],
)
def test_a_strong_linkage_shows_why(made, fields, field):
    """High strength or confidence needs evidence or a source."""
    linkage = {"title": "L", "sector": "health", "direction": "migration_to_sector", "sign": "mixed"} | fields
    expected = [Ref("linkages", "l", (field,))] if field else []
    assert places(made, "E10", linkages={"l": linkage}) == expected


COUNTS = {"all": {}, "women": {"group": "women", "value": "600"}, "men": {"group": "men", "value": "400"}}


@pytest.mark.parametrize(
    ("change", "place"),
    [
        ({"women": {"value": "1200"}}, "women"),
        ({"women": {"group": "children", "value": "1200"}}, "women"),
        ({"women": {"value": "700"}}, "women"),
        ({}, None),
        ({"women": {"value": "605"}}, None),
        ({"women": {"value": "1200", "territory": "The Islands"}}, None),
        ({"women": {"value": "1200", "edition": "Revised"}}, None),
        ({"women": {"group": "girls and women over 60", "value": "700"}}, None),
        ({id_: {"unit": "per cent", "value": value} for id_, value in zip(COUNTS, (8, 12, 5), strict=True)}, None),
    ],
)
def test_a_part_is_not_larger_than_its_whole(made, change, place):
    """A group above all, or women and men above all, is pointed to; rates and other editions or places are not."""
    figures = {id_: figure(value="1000") | each | change.get(id_, {}) for id_, each in COUNTS.items()}
    assert places(made, "E12", figures=figures) == ([Ref("figures", place, ("value",))] if place else [])


def test_a_gap_in_data_has_a_holder(made):
    """Recorded gaps without a holder are noted."""
    gap = {"title": "Register", "kind": "permits", "gaps": "No split by sex."}
    assert places(made, "E11", datasets={"d": gap}) == [Ref("datasets", "d", ("gaps",))]
    assert places(made, "E11", datasets={"d": gap | {"holder": "Border police"}}) == []
