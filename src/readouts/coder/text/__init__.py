"""A text as the coder sees it: tokens, sentences, quotations, and the walk along known phrases."""
