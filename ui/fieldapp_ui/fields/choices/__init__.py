"""Choices: in sight, dropped from a line, in an order, confirmed; chosen by code, by pinyin and by arrows."""
