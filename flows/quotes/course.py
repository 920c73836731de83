"""How a network is taught its lessons. Nothing but training imports this module."""
# pyright: basic, reportMissingImports=false, reportPrivateImportUsage=false

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import nn

from flows.quotes.lessons import Lesson, batches
from flows.quotes.losses import loss_of
from flows.quotes.network import Tagger

SEED = 20_260_302
# Each epoch joins articles anew, and may need a few more batches than the last.
SPARE_BATCHES = 6
DECAY = 0.02


@dataclass(frozen=True, slots=True)
class Course:
    """So many times through the lessons; each group of numbers with its highest rate."""

    epochs: int
    groups: Sequence[Iterable[nn.Parameter]]
    peak_rates: Sequence[float]
    warming_share: float


def losses_of_epochs(tagger: Tagger, lessons: Sequence[Lesson], course: Course) -> Iterator[float]:
    """Teach the network, and yield after each epoch how wrong it was."""
    random = np.random.default_rng(SEED)
    groups = [{"params": list(group)} for group in course.groups]
    optimizer = torch.optim.AdamW(groups, lr=1, weight_decay=DECAY, fused=True)
    rates = torch.optim.lr_scheduler.OneCycleLR(
        optimizer,
        list(course.peak_rates),
        total_steps=course.epochs * (len(batches(lessons)) + SPARE_BATCHES),
        pct_start=course.warming_share,
    )
    for _ in range(course.epochs):
        tagger.train()
        losses = []
        for batch in batches(lessons[i] for i in random.permutation(len(lessons))):
            loss = loss_of(tagger, batch, random)
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(tagger.parameters(), 1.0)
            optimizer.step()
            rates.step()
            losses.append(loss.item())
        tagger.eval()
        yield float(np.mean(losses))
