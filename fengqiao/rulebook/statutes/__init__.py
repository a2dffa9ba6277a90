"""The numbers of the law as dated data: `rulepacks/statutes/*.yaml`."""

from fengqiao.rulebook.statutes.loading import load
from fengqiao.rulebook.statutes.model import Statute, Statutes, Subject, Term, Value

__all__ = ["Statute", "Statutes", "Subject", "Term", "Value", "load"]
