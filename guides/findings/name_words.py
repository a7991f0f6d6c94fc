"""The small words that tell what a capitalised word names.

Titles before people, nouns that end the names of bodies, places and events, and
capitalised words that name nobody. Lists only; the rules that use them are in
`capitals.py` and `kinds.py`.
"""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Before a name: "Sen. Elizabeth Warren". Alone they name nobody.
TITLES = _words(
    """
    Mr Mr. Mrs Mrs. Ms Ms. Miss Mister Madam Madame Mme. Monsieur Sir Lady Lord Dame Dr Dr.
    Doctor Prof Prof. Professor Rev Rev. Reverend Father Sister Brother Pastor Rabbi Imam Bishop
    Archbishop Cardinal Pope Deacon Saint Sen Sen. Senator Senators Rep Rep. Reps. Sens.
    Representative Congressman Congresswoman Gov Gov. Governor Mayor President Vice-President
    Premier Chancellor Prime-Minister Minister Secretary Ambassador Attorney Judge Justice Chief
    Commissioner Councilman Councilwoman Councilmember Councillor Alderman Sheriff Deputy
    Officer Detective Inspector Superintendent Principal Dean Coach Captain Capt. Capt Colonel
    Col. Col Lieutenant Lt. Lt Major Maj. General Gen. Gen Sergeant Sgt. Sgt Corporal Cpl.
    Private Pvt. Admiral Adm. Commander Cmdr. Marshal Cadet Constable King Queen Prince Princess
    Duke Duchess Count Countess Baron Baroness Earl Emperor Empress Tsar Czar Sultan Emir Sheikh
    Ayatollah Shah Caliph Kaiser Uncle Aunt Auntie Grandma Grandpa Cousin Nurse Master Mistress
    Hon. Honorable Messrs. Señor Señora Don Doña Herr Frau Comrade Chairman Chairwoman
    Chairperson Director Spokesman Spokeswoman Editor Author Pilot Engineer Speaker
    Congressmember Assemblyman Assemblywoman Assemblymember
    """
)
# Titles that leave no doubt that a person follows.
SURE_TITLES = _words(
    """
    Mr Mr. Mrs Mrs. Ms Ms. Dr Dr. Prof Prof. Professor Rev Rev. Sen Sen. Senator Rep. Gov. Sgt.
    Lt. Capt. Col. Gen. Sir Lady Lord Miss Madame Mme. President Judge Justice Congressman
    Congresswoman Detective Sheriff Governor Mayor Chancellor Pope Rabbi Imam Sheikh Ayatollah
    """
)
SUFFIXES = _words("Jr Jr. Sr Sr. II III IV")
PARTICLES = _words("de da do dos das del della der den di du la le van von bin ibn al el ten ter y")

