"""Accounts made, roles given and ended, and the page on which everybody reads who may do what."""
