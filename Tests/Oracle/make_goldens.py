"""Writes Tests/LanewiseTests/Goldens, Tests/TutorialTests/Goldens and Tests/ConformanceTests/Composites: what real JAX
answers, for the NumPy face, transforms, convolutions, networks and images, the random streams, special functions and
distributions, the tutorial's exercises, functions the corpus says nothing about, and programs made of everything.

Run it with the versions of requirements.txt, on an x86-64 machine with FMA, which XLA uses where it is there and which
shows in the last bit of floating random numbers.
"""

import checkify_cases
import collective_cases
import composite_cases
import face_cases
import field_cases
import indexing_cases
import lax_cases
import linalg_cases
import numpy_cases
import print_option_cases
import random_cases
import scipy_cases
import scipy_face_cases
import tutorial_cases
from tensors import GOLDENS, write

write("numpy.json", numpy_cases.ABOUT, numpy_cases.cases())
write("print_options.json", print_option_cases.ABOUT, list(print_option_cases.cases()))
write("checkify.json", checkify_cases.ABOUT, list(checkify_cases.cases()))
write("indexing.json", indexing_cases.ABOUT, indexing_cases.cases())
write("collectives.json", collective_cases.ABOUT, list(collective_cases.cases()))
write("fields.json", field_cases.ABOUT, field_cases.cases())
write("random.json", random_cases.ABOUT, random_cases.cases())
write("scipy.json", scipy_cases.ABOUT, list(scipy_cases.cases()))
write(
    "exercises.json", tutorial_cases.ABOUT, list(tutorial_cases.cases()),
    GOLDENS.parents[1] / "TutorialTests" / "Goldens",
)  # fmt: skip
composites = GOLDENS.parents[1] / "ConformanceTests" / "Composites"
face_cases.write(composites)
scipy_face_cases.write(composites)
lax_cases.write(composites)
composite_cases.write(composites)
linalg_cases.write(composites)
