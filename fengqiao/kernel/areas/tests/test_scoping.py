import pytest
from django.contrib.auth.models import AnonymousUser

from fengqiao.conftest import Cast
from fengqiao.kernel.areas.enums import AreaKind
from fengqiao.kernel.areas.models import Area
from fengqiao.kernel.areas.tree import grow
from fengqiao.kernel.areas.turns import turn

pytestmark = pytest.mark.django_db


def test_only_an_active_signed_in_user_sees_rows(cast: Cast) -> None:
    grow([(None, AreaKind.CITY)])
    assert Area.objects.visible_to(cast.clerk).count() == 1
    assert Area.objects.visible_to(cast.leaver).count() == 0
    assert Area.objects.visible_to(AnonymousUser()).count() == 0


def test_a_turn_can_be_taken_again_and_again() -> None:
    for _ in range(2):
        with turn("organisations"):
            pass
