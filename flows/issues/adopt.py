"""A new issue written into the taxonomy file, as an analyst would write it."""

from __future__ import annotations

import json
from collections.abc import Sequence

from flows.issues.stated import slug_of
from flows.issues.taxonomy_file import taxonomy_of


def adopted(text: str, file: str, name: str, terms: Sequence[str]) -> str:
    """Return the text of the taxonomy with one more issue at its end, checked.

    The rest of the file stays as it is, comments and all. Raises TaxonomyError where the issue
    does not fit: its id is taken, or a term belongs to another.
    """
    words = ", ".join(_quoted(term) for term in terms)
    entry = (
        "[[issue]]\n"
        f"id = {_quoted(slug_of(name))}\n"
        f"name = {_quoted(name)}\n"
        f"about = {_quoted(f'{name}, adopted from the news. Say here what belongs to it.')}\n"
        f"terms = [{words}]\n"
    )
    grown = f"{text.rstrip()}\n\n{entry}"
    taxonomy_of(grown, file)
    return grown


def _quoted(words: str) -> str:
    """Return the words as TOML writes them; its basic strings escape as JSON does."""
    return json.dumps(words, ensure_ascii=False)
