"""The words that tell a person from a body, a document or a crowd. An editor may add a word."""

from __future__ import annotations

from flows.text.names import words_of

# What is read and not heard: it speaks, and nobody did.
DOCUMENTS = words_of(
    """
    account ad advertisement advisory affidavit agenda agreement analysis announcement
    application article assessment audit banner biography bill blog book booklet brief briefing
    brochure bulletin caption chart charter circular code column communique communiqué complaint
    constitution contract copy correspondence cover data declaration directive disclosure document
    documents draft editorial e-mail email emails entry essay estimate estimates evidence excerpt
    figures file filing filings findings flyer footage forecast guidance guidelines headline
    headlines history index indictment inscription intelligence interview invitation invoice
    judgement judgment label law lawsuit leaflet legend legislation letter letters list literature
    log manifesto manual manuscript measure memo memoir memorandum message
    messages minutes motion note notes notice op-ed order outlook page pamphlet paper papers
    passage petition placard poll polling polls post poster posts profile programme
    program prospectus publication recommendation record records recording referendum register
    regulation regulations release report reports research resolution results review rule rules
    ruling script sign signs slogan speech statement statements statistics statute stories story
    studies study submission suit summary survey surveys tape testimony text texts timeline
    transcript treaty tweet tweets verdict video wall warrant web-page website whitepaper will
    wording work writing
    """
)

# A lower-case noun that stands for a body: it decides and speaks as one.
BODIES = words_of(
    """
    academy administration agency airline alliance app army assembly association authorities
    authority automaker bank board body brand brewer broadcaster brokerage builder bureau business
    cabinet campaign carmaker caucus center centre chain chamber charity chipmaker church city club
    coalition college commission committee company congregation consortium council country county
    court defence defense department developer directorate district division drugmaker embassy
    employer exchange faction federation firm force forces foundation foundry franchise fund giant
    government group hospital house industry inquiry inspectorate institute institution insurer
    jury lab laboratory league legislature lender lobby magazine maker manufacturer military
    ministry mission monarchy monitor movement museum nation navy network newspaper ngo non-profit
    nonprofit office ombudsman operator opposition organisation organization outlet palace panel
    parish parks parliament partnership party planemaker plant platform police practice presidency
    press prison producer programme-maker prosecution publisher quango railway refinery regime
    region regulator resort restaurant retailer school secretariat senate service shipper shop side
    site society squad start-up startup state station steelmaker store studio supermarket supplier
    syndicate taskforce team theatre think-tank thinktank town tribunal troupe trust union unit
    university utility village ward watchdog wing yard zoo
    """
)

# Plurals that do not end in "s", and words that stand for many.
MANY = words_of(
    """
    people men women children families clergy staff crew crews couple pair trio
    duo family crowd majority minority both others some many several most few all neither either
    they we those these them us everyone everybody each public electorate audience
    """
)

# Who gives a newspaper words and no name.
SOURCES = words_of(
    """
    source sources insider insiders informant informants whistleblower whistle-blower
    """
)

# One person, by what they are; what a language adds with -er, -ist or -ian is told by its end.
PEOPLE = words_of(
    """
    actress adult advocate aide ally applicant architect artist athlete aunt boss boy brother
    businessman businesswoman captain cardinal caller celebrity chap chef cleric clerk client coach
    colleague comedian commentator constable constituent contestant contractor correspondent cousin
    critic daughter defendant detainee diplomat donor entrepreneur expert father fan figure
    fisherman firefighter friend girl guard guest guide guy heir hero host husband individual
    inmate insurgent intern judge king lady lad legend lifeguard loyalist man mate merchant migrant
    mother nephew niece nun official officer onlooker opponent orphan parent participant passenger
    patient peer person pensioner pope pundit queen refugee relative respondent rival saint
    salesman scout servant shopkeeper sibling sister skipper soldier son spouse star stranger
    student suspect teen teenager toddler tourist tutor twin uncle user victim villager widow
    widower wife winner woman youth policeman policewoman
    """
)
PERSON_ENDINGS = ("ist", "ian", "eer", "man", "woman", "person", "ologist", "er", "or", "ee", "ant")

