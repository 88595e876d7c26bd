"""The words of the toolkit as records: values only, no files, no clock, no terminal. Sole home of pydantic."""
