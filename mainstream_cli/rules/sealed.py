"""What the sign-offs of catalogue 2026.1 cover: the registers of each stage and the fields of each record on that day.

A field or a register that came later joins a seal only where somebody filled it, so a release that adds one breaks no
signature. Nothing is ever added here.
"""

from collections.abc import Mapping

ENTRY = "title note sources origin "
ANSWER = "value note sources confidence by date reason positions origin"
MEASURED = "value year source not_available"
FIELDS: Mapping[str, str] = {
    "answers": ANSWER,
    "answers.positions": "table value note sources confidence by date reason origin",
    "sources": ENTRY + "kind author year date edition address place",
    "figures": ENTRY
    + "indicator year value unit group territory definition source edition method quality chosen_because",
    "datasets": ENTRY + "holder kind covers years frequency disaggregation access quality gaps",
    "stakeholders": ENTRY + "abbreviation kind role mandate consulted interest influence stance",
    "stakeholders.consulted": "date form matter",
    "bodies": ENTRY
    + "kind status legal_basis chair secretariat members mandate meets decision_rule reports_to budget created",
    "policies": ENTRY + "kind status year until sectors responsible extent content gap",
    "plan_goals": ENTRY + "code wording page responsible sectors",
    "linkages": ENTRY
    + "plan_goal sector form direction sign channel level dimension groups strength evidence confidence",
    "criteria": ENTRY + "weight low high",
    "objectives": ENTRY
    + "plan_goals sectors linkages groups due owner rights_check gender_check child_check scores trade_offs "
    + "left_out_because validated sdg gcm",
    "objectives.scores": "table criterion score",
    "results": ENTRY + "level objective contributes_to assumptions",
    "actions": ENTRY
    + "objectives output kind new_or_lens phase groups place lead partners start end milestones indicators cost "
    + "budget_code in_ceiling funding rights_holders duty_bearer possible_harm mitigation assumptions sdg gcm",
    "actions.cost": "currency price_year method recurrent capital",
    "actions.funding": "source amount currency status",
    "indicators": ENTRY
    + "measures level definition unit baseline milestones target direction disaggregation owner "
    + "means_of_verification frequency sdg gcm",
    "indicators.baseline": MEASURED,
    "indicators.target": "value year",
    "indicators.disaggregation": "by group baseline",
    "indicators.disaggregation.baseline": MEASURED,
    "risks": ENTRY + "kind cause likelihood impact groups mitigation owner concerns",
    "milestones": ENTRY + "stage due owner deliverable",
    "sessions": ENTRY + "question date start end facilitator rapporteur attendance findings parking_lot",
    "sessions.attendance": "institution people",
}
REGISTERS: Mapping[str, tuple[str, ...]] = {
    "added_value": ("plan_goals", "figures"),
    "core_team": ("bodies", "stakeholders"),
    "awareness": ("stakeholders", "sessions"),
    "scoping": (
        "policies",
        "datasets",
        "figures",
        "plan_goals",
        "linkages",
        "bodies",
        "stakeholders",
        "risks",
        "milestones",
    ),
    "institutions": ("stakeholders", "bodies"),
    "situation": ("plan_goals", "policies", "linkages", "datasets"),
    "goal_setting": ("criteria", "objectives"),
    "action_plan": ("results", "actions", "indicators"),
    "capacity_financing": ("actions",),
    "implementation": ("milestones", "risks"),
    "monitoring": ("results", "indicators"),
}
