"""The four networks on JAX, without a library of layers or optimizers.

The canonical layout of the weights is dense [in, out], convolution [out, in, height, width], embedding [vocabulary,
dimension]. JAX has no layout of its own, so the parameters are arrays in the canonical layout, by canonical name; only
images are turned to [height, width, channels] and back.
Adam is written out, as in the paper. A network is a function of parameters and features, which jit compiles for each
shape of a batch.
"""

import math
import os

import jax
import numpy as np
from jax import lax
from jax import numpy as jnp

IMAGES = ("NHWC", "OIHW", "NHWC")  # channels come last, because XLA computes convolutions on a CPU so


def info(threads):
    return {
        "framework": f"JAX {jax.__version__}",
        "nativeLibrary": f"XLA of jaxlib {jax.lib.__version__}",
        "device": jax.devices()[0].platform,
        "threads": int(os.environ.get("PJRT_NPROC", threads)),  # read by XLA, which has no call that tells it
        "deviations": [],
    }


def mean_embedding(table, tokens):
    """The mean of the embeddings of all tokens that are not padding; 0 for a text without tokens."""
    mask = (tokens != 0).astype(jnp.float32)
    total = (table[tokens] * mask[:, :, np.newaxis]).sum(axis=1)
    return total / jnp.maximum(mask.sum(axis=1, keepdims=True), 1)


def max_pool(images):
    """The maxima of windows of 2 x 2 pixels. Of equal pixels the first one passes the gradient on.

    lax.reduce_window computes the same, but on a CPU the whole training step then takes about half as long again.
    """
    height, width = images.shape[1] // 2 * 2, images.shape[2] // 2 * 2
    images = images[:, :height, :width]  # an odd last row or column is dropped
    rows = larger(images[:, 0::2], images[:, 1::2])
    return larger(rows[:, :, 0::2], rows[:, :, 1::2])


def larger(a, b):
    return jnp.where(a >= b, a, b)


def network(spec):
    """Returns the function of a specification, (parameters, features) -> logits, and the shapes of the parameters."""
    shapes = {}

    def dense(name, inputs, outputs):
        shapes[f"{name}.weight"], shapes[f"{name}.bias"] = (inputs, outputs), (outputs,)
        return lambda parameters, x: x @ parameters[f"{name}.weight"] + parameters[f"{name}.bias"]

    def convolution(name, inputs, outputs):
        shapes[f"{name}.weight"], shapes[f"{name}.bias"] = (outputs, inputs, 3, 3), (outputs,)
        return lambda parameters, x: (
            lax.conv_general_dilated(x, parameters[f"{name}.weight"], (1, 1), "SAME", dimension_numbers=IMAGES)
            + parameters[f"{name}.bias"]
        )

    def embedding(name, vocabulary, dimension):
        shapes[f"{name}.weight"] = (vocabulary, dimension)
        return lambda parameters, tokens: mean_embedding(parameters[f"{name}.weight"], tokens)

    layers = []
    kind = spec["type"]
    if kind == "mlp":
        width = spec["inputs"]
        for i, hidden in enumerate(spec["hidden"], 1):
            layers += [dense(f"hidden{i}", width, hidden), relu]
            width = hidden
        layers.append(dense("output", width, spec["outputs"]))
    elif kind == "cnn":
        channels, height, width = spec["channels"], spec["height"], spec["width"]
        layers.append(lambda _, x: x.transpose(0, 2, 3, 1))
        for i, filters in enumerate(spec["filters"], 1):
            layers += [convolution(f"conv{i}", channels, filters), lambda _, x: max_pool(x), relu]
            channels, height, width = filters, height // 2, width // 2
        layers.append(lambda _, x: x.transpose(0, 3, 1, 2).reshape(len(x), -1))
        layers += [dense("hidden", channels * height * width, spec["hidden"]), relu]
        layers.append(dense("output", spec["hidden"], spec["classes"]))
    elif kind == "text":
        width = spec["dimension"]
        layers.append(embedding("embedding", spec["vocabulary"], width))
        for i, hidden in enumerate(spec["hidden"], 1):
            layers += [dense(f"hidden{i}", width, hidden), relu]
            width = hidden
        layers.append(dense("output", width, spec["classes"]))
    else:
        raise ValueError(f"unknown network {kind}")

    def forward(parameters, x):
        for layer in layers:
            x = layer(parameters, x)
        return x

    return forward, shapes


def relu(_, x):
    return jax.nn.relu(x)


def mean_squared_error(values, targets):
    return jnp.mean(jnp.square(values - targets))


def cross_entropy(logits, targets):
    return -jnp.mean(jnp.take_along_axis(jax.nn.log_softmax(logits), targets[:, np.newaxis], axis=1))


def loss_function(spec):
    return mean_squared_error if spec.get("objective") == "SQUARED_ERROR" else cross_entropy


