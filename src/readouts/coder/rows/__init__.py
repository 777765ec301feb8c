"""From findings to the rows of the seven tables."""
