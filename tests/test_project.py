"""What holds the project together: versions in step, licences named, nothing of one machine in the files."""

import re
import subprocess
import tomllib
from pathlib import Path

import pytest

import readouts
from readouts import errors

ROOT = Path(__file__).parents[1]


def read(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def found(pattern: str, text: str) -> str:
    match = re.search(pattern, text, re.MULTILINE)
    assert match, f"nothing there looks like {pattern}"
    return match[1]


def release() -> dict[str, object]:
    return tomllib.loads(read("seeds/release.toml"))


def project() -> dict[str, object]:
    held = tomllib.loads(read("pyproject.toml"))["project"]
    assert isinstance(held, dict)
    return held


class TestVersion:
    def test_is_taken_from_the_package_alone(self) -> None:
        assert "version" in project()["dynamic"]  # type: ignore[operator]

    def test_of_the_seeds_is_the_packages(self) -> None:
        assert release()["version"] == readouts.__version__

    def test_of_the_citation_is_the_packages(self) -> None:
        assert found(r"^version: (\S+)$", read("CITATION.cff")) == readouts.__version__

    def test_stands_in_the_changelog_with_the_day_of_the_release(self) -> None:
        day = found(rf"^## \[{re.escape(readouts.__version__)}\] - (\S+)$", read("CHANGELOG.md"))
        assert day == str(release()["released"])

    def test_day_of_the_citation_is_the_releases(self) -> None:
        assert found(r"^date-released: (\S+)$", read("CITATION.cff")) == str(release()["released"])

    def test_and_title_of_the_citation_are_those_of_the_release(self) -> None:
        assert found(r'^title: "(.+)"$', read("CITATION.cff")) == release()["title"]

    @pytest.mark.parametrize("name", ["LICENSE-DATA", "README.md"])
    def test_and_title_stand_in_the_line_that_credits_the_data(self, name: str) -> None:
        credit = f"The readouts maintainers (2026): {release()['title']}, version {readouts.__version__}."
        assert credit in " ".join(read(name).split())

    def test_is_a_release_that_is_there(self) -> None:
        assert readouts.__version__ in readouts.releases()


class TestLicences:
    @pytest.mark.parametrize("name", ["LICENSE", "LICENSE-DATA"])
    def test_are_named_where_people_and_tools_look(self, name: str) -> None:
        assert name in project()["license-files"]  # type: ignore[operator]
        assert f"({name})" in read("README.md")

    def test_of_the_code_is_mit(self) -> None:
        assert project()["license"] == "MIT"
        assert read("LICENSE").startswith("MIT License\n")

    def test_of_the_data_is_cc_by(self) -> None:
        assert found(r"^license: (\S+)$", read("CITATION.cff")) == "CC-BY-4.0"
        assert "https://creativecommons.org/licenses/by/4.0/" in read("LICENSE-DATA")

    def test_of_the_data_is_the_descriptors(self) -> None:
        descriptor = read(f"data/{readouts.__version__}/datapackage.json")
        assert '"CC-BY-4.0"' in descriptor

    def test_leave_the_articles_to_their_publishers(self) -> None:
        for name in ("LICENSE-DATA", "README.md"):
            assert "remain their publishers'" in " ".join(read(name).split())


def kept_files() -> list[Path]:
    """What git keeps or would keep; in a copy without git, there is nothing to ask."""
    if not (ROOT / ".git").exists():
        pytest.skip("not a git checkout")
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout
    paths = (ROOT / name for name in listed.split("\0") if name)
    return [path for path in paths if path.is_file() and path.suffix != ".parquet"]


# Written apart, so that this file does not hold what it looks for.
OF_ONE_MACHINE = {
    "a package registry": r"\b(test\.)?py" + r"pi\.(org|python)|python" + r"hosted|index-" + r"url",
    "a home folder": r"/(ho" + r"me|Us" + r"ers)/\w|/ro" + r"ot\b",
    "a folder of one machine": r"(?<![\w.])/(wo" + r"rk|t" + r"mp)/|\.\./sha" + r"red",
}


@pytest.mark.parametrize("what", OF_ONE_MACHINE)
def test_no_file_names(what: str) -> None:
    pattern = re.compile(OF_ONE_MACHINE[what])
    files = kept_files()
    assert len(files) > 20
    naming = [
        str(path.relative_to(ROOT)) for path in files if pattern.search(path.read_text("utf-8", "replace"))
    ]
    assert naming == []


class TestPublicNames:
    """Those of the package itself are pinned where `load` is tested."""

    def test_are_all_there_and_explained(self) -> None:
        unexplained = [name for name in readouts.__all__ if not getattr(readouts, name).__doc__]
        assert unexplained == []

    def test_of_the_errors(self) -> None:
        raised = {
            name
            for name, held in vars(errors).items()
            if isinstance(held, type) and issubclass(held, Exception)
        }
        assert raised == {
            "BadInput",
            "CacheFailed",
            "CannotExport",
            "FetchFailed",
            "IdReused",
            "InvalidRelease",
            "NoAddress",
            "NoConnection",
            "NotInstalled",
            "Problems",
            "ReadoutsError",
            "ReleaseExists",
            "ServerFailed",
            "UnknownBackend",
            "UnknownColumn",
            "UnknownFormat",
            "UnknownRelease",
            "UnknownTable",
            "VersionTooSmall",
            "WrongContent",
        }
        assert all(issubclass(getattr(errors, name), errors.ReadoutsError) for name in raised)


def test_ci_runs_the_readmes_test_command() -> None:
    assert re.search(r"^make test\b", read(".ci/run"), re.MULTILINE)
    assert "make test" in read("README.md")
    assert (ROOT / ".ci" / "run").stat().st_mode & 0o111


@pytest.mark.parametrize("name", ["README.md", "CONTRIBUTING.md", "seeds/README.md", "CHANGELOG.md"])
def test_every_file_that_is_linked_to_is_there(name: str) -> None:
    linked = re.findall(r"\]\((?!https?:|#)([^)#]+)", read(name))
    gone = [target for target in linked if not ((ROOT / name).parent / target).exists()]
    assert gone == []


def test_every_place_that_contributing_sends_people_to_is_there() -> None:
    rows = [line for line in read("CONTRIBUTING.md").splitlines() if line.startswith("| ")]
    places = [place for row in rows for place in re.findall(r"`([\w./]+[./][\w./]+)`", row)]
    assert len(places) > 8
    assert [place for place in places if not (ROOT / place).exists()] == []
