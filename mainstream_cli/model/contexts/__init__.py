"""What Word templates may print: one context per document, plain values only. Every field is described for template writers."""
