from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from flows.articles.parse import articles_of
from flows.errors import UnreadableFileError
from flows.records import BlockKind, SourceFile

NITF = b"""<?xml version="1.0" encoding="ISO-8859-1"?>
<nitf baselang="en-IE"><head><title>Harbour</title><docdata>
<date.issue norm="20260314T093000+0100"/><doc-id id-string="urn:x:7" regsrc="CNA"/>
<key-list><keyword key="Harbours"/></key-list></docdata></head>
<body><body.head><hedline><hl1>Caf\xe9 at harbour burns</hl1></hedline>
<byline>By Jo Marsh, Courier</byline><distributor><org>Courier News Agency</org></distributor>
<dateline><location>CORK</location></dateline><abstract><p>A fire.</p></abstract></body.head>
<body.content><p>The caf\xe9 at the harbour burned on Friday night.</p><hl2>No one hurt</hl2>
<p>The owner was away, the city said.</p></body.content></body></nitf>"""

G2 = """<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet>
<newsItem guid="urn:g2:1"><itemMeta><provider literal="agency.example"/>
<versionCreated>2026-03-14T10:00:00Z</versionCreated></itemMeta>
<contentMeta><infoSource literal="Coast Wire"/><by>Mia Holt</by><language tag="en"/>
<contentCreated>2026-03-14T09:30:00Z</contentCreated><headline>Ferry runs again</headline>
<dateline>OSLO (CW) - </dateline></contentMeta><contentSet>
<inlineXML contenttype="application/xhtml+xml">
<html xmlns="http://www.w3.org/1999/xhtml"><body>
<p>OSLO (CW) - The ferry runs again.</p>
<p>It had been idle for a week.</p></body></html></inlineXML>
</contentSet></newsItem></itemSet></newsMessage>"""

NEWSML_1 = """<NewsML><NewsEnvelope><DateAndTime>20260314T094000Z</DateAndTime></NewsEnvelope>
<NewsItem><NewsManagement><FirstCreated>20260314T093000+0000</FirstCreated></NewsManagement>
<NewsComponent><NewsLines><DateLine>NICE, March 14, 2026 (CW) -</DateLine>
<HeadLine>Court hears case</HeadLine></NewsLines><AdministrativeMetadata><Provider>
<Party FormalName="CW"/></Provider></AdministrativeMetadata><ContentItem><DataContent>
<p>The court heard the case of the harbour on Friday.</p><p>It rules next week.</p>
</DataContent></ContentItem></NewsComponent></NewsItem></NewsML>"""


def test_nitf_gives_headline_names_and_blocks() -> None:
    [article] = articles_of(SourceFile("a.xml", NITF))
    assert article.headline == "Café at harbour burns"
    assert article.outlet == "Courier News Agency"
    assert article.dateline_place == "Cork"
    assert article.published_at == datetime(2026, 3, 14, 8, 30, tzinfo=UTC)
    assert article.publisher_id == "urn:x:7"
    assert article.topics == ("Harbours",)
    assert [block.kind for block in article.blocks] == [
        BlockKind.PARAGRAPH,
        BlockKind.HEADING,
        BlockKind.PARAGRAPH,
    ]
    assert article.source_format == "nitf"


def test_newsml_g2_prefers_the_source_of_the_news_to_its_sender() -> None:
    [article] = articles_of(SourceFile("a.xml", G2.encode()))
    assert (article.outlet, article.authors) == ("Coast Wire", ("Mia Holt",))
    assert article.dateline_place == "Oslo"
    assert article.credit == "CW"
    assert article.body == "OSLO (CW) - The ferry runs again.\n\nIt had been idle for a week."
    assert article.modified_at == datetime(2026, 3, 14, 10, tzinfo=UTC)


def test_newsml_1_takes_the_day_of_its_dateline() -> None:
    [article] = articles_of(SourceFile("a.xml", NEWSML_1.encode()))
    assert (article.headline, article.outlet) == ("Court hears case", "CW")
    assert (article.dateline_place, article.dateline_date) == ("Nice", date(2026, 3, 14))
    assert article.body.count("\n\n") == 1


def test_an_entity_is_never_expanded_and_no_file_is_read() -> None:
    bomb = (
        b'<!DOCTYPE nitf [<!ENTITY x SYSTEM "file:///etc/hostname">]>'
        + NITF.replace(b"burned on", b"&x; burned on").partition(b"?>")[2]
    )
    [article] = articles_of(SourceFile("a.xml", bomb.replace(b"\xe9", b"e")))
    assert "The cafe at the harbour burned on Friday night." in article.body


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (NITF[:-60], "broken_xml"),
        (b"<newsMessage><itemSet><packageItem/></itemSet></newsMessage>", "not_an_article"),
        (NITF.replace(b"20260314T093000+0100", b"soon"), "no_date"),
    ],
)
def test_what_is_no_whole_article_is_rejected_with_its_reason(content: bytes, code: str) -> None:
    with pytest.raises(UnreadableFileError) as problem:
        articles_of(SourceFile("a.xml", content))
    assert problem.value.reason_code == code
