"""Two invented articles about invented states, coded by hand: small, but every table has rows."""

import shutil
import tempfile
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

from readouts.release.codebook import codebook_text
from readouts.release.descriptor import Release
from readouts.release.write import write_release
from readouts.tables.arrow import to_arrow_tables

Rows = dict[str, list[dict[str, Any]]]

VISIT = """\
PORT LENA, March 4, 2031. Norland's Foreign Minister Mira Tolve met with Sudland's President Olen Årva.

Tolve said that Norland supports the sovereignty and territorial integrity of Sudland.
Both sides spoke of trade and "energy, above all".
"""

SPEECH = """\
President Olen Årva spoke on radio about the harvest.

He recalled his talks with Mira Tolve in March.
"""


def article_id(text: str) -> str:
    return f"art_{sha256(text.encode()).hexdigest()[:12]}"


def texts() -> dict[str, str]:
    return {article_id(text): text for text in (VISIT, SPEECH)}


def key(prefix: str, number: int) -> str:
    return f"{prefix}_{number:012x}"


def evidence(text: str, words: str) -> dict[str, Any]:
    start = text.index(words)
    return {
        "article_id": article_id(text),
        "evidence": words,
        "evidence_start": start,
        "evidence_end": start + len(words),
        "rule": "invented",
        "coding": "coder",
    }


def article(text: str, file: str, published: date | None) -> dict[str, Any]:
    return {
        "article_id": article_id(text),
        "file": file,
        "title": None,
        "outlet": "The Lena Post",
        "outlet_country": "XSU",
        "url": f"https://post.example/{file}",
        "language": "en",
        "published": published,
        "published_edtf": published and published.isoformat(),
        "published_basis": "dateline" if published else "none",
        "dateline_place": "Port Lena" if published else None,
        "characters": len(text),
        "sha256": sha256(text.encode()).hexdigest(),
        "proof": None,
    }


def event(number: int, event_type: str, **known: Any) -> dict[str, Any]:
    unknown = {
        "start": None,
        "end": None,
        "date_edtf": None,
        "date_precision": "unknown",
        "date_basis": "none",
        "place": None,
        "country": None,
        "agenda": None,
        "plover_event": None,
        "plover_mode": None,
        "cameo_code": None,
    }
    fixed = {
        "event_id": key("evt", number),
        "event_type": event_type,
        "status": "occurred",
        "n_reports": 1,
        "label": event_type,
        "rule": "invented",
        "coding": "coder",
    }
    return {**fixed, **unknown, **known}


def events() -> list[dict[str, Any]]:
    bounds = {"start": None, "end": date(2031, 3, 4), "date_edtf": "[..2031-03-04]"}
    basis = {"date_precision": "bounded", "date_basis": "article"}
    crosswalk = {"plover_event": "CONSULT", "plover_mode": "visit", "cameo_code": "042"}
    ground = {"place": "Port Lena", "country": "XSU", "agenda": "energy;trade"}
    meeting = event(1, "meeting", n_reports=2, **bounds, **basis, **crosswalk, **ground)
    return [event(2, "statement", cameo_code="010"), meeting]


def report(number: int, told: int, salience: str, text: str, words: str) -> dict[str, Any]:
    ids = {"report_id": key("rep", number), "event_id": key("evt", told), "salience": salience}
    return {**ids, **evidence(text, words)}


def participant(number: int, told: int, who: str, role: str, text: str) -> dict[str, Any]:
    name, office, side = {
        "per_mira_tolve": ("Mira Tolve", "Foreign Minister", "XNO"),
        "per_olen_arva": ("Olen Årva", "President", "XSU"),
    }[who]
    return {
        "participant_id": key("par", number),
        "event_id": key("evt", told),
        "actor_id": who,
        "actor_kind": "person",
        "name": name,
        "office": office,
        "office_of": side,
        "represents": side,
        "role": role,
        **evidence(text, name),
    }


