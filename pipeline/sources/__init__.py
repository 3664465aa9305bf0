"""Optional profiles of single sites: one TOML file a source, which overrides the general way of extraction."""
