"""What kind of article it is, with a score that means a probability and the words that say so."""
