"""The small words that tell what a capitalised word names.

Titles before people, nouns that end the names of bodies, places and events, and
capitalised words that name nobody. Lists only; the rules that use them are in
`capitals.py` and `kinds.py`.
"""

from __future__ import annotations

from guides.findings.grammar import word_set

# Before a name: "Sen. Elizabeth Warren". Alone they name nobody.
TITLES = word_set(
    """
    Mr Mr. Mrs Mrs. Ms Ms. Miss Mister Madam Madame Mme. Monsieur Sir Lady Lord Dame Dr Dr.
    Doctor Prof Prof. Professor Rev Rev. Reverend Father Sister Brother Pastor Rabbi Imam Bishop
    Archbishop Cardinal Pope Deacon Saint Sen Sen. Senator Senators Rep Rep. Reps. Sens.
    Representative Congressman Congresswoman Gov Gov. Governor Mayor President Vice-President
    Premier Chancellor Prime-Minister Minister Secretary Ambassador Attorney Judge Justice Chief
    Commissioner Councilman Councilwoman Councilmember Councillor Alderman Sheriff Deputy
    Officer Detective Inspector Superintendent Principal Dean Coach Captain Capt. Capt CEO CFO
    COO CTO Founder Co-Founder Co-founder Manager Colonel Col. Col Lieutenant Lt. Lt Major Maj.
    General Gen. Gen Sergeant Sgt. Sgt Corporal Cpl. Private Pvt. Admiral Adm. Brigadier Brig.
    Governor-General Vice Lieut. Commander Cmdr. Marshal Cadet Constable King Queen Prince
    Princess Duke Duchess Count Countess Baron Baroness Earl Emperor Empress Tsar Czar Sultan
    Emir Sheikh Ayatollah Shah Caliph Kaiser Uncle Aunt Auntie Grandma Grandpa Cousin Nurse
    Master Mistress Hon. Honorable Messrs. Señor Señora Don Doña Herr Frau Comrade Chairman
    Chairwoman Chairperson Director Spokesman Spokeswoman Editor Author Pilot Engineer Speaker
    Congressmember Assemblyman Assemblywoman Assemblymember
    """
)
# Titles that leave no doubt that a person follows.
SURE_TITLES = word_set(
    """
    Mr Mr. Mrs Mrs. Ms Ms. Dr Dr. Prof Prof. Professor Rev Rev. Sen Sen. Senator Rep. Gov. Sgt.
    Lt. Capt. Col. Gen. Sir Lady Lord Miss Madame Mme. President Judge Justice Congressman
    Congresswoman Detective Sheriff Governor Mayor Chancellor Pope Rabbi Imam Sheikh Ayatollah
    """
)
SUFFIXES = word_set("Jr Jr. Sr Sr. II III IV")
PARTICLES = word_set(
    "de da do dos das del della der den di du la le van von bin ibn al el ten ter y"
)

