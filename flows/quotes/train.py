"""Train the quote tagger: `python -m flows.quotes.train CORPUS_DIR OUT.npz`.

The corpus folder holds `dev.jsonl.gz` in the format of the PolNeAR kit (see MODEL_CARD.md).
Needs the extra "train" (PyTorch); nothing else in the project imports this module. The same
corpus, seed and library versions give the same weights.
"""
# pyright: basic, reportMissingImports=false, reportPrivateImportUsage=false

from __future__ import annotations

import gzip
import json
import sys
from dataclasses import dataclass
from pathlib import Path
from zlib import crc32

import numpy as np
import torch
from torch import nn

from flows.quotes.cast import cast_of
from flows.quotes.features import TABLE_SIZES, Encoded, encode
from flows.quotes.learned import trimmed
from flows.quotes.marks import runs_of
from flows.text.blocks import blocks_of

SEED = 20_260_302
WIDTH = 128
DILATIONS = (1, 2, 4, 8, 16, 32)
POINTER_WIDTH = 64
REACH_TOKENS = 256
DISTANCE_BUCKETS = 64
EPOCHS = 10
BATCH_TOKENS = 4000
GAP_TOKENS = 32
# Each epoch joins articles anew, and may need a few more batches than the last.
SPARE_BATCHES = 6
PEAK_RATE = 3e-3
# How far apart the buckets of a table start; those of a small table start further apart.
SPREAD = 0.3
SPREAD_OF_FEW = 0.5
FEW_BUCKETS = 100
# A name that the tagger cannot read teaches it to see that it is a name, whoever bears it.
HIDDEN_SHARE = {"capital": 0.4, "other": 0.08}
# Of the hidden words, so many hide their first and last letters too.
HIDDEN_AFFIX_SHARE = 0.5
TUNING_SHARE = 10
# The pointers learn slower than the labels and would otherwise drown them.
POINTER_SHARE = 0.2
LAYERS = ("content", "source", "cue")


@dataclass(frozen=True, slots=True)
class Lesson:
    """One article with its answers: a label for each token and layer, and who said each piece."""

    article_id: str
    encoded: Encoded
    labels: np.ndarray
    pieces: np.ndarray


def is_for_tuning(article_id: str) -> bool:
    """Say whether an article is held apart from training."""
    return crc32(article_id.encode()) % TUNING_SHARE == 0


def lessons_of(corpus: Path) -> list[Lesson]:
    """Return every article of the corpus file as a lesson."""
    with gzip.open(corpus, "rt", encoding="utf-8") as lines:
        return [lesson_of(json.loads(line)) for line in lines]


def lesson_of(row: dict) -> Lesson:
    """Return the tokens of one article and what a reader marked on them."""
    text = row["text"]
    blocks = blocks_of(text)
    encoded = encode(text, blocks, runs_of(text, blocks), cast_of(text, blocks).names)
    starts = np.array([token.start for token in encoded.tokens])
    labels = np.zeros((len(starts), len(LAYERS)), dtype=np.int64)
    pieces = []
    for layer, key in ((1, "source"), (2, "cue")):
        for attribution in row["attributions"]:
            for span in attribution[key]:
                _mark(labels[:, layer], _tokens(starts, span))
    taken = sorted(row["attributions"], key=lambda a: -sum(e - s for s, e in a["content"]))
    for attribution in taken:
        source = [_tokens(starts, span) for span in attribution["source"][:1]]
        cue = [_tokens(starts, span) for span in attribution["cue"][:1]]
        for span in attribution["content"]:
            for low, high in _pieces(text, encoded, _tokens(starts, span)):
                if labels[low:high, 0].any():
                    continue
                _mark(labels[:, 0], (low, high))
                first = source[0][0] if source and source[0][0] < source[0][1] else -1
                verb = cue[0][0] if cue and cue[0][0] < cue[0][1] else -1
                pieces.append((low, high - 1, first, verb))
    for span in row.get("ignore") or []:
        low, high = _tokens(starts, span)
        labels[low:high] = -100
    return Lesson(row["id"], encoded, labels, np.array(pieces, dtype=np.int64).reshape(-1, 4))


