"""Bytes of a page in, an Article out. No Kafka, no event loop, no clock but the one passed in."""
