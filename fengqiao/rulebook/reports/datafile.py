"""The judgement as the JSON of the contract, for other programs."""

import json
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from .heading import Heading

if TYPE_CHECKING:
    from fengqiao.lib.faults import Fault
    from fengqiao.rulebook.judgement import Judgement


def write(
    judgement: "Judgement", heading: Heading, left_out: "Sequence[Fault]", path: Path
) -> None:
    """UTF-8, Chinese as it is. `left_out` is there only where rows of the roster were left out, and
    `taken` where the file was taken out of the system."""
    contract = judgement.to_contract()
    if left_out:
        contract["left_out"] = [asdict(fault) for fault in left_out]
    if heading.taken:
        contract["taken"] = heading.taken
    text = json.dumps(contract, ensure_ascii=False, allow_nan=False)
    path.write_text(text + "\n", encoding="utf-8")
