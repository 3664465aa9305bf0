"""The makers, brands, groups and others that articles name: the table, and the finder."""
