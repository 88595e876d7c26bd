"""Which questions are answered in which section of the scoping proposal: data, read from top to bottom."""

from mainstream_cli.model.catalogue import Question

BY_STAGE = {
    "added_value": "purpose",
    "core_team": "institutions",
    "awareness": "stakeholders",
    "scoping": "purpose",
    "institutions": "institutions",
    "situation": "picture",
}
"""Where the answers of a stage go, unless ``BY_QUESTION`` says otherwise; other stages come in only by question."""

BY_QUESTION = {
    "core_team_mandate": "purpose",
    "scoping_migration_picture": "picture",
    "added_value_scale": "picture",
    "added_value_change": "picture",
    "added_value_groups": "picture",
    "scoping_goal_links": "links",
    "added_value_goals_touched": "links",
    "situation_goal_effects": "links",
    "balanced_linkages": "links",
    "situation_unintended": "links",
    "scoping_policy_inventory": "policies",
    "added_value_policy_reach": "policies",
    "added_value_existing_work": "policies",
    "added_value_past_attempts": "policies",
    "situation_lessons": "policies",
    "scoping_institution_map": "institutions",
    "plan_calendar_link": "calendar",
    "scoping_entry_in_plan": "calendar",
    "scoping_entry_stand_alone": "calendar",
    "added_value_window": "calendar",
    "scoping_consultation_plan": "stakeholders",
    "core_team_local_voice": "stakeholders",
    "scoping_data_inventory": "datasets",
    "evidence_base": "datasets",
    "data_disaggregation": "datasets",
    "situation_data_gaps": "datasets",
    "scoping_resources": "resources",
    "added_value_staff_time": "resources",
    "core_team_skills": "resources",
    "core_team_budget": "resources",
    "capacity_assessment": "resources",
    "training_plan": "resources",
    "plan_costed": "resources",
    "funding_secured": "resources",
    "partner_mapping": "resources",
    "scoping_priority_sectors": "sectors",
    "scoping_risk_screening": "risks",
    "scoping_risk_list": "risks",
    "rights_review": "risks",
    "gender_analysis": "risks",
    "age_child_analysis": "risks",
    "scoping_work_plan": "work_plan",
    "core_team_work_plan": "work_plan",
    "core_team_tasks": "work_plan",
    "scoping_process_checks": "monitoring",
    "awareness_effect": "monitoring",
    "core_team_records": "monitoring",
    "implementation_extent_before": "monitoring",
    "implementation_extent_now": "monitoring",
    "added_value_decision": "decisions",
    "scoping_validated": "decisions",
}


def section_of(question: Question) -> str | None:
    """Return the section of the proposal in which a question is answered, None when it is in none."""
    return BY_QUESTION.get(question.id) or BY_STAGE.get(question.home)


def in_body(question: Question) -> bool:
    """Tell whether the answer stands in the section itself; those neither of the proposal nor core are annexed."""
    return question.home == "scoping" or question.core
