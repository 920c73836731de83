"""Train the quote tagger: `python -m flows.quotes.train CORPUS_DIR OUT.npz [--apart]`.

The corpus folder holds `dev.jsonl.gz` in the format of the PolNeAR kit (see MODEL_CARD.md). What
the teachers hold likely is kept beside OUT as `OUT.hints.npz` and used again where it is there.
With `--apart` one article in ten is left out, and figures on these are printed after each epoch.
Needs the extra "train"; nothing else in the project imports this module. The same corpus, seed
and library versions give the same weights on one kind of processor.
"""
# pyright: basic, reportMissingImports=false, reportPrivateImportUsage=false

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np
import torch

from flows.quotes.course import SEED, Course, losses_of_epochs
from flows.quotes.labels import CONTENT, CUE, SOURCE
from flows.quotes.lessons import Lesson, batches, is_for_tuning, lessons_of
from flows.quotes.network import AWAY, Tagger, piece_vectors
from flows.quotes.teacher import with_hints

EPOCHS = 12
PEAK_RATE = 3e-3
WARMING_SHARE = 0.2
MOST_BYTE = 127


def main() -> None:
    """Train on dev.jsonl.gz and write the weights."""
    parser = argparse.ArgumentParser(prog="python -m flows.quotes.train", description=__doc__)
    parser.add_argument("corpus", type=Path, help="a folder with dev.jsonl.gz")
    parser.add_argument("out", type=Path, help="where the weights go")
    parser.add_argument("--apart", action="store_true", help="keep one article in ten apart")
    parser.add_argument("--epochs", type=int, default=EPOCHS)
    chosen = parser.parse_args()
    torch.set_num_threads(1)
    torch.use_deterministic_algorithms(mode=True)
    lessons = lessons_of(chosen.corpus / "dev.jsonl.gz")
    lessons = with_hints(lessons, chosen.out.with_suffix(".hints.npz"))
    apart = [x for x in lessons if chosen.apart and is_for_tuning(x.article_id)]
    seen = [x for x in lessons if not (chosen.apart and is_for_tuning(x.article_id))]
    export(train(seen, apart, epochs=chosen.epochs), chosen.out)


def train(seen: list[Lesson], apart: list[Lesson], *, epochs: int) -> Tagger:
    """Return a tagger that went through every article so many times."""
    torch.manual_seed(SEED)
    tagger = Tagger(piece_vectors())
    course = Course(epochs, (tagger.parameters(),), (PEAK_RATE,), WARMING_SHARE)
    for epoch, loss in enumerate(losses_of_epochs(tagger, seen, course), start=1):
        shown = measure(tagger, apart) if apart else ""
        print(f"epoch {epoch} loss {loss:.4f} {shown}", flush=True)  # noqa: T201 # a command line's answer
    return tagger


@torch.no_grad()
def measure(tagger: Tagger, lessons: list[Lesson]) -> str:
    """Return token F1 of each kind of span and the pointers' accuracy on the true pieces."""
    counts = np.zeros((3, 3))
    right, asked = np.zeros(2), 0
    for batch in batches(lessons):
        states = tagger.states(torch.from_numpy(batch.buckets).long(), batch)
        found = tagger.heads(states).argmax(1).numpy()
        known = batch.labels >= 0
        for row, kind in enumerate((CONTENT, SOURCE, CUE)):
            says, is_true = np.isin(found, kind) & known, np.isin(batch.labels, kind)
            counts[row] += ((says & is_true).sum(), says.sum(), is_true.sum())
        scores = tagger.pointers(states, batch).argmax(2).numpy()
        right += (scores == (batch.pieces[:, 2:] + 1).T).sum(1)
        asked += len(batch.pieces)
    content, source, cue = 200 * counts[:, 0] / (counts[:, 1] + counts[:, 2])
    speaker, verb = 100 * right / asked
    return (
        f"content {content:.1f} source {source:.1f} cue {cue:.1f} "
        f"speaker {speaker:.1f} verb {verb:.1f}"
    )


def export(tagger: Tagger, out: Path) -> None:
    """Write the weights as half floats that numpy reads."""
    arrays = {
        name.replace(".", "_"): value.detach().numpy().astype(np.float16)
        for name, value in tagger.state_dict().items()
    }
    pieces = tagger.meaning(tagger.vectors).detach().numpy()
    scale = np.abs(pieces).max(axis=0) / MOST_BYTE
    arrays["pieces"] = np.round(pieces / scale).astype(np.int8)
    arrays["pieces_scale"] = scale.astype(np.float32)
    del arrays["meaning_weight"]
    arrays |= {f"{name}_away": np.array(layers) for name, layers in AWAY.items()}
    np.savez_compressed(out, **arrays)


if __name__ == "__main__":
    main()
