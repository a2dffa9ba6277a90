"""The names of columns in the tables of facts, outputs and judgements.

Free of Ibis, so that a page opens a kept judgement without loading the engine that made it.
"""

CODE, MEETS = "code", "meets"
IDENTITY = ("code", "name", "district", "kind", "size")
OFFICES = "司法所"  # the unit of a pack that judges offices
OFFICE, SUBJECT = (
    "office",
    "subject",
)  # of a row of a table; of a pack that judges 对象 also of what is judged

VERDICT, APPLIES, ACTUAL, REQUIRED, GAP = "verdict", "applies", "actual", "required", "gap"
WHY = "why"
NUMBERS = (ACTUAL, REQUIRED, GAP)

POINTS, FULL, VETO = "points", "full", "veto"  # of an item
SCORE, GRADE, RANK, MONEY = "whole:score", "whole:grade", "whole:rank", "whole:money"

FACT = "fact:"  # before the name of a fact in a judgement
SHARE = "share"  # a fact that takes three columns:
OF, AMONG, AGAINST = "__of", "__among", "__against"


def column(item: str, output: str) -> str:
    """The column that holds an output of the item of this id."""
    return f"{item}:{output}"
