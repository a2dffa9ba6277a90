"""Settings, root addresses, the command line: the only place that knows everything."""
