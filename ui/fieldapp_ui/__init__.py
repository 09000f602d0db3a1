"""The Qt desktop: editing (view-models), models, fields, windows, background."""
