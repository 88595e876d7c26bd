"""mainstream: the GMG Handbook on migration in development planning, made executable."""

__version__ = "0.5.0"