def _tokens(starts: np.ndarray, span: list[int]) -> tuple[int, int]:
    low, high = np.searchsorted(starts, span)
    return int(low), int(high)


def _mark(labels: np.ndarray, tokens: tuple[int, int]) -> None:
    low, high = tokens
    if low < high and not labels[low]:
        labels[low:high] = 2
        labels[low] = 1


def _pieces(text: str, encoded: Encoded, tokens: tuple[int, int]) -> list[tuple[int, int]]:
    """Cut a span at paragraph ends; trim marks and a leading "that", as the scorer does."""
    low, high = tokens
    cuts = [i for i in range(low + 1, high) if encoded.paragraph[i] != encoded.paragraph[i - 1]]
    found = []
    for begin, end in zip([low, *cuts], [*cuts, high], strict=True):
        piece = trimmed(text, encoded.tokens, begin, end)
        if piece[0] < piece[1]:
            found.append(piece)
    return found


class Tagger(nn.Module):
    """Summed hashed embeddings, dilated convolutions, three label layers and two pointers."""

    def __init__(self) -> None:
        """Start from random numbers that the seed decides."""
        super().__init__()
        tables = [nn.Embedding(size, WIDTH) for size in TABLE_SIZES]
        for table in tables:
            few = table.num_embeddings < FEW_BUCKETS
            nn.init.normal_(table.weight, std=SPREAD_OF_FEW if few else SPREAD)
        self.tables = nn.ModuleList(tables)
        self.norms = nn.ModuleList(nn.LayerNorm(WIDTH) for _ in DILATIONS)
        self.convolutions = nn.ModuleList(nn.Linear(3 * WIDTH, WIDTH) for _ in DILATIONS)
        self.last_norm = nn.LayerNorm(WIDTH)
        self.heads = nn.Linear(WIDTH, 3 * len(LAYERS))
        self.first = nn.Linear(WIDTH, 2 * POINTER_WIDTH)
        self.last = nn.Linear(WIDTH, 2 * POINTER_WIDTH)
        self.keys = nn.Linear(WIDTH, 2 * POINTER_WIDTH)
        self.nothing = nn.Parameter(torch.zeros(2, POINTER_WIDTH))
        self.distance = nn.Parameter(torch.zeros(2, DISTANCE_BUCKETS))
        self.drop = nn.Dropout(0.25)

    def states(self, buckets: torch.Tensor, solid: torch.Tensor) -> torch.Tensor:
        """Return one vector for each token; `solid` is 0 in the gaps between articles."""
        x = sum(table(buckets[:, i]) for i, table in enumerate(self.tables))
        x = self.drop(x) * solid
        layers = zip(self.norms, self.convolutions, DILATIONS, strict=True)
        for norm, convolution, away in layers:
            y = nn.functional.pad(norm(x) * solid, (0, 0, away, away))
            sides = torch.cat((y[: -2 * away], y[away:-away], y[2 * away :]), 1)
            x = (x + self.drop(torch.relu(convolution(sides)))) * solid
        return self.last_norm(x)

    def pointers(self, states: torch.Tensor, pieces: torch.Tensor) -> torch.Tensor:
        """Return scores (2, pieces, tokens + 1): who said each piece, with which verb; 0 = none."""
        asked = self.first(states[pieces[:, 0]]) + self.last(states[pieces[:, 1]])
        asked = asked.view(-1, 2, POINTER_WIDTH).transpose(0, 1)
        keys = self.keys(states).view(-1, 2, POINTER_WIDTH).transpose(0, 1)
        away = torch.arange(len(states))[None] - pieces[:, :1]
        after = torch.arange(len(states))[None] - pieces[:, 1:2]
        buckets = distance_bucket(away, after)
        scores = asked @ keys.transpose(1, 2) / 8 + self.distance[:, buckets]
        scores = scores.masked_fill((away.abs() > REACH_TOKENS)[None], -1e9)
        none = (asked * self.nothing[:, None]).sum(-1, keepdim=True) / 8
        return torch.cat((none, scores), 2)


