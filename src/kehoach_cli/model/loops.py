"""Loops: which things of a graph lead to each other, in time that grows with the graph alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


def loops_of(below: Sequence[Sequence[int]]) -> list[int]:
    """Return the loop of each thing, by a number: two things have the same one when each leads to the other.

    `below` gives for each thing those that it leads to at once. (Kosaraju's algorithm, without recursion.)
    """
    above: list[list[int]] = [[] for _ in below]
    for one, others in enumerate(below):
        for other in others:
            above[other].append(one)
    loops = [-1] * len(below)
    for start in reversed(_by_end(below)):
        waiting = [start] if loops[start] < 0 else []
        while waiting:
            one = waiting.pop()
            if loops[one] < 0:
                loops[one] = start
                waiting += [other for other in above[one] if loops[other] < 0]
    return loops


def _by_end(below: Sequence[Sequence[int]]) -> list[int]:
    """Return the things in the order in which a walk through them is done with each."""
    order: list[int] = []
    seen = [False] * len(below)
    for start in range(len(below)):
        path = [] if seen[start] else [(start, iter(below[start]))]
        seen[start] = True
        while path:
            one, left = path[-1]
            following = next((other for other in left if not seen[other]), None)
            if following is None:
                order.append(one)
                path.pop()
            else:
                seen[following] = True
                path.append((following, iter(below[following])))
    return order