# The noun that ends the name of a body, "Women Moving Millions" having none.
BODIES = _words(
    """
    Academy Administration Agency Airlines Airways Alliance Archives Army Assembly Associates
    Association Associations Authority Band Bank Bar Battalion Board Books Boys Brigade
    Broadcasting Brothers Bureau Cabinet Cathedral Center Centre Chamber Chapter Choir Chronicle
    Church Clinic Club Coalition Cavalry Collaborative Collective College Colleges Commission
    Committee Communications Community Companies Company Compass Confederation Conference
    Congregation Congress Conservancy Consortium Consulting Convention Cooperative Corp Corp.
    Corporation Corps Council Court Courts Department Digest Diocese Directorate Dive Division
    Education Electronics Empire Enterprises Exchange Express Faculty Federation Fellowship
    Films Fleet Force Forces Forum Foundation Front Fund Funds Gazette Globe Government
    Grantmakers Group Groups Guard Guild Herald High Hospital Hospitals Housing Inc Inc.
    Industries Infantry Initiative Inquirer Institute Institutes Institution Insurance
    International Jihad Journal Laboratories Laboratory Labs League Legion Legislature Library
    Limited Llc LLC LLP Lodge Ltd Ltd. Magazine Mail Media Militia Ministries Ministry Mirror
    Mission Monastery Monitor Mosque Motors Movement Museum Navy Network News Nations Newspaper
    Newspapers Observer Office Operations Opera Orchestra Order Organisation Organization Panel
    Parliament Partners Partnership Party Patrol Pharmaceuticals Philharmonic Pictures Platoon
    Police Polytechnic Post Press Productions Program Programme Project Projects Publications
    Publishers Publishing Quartet Radio Railroad Railway Railways Records Regiment Report
    Reporter Republic Research Reserve Resources Restaurant Review School Schools Secretariat
    Senate Seminary Service Services Society Solutions Squadron Squad Standard Star Store Stores
    Studio Studios Symphony Synagogue Synod System Systems Team Teams Technologies Technology
    Telegraph Television Theater Theatre Times Tribunal Tribune Trust Trustees Union Unions
    United Universities University Ventures Watch Weekly Workers Works Workshop
    """
)
# These also end much that is no body: they need a second sign, such as an article before.
WEAK_BODIES = _words(
    """
    Band Bar Books Boys Chapter Community Convention Conference Division Education Electronics
    Empire Exchange Express Fleet Force Forces Front Globe Government Guard High Housing
    Initiative Insurance International Mail Mirror Mission Monitor Movement Nations News Office
    Operations Opera Order Panel Patrol Platoon Police Post Press Program Programme Project
    Projects Radio Report Republic Research Reserve Resources Review Service Services Solutions
    Squad Standard Star Store Stores System Systems Team Teams Technology Television Times Union
    Watch Workers Works Workshop Compass Dive Digest Collective Conservancy Court Railroad
    Railway Congregation Theater Theatre Library Cathedral Church Monastery Mosque Synagogue
    Hospital Museum School Restaurant Lodge
    """
)
# "Office of the …", "Center for …": the name goes on after the small word.
OPENS_BODY = _words(
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
PLACES = _words(
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
    Trail Tunnel Turnpike Valley Village Villa Volcano Ward Waterfall Way Wells Woods Zoo
    """
)
WEAK_PLACES = _words(
    """
    Common Cottage Crossing Drive Field Fields Glen Hall Hotel House Hollow Junction Kingdom
    Pass Path Plain Point Range Rock Sound Spring State States Summit Tower Ward Way Wells Woods
    Region
    """
)
OPENS_PLACE = _words(
    "Lake Mount Mt. Cape Fort Ft. Port Camp Isle Gulf Bay San Santa Río Rio Strait"
)
DIRECTIONS = _words(
    """
    North South East West Northern Southern Eastern Western Central Upper Lower Greater New
    Northeast Northwest Southeast Southwest Northeastern Northwestern Southeastern Southwestern
    Mid downtown Downtown Inner Outer
    """
)
# What happens or is made is not somebody, though its name has a capital.
EVENTS = _words(
    """
    Act Acts Agreement Amendment Anniversary Anthem Award Awards Battle Bill Bowl Campaign
    Celebration Census Century Championship Championships Charter Christmas Code Constitution
    Contest Convention Covenant Crash Crisis Crusade Cup Cyclone Day Days Declaration Deal
    Depression Derby Disease Doctrine Earthquake Edition Election Era Eve Exhibition Expedition
    Fair Famine Festival Fire Flood Flu Games Gospel Grammy Holocaust Hour Hurricane Incident
    Index Invasion Law Laws Manifesto Marathon March Massacre Medal Model Month Olympics Open
    Operation Pandemic Parade Plan Pledge Policy Prize Protocol Purge Rebellion Recession Reform
    Reformation Renaissance Revolt Revolution Riots Rule Season Semester Series Show Siege
    Statement Storm Strategy Strike Study Summit Survey Syndrome Test Tornado Tour Tournament
    Treaty Trial Trophy Tsunami Typhoon Uprising Virus War Wars Week Year Years
    """
)
OPENS_EVENT = _words(
    "Hurricane Cyclone Typhoon Storm Operation Project Battle Treaty Siege Super World"
)
CALENDAR = _words(
    """
    January February March April May June July August September October November December Jan.
    Feb. Mar. Apr. Jun. Jul. Aug. Sept. Sep. Oct. Nov. Dec. Monday Tuesday Wednesday Thursday
    Friday Saturday Sunday Mon Tue Wed Thu Fri Sat Sun Christmas Easter Thanksgiving Halloween
    Ramadan Lent Passover Hanukkah Diwali Juneteenth Spring Summer Autumn Fall Winter Mondays
    Tuesdays Wednesdays Thursdays Fridays Saturdays Sundays
    """
)
# Letters that stand for something other than a body.
NOT_BODIES = _words(
    """
    AC AD AI AIDS AM API ATM BA BC BCE BLT BMI BS CD CE CEO CFO COO CPU CSV CV COVID COVID-19
    DIY DNA DVD EdD EP ESL EST ET FAQ FM GDP GED GIF GMT GNP GOP GPA GPS HDTV HIV HIV/AIDS HR
    HTML HTTP ID IQ IT JD JPEG LA LCD LED LGBT LGBTI LGBTIQ LGBTQ LGBTQI LGBTQIA LP MA MBA MC MD
    MP3 MRI MS NGO NGOs OK OMG PC PCR PDF PhD PM POW PPE PR PS PST PSA PTSD QR R&B R&D RNA RPG
    RV SARS SAT SMS SOS STD STEM SUV TB TED TV UFO UK URL US USA USB USSR UTC VCR VHS VIP VP VR
    WWI WWII XXX BIPOC AAPI STEAM ADHD ESG DEI CSR PAC FYI ASAP ROI KPI SDG SDGs PB II III IV VI
    VII VIII IX XI XII XIII XIV XV CGI 3D RAM ROM OS CO2 UV IVF MVP RBI ERA DJ
    """
)
# Opening a sentence with a capital and naming nobody, though some are also surnames.
OPENERS = _words(
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
# After one of these a lone capitalised word is likely to be a place, or a person.
AT = _words(
    """
    in at near from to into through across around throughout outside inside toward towards via
    """
)
SAYING = _words(
    """
    said says say told tells asked asks replied added adds explained explains wrote writes
    argued argues noted notes claimed claims thinks thought believes believed knew knows felt
    laughed smiled cried died married born lived worked was is has had he she who whose recalls
    recalled remembers remembered
    """
)
RELATIVES = _words(
    """
    wife husband mother father son daughter brother sister uncle aunt nephew niece cousin friend
    boyfriend girlfriend partner actor actress singer author poet writer novelist composer
    painter artist director producer guitarist drummer bassist vocalist journalist reporter
    lawyer attorney professor teacher student scientist economist historian philosopher activist
    advocate coach player quarterback pitcher leader president chairman spokesman spokeswoman
    officer founder co-founder king queen prince princess emperor general colonel captain
    senator governor mayor minister named by comedian rapper musician engineer architect
    physicist colleague colleagues analyst researcher executive manager owner chef entrepreneur
    billionaire candidate incumbent
    """
)
