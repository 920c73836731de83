"""Why a file is turned away: one short word for queries, one sentence for a person."""

from __future__ import annotations

from enum import StrEnum

from flows.errors import UnreadableFileError


class Reason(StrEnum):
    """The closed set of reason codes that reading can give."""

    EMPTY = "empty"
    BINARY = "binary"
    TOO_LARGE = "too_large"
    LINE_TOO_LONG = "line_too_long"
    TOO_DEEP = "too_deep"
    TOO_MANY = "too_many"
    ENCRYPTED = "encrypted"
    DAMAGED = "damaged"
    BROKEN_JSON = "broken_json"
    BROKEN_HTML = "broken_html"
    BROKEN_XML = "broken_xml"
    BROKEN_FRONT_MATTER = "broken_front_matter"
    NOT_AN_ARTICLE = "not_an_article"
    NO_TEXT = "no_text"
    NO_TEXT_LAYER = "no_text_layer"
    NO_DATE = "no_date"
    NO_HEADLINE = "no_headline"


SENTENCES: dict[Reason, str] = {
    Reason.EMPTY: "The file is empty. Save the article again and drop it in anew.",
    Reason.BINARY: "This is not text but binary data ({detail}). Export the article as text.",
    Reason.TOO_LARGE: "The file is larger than {detail}. Split it, or drop in the articles singly.",
    Reason.LINE_TOO_LONG: "One line is longer than {detail}; that is no article. Check the export.",
    Reason.TOO_DEEP: "The file is nested deeper than {detail}. Unpack it and drop in its files.",
    Reason.TOO_MANY: "The file holds more than {detail}. Split it into smaller files.",
    Reason.ENCRYPTED: "The file is encrypted ({detail}). Save it without a password.",
    Reason.DAMAGED: "The file is damaged: {detail}. Fetch it again from its source.",
    Reason.BROKEN_JSON: "The JSON is broken: {detail}. Correct it, or export the file again.",
    Reason.BROKEN_HTML: "The HTML is broken: {detail}. Save the page again.",
    Reason.BROKEN_XML: "The XML is broken: {detail}. Export the file again.",
    Reason.BROKEN_FRONT_MATTER: "The front matter is broken: {detail}. Correct it.",
    Reason.NOT_AN_ARTICLE: "The file holds no article: {detail}.",
    Reason.NO_TEXT: "No article text was found. Check that the file holds more than a headline.",
    Reason.NO_TEXT_LAYER: (
        "The pages are pictures without text. Run text recognition (OCR) and drop in the result."
    ),
    Reason.NO_DATE: (
        "No publication date was found. Add one: in the metadata, in the dateline"
        ' ("BUSAN, South Korea (Oct. 30, 2025)") or in the file name ("2025-10-30-name.txt").'
    ),
    Reason.NO_HEADLINE: "No headline was found. Put it on the first line or in the metadata.",
}


def unreadable(file: str, reason: Reason, detail: str = "") -> UnreadableFileError:
    """Return the error that turns the file away for this reason."""
    return UnreadableFileError(file, reason.value, SENTENCES[reason].format(detail=detail))
