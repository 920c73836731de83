"""The network as it is trained: the twin of `tagger.py` in PyTorch.

Nothing but training imports this module (see `train.py`).
"""
# pyright: basic, reportMissingImports=false, reportPrivateImportUsage=false

from __future__ import annotations

from functools import cache
from zipfile import ZipFile

import numpy as np
import torch
from all_minilm_l6_v2 import get_model_zip_path
from safetensors import numpy as safetensors
from torch import nn

from flows.quotes.features import TABLE_SIZES
from flows.quotes.labels import LABELS
from flows.quotes.lessons import Batch
from flows.quotes.pieces import NO_PIECE
from flows.quotes.pointers import MOST_PARAGRAPHS, REACH_TOKENS

WIDTH = 128
# How far each layer reads to both sides: in words, in clauses, in words again.
AWAY = {"words": (1, 2, 4), "clauses": (1, 2, 4, 8), "again": (1,)}
POINTER_WIDTH = 64
DISTANCE_BUCKETS = 64
# How far apart the buckets of a table start; those of a small table start further apart.
SPREAD = 0.3
SPREAD_OF_FEW = 0.5
FEW_BUCKETS = 100
SPREAD_OF_PLACES = 0.05
DROPPED_SHARE = 0.25


class Stack(nn.Module):
    """Layers that each add to a vector what they make of it and of two others `away` from it."""

    def __init__(self, away: tuple[int, ...]) -> None:
        """Start from random numbers that the seed decides."""
        super().__init__()
        self.away = away
        self.norms = nn.ModuleList(nn.LayerNorm(WIDTH) for _ in away)
        self.layers = nn.ModuleList(nn.Linear(3 * WIDTH, WIDTH) for _ in away)
        self.drop = nn.Dropout(DROPPED_SHARE)

    def forward(self, x: torch.Tensor, solid: torch.Tensor) -> torch.Tensor:
        """Return the vectors after every layer; `solid` is 0 in the gaps between articles."""
        for norm, layer, away in zip(self.norms, self.layers, self.away, strict=True):
            y = nn.functional.pad(norm(x) * solid, (0, 0, away, away))
            sides = torch.cat((y[: -2 * away], y[away:-away], y[2 * away :]), 1)
            x = (x + self.drop(torch.relu(layer(sides)))) * solid
        return x


