"""Quartet's worker in Python: PyTorch, and the files through which the harness talks to it.

Read worker.py first (the phases of a job), then pytorch.py (the networks and the optimizer).
"""
