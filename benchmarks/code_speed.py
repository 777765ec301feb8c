"""How fast the coder codes, beside a blank spaCy pipeline with a PhraseMatcher over the lexicon's phrases.

The peer only finds phrases and codes nothing; it is the pace to be measured by. Both run in turn, in one
process on one core, on the same texts: the seeds and folders of texts given as arguments, each text many
times as articles of its own, and invented news without diplomacy. Both are warm; the peer, whose tokeniser
remembers every word it has met, is measured once more in a new pipeline that meets each text for the first
time, as in a corpus. Then comes what part of the coder's time each stage takes.

Run it as `.venv/bin/python benchmarks/code_speed.py [FOLDER ...]`; without spaCy the coder is measured alone.
CONTRIBUTING.md tells how to have spaCy for it.
"""

import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from hashlib import sha256
from itertools import cycle, islice
from pathlib import Path
from statistics import median

from plain_news import plain_articles
from readouts.coder import code_articles, load_knowledge
from readouts.coder.text.trie import Trie
from readouts.seeds.read import read_actors, read_articles, read_occasions
from readouts.seeds.types import Article, Source
from stage_profile import stage_shares

SEEDS = Path(__file__).parents[1] / "seeds"
BYTES = 150_000
TURNS = 5

Work = Callable[[Sequence[Article]], object]


def many(articles: Sequence[Article]) -> Sequence[Article]:
    """The articles again and again, each time as others, until there is enough to measure."""
    rounds = BYTES // sum(size(article) for article in articles) + 1
    again = islice(cycle(articles), rounds * len(articles))
    return [replace(a, sha256=sha256(f"{a.sha256} {n}".encode()).hexdigest()) for n, a in enumerate(again)]


def size(article: Article) -> int:
    """The bytes of a text."""
    return len(article.text.encode())


def texts_of(folder: Path) -> Sequence[Article]:
    """The texts of a folder, without what a catalogue would say of them."""
    found = sorted(folder.glob("*.txt"))
    texts = [path.read_text(encoding="utf-8-sig") for path in found]
    digests = [sha256(path.read_bytes()).hexdigest() for path in found]
    return [Article(Source(p.name, ""), t, d) for p, t, d in zip(found, texts, digests, strict=True)]


def samples(folders: Sequence[str]) -> dict[str, Sequence[Article]]:
    """What is measured, by name."""
    found: dict[str, Sequence[Article]] = {"seeds": read_articles(SEEDS / "articles", SEEDS / "sources.csv")}
    found |= {Path(folder).name: texts_of(Path(folder)) for folder in folders}
    found["no diplomacy"] = plain_articles(60)
    found["states in passing"] = plain_articles(60, names_states=True)
    return found


def phrases(known: object, seen: set[int]) -> Iterator[tuple[str, ...]]:
    """Every phrase of words in the tries of the lexicon; those with classes of mentions are left out."""
    if id(known) in seen:
        return
    seen.add(id(known))
    if isinstance(known, Trie):
        yield from (phrase for phrase in known.phrases() if not any(word.startswith("@") for word in phrase))
    for value in vars(known).values() if hasattr(known, "__dict__") else ():
        yield from phrases(value, seen)


def peer_of(listed: Sequence[str]) -> Work | None:
    """A new pipeline of the peer over some phrases; None where spaCy is not installed."""
    try:
        import spacy  # noqa: PLC0415
        from spacy.matcher import PhraseMatcher  # noqa: PLC0415
    except ImportError:
        return None
    nlp = spacy.blank("en")
    matcher = PhraseMatcher(nlp.vocab, attr="LOWER")
    matcher.add("lexicon", list(nlp.pipe(listed)))
    return lambda articles: [matcher(doc) for doc in nlp.pipe(article.text for article in articles)]


def seconds(work: Work, articles: Sequence[Article]) -> float:
    """Time one run over the articles."""
    start = time.perf_counter()
    work(articles)
    return time.perf_counter() - start


def pace(articles: Sequence[Article], times: Sequence[float]) -> float:
    """The median pace in kB/s."""
    return sum(map(size, articles)) / 1000 / median(times)


def compare(found: Sequence[Article], code: Work, listed: Sequence[str]) -> str:
    """The paces in kB/s, the medians of runs taken in turn, and the coder's share of the peer's."""
    articles, peer = many(found), peer_of(listed)
    runs = [work for work in (code, peer) if work]
    turns = [[seconds(work, articles) for work in runs] for _ in range(TURNS + 1)][1:]
    paces = [pace(articles, column) for column in zip(*turns, strict=True)]
    told = [f"coder {paces[0]:6.0f} kB/s"]
    if peer:
        new = pace(found, [seconds(work, found) for _ in range(TURNS) if (work := peer_of(listed))])
        told += [f"peer {paces[1]:6.0f} ({paces[0] / paces[1]:4.2f})"]
        told += [f"new peer {new:6.0f} ({paces[0] / new:4.2f})"]
    return "   ".join(told)


def main() -> None:
    """Print a line for each sample, then where the time goes."""
    knowledge = load_knowledge(read_actors(SEEDS / "actors.csv"), read_occasions(SEEDS / "occasions.csv"))
    listed = sorted({" ".join(phrase) for phrase in phrases(knowledge, set())})
    found = samples(sys.argv[1:])
    print(f"{len(listed):,} phrases")

    def code(articles: Sequence[Article]) -> object:
        return code_articles(articles, knowledge)

    for name, articles in found.items():
        print(f"{name:<18} {compare(articles, code, listed)}")
    for name, articles in found.items():
        shares = stage_shares(code, many(articles))
        print(f"{name:<18} " + ", ".join(f"{stage} {share:.0%}" for stage, share in shares))


if __name__ == "__main__":
    main()
