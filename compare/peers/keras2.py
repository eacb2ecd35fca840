"""Writes a Sequential model of Keras 3 in the HDF5 format of Keras 2, which Deeplearning4j imports.

    python compare/peers/keras2.py MODEL.keras MODEL.h5

Deeplearning4j 1.0.0-M2.1 reads the .h5 files of Keras 1 and 2, and refuses those of Keras 3. Both formats hold the layers,
the loss and the optimizer as JSON, and the weights by layer. They differ in names:

    Keras 3                                                          Keras 2
    "batch_shape" of the input                                       "batch_input_shape"
    "module", "registered_name" and "build_config" of an object      absent
    "dtype" is an object, a policy                                   "dtype" is a name
    weight "network/dense/kernel"                                    weight "dense/kernel:0"
    an optimizer has no "decay"                                      an optimizer has "decay"

The state of the optimizer is left out, because the importer does not read it.
"""

import json
import os
import sys

import h5py
import keras
import numpy as np

_VERSION = "2.15.0"  # of the format: the last version before Keras 3
_RENAMED = {"batch_shape": "batch_input_shape"}
_ABSENT = {"module", "registered_name", "build_config"}
_OPTIMIZERS = ("Adam", "SGD")
# Options that the importer ignores. It takes momentum for Nesterov's.
_UNSUPPORTED = ("weight_decay", "clipnorm", "clipvalue", "global_clipnorm", "use_ema", "amsgrad", "momentum")


def save(model, path):
    """Writes the layers and the weights, and the loss and the optimizer of a compiled model.

    The file appears complete or not at all. Raises ValueError if the importer would read another model or optimizer.
    """
    if not isinstance(model, keras.Sequential):
        raise ValueError(f"expected a Sequential model, but was {type(model).__name__}")
    attributes = {
        "keras_version": _VERSION,
        "backend": "tensorflow",  # which means channels last
        "model_config": json.dumps({"class_name": "Sequential", "config": _layers(model)}),
    }
    if model.compiled:
        attributes["training_config"] = json.dumps(_training(model))
    temporary = f"{path}.part"
    with h5py.File(temporary, "w") as file:
        for name, value in attributes.items():
            file.attrs[name] = value.encode()  # a byte string, as Keras 2 wrote it
        weights = file.create_group("model_weights")
        for name in ("keras_version", "backend"):
            weights.attrs[name] = attributes[name].encode()
        weights.attrs["layer_names"] = _byte_strings(layer.name for layer in model.layers)
        for layer in model.layers:
            names = [f"{layer.name}/{weight.name}:0" for weight in layer.weights]
            group = weights.create_group(layer.name)
            group.attrs["weight_names"] = _byte_strings(names)
            for name, values in zip(names, layer.get_weights()):
                group.create_dataset(name, data=values)
    os.replace(temporary, path)


def _byte_strings(names):
    return np.array([name.encode() for name in names], "S")


def _layers(model):
    config = model.get_config()
    return {"name": config["name"], "layers": _renamed(config["layers"])}


def _renamed(value):
    if isinstance(value, dict):
        if value.get("class_name") == "DTypePolicy":
            return value["config"]["name"]
        return {_RENAMED.get(name, name): _renamed(v) for name, v in value.items() if name not in _ABSENT}
    if isinstance(value, (list, tuple)):
        return [_renamed(v) for v in value]
    return value


def _training(model):
    optimizer = type(model.optimizer).__name__
    config = model.optimizer.get_config()
    if optimizer not in _OPTIMIZERS:
        raise ValueError(f"expected the optimizer {' or '.join(_OPTIMIZERS)}, but was {optimizer}")
    for name in _UNSUPPORTED:
        if config.get(name):
            raise ValueError(f"{optimizer}: expected no {name}, but was {config[name]}")
    loss = getattr(model.loss, "__name__", model.loss)
    if not isinstance(loss, str) or not isinstance(config["learning_rate"], float):
        raise ValueError("expected a loss by name or function, and a constant learning rate")
    return {
        "loss": loss,
        **dict.fromkeys(("loss_weights", "metrics", "weighted_metrics")),
        "optimizer_config": {"class_name": optimizer, "config": {**_renamed(config), "decay": 0.0}},
    }


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit("usage: python keras2.py MODEL.keras MODEL.h5")
    try:
        save(keras.saving.load_model(sys.argv[1]), sys.argv[2])
    except (OSError, ValueError) as error:
        sys.exit(f"{sys.argv[1]}: {error}")
