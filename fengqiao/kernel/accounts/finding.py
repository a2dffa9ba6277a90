"""Which account is meant by what somebody typed to sign in."""

from fengqiao.kernel.accounts.models import User


def account_called(login: str) -> User | None:
    """By user name, in any case of its letters, else by the phone of an open account.

    A number that two open accounts bear all the same names neither.
    """
    for found in (User.objects.filter(username__iexact=login), User.objects.open_with(login)):
        accounts = list(found[:2])
        if accounts:
            return accounts[0] if len(accounts) == 1 else None
    return None
