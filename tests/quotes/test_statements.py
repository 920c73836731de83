"""What is a statement and what is not: each line with a near miss beside it."""

from __future__ import annotations

import pytest

from flows.quotes.statements import is_statement
from flows.records import Span

# The speaker in [brackets], the verb in {braces}, the words in <angles>.
STATEMENTS = [
    "[The ministry] {said} <the levy was dead>",
    "<The levy is dead>, [Lee] {said}",
    "[Lee] {found} that <the port lost money>",
    "[Lee] {asked} <whether it was>",
    "[Lee] {urged} <parliament to drop it>",
    "[Lee] {denied} <taking the money>",
    "[Lee] {refused} <to speak>",
    "[Lee] {called} <the levy theft>",
    "[Lee] {sees} <it as a test of strength>",
    "[Lee] {blamed} <the ministry for the loss>",
    "[Lee] {warned of} <higher fares>",
    "[Lee] {announced} <a levy>",
    "{According to} [Lee], <the port lost money>",
    "[WHO] {reported} <three cases>",
]
NO_STATEMENTS = [
    "<Speaking in Alden after the vote>, [Lee] {said}",
    "[Lee] {opposes} <the levy>",
    "[Lee] {welcomed} <the move to drop the levy>",
    "[Lee] {denied} <the allegations>",
    "[Lee] {rejected} <the bill that would ban it>",
    "[Lee] {spoke about} <the levy>",
    "[Lee] {ruled on} <the appeal>",
    "[Lee] {scored for} <the Rovers>",
    "[executives] {announced Wednesday at} <the air show>",
    "[It’s worth] {noting} that <the port is closed>",
    "[you] {think of} <mountains>",
    "[I] {want} <to help you enjoy it>",
    "The levy {is expected} <to end in May>",
]


def parts_of(marked: str) -> tuple[str, dict[str, Span]]:
    """Return the plain text, and the spans of what stood in brackets."""
    plain = marked.translate({ord(sign): None for sign in "[]{}<>"})
    spans: dict[str, Span] = {}
    for opening, closing in ("[]", "{}", "<>"):
        if opening in marked:
            words = marked.partition(opening)[2].partition(closing)[0]
            words = words.translate({ord(sign): None for sign in "[]{}<>"})
            start = plain.index(words)
            spans[opening] = Span(start, start + len(words))
    return plain, spans


@pytest.mark.parametrize("marked", STATEMENTS)
def test_statement(marked: str) -> None:
    plain, spans = parts_of(marked)
    assert is_statement(plain, spans["<"], spans.get("{"), spans.get("["))


@pytest.mark.parametrize("marked", NO_STATEMENTS)
def test_no_statement(marked: str) -> None:
    plain, spans = parts_of(marked)
    assert not is_statement(plain, spans["<"], spans.get("{"), spans.get("["))
