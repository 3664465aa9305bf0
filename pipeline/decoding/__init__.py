"""How a page's bytes become characters."""
