"""How wrong the tagger is on a batch of lessons. Nothing but training imports this module."""
# pyright: basic, reportMissingImports=false, reportPrivateImportUsage=false

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import torch
from torch import nn

from flows.quotes.features import SHAPE, TABLE_SIZES
from flows.quotes.labels import FOLLOWS, OUTSIDE
from flows.quotes.lessons import Batch
from flows.quotes.network import Tagger
from flows.quotes.pieces import NO_PIECE
from flows.quotes.pointers import REACH_TOKENS

# A name that the tagger cannot read teaches it to see that it is a name, whoever bears it.
HIDDEN_SHARE = {"capital": 0.4, "other": 0.08}
CAPITAL_SHAPES = (5, 6, 7)
# Of the hidden words, so many hide their first and last letters and their pieces too.
HIDDEN_AFFIX_SHARE = 0.5
# The pointers learn slower than the labels and would otherwise drown them.
POINTER_SHARE = 0.2
# What the teacher's view weighs beside the corpus.
HINTS_SHARE = 0.5
# A chain of labels is followed so far; paragraphs of prose are shorter.
CHAIN_TOKENS = 400
IMPOSSIBLE = -1e4


def loss_of(tagger: Tagger, batch: Batch, random: np.random.Generator) -> torch.Tensor:
    """Return how wrong the tagger is on a batch, some of whose words are hidden from it."""
    states = tagger.states(_with_words_hidden(batch.buckets, random), batch)
    logits, labels = tagger.heads(states), torch.from_numpy(batch.labels)
    loss = nn.functional.cross_entropy(logits, labels)
    loss = loss + chain_loss(logits, batch, tagger.moves)
    if batch.hints.any():
        loss = (1 - HINTS_SHARE) * loss + HINTS_SHARE * 2 * hint_loss(logits, batch)
    if len(batch.pieces):
        loss = loss + POINTER_SHARE * pointer_loss(tagger.pointers(states, batch), batch)
    return loss


def hint_loss(logits: torch.Tensor, batch: Batch) -> torch.Tensor:
    """Return how far the labels are from what the teacher holds likely."""
    hints = torch.from_numpy(batch.hints)
    return -(hints * nn.functional.log_softmax(logits, 1)).sum() / hints.sum()


def _with_words_hidden(buckets: np.ndarray, random: np.random.Generator) -> torch.Tensor:
    hiding = buckets.copy()
    capital = np.isin(buckets[:, SHAPE], CAPITAL_SHAPES)
    share = np.where(capital, HIDDEN_SHARE["capital"], HIDDEN_SHARE["other"])
    hidden = random.random(len(buckets)) < share
    hiding[hidden, 0] = 0
    wholly = hidden & (random.random(len(buckets)) < HIDDEN_AFFIX_SHARE)
    hiding[wholly, 1:3] = 0
    hiding[wholly, len(TABLE_SIZES) :] = NO_PIECE
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
