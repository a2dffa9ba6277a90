"""The accounts whose roles a roster would end: with the person's departure, or with his post."""

from collections.abc import Iterator, Sequence
from typing import Any

from django.db.models import Q
from django.utils.translation import gettext as _

from fengqiao.kernel.imports.registry import SHOWN, Section
from fengqiao.registers.organisations.importer.plan import RosterPlan
from fengqiao.registers.organisations.models import PostGrant, StaffRecord

NAMED = 5  # of those who lose their roles, in the sentence


def accounts_ending(plan: RosterPlan) -> Iterator[Section]:
    """Whose they are and which roles; who cannot sign in afterwards should not be a surprise."""
    steps = plan.steps.get(StaffRecord, ())
    found = {step.key[0]: step for step in steps if step.current and isinstance(step.key[0], int)}
    standing = Q(grant__ends_on=None) | Q(grant__ends_on__gt=plan.day)
    held = PostGrant.objects.filter(standing).select_related("grant__area", "link__account")
    rows = sorted(
        [str(one.grant.area), one.link.account.name, one.grant.get_role_display()]
        for one in held
        if one.link.staff_id in found and _ends(found[one.link.staff_id], one.post)
    )
    if rows:
        head = [_("司法所"), _("姓名"), _("停止的角色")]
        yield Section(_("随名册停止角色的账号"), head, rows[:SHOWN], len(rows), is_change=False)


def caution_of(sections: Sequence[Section]) -> str:
    """The same in one sentence, beside the tick of what would end; empty where no account is
    among it."""
    names = list(dict.fromkeys(row[1] for section in sections for row in section.rows))
    if not names:
        return ""
    who = "、".join(names[:NAMED])
    if len(names) > NAMED:
        who = _("{who}等{count}人").format(who=who, count=len(names))
    words = _("{who}的账号角色随之停止,不能再以原角色登录;人还在的,请核对名册里的姓名和入职日期。")
    return words.format(who=who)


def _ends(step: Any, post: str) -> bool:
    """A departure ends every role held for being of the office, another post those of the post."""
    if step.values is None:
        return True
    return bool(post) and step.values.get("post", post) != post
