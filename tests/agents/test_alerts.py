"""An alert is raised once, cleared once, and remembered by whoever takes over."""

from __future__ import annotations

from dataclasses import asdict

from agents.alerts import AlertBook


def judge(book, now, *, trouble):
    return book.judge("lag", "line", now, "late", {"pages": 3}, trouble=trouble)


def test_once_raised_once_cleared():
    book = AlertBook()
    assert judge(book, 1.0, trouble=False) is None
    raised = judge(book, 2.0, trouble=True)
    assert (raised.id, raised.state, raised.raised, raised.numbers) == ("lag/line", "raised", 2.0, {"pages": 3})
    assert judge(book, 3.0, trouble=True) is None
    cleared = judge(book, 4.0, trouble=False)
    assert (cleared.state, cleared.raised, cleared.cleared) == ("cleared", 2.0, 4.0)
    assert judge(book, 5.0, trouble=False) is None
    assert book.raised == []


def test_another_worker_does_not_raise_it_again():
    first = AlertBook()
    said = [asdict(judge(first, 1.0, trouble=True))]
    second = AlertBook(said)
    assert judge(second, 2.0, trouble=True) is None
    said.append(asdict(judge(second, 3.0, trouble=False)))
    assert AlertBook(said).raised == []
