"""What every test needs before Qt or the locale is touched: no display, no network proxy, one language."""

import atexit
import os
import shutil
import tempfile

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("FIELDAPP_LANGUAGE", "en")
os.environ.pop("FIELDAPP_VAULT", None)
os.environ.pop("FIELDAPP_PASSPHRASE", None)
# What a computer notes of its vaults outside their folders must be no real one's.
os.environ["FIELDAPP_STATE"] = tempfile.mkdtemp(prefix="fieldapp-state-")
atexit.register(shutil.rmtree, os.environ["FIELDAPP_STATE"], ignore_errors=True)
