"""The trail: who did, read, took out or was refused what, in a chain that cannot be bent unseen."""
