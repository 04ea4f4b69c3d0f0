"""CPU of the web server per request, read from the kernel's account of its processes.

Latency swings with whatever else the machine does; CPU seconds of the server's own processes hardly do, and their ratio
to a bare view in the same run does not depend on the machine at all.
"""

from dataclasses import dataclass
from math import inf
from pathlib import Path

import httpx


@dataclass(frozen=True)
class Cost:
    cpu_ms: float
    bytes: int


def family(pid: int) -> list[int]:
    """The process and all its descendants."""
    children: dict[int, list[int]] = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text().rsplit(")", 1)[1].split()
        except OSError:
            continue
        children.setdefault(int(fields[1]), []).append(int(stat.parent.name))
    found, waiting = [], [pid]
    while waiting:
        found.append(waiting.pop())
        waiting += children.get(found[-1], [])
    return found


def cpu_seconds(pids: list[int]) -> dict[str, float]:
    """What each thread has spent on a processor so far, from the scheduler's own count in nanoseconds."""
    threads = (stat for pid in pids for stat in Path(f"/proc/{pid}/task").glob("*/schedstat"))
    return {stat.parent.name: int(stat.read_text().split()[0]) / 1e9 for stat in threads}


def memory_mb(pids: list[int]) -> float:
    """Proportional set size: what the processes share is counted once."""
    total = 0
    for pid in pids:
        rollup = Path(f"/proc/{pid}/smaps_rollup").read_text()
        total += next(int(line.split()[1]) for line in rollup.splitlines() if line.startswith("Pss:"))
    return total / 1024


def compare(client: httpx.Client, paths: list[str], pids: list[int], *, rounds: int = 40, size: int = 12) -> list[Cost]:
    """The cheapest of many small batches of each, taken in turns: a neighbour on the same machine can make a batch
    dearer, never cheaper, and a quiet moment comes to all of them."""
    answers = [_warm(client, path) for path in paths]
    batches = [[_batch(client, path, pids, size) for path in paths] for _ in range(rounds)]
    best = [min(row[n] for row in batches) for n in range(len(paths))]
    return [Cost(spent / size * 1000, size_) for spent, size_ in zip(best, answers, strict=True)]


def _warm(client: httpx.Client, path: str) -> int:
    for _ in range(8):
        answer = client.get(path)
        assert answer.status_code == 200, f"{path} answered {answer.status_code}"
    return len(answer.content)


def _batch(client: httpx.Client, path: str, pids: list[int], size: int) -> float:
    """Seconds for so many requests; without bound where a thread ended in between and took its account along."""
    begun = cpu_seconds(pids)
    for _ in range(size):
        client.get(path)
    ended = cpu_seconds(pids)
    if begun.keys() - ended.keys():
        return inf
    return sum(spent - begun.get(thread, 0.0) for thread, spent in ended.items())
