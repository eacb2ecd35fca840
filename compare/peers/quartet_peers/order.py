"""The order in which every engine sees the training rows. It is the algorithm of BatchOrder.java.

    state = seed + epoch * 0xD1342543DE82EF95      (epoch counts from 0; all arithmetic modulo 2^64)
    next():  state += 0x9E3779B97F4A7C15;  z = state
             z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9;  z = (z ^ z >>> 27) * 0x94D049BB133111EB;  return z ^ z >>> 31
    for i = 0 .. rows-1:  j = next() mod (i + 1);  p[i] = p[j];  p[j] = i

Sources: Steele, Lea and Flood (2014), SplitMix64; Knuth, volume 2, algorithm P.
"""

import numpy as np

_EPOCH = 0xD1342543DE82EF95
_STEP = np.uint64(0x9E3779B97F4A7C15)


def permutation(rows, seed, epoch):
    """Returns the row numbers in the order of one epoch; the first epoch is 0."""
    start = np.uint64((seed + epoch * _EPOCH) % 2**64)
    with np.errstate(over="ignore"):
        z = start + _STEP * np.arange(1, rows + 1, dtype=np.uint64)
        z = (z ^ (z >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
        z = (z ^ (z >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
        z = z ^ (z >> np.uint64(31))
    draws = (z % np.arange(1, rows + 1, dtype=np.uint64)).tolist()
    order = [0] * rows
    for i, j in enumerate(draws):
        order[i] = order[j]
        order[j] = i
    return np.array(order)
