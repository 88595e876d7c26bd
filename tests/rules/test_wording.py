"""Titles that make movement an aim, and sources that are private money, are told from those that only sound alike."""

import pytest

from mainstream_cli.rules.wording import movement_as_aim, movement_counted, private_money

FEWER = [
    "Reduce emigration",
    "Reduce emigration of nurses by half",
    "Lower the emigration rate to 2% by 2030",
    "Emigration reduced by 20%",
    "Fewer young people leave the country",
    "Stop the brain drain of doctors",
    "Curb labour migration",
    "Prevent departures from rural districts",
    "Discourage people from leaving: fewer departures",
    "Keep young people from leaving",
    "Halt the exodus of teachers",
    "The number of departures falls by a third",
    "Out-migration from the north declines",
    "Decrease the number of graduates who emigrate",
    "Zero emigration by 2030",
    "Reduce migration",
    "Reduce rural-urban migration",
    "Contain migration flows",
    "Prevent skilled workers from leaving",
    "Stop people from leaving the country",
    "Reduction in departures",
    "Fewer citizens leave the country",
    "Fewer graduates emigrate by 2030",
    "Persuade young doctors not to leave",
    "No teacher leaves the country",
]
DEPLOYMENTS = [
    "Deploy 50,000 workers abroad",
    "Increase the number of workers deployed",
    "Send more nurses abroad",
    "Double labour exports by 2030",
    "Promote overseas employment",
    "Increase labour migration to the Gulf",
    "Expand placements abroad",
    "Raise deployment to 100,000 a year",
    "100,000 workers deployed by 2030",
    "Recruit and send 2,000 carers and nurses abroad",
    "Train and deploy 800 engineers overseas every year",
    "Raise the number of deployed workers to 50,000",
    "Place 3,000 seasonal workers in jobs abroad",
]
RETURNS = [
    "Increase returns of migrants",
    "Promote return migration",
    "Increase the number of returnees",
    "Accelerate the return of rejected asylum seekers",
    "More deportations each year",
    "Bring back 10,000 professionals",
    "Boost repatriation",
    "20,000 returnees by 2030",
    "Encourage the return of the diaspora",
    "Ensure the return of all undocumented migrants",
    "Enforce removals of rejected asylum seekers",
    "Repatriate all workers in the Gulf",
    "All citizens abroad come home by 2030",
    "Faster return of workers in the Gulf",
    "Get more workers to come back: more migrants come home",
]
SOUND = [
    "Raise the return on household savings",
    "Increase the return rate of questionnaires",
    "Cut emigration taxes",
    "Train nurses who go abroad",
    "Ensure the return of migrants who wish it",
    "Repatriate the remains of workers who died abroad",
    "All citizens abroad can return by 2030",
    "All people who return find work",
    "No pupil leaves school without a certificate",
    "Faster recognition for people who come home",
    "Fewer workers leave their families in debt",
    "Reduce deaths of undocumented migrants",
    "Reduce the costs of departure",
    "Reduce the costs and risks of departure",
    "Reduce irregular departures and trafficking",
    "Leaving is a choice and no necessity",
    "Reduce the pressure to emigrate for young people",
    "Reduce the need to leave for lack of work",
    "Address the causes of emigration",
    "Less dependence on labour migration for household income",
    "Health staff stay and return",
    "Health staff find good work in every district",
    "Better pay and conditions so that fewer nurses leave",
    "Increase the share of workers abroad who are insured",
    "Increase the number of workers deployed under fair contracts",
    "Protect more migrant workers abroad",
    "More people who return find work that matches their skills",
    "Increase the number of returnees in work",
    "Promote voluntary return in dignity and reintegration",
    "Increase returns on investment of the diaspora",
    "Raise tax returns of firms",
    "Improve access of returnees to services",
    "Reduce the cost of sending remittances to 3%",
    "More diaspora investment in local firms",
    "Migration data are published each year",
    "Fewer children of migrants drop out of school",
    "Reduce vacancies in district hospitals",
    "Reduce poverty among families left without an earner",
    "People who leave or come back find advice, fair recruitment and work that matches their skills by 2017",
    "Reduce poverty through migration",
    "Promote labour migration governance",
    "Promote safe, orderly and regular migration",
    "Promote employment of returnees",
    "Place 200 nurses in rural clinics",
    "Deploy social workers to districts with many departures",
    "Increase return of stolen assets",
    "Keep schools open in regions that people leave",
    "20,000 returnees start firms by 2030",
    "Prevent children from leaving school",
    "Increase the number of bilateral labour agreements",
    "Limit the effects of brain drain on hospitals",
    "Strengthen the national system for managing labour migration",
    "Fill the posts that departures leave open",
    "More workers abroad join a trade union",
    "Cut waiting times for migrants at health centres",
    "Increase enrolment of migrant children",
    "Reduce recruitment fees paid by workers who leave",
    "Forced displacement is prevented",
    "Reduce maternal mortality in areas of high emigration",
    "Reduce unemployment in districts with many departures",
    "Promote decent jobs in regions of high out-migration",
    "More doctors in areas of departure",
    "Fewer accidents at sea",
    "Increase exports of farm products",
    "Reduce carbon emissions from transport",
    "Prevent discrimination of migrants",
    "Raise awareness in places of departure",
    "End child labour among internal migrants",
]


