"""Writes Tests/LanewiseTests/Goldens: what real JAX answers, for the NumPy face and for the random streams.

Run it with the versions of requirements.txt, on an x86-64 machine with FMA, which XLA uses where it is there and which
shows in the last bit of floating random numbers.
"""

import collective_cases
import indexing_cases
import numpy_cases
import random_cases
from tensors import write

write("numpy.json", numpy_cases.ABOUT, numpy_cases.cases())
write("indexing.json", indexing_cases.ABOUT, indexing_cases.cases())
write("collectives.json", collective_cases.ABOUT, list(collective_cases.cases()))
write("random.json", random_cases.ABOUT, random_cases.cases())
