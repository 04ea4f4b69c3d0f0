"""Runs that broke one safeguard and may still pass, gone on with in ever more changed ways until one does.

First the safeguard is broken wherever a way comes near it: an act it watches done sooner, otherwise, or in place of
another. Then whatever such a run did afterwards is changed, one thing at a time, the most promising run first.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from heapq import heappop, heappush
from itertools import count

from simulations.engine.check.hopes import Hopes
from simulations.engine.check.logs import Walk, starts
from simulations.engine.check.playing import Node, Run, moves_to
from simulations.engine.check.variations import Varied
from simulations.engine.compiled import Machine, Move
from simulations.engine.scenario import END_DAY, WAIT

MOST_STEPS = 600_000
Queued = tuple[int, int, int, Varied, Run]  # what is lacking, how often changed, a number; the run from the breach on


def repairs(machine: Machine, ways: Sequence[tuple[Move, ...]], key: str, most: int = MOST_STEPS) -> Iterator[Walk]:
    """Where each of these runs came to."""
    return _Repairs(machine, ways, key, most).walks()


class _Repairs:
    def __init__(self, machine: Machine, ways: Sequence[tuple[Move, ...]], key: str, most: int) -> None:
        self.machine = machine
        self.key = key
        self.mask = machine.places.breaches[key].mask
        self.hopes = Hopes(machine)
        self.players = [Varied(machine, way, start, self.hopes.are_over) for start in starts(machine) for way in ways]
        self.most = most
        self.numbers = count()
        self.queue: list[Queued] = []

    def walks(self) -> Iterator[Walk]:
        for player in self.players:
            for run in self.breaking(player):
                yield from self.taken(player, run, 0)
        while self.queue and sum(player.taken for player in self.players) < self.most:
            _, changes, _, player, run = heappop(self.queue)
            for changed in mended(player, run):
                yield from self.taken(player, changed, changes + 1)

    def breaking(self, player: Varied) -> Iterator[Run]:
        """The way with one change, and each act that is watched, done wherever that can be waited for."""
        for runs in player.kinds_of_one():
            yield from runs
        watched = [number for number, way in enumerate(self.machine.ways) if way.act in self.acts]
        moves = [Move(number) for number in watched if not self.machine.ways[number].days]
        for node in player.places(player.base):
            for move in moves:
                if ahead := player.until(node, move):
                    done = player.after(ahead[-1], move)
                    if done.state[0] & self.mask:
                        yield player.play(done)

    @property
    def acts(self) -> tuple[str, ...]:
        return self.machine.scenario.safeguards[self.key].acts

    def taken(self, player: Varied, run: Run, changes: int) -> Iterator[Walk]:
        """Kept to be changed further where it is broken and not over."""
        broken = [node for node in run if node.state[0] & self.mask]
        if broken:
            yield Walk(moves_to(run[-1].path), run[-1].state)
        going = [node for node in broken if not self.hopes.are_over(node.state)]
        if going:
            lacking = self.hopes.lacking(going[-1].state)
            heappush(self.queue, (lacking + len(going[-1].owed), changes, next(self.numbers), player, going))


def mended(player: Varied, run: Run) -> Iterator[Run]:
    """What was done since the breach, with one thing changed or added."""
    machine = player.machine
    yield from player.otherwise(run)
    for node in _apart(run):
        for move in machine.moves(node.state):
            if machine.key_of(move) not in (WAIT, END_DAY):
                yield player.play(player.after(node, move))
        if node.at < len(player.way):
            yield player.play(node._replace(at=node.at + 1))
        if (later := player.a_while_after(node)) is not None:
            yield player.play(later)


def _apart(run: Run) -> list[Node]:
    return list({node.state: node for node in run}.values())
