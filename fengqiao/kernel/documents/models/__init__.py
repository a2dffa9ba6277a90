"""Numbers, papers as they were issued, and the Word templates that offices brought."""

from fengqiao.kernel.documents.models.paper import Paper, PaperState
from fengqiao.kernel.documents.models.series import Series
from fengqiao.kernel.documents.models.template import Template

__all__ = ["Paper", "PaperState", "Series", "Template"]