# The noun that ends the name of a body, "Women Moving Millions" having none.
BODIES = word_set(
    """
    Academy Administration AFC AG Agency Airlines Airways Alliance Archives Army Assembly
    Associates Association Associations Authority Band Bank Bar Battalion Board Books Boys
    Brigade Broadcasting Brothers Bureau Cabinet Cathedral Center Centre Chamber Chapter Choir
    Chronicle Church Clinic Club Coalition Cavalry Collaborative Collective College Colleges
    Commission Committee Communications Community Companies Company Compass Confederation
    Conference Congregation Congress Conservancy Consortium Consulting Convention Cooperative
    Corp Corp. Corporation Corps Council Court Courts Department Digest Diocese Directorate Dive
    Division Education Electronics Enterprises Exchange Express Faculty Federation Fellowship
    Films Fleet Force Forces Forum Foundation Fund Funds Gazette Globe Government Grantmakers
    Group Groups Guard Guild Herald High Hospital Hospitals Housing Inc Inc. Industries Infantry
    Initiative Inquirer Institute Institutes Institution Insurance International Jihad Journal
    Laboratories Laboratory Labs League Legion Legislature Library Limited Llc LLC LLP Lodge Ltd
    Ltd. Magazine Mail Media Militia Ministries Ministry Mirror Mission Monastery Monitor Mosque
    Motors Movement Museum Navy Network News Newspaper Newspapers Observer Office Operations
    Opera Orchestra Order Organisation Organization Panel Parliament Partners Partnership Party
    Patrol Pharmaceuticals Philharmonic Pictures Platoon Police Polytechnic Post Press
    Productions Program Programme Project Projects Publications Publishers Publishing Quartet
    Radio Railways Records Regiment Reporter Research Reserve Resources Review School Schools
    Secretariat Senate Seminary Service Services Society Solutions Squadron Squad Standard Star
    Store Stores Studio Studios Symphony Synagogue Synod System Systems Team Teams Technologies
    Technology Telegraph Television Theater Theatre Times Tribunal Tribune Trust Trustees Union
    Unions United Universities University Ventures Watch Weekly Workers Works Workshop FC F.C.
    Defender Examiner Dispatch Courier Sentinel Ledger Advocate
    Energy Mining Holdings Bancorp Petroleum Steel Foods Electric Financial Logistics
    HC S.A. GmbH PLC plc Pty Co. N.V. Entertainment Lines Carriers Command Auditorium
    Conservatory Brewery Bakery Bookstore Nonprofit Fame Lounge Cafe Café
    """
)
# These also end much that is no body: they need a second sign, such as an article before.
WEAK_BODIES = word_set(
    """
    Band Bar Books Boys Chapter Community Convention Conference Division Education Electronics
    Exchange Express Fleet Force Forces Globe Government Guard High Housing Initiative Insurance
    International Mail Mirror Mission Monitor Movement News Office Operations Opera Order Panel
    Patrol Platoon Police Post Press Program Programme Project Projects Radio Research Reserve
    Resources Review Service Services Solutions Squad Standard Star Store Stores System Systems
    Team Teams Technology Television Times Union Watch Workers Works Workshop Compass Dive
    Digest Collective Conservancy Court Congregation Theater Theatre Library Cathedral Church
    Monastery Mosque Synagogue Hospital Museum School Lodge Lines Command Fame Lounge Cafe Café
    Defender Examiner Dispatch Courier Sentinel Ledger Advocate
    Conservatory Bakery Energy Mining Steel Foods Electric Financial Logistics
    """
)
# "Office of the …", "Center for …": the name goes on after the small word.
OPENS_BODY = word_set(
    """
    Academy Administration Agency Alliance Army Assembly Association Authority Bank Board
    Brothers Brotherhood Bureau Campaign Center Centers Centre Chamber Church Citizens Coalition
    College Commission Commissioner Committee Community Company Confederation Conference
    Congress Congregation Consortium Convention Corporation Council Court Daughters Department
    Diocese Directorate Division Doctors Embassy Faculty Federation Foundation Friends Front
    Fund Group Guild House Initiative Institute Institutes Institution International Knights
    Laboratory League Legion Library Ministry Mothers Movement Museum Network Office Order
    Organisation Organization Parents Parliament Partnership Party Physicians Project School
    Schools Secretariat Service Sisters Society Sons Supreme-Court Students Teachers Tribunal
    Trust Union University Veterans Workers Women
    """
)
# The noun that ends the name of a place, and those that open one.
PLACES = word_set(
    """
    Airport Alley Archipelago Arena Avenue Basin Bay Beach Borough Boulevard Bridge Building
    Camp Canal Canyon Cape Castle Cemetery City Coast Common Cottage County Courthouse Cove
    Creek Crossing Dam Desert District Drive Falls Farm Field Fields Forest Gardens Garden
    Glacier Glen Gulf Hall Harbor Harbour Heights Highlands Highway Hill Hills Hollow Hotel
    House Inlet Island Islands Isle Isles Junction Kingdom Lagoon Lake Lakes Lane Manor Marsh
    Meadow Meadows Mesa Mount Mountain Mountains Motorway Neighborhood Ocean Palace Parish Park
    Parkway Pass Path Peak Peninsula Plains Plain Plateau Plaza Point Pond Port Prairie
    Prefecture Prison Province Range Ranch Rapids Reef Region Reservation Reservoir Ridge River
    Rivers Road Rock Sea Shore Shores Sound Spring Springs Square Stadium State States Station
    Strait Straits Street Summit Suburb Swamp Territories Territory Tower Towers Town Township
    Trail Tunnel Turnpike Valley Village Villa Volcano Ward Waterfall Way Wells Woods Zoo Empire
    Republic Railroad Railway Rink Oval Bluff Bluffs Cliffs Cave Caves Downs Fjord Gorge Grove
    Quarter Heath Delta Duchy Estates Fen Ferry Forks Isthmus Landing Knoll Moor Mine Orchard
    Pier Pines Promenade Raceway Riviera Ruins Speedway Steppe Terrace Mall Observatory Monument
    Memorial
    """
)
WEAK_PLACES = word_set(
    """
    Common Cottage Crossing Drive Field Fields Glen Hall Hotel House Hollow Junction Kingdom
    Pass Path Plain Point Range Rock Sound Spring State States Summit Tower Ward Way Wells Woods
    Region Cliffs Cave Caves Downs Estates Ferry Forks Landing Moor Mine Orchard Pines Terrace
    Mall Memorial Monument Oval Ruins
    """
)
# A club or a hotel has its noun first: "FC Basel", "Hotel Essex".
LEADS_BODY = word_set(
    "FC AC AFC SV Club Hotel Radio Banco Grupo Université Universidad Universität"
)
OPENS_PLACE = word_set(
    "Lake Mount Mt. Cape Fort Ft. Port Camp Isle Gulf Bay San Santa Río Rio Sierra Strait"
)
DIRECTIONS = word_set(
    """
    North South East West Northern Southern Eastern Western Central Upper Lower Greater New
    Northeast Northwest Southeast Southwest Northeastern Northwestern Southeastern Southwestern
    Mid downtown Downtown Inner Outer
    """
)
ROADS = word_set("Alley Avenue Boulevard Drive Highway Hill Lane Road Square Street Way")
PART_OF_TOWN = word_set("Upper Lower Greater Inner Outer")
# What happens or is made is not somebody, though its name has a capital.
EVENTS = word_set(
    """
    Act Acts Agreement Amendment Anniversary Anthem Award Awards Battle Bill Bowl Campaign
    Celebration Census Century Championship Championships Charter Christmas Code Constitution
    Contest Convention Covenant Crash Crisis Crusade Cup Cyclone Day Days Declaration Deal
    Depression Derby Disease Doctrine Earthquake Edition Election Era Eve Exhibition Expedition
    Fair Famine Festival Fire Flood Flu Games Gospel Grammy Holocaust Hour Hurricane Incident
    Index Invasion Law Laws Manifesto Marathon March Massacre Medal Model Month Olympics Open
    Operation Pandemic Parade Plan Pledge Policy Prize Protocol Purge Rebellion Recession Reform
    Reformation Renaissance Revolt Revolution Riots Rule Season Semester Series Show Siege
    Speech Statement Storm Strategy Strike Study Summit Survey Syndrome Test Tornado Tour Tournament
    Treaty Trial Trophy Tsunami Typhoon Uprising Virus War Wars Week Year Years
    """
)
OPENS_EVENT = word_set(
    "Hurricane Cyclone Typhoon Storm Operation Project Battle Treaty Siege Super World"
)
# A storm is called by its own name alone later on: "Katrina", "Phailin".
STORMS = word_set("Hurricane Cyclone Typhoon Storm")
CALENDAR = word_set(
    """
    January February March April May June July August September October November December Jan.
    Feb. Mar. Apr. Jun. Jul. Aug. Sept. Sep. Oct. Nov. Dec. Monday Tuesday Wednesday Thursday
    Friday Saturday Sunday Mon Tue Wed Thu Fri Sat Sun Christmas Easter Thanksgiving Halloween
    Ramadan Lent Passover Hanukkah Diwali Juneteenth Spring Summer Autumn Fall Winter Mondays
    Tuesdays Wednesdays Thursdays Fridays Saturdays Sundays
    """
)
BEYOND = word_set("God Lord Christ Allah Satan Lucifer Heaven Hell Paradise Almighty Creator")
BEYOND |= {"Magna Carta"}  # what is quoted and is nobody
# Letters that stand for something other than a body.
NOT_BODIES = word_set(
    """
    AC AD AI AIDS AM API ATM BA BC BCE BLT BMI BS CD CE CEO CFO COO CPU CSV CV COVID COVID-19
    DIY DNA DVD EdD EP ESL EST ET FAQ FM GDP GED GIF GMT GNP GOP GPA GPS HDTV HIV HIV/AIDS HR
    HTML HTTP ID IQ IT JD JPEG LA LCD LED LGBT LGBTI LGBTIQ LGBTQ LGBTQI LGBTQIA LP MA MBA MC MD
    MP3 MRI MS NGO NGOs OK OMG PC PCR PDF PhD PM POW PPE PR PS PST PSA PTSD QR R&B R&D RNA RPG
    RV SARS SAT SMS SOS STD STEM SUV TB TED TV UFO UK URL US USA USB USSR UTC VCR VHS VIP VP VR
    WWI WWII XXX BIPOC AAPI STEAM ADHD ESG DEI CSR PAC FYI ASAP ROI KPI SDG SDGs PB II III IV VI
    EDT PDT CDT CST MDT MST BST CET NYSE VII VIII IX XI XII XIII XIV XV CGI 3D RAM ROM OS CO2 UV
    IVF MVP RBI ERA DJ PCP THC MDMA TBA TBD TA SUVs MPP RSVP LLM BSc MSc BTW IMO LMS PIN HQ
    EV LGBTQ+ AKA
    """
)
# Opening a sentence with a capital and naming nobody, though some are also surnames.
OPENERS = word_set(
    """
    A About Above According Across Actually Additionally After Afterwards Again Against All
    Almost Along Already Also Although Always Am Amid Among An And Another Any Anybody Anyone
    Anything Apart Are Around As Aside At Away Back Based Be Because Been Before Behind Being
    Below Besides Best Better Between Beyond Both But By Can Clearly Could Currently Dear
    Despite Did Do Does Down During Each Earlier Either Else Especially Even Eventually Ever
    Every Everybody Everyone Everything Except Few Finally First Firstly Following For Former
    Formerly Fortunately From Further Furthermore Generally Get Given Go Good Great Had Half Has
    Have Having He Hello Hence Her Here Hers Hi Him His Historically How However I If In
    Including Indeed Initially Inside Instead Into Is It Its Just Last Lastly Late Later Least
    Let Like Likewise Long Look Make Many Maybe Me Meanwhile Might More Moreover Most Mostly
    Much Must My Near Nearly Neither Never Nevertheless Next No Nobody None Nonetheless Nor Not
    Nothing Notwithstanding Now Obviously Of Off Often Oh Old On Once One Ones Only Onto Or
    Originally Other Others Otherwise Our Out Outside Over Overall Owing Part Past Pending
    People Perhaps Please Previously Prior Put Quite Rather Read Recently Regarding Right Same
    Second See Several Shall She Should Similarly Since So Some Somebody Someone Something
    Sometimes Soon Starting Still Such Suddenly Surely Take Tell Ten Thanks That The Their Them
    Then There Therefore These They Think Third This Those Though Three Through Throughout Thus
    To Today Together Tomorrow Tonight Too Toward Towards Try Two Under Unfortunately Unless
    Unlike Until Up Upon Us Use Usually Very Via Was We Well Were What Whatever When Whenever
    Where Whereas Wherever Whether Which While Who Whoever Whom Whose Why Will With Within
    Without Would Yes Yesterday Yet You Your
    """
)
# Closed-class words: with a capital they open a sentence, a quotation or a title.
FUNCTION = word_set(
    """
    A An And Are As At Be Because Been But By Can Could Did Do Does For From Had Has Have He Her
    His How I If In Into Is It Its May No Nor Not Of On Or She Should So That Than The Their
    Them Then There These They This Those To Was We Were What When Where Which While Whose Why
    Will With Would Yet You I'm I've I'll I'd It's He's She's They're We're You're Don't Didn't
    Isn't That's There's What's Let's Can't Won't You've You'll You'd We've We'll We'd They've
    They'll They'd He'll He'd She'll She'd It'll It'd Who's Wasn't Weren't Couldn't Wouldn't
    Shouldn't Haven't Hasn't Hadn't Aren't Doesn't Ain't Here's Where's How's That'll
    """
)
# After one of these a lone capitalised word is likely to be a place.
IN = word_set("in near throughout outside inside within around across")
TO = word_set("at from to into through toward towards via")
WITH = word_set("at with by for from joined founded")
SAYING = word_set(
    """
    said says say told tells asked asks replied added adds explained explains wrote writes
    argued argues noted notes claimed claims thinks thought believes believed knew knows felt
    laughed smiled cried died married recalls recalled remembers remembered who whose whom he
    she attended graduated retired born née testified grew moved lived
    """
)
# What a common noun says of the name beside it: "the band Korn", "Atwick is a village".
PERSON_NOUNS = word_set(
    """
    accountant activist actor actress admiral adviser advisor advocate alderman ambassador
    analyst anthropologist apprentice architect artist astronaut athlete attorney auditor aunt
    author baker ballplayer barber barista baron barrister bartender baseballer bassist
    beekeeper billionaire biologist bishop blacksmith blogger boatman bookkeeper bookseller
    boxer boy boyfriend bricklayer brother builder businessman businesswoman butcher campaigner
    candidate captain caregiver carer caretaker carpenter cashier cellist chairman chairwoman
    champion chef chemist classmate cleaner clergyman co-founder coach coauthor cofounder
    colleague colonel columnist comedian commander commentator commissioner composer conductor
    congressman congresswoman consultant cook coordinator correspondent councillor councilman
    councilor councilwoman counsellor counselor courier cousin creator cricketer critic curator
    cyclist dancer daughter defenseman dentist deputy designer diplomat director docker doctor
    drummer duke ecologist economist editor educator electrician emperor engineer entrepreneur
    envoy epidemiologist essayist executive expert explorer farmer farmhand father filmmaker
    firefighter fireman fisherman fishmonger florist footballer forager foreman forester
    forewoman founder friend gardener general geneticist geographer geologist girl girlfriend
    glazier goalkeeper goldsmith golfer governor granddaughter grandfather grandmother
    grandparent grandson grocer groundskeeper guide guitarist headmaster headmistress
    headteacher heir herder historian homeowner host housekeeper humorist husband hydrologist
    illustrator imam immigrant instructor intern inventor investigator investor ironworker
    janitor jockey joiner journalist judge jurist keyboardist king laborer labourer landlady
    landlord landowner lawmaker lawyer leader lecturer legislator librarian lieutenant linguist
    locksmith machinist magistrate man manager mason mathematician mayor mechanic member
    merchant meteorologist midfielder midwife miller miner minister missionary monk mother
    musician naturalist neighbor neighbour nephew niece novelist nun nurse oceanographer officer
    official optician orderly organist organizer owner painter paramedic parent pastor patient
    pensioner pharmacist philanthropist philosopher photographer physician physicist pianist
    pilot pioneer pitcher plasterer player playwright plumber poet policeman policewoman
    politician pope porter postman postwoman potter presenter president priest prince princess
    principal printmaker producer professor programmer proprietor prosecutor provost
    psychiatrist psychologist publisher quarterback queen rabbi ranger rapper receptionist
    refugee reporter representative researcher resident retiree roofer sailor salesman
    saleswoman saxophonist scholar scientist screenwriter sculptor seamstress secretary senator
    sergeant settler shepherd sheriff shopkeeper singer sister skater skipper smallholder
    sociologist soldier solicitor soloist son songwriter soprano speaker spokesman spokesperson
    spokeswoman sprinter statesman steward stonemason storekeeper strategist student supervisor
    surgeon surveyor survivor swimmer tailor teacher technician tenant tenor theologian
    therapist toolmaker trader trainee trainer translator trapper treasurer trumpeter trustee
    tutor uncle veteran vicar victim violinist virologist vocalist volunteer waiter waitress
    warden weaver welder widow wife winemaker winger woman worker wrestler writer zoologist
    """
)
BODY_NOUNS = word_set(
    """
    academy agency airline alliance army association band bank bureau brand broadcaster brewery
    brigade business carrier chain channel charity choir church club coalition college
    commission committee company conglomerate consortium contractor cooperative corporation
    council distributor division duo employer ensemble factory federation firm foundation
    franchise gallery government group guild hospital institute institution label league library
    lender magazine maker manufacturer ministry monastery movement museum network newspaper
    nonprofit non-profit operator orchestra organisation organization outlet paper party
    platform posse programme publication publisher quartet quintet railway regiment retailer
    rivals school seminary squad squadron start-up startup station studio subsidiary supplier
    synagogue team theatre theater think-tank trio troupe union unit university website weekly
    wing workshop
    """
)
PLACE_NOUNS = word_set(
    """
    airport archipelago area arena avenue base beach borough bridge building camp canal canyon
    capital castle cemetery city coast colony commune community continent country county creek
    crossing dam desert district estate farm forest fort gorge hamlet harbor harbour headland
    highway hill house hotel island islands lake locality mall mansion metropolis mosque
    mountain municipality nation neighborhood neighbourhood ocean palace parish park peak
    peninsula plateau port prefecture prison province ranch region republic reservoir resort
    river road seaport settlement shore spring square stadium state stream street suburb temple
    territory town township tributary valley villa village volcano ward zone
    """
)
THING_NOUNS = word_set(
    """
    initiative effort index survey scale format standard act adaptation aircraft airplane album
    anime anthem anthology app award ballad ballet bill biopic bomber book breed cartoon case
    comedy comic course dance day diet disease dish disorder documentary drama drink drug ep
    episode essay event exhibition festival fighter film fish flower game genus hit hurricane
    hymn instrument kind language law locomotive manga medicine memoir method missile model
    movie musical mission novel novella opera operation painting pamphlet plant play podcast
    poem prize product program project religion report satellite sequel series ship show single
    sitcom sketch software song sonata soundtrack species sport story style submarine symphony
    system technique theorem theory tournament track tradition train treaty trilogy trophy type
    vehicle version video virus war warship weapon
    """
)
# Units of an army or a railway, which carry a number: "65th Air Division".
COMPANY = word_set("Inc Inc. Corp Corp. Ltd Ltd. LLC PLC Plc Co Co. Limited Incorporated")
UNITS = word_set(
    """
    Army Battalion Battery Brigade Cavalry Corps Division Fleet Infantry Regiment Squadron Wing
    """
)
# Before a title: "Vice President", "Assistant Secretary".
RANKS = word_set(
    """
    Acting Assistant Associate Chief Deputy Executive First Former Interim Lead Majority
    Managing Minority Prime Senior Staff Vice
    """
)
# "Alliance to End Homelessness", "Commission on Human Rights".
TAKES_TO = word_set(
    """
    Alliance Board Bureau Campaign Center Centre Coalition Commission Committee Conference
    Council Fund Institute Movement Network Office Project Society Subcommittee Union
    """
)
# "Constitution of the United States", "Wealth of Nations": texts and ideas, not bodies.
WORKS = word_set(
    """
    act articles bill book chronicles code constitution declaration doctrine gospel history
    house king law laws life lives lord origin portrait president queen rights rule rules
    secretary song songs speaker statue story tale tales theory treaty wealth
    """
)
# "Falck Letter-book IV": what somebody wrote, kept in an archive.
RECORDS = word_set("Daybook Day-book Diaries Diary Letterbook Letter-book Logbook Notebook Papers")
# Titles that tell a man from a woman.
MALE = word_set("Mr Mr. Mister Sir Lord Congressman King Prince Father Brother Uncle")
FEMALE = word_set("Mrs Mrs. Ms Ms. Miss Lady Dame Madam Congresswoman Queen Princess Sister Aunt")
# Nouns of places that are surnames as well: "Kelli Ward".
SURNAMES = word_set(
    """
    Castle Cove Field Fields Forest Glen Grove Hall Heath Hill Lake Lane Marsh Moor Parish Park
    Pond Rivers Rock Street Ward Way Wells Woods
    """
)
# "Mr. Red, his cat" is nobody a question should ask about.
ANIMALS = word_set(
    """
    bear bird cat cow dog donkey elephant fox goat hamster horse kitten lion mouse mule owl
    parrot pig pony puppy rabbit snake tortoise turtle whale wolf
    """
)
# Titles that are surnames too: "Dr. King", but never "Mr. President".
TITLE_NAMES = word_set(
    "Baron Bishop Cardinal Count Dean Duke Earl Judge King Major Marshal Pope Prince"
)
SCHOOLS = word_set("School Schools Court Judicial Unified")
# Whoever is one of these "of Voto Latino" leads or serves a body.
LEADERS = word_set(
    """
    ceo chair chairman chairwoman chief cofounder co-founder dean director employee executive
    founder head manager member officer president principal spokesman spokesperson spokeswoman
    superintendent trustee
    """
)
# They may also lead a mere part of a body: "Director of Human Resources".
HEADS_OF_PARTS = word_set("chair chief dean director head manager officer superintendent")
# Deeds whose past has no -ed.
DEEDS = word_set(
    """
    ate became began bent bit blew bought broke brought came caught chose did drank drew drove fell
    fled flew forgot fought found froze gave got grew heard held hid kept knew laid lay led left
    lost made met paid ran rang rode rose sang sat saw sent shook shot slept spent spoke sprang
    stole stood struck swam swore taught threw told took tore went woke won wore
    """
)
