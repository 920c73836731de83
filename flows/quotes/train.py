"""Train the quote tagger: `python -m flows.quotes.train CORPUS_DIR OUT.npz [--apart]`.

The corpus folder holds `dev.jsonl.gz` in the format of the PolNeAR kit (see MODEL_CARD.md). With
`--apart` one article in ten is left out, and figures on these are printed after each epoch.
Needs the extra "train" (PyTorch); nothing else in the project imports this module. The same
corpus, seed and library versions give the same weights.
"""
# pyright: basic, reportMissingImports=false, reportPrivateImportUsage=false

from __future__ import annotations

import argparse
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from torch import nn

from flows.quotes.features import SHAPE, TABLE_SIZES
from flows.quotes.labels import CONTENT, CUE, FOLLOWS, LABELS, OUTSIDE, SOURCE
from flows.quotes.lessons import Batch, Lesson, batches, is_for_tuning, lessons_of
from flows.quotes.pointers import MOST_PARAGRAPHS, REACH_TOKENS

SEED = 20_260_302
WIDTH = 128
# How far each layer reads to both sides: in words, in clauses, in words again.
AWAY = {"words": (1, 2, 4), "clauses": (1, 2, 4, 8), "again": (1,)}
POINTER_WIDTH = 64
DISTANCE_BUCKETS = 64
EPOCHS = 10
# Each epoch joins articles anew, and may need a few more batches than the last.
SPARE_BATCHES = 6
PEAK_RATE = 3e-3
# How far apart the buckets of a table start; those of a small table start further apart.
SPREAD = 0.3
SPREAD_OF_FEW = 0.5
FEW_BUCKETS = 100
SPREAD_OF_PLACES = 0.05
DROPPED_SHARE = 0.25
# A name that the tagger cannot read teaches it to see that it is a name, whoever bears it.
HIDDEN_SHARE = {"capital": 0.4, "other": 0.08}
CAPITAL_SHAPES = (5, 6, 7)
# Of the hidden words, so many hide their first and last letters too.
HIDDEN_AFFIX_SHARE = 0.5
# The pointers learn slower than the labels and would otherwise drown them.
POINTER_SHARE = 0.2
# A chain of labels is followed so far; paragraphs of prose are shorter.
CHAIN_TOKENS = 400
IMPOSSIBLE = -1e4


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

    def __init__(self) -> None:
        """Start from random numbers that the seed decides."""
        super().__init__()
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
        x = sum(table(buckets[:, i]) for i, table in enumerate(self.tables))
        x = self.words(self.drop(x) * solid, solid)
        x = (x + self.clause_states(x, solid, batch)) * solid
        return self.last_norm(self.again(x, solid))

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
    apart = [x for x in lessons if chosen.apart and is_for_tuning(x.article_id)]
    seen = [x for x in lessons if not (chosen.apart and is_for_tuning(x.article_id))]
    export(train(seen, apart, epochs=chosen.epochs), chosen.out)


def train(seen: list[Lesson], apart: list[Lesson], *, epochs: int) -> Tagger:
    """Return a tagger that went through every article so many times."""
    torch.manual_seed(SEED)
    random = np.random.default_rng(SEED)
    tagger = Tagger()
    optimizer = torch.optim.AdamW(tagger.parameters(), lr=PEAK_RATE, weight_decay=0.02, fused=True)
    steps = epochs * (len(batches(seen)) + SPARE_BATCHES)
    rates = torch.optim.lr_scheduler.OneCycleLR(
        optimizer, PEAK_RATE, total_steps=steps, pct_start=0.2
    )
    for epoch in range(epochs):
        tagger.train()
        losses = []
        for batch in batches(seen[i] for i in random.permutation(len(seen))):
            loss = loss_of(tagger, batch, random)
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(tagger.parameters(), 1.0)
            optimizer.step()
            rates.step()
            losses.append(loss.item())
        shown = measure(tagger, apart) if apart else ""
        print(f"epoch {epoch + 1} loss {np.mean(losses):.4f} {shown}", flush=True)  # noqa: T201 # a command line's answer
    return tagger


