"""Brings the compose deployment up for real and looks whether it does what its guide says."""
