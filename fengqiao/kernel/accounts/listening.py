"""What accounts themselves hear of Django's and allauth's announcements."""

from allauth.account import signals as allauth
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from django.contrib.auth import signals as django
from django.db.models.signals import post_delete, post_save, pre_save

from fengqiao.kernel.accounts import devices, factor_adapter, identity, lasting, sessions
from fengqiao.kernel.accounts.models import User


def listen() -> None:
    django.user_logged_in.connect(lasting.begin, dispatch_uid="accounts.begin")
    allauth.user_logged_in.connect(devices.notice, dispatch_uid="accounts.device")
    allauth.password_changed.connect(
        sessions.end_after_new_password, dispatch_uid="accounts.new_password"
    )
    post_delete.connect(
        factor_adapter.forget_secret, sender=Authenticator, dispatch_uid="accounts.secret"
    )
    pre_save.connect(identity.forget_claims, sender=SocialAccount, dispatch_uid="accounts.claims")
    post_save.connect(sessions.end_when_closed, sender=User, dispatch_uid="accounts.closed")
