"""Names of people and bodies in plain text, by their capitals, titles and common words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache
from importlib.resources import files


class NameKind(StrEnum):
    """What a name seems to name."""

    PERSON = "person"
    BODY = "body"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Name:
    """A name as it stands in the text: `start:end` covers the name without its title.

    `title_start` is where the capitalised title before it begins ("U.S. Treasury Secretary
    Scott Bessent" has its title at "U.S."), and equals `start` where there is none.
    """

    text: str
    start: int
    end: int
    kind: NameKind
    title_start: int

    @property
    def words(self) -> tuple[str, ...]:
        """The words of the name."""
        return tuple(self.text.split())


def words_of(lines: str) -> frozenset[str]:
    """Return the words of a list that is written as plain lines."""
    return frozenset(lines.split())


# The last word of a title that stands before a person's name.
TITLES = words_of(
    """
    Mr Mr. Mrs Mrs. Ms Ms. Miss Dr Dr. Prof Prof. Professor Sir Dame Lord Lady Sen Sen. Senator
    Rep Rep. Representative Gov Gov. Governor President Vice-President Premier Prime Minister
    Chancellor Secretary Ambassador Mayor Judge Justice Speaker Chairman Chairwoman Chair
    Chairperson Director Commissioner General Gen Gen. Colonel Col Col. Captain Capt Capt.
    Lieutenant Lt Lt. Sergeant Sgt Sgt. Major Maj Maj. Admiral Adm Adm. Commander Cmdr Cmdr.
    Officer Detective Sheriff Chief Pope Cardinal Archbishop Bishop Rabbi Imam Rev Rev. Reverend
    Father Sister King Queen Prince Princess Emperor Sheikh Ayatollah Congressman Congresswoman
    Councilman Councilwoman Councillor Councilor Assemblyman Assemblywoman Delegate Attorney
    Solicitor Spokesman Spokeswoman Spokesperson Coach Manager Analyst Economist Superintendent
    Former AG Author Actor Actress Singer Comedian Pastor Evangelist Pollster Strategist Host
    Anchor Columnist Editor Founder Activist Billionaire Investigator Inspector Constable Deputy
    Envoy Leader Treasurer Minister MP Comrade Dean Provost CEO Hon. Adv Adv. Advocate Reporter
    Adviser Advisor Correspondent Challenger Candidate Nominee Co-anchor Co-founder Co-Founder
    Editor-in-Chief Editor-in-chief Director-General Secretary-General Attorney-General
    Vice-Chancellor Vice-Chairman President-elect Commander-in-Chief Pres. Committeeman
    Celebrities Superdelegate Major-Gen Major-General Maj-Gen Lt-Gen Lieutenant-General Brig
    Brigadier Warrant Novelist PM MEC Taoiseach
    Journalist Moderator Co-moderator Rival Employee Resident Researcher Scientist Student Teacher
    Lawyer Farmer Protester Voter Neighbour Neighbor Midfielder Striker Goalkeeper Skipper Trader
    """
)

# A title that has a second half: "Secretary of State", "Speaker of the House".
_TITLE_PAIR = (
    r"(?:(?:Secretary|Minister|Speaker|Chancellor|Leader)[ \xa0]"
    r"(?:General\b|(?:of|for)[ \xa0](?:the[ \xa0])?"
    r"(?:State|Defen[cs]e|Labor|Commerce|Education|Energy|Agriculture|Transportation|Health|War|House|"
    r"Senate|Exchequer|Interior|Treasury|Veterans[ \xa0]Affairs|Homeland[ \xa0]Security|"
    r"Foreign[ \xa0]Affairs|Trade|Finance|Justice))|Attorney[ \xa0]General"
    r"|Chief[ \xa0]of[ \xa0](?:(?:the|Army|Naval|Air|Defen[cs]e)[ \xa0]){0,2}Staff)(?=[ \xa0])"
)
_PAIR = re.compile(_TITLE_PAIR)

# A word that makes a capitalised run a body and not a person.
_BODY_WORDS = words_of(
    """
    Academy Administration Agency Alliance Army Assembly Association Authority Bank Board Bureau
    Cabinet Campaign Center Centre Chamber Church Club Coalition College Commission Committee
    Company Conference Congress Corp Corp. Corporation Council County Court Department Embassy
    Federation Force Forces Foundation Fund Group Guard Holdings Hospital House Inc Inc. Institute
    Institution International Journal League Ltd Ltd. Ministry Movement Museum Navy Network News
    Office Organisation Organization Parliament Partners Partnership Party Police Post Press
    Project School Senate Service Services Society Station Street Systems Team Times Treasury
    Tribunal Trust Union United University Watch Airlines Airways Motors Technologies Ventures
    Capital Media Democrats Republicans Labour Conservatives Greens Brexit Pentagon Kremlin Reuters
    Senators Party's Securities Research Laboratory Observatory Rangers Rovers FC Forum Guild Rail
    Railways Pharma Energy Electric Analytics Studios Records Airport Hotel Hotels Equities
    Productions Enterprises Telescope Inspector-General Chambers Chronicle Herald Tribune Gazette
    Telegraph Examiner Register Courier Telecom Bancorp Economics Daily
    """
)

# Capitalised words that name no person: places, peoples, days, months.
_NOT_PEOPLE = words_of(
    """
    Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May
    June July August September October November December American Americans British English
    Chinese Russian French German Japanese Korean Indian Israeli Iranian Iraqi Mexican Canadian
    Australian African European Asian Arab Muslim Muslims Christian Jewish Catholic Republican
    Republicans Democrat Democrats Democratic Conservative Labour Liberal America China Russia
    France Germany Japan Korea India Israel Iran Iraq Mexico Canada Australia Africa Europe Asia
    Britain England Scotland Wales Ireland Ukraine Taiwan Washington London Beijing Moscow Paris
    Berlin Tokyo Brussels Congress Senate Christmas Easter South North East West Sydney Delhi
    U.S U.S. U.K U.K. UK US EU UN U.N. U.N NATO GOP
    Alabama Alaska Arizona Arkansas California Colorado Connecticut Delaware Florida Hawaii Idaho
    Illinois Indiana Iowa Kansas Kentucky Louisiana Maine Maryland Massachusetts Michigan Minnesota
    Mississippi Missouri Montana Nebraska Nevada Ohio Oklahoma Oregon Pennsylvania Tennessee Texas
    Utah Vermont Wisconsin Wyoming New Los San Las Saudi Hong Sri Puerto Costa Chicago Boston
    Philadelphia Detroit Atlanta Miami Seattle Cleveland Baltimore Manhattan Brooklyn Hollywood
    Mumbai Kolkata Chennai Bangalore Bengaluru Hyderabad Karnataka Kerala Maharashtra Gujarat
    Punjab Bihar Melbourne Brisbane Perth Adelaide Canberra Queensland Tasmania Auckland Toronto
    Ottawa Montreal Vancouver Ontario Quebec Alberta Johannesburg Pretoria Durban Soweto Gauteng
    Lagos Abuja Nairobi Cairo Manchester Liverpool Birmingham Leeds Glasgow Edinburgh Belfast
    Dublin Cardiff Bristol Sheffield Yorkshire Lancashire Cornwall Kent Essex Geneva Vienna Madrid
    Barcelona Rome Milan Athens Warsaw Prague Budapest Kyiv Kiev Jerusalem Gaza Tehran Baghdad
    Damascus Beirut Riyadh Dubai Kabul Islamabad Karachi Dhaka Shanghai Seoul Pyongyang Taipei
    Singapore Malaysia Indonesia Philippines Thailand Vietnam Pakistan Bangladesh Afghanistan Syria
    Turkey Egypt Libya Nigeria Kenya Ghana Ethiopia Zimbabwe Namibia Lesotho Botswana Brazil
    Argentina Chile Colombia Venezuela Cuba Spain Italy Portugal Greece Poland Hungary Romania
    Sweden Norway Denmark Finland Netherlands Belgium Switzerland Austria Armenia Azerbaijan Qatar
    Yemen Lebanon Nepal Zealand Latino Latina Hispanic Dutch Swiss Swedish Norwegian Danish Finnish
    Polish Turkish Greek Italian Spanish Portuguese Brazilian Pakistani Ukrainian Scottish Welsh
    Irish Syrian Afghan Saudi Egyptian Nigerian Kenyan Palestinian Lebanese Armenian Vietnamese
    Filipino Indonesian Malaysian Thai Cuban Colombian Venezuelan Northern Southern Eastern Western
    Central Middle Independent
    """
)

# Words that open a sentence with a capital and begin no name.
_OPENERS = words_of(
    """
    The A An And But Or So Yet For Nor If When While As At By In On Of To From With Without After
    Before Since Until Because Although Though However Meanwhile Moreover Still Also Then There
    Here This That These Those It Its He She They We I You His Her Their Our My Your What Which
    Who Whom Whose Why How Where Not No Yes Just Only Even Now Earlier Later Last Next Asked Said
    Some Many Most Several Both All Each Every Any Few One Two Three Four Five Six Seven Eight
    Nine Ten Another Other Others Such Under Over During Despite Amid Among According Between
    About Against Through Speaking Writing Ever Once Perhaps Maybe Let Do Does Did Is Are Was
    Were Be Been Has Have Had Will Would Can Could Should May Might Must Well Oh Instead Thus
    Hence Like Unlike Given More Less Much Today Tomorrow Yesterday Tonight Finally First Second
    Third Back Off Out Up Down Too Very Than Nothing Something Everyone Everybody Nobody Someone
    Other Whether Our Us Them Him Me Mine Hers Theirs Beyond Within Along Around Near Inside
    Outside Asking Adding Analysts Experts Officials Police Critics Supporters
    """
)

_PARTICLES = (
    r"(?:de|da|del|della|der|den|di|du|dos|la|le|el|al|van|von|bin|ibn|bint|ten|ter|y|e|zu)"
)
_CAPITAL = r"(?:[^\W\d_a-zß-öø-ÿ][\w]*(?:[’'.&-](?!s\b)\w+)*\.?)"
_RUN = re.compile(
    rf"(?<![\w’'])(?:{_TITLE_PAIR}|{_CAPITAL})"
    rf"(?:[ \xa0](?:{_PARTICLES}[ \xa0]){{0,2}}(?:{_TITLE_PAIR}|{_CAPITAL}))*",
)
# A heading has these with a capital, and no person's name has.
_INNER = words_of("And Or Of The For With Says Said Is Are Was To In On At From By Not")
_CONTRACTED = re.compile(r"[’'](?:s|m|re|ve|ll|d)$")
_POSSESSIVE = re.compile(r"[’']s$|(?<=s)[’']$")
_INITIAL = re.compile(r"(?:[A-Z]\.)+$")
_KEEPS_STOP = re.compile(
    r"^(?:[A-Z]\.|(?:[A-Z]\.){2,}|Jr\.|Sr\.|Mr\.|Mrs\.|Ms\.|Dr\.|St\.|Sen\.|Rep\.|Gov\.)$"
)
# An article says most of its names again and again; those of a hostile text are let go.
_MOST_REMEMBERED, _LONG = 1 << 12, 80
# No person's name is longer; a longer run of capitals is a heading or a body.
_MOST_WORDS = 5
# "Texas-based Ann Lee"
_DESCRIBES = ("-based", "-born")
_WEEK = words_of("Monday Tuesday Wednesday Thursday Friday Saturday Sunday")
# One word of title, a given name and a last name.
_LEAST_WITH_TITLE = 3


@dataclass(frozen=True, slots=True)
class GivenNames:
    """Common given names, by whom they are mostly given to."""

    women: frozenset[str]
    men: frozenset[str]
    either: frozenset[str]

    def __contains__(self, word: str) -> bool:
        return word in self.women or word in self.men or word in self.either


@cache
def given_names() -> GivenNames:
    """Return common given names of many countries, from the list beside this file."""
    text = files("flows.text").joinpath("given_names.txt").read_text(encoding="utf-8")
    lists: dict[str, set[str]] = {}
    part = ""
    for line in text.splitlines():
        if line.startswith("["):
            part = line.strip("[]")
        elif not line.startswith("#"):
            lists.setdefault(part, set()).update(line.split())
    return GivenNames(*(frozenset(lists[part]) for part in ("women", "men", "either")))


def names_within(text: str, start: int, end: int) -> Iterator[Name]:
    """Yield the names that stand in `text[start:end]`, in order.

    "U.S. Treasury Secretary Scott Bessent said" holds one: the person "Scott Bessent", whose
    title starts at "U.S.".
    """
    for run in _RUN.finditer(text, start, end):
        stop = _without_stop(text, run.start(), run.end())
        first = _after_place(text, run.start(), stop)
        words = text[first:stop]
        name = _name_in(words) if len(words) < _LONG else _name_of(words)
        if name is not None:
            has_place = first > run.start()
            title_start = run.start() if has_place else name.title_start + first
            yield Name(name.text, name.start + first, name.end + first, name.kind, title_start)


def _without_stop(text: str, start: int, end: int) -> int:
    """Drop a full stop that ends the sentence and not the name's last word."""
    if text[end - 1] != ".":
        return end
    last = text[start:end].rsplit(None, 1)[-1]
    return end if _KEEPS_STOP.match(last) else end - 1


def _name_of(text: str) -> Name | None:
    """Return the name of a run of capitals."""
    end = len(text)
    begin = _after_openers(text, 0, end)
    if begin >= end:
        return None
    head = _after_title(text, begin, end)
    if head >= end:
        return None
    name, _, day = text[head:end].rpartition(" ")
    # "Keane Sunday said" names Keane alone.
    name = without_possessive(name if name and day in _WEEK else text[head:end])
    end = head + len(name)
    has_title = head > begin and text[begin:head].strip() != "Former"
    kind = kind_of(name, has_title=has_title)
    return Name(name, head, end, kind, begin)


_name_in = lru_cache(maxsize=_MOST_REMEMBERED)(_name_of)


def _after_openers(text: str, start: int, end: int) -> int:
    """Skip words such as "But", which a heading gives a capital, and "Texas-based"."""
    while start < end:
        word = text[start:end].split(None, 1)[0]
        if _CONTRACTED.sub("", word) not in _OPENERS and not word.endswith(_DESCRIBES):
            return start
        start += len(word)
        while start < end and text[start].isspace():
            start += 1
    return end


def _after_title(text: str, start: int, end: int) -> int:
    """Return where the name proper begins, after "U.S. Secretary of State" or "Sen."."""
    head = max((pair.end() for pair in _PAIR.finditer(text, start, end)), default=start)
    position = start
    for word in text[start:end].split():
        position = text.index(word, position) + len(word)
        if word in TITLES and position < end:
            head = max(head, position)
    while head < end and text[head].isspace():
        head += 1
    return _at_given_name(text, head, end)


# "China’s ambassador to Britain Liu Xiaming": the place belongs to the office.
_OFFICE_IN = re.compile(r"[a-z]\s(?:to|of)\s$")
_OFFICE_CHARS = 6
# More of the place's name follows these: "New York", "South Korea".
_HALF_PLACES = words_of(
    "New Los San Las Saudi Hong Sri Puerto Costa South North East West Northern Southern Eastern"
    " Western Central Middle"
)


def _after_place(text: str, start: int, end: int) -> int:
    """Skip the place of an office that stands right before a name of two words or more."""
    words = text[start:end].split()
    if len(words) < _LEAST_WITH_TITLE or words[0] not in _NOT_PEOPLE or words[0] in _HALF_PLACES:
        return start
    if any(word in _BODY_WORDS or word in _INNER for word in words):
        return start
    if not _OFFICE_IN.search(text, max(0, start - _OFFICE_CHARS), start):
        return start
    return text.index(words[1], start + len(words[0]))


def _at_given_name(text: str, start: int, end: int) -> int:
    """Skip capitalised words before a given name and what follows it: "Ranking Member Ann Lee"."""
    words = text[start:end].split()
    if words and words[-1] in _BODY_WORDS:
        # "The San Francisco Chronicle": Francisco is nobody there.
        return start
    if len(words) < _LEAST_WITH_TITLE or words[0] in given_names() or _INITIAL.match(words[0]):
        return start
    is_described = words[0] in _NOT_PEOPLE | _BODY_WORDS or words[0].endswith(_DESCRIBES)
    if len(words) == _LEAST_WITH_TITLE and not is_described:
        # "Shiza Fatima Khawaja" has two given names, of which we know one.
        return start
    position = start
    for word in words[:-1]:
        position = text.index(word, position)
        if word in given_names() or word.split("-")[0] in given_names():
            return position
        position += len(word)
    return start


def kind_of(name: str, *, has_title: bool = False) -> NameKind:
    """Say what the name seems to name.

    A person has a title, or a common given name, or two to five plain capitalised words.
    """
    words = name.split()
    if any(word in _BODY_WORDS for word in words):
        return NameKind.BODY
    is_place = words[0] in _NOT_PEOPLE and not (has_title and len(words) > 1)
    is_heading = any(word in _INNER or _is_short_for(word) for word in words[1:])
    if is_place or is_heading or (name.isupper() and len(words) == 1):
        return NameKind.UNKNOWN
    if has_title or (words[0] in given_names() and 1 < len(words) <= _MOST_WORDS):
        return NameKind.PERSON
    if 1 < len(words) <= _MOST_WORDS and all(word not in _NOT_PEOPLE for word in words):
        return NameKind.PERSON if not name.isupper() else NameKind.UNKNOWN
    return NameKind.UNKNOWN


_COUNTRIES = frozenset({"United States", "United Kingdom", "United Arab Emirates"})


def is_place(name: str) -> bool:
    """Say whether a name opens with a place, a people or a day, which name no person."""
    return name.split(maxsplit=1)[0] in _NOT_PEOPLE or name in _COUNTRIES


# "Apple TV", "Sky UK": letters that stand for words; "Ann Lee III" is a person.
_NUMERALS = frozenset({"II", "III", "IV"})


def _is_short_for(word: str) -> bool:
    return len(word) > 1 and word.isalpha() and word.isupper() and word not in _NUMERALS


def without_possessive(name: str) -> str:
    """Return "Trump" for "Trump’s"."""
    return _POSSESSIVE.sub("", name)
