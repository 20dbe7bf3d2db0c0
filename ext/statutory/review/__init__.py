"""Recording reviews: who read an item and when, and what its links then led to.

A review is planned on a catalogue, which knows the fingerprints, and written into the text
of a content file as a change of single lines that touches nothing else.
"""

from statutory.review.plan import (
    Review,
    ReviewError,
    ReviewRequest,
    plan_reviews,
    selected_ids,
)
from statutory.review.status import review_lines
from statutory.review.writer import write_reviews

__all__ = [
    "Review",
    "ReviewError",
    "ReviewRequest",
    "plan_reviews",
    "review_lines",
    "selected_ids",
    "write_reviews",
]
