"""How many of the topics that publishers give their pages are found in the words of the pages.

    python -m tests.issues.topics

A weak check of recall: publishers name places, people and sections as well, and give a page
topics that it does not speak of. Asked for is what the topics alone state of the taxonomy; found
is what the headline and the body show without them.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from flows.issues.find import default_tagger
from flows.text.blocks import blocks_of
from tests.kits.score import KITS_DIR

NEWS = KITS_DIR / "ingest" / "html_dev" / "news.jsonl"
_MISSES_SHOWN = 12


@dataclass(frozen=True, slots=True)
class Page:
    """The issues that a publisher's topics name, and those that the words show."""

    asked: frozenset[str]
    found: frozenset[str]


def pages() -> Iterator[Page]:
    """Yield every English page of the kit whose publisher gives it a topic of the taxonomy."""
    tagger = default_tagger()
    for line in NEWS.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        page = row["expected"]
        body, title = page.get("body") or "", page.get("title") or ""
        stated = tagger.issues_of("", "", (), (), topics=page.get("topics") or ())
        asked = frozenset(one.issue_id for one in stated if one.issue_id in tagger.by_name)
        if row.get("lang") == "en" and asked:
            issues = tagger.issues_of(title, body, blocks_of(body), ())
            yield Page(asked, frozenset(one.issue_id for one in issues))


def report() -> list[str]:
    """Return the share that is found, and the issues that are missed most."""
    every = list(pages())
    asked = sum(len(page.asked) for page in every)
    found = sum(len(page.asked & page.found) for page in every)
    missed = Counter(issue for page in every for issue in page.asked - page.found)
    most = ", ".join(f"{issue} {count}" for issue, count in missed.most_common(_MISSES_SHOWN))
    share = f"{found} of {asked} ({found / max(1, asked):.1%})"
    told = f"publishers' topics: {share} found in the words of {len(every)} pages"
    return [told, f"missed most: {most}"]


def main() -> int:
    """Print the check."""
    if not NEWS.is_file():
        print(f"skipped: the kits are not at {KITS_DIR}", file=sys.stderr)  # noqa: T201 - an answer
        return 0
    print("\n".join(report()))  # noqa: T201 - as above
    return 0


if __name__ == "__main__":
    sys.exit(main())
