"""Trains a small convolutional network with Keras, and writes the files of Deeplearning4j's example KerasImport.

    OMP_NUM_THREADS=1 python compare/peers/keras_model.py

The example reads fashion-mnist-mini.h5, the trained network. Its test reads keras-import.safetensors:

    images         [8, 28, 28, 1]    the first test images, standardized
    labels         [8]               their classes
    probabilities  [8, 10]           what the network predicts for them
    losses         [5]               the loss of each of five steps of a new Adam on these eight images, and the loss afterwards
    kernel         [3, 3, 8, 16]     the kernel of the second convolution after these steps
    trained        [8, 10]           what the network predicts after these steps

and keras3.h5, a model that Keras 3 itself saved.
"""

import gzip
from pathlib import Path

import keras
import numpy as np

import keras2
from quartet_peers import safetensors

_ROOT = Path(__file__).resolve().parents[2]
_DATA = _ROOT / "datasets/src/main/resources/quartet/datasets/fashion-mnist-mini"
_EXAMPLE = _ROOT / "dl4j-impl/src/main/resources/quartet/dl4j"
_TEST = _ROOT / "dl4j-impl/src/test/resources/quartet/dl4j"
_CLASSES = 10
_EPOCHS = 3
_BATCH = 64
_STEPS = 4


def network():
    """images [batch, 28, 28, 1] -> (convolution, ReLU, pooling) twice -> flatten [batch, 784] -> dense -> softmax"""
    model = keras.Sequential(
        [
            keras.Input((28, 28, 1), name="images"),
            keras.layers.Conv2D(8, 3, padding="same", activation="relu", name="convolution_1"),
            keras.layers.MaxPooling2D(2, name="pooling_1"),
            keras.layers.Conv2D(16, 3, padding="same", activation="relu", name="convolution_2"),
            keras.layers.MaxPooling2D(2, name="pooling_2"),
            keras.layers.Flatten(name="flatten"),
            keras.layers.Dense(_CLASSES, activation="softmax", name="classes"),
        ],
        name="fashion",
    )
    compile_anew(model)
    return model


def compile_anew(model):
    """Gives the model an optimizer without a history."""
    model.compile(keras.optimizers.Adam(1e-3), loss="categorical_crossentropy")


def images(name):
    with gzip.open(_DATA / name) as file:
        return np.frombuffer(file.read(), np.uint8, offset=16).reshape(-1, 28, 28, 1)


def labels(name):
    with gzip.open(_DATA / name) as file:
        return np.eye(_CLASSES, dtype=np.float32)[np.frombuffer(file.read(), np.uint8, offset=8)]


def main():
    keras.utils.set_random_seed(1)
    train, test = images("train-images-idx3-ubyte.gz"), images("t10k-images-idx3-ubyte.gz")
    mean, deviation = train.mean(dtype=np.float64), train.std(dtype=np.float64)
    train, test = (((pixels - mean) / deviation).astype(np.float32) for pixels in (train, test))
    _EXAMPLE.mkdir(parents=True, exist_ok=True)
    _TEST.mkdir(parents=True, exist_ok=True)

    model = network()
    model.fit(train, labels("train-labels-idx1-ubyte.gz"), _BATCH, _EPOCHS, verbose=2)
    keras2.save(model, _EXAMPLE / "fashion-mnist-mini.h5")

    x, y = test[:8], labels("t10k-labels-idx1-ubyte.gz")[:8]
    entropy = keras.losses.CategoricalCrossentropy()
    expected = {"images": x, "labels": y.argmax(1), "probabilities": model.predict(x, verbose=0)}
    compile_anew(model)  # as the importer does: it reads the optimizer without its moments
    losses = []
    for _ in range(_STEPS):
        losses.append(float(entropy(y, model.predict(x, verbose=0))))
        model.train_on_batch(x, y)
    expected["trained"] = model.predict(x, verbose=0)
    losses.append(float(entropy(y, expected["trained"])))
    expected["losses"] = np.array(losses, np.float32)
    expected["kernel"] = model.get_layer("convolution_2").get_weights()[0]
    safetensors.write(_TEST / "keras-import.safetensors", expected)
    keras.Sequential([keras.Input((2,)), keras.layers.Dense(1)]).save(_TEST / "keras3.h5")


if __name__ == "__main__":
    main()