def loss_of(tagger: Tagger, batch: Batch, random: np.random.Generator) -> torch.Tensor:
    """Return how wrong the tagger is on a batch, some of whose words are hidden from it."""
    states = tagger.states(_with_words_hidden(batch.buckets, random), batch)
    logits, labels = tagger.heads(states), torch.from_numpy(batch.labels)
    loss = nn.functional.cross_entropy(logits, labels)
    loss = loss + chain_loss(logits, batch, tagger.moves)
    if len(batch.pieces):
        loss = loss + POINTER_SHARE * pointer_loss(tagger.pointers(states, batch), batch)
    return loss


def _with_words_hidden(buckets: np.ndarray, random: np.random.Generator) -> torch.Tensor:
    hiding = buckets.copy()
    capital = np.isin(buckets[:, SHAPE], CAPITAL_SHAPES)
    share = np.where(capital, HIDDEN_SHARE["capital"], HIDDEN_SHARE["other"])
    hidden = random.random(len(buckets)) < share
    hiding[hidden, 0] = 0
    hiding[hidden & (random.random(len(buckets)) < HIDDEN_AFFIX_SHARE), 1:3] = 0
    return torch.from_numpy(hiding).long()


def chain_loss(logits: torch.Tensor, batch: Batch, moves: torch.Tensor) -> torch.Tensor:
    """Return how unlikely the true labels of whole paragraphs are (Lafferty et al. 2001)."""
    chains = _chains(batch)
    labels = torch.from_numpy(batch.labels)
    allowed = moves.masked_fill(torch.from_numpy(~FOLLOWS), IMPOSSIBLE)
    total = logits[chains.starts] + allowed[OUTSIDE].detach().clamp(max=0) * (
        allowed[OUTSIDE] == IMPOSSIBLE
    )
    done = []
    for step in range(1, len(chains.going)):
        live = chains.going[step]
        done.append(total[live:])
        total = total[:live]
        most = total.max(1, keepdim=True)[0].detach()
        total = torch.log(torch.exp(total - most) @ torch.exp(allowed) + 1e-30) + most
        total = total + logits[chains.starts[:live] + step]
    everything = torch.logsumexp(torch.cat([*done, total]), 1).sum()
    said = logits[chains.tokens].gather(1, labels[chains.tokens][:, None]).sum()
    moved = allowed[labels[chains.inner - 1], labels[chains.inner]].sum()
    return (everything - said - moved) / len(chains.tokens)


@dataclass(frozen=True, slots=True)
class Chains:
    """The paragraphs of a batch, the longest first, and how many go on at each step."""

    starts: torch.Tensor
    going: list[int]
    tokens: torch.Tensor
    inner: torch.Tensor


def _chains(batch: Batch) -> Chains:
    known = batch.labels >= 0
    opens = np.ones(len(known), dtype=bool)
    opens[1:] = (batch.paragraph[1:] != batch.paragraph[:-1]) | (known[1:] != known[:-1])
    starts = np.flatnonzero(opens)
    lengths = np.minimum(np.diff(starts, append=len(known)), CHAIN_TOKENS)
    order = np.argsort(-lengths[known[starts]], kind="stable")
    starts, lengths = starts[known[starts]][order], lengths[known[starts]][order]
    tokens = np.concatenate([np.arange(s, s + n) for s, n in zip(starts, lengths, strict=True)])
    going = np.searchsorted(-lengths, -np.arange(1, lengths[0] + 1), side="right")
    inner = tokens[~np.isin(tokens, starts)]
    return Chains(
        torch.from_numpy(starts), going.tolist(), torch.from_numpy(tokens), torch.from_numpy(inner)
    )


def pointer_loss(scores: torch.Tensor, batch: Batch) -> torch.Tensor:
    """Return how wrong the pointers from each piece to its speaker and its verb are."""
    pieces = torch.from_numpy(batch.pieces)
    loss = torch.zeros(())
    for pointer in range(2):
        wanted = pieces[:, 2 + pointer]
        near = (wanted < 0) | ((wanted - pieces[:, 0]).abs() <= REACH_TOKENS)
        loss = loss + nn.functional.cross_entropy(scores[pointer][near], (wanted + 1)[near])
    return loss


@torch.no_grad()
def measure(tagger: Tagger, lessons: list[Lesson]) -> str:
    """Return token F1 of each kind of span and the pointers' accuracy on the true pieces."""
    tagger.eval()
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
    arrays |= {f"{name}_away": np.array(layers) for name, layers in AWAY.items()}
    np.savez_compressed(out, **arrays)


if __name__ == "__main__":
    main()
