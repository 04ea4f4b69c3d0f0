"""One way played from anywhere on: what is refused is skipped, waited for, or done as soon as it is possible."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from simulations.engine.check.logs import MOST_WAITS
from simulations.engine.compiled import Machine, Move, State

Path = tuple[Any, Move] | None


class Node(NamedTuple):
    """Where a run stands: before which step of its way, in which state, by which moves, and which steps it owes."""

    at: int
    state: State
    path: Path
    owed: tuple[int, ...] = ()


Run = list[Node]


def moves_to(path: Path) -> tuple[Move, ...]:
    moves: list[Move] = []
    while path is not None:
        path, move = path
        moves.append(move)
    return tuple(reversed(moves))


class Player:
    """Plays one way from a start. `is_over`: where a run need not be gone on with."""

    def __init__(
        self, machine: Machine, way: tuple[Move, ...], start: State, is_over: Callable[[State], bool] | None = None
    ) -> None:
        self.machine = machine
        self.way = way
        self.is_over = is_over or machine.has_ended
        slots = machine.places.done
        self.done = {key: slots[key].mask for key, act in machine.scenario.acts.items() if act.once}
        self.seen: set[tuple[int, State, tuple[int, ...]]] = set()
        self.in_a_while: dict[State, State | None] = {}
        self.taken = 0
        self.base = self.play(Node(0, start, None))

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
        while node.at < len(self.way) and not self.is_over(node.state):
            if not self.is_new(node):
                return run
            ahead = self.until(node, self.way[node.at])
            if ahead:
                run += ahead[1:]
                done = self.after(ahead[-1], self.way[node.at])
                run.append(done._replace(at=node.at + 1))
                node = self.paid(run)
            else:
                owed = node.owed if self.is_done(node.state, self.way[node.at]) else (*node.owed, node.at)
                node = node._replace(at=node.at + 1, owed=owed)
                run.append(node)
        while not self.is_over(node.state) and (later := self.a_while_after(node)) and self.is_new(node):
            node = later
        return [*run, node]

    def is_new(self, node: Node) -> bool:
        key = (node.at, node.state, node.owed)
        if key in self.seen:
            return False
        self.seen.add(key)
        return True

    def paid(self, run: Run) -> Node:
        """The steps that were not possible when their turn came, and now are."""
        node = run[-1]
        for index in node.owed:
            if self.machine.can(node.state, self.way[index]):
                left = tuple(other for other in node.owed if other != index)
                run.append(self.after(node, self.way[index])._replace(owed=left))
                return self.paid(run)
        return node

    def until(self, node: Node, move: Move) -> Run:
        """The waiting that makes a step possible, from here on; nothing where it does not."""
        run = [node]
        if self.machine.can(node.state, move):
            return run
        if self.is_done(node.state, move):
            return []
        for _ in range(MOST_WAITS):
            later = self.a_while_after(run[-1])
            if later is None:
                return []
            run.append(later)
            if self.machine.can(later.state, move):
                return run
        return []

    def is_done(self, state: State, move: Move) -> bool:
        """Once and for all."""
        return bool(state[0] & self.done.get(self.machine.key_of(move), 0))

    def a_while_after(self, node: Node) -> Node | None:
        """When the next thing has happened, if anything will."""
        state = node.state
        if state not in self.in_a_while:
            can = self.machine.can_wait(state)
            self.in_a_while[state] = self.after(node, self.machine.wait).state if can else None
        later = self.in_a_while[state]
        return None if later is None else node._replace(state=later, path=(node.path, self.machine.wait))

    def after(self, node: Node, move: Move) -> Node:
        self.taken += 1
        return node._replace(state=self.machine.step(node.state, move), path=(node.path, move))
