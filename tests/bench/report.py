"""One line a figure, its target beside it; what misses its target is counted."""

from dataclasses import dataclass, field


@dataclass
class Report:
    missed: list[str] = field(default_factory=list)

    def heading(self, title: str) -> None:
        print(f"\n{title}", flush=True)

    def line(self, name: str, value: float, unit: str, *, at_most: float | None = None, at_least: float | None = None):
        good = (at_most is None or value <= at_most) and (at_least is None or value >= at_least)
        target = f"≤ {at_most:g}" if at_most is not None else f"≥ {at_least:g}" if at_least is not None else ""
        sign = "ok" if good else "MISSED"
        print(f"  {name:<44} {value:>10,.1f} {unit:<10} {target:<10} {sign if target else ''}", flush=True)
        if not good:
            self.missed.append(name)
