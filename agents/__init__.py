"""The stream: Faust agents, their topics, the worker processes and the command line."""
