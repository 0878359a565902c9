"""A commons of innovation evidence, as a pure library: text in, values out.

The flow stands in :mod:`evidence_commons.pipeline`; each folder is one verb of it.
"""
