"""Training gives the same weights twice, and the engine reads them as training meant them."""
# pyright: basic, reportMissingImports=false
# ruff: noqa: PLC0415 # PyTorch is looked for first, and the tests skipped without it

from __future__ import annotations

import gzip
import hashlib
import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from flows.quotes.labels import LABELS
from flows.quotes.lessons import Lesson, is_for_tuning, lessons_of
from flows.quotes.tagger import read
from flows.quotes.weights import weights_from

for needed in ("torch", "safetensors", "all_minilm_l6_v2"):
    pytest.importorskip(needed, reason="training needs the extra [train]")

TEXT = "“The quay is shut,” said Orla Keane.\nShe added that no ferry would sail.\n" * 8


def corpus_of(folder: Path) -> Path:
    """Write a corpus of two articles."""
    said, keane = TEXT.index("said"), TEXT.index("Orla")
    marked = {"content": [[1, 17]], "cue": [[said, said + 4]], "source": [[keane, keane + 10]]}
    rows = [
        {"id": name, "text": TEXT, "attributions": [marked], "ignore": []} for name in ("a", "b")
    ]
    path = folder / "dev.jsonl.gz"
    path.write_bytes(gzip.compress("\n".join(map(json.dumps, rows)).encode()))
    return path


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    return corpus_of(tmp_path)


def test_same_corpus_gives_the_same_weights(corpus: Path, tmp_path: Path) -> None:
    from flows.quotes.train import export, train

    digests: list[str] = []
    for number in range(2):
        out = tmp_path / f"{number}.npz"
        export(train(lessons_of(corpus), [], epochs=2), out)
        with np.load(out) as arrays:
            content = b"".join(arrays[name].tobytes() for name in sorted(arrays.files))
        digests.append(hashlib.sha256(content).hexdigest())
    assert digests[0] == digests[1]


def test_engine_reads_what_training_wrote(corpus: Path, tmp_path: Path) -> None:
    import torch

    from flows.quotes.lessons import batches
    from flows.quotes.train import export, train

    lesson, other = lessons_of(corpus)
    tagger = train([lesson, other], [], epochs=1).eval()
    export(tagger, tmp_path / "weights.npz")
    (batch,) = batches([lesson])
    with torch.no_grad():
        states = tagger.states(torch.from_numpy(batch.buckets).long(), batch)
        expected = torch.softmax(tagger.heads(states), 1).numpy()[: len(lesson.labels)]
    with np.load(tmp_path / "weights.npz") as arrays:
        found = read(lesson.encoded, weights_from({name: arrays[name] for name in arrays.files}))
    # The file holds half floats.
    np.testing.assert_allclose(found.chances, expected, atol=5e-3)


def test_no_teacher_speaks_of_what_it_was_taught(
    corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from flows.quotes import teacher

    lesson, _ = lessons_of(corpus)
    lessons = [replace(lesson, article_id=f"article-{number}") for number in range(40)]
    said = np.full((len(lesson.labels), LABELS), 0.125, dtype=np.float32)
    spoken: list[str] = []

    def taught(others: list[Lesson]) -> set[str]:
        return {other.article_id for other in others}

    def view(known: set[str], own: Lesson) -> np.ndarray:
        assert own.article_id not in known
        spoken.append(own.article_id)
        return said

    monkeypatch.setattr(teacher, "_teacher_of", taught)
    monkeypatch.setattr(teacher, "_view", view)
    kept = tmp_path / "out.hints.npz"
    assert all((x.hints == said).all() for x in teacher.with_hints(lessons, kept))
    assert set(spoken) == {x.article_id for x in lessons}
    teacher.with_hints(lessons, kept)
    assert len(spoken) == len(lessons) + sum(is_for_tuning(x.article_id) for x in lessons)
