"""Words for people in the plural, and what harm done to them is called.

Lists only; the rules are in `groups.py` and `variants.py`.
"""

from __future__ import annotations

import re

from guides.findings.grammar import word_set

# Clear enough alone: "The text mentions tenants".
HEADS = word_set(
    """
    abusers addicts adolescents adults advisers advisors advocates analysts artists
    asylum-seekers athletes authorities authors babies bankers beneficiaries borrowers boys
    bureaucrats campaigners caregivers carers caseworkers celebrities chaplains children
    citizens civilians clergy clients clinicians co-workers coaches colonists commuters
    congregants constituents consumers contractors coworkers creditors customers daughters
    defendants delegates demonstrators dentists detainees developers diplomats dissidents
    doctors donors drivers economists editors educators elders employees employers engineers
    entrepreneurs evacuees ex-offenders experts farmers farmworkers fathers fighters
    firefighters fishermen foreigners freshmen funders girls graduates grandparents grantees
    grantmakers guards guerrillas gunmen hackers historians homeowners hostages households
    hunters immigrants infants inmates innovators inspectors insurgents interns
    investigators investors jailers janitors journalists judges jurors juveniles kids
    laborers landlords lawmakers lawyers legislators lenders librarians lobbyists managers
    marchers mayors mediators mentors merchants migrants militants miners minorities
    missionaries mothers musicians neighbors neighbours newborns newcomers nurses
    nutritionists offenders officers officials organisers organizers orphans parents
    passengers pastors patients peacekeepers peasants pedestrians pensioners perpetrators
    pharmacists philanthropists physicians pilots police policymakers politicians
    practitioners priests principals prisoners professors prosecutors protesters protestors
    psychologists pupils ranchers rebels recruits refugees regulators renters reporters
    rescuers researchers residents responders retirees rioters sailors scholars
    schoolchildren scientists senators seniors servants settlers shareholders shoppers
    slaves smugglers soldiers sons sophomores spectators squatters staff staffers staffs
    strangers strikers students subordinates superintendents supervisors surgeons survivors
    taxpayers teachers technicians teenagers teens tenants terrorists therapists toddlers
    tourists traders traffickers trainees trainers travelers travellers troops trustees
    tutors undergraduates veterans victims viewers villagers visitors volunteers voters
    walkers warders widows witnesses women workers worshippers writers youngsters youths
    """
)
# These need a word before or after them: "young people", "people of color".
VAGUE_HEADS = word_set(
    """
    activists adherents administrators allies candidates communities couples critics
    families fans folks groups individuals leaders locals members men observers opponents
    owners participants peers people peoples persons populations professionals relatives
    speakers supporters users youth
    """
)
# They do things to others or for others: harm near them is not done to them.
ACTORS = word_set(
    """
    abusers administrators advisers advisors agents analysts authorities bureaucrats critics
    developers diplomats donors economists editors employers experts fighters funders
    grantmakers guards guerrillas gunmen hackers historians inspectors insurgents
    investigators investors jailers judges jurors landlords lawmakers lawyers leaders
    legislators lenders lobbyists managers mayors militants observers offenders officers
    officials opponents perpetrators philanthropists police policymakers politicians
    prosecutors providers rebels regulators reporters rescuers researchers responders
    rioters scholars scientists senators smugglers soldiers sponsors supervisors supporters
    suspects terrorists traffickers troops trustees volunteers warders
    """
)
# Adjectives and nouns that stand before people; others are left out, for "help" is a verb too.
MODIFIERS = word_set(
    """
    academic accountable african aging aid american armed asian autistic average bisexual
    black blind blue-collar border brown business campus career charter city civic civilian
    climate clinical college community construction corporate county deaf debt dedicated
    disabled disadvantaged displaced domestic early-career education elderly elected
    elementary emergency essential ethnic everyday experienced faith federal fellow female
    first-generation first-year foreign former foster frontline garment gay government
    grassroots health healthcare high-school homeless hospital hospitality hotel housing
    human-rights incarcerated indigenous industrial inner-city innocent international
    islamic jewish labor lesbian lgbt local low-income low-wage loyal mainstream male
    marginalised marginalized married medical mentally middle-class middle-school migrant
    military millennial minority muslim national native needy newly-arrived nonprofit
    nonwhite older ordinary overseas peaceful philanthropic political poor pregnant prison
    private professional prominent prospective public queer racial refugee registered
    religious retired rich rural same-sex school science secular senior single small social
    state stateless straight student suburban tech teenage textile trained trans transgender
    transit tribal underprivileged underrepresented underserved undocumented unemployed
    unhoused union university unpaid urban vaccinated veteran veterans village vulnerable
    wealthy western white working-class world young younger youth
    """
)
# After the head: "people of color", "people with disabilities".
AFTER = re.compile(
    r"\s+(?:of\s+(?:colou?r|faith)|with\s+disabilities|in\s+(?:need|poverty|prison|recovery)|"
    r"(?:experiencing|facing)\s+(?:homelessness|poverty|hunger|discrimination)|"
    r"living\s+in\s+poverty|without\s+homes)\b"
)
# For text in lower case: to look for either case at every letter is slow.
HARM = re.compile(
    r"\b(?:abus|assault|attack|beat(?:en|ing)|behead|bomb|brutal|bull(?:y|ied)|crackdown|crimes?\s+"
    r"against|cruel|dehumani|deport|detain|detention|discriminat|displac|dispossess|endur|enslav|"
    r"evict|execut|exploit|extort|genocid|harass|hate|hatred|homophob|imprison|kidnap|kill|lynch|"
    r"massacr|mistreat|murder|neglect|oppress|persecut|purge|racis|rape|segregat|sexis|shot\b|"
    r"slaughter|starv|stigma|target(?:ed|ing)|tortur|traffick|transphob|trauma|victim|violen|"
    r"xenophob)\w*",
)
# Words that say the same of one group; a text that uses two of a row uses two names.
FAMILIES: tuple[tuple[str, ...], ...] = (
    (r"LGBT[A-Z]*\+?", r"queer"),
    (r"transgender", r"trans(?=\s+(?:people|men|women|youth|rights|persons))"),
    (
        r"homeless\s+(?:people|persons|individuals)",
        r"unhoused\s+(?:people|persons|individuals|neighbors|residents)",
        r"people\s+experiencing\s+homelessness",
    ),
    (
        r"(?-i:Blacks?)(?=\s+(?:Americans|people|women|men|students|communities))",
        r"African[- ]Americans?",
    ),
    (r"Hispanics?", r"Latinx", r"Latin[oa](?!s?[-/])s?", r"Latine"),
    (r"Native\s+Americans?", r"American\s+Indians?", r"First\s+Nations", r"Indigenous(?=\s+\w+)"),
    (
        r"disabled\s+(?:people|persons|students|adults)",
        r"people\s+with\s+disabilities",
        r"the\s+disabled",
        r"handicapped",
    ),
    (r"undocumented", r"illegal\s+(?:immigrants|aliens|migrants)", r"unauthorized\s+immigrants"),
    (r"the\s+elderly", r"senior\s+citizens", r"older\s+(?:adults|people)"),
    (r"Roma(?=\s+(?:people|families|communities|children))", r"Gyps(?:y|ies)"),
    (r"Inuit", r"Eskimos?"),
    (r"Uyghurs?", r"Uighurs?"),
    (r"inmates", r"incarcerated\s+people", r"people\s+in\s+prison", r"prisoners"),
    (r"people\s+of\s+colou?r", r"BIPOC", r"racial\s+minorities", r"ethnic\s+minorities"),
    (r"sex\s+workers", r"prostitutes"),
    (r"addicts", r"people\s+with\s+addictions?", r"drug\s+users", r"people\s+who\s+use\s+drugs"),
)
