"""What is loaded by now stays: a page process whose collector leaves it alone goes on sharing its memory."""

import gc

OBJECTS_TO_COLLECT = 50_000
"""New objects after which the collector of a page process looks for rings among them; by default 700."""

gc.collect()
gc.freeze()
# Nearly all of a page's objects die with it, of themselves: one look in so many is enough for those that do not.
gc.set_threshold(OBJECTS_TO_COLLECT, 20, 20)
