"""From what a file states to one clean article."""

from __future__ import annotations

from dataclasses import fields, replace
from html import unescape
from typing import TYPE_CHECKING, cast

from flows.articles.body import Body, body_of
from flows.articles.bylines import names_in_byline
from flows.articles.contradictions import contradictions_in
from flows.articles.dateline import Dateline, dateline_of
from flows.articles.dating import Dating, dateline_day, dating_of, day_in_name
from flows.articles.draft import Claim, Draft, Passage, Stated, Value
from flows.articles.editors_notes import parted
from flows.articles.encoding import visible
from flows.articles.identity import article_id_of, content_hash
from flows.articles.language import language_of
from flows.articles.rejections import Reason, unreadable
from flows.records import Article, BlockKind

if TYPE_CHECKING:
    from flows.records import SourceFile

# A dateline stands in the first paragraph; a summary or a note may stand above it.
PARAGRAPHS_WITH_DATELINE = 3
PARAGRAPHS_OF_TRANSCRIPT = 8
# A byline is the first line of a dispatch, or stands below its only deck.
LINES_WITH_BYLINE = 2
LONGEST_HEADLINE_CHARS = 600
# A day of a parliament is 180,000 words; what is longer is a book, or made to do harm.
MOST_BODY_CHARS = 1_000_000

_HEADLESS = (BlockKind.HEADING, BlockKind.KEY_POINT)


def article_of(draft: Draft, source: SourceFile) -> Article:
    """Return the clean article of one draft.

    Raises UnreadableFileError where it has no headline, no text or no date.
    """
    story, notes = parted(draft.passages)
    draft = _signed(replace(_visible(draft), passages=story))
    body = body_of(draft.passages)
    if all(block.kind in _HEADLESS for block in body.blocks):
        raise unreadable(source.name, Reason.NO_TEXT)
    if len(body.text) > MOST_BODY_CHARS:
        raise unreadable(source.name, Reason.TOO_LARGE, f"{MOST_BODY_CHARS:,} signs of text")
    # Some programs escape "R&D" once too often.
    headline = " ".join(unescape(draft.headline.value).split()) if draft.headline else ""
    if not headline:
        raise unreadable(source.name, Reason.NO_HEADLINE)
    dateline = dateline_in(draft.passages)
    dating = dating_of(draft, dateline, source, body.text)
    if dating is None:
        raise unreadable(source.name, Reason.NO_DATE)
    full = _completed(draft, dateline, dating, body.text)
    article = _article(full, headline[:LONGEST_HEADLINE_CHARS], body, dating, source)
    contradictions = contradictions_in(_claims_of(draft, dating, dateline), article.basis)
    return replace(article, editors_notes=notes, contradictions=contradictions)


def _signed(draft: Draft) -> Draft:
    """Return the draft with the authors of a byline above the text, where nothing names them."""
    head = draft.passages[:LINES_WITH_BYLINE] if draft.authors is None else ()
    for place, passage in enumerate(head):
        if names := names_in_byline(passage.text):
            rest = draft.passages[:place] + draft.passages[place + 1 :]
            # A file of a byline alone has at least that.
            return replace(draft, authors=Stated(names, "byline"), passages=rest or head)
    return draft


def _claims_of(draft: Draft, dating: Dating, dateline: Dateline | None) -> list[Claim]:
    """Return what the article and the other places say, the chosen value of each field first."""
    day = dating.moment.day
    claims = [Claim("published_at", day.isoformat(), dating.stated_by, day)]
    texts = (("headline", draft.headline), ("outlet", draft.outlet))
    claims += [Claim(name, stated.value, stated.basis) for name, stated in texts if stated]
    if draft.authors:
        claims.append(Claim("authors", ", ".join(draft.authors.value), draft.authors.basis))
    url_day = day_in_name(draft.url.value) if draft.url else None
    text_day = dateline_day(dateline, day) if dateline else None
    days = ((url_day, "url"), (text_day, "dateline"))
    claims += draft.claims
    claims += [Claim("published_at", d.isoformat(), basis, d) for d, basis in days if d]
    return claims


