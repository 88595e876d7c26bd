"""The rule book. A rule is one function of its family's module; its docstring is its page of the manual.

Rules are pure: a case in, findings out. They never read a file, a clock or the terminal.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from mainstream_cli.model.finding import SEVERITIES, Finding, Severity
from mainstream_cli.rules import (
    action_rows,
    aims,
    answers,
    backing,
    carriers,
    chain,
    checked,
    copies,
    costing,
    evidence,
    formats,
    gates,
    indicators,
    journal,
    movement,
    parts,
    personal,
    places,
    private,
    project,
    references,
    roles,
    sectors,
    severities,
    sources,
    targets,
)
from mainstream_cli.rules.assessing import assess
from mainstream_cli.rules.case import Case, once
from mainstream_cli.rules.conditions import condition_findings, runs_out
from mainstream_cli.rules.digest import digest
from mainstream_cli.rules.lexicons import WORDS_ONLY, not_checked
from mainstream_cli.rules.waivers import covering

Rule = Callable[[Case], Iterator[Finding]]
SecondRule = Callable[[Case, Sequence[Finding]], Iterator[Finding]]

RULES: dict[str, Rule] = {
    "P03": project.no_lead,
    "P04": project.other_edition,
    "P05": project.origin_missing,
    "P06": project.plan_is_over,
    "P07": project.sample_of_no_day,
    "P08": project.timing_against_status,
    "P16": project.earlier_question,
    "P19": project.language_not_read,
    "P20": roles.off,
    "R01": references.points_nowhere,
    "R02": references.actor_in_free_text,
    "R04": references.recorded_otherwise,
    "A01": answers.core_question_open,
    "A02": answers.reason_missing,
    "A03": answers.source_missing,
    "A04": answers.data_gap,
    "A05": answers.answer_to_hidden_question,
    "A06": answers.views_differ,
    "A07": backing.mandate_without_date,
    "A08": backing.groups_not_heard,
    "A09": copies.answered_ahead,
    "A10": copies.copied_over,
    "A11": copies.gap_signed_over,
    "E01": evidence.rival_figures_without_choice,
    "E02": evidence.dated_in_the_future,
    "E03": evidence.rivals_not_told_apart,
    "E04": evidence.reason_says_nothing,
    "E05": evidence.more_than_all,
    "E06": evidence.mixed_trend,
    "E07": sources.source_not_traceable,
    "E08": sources.source_too_old,
    "E09": sources.sure_without_source,
    "E10": sources.linkage_without_evidence,
    "E11": sources.gap_without_holder,
    "E12": parts.part_larger_than_whole,
    "D01": personal.about_a_person,
    "D02": personal.named_instead_of_role,
    "D03": places.place_of_people_at_risk,
    "D04": places.small_cell,
    "D05": private.private_in_public,
    "G01": gates.stale_sign_off,
    "G02": gates.signed_out_of_order,
    "G05": journal.waiver_refused,
    "G06": journal.remedy_overdue,
    "G07": journal.rating_overdue,
    "G08": private.only_in_private,
    "G10": gates.nothing_to_sign,
    "G11": gates.seal_broken,
    "G12": gates.entry_gone,
    "G13": gates.says_nothing,
    "W01": runs_out,
    "K01": aims.gender_unmeasured,
    "K02": sectors.high_without_action,
    "K03": action_rows.serves_nothing,
    "K04": action_rows.led_by_nobody,
    "K05": action_rows.produces_nothing,
    "K06": action_rows.outside_the_plan,
    "K07": action_rows.undated,
    "K08": action_rows.serves_what_is_left_out,
    "K09": action_rows.milestone_outside_dates,
    "K10": action_rows.harm_without_answer,
    "K11": action_rows.output_of_other_level,
    "K12": sectors.one_sign_only,
    "K13": sectors.one_direction_only,
    "K14": movement.movement_is_the_aim,
    "K20": aims.serves_no_goal,
    "K21": aims.answers_no_linkage,
    "K22": aims.owned_by_nobody,
    "K23": aims.due_outside_the_plan,
    "K24": aims.without_action,
    "K25": aims.sectors_disagree,
    "K26": checked.without_result,
    "K27": checked.of_earlier_version,
    "K28": checked.checked_by_its_owner,
    "K30": chain.output_without_outcome,
    "K31": chain.outcome_without_aim,
    "K32": chain.upside_down,
    "K33": chain.circle_of_results,
    "K34": chain.output_of_no_action,
    "K40": carriers.body_without_chair,
    "K41": carriers.body_without_members,
    "K42": carriers.circle_of_reporting,
    "K43": carriers.goal_of_no_ministry,
    "K44": carriers.policy_past_its_years,
    "K45": carriers.risk_without_answer,
    "K46": carriers.risk_without_owner,
    "K47": carriers.milestone_overdue,
    "K48": carriers.milestone_after_the_plan,
    "M01": costing.funded_beyond_cost,
    "M02": movement.private_money_as_funding,
    "M03": costing.cost_outside_dates,
    "M04": costing.no_rate,
    "M05": costing.uncosted,
    "M06": costing.no_budget_code,
    "M07": costing.ceiling_not_said,
    "M08": costing.price_years_mixed,
    "M09": costing.paid_by_nobody,
    "M10": costing.costs_nothing,
    "I01": indicators.no_baseline,
    "I02": indicators.no_target,
    "I03": indicators.baseline_of_no_year,
    "I04": indicators.baseline_of_no_source,
    "I05": indicators.measured_by_nobody,
    "I06": indicators.not_verifiable,
    "I07": targets.target_on_wrong_side,
    "I08": targets.milestones_off_the_path,
    "I09": targets.target_outside_the_plan,
    "I10": targets.share_over_hundred,
    "I11": indicators.outcome_measured_by_outputs,
    "I12": targets.baseline_after_target,
    "I13": targets.old_baseline,
    "I14": indicators.result_without_indicator,
    "I15": indicators.measures_nothing,
    "I16": indicators.people_not_split,
}

BY_GATE = ("A01", "G10")
"""What these say, and not only how serious it is, follows from the gate that is judged."""

SECOND_RULES: dict[str, SecondRule] = {
    "G03": journal.waiver_expired,
    "G04": journal.waiver_without_use,
}

MANUAL: dict[str, str] = {
    **formats.MANUAL,
    "P15": severities.without_effect.__doc__ or "",
    **{code: rule.__doc__ or "" for code, rule in {**RULES, **SECOND_RULES}.items()},
}


def check(case: Case) -> list[Finding]:
    """Apply every rule for which the catalogue has what it needs.

    Codes that the judged gate names become errors, others what the project wants.

    Waivers stand beside what they cover; the rules on waivers look at all that was found.
    """
    on = [(code, rule) for code, rule in RULES.items() if not roles.lacking(case.catalogue, code)]
    found = [finding for code, rule in on for finding in (rule(case) if code in BY_GATE else _noticed(case)[code])]
    found += severities.without_effect(case, MANUAL)
    found = [*filter(case.judges, found), *condition_findings(case)]
    found = [_now(case, finding) for finding in found]
    if case.waivers:
        found = [replace(finding, waiver=covering(case, finding)) for finding in found]
    found += [finding for rule in SECOND_RULES.values() for finding in rule(case, found)]
    return list(severities.weighed(case, found))


@once
def _noticed(case: Case) -> dict[str, tuple[Finding, ...]]:
    """Return what rules find whichever gate is judged: they run once, and every gate weighs it."""
    on = (code for code in RULES if code not in BY_GATE and not roles.lacking(case.catalogue, code))
    deaf = frozenset() if case.reads_words else WORDS_ONLY
    return {code: () if code in deaf else tuple(RULES[code](case)) for code in on}


def _now(case: Case, finding: Finding) -> Finding:
    """Return a finding as serious as it is at the judged gate; for most that is what the rule said."""
    severity = _severity(case, finding)
    return finding if severity == finding.severity else replace(finding, severity=severity)


def _severity(case: Case, finding: Finding) -> Severity:
    """Say how serious a finding is at the judged gate, which may name its code, or come before the stage it counts."""
    gate = case.judged.gate if case.judged else None
    if gate and finding.code in gate.findings and gates.concerns(case, finding):
        return "error"
    if not finding.needed_by:
        return finding.severity
    now = "error" if gate and finding.code in gate.conditions else case.severity(finding.needed_by)
    return max(finding.severity, now, key=SEVERITIES.index)


def gate(case: Case, stage: str) -> list[Finding]:
    """Return what keeps the gate of a stage shut: the errors when that gate is judged, but for those waived.

    What could not be read keeps it shut as well; so does what this copy cannot see (G08).
    """
    judged = case.at(stage)
    stops = [finding for finding in check(judged) if finding.stops]
    return [*gates.unread(judged), *stops, *private.keeps_shut(judged)]


__all__ = ["MANUAL", "RULES", "SECOND_RULES", "Case", "assess", "check", "digest", "gate", "not_checked"]
