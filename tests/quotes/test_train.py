"""Training gives the same weights twice, and the engine reads them as training meant them."""
# pyright: basic, reportMissingImports=false
# ruff: noqa: PLC0415 # PyTorch is looked for first, and the tests skipped without it

from __future__ import annotations

import gzip
import hashlib
import json
from pathlib import Path

import numpy as np
import pytest

from flows.quotes.lessons import lessons_of
from flows.quotes.tagger import read, weights_from

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
