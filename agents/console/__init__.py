"""The worker's web server: console, metrics and probes."""
