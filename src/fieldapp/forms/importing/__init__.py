"""The lenient importer: form files of any make, read, repaired where they must be, and each repair told.

convert_cached(path, cache=None) → Converted(xml, findings, rows, itemsets)      # XLSForm of any kind
convert_xlsform(path) → XForm         kept_at(path, cache) → the file a conversion is kept in
is_xform(path) → bool                 with_place(error, rows) → the error with sheet, row, column
"""

from fieldapp.forms.importing.conversion import Converted, convert_cached, convert_xlsform, kept_at
from fieldapp.forms.importing.places import with_place
from fieldapp.forms.importing.sources import is_xform

__all__ = ["Converted", "convert_cached", "convert_xlsform", "is_xform", "kept_at", "with_place"]
