"""Settings of how long things are kept that are no record: what a work day leaves behind.

Variables: FENGQIAO_DAYS_SESSIONS and so on, one for each name in `KEPT_DAYS`. How long records are
kept is no setting: it stands in `rulepacks/statutes/`.
"""

from fengqiao.config.given import given

_DEFAULTS = {
    "sessions": 1,  # after their end
    "codes": 30,  # one-time codes, after their end
    "results": 14,  # of the queue, after their end
    "jobs": 180,  # pages of background work, after its end
    "answers": 1,  # under an idempotency key: for so long a write happens once
    "notices": 180,
    "reports": 30,  # written files of reports: ordered anew when one is needed
    "uploads": 30,  # files of imports
    "unconfirmed": 14,  # files of imports that nobody took in
}

# Days, by what is kept.
KEPT_DAYS = {
    name: int(given(f"FENGQIAO_DAYS_{name.upper()}", str(days))) for name, days in _DEFAULTS.items()
}
