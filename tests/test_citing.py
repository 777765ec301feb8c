"""`readouts.cite`: a line and a BibTeX entry, from what the release says of itself."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from pybtex.database import Entry, parse_string
from pybtex.plugin import find_plugin

import readouts
from commands import run
from readouts.described import describe
from readouts.errors import UnknownFormat, UnknownRelease

ROOT = Path(__file__).parents[1]
LINE = "The readouts maintainers (2031): Invented readouts, version 0.10.0."

TOLD: dict[str, tuple[dict[str, Any], str]] = {
    "nothing more": ({}, LINE),
    "an author": (
        {"contributors": [{"title": "Ada Lin", "roles": ["author"]}]},
        LINE.replace("The readouts maintainers", "Ada Lin"),
    ),
    "two authors and a helper": (
        {
            "contributors": [
                {"title": "Ada Lin", "roles": ["creator"]},
                {"title": "Bo Ek", "roles": ["contributor"]},
                {"title": "Cy Oz", "roles": ["contact", "author"]},
            ]
        },
        LINE.replace("The readouts maintainers", "Ada Lin and Cy Oz"),
    ),
    "three people without roles": (
        {"contributors": [{"title": "Ada Lin"}, {"title": "Bo Ek"}, {"title": "Cy Oz"}]},
        LINE.replace("The readouts maintainers", "Ada Lin, Bo Ek and Cy Oz"),
    ),
    "an address": ({"homepage": "https://data.example/readouts"}, f"{LINE} https://data.example/readouts"),
    "a DOI": ({"id": "https://doi.org/10.1234/abc.5"}, f"{LINE} https://doi.org/10.1234/abc.5"),
    "a DOI and an address": (
        {"id": "doi:10.1234/abc.5", "homepage": "https://data.example"},
        f"{LINE} https://doi.org/10.1234/abc.5",
    ),
    "a bare DOI": ({"id": "10.1234/abc.5"}, f"{LINE} https://doi.org/10.1234/abc.5"),
    "an id that is no DOI": ({"id": "b03ec84c-77fd-4270-813b-0c698943f7ce"}, LINE),
}

HOSTILE = {
    "title": "A {brace, 100 % of #1 & $5_000 ~ x^2 \\today } and\n no more}",
    "contributors": [{"title": "Smith and Sons, Ltd."}, {"title": "\\input{x}"}],
    "homepage": "https://data.example/a_b?x=%20&y={z}#top",
}


def tell(data: Path, told: dict[str, Any]) -> None:
    """Put more into the descriptor of the newest release."""
    path = data / "0.10.0" / "datapackage.json"
    path.write_text(json.dumps({**json.loads(path.read_text(encoding="utf-8")), **told}), encoding="utf-8")


def typeset(tex: str) -> str:
    """What LaTeX prints, if it knows only the commands that print a character; it stops at any other."""
    signs = {"textbackslash{}": "\\", "textbraceleft{}": "{", "textbraceright{}": "}"}
    signs |= {"textasciitilde{}": "~", "textasciicircum{}": "^", **{sign: sign for sign in "&%$#_"}}
    command = "|".join(map(re.escape, signs))
    assert not re.search(r"[{}&%$#_~^\\]", re.sub(rf"\\({command})", "", tex))
    return re.sub(rf"\\({command})", lambda found: signs[found[1]], tex)


def entry(text: str) -> tuple[str, Entry]:
    ((key, parsed),) = parse_string(text, "bibtex").entries.items()
    return key, parsed


@pytest.mark.parametrize("what", TOLD)
def test_the_line_tells_what_the_release_tells(data: Path, what: str) -> None:
    told, line = TOLD[what]
    tell(data, told)
    assert readouts.cite() == line


class TestBibTeX:
    def test_is_an_entry_with_a_stable_key(self, data: Path) -> None:
        key, parsed = entry(readouts.cite("0.2.0", style="bibtex"))
        assert (key, parsed.type) == ("readouts_0_2_0", "misc")
        assert dict(parsed.fields) == {
            "title": "{Invented readouts}",
            "year": "2031",
            "month": "April",
            "howpublished": "Data set",
            "note": "Version 0.2.0",
            "license": "CC-BY-4.0",
        }

    def test_keeps_the_maintainers_one_name(self, data: Path) -> None:
        (person,) = entry(readouts.cite(style="bibtex"))[1].persons["author"]
        assert str(person) == "{The readouts maintainers}"

    def test_has_doi_and_address_if_there_are(self, data: Path) -> None:
        tell(data, {"id": "10.1234/abc_5", "homepage": "https://data.example"})
        fields = entry(readouts.cite(style="bibtex"))[1].fields
        assert (fields["doi"], fields["url"]) == ("10.1234/abc_5", "https://data.example")

    def test_lets_nothing_in_the_descriptor_act_as_tex(self, data: Path) -> None:
        tell(data, HOSTILE)
        parsed = entry(readouts.cite(style="bibtex"))[1]
        assert len(parsed.persons["author"]) == 2
        assert typeset(parsed.fields["title"][1:-1]) == " ".join(str(HOSTILE["title"]).split())
        assert parsed.fields["url"] == "https://data.example/a_b?x=%20&y=%7Bz%7D#top"
        assert typeset(str(parsed.persons["author"][1])[1:-1]) == "\\input{x}"

    @pytest.mark.parametrize("style", ["plain", "alpha", "unsrt"])
    def test_prints_all_that_matters_in_the_usual_styles(self, data: Path, style: str) -> None:
        entries = parse_string(readouts.cite(style="bibtex"), "bibtex").entries.values()
        printed = find_plugin("pybtex.style.formatting", style)().format_entries(entries)
        text = " ".join(str(shown.text) for shown in printed)
        for part in ("The readouts maintainers", "Invented readouts", "Data set", "2031", "Version 0.10.0"):
            assert part in text


def test_a_style_that_is_not_offered_is_named_with_those_that_are(data: Path) -> None:
    with pytest.raises(UnknownFormat, match="no style 'apa'; there are text, bibtex"):
        readouts.cite(style="apa")  # type: ignore[arg-type]


def test_a_release_that_is_not_there_cannot_be_cited(data: Path) -> None:
    with pytest.raises(UnknownRelease, match=r"no release '3\.0\.0'"):
        readouts.cite("3.0.0")


class TestTheCommand:
    def test_prints_the_line(self, data: Path) -> None:
        assert run("cite").output == f"{LINE}\n"

    def test_prints_bibtex(self, data: Path) -> None:
        done = run("cite", "--release", "0.2.0", "--bibtex")
        assert done.output == readouts.cite("0.2.0", style="bibtex") + "\n"


class TestTheCitationFile:
    @pytest.fixture
    def held(self) -> dict[str, Any]:
        held = yaml.load((ROOT / "CITATION.cff").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
        assert isinstance(held, dict)
        return held

    def test_has_what_every_reader_of_such_files_asks_for(self, held: dict[str, Any]) -> None:
        """The keys that the schema of CFF 1.2.0 requires, and those that it knows and we use."""
        assert held["cff-version"] == "1.2.0"
        assert held["type"] == "dataset"
        required = {"authors", "cff-version", "message", "title"}
        known = {
            "abstract",
            "date-released",
            "doi",
            "identifiers",
            "keywords",
            "license",
            "type",
            "url",
            "version",
        }
        assert required <= set(held) <= required | known
        assert all(author.get("name") or author.get("family-names") for author in held["authors"])
        assert len(set(held["keywords"])) == len(held["keywords"])

    def test_cites_the_newest_release_as_we_do(self, held: dict[str, Any]) -> None:
        who = " and ".join(author["name"] for author in held["authors"])
        line = f"{who} ({held['date-released'][:4]}): {held['title']}, version {held['version']}."
        assert readouts.cite().startswith(line)

    def test_has_the_day_and_the_licence_of_the_newest_release(self, held: dict[str, Any]) -> None:
        newest = describe()
        assert held["date-released"] == newest.released.isoformat()
        assert held["license"] == newest.licence
        assert held.get("doi") == newest.doi


def test_every_release_that_is_there_can_be_cited() -> None:
    keys = [entry(readouts.cite(version, style="bibtex"))[0] for version in readouts.releases()]
    assert keys == [f"readouts_{version.replace('.', '_')}" for version in readouts.releases()]