def position() -> dict[str, Any]:
    return {
        "position_id": key("pos", 1),
        "event_id": key("evt", 1),
        "holder": "XNO",
        "speaker_id": "per_mira_tolve",
        "speaker": "Mira Tolve",
        "voice": "self",
        "speech": "indirect",
        "topic": "territorial_integrity",
        "stance": "support",
        "act": "assert",
        "target": "XSU",
        "strength": None,
        "formula": "sovereignty and territorial integrity",
        "elements": "sovereignty;territorial_integrity",
        "areas": None,
        **evidence(VISIT, "Norland supports the sovereignty and territorial integrity of Sudland"),
    }


def actor(who: str, kind: str, name: str, country: str) -> dict[str, Any]:
    codes = {"cow_code": 999 if kind == "state" else None, "gw_code": None, "wikidata": None}
    return {"actor_id": who, "kind": kind, "name": name, "country": country, **codes, "names": name}


def covered(text: str, topic: str, found: int) -> dict[str, Any]:
    return {"article_id": article_id(text), "topic": topic, "is_stated": found > 0, "n_positions": found}


def ruled(number: int, action: str, table: str, row_id: str, column: str, **cells: Any) -> dict[str, Any]:
    return {
        "ruling_id": f"r{number:04d}",
        "action": action,
        "table_name": table,
        "row_id": row_id,
        "column_name": column,
        "was": None,
        "becomes": None,
        "is_direct": True,
        "reason": None,
        "ruled_by": "Ada Reader",
        "ruled_on": date(2031, 3, 20),
        **cells,
    }


def rulings() -> list[dict[str, Any]]:
    """Somebody found the position right, and the talks in March no main event of the speech."""
    position_id, report_id = key("pos", 1), key("rep", 3)
    change = {"was": "main", "becomes": "background", "reason": "The speech is about the harvest."}
    return [
        ruled(1, "accept", "positions", position_id, "position_id", was=position_id, becomes=position_id),
        ruled(2, "change", "reports", report_id, "salience", **change),
    ]


def rows() -> Rows:
    """Make the rows of all tables anew."""
    return {
        "articles": [article(VISIT, "visit.txt", date(2031, 3, 4)), article(SPEECH, "speech.txt", None)],
        "events": events(),
        "reports": [
            report(1, 1, "main", VISIT, "met with Sudland's President Olen Årva"),
            report(2, 2, "main", SPEECH, "President Olen Årva spoke on radio"),
            {**report(3, 1, "background", SPEECH, "his talks with Mira Tolve in March"), "coding": "ruling"},
        ],
        "participants": [
            participant(1, 1, "per_mira_tolve", "guest", VISIT),
            participant(2, 1, "per_olen_arva", "host", VISIT),
            participant(3, 2, "per_olen_arva", "speaker", SPEECH),
        ],
        "positions": [position()],
        "actors": [
            actor("sta_xno", "state", "Norland", "XNO"),
            actor("per_olen_arva", "person", "Olen Årva", "XSU"),
            actor("per_mira_tolve", "person", "Mira Tolve", "XNO"),
        ],
        "coverage": [
            covered(VISIT, "territorial_integrity", 1),
            covered(VISIT, "one_china", 0),
            covered(SPEECH, "one_china", 0),
            covered(SPEECH, "territorial_integrity", 0),
        ],
        "rulings": rulings(),
    }


def release(version: str = "0.1.0", changed: Rows | None = None) -> Release:
    """Make a release of the invented rows."""
    return Release(
        version=version,
        title="Invented readouts",
        description="Nothing in it is true.",
        released=date(2031, 4, 1),
        tables=to_arrow_tables(changed or rows()),
        documents={"CODEBOOK.md": codebook_text(version)},
    )


def placed(made: Release, data: Path) -> Path:
    """Write a release among others that it does not follow from."""
    data.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as alone:
        folder, _ = write_release(made, Path(alone))
        return Path(shutil.move(folder, data / made.version))
