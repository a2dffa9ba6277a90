"""The pages 账号: the list, one account, its roles, and who may do what."""
