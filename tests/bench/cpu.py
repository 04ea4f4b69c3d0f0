"""CPU of the web server per request, read from the kernel's account of its processes.

Latency swings with whatever else the machine does; CPU seconds of the server's own processes hardly do, and their ratio
to a bare view in the same run does not depend on the machine at all.
"""

from dataclasses import dataclass
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


def cpu_seconds(pids: list[int]) -> float:
    """What all threads have spent on a processor so far, from the scheduler's own count in nanoseconds."""
    spent = 0
    for pid in pids:
        for stat in Path(f"/proc/{pid}/task").glob("*/schedstat"):
            spent += int(stat.read_text().split()[0])
    return spent / 1e9


def memory_mb(pids: list[int]) -> float:
    """Proportional set size: what the processes share is counted once."""
    total = 0
    for pid in pids:
        rollup = Path(f"/proc/{pid}/smaps_rollup").read_text()
        total += next(int(line.split()[1]) for line in rollup.splitlines() if line.startswith("Pss:"))
    return total / 1024


def measure(client: httpx.Client, path: str, pids: list[int], *, batches: int = 8, size: int = 40) -> Cost:
    """The best of some batches: a neighbour on the same machine can make a batch dearer, never cheaper."""
    for _ in range(8):
        answer = client.get(path)
        assert answer.status_code == 200, f"{path} answered {answer.status_code}"
    best = min(_batch(client, path, pids, size) for _ in range(batches))
    return Cost(best / size * 1000, len(answer.content))


def _batch(client: httpx.Client, path: str, pids: list[int], size: int) -> float:
    begun = cpu_seconds(pids)
    for _ in range(size):
        client.get(path)
    return cpu_seconds(pids) - begun
