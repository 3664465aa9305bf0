"""What the article says: who moved, how many were registered, who met the target."""
