"""From labelled articles to the numbers in `types/<type>/model.json`. Needs scikit-learn; nothing at run time does."""
