"""What every test needs before Qt or the locale is touched: no display, no network proxy, one language."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("FIELDAPP_LANGUAGE", "en")
os.environ.pop("FIELDAPP_VAULT", None)
os.environ.pop("FIELDAPP_PASSPHRASE", None)
