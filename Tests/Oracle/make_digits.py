"""Writes Sources/digits/Data/digits.csv: handwritten digits of 8 × 8 pixels, from the copy that scikit-learn bundles.

A line is an image: 64 pixels from 0 to 16, row by row, then the digit it shows. There is no header. Where the data
comes from and under which licence stands beside it in LICENSE-digits.txt.
"""

from pathlib import Path

from sklearn.datasets import load_digits

TARGET = Path(__file__).resolve().parents[2] / "Sources" / "digits" / "Data" / "digits.csv"


def main():
    images, labels = load_digits(return_X_y=True)
    assert images.shape == (1797, 64) and images.min() == 0 and images.max() == 16
    assert (images == images.astype(int)).all() and set(labels) == set(range(10))
    lines = [",".join(str(int(value)) for value in [*image, label]) for image, label in zip(images, labels)]
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    TARGET.write_text("\n".join(lines) + "\n")
    print(f"{len(lines)} images")


main()
