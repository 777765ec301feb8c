"""A release is written whole or not at all, the same bytes each time, and never changes."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

import invented
from readouts.errors import InvalidRelease, ReleaseExists
from readouts.release.check import check_release, texts_note
from readouts.release.codebook import codebook_text
from readouts.release.content import content_hash
from readouts.release.files import csv_bytes, digest_of, sha256
from readouts.release.write import write_release
from readouts.tables.codes import codes, vocabularies
from readouts.tables.models import MODELS, columns

WRITE = """
import sys
from pathlib import Path
import invented
from readouts.release.write import write_release
write_release(invented.release(), Path(sys.argv[1]))
"""

KILLED = """
import os, signal, sys
from pathlib import Path
import invented
from readouts.release import write
write.descriptor = lambda *_: os.kill(os.getpid(), signal.SIGKILL)
write.write_release(invented.release(), Path(sys.argv[1]))
"""


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def changed(table: str, row: int, column: str, value: object) -> invented.Rows:
    rows = invented.rows()
    rows[table][row][column] = value
    return rows


class TestWriting:
    def test_gives_every_table_in_both_formats_and_the_documents(self, data: Path) -> None:
        names = {f"{table}.{kind}" for table in MODELS for kind in ("csv", "parquet")}
        assert set(contents(data / "0.2.0")) == names | {"CODEBOOK.md", "datapackage.json"}

    def test_gives_the_same_bytes_under_any_hash_seed_and_locale(self, tmp_path: Path) -> None:
        for place, seed, locale in (("one", "1", "C"), ("two", "4242", "C.UTF-8")):
            settings = {"PYTHONHASHSEED": seed, "LC_ALL": locale, "PYTHONPATH": str(Path(__file__).parent)}
            command = [sys.executable, "-c", WRITE, str(tmp_path / place)]
            subprocess.run(command, check=True, env={**os.environ, **settings})
        assert contents(tmp_path / "one" / "0.1.0") == contents(tmp_path / "two" / "0.1.0")

    def test_the_same_release_again_leaves_it_alone(self, data: Path) -> None:
        before = {path: path.stat().st_mtime_ns for path in data.rglob("*")}
        assert write_release(invented.release("0.2.0"), data) == (data / "0.2.0", False)
        assert {path: path.stat().st_mtime_ns for path in data.rglob("*") if path != data} == {
            path: time for path, time in before.items() if path != data
        }

    @pytest.mark.parametrize(
        ("rows", "difference"),
        [
            (
                changed("positions", 0, "target", "XNO"),
                "positions: 1 row changed (target of pos_000000000001: XSU became XNO)",
            ),
            (
                changed("actors", 0, "actor_id", "sta_xxx"),
                "actors: 1 row is known by another id (sta_xno -> sta_xxx)",
            ),
            (
                changed("actors", 0, "name", "North"),
                "actors: 1 row changed (name of sta_xno: Norland became North)",
            ),
            (changed("articles", 0, "outlet", "Lena Radio"), "datapackage.json, sources differs"),
        ],
    )
    def test_other_content_is_refused_and_the_difference_named(
        self, data: Path, rows: invented.Rows, difference: str
    ) -> None:
        before = contents(data / "0.2.0")
        with pytest.raises(ReleaseExists) as raised:
            write_release(invented.release("0.2.0", rows), data)
        assert difference in str(raised.value)
        assert contents(data / "0.2.0") == before
        assert sorted(path.name for path in data.iterdir()) == ["0.10.0", "0.2.0", "SHA256SUMS"]

    def test_a_release_that_was_damaged_is_not_taken_for_the_same(self, data: Path) -> None:
        (data / "0.2.0" / "events.csv").write_text("nothing", encoding="utf-8")
        with pytest.raises(InvalidRelease, match=r"events\.csv: its hash is"):
            write_release(invented.release("0.2.0"), data)

    def test_failing_halfway_leaves_data_as_it_was(self, data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        before = {path: path.stat().st_size for path in data.rglob("*")}
        monkeypatch.setattr("readouts.release.write.descriptor", lambda *_: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            write_release(invented.release("0.3.0"), data)
        assert {path: path.stat().st_size for path in data.rglob("*")} == before

    def test_failing_the_first_time_leaves_no_data_behind(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("readouts.release.write.descriptor", lambda *_: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            write_release(invented.release(), tmp_path / "data")
        assert list(tmp_path.iterdir()) == []

    def test_what_a_killed_build_left_is_cleared(self, tmp_path: Path) -> None:
        data = tmp_path / "data"
        command = [sys.executable, "-c", KILLED, str(data)]
        path = {"PYTHONPATH": str(Path(__file__).parent)}
        killed = subprocess.run(command, check=False, env={**os.environ, **path})
        assert killed.returncode == -signal.SIGKILL
        assert [path.name[:7] for path in data.iterdir()] == [".0.1.0-"]
        write_release(invented.release(), data)
        assert {path.name for path in data.iterdir()} == {"0.1.0", "SHA256SUMS"}

    def test_what_another_version_left_is_not_touched(self, data: Path) -> None:
        (data / ".0.2.00-x").mkdir()
        (data / ".0.3.0-x").mkdir()
        write_release(invented.release("0.2.0"), data)
        assert sorted(path.name for path in data.glob(".*")) == [".0.2.00-x", ".0.3.0-x"]

    def test_builds_at_the_same_time_wait_for_each_other(self, tmp_path: Path) -> None:
        command = [sys.executable, "-c", WRITE, str(tmp_path / "data")]
        environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parent)}
        builds = [subprocess.Popen(command, env=environment) for _ in range(3)]
        assert [build.wait() for build in builds] == [0, 0, 0]
        assert {path.name for path in (tmp_path / "data").iterdir()} == {"0.1.0", "SHA256SUMS"}

    def test_another_writer_of_parquet_makes_no_other_content(
        self, data: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("readouts.release.files.ROWS_A_GROUP", 1)
        assert write_release(invented.release("0.2.0"), data) == (data / "0.2.0", False)
        folder, _ = write_release(invented.release("0.2.0"), data.parent / "elsewhere")
        assert sha256(folder / "events.parquet") != sha256(data / "0.2.0" / "events.parquet")

    def test_the_list_is_made_whole_after_a_killed_build(self, data: Path) -> None:
        digests = data / "SHA256SUMS"
        before = digests.read_text(encoding="utf-8")
        digests.write_text(before.splitlines(keepends=True)[1], encoding="utf-8")
        (problem,) = check_release(data / "0.2.0")
        assert problem.what == f"is not in {digests}"
        write_release(invented.release("0.10.0"), data)
        assert digests.read_text(encoding="utf-8") == before

    def test_a_list_that_is_no_text_is_told(self, data: Path) -> None:
        (data / "SHA256SUMS").write_bytes(b"\xff\xfe")
        with pytest.raises(InvalidRelease, match="SHA256SUMS: is not UTF-8"):
            check_release(data / "0.2.0")


class TestFiles:
    def test_parquet_has_no_metadata_but_ours(self, data: Path) -> None:
        assert set(pq.read_schema(data / "0.2.0" / "events.parquet").metadata) == {b"table", b"description"}

    def test_parquet_describes_its_columns(self, data: Path) -> None:
        field = pq.read_schema(data / "0.2.0" / "events.parquet").field("status")
        assert field.metadata[b"description"] == b"Whether it took place, seen from the moment of the report."

    def test_csv_is_plain(self) -> None:
        table = pa.table({"a": ["x", None, 'say "y",\nÅ'], "b": [True, False, None], "c": [1, None, 3]})
        assert csv_bytes(table) == 'a,b,c\nx,true,1\n,false,\n"say ""y"",\nÅ",,3\n'.encode()

    def test_content_is_the_same_however_it_lies_in_memory(
        self, data: Path, tables: dict[str, pa.Table]
    ) -> None:
        for name, table in tables.items():
            read = pq.read_table(data / "0.2.0" / f"{name}.parquet")
            pieces = pa.concat_tables([table.slice(0, 1), table.slice(1)])
            assert content_hash(read) == content_hash(table) == content_hash(pieces)

    @pytest.mark.parametrize("values", [[1, None], [1, 0], [None, 1], [1], [2, None]])
    def test_content_tells_missing_from_nothing(self, values: list[int | None]) -> None:
        others = [other for other in ([1, None], [1, 0], [None, 1], [1], [2, None]) if other != values]
        own = content_hash(pa.table({"a": pa.array(values, pa.int32())}))
        assert own not in {content_hash(pa.table({"a": pa.array(other, pa.int32())})) for other in others}


class TestCodebook:
    def test_tells_of_every_column_in_order(self) -> None:
        text = codebook_text("0.1.0")
        for table in MODELS:
            _, _, rest = text.partition(f"\n### {table}\n")
            told = [
                line.split("`")[1] for line in rest.partition("\n### ")[0].splitlines() if line[:3] == "| `"
            ]
            assert told == [column.name for column in columns(table)]

    def test_tells_of_every_code(self) -> None:
        text = codebook_text("0.1.0")
        for vocabulary in vocabularies():
            section = text.partition(f"\n### {vocabulary}\n")[2].partition("\n### ")[0]
            assert all(f"| `{code}` |" in section for code in codes(vocabulary))

    def test_shows_the_crosswalk(self) -> None:
        row = "| `meeting` | `guest` and `host` | CONSULT | visit | 042 (make a visit) |"
        assert row in codebook_text("0.1.0")


class TestChecking:
    def test_a_whole_release_has_nothing_wrong(self, with_texts: Path) -> None:
        assert check_release(with_texts) == []
        assert texts_note(with_texts).startswith("evidence compared with all 2 texts in ")

    @pytest.mark.parametrize("name", ["events.parquet", "positions.csv", "CODEBOOK.md"])
    def test_one_byte_that_was_flipped_names_the_file_and_both_hashes(self, data: Path, name: str) -> None:
        path = data / "0.10.0" / name
        expected = sha256(path)
        held = bytearray(path.read_bytes())
        held[len(held) // 2] ^= 1
        path.write_bytes(held)
        (problem,) = check_release(data / "0.10.0")
        assert problem.where == str(path)
        assert problem.what == f"its hash is {sha256(path)}"
        assert problem.expected == expected
        assert problem.do == "fetch the release again, or build it again from the seeds"

    def test_a_file_that_is_missing_or_unknown_is_named(self, data: Path) -> None:
        (data / "0.10.0" / "actors.csv").rename(data / "0.10.0" / "people.csv")
        found = {Path(problem.where).name: problem.what for problem in check_release(data / "0.10.0")}
        assert found == {"actors.csv": "is missing", "people.csv": "is not named in datapackage.json"}

    @pytest.mark.parametrize(
        ("content", "said"),
        [
            (None, "is not there"),
            ("{", "cannot be read"),
            ("[]", "cannot be read"),
            ('{"resources": [{"path": "x"}]}', "cannot be read"),
            ('{"resources": [{"path": "x", "hash": 1}]}', "without path or hash"),
        ],
    )
    def test_a_descriptor_that_cannot_be_read_is_told(
        self, tmp_path: Path, content: str | None, said: str
    ) -> None:
        if content is not None:
            (tmp_path / "datapackage.json").write_text(content, encoding="utf-8")
        (problem,) = check_release(tmp_path)
        assert said in problem.what

    def test_evidence_is_compared_with_the_texts(self, tmp_path: Path) -> None:
        rows = changed("reports", 0, "evidence", "met with Sudland's President Olen Arva")
        folder, _ = write_release(invented.release(changed=rows), tmp_path / "data")
        (tmp_path / "texts").mkdir()
        for name, text in invented.texts().items():
            (tmp_path / "texts" / name).write_bytes(text.encode())
        assert check_release(folder) == []
        (problem,) = check_release(folder, tmp_path / "texts")
        assert problem.where == "reports, row 0 (rep_000000000001), evidence"

    def test_texts_that_are_not_at_hand_are_told(self, with_texts: Path) -> None:
        (with_texts.parent.parent / "seeds" / "articles" / "visit.txt").unlink()
        assert texts_note(with_texts).startswith("1 of 2 texts are not in ")

    def test_a_text_that_was_changed_is_told(self, with_texts: Path) -> None:
        path = with_texts.parent.parent / "seeds" / "articles" / "visit.txt"
        path.write_text(path.read_text(encoding="utf-8").replace("Tolve", "Talve"), encoding="utf-8")
        (problem,) = check_release(with_texts)
        assert problem.where.endswith("visit.txt")
        assert problem.what == f"its hash is {sha256(path)}"

    def test_a_reference_that_does_not_resolve_is_told(self, tmp_path: Path) -> None:
        rows = changed("participants", 0, "actor_id", "per_nobody")
        folder, _ = write_release(invented.release(changed=rows), tmp_path)
        assert "'per_nobody' is not there" in str(check_release(folder)[0])

    def test_a_descriptor_that_was_changed_is_told_by_the_list_of_digests(self, data: Path) -> None:
        path = data / "0.10.0" / "datapackage.json"
        known = sha256(path)
        path.write_text(path.read_text(encoding="utf-8").replace("Nothing", "Something"), encoding="utf-8")
        (problem,) = check_release(path.parent)
        assert problem.what == f"its hash is {sha256(path)}"
        assert problem.expected == f"{known}, as in {data / 'SHA256SUMS'}"

    def test_of_an_older_codebook_every_byte_must_be_as_released(self, with_texts: Path) -> None:
        path = with_texts / "datapackage.json"
        path.write_text(path.read_text(encoding="utf-8").replace("First day", "One day"), encoding="utf-8")
        digests = with_texts.parent / "SHA256SUMS"
        digests.write_text(f"{digest_of(path)}  0.10.0/datapackage.json\n", encoding="utf-8")
        assert check_release(with_texts) == []
        digests.unlink()
        (problem,) = check_release(with_texts)
        assert problem.what.endswith("0.10.0 is no release that it knows")

    def test_of_an_older_codebook_the_evidence_is_compared_with_the_texts(self, with_texts: Path) -> None:
        path = with_texts / "datapackage.json"
        path.write_text(path.read_text(encoding="utf-8").replace("First day", "One day"), encoding="utf-8")
        (with_texts.parent / "SHA256SUMS").write_text(f"{digest_of(path)}  0.10.0/datapackage.json\n")
        text = with_texts.parent.parent / "seeds" / "articles" / "visit.txt"
        text.write_text(text.read_text(encoding="utf-8").replace("Tolve", "Talve"), encoding="utf-8")
        assert [Path(problem.where).name for problem in check_release(with_texts)] == ["visit.txt"]

    def test_a_descriptor_that_tells_of_other_rows_is_told(self, data: Path) -> None:
        path = data / "0.10.0" / "datapackage.json"
        (data / "SHA256SUMS").unlink()
        path.write_text(path.read_text(encoding="utf-8").replace('"rows": 3', '"rows": 4'), encoding="utf-8")
        wheres = {problem.where.rpartition("datapackage.json, ")[2] for problem in check_release(path.parent)}
        assert wheres == {
            f"{table}.{kind}, rows"
            for table in ("reports", "actors", "participants")
            for kind in ("csv", "parquet")
        }