class Tagger(nn.Module):
    """Summed hashed embeddings, convolutions over words and clauses, labels and two pointers."""

    vectors: torch.Tensor

    def __init__(self, vectors: np.ndarray) -> None:
        """Start from random numbers that the seed decides, and from a vector of each piece."""
        super().__init__()
        self.register_buffer("vectors", torch.from_numpy(vectors), persistent=False)
        self.meaning = nn.Linear(vectors.shape[1], WIDTH, bias=False)
        tables = [nn.Embedding(size, WIDTH) for size in TABLE_SIZES]
        for table in tables:
            few = table.num_embeddings < FEW_BUCKETS
            nn.init.normal_(table.weight, std=SPREAD_OF_FEW if few else SPREAD)
        self.tables = nn.ModuleList(tables)
        self.words, self.clauses, self.again = (Stack(away) for away in AWAY.values())
        self.pool_norm = nn.LayerNorm(WIDTH)
        self.pool = nn.Linear(2 * WIDTH, WIDTH)
        self.back_norm = nn.LayerNorm(WIDTH)
        self.back = nn.Linear(WIDTH, WIDTH)
        self.last_norm = nn.LayerNorm(WIDTH)
        self.heads = nn.Linear(WIDTH, LABELS)
        self.moves = nn.Parameter(torch.zeros(LABELS, LABELS))
        self.first = nn.Linear(WIDTH, 2 * POINTER_WIDTH)
        self.last = nn.Linear(WIDTH, 2 * POINTER_WIDTH)
        self.keys = nn.Linear(WIDTH, 2 * POINTER_WIDTH)
        self.nothing = nn.Parameter(torch.zeros(2, POINTER_WIDTH))
        self.distance = nn.Parameter(torch.zeros(2, DISTANCE_BUCKETS))
        self.distances = _places(DISTANCE_BUCKETS)
        self.paragraphs = _places(2 * MOST_PARAGRAPHS + 1)
        self.drop = nn.Dropout(DROPPED_SHARE)

    def states(self, buckets: torch.Tensor, batch: Batch) -> torch.Tensor:
        """Return one vector for each token."""
        solid = torch.from_numpy(batch.solid)[:, None]
        x = self.words(self.drop(self.embedded(buckets)) * solid, solid)
        x = (x + self.clause_states(x, solid, batch)) * solid
        return self.last_norm(self.again(x, solid))

    def embedded(self, buckets: torch.Tensor) -> torch.Tensor:
        """Return what each word and its place mean, before any is read beside another."""
        x = sum(table(buckets[:, i]) for i, table in enumerate(self.tables))
        pieces = buckets[:, len(self.tables) :]
        counts = (pieces != NO_PIECE).sum(1, keepdim=True).clamp(min=1)
        return x + self.meaning(self.vectors[pieces].sum(1) / counts)

    def clause_states(self, x: torch.Tensor, solid: torch.Tensor, batch: Batch) -> torch.Tensor:
        """Return for each token what its clause looks like beside the clauses around it."""
        lengths = torch.from_numpy(batch.clauses)
        y = self.pool_norm(x) * solid
        pooled = torch.cat([_pooled(y, how, lengths) for how in ("mean", "max")], 1)
        is_solid = _pooled(solid, "max", lengths)
        z = self.drop(torch.relu(self.pool(pooled))) * is_solid
        z = self.back(self.back_norm(self.clauses(z, is_solid)))
        return z[torch.repeat_interleave(torch.arange(len(lengths)), lengths)]

    def pointers(self, states: torch.Tensor, batch: Batch) -> torch.Tensor:
        """Return scores (2, pieces, tokens + 1): who said each piece, with which verb; 0 = none."""
        pieces, paragraph = torch.from_numpy(batch.pieces), torch.from_numpy(batch.paragraph)
        first, last = pieces[:, :1], pieces[:, 1:2]
        asked = _halves(self.first(states[first[:, 0]]) + self.last(states[last[:, 0]]))
        tokens = torch.arange(len(states))[None]
        buckets = distance_bucket(tokens - first, tokens - last).expand(2, -1, -1)
        passed = paragraph[None] - paragraph[first]
        passed = passed.clamp(-MOST_PARAGRAPHS, MOST_PARAGRAPHS) + MOST_PARAGRAPHS
        scores = asked @ _halves(self.keys(states)).transpose(1, 2) / POINTER_WIDTH**0.5
        scores = scores + self.distance[:, buckets[0]]
        scores = scores + torch.gather(asked @ self.distances.transpose(1, 2), 2, buckets)
        near = asked @ self.paragraphs.transpose(1, 2)
        scores = scores + torch.gather(near, 2, passed.expand(2, -1, -1))
        scores = scores.masked_fill(((tokens - first).abs() > REACH_TOKENS)[None], -1e9)
        none = (asked * self.nothing[:, None]).sum(-1, keepdim=True) / POINTER_WIDTH**0.5
        return torch.cat((none, scores), 2)


def _places(count: int) -> nn.Parameter:
    return nn.Parameter(torch.randn(2, count, POINTER_WIDTH) * SPREAD_OF_PLACES)


def _pooled(x: torch.Tensor, how: str, lengths: torch.Tensor) -> torch.Tensor:
    return torch.segment_reduce(x, how, lengths=lengths, unsafe=True)


def _halves(x: torch.Tensor) -> torch.Tensor:
    """Return the speaker's half and the verb's half of each vector."""
    return x.view(-1, 2, POINTER_WIDTH).transpose(0, 1)


def distance_bucket(away: torch.Tensor, after: torch.Tensor) -> torch.Tensor:
    """Return the bucket of a token's place: before the piece, inside it, or behind it."""
    before = 1 + torch.clamp(torch.log2(torch.clamp(-away, min=1).float()) * 3, max=20).long()
    behind = 22 + torch.clamp(torch.log2(torch.clamp(after, min=1).float()) * 3, max=20).long()
    return torch.where(away < 0, before, torch.where(after > 0, behind, torch.zeros_like(away)))


@cache
def minilm() -> dict[str, np.ndarray]:
    """Return the numbers of all-MiniLM-L6-v2 by name, from the package that ships them."""
    with ZipFile(get_model_zip_path()) as package:
        arrays = safetensors.load(package.read("model.safetensors"))
    return {name: array.astype(np.float32) for name, array in arrays.items()}


def piece_vectors() -> np.ndarray:
    """Return the vector of each piece of a word, all dimensions of one spread."""
    vectors = minilm()["embeddings.word_embeddings.weight"]
    vectors = (vectors - vectors.mean(0)) / vectors.std(0)
    vectors[NO_PIECE] = 0
    return vectors
