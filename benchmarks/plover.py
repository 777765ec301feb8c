"""How the coder does on sentences coded in PLOVER, by the crosswalk of the codebook.

Run it as `.venv/bin/python benchmarks/plover.py FILE.json`. The file holds records as the gold standard of
the Open Event Data Alliance has them: `id`, `text`, `event`, `mode`, and the lists `source` and `target` with
a `code` each. Each sentence is coded as a short article. Counted are those whose event the crosswalk can
reach at all; many tell what the codebook does not code (aid, promises, verdicts), so no coder finds them.
"""

import argparse
import hashlib
import json
import sys
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from readouts.coder import Knowledge, code_articles, load_knowledge
from readouts.seeds.read import read_actors, read_occasions
from readouts.seeds.types import Article, Source
from readouts.tables.codes import described

SEEDS = Path(__file__).parents[1] / "seeds"
# Labels of PLOVER's drafts by the names they have today; slips in the codes of actors.
EVENTS_TODAY = {"DISAPPROVE": "ACCUSE", "INVESTIGATE": "ACCUSE", "DEMAND": "REQUEST", "FIGHT": "ASSAULT"}
CODES_MEANT = {"JAP": "JPN", "ITL": "ITA", "VTN": "VNM", "IMG": "IGO"}
ORGANISATION = "IGO"
_STATE_CODE = 3
# Which roles PLOVER calls source and target; who meets, signs or is in a relation is both.
_BOTH = frozenset({"counterpart", "signatory", "subject", "attendee"})
SOURCES = _BOTH | {"guest", "speaker", "organiser"}
TARGETS = _BOTH | {"host", "addressee"}

Row = Mapping[str, Any]


@dataclass(frozen=True)
class Coded:
    """An event of ours, as PLOVER would have it."""

    event: str
    event_type: str
    sources: frozenset[str]
    targets: frozenset[str]

    def __str__(self) -> str:
        told = (
            f"{', '.join(sorted(self.sources)) or 'nobody'} > {', '.join(sorted(self.targets)) or 'nobody'}"
        )
        return f"{self.event} ({self.event_type}) {told}"


@dataclass(frozen=True)
class Gold:
    """A coded sentence: event, states, text."""

    id: str
    text: str
    event: str
    sources: frozenset[str]
    targets: frozenset[str]

    def has_states_of(self, coded: Coded) -> bool:
        """Whether sources and targets are those of our event, either way round where the sides are alike."""
        if not self.targets:
            return self.sources == coded.sources | coded.targets
        return (
            self.sources <= coded.sources
            and self.targets <= coded.targets
            and self.sources | self.targets == coded.sources | coded.targets
        )


def reached() -> frozenset[str]:
    """The events of PLOVER that the crosswalk leads to."""
    return frozenset(e.plover_event for e in described("event_type") if e.plover_event)


def read_gold(path: Path) -> list[Gold]:
    """The records of a file; a record without what is needed ends the run with a message."""
    try:
        return [_gold(record) for record in json.loads(path.read_text(encoding="utf-8"))]
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        told = f"no {error} in a record" if isinstance(error, KeyError) else error
        sys.exit(f"{path}: {told}; expected a JSON list of records with id, text, event, source and target")


def _gold(record: Row) -> Gold:
    sources, targets = _codes(record.get("source")), _codes(record.get("target"))
    if record.get("mode") == "host":
        sources, targets = targets, sources  # the guest acts
    event: str = record["event"]
    return Gold(record["id"], record["text"].strip(" {}"), EVENTS_TODAY.get(event, event), sources, targets)


def _codes(actors: object) -> frozenset[str]:
    """The codes of a list of actors; where a draft has a word instead, nobody is told."""
    found = actors if isinstance(actors, list) else []
    return frozenset(CODES_MEANT.get(actor["code"], actor["code"]) for actor in found)


def code(text: str, knowledge: Knowledge) -> list[Coded]:
    """The events that the coder finds in a sentence of no known date and outlet."""
    article = Article(Source("sentence.txt", "unknown"), text, hashlib.sha256(text.encode()).hexdigest())
    tables = code_articles([article], knowledge)
    return [_coded(event, tables["participants"]) for event in tables["events"]]


def _coded(event: Row, participants: Iterable[Row]) -> Coded:
    own = [row for row in participants if row["event_id"] == event["event_id"] and row["represents"]]
    sides = [(row["role"], _side(row["represents"])) for row in own]
    sources = frozenset(side for role, side in sides if role in SOURCES)
    targets = frozenset(side for role, side in sides if role in TARGETS)
    return Coded(event["plover_event"] or "none", event["event_type"], sources, targets)


def _side(code: str) -> str:
    return code if len(code) == _STATE_CODE and code.isupper() else ORGANISATION


def report(gold: Iterable[Gold], knowledge: Knowledge) -> None:
    """Print each miss with our coding, then the shares by event."""
    asked, right_event, right_states = Counter[str](), Counter[str](), Counter[str]()
    for each in gold:
        found = code(each.text, knowledge)
        alike = [coded for coded in found if coded.event == each.event]
        asked[each.event] += 1
        right_event[each.event] += bool(alike)
        is_right = any(each.has_states_of(coded) for coded in alike)
        right_states[each.event] += is_right
        if not is_right:
            _print_miss(each, found)
    print(f"{'event':<10}{'asked':>7}{'right event':>14}{'and states':>13}")
    for event in [*sorted(asked), None]:
        counts = [sum(c.values()) if event is None else c[event] for c in (asked, right_event, right_states)]
        shares = "".join(f"{n:>6} {n / max(counts[0], 1):>6.0%}" for n in counts[1:])
        print(f"{event or 'all':<10}{counts[0]:>7} {shares}")


def _print_miss(gold: Gold, found: Iterable[Coded]) -> None:
    wanted = Coded(gold.event, "gold", gold.sources, gold.targets)
    print(f"{gold.id}\n  {gold.text}\n  wanted {wanted}")
    print(*(f"  coded  {coded}" for coded in found) if found else ["  coded  nothing"], sep="\n", end="\n\n")


def main() -> None:
    """Code the sentences of a file and print how they compare."""
    parser = argparse.ArgumentParser(description="Compare the coder with sentences coded in PLOVER.")
    parser.add_argument("file", type=Path, help="gold records as a JSON list")
    gold = read_gold(parser.parse_args().file)
    knowledge = load_knowledge(read_actors(SEEDS / "actors.csv"), read_occasions(SEEDS / "occasions.csv"))
    report([each for each in gold if each.event in reached()], knowledge)


if __name__ == "__main__":
    main()
