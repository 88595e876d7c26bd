"""The record of decisions holds every entry of the journal and says which of them no longer holds."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from mainstream_cli.documents.contexts.record_of_decisions import RecordOfDecisions
from mainstream_cli.documents.kinds import DOCUMENTS, Dossier
from mainstream_cli.model.journal import parse_entry

Data = dict[str, Any]


@pytest.fixture
def record(full: Dossier) -> Any:
    context = DOCUMENTS["record_of_decisions"].build(full)
    assert isinstance(context, RecordOfDecisions)
    return context


def test_every_entry_is_in_it_the_latest_first(record: Any) -> None:
    assert [each.date for each in record.decisions] == ["1 June 2026", "31 May 2026"]
    assert [each.date for each in record.sign_offs] == ["30 May 2026", "10 April 2026"]
    assert [each.what.split()[0] for each in record.waivers] == ["C12", "A03"]
    assert [each.date for each in record.ratings] == ["2 March 2026", "30 May 2026"]


def test_what_no_longer_holds_says_so(record: Any) -> None:
    """A stale sign-off, one that was replaced and a waiver that ended stay in the record and are named as such."""
    assert "has changed since" in record.sign_offs[0].standing
    assert record.sign_offs[1].standing == "Replaced by a later sign-off"
    assert record.waivers[0].until == "31 August 2026\nIn force"
    assert record.waivers[1].until == "31 March 2026\nEnded"
    (changed,) = [each for each in record.cover.glance if each.label == "Changed"]
    assert "Added value" in changed.text or "added value" in changed.text.lower()


def test_a_remedy_names_its_condition_and_how_that_stands(record: Any) -> None:
    remedy = record.decisions[0]
    assert remedy.about.startswith("Remedy of: C10 Human-rights basis")
    assert remedy.due.startswith("30 September 2026\n")


def test_not_assessed_is_counted_apart(record: Any) -> None:
    first = record.ratings[0]
    assert (first.secured, first.partly, first.open, first.unknown) == ("0 of 3", "1", "1", "1")
    history = {each.title[:3]: each.rated for each in record.history}
    assert history["C01"] == "2 March 2026: not secured\n30 May 2026: partly secured"
    assert history["C19"] == "Not rated yet"


def test_conditions_carry_their_waiver_and_their_remedy(full: Dossier) -> None:
    """In the annex of conditions both stand beside the status, which stays what the answers say."""
    proposal: Any = DOCUMENTS["scoping_proposal"].build(full)
    rows = {each.code: each for each in proposal.conditions}
    assert "Accepted until 31 August 2026 by Planning Commission" in rows["C12"].because
    assert "All objectives are read with the ombudsman." in rows["C10"].because
    assert "due 30 September 2026" in rows["C10"].because
    assert "ecured" in rows["C12"].status


def test_decisions_taken_stand_beside_those_requested(
    full: Dossier, make: Callable[..., bytes], text_of: Callable[[bytes], str]
) -> None:
    text = text_of(make("scoping_proposal", full))
    taken = "Health and skills are assessed first. (Decided by Planning Commission on 31 May 2026)"
    assert text.index("The reader is asked to:") < text.index("Decided so far") < text.index(taken)


def test_what_people_typed_is_found_again(
    sandoria: Data, material: Callable[..., Dossier], make: Callable[..., bytes], text_of: Callable[[bytes], str]
) -> None:
    """Every free text of every entry stands in the document, and nothing of it is executed."""
    hostile = "{{ 7*7 }} <b>Tom & Jerry</b> \u0645\u0631\u062d\u0628\u0627"
    free = ("text", "reason", "reference", "by")
    journal = {
        id_: {name: f"<{id_} {name}> {hostile}" if name in free else value for name, value in entry.items()}
        for id_, entry in sandoria["journal"].items()
    }
    assert all(parse_entry(each, {})[0] for each in journal.values())
    text = text_of(make("record_of_decisions", material({**sandoria, "journal": journal})))
    wanted = [
        entry[name] for entry in journal.values() if entry["kind"] != "sign_off" for name in free if name in entry
    ]
    wanted += [each["reference"] for each in journal.values() if each["kind"] == "sign_off"]
    assert not [each for each in wanted if each not in text]


def test_who_confirmed_stands_beside_who_decided(full: Dossier) -> None:
    """A decision names the institutions that confirmed it; that a stage has nothing to record is no remedy."""
    entry = {"kind": "decision", "text": "No objective serves the plan.", "stage": "goal_setting", "code": "G10"}
    entry |= {"by": "Council", "date": "2026-06-01", "confirmed_by": ["Ministry of Labour", "Ministry of Health"]}
    decided = parse_entry(entry, full.catalogue.vocabulary)[0]
    assert decided is not None
    dossier = replace(full, project=replace(full.project, journal={"2026-06-01-decision-goal_setting-1": decided}))
    built = DOCUMENTS["record_of_decisions"].build(dossier)
    assert isinstance(built, RecordOfDecisions)
    assert built.decisions[0].by == "Council\nConfirmed by: Ministry of Labour; Ministry of Health"
    assert "On: G10" in built.decisions[0].about
    assert "Remedy" not in built.decisions[0].about
