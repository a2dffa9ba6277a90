"""What a bureau puts on its report beyond the judgement: who sends it to whom, its number, its day."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Heading:
    """Everything may be left out; then the place for it stays open. A report without a number has no
    red letterhead: it goes out with a letter."""

    issuer: str = ""
    addressee: str = ""
    number: str = ""
    day: date | None = None
    taken: str = ""  # the line that says under which number it left the system, by whom and when
