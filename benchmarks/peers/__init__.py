"""The same job as a user of another engine would write it: trafilatura with metadata, JSON out, nothing else."""
