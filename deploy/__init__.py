"""How Rotative is deployed, and the check that it can be."""
