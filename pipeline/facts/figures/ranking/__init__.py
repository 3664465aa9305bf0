"""What was learned from labelled articles: which numbers are figures, and which of the values near one are its own.

The rules of `facts.figures` choose first; what they chose is one of several options, and its features say so. A linear
model then weighs all of them. Its weights stand in `weights/<question>.json`, where anybody can read them; they are
made by `python -m tools.train_figures_ranker`.
"""
