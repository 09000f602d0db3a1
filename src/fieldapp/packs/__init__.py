"""Content packs: read, check, build, install."""

from fieldapp.packs.check import check_pack
from fieldapp.packs.pack import Pack, Title, load_pack
from fieldapp.packs.resolution import edition, joined_dictionary, resolve_packs

__all__ = ["Pack", "Title", "check_pack", "edition", "joined_dictionary", "load_pack", "resolve_packs"]
