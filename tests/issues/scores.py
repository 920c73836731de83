"""Precision and recall of issues on labelled articles, and the speed of tagging.

    python -m tests.issues.scores [--mistakes]

An issue is right if its label says that the article is about it or touches it, and missed if the
article is about it and it was not found.
"""

from __future__ import annotations

import sys
import time
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from flows.issues.find import Tagger, default_tagger, tagger_of
from flows.issues.taxonomy import Entry, Taxonomy, Term
from flows.issues.taxonomy_file import default_taxonomy
from flows.text.blocks import blocks_of
from tests.issues.drafts import Draft, draft_of

HERE = Path(__file__).parent
GOLD = HERE.parent / "positions" / "gold"
MANY_TERMS = 5000


@dataclass(slots=True)
class Score:
    """Counts over the labelled articles, and the mistakes in words."""

    right: int = 0
    wrong: int = 0
    found_about: int = 0
    about: int = 0
    mistakes: list[str] = field(default_factory=list[str])

    @property
    def precision(self) -> float:
        return self.right / max(1, self.right + self.wrong)

    @property
    def recall(self) -> float:
        return self.found_about / max(1, self.about)


def drafts(part: str = "*") -> Iterator[tuple[str, Draft]]:
    """Yield every labelled article of one part, or of all, with its name."""
    for file in sorted(GOLD.glob(f"{part}/*.toml")):
        for article in tomllib.loads(file.read_text(encoding="utf-8"))["article"]:
            yield article["id"], draft_of(article["text"])


def score(part: str = "*") -> Score:
    """Return the score of the shipped taxonomy on one part of the articles, or on all."""
    labels = tomllib.loads((HERE / "gold" / "labels.toml").read_text(encoding="utf-8"))
    total = Score()
    for name, draft in drafts(part):
        if name not in labels:  # it is labelled for positions alone
            continue
        found = set(ids_of(default_tagger(), draft))
        about, touches = set(labels[name]["about"]), set(labels[name]["touches"])
        wrong, missed = found - about - touches, about - found
        total.right += len(found - wrong)
        total.wrong += len(wrong)
        total.about += len(about)
        total.found_about += len(about & found)
        total.mistakes += [f"{name}: wrong {issue}" for issue in sorted(wrong)]
        total.mistakes += [f"{name}: missed {issue}" for issue in sorted(missed)]
    return total


def ids_of(tagger: Tagger, draft: Draft) -> list[str]:
    """Return the taxonomy's issues of one article; its own wordings are right by definition."""
    issues = tagger.issues_of("", draft.body, draft.blocks, draft.key_points)
    return [issue.issue_id for issue in issues if issue.issue_id in tagger.by_name]


def articles_per_second(tagger: Tagger) -> float:
    """Return how many articles of about 5,000 characters one core tags in a second."""
    text = "\n".join(draft.body for _, draft in drafts())
    pages = [text[at : at + 5000] for at in range(0, len(text) - 5000, 5000)]
    laid_out = [(page, blocks_of(page)) for page in pages] * 40
    started = time.process_time()
    for page, blocks in laid_out:
        tagger.issues_of("", page, blocks, ())
    return len(laid_out) / (time.process_time() - started)


def enlarged(taxonomy: Taxonomy, terms: int) -> Taxonomy:
    """Return the taxonomy with made-up terms up to this number."""
    have = sum(len(entry.terms) for entry in taxonomy.entries)
    made_up = tuple(Term(f"madeup{number} policy") for number in range(terms - have))
    entry = Entry("made-up", "Made up", None, None, "Nothing.", made_up, ())
    return Taxonomy((*taxonomy.entries, entry), taxonomy.not_issues)


def main() -> None:
    """Print what was asked for."""
    total = score()
    lines = [
        f"issues: precision {total.precision:.1%}, {total.wrong} wrong; recall {total.recall:.1%}"
    ]
    lines += total.mistakes if "--mistakes" in sys.argv else []
    big = tagger_of(enlarged(default_taxonomy(), MANY_TERMS))
    lines.append(
        f"speed: {articles_per_second(default_tagger()):,.0f} articles/s, "
        f"{articles_per_second(big):,.0f} with {MANY_TERMS:,} terms"
    )
    print("\n".join(lines))  # noqa: T201 - this is what the command is for


if __name__ == "__main__":
    main()
