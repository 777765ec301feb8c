"""Invented news without diplomacy: the harvest, a match, a shop, the weather. The same texts on every run."""

import random
from hashlib import sha256

from readouts.seeds.types import Article, Source


def _words(listed: str) -> tuple[str, ...]:
    return tuple(listed.split())


GIVEN = _words("Anna Ben Clara David Emma Frank Grace Henry Iris Jack Kate Louis Mary Nora Oscar Paul")
FAMILY = _words("Ash Bell Carter Dunn Ellis Fox Grant Hill Irwin Jones Knight Lowe Marsh Newton Price Reed")
THINGS = _words("bakery school bridge library orchard theatre clinic market farm garage museum stadium")
TOWNS = _words("Ashford Millbrook Stonewell Oakham Redhill Fairview Longmere Westbury")
WEEKDAYS = _words("Monday Tuesday Wednesday Thursday Friday Saturday Sunday")
LANDS = _words("French Italian Brazilian Japanese Kenyan Canadian")

PLAIN = (
    "The new {thing} in {town} opened its doors on {weekday} after {number} months of work.",
    "{given} {family}, who runs the {thing}, said that {number} people came on the first day.",
    '"We did not expect so many," {family} said. "The queue went round the corner twice."',
    "Rain is expected over the hills by {weekday} evening, with winds of up to {number} kilometres an hour.",
    "The price of apples rose by {number} per cent compared with the same week last year.",
    "Volunteers cleaned the river bank and planted {number} trees behind the {thing}.",
    "{given} {family} scored in the first half, and {town} won {number}-1 in front of a small crowd.",
    "The coach was pleased: his players had trained hard, and the season is far from over.",
    "Firefighters were called to the {thing} shortly before midnight; nobody was hurt.",
    "Add the butter, stir for {number} minutes, and let the sauce rest while the oven warms up.",
    "The company plans to hire {number} workers and to build a second hall next to the old {thing}.",
    "Pupils of the {town} school read poems that they had written themselves about the winter of {year}.",
    "A band from {town} played old songs until late, although the microphones failed again and again.",
    "The road past the {thing} remains closed until {weekday} because of a burst water pipe.",
)
IN_PASSING = (
    "The {land} cheese sold best, followed by honey from a farm near {town}.",
    "{given} {family} learned to cook in a {land} kitchen and brought {number} recipes home.",
    "The second prize, a {land} bicycle, went to {given} {family} of {town}.",
)
SENTENCES, SENTENCES_A_PARAGRAPH = 24, 3


def plain_articles(count: int, *, names_states: bool = False) -> list[Article]:
    """Articles in which nobody acts for a state; with states named in passing, if wanted."""
    chance = random.Random(7)  # noqa: S311
    sources = PLAIN + IN_PASSING * 2 if names_states else PLAIN
    return [_article(number, sources, chance) for number in range(count)]


def _article(number: int, sources: tuple[str, ...], chance: random.Random) -> Article:
    sentences = [_sentence(chance.choice(sources), chance) for _ in range(SENTENCES)]
    starts = range(0, SENTENCES, SENTENCES_A_PARAGRAPH)
    text = "\n\n".join(" ".join(sentences[k : k + SENTENCES_A_PARAGRAPH]) for k in starts) + "\n"
    source = Source(f"plain_{number}.txt", "The Millbrook Post")
    return Article(source, text, sha256(text.encode()).hexdigest())


def _sentence(template: str, chance: random.Random) -> str:
    return template.format(
        given=chance.choice(GIVEN),
        family=chance.choice(FAMILY),
        thing=chance.choice(THINGS),
        town=chance.choice(TOWNS),
        weekday=chance.choice(WEEKDAYS),
        land=chance.choice(LANDS),
        number=chance.randint(2, 90),
        year=chance.randint(1950, 1999),
    )
