"""CPU of the web server per request, read from the kernel's account of its processes.

Latency swings with whatever else the machine does; CPU seconds of the server's own processes hardly do, and their ratio
to a bare view in the same run does not depend on the machine at all.
"""

import os
from dataclasses import dataclass
from pathlib import Path

import httpx

TICKS_PER_SECOND = os.sysconf("SC_CLK_TCK")


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
    ticks = 0
    for pid in pids:
        fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
        ticks += int(fields[11]) + int(fields[12])
    return ticks / TICKS_PER_SECOND


def memory_mb(pids: list[int]) -> float:
    """Proportional set size: what the processes share is counted once."""
    total = 0
    for pid in pids:
        rollup = Path(f"/proc/{pid}/smaps_rollup").read_text()
        total += next(int(line.split()[1]) for line in rollup.splitlines() if line.startswith("Pss:"))
    return total / 1024


def measure(client: httpx.Client, path: str, pids: list[int], *, seconds_of_cpu: float = 1.5) -> Cost:
    """Repeats a page until it has cost enough CPU for a steady mean."""
    for _ in range(8):
        answer = client.get(path)
        assert answer.status_code == 200, f"{path} answered {answer.status_code}"
    begun, requests = cpu_seconds(pids), 0
    while True:
        for _ in range(25):
            client.get(path)
        requests += 25
        spent = cpu_seconds(pids) - begun
        if spent >= seconds_of_cpu or requests >= 4000:
            return Cost(spent / requests * 1000, len(answer.content))