MEN = words_of(
    """
    Mr Mr. Sir Lord King Prince Congressman Chairman Spokesman Councilman Businessman Sheikh
    Baron Duke Father Fr Brother Monsignor Salesman Statesman Assemblyman Alderman Actor
    """
)
WOMEN = words_of(
    """
    Mrs Mrs. Ms Ms. Miss Dame Lady Queen Princess Congresswoman Chairwoman Spokeswoman
    Councilwoman Businesswoman Baroness Duchess Sister Assemblywoman Actress
    """
)
# "her husband, Karl Voss" and "Karl Voss, a father of two".
MALE_NOUNS = words_of(
    """
    husband father brother son uncle grandfather grandson nephew man boy businessman chairman
    spokesman congressman councilman king prince salesman stepfather widower frontman cameraman
    policeman fisherman
    """
)
FEMALE_NOUNS = words_of(
    """
    wife mother sister daughter aunt grandmother granddaughter niece woman girl businesswoman
    chairwoman spokeswoman congresswoman councilwoman queen princess actress stepmother widow
    policewoman
    """
)

# "Democrats", "Germans": a capital that names a crowd and no body.
PLURAL_PEOPLES = words_of(
    """
    Republicans Democrats Conservatives Liberals Tories Greens Socialists Communists Libertarians
    Americans Britons Germans Russians Italians Indians Australians Canadians Mexicans Europeans
    Africans Asians Arabs Muslims Christians Jews Catholics Protestants Hindus Sikhs Buddhists
    Evangelicals Israelis Palestinians Iranians Iraqis Syrians Ukrainians Latinos Hispanics
    Millennials Whites Blacks African-Americans Koreans Egyptians Kenyans Nigerians Brazilians
    Cubans Californians Texans Saudis Londoners Parisians Netizens Brexiteers Remainers Unionists
    Nationalists Loyalists Zionists Kurds Turks Poles Belgians Norwegians Swedes Danes Finns
    """
)

# Before a name or noun these make it many.
CROWD = words_of(
    """
    many some several most all these those both two three four five six seven eight nine ten
    other few more fellow dozens hundreds thousands scores various numerous countless half
    """
)

# What one person may be for a living or by office.
ROLE_NOUNS = words_of(
    """
    fellow analyst economist strategist professor lecturer researcher scientist scholar historian
    expert director president chairman chairwoman chair chairperson chief officer executive
    secretary minister premier chancellor senator congressman congresswoman representative
    lawmaker governor mayor councillor councilman councilwoman ambassador diplomat envoy
    spokesman spokeswoman spokesperson spokespeople adviser advisor aide counsel counselor lawyer
    attorney solicitor barrister judge prosecutor sheriff detective sergeant captain commander
    general colonel admiral lieutenant coach manager player striker captain goalkeeper midfielder
    founder co-founder cofounder partner owner head leader coordinator organizer organiser activist
    campaigner farmer teacher student nurse doctor physician surgeon engineer author writer
    journalist editor reporter columnist novelist actor actress singer producer publisher
    consultant pollster operative candidate nominee veteran member co-author deputy superintendent
    principal dean pastor priest bishop rabbi imam inspector commissioner trader broker investor
    resident neighbour neighbor voter worker employee volunteer witness retiree driver owner
    pilot astronaut biologist chemist physicist psychologist epidemiologist virologist geologist
    ecologist climatologist meteorologist astronomer astrophysicist vice-president ceo cfo coo cto
    treasurer trustee delegate advocate administrator auditor correspondent lead skipper barman
    superdelegate speechwriter strategist negotiator organiser curator librarian architect designer
    developer programmer composer musician singer artist painter sculptor choreographer chef baker
    builder plumber mechanic electrician technician paramedic midwife pharmacist vet zoologist
    parliamentarian mp mec pm
    """
)

# What one person is to another, to a cause or a body, rather than by calling.
STANDINGS = words_of(
    """
    ally supporter donor critic backer confidant loyalist fundraiser surrogate undersecretary
    rapporteur biographer successor predecessor official host filmmaker
    """
)
