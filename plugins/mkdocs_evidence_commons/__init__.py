"""MkDocs plugins that only translate: what they publish is made by ``evidence_commons``."""
