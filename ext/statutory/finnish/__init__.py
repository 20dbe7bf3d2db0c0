"""Finnish words for the search of the site: how they are split, and the stem they share.

The stemmer is written in Python and in JavaScript, since Sphinx makes its index with the
one and the reader's browser looks a query up with the other. Both read the rules of
``statutory.finnish.rules``, so they cannot drift apart.
"""
