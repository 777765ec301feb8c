"""One thing that differs between two schemas, as a value and as a sentence."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class SchemaChange:
    """One thing that differs between the schemas of two releases.

    Attributes:
        what: `table`, `column`, `code`, `key`, `reference`, or the name of a limit such as `pattern`.
        name: which one: `positions`, `positions.strength`, `stance/neutral`. Where the releases do not name
            the vocabularies, codes are named by their column: `positions.stance/neutral`.
        change: `added`, `removed`, `reworded`, `retyped`, `required`, `may be empty`, `opened` or `closed` (a
            list of codes), `changed`, `described otherwise`.
        was: what the old release says, where there is something to say.
        becomes: what the new one says.
    """

    what: str
    name: str
    change: str
    was: str | None = None
    becomes: str | None = None

    @property
    def table(self) -> str:
        """The table it is about; empty for codes of a vocabulary."""
        name, _, code = self.name.partition("/")
        return "" if code and "." not in name else name.partition(".")[0]

    def __str__(self) -> str:
        return SENTENCES[self.change].format(
            what=self.what,
            name=self.name,
            was=repr(self.was) if self.was else "(none)",
            becomes=repr(self.becomes) if self.becomes else "(none)",
        )


SENTENCES = {
    "added": "{what} {name} is new",
    "removed": "{what} {name} is gone",
    "reworded": "{what} {name} is described otherwise: {was} became {becomes}",
    "retyped": "{what} {name} has another type: {was} became {becomes}",
    "required": "{what} {name} is never empty any more",
    "may be empty": "{what} {name} may now be empty",
    "opened": "{what} {name} has no list of codes any more",
    "closed": "{what} {name} has a list of codes now",
    "changed": "{what} of {name} is another: {was} became {becomes}",
    "described otherwise": "{what} {name} is described otherwise in datapackage.json",
}
