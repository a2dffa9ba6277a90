"""What is looked at in an agreement before it is signed (协议体检): one table of small functions."""

from fengqiao.duties.disputes.agreement.checks.table import CHECKS, Check, checkup, must_mend

__all__ = ["CHECKS", "Check", "checkup", "must_mend"]
