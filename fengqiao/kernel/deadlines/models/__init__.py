from fengqiao.kernel.deadlines.models.arrangement import Arrangement, State
from fengqiao.kernel.deadlines.models.term import Change, Level, Term, TermChange, TermState

__all__ = ["Arrangement", "Change", "Level", "State", "Term", "TermChange", "TermState"]