def distance_bucket(away: torch.Tensor, after: torch.Tensor) -> torch.Tensor:
    """Return the bucket of a token's place: before the piece, inside it, or behind it."""
    before = 1 + torch.clamp(torch.log2(torch.clamp(-away, min=1).float()) * 3, max=20).long()
    behind = 22 + torch.clamp(torch.log2(torch.clamp(after, min=1).float()) * 3, max=20).long()
    return torch.where(away < 0, before, torch.where(after > 0, behind, torch.zeros_like(away)))


def main(corpus_folder: str, out: str) -> None:
    """Train on dev.jsonl.gz, print figures on the articles held apart, write the weights."""
    torch.manual_seed(SEED)
    torch.set_num_threads(1)
    torch.use_deterministic_algorithms(mode=True)
    lessons = lessons_of(Path(corpus_folder) / "dev.jsonl.gz")
    seen = [lesson for lesson in lessons if not is_for_tuning(lesson.article_id)]
    apart = [lesson for lesson in lessons if is_for_tuning(lesson.article_id)]
    tagger = Tagger()
    train(tagger, seen, apart, out)


def train(tagger: Tagger, seen: list[Lesson], apart: list[Lesson], out: str) -> None:
    """Run every epoch; write the weights after each, so that a stopped run leaves its last."""
    random = np.random.default_rng(SEED)
    steps = EPOCHS * (len(batches(seen)) + SPARE_BATCHES)
    optimizer = torch.optim.AdamW(tagger.parameters(), lr=PEAK_RATE, weight_decay=0.02, fused=True)
    rates = torch.optim.lr_scheduler.OneCycleLR(
        optimizer, PEAK_RATE, total_steps=steps, pct_start=0.2
    )
    for epoch in range(EPOCHS):
        tagger.train()
        losses = []
        for batch in batches([seen[i] for i in random.permutation(len(seen))]):
            loss = loss_of(tagger, batch, random)
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(tagger.parameters(), 1.0)
            optimizer.step()
            rates.step()
            losses.append(loss.item())
        print(  # noqa: T201 # a command line's answer
            f"epoch {epoch + 1} loss {np.mean(losses):.4f} apart {measure(tagger, apart)}",
            flush=True,
        )
        export(tagger, out)


@dataclass(frozen=True, slots=True)
class Batch:
    """Several articles in one row of tokens, with gaps between that hold nothing."""

    buckets: np.ndarray
    labels: np.ndarray
    solid: np.ndarray
    pieces: np.ndarray


def batches(lessons: list[Lesson]) -> list[Batch]:
    """Join lessons to batches of some thousand tokens."""
    groups: list[list[Lesson]] = [[]]
    size = 0
    for lesson in lessons:
        if size + len(lesson.labels) > BATCH_TOKENS and groups[-1]:
            groups.append([])
            size = 0
        groups[-1].append(lesson)
        size += len(lesson.labels) + GAP_TOKENS
    return [_joined(group) for group in groups]


def _joined(lessons: list[Lesson]) -> Batch:
    buckets, labels, solid, pieces, offset = [], [], [], [], 0
    for lesson in lessons:
        length = len(lesson.labels)
        buckets += [lesson.encoded.buckets, np.zeros((GAP_TOKENS, len(TABLE_SIZES)), np.int32)]
        labels += [lesson.labels, np.full((GAP_TOKENS, len(LAYERS)), -100)]
        solid += [np.ones(length), np.zeros(GAP_TOKENS)]
        moved = lesson.pieces + offset
        moved[:, 2:][lesson.pieces[:, 2:] < 0] = -1
        pieces.append(moved)
        offset += length + GAP_TOKENS
    return Batch(*(np.concatenate(parts) for parts in (buckets, labels, solid, pieces)))


