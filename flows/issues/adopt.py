"""A phrase written into an analyst's taxonomy file, as she would write it herself."""

from __future__ import annotations

import json
from dataclasses import dataclass

from flows.errors import TaxonomyError
from flows.issues.taxonomy import Taxonomy, Term, spellings_alone, spellings_of
from flows.issues.taxonomy_file import taxonomy_of


@dataclass(frozen=True, slots=True)
class Adoption:
    """A phrase that shows an issue from now on; name and parent are those of a new issue."""

    phrase: str
    issue_id: str
    name: str | None = None
    parent_id: str | None = None


def adopted(text: str, file: str, base: Taxonomy, adoption: Adoption) -> str:
    """Return the text of the file with the phrase at its end, checked on top of `base`.

    The rest of the file stays as it is, comments and all. Raises TaxonomyError where the phrase
    does not fit: it shows another issue already, or the parent is no issue.
    """
    known = taxonomy_of(text, file, base)
    is_known = any(entry.issue_id == adoption.issue_id for entry in known.entries)
    end = text.rstrip()
    problem = _problem_with(adoption, known, is_known=is_known)
    if problem:
        raise TaxonomyError(file, end.count("\n") + 1, 1, problem)
    entry = _more_terms(adoption) if is_known else _new_issue(adoption)
    grown = f"{end}\n\n{entry}" if end else entry
    taxonomy_of(grown, file, base)
    return grown


def _problem_with(adoption: Adoption, known: Taxonomy, *, is_known: bool) -> str | None:
    if is_known and (adoption.name or adoption.parent_id):
        is_there = f'the issue "{adoption.issue_id}" is there already'
        return f"{is_there}; a name and a parent are for new ones"
    spellings = spellings_of(Term(adoption.phrase))
    for entry in known.entries:
        if spellings & spellings_alone(entry):
            return f'"{adoption.phrase}" already shows the issue "{entry.issue_id}"'
    return None


def _more_terms(adoption: Adoption) -> str:
    return (
        "[[issue]]\n"
        f"id = {_quoted(adoption.issue_id)}\n"
        "extend = true\n"
        f"terms = [{_quoted(adoption.phrase)}]\n"
    )


def _new_issue(adoption: Adoption) -> str:
    name = adoption.name or adoption.phrase[:1].upper() + adoption.phrase[1:]
    parent = f"parent = {_quoted(adoption.parent_id)}\n" if adoption.parent_id else ""
    return (
        "[[issue]]\n"
        f"id = {_quoted(adoption.issue_id)}\n"
        f"name = {_quoted(name)}\n"
        f"{parent}"
        f"about = {_quoted(f'{name}, adopted from the news. Say here what belongs to it.')}\n"
        f"terms = [{_quoted(adoption.phrase)}]\n"
    )


def _quoted(words: str) -> str:
    """Return the words as TOML writes them; its basic strings escape as JSON does."""
    return json.dumps(words, ensure_ascii=False)