@pytest.mark.parametrize("title", FEWER)
def test_fewer_departures_as_such_are_noticed(title):
    """A title whose aim is that fewer people leave is recognised."""
    assert movement_as_aim(title) == "fewer_departures"


@pytest.mark.parametrize("title", DEPLOYMENTS)
def test_more_deployments_as_such_are_noticed(title):
    """A title whose aim is that more people are sent abroad is recognised."""
    assert movement_as_aim(title) == "more_deployments"


@pytest.mark.parametrize("title", RETURNS)
def test_more_returns_as_such_are_noticed(title):
    """A title whose aim is that more people return is recognised."""
    assert movement_as_aim(title) == "more_returns"


@pytest.mark.parametrize("title", SOUND)
def test_welfare_rights_and_services_are_left_alone(title):
    """A title about what people gain, or about what harms them on the way, is no such aim."""
    assert movement_as_aim(title) is None


@pytest.mark.parametrize(
    ("title", "direction", "noticed"),
    [
        ("Number of departures a year", "decrease", True),
        ("Emigration rate", "decrease", True),
        ("Nurses who leave the country", "decrease", True),
        ("Number of workers deployed", "increase", True),
        ("Number of returnees", "increase", True),
        ("Emigration rate", "none", False),
        ("Number of departures a year", "increase", False),
        ("Irregular departures", "decrease", False),
        ("Returnees in work after one year", "increase", False),
        ("Workers deployed with a checked contract", "increase", False),
        ("Deaths on the way", "decrease", False),
        ("Vacant posts in district hospitals", "decrease", False),
    ],
)
def test_an_indicator_that_counts_moves_is_known_by_title_and_direction(title, direction, noticed):
    """Counting moves rewards them only together with a direction."""
    assert bool(movement_counted(title, direction)) is noticed


PRIVATE = [
    "remittances",
    "Household remittances",
    "Remittances of Sandorians abroad",
    "Migrants' savings",
    "migrants’ savings",
    "Savings of returning migrants",
    "Savings of the diaspora",
    "Savings of workers abroad",
    "Earnings of migrants",
    "Money sent home",
    "Migrant families' own savings",
    "Diaspora savings",
    "Household savings",
    "Levy on remittances",
    "Returnees' savings",
    "Transfers from migrants",
    "Savings of Sandorian migrants",
    "Family savings",
    "Savings accumulated abroad",
    "Remitted wages",
    "Money transferred by migrants",
    "Savings from abroad",
    "Families of migrants",
    "Mandatory contribution of migrant workers from wages",
    "Fee of one per cent on family transfers",
]
PUBLIC = [
    "State budget",
    "Ministry of Health",
    "Federation of hometown associations",
    "Diaspora association of Lyon, by agreement of 2025",
    "Collective remittances of hometown associations, matched 3x1",
    "Migrants' savings matched by the State under the 3 x 1 agreement",
    "Association of remittance companies",
    "Remittance operators",
    "Savings bank of Sandoria",
    "National Savings Bank",
    "Efficiency savings in the health budget",
    "Migrants' savings cooperative",
    "Migrant Savings and Credit Union",
    "Diaspora bond",
    "Migrant Workers' Welfare Fund",
    "Fund for families of migrants in the State budget",
    "Fees of recruitment agencies",
    "Tax revenue",
    "Budget transfers to districts",
    "Diaspora organisations",
    "Social insurance fund",
    "Development partner",
    "Income tax",
    "Diaspora Investment Fund",
    "Post and Savings Bank",
    "Savings from merged offices",
    "Savings in the ministry in charge of migrants",
    "Migration trust fund",
]


@pytest.mark.parametrize("source", PRIVATE)
def test_private_money_is_noticed(source):
    """Remittances and savings of migrants and their families are no funding of a State action."""
    assert private_money(source)


@pytest.mark.parametrize("source", PUBLIC)
def test_agreed_contributions_and_organisations_pass(source):
    """Organisations, budgets and contributions by agreement are funding like any other."""
    assert not private_money(source)