def _visible(draft: Draft) -> Draft:
    """Return the draft without signs in its values that no table can hold."""
    values = {name.name: getattr(draft, name.name) for name in fields(draft)}
    clean = {
        name: Stated(_clean(stated.value), stated.basis)
        for name, value in values.items()
        if isinstance(value, Stated)
        for stated in (cast("Stated[object]", value),)
    }
    return replace(draft, **clean)


def _clean(value: object) -> object:
    if isinstance(value, str):
        return visible(value)
    if isinstance(value, tuple):
        return tuple(_clean(part) for part in cast("tuple[object, ...]", value))
    return value


def dateline_in(passages: tuple[Passage, ...]) -> Dateline | None:
    """Return the dateline of the text, where one of its first paragraphs opens with one.

    Where paragraph after paragraph opens so, it is a transcript: "HOLT: We go on."
    """
    paragraphs = [passage for passage in passages if passage.kind is BlockKind.PARAGRAPH]
    read = [dateline_of(paragraph.text) for paragraph in paragraphs[:PARAGRAPHS_OF_TRANSCRIPT]]
    found = next((dateline for dateline in read[:PARAGRAPHS_WITH_DATELINE] if dateline), None)
    is_alone = sum(dateline is not None for dateline in read) == 1
    is_proved = found is not None and bool(found.day or found.month_and_day or found.credit)
    return found if is_alone or is_proved else None


def _completed(draft: Draft, dateline: Dateline | None, dating: Dating, text: str) -> Draft:
    """Add to the stated values what the text itself says: dateline and language."""
    language, stated = language_of(text), draft.language
    is_confirmed = stated is not None and stated.value.lower().startswith(f"{language}-")
    if language and not is_confirmed:
        draft = replace(draft, language=Stated(language, "text"))
    if dateline is None:
        return draft
    if dateline.place:
        draft = replace(draft, dateline_place=Stated(dateline.place, "dateline"))
    if dateline.credit and not draft.credit:
        draft = replace(draft, credit=Stated(dateline.credit, "dateline"))
    day = dateline_day(dateline, dating.moment.day)
    return replace(draft, dateline_date=Stated(day, "dateline")) if day else draft


def _article(full: Draft, headline: str, body: Body, dating: Dating, source: SourceFile) -> Article:
    """Put the chosen values together; `full` already holds what the text itself says."""
    outlet, publisher_id, url = _of(full.outlet), _of(full.publisher_id), _of(full.url)
    day = dating.moment.day
    return Article(
        article_id=article_id_of(
            url=url,
            publisher_id=publisher_id,
            outlet=outlet,
            headline=headline,
            day=day.isoformat(),
        ),
        content_sha256=content_hash(headline, body.text),
        headline=headline,
        body=body.text,
        blocks=body.blocks,
        published_at=dating.moment.at,
        published_precision=dating.moment.precision,
        published_basis=dating.basis,
        source_file=source.name,
        source_format=full.source_format,
        source_member=full.member,
        key_points=body.key_points,
        outlet=outlet,
        authors=_of(full.authors) or (),
        edition=_of(full.edition),
        section=_of(full.section),
        filing_place=_of(full.filing_place),
        dateline_place=_of(full.dateline_place),
        dateline_date=_of(full.dateline_date),
        modified_at=modified.at if (modified := _of(full.modified)) else None,
        language=_of(full.language),
        url=url,
        publisher_id=publisher_id,
        credit=_of(full.credit),
        summary=_of(full.summary),
        topics=_of(full.topics) or (),
        published_day=day,
        encoding=_of(full.encoding),
        basis=_basis_of(full, dating),
    )


def _of(stated: Stated[Value] | None) -> Value | None:
    return stated.value if stated else None


def _basis_of(full: Draft, dating: Dating) -> dict[str, str]:
    """Return the source of every value, under the name that the article gives it."""
    stated = {name.name: getattr(full, name.name) for name in fields(full)}
    basis = {name: value.basis for name, value in stated.items() if isinstance(value, Stated)}
    for draft_name in ("published", "slug_date", "created"):
        basis.pop(draft_name, None)
    if modified := basis.pop("modified", None):
        basis["modified_at"] = modified
    if full.text_field:
        basis["body"] = full.text_field
    return basis | {"published_at": dating.stated_by}
