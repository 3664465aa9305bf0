"""Measurements that ship with the project: time and quality beside the peers of the field."""
