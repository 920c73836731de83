"""Teachers: MiniLM, taught on one half of the articles, says what it makes of the other half.

A network that has read much more than our corpus knows better which words are reported, and is
far too slow to ship. What it holds likely (Hinton, Vinyals and Dean 2015, "Distilling the
Knowledge in a Neural Network") is what the small network learns beside the corpus. Each teacher
speaks only of articles that it was not taught on, and none is taught on those held apart.
Nothing but training imports this module.
"""
# pyright: basic, reportMissingImports=false, reportPrivateImportUsage=false

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from zlib import crc32

import numpy as np
import torch
from torch import nn

from flows.quotes.course import SEED, Course, losses_of_epochs
from flows.quotes.lessons import Batch, Lesson, batches, is_for_tuning
from flows.quotes.network import WIDTH, Tagger, minilm, piece_vectors
from flows.quotes.pieces import MOST_PIECES, NO_PIECE

FOLDS = 2
EPOCHS = 4
# MiniLM moves slowly from where it is; the rest starts from nothing.
PEAK_RATES = (2e-4, 3e-3)
WARMING_SHARE = 0.15
# MiniLM reads 512 pieces at once; what it makes of the edges, which it sees from one side, is
# left to the next window.
WINDOW_PIECES = 384
MARGIN_PIECES = 62
OPENS, CLOSES = 101, 102
SIZE, HEADS, LAYERS = 384, 12, 6
STEADY = 1e-12
DROPPED_SHARE = 0.1


class Layer(nn.Module):
    """One layer of MiniLM."""

    def __init__(self) -> None:
        """Take places for its numbers."""
        super().__init__()
        self.q, self.k, self.v, self.o = (nn.Linear(SIZE, SIZE) for _ in range(4))
        self.n1 = nn.LayerNorm(SIZE, STEADY)
        self.up = nn.Linear(SIZE, 4 * SIZE)
        self.down = nn.Linear(4 * SIZE, SIZE)
        self.n2 = nn.LayerNorm(SIZE, STEADY)
        self.drop = nn.Dropout(DROPPED_SHARE)

    def named(self) -> dict[str, nn.Module]:
        """Return its parts by the names that MiniLM's file gives them."""
        return {
            "attention.self.query": self.q,
            "attention.self.key": self.k,
            "attention.self.value": self.v,
            "attention.output.dense": self.o,
            "attention.output.LayerNorm": self.n1,
            "intermediate.dense": self.up,
            "output.dense": self.down,
            "output.LayerNorm": self.n2,
        }

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """Return every vector with what it makes of all others of its window."""
        rows, length, _ = x.shape
        q, k, v = (
            part(x).view(rows, length, HEADS, -1).transpose(1, 2)
            for part in (self.q, self.k, self.v)
        )
        seen = nn.functional.scaled_dot_product_attention(q, k, v)
        x = self.n1(x + self.drop(self.o(seen.transpose(1, 2).reshape(rows, length, SIZE))))
        return self.n2(x + self.drop(self.down(nn.functional.gelu(self.up(x)))))


class MiniLM(nn.Module):
    """The network that all-MiniLM-L6-v2 is, with its numbers."""

    def __init__(self) -> None:
        """Read the numbers from the package that ships them."""
        super().__init__()
        arrays = {name: torch.from_numpy(array) for name, array in minilm().items()}
        self.word = nn.Embedding.from_pretrained(arrays["embeddings.word_embeddings.weight"])
        kind = arrays["embeddings.token_type_embeddings.weight"][0]
        self.pos = nn.Parameter(arrays["embeddings.position_embeddings.weight"] + kind)
        self.norm = nn.LayerNorm(SIZE, STEADY)
        self.drop = nn.Dropout(DROPPED_SHARE)
        layers = [Layer() for _ in range(LAYERS)]
        self.blocks = nn.ModuleList(layers)
        parts: dict[str, nn.Module] = {"embeddings.LayerNorm": self.norm}
        for number, layer in enumerate(layers):
            parts |= {f"encoder.layer.{number}.{n}": part for n, part in layer.named().items()}
        for name, part in parts.items():
            part.weight.data = arrays[f"{name}.weight"]
            part.bias.data = arrays[f"{name}.bias"]

    def forward(self, pieces: torch.Tensor) -> torch.Tensor:
        """Return a vector for every piece of every window."""
        x = self.drop(self.norm(self.word(pieces) + self.pos[: pieces.shape[1]]))
        for layer in self.blocks:
            x = layer(x)
        return x


