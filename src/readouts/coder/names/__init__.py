"""Who is named: states, bodies, offices and people in a sentence, and who is who in the article."""