def targets_of(spec, targets):
    return targets[:, np.newaxis] if spec.get("objective") == "SQUARED_ERROR" else targets


class Model:
    """A network that predicts: logits, or values [rows, 1]."""

    def __init__(self, spec):
        self.spec = spec
        self.network, self.shapes = network(spec)
        self.loss = loss_function(spec)
        self.forward = jax.jit(self.network)
        self.parameters = {}

    def predict(self, features):
        return np.asarray(self.forward(self.parameters, features))


def start_of_adam(parameters):
    zeros = jax.tree.map(jnp.zeros_like, parameters)
    return {"t": jnp.zeros((), jnp.float32), "m": zeros, "v": jax.tree.map(jnp.copy, zeros)}


def adam(parameters, gradients, state, learning_rate, beta1, beta2, epsilon):
    """One step of Adam (Kingma & Ba 2015, algorithm 1). Returns the new parameters and the new state."""
    t = state["t"] + 1
    m = jax.tree.map(lambda m, g: beta1 * m + (1 - beta1) * g, state["m"], gradients)
    v = jax.tree.map(lambda v, g: beta2 * v + (1 - beta2) * jnp.square(g), state["v"], gradients)
    # -expm1(t ln beta) = 1 - beta^t, without the cancellation
    mean_correction, square_correction = -jnp.expm1(t * math.log(beta1)), -jnp.expm1(t * math.log(beta2))

    def updated(w, m, v):
        return w - learning_rate * (m / mean_correction) / (jnp.sqrt(v / square_correction) + epsilon)

    return jax.tree.map(updated, parameters, m, v), {"t": t, "m": m, "v": v}


class Learner(Model):
    """The strict specification: given weights, Adam with given settings."""

    def __init__(self, spec, training):
        super().__init__(spec)
        self.settings = {
            "learning_rate": training["learningRate"],
            "beta1": training["beta1"],
            "beta2": training["beta2"],
            "epsilon": training["epsilon"],
        }
        self.state = {}
        self.backward = jax.value_and_grad(lambda p, features, targets: self.loss(self.network(p, features), targets))
        self.step = jax.jit(self.update, donate_argnums=(0, 1))
        self.differentiate = jax.jit(self.backward)

    def train_batch(self, features, targets):
        targets = targets_of(self.spec, targets)
        self.parameters, self.state, loss = self.step(self.parameters, self.state, features, targets)
        return loss.item()

    def update(self, parameters, state, features, targets):
        loss, gradients = self.backward(parameters, features, targets)
        parameters, state = adam(parameters, gradients, state, **self.settings)
        return parameters, state, loss

    def gradients(self, features, targets):
        _, gradients = self.differentiate(self.parameters, features, targets_of(self.spec, targets))
        return self.export(gradients)

    def weights(self):
        return self.export(self.parameters)

    def export(self, tensors):
        return {name: np.array(tensors[name]) for name in self.shapes}

    def assign(self, weights):
        self.parameters = {name: jnp.array(weights[name]) for name in self.shapes}
        self.state = start_of_adam(self.parameters)

    def save(self, folder):
        folder.mkdir(parents=True, exist_ok=True)
        np.savez(folder / "network.npz", **self.weights())


def create(spec, training, weights):
    learner = Learner(spec, training)
    learner.assign(weights)
    return learner


def load(spec, training, folder):
    with np.load(folder / "network.npz") as weights:
        return create(spec, training, weights)


def initial(shapes, key):
    """Draws the weights of layers as He et al. (2015) do, and of embeddings from a normal distribution; biases are 0."""
    parameters = {}
    for name, shape in shapes.items():
        key, own = jax.random.split(key)
        if name.endswith(".bias"):
            parameters[name] = jnp.zeros(shape)
        elif name.startswith("embedding"):
            parameters[name] = jax.random.normal(own, shape)
        else:
            inputs, outputs = (1, 0) if len(shape) == 4 else (0, 1)
            parameters[name] = jax.nn.initializers.he_normal(inputs, outputs)(own, shape)
    return parameters


def train_example(spec, features, targets, epochs, batch_size, seed):
    """Trains as JAX's tutorials do: a compiled step over shuffled batches, Adam with the paper's settings."""
    model = Learner(spec, {"learningRate": 1e-3, "beta1": 0.9, "beta2": 0.999, "epsilon": 1e-8})
    model.parameters = initial(model.shapes, jax.random.key(seed))
    model.state = start_of_adam(model.parameters)
    random, expected = np.random.default_rng(seed), targets_of(spec, targets)
    for _ in range(epochs):
        order = random.permutation(len(features))
        for start in range(0, len(order), batch_size):
            rows = order[start : start + batch_size]
            model.parameters, model.state, _ = model.step(
                model.parameters, model.state, features[rows], expected[rows]
            )
    jax.block_until_ready(model.parameters)  # JAX computes while Python goes on
    return model
