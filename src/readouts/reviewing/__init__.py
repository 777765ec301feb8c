"""The review of the coder's rows by people: what is to be looked at, and what was ruled.

bench       texts, rows and rulings, and the tables that they give together
units       what is looked at in one go: an event with those who took part, or a position
session     the review under way: what comes next, and what each decision does
record      rulings as rows of seeds/rulings.csv
screen      a unit beside the words it rests on
telling     where the words stand that a reviewer names
"""
