"""Whatever is missing or odd in a project, the rules answer with findings."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mainstream_cli.model.registers import REGISTERS
from mainstream_cli.rules import check

ENDS = ("plan_goal", "sector")  # a linkage without both is none
ODD = ["", "x", "remittances", "2026", "0", "not_recorded", "é" * 200]


def optional_fields(sound):
    """Return the path of every field of the sound project that may be left out."""
    return [
        f"{register}/{id_}/{field}"
        for register, entries in sound["registers"].items()
        for id_, entry in entries.items()
        for field in entry
        if field not in ENDS
        and field in REGISTERS[register].entry.model_fields
        and not REGISTERS[register].entry.model_fields[field].is_required()
    ]


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_any_fields_may_be_missing(case_of, sound, data):
    """Without any set of optional fields every rule still gives findings, each on an entry that exists."""
    gone = data.draw(st.lists(st.sampled_from(optional_fields(sound)), unique=True, max_size=40))
    case = case_of(dict.fromkeys(gone))
    for finding in check(case):
        ref = finding.ref
        assert ref is None or ref.kind in ("settings", "answers") or ref.id in case.project.entries(ref.kind)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_titles_and_sources_of_money_may_be_any_words(case_of, data):
    """No text in a title or a source of money makes a rule fail."""
    words = st.one_of(st.sampled_from(ODD), st.text(max_size=80)).filter(str.strip)
    changes = {
        "objectives/keep_staff/title": data.draw(words),
        "actions/hometown_clinics/funding/0/source": data.draw(words),
        "indicators/vacancy_rate/unit": data.draw(words),
        "results/skills_used/contributes_to": data.draw(st.sampled_from(["skills_used", "fewer_vacancies", "nowhere"])),
    }
    assert all(finding.message and finding.action for finding in check(case_of(changes)))
