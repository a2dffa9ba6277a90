"""The trail as people meet it: its daily work, its pages, and who looked at what."""
