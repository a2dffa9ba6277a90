from datetime import date

import pytest
from django.db import transaction
from django.utils import timezone

from fengqiao.kernel.areas.divisions import Township, ensure_places
from fengqiao.kernel.areas.enums import AreaKind
from fengqiao.kernel.documents.models import Paper


@pytest.fixture
def paper(db):
    township = Township("321202007", AreaKind.STREET, "海陵区")
    town = ensure_places([township], date(2021, 1, 1)).towns["321202007"]
    with transaction.atomic():
        return Paper.objects.create(
            subject_kind="x.case",
            subject_id=1,
            document="x.notice",
            title="受理通知书",
            case_number="(2026)海陵人调字第00012号",
            area=town,
            layout=1,
            values={"当事人": "周海涛"},
            made_on=timezone.localdate(),
            code="c0de" * 8,
        )
