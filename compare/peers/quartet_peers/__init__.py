"""Quartet's worker in Python: PyTorch, Keras and JAX, and the files through which the harness talks to it.

Read worker.py first (the phases of a job), then pytorch.py, keras.py and jax.py side by side: the networks, the
optimizer and the training have the same names in the same order.
"""
