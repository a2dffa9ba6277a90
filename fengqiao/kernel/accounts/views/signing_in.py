from typing import Any

from allauth.account.views import LoginView
from django.conf import settings

from fengqiao.kernel.accounts.demo import ACCOUNTS


class SignInView(LoginView):
    """allauth's sign-in with our template; a trial lists its accounts."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        accounts = ACCOUNTS if settings.DEMO else []
        return super().get_context_data(demo_accounts=accounts, **kwargs)


sign_in = SignInView.as_view()
