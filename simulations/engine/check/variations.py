"""The author's ways with one or two things changed: left out, done otherwise, sooner, later, or too late.

No dice: the same case gives the same runs, the likelier changes first, as many as the count of steps allows.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from simulations.engine.check.logs import MOST_WAITS, Walk
from simulations.engine.compiled import Machine, Move, State
from simulations.engine.scenario import BUILT_IN, END_DAY, WAIT

MOST_STEPS = 60_000  # less than a second
Path = tuple[Any, Move] | None


class Node(NamedTuple):
    """Where a run stands: before which step of its way, in which state, and by which moves."""

    at: int
    state: State
    path: Path


Run = list[Node]


def variations(machine: Machine, ways: Sequence[tuple[Move, ...]], most: int = MOST_STEPS) -> Iterator[Walk]:
    """Where each variation of each way came to."""
    players = [Player(machine, way) for way in ways]
    steps = 0
    for rounds in zip(*(player.kinds() for player in players), strict=True):
        for player, runs in zip(players, rounds, strict=True):
            for run in runs:
                yield Walk(moves_to(run[-1].path), run[-1].state)
                steps += player.taken
                player.taken = 0
                if steps > most:
                    return


def moves_to(path: Path) -> tuple[Move, ...]:
    moves: list[Move] = []
    while path is not None:
        path, move = path
        moves.append(move)
    return tuple(reversed(moves))


class Player:
    """Plays one way from anywhere on, skipping what is refused and waiting where that makes it possible."""

    def __init__(self, machine: Machine, way: tuple[Move, ...]) -> None:
        self.machine = machine
        self.way = way
        self.once = {key for key, act in machine.scenario.acts.items() if act.once}
        self.seen: set[tuple[int, State]] = set()
        self.in_a_while: dict[State, State | None] = {}
        self.taken = 0
        self.base = self.play(Node(0, machine.start(), None))
        self.without: dict[int, Run] = {}
        self.changed: list[Run] = []

    def kinds(self) -> Iterator[Iterator[Run]]:
        """One kind of change after the other."""
        yield iter([self.base])
        yield self.left_out()
        yield self.kept(self.otherwise(self.base))
        yield self.later()
        yield self.sooner()
        yield self.kept(self.waited(self.base))
        yield (run for base in self.without.values() for run in self.skipped(base))
        yield (run for base in self.without.values() for run in self.otherwise(base))
        yield (run for base in self.without.values() for run in self.waited(base, 1))
        yield self.kept(self.added())
        yield (run for base in self.changed for run in self.skipped(base))
        yield (run for base in self.changed for run in self.otherwise(base))

    def kept(self, runs: Iterator[Run]) -> Iterator[Run]:
        for run in runs:
            self.changed.append(run)
            yield run

    def left_out(self) -> Iterator[Run]:
        for node in self.places(self.base):
            run = self.without[node.at] = self.play(node._replace(at=node.at + 1))
            yield run

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
            if self.machine.key_of(meant) in BUILT_IN:
                continue
            for move in self.machine.moves(node.state):
                if move != meant and self.machine.key_of(move) == self.machine.key_of(meant):
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
            if not self.machine.has_ended(node.state):
                yield self.play(self.after(node, self.machine.end_day))

    def doing(self, node: Node, move: Move) -> Iterator[Run]:
        if self.machine.can(node.state, move):
            yield self.play(self.after(node, move))

    def places(self, run: Run) -> Run:
        """The first place before each step of the way."""
        found = dict[int, Node]()
        for node in run:
            if node.at < len(self.way):
                found.setdefault(node.at, node)
        return list(found.values())

    def play(self, node: Node) -> Run:
        """To the end of the way, or to where another run has been already."""
        run = [node]
        while node.at < len(self.way) and not self.machine.has_ended(node.state):
            if (node.at, node.state) in self.seen:
                return run
            self.seen.add((node.at, node.state))
            ahead = self.until(node)
            if ahead:
                run += ahead[1:]
                done = self.after(ahead[-1], self.way[node.at])
                node = done._replace(at=node.at + 1)
            else:
                node = node._replace(at=node.at + 1)
            run.append(node)
        while (later := self.a_while_after(node)) and (node.at, node.state) not in self.seen:
            self.seen.add((node.at, node.state))
            node = later
        return [*run, node]

    def until(self, node: Node) -> Run:
        """The waiting that makes the next step possible, from here on; nothing where it does not."""
        move, run = self.way[node.at], [node]
        if self.machine.can(node.state, move):
            return run
        if self.machine.key_of(move) in self.once and self.is_done(node.path, move):
            return []
        for _ in range(MOST_WAITS):
            later = self.a_while_after(run[-1])
            if later is None:
                return []
            run.append(later)
            if self.machine.can(run[-1].state, move):
                return run
        return []

    def is_done(self, path: Path, move: Move) -> bool:
        key = self.machine.key_of(move)
        while path is not None:
            path, done = path
            if self.machine.key_of(done) == key:
                return True
        return False

    def a_while_after(self, node: Node) -> Node | None:
        """When the next thing has happened, if anything will."""
        state = node.state
        if state not in self.in_a_while:
            can = self.machine.can_wait(state)
            self.in_a_while[state] = self.after(node, self.machine.wait).state if can else None
        later = self.in_a_while[state]
        return None if later is None else Node(node.at, later, (node.path, self.machine.wait))

    def after(self, node: Node, move: Move) -> Node:
        self.taken += 1
        return Node(node.at, self.machine.step(node.state, move), (node.path, move))
