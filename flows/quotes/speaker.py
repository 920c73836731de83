"""Who speaks: the words that name a speaker, and whom they lead to."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from flows.records import Span, SpeakerKind
from flows.text.names import Name


@dataclass(frozen=True, slots=True)
class Mention:
    """The words that name a speaker, taken apart.

    `name` is whom they are about: None for a role, a group or several people. `noun` is what a
    mention without a name calls the speaker, and `modifiers` stand before it: "the Texas senator"
    has "senator" and "Texas". `is_definite` where the reader is to know who it is.
    """

    span: Span
    kind: SpeakerKind | None
    name: Name | None = None
    noun: str = ""
    modifiers: tuple[str, ...] = ()
    is_definite: bool = False


class Path(StrEnum):
    """How a mention led to its name, the surest first."""

    FULL_NAME = "full name"
    LAST_NAME = "last name"
    WORD = "word"
    RELATIVE = "who"
    NAMESAKE = "one of a last name"
    ROLE = "role"
    PRONOUN = "pronoun"
    PRONOUN_OF_SEVERAL = "pronoun of several"
    UNNAMED = "unnamed"


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who says something: the fullest name, if the article gives one, and what kind it is.

    `span` is the mention, in full where it broke off inside a name.
    """

    span: Span
    kind: SpeakerKind | None
    name: str | None = None
    path: Path = Path.UNNAMED


@dataclass(frozen=True, slots=True)
class Role:
    """What somebody is, and the body that they are it for.

    `owner` is the word that stands for that body where its name does not: "its", "union". Of
    "NASA’s administrator" it is "NASA", and `whole` is all of it, should NASA be nobody's employer.
    """

    title: str | None
    affiliation: str | None
    owner: str = ""
    whole: str | None = None


UNKNOWN = Role(None, None)
