"""Judgements on a workspace that has been read: each module knows one subject and none of the others."""
