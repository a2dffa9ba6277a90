"""The engine is tested on a real procedure: that of disputes."""

from fengqiao.duties.disputes.tests.conftest import case, office

__all__ = ["case", "office"]
