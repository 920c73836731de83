"""The analyst's own taxonomy file in the data folder: read on top of what ships, and added to."""

from __future__ import annotations

from pathlib import Path

from flows.errors import TaxonomyError
from flows.issues.adopt import Adoption, adopted
from flows.issues.taxonomy import Taxonomy
from flows.issues.taxonomy_file import default_taxonomy, taxonomy_of


def taxonomy_in(path: Path) -> Taxonomy:
    """Return the taxonomy that ships with Dateline, and on top of it the one in this file.

    Raises TaxonomyError, naming line and column, where the file has a mistake.
    """
    return taxonomy_of(_text_of(path), str(path), default_taxonomy())


def adopt(path: Path, adoption: Adoption) -> None:
    """Write a phrase into the file, so that it shows an issue from the next run on.

    Raises TaxonomyError where it does not fit; then the file stays as it is.
    """
    grown = adopted(_text_of(path), str(path), default_taxonomy(), adoption)
    path.parent.mkdir(parents=True, exist_ok=True)
    writing = path.with_name(f".{path.name}.writing")
    writing.write_text(grown, encoding="utf-8")
    writing.replace(path)


def _text_of(path: Path) -> str:
    if not path.exists():
        return ""
    content = path.read_bytes()
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        column = error.start - content.rfind(b"\n", 0, error.start)
        raise TaxonomyError(str(path), line, column, "this is no UTF-8; save it as that") from error
