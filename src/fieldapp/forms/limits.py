"""What a form from outside may ask of this computer: one number for each way of asking too much.

Each bound lies far above what the forms of the field use (of 67 real ones: 2.6 MB, 13 levels, 9,164 nodes,
17 terms in a row) and low enough that reaching it takes seconds, not the day, and fits a laptop's memory.
"""

# Files.
LARGEST_XML = 64 * 1024 * 1024  # bytes
MOST_TAGS = 2_000_000  # each `<` of an XML file: about twice its elements
DEEPEST_XML = 120  # levels of elements
MOST_PREFIXES = 200  # xmlns:… declarations that hold at one place
LARGEST_ATTACHED = 64 * 1024 * 1024  # bytes of a csv, xml or geojson file
MOST_CELLS = 1_000_000  # rows × columns of one sheet, or of all attached lists together
LARGEST_WORKBOOK = 64 * 1024 * 1024  # bytes of a workbook as it lies on the disk
LARGEST_UNPACKED = 300 * 1024 * 1024  # bytes of all parts of an .xlsx
LARGEST_SHEETS = 96 * 1024 * 1024  # bytes of those parts of an .xlsx that are read: sheets, texts, styles
MOST_PARTS = 5_000  # files within an .xlsx
LONGEST_NAME = 200  # characters of an attachment's name

# Expressions.
LONGEST_EXPRESSION = 100_000  # characters
DEEPEST_EXPRESSION = 60  # parentheses, brackets and calls within one another
MOST_TERMS = 200  # operators of one rank in a row: a + b + c …
MOST_TRUTHS = 5_000  # and or or in a row, which are read as a flat tree
PATTERN_MEMORY = 4 * 1024 * 1024  # bytes that one pattern of regex() may take

# A session.
LONGEST_TEXT = 500_000  # characters of one answer or computed text
MOST_STEPS = 5_000_000  # nodes visited and characters ÷ 16 made until everything has settled after one answer
STEPS_OF_NODE = 320  # that each node of a session adds to them
MOST_INSTANCES = 10_000  # of one repeat
MOST_NODES = 100_000  # of one session
