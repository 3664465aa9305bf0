"""From a decoded page to the article's own text, its metadata and the teasers that stood around it."""