class Teacher(Tagger):
    """The tagger's own network with MiniLM's view of each word put in."""

    def __init__(self) -> None:
        """Start from MiniLM's numbers, the rest from random ones that the seed decides."""
        super().__init__(piece_vectors())
        self.bert = MiniLM()
        self.fit = nn.Linear(SIZE, WIDTH)
        self.bnorm = nn.LayerNorm(SIZE)

    def states(self, buckets: torch.Tensor, batch: Batch) -> torch.Tensor:
        """Return one vector for each token."""
        solid = torch.from_numpy(batch.solid)[:, None]
        x = self.words(self.drop(self.embedded(buckets)) * solid, solid)
        x = x + self.fit(self.drop(self.bnorm(self.read(batch)))) * solid
        x = (x + self.clause_states(x, solid, batch)) * solid
        return self.last_norm(self.again(x, solid))

    def read(self, batch: Batch) -> torch.Tensor:
        """Return what MiniLM makes of each token, by the token's first piece."""
        pieces = batch.buckets[:, -MOST_PIECES:]
        is_piece = pieces != NO_PIECE
        counts = is_piece.sum(1)
        windows = -(-int(counts.sum()) // WINDOW_PIECES)
        row = np.zeros(2 * MARGIN_PIECES + windows * WINDOW_PIECES, dtype=np.int64)
        row[MARGIN_PIECES:][: counts.sum()] = pieces[is_piece]
        rows = np.lib.stride_tricks.sliding_window_view(row, WINDOW_PIECES + 2 * MARGIN_PIECES)
        asked = np.pad(rows[::WINDOW_PIECES], ((0, 0), (1, 1)), constant_values=CLOSES)
        asked[:, 0] = OPENS
        with torch.autocast("cpu", torch.bfloat16):
            seen = self.bert(torch.from_numpy(asked))
        inner = seen[:, 1 + MARGIN_PIECES :][:, :WINDOW_PIECES].float().reshape(-1, SIZE)
        first = np.minimum(np.cumsum(counts) - counts, len(inner) - 1)
        return inner[torch.from_numpy(first)] * torch.from_numpy(is_piece[:, :1].astype(np.float32))


def with_hints(lessons: list[Lesson], kept: Path) -> list[Lesson]:
    """Return the lessons with what the teachers make of them, which is kept in a file."""
    if not kept.exists():
        hints = _hints(lessons)
        halves = {name: hint.astype(np.float16) for name, hint in hints.items()}
        np.savez_compressed(kept, allow_pickle=False, **halves)
    with np.load(kept) as arrays:
        return [
            replace(lesson, hints=arrays[lesson.article_id].astype(np.float32))
            for lesson in lessons
        ]


def _hints(lessons: Sequence[Lesson]) -> dict[str, np.ndarray]:
    """Return what the teachers hold likely: one's view, or the mean of all for those apart."""
    found: dict[str, list[np.ndarray]] = {lesson.article_id: [] for lesson in lessons}
    for fold in range(FOLDS):
        own = [x for x in lessons if is_for_tuning(x.article_id) or _fold(x) == fold]
        others = [x for x in lessons if not is_for_tuning(x.article_id) and _fold(x) != fold]
        teacher = _teacher_of(others)
        for lesson in own:
            found[lesson.article_id].append(_view(teacher, lesson))
    return {name: np.mean(views, axis=0) for name, views in found.items()}


def _fold(lesson: Lesson) -> int:
    return crc32(b"fold" + lesson.article_id.encode()) % FOLDS


def _teacher_of(lessons: list[Lesson]) -> Teacher:
    torch.manual_seed(SEED)
    teacher = Teacher()
    slow = [number for number in teacher.bert.parameters() if number.requires_grad]
    known = {id(number) for number in teacher.bert.parameters()}
    fast = [number for number in teacher.parameters() if id(number) not in known]
    course = Course(EPOCHS, (slow, fast), PEAK_RATES, WARMING_SHARE)
    for loss in losses_of_epochs(teacher, lessons, course):
        print(f"teacher loss {loss:.4f}", flush=True)  # noqa: T201 # a command line's answer
    return teacher


@torch.no_grad()
def _view(teacher: Teacher, lesson: Lesson) -> np.ndarray:
    (batch,) = batches([lesson])
    states = teacher.states(torch.from_numpy(batch.buckets).long(), batch)
    return torch.softmax(teacher.heads(states), 1).numpy()[: len(lesson.labels)]
