"""The author's ways with one or two things changed: left out, done otherwise, sooner, later, or too late.

No dice: the same case gives the same runs, the likelier changes first, as many as the count of steps allows.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from simulations.engine.check.logs import MOST_WAITS, Walk
from simulations.engine.check.playing import Node, Player, Run, moves_to
from simulations.engine.compiled import Machine, Move, State
from simulations.engine.scenario import END_DAY, WAIT

MOST_STEPS = 60_000  # less than a second
MOST_DAYS = 4  # that one loses at one place


def variations(machine: Machine, ways: Sequence[tuple[Move, ...]], most: int = MOST_STEPS) -> Iterator[Walk]:
    """Where each variation of each way came to."""
    players = [Varied(machine, way, machine.start()) for way in ways]
    steps = 0
    for rounds in zip(*(player.kinds() for player in players), strict=True):
        for player, runs in zip(players, rounds, strict=True):
            for run in runs:
                yield Walk(moves_to(run[-1].path), run[-1].state)
                steps += player.taken
                player.taken = 0
                if steps > most:
                    return


class Varied(Player):
    """Gives the runs of one way by the kind of change."""

    def __init__(
        self, machine: Machine, way: tuple[Move, ...], start: State, is_over: Callable[[State], bool] | None = None
    ) -> None:
        super().__init__(machine, way, start, is_over)
        self.without: dict[int, Run] = {}
        self.changed: list[Run] = []

    def kinds(self) -> Iterator[Iterator[Run]]:
        """One kind of change after the other, then two at a time."""
        yield from self.kinds_of_one()
        yield (run for base in self.without.values() for run in self.skipped(base))
        yield (run for base in self.without.values() for run in self.otherwise(base))
        yield (run for base in self.without.values() for run in self.waited(base, 1))
        yield self.kept(self.added())
        yield (run for base in self.changed for run in self.skipped(base))
        yield (run for base in self.changed for run in self.otherwise(base))

    def kinds_of_one(self) -> Iterator[Iterator[Run]]:
        yield iter([self.base])
        yield self.left_out()
        yield self.left_lying()
        yield self.kept(self.otherwise(self.base))
        yield self.later()
        yield self.sooner()
        yield self.kept(self.waited(self.base))

    def kept(self, runs: Iterator[Run]) -> Iterator[Run]:
        for run in runs:
            self.changed.append(run)
            yield run

    def left_out(self) -> Iterator[Run]:
        for node in self.places(self.base):
            run = self.without[node.at] = self.play(node._replace(at=node.at + 1))
            yield run

    def left_lying(self) -> Iterator[Run]:
        """From each place on nothing more is done. To wait stops short of a time that runs out; days do not."""
        for node in self.places(self.base):
            while not self.machine.has_ended(node.state):
                node = self.after(node, self.machine.end_day)
            yield [node]

    def later(self) -> Iterator[Run]:
        """One step done at any later place, also while the way waits."""
        for index, run in self.without.items():
            for node in run[1:]:
                yield from self.doing(node, self.way[index])

    def sooner(self) -> Iterator[Run]:
        for node in self.base:
            for move in self.way[node.at + 1 :]:
                yield from self.doing(node, move)

    def added(self) -> Iterator[Run]:
        """Something that the way does not do, or does again."""
        for node in self.places(self.base):
            for move in self.machine.moves(node.state):
                if self.machine.key_of(move) not in (WAIT, END_DAY):
                    yield self.play(self.after(node, move))

    def skipped(self, base: Run) -> Iterator[Run]:
        for node in self.places(base)[1:]:
            yield self.play(node._replace(at=node.at + 1))

    def otherwise(self, base: Run) -> Iterator[Run]:
        """An act with other inputs."""
        for node in base:
            meant = self.way[node.at] if node.at < len(self.way) else self.machine.end_day
            for move in self.machine.others(node.state, meant):
                yield self.play(self.after(node, move)._replace(at=node.at + 1))

    def waited(self, base: Run, most: int = MOST_WAITS) -> Iterator[Run]:
        for node in base:
            here = node
            for _ in range(most):
                later = self.a_while_after(here)
                if later is None:
                    break
                here = later
                yield self.play(here)
            here = node
            for _ in range(min(most, MOST_DAYS)):
                if self.machine.has_ended(here.state):
                    break
                here = self.after(here, self.machine.end_day)
                yield self.play(here)

    def doing(self, node: Node, move: Move) -> Iterator[Run]:
        if self.machine.can(node.state, move):
            yield self.play(self.after(node, move))