def loss_of(tagger: Tagger, batch: Batch, random: np.random.Generator) -> torch.Tensor:
    """Return how wrong the tagger is on a batch, some of whose words are hidden from it."""
    buckets = batch.buckets.copy()
    capital = np.isin(buckets[:, 3], (5, 6, 7))
    share = np.where(capital, HIDDEN_SHARE["capital"], HIDDEN_SHARE["other"])
    hidden = random.random(len(buckets)) < share
    buckets[hidden, 0] = 0
    buckets[hidden & (random.random(len(buckets)) < HIDDEN_AFFIX_SHARE), 1:3] = 0
    states = tagger.states(torch.from_numpy(buckets).long(), solid_of(batch))
    logits = tagger.heads(states).view(-1, len(LAYERS), 3)
    labels = torch.from_numpy(batch.labels)
    loss = torch.zeros(())
    for layer in range(len(LAYERS)):
        loss = loss + nn.functional.cross_entropy(logits[:, layer], labels[:, layer])
    pieces = torch.from_numpy(batch.pieces)
    if len(pieces):
        loss = loss + POINTER_SHARE * pointer_loss(tagger, states, pieces)
    return loss


def solid_of(batch: Batch) -> torch.Tensor:
    """Return 1 for a token and 0 for a gap, as a column."""
    return torch.from_numpy(batch.solid).float()[:, None]


def pointer_loss(tagger: Tagger, states: torch.Tensor, pieces: torch.Tensor) -> torch.Tensor:
    """Return how wrong the pointers from each piece to its speaker and its verb are."""
    scores = tagger.pointers(states, pieces)
    loss = torch.zeros(())
    for pointer in range(2):
        wanted = pieces[:, 2 + pointer]
        near = (wanted < 0) | ((wanted - pieces[:, 0]).abs() <= REACH_TOKENS)
        loss = loss + nn.functional.cross_entropy(scores[pointer][near], (wanted + 1)[near])
    return loss


@torch.no_grad()
def measure(tagger: Tagger, lessons: list[Lesson]) -> str:
    """Return token F1 of each layer and the pointers' accuracy on the true pieces."""
    tagger.eval()
    counts = np.zeros((len(LAYERS), 3))
    right, asked = np.zeros(2), 0
    for batch in batches(lessons):
        states = tagger.states(torch.from_numpy(batch.buckets).long(), solid_of(batch))
        found = tagger.heads(states).view(-1, len(LAYERS), 3).argmax(2).numpy()
        known = batch.labels >= 0
        counts[:, 0] += ((found > 0) & (batch.labels > 0)).sum(0)
        counts[:, 1] += ((found > 0) & known).sum(0)
        counts[:, 2] += (batch.labels > 0).sum(0)
        scores = tagger.pointers(states, torch.from_numpy(batch.pieces)).argmax(2).numpy()
        right += (scores == (batch.pieces[:, 2:] + 1).T).sum(1)
        asked += len(batch.pieces)
    f1 = 2 * counts[:, 0] / (counts[:, 1] + counts[:, 2])
    named = " ".join(f"{name} {100 * x:.1f}" for name, x in zip(LAYERS, f1, strict=True))
    return f"{named} speaker {100 * right[0] / asked:.1f} verb {100 * right[1] / asked:.1f}"


def export(tagger: Tagger, out: str) -> None:
    """Write the weights as half floats that numpy reads."""
    arrays = {
        name.replace(".", "_"): value.detach().numpy().astype(np.float16)
        for name, value in tagger.state_dict().items()
    }
    np.savez_compressed(out, **arrays, dilations=np.array(DILATIONS))


if __name__ == "__main__":
    main(*sys.argv[1:3])
