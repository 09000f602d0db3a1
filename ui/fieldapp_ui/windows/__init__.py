"""Windows and pages: they show and report, and decide nothing."""
