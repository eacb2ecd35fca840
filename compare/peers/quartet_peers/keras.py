"""The four networks on Keras, with TensorFlow as its backend.

The canonical layout of the weights is dense [in, out], convolution [out, in, height, width], embedding [vocabulary,
dimension]. Keras stores a convolution as [height, width, in, out] and an image as [height, width, channels], so the
rows of the dense layer that reads the flattened image have another order too; the rest is the same. Adam is a subclass
of Keras's own, whose epsilon is inside the bias correction.
"""

import math

import keras
import numpy as np
import tensorflow as tf
from keras import ops


def info(threads):
    tf.config.threading.set_intra_op_parallelism_threads(threads)
    tf.config.threading.set_inter_op_parallelism_threads(1)
    return {
        "framework": f"Keras {keras.__version__}",
        "nativeLibrary": f"TensorFlow {tf.__version__}",
        "device": "cpu",
        "threads": tf.config.threading.get_intra_op_parallelism_threads(),
        "deviations": [],
    }


class MeanEmbedding(keras.layers.Layer):
    """The mean of the embeddings of all tokens that are not padding; 0 for a text without tokens."""

    def __init__(self, vocabulary, dimension, **options):
        super().__init__(**options)
        self.table = keras.layers.Embedding(vocabulary, dimension)

    def call(self, tokens):
        mask = ops.cast(ops.not_equal(tokens, 0), "float32")
        total = ops.sum(self.table(tokens) * ops.expand_dims(mask, 2), axis=1)
        return total / ops.maximum(ops.sum(mask, axis=1, keepdims=True), 1)


def network(spec):
    """Builds the layers of a specification. Those that have parameters have canonical names."""
    layers = keras.layers
    kind = spec["type"]
    if kind == "mlp":
        stack = [keras.Input([spec["inputs"]])]
        stack += [layers.Dense(width, "relu", name=f"hidden{i}") for i, width in enumerate(spec["hidden"], 1)]
        stack.append(layers.Dense(spec["outputs"], name="output"))
    elif kind == "cnn":
        stack = [keras.Input([spec["height"], spec["width"], spec["channels"]])]
        for i, filters in enumerate(spec["filters"], 1):
            stack += [layers.Conv2D(filters, 3, padding="same", name=f"conv{i}"), layers.MaxPooling2D(2), layers.ReLU()]
        stack += [layers.Flatten(), layers.Dense(spec["hidden"], "relu", name="hidden")]
        stack.append(layers.Dense(spec["classes"], name="output"))
    elif kind == "text":
        stack = [keras.Input([spec["length"]], dtype="int32")]
        stack.append(MeanEmbedding(spec["vocabulary"], spec["dimension"], name="embedding"))
        stack += [layers.Dense(width, "relu", name=f"hidden{i}") for i, width in enumerate(spec["hidden"], 1)]
        stack.append(layers.Dense(spec["classes"], name="output"))
    else:
        raise ValueError(f"unknown network {kind}")
    return keras.Sequential(stack)


def loss_function(spec):
    if spec.get("objective") == "SQUARED_ERROR":
        return keras.losses.MeanSquaredError()
    return keras.losses.SparseCategoricalCrossentropy(from_logits=True)


def features_of(spec, features):
    return features.transpose(0, 2, 3, 1) if spec["type"] == "cnn" else features


def targets_of(spec, targets):
    return targets[:, np.newaxis] if spec.get("objective") == "SQUARED_ERROR" else targets


class Model:
    """A network that predicts: logits, or values [rows, 1]."""

    def __init__(self, spec):
        self.spec = spec
        self.network = network(spec)
        self.loss = loss_function(spec)
        self.forward = tf.function(lambda features: self.network(features, training=False), reduce_retracing=True)

    def predict(self, features):
        return self.forward(tf.constant(features_of(self.spec, features))).numpy()


class PaperAdam(keras.optimizers.Adam):
    """Adam as in the paper's algorithm 1. Keras's own differs in two ways.

    Its epsilon is inside the bias correction, as at the end of the paper's section 2,

        w = w - learningRate sqrt(1 - beta2^t) / (1 - beta1^t) m / (sqrt(v) + epsilon)

    which has the effect of an epsilon that is 1 / sqrt(1 - beta2^t) times larger, 32 times in the first step.

    The gradient of an embedding is a list with a row for each token. Where a token is repeated, Keras adds up the
    squares of its rows, and not the rows before it squares them.
    """

    def update_step(self, gradient, variable, learning_rate):
        gradient = tf.convert_to_tensor(gradient)  # adds up the rows of repeated tokens
        t = ops.cast(self.iterations + 1, "float32")
        index = self._get_variable_index(variable)
        m, v = self._momentums[index], self._velocities[index]
        self.assign_add(m, (gradient - m) * (1 - self.beta_1))
        self.assign_add(v, (ops.square(gradient) - v) * (1 - self.beta_2))
        # -expm1(t ln beta) = 1 - beta^t, without the cancellation
        mean = m / -ops.expm1(t * math.log(self.beta_1))
        square = v / -ops.expm1(t * math.log(self.beta_2))
        self.assign_sub(variable, learning_rate * mean / (ops.sqrt(square) + self.epsilon))


class Learner(Model):
    """The strict specification: given weights, Adam with given settings."""

    def __init__(self, spec, training):
        super().__init__(spec)
        self.optimizer = PaperAdam(
            learning_rate=training["learningRate"],
            beta_1=training["beta1"],
            beta_2=training["beta2"],
            epsilon=training["epsilon"],
        )
        self.optimizer.build(self.network.trainable_variables)
        self.step = tf.function(self.update, jit_compile=True)
        self.differentiate = tf.function(self.backward, jit_compile=True)

    def canonical(self):
        """Yields each parameter with its canonical name."""
        for layer in self.network.layers:
            if isinstance(layer, MeanEmbedding):
                yield f"{layer.name}.weight", layer.table.embeddings
            elif layer.weights:
                yield f"{layer.name}.weight", layer.kernel
                yield f"{layer.name}.bias", layer.bias

    def train_batch(self, features, targets):
        return float(self.step(*self.tensors(features, targets)))

    def tensors(self, features, targets):
        return tf.constant(features_of(self.spec, features)), tf.constant(targets_of(self.spec, targets))

    def update(self, features, targets):
        loss, gradients = self.backward(features, targets)
        self.optimizer.apply(gradients, self.network.trainable_variables)
        return loss

    def backward(self, features, targets):
        with tf.GradientTape() as tape:
            loss = self.loss(targets, self.network(features, training=True))
        return loss, tape.gradient(loss, self.network.trainable_variables)

    def gradients(self, features, targets):
        _, gradients = self.differentiate(*self.tensors(features, targets))
        by_variable = {id(v): g for v, g in zip(self.network.trainable_variables, gradients, strict=True)}
        return self.export(lambda variable: by_variable[id(variable)])

    def weights(self):
        return self.export(lambda variable: variable)

    def export(self, tensor_of):
        exported = {}
        for name, variable in self.canonical():
            exported[name] = self.to_canonical(name, ops.convert_to_numpy(tensor_of(variable)))
        return exported

    def assign(self, weights):
        for name, variable in self.canonical():
            variable.assign(self.from_canonical(name, weights[name]))

    def to_canonical(self, name, tensor):
        if tensor.ndim == 4:
            return tensor.transpose(3, 2, 0, 1).copy()
        if self.reads_an_image(name):
            height, width, channels = self.flattened_shape()
            return tensor.reshape(height, width, channels, -1).transpose(2, 0, 1, 3).reshape(tensor.shape)
        return tensor.copy()

    def from_canonical(self, name, tensor):
        if tensor.ndim == 4:
            return tensor.transpose(2, 3, 1, 0)
        if self.reads_an_image(name):
            height, width, channels = self.flattened_shape()
            return tensor.reshape(channels, height, width, -1).transpose(1, 2, 0, 3).reshape(tensor.shape)
        return tensor

    def reads_an_image(self, name):
        return self.spec["type"] == "cnn" and name == "hidden.weight"

    def flattened_shape(self):
        return next(layer.input.shape[1:] for layer in self.network.layers if isinstance(layer, keras.layers.Flatten))

    def save(self, folder):
        folder.mkdir(parents=True, exist_ok=True)
        self.network.save_weights(folder / "network.weights.h5")


def create(spec, training, weights):
    learner = Learner(spec, training)
    learner.assign(weights)
    return learner


def load(spec, training, folder):
    learner = Learner(spec, training)
    learner.network.load_weights(folder / "network.weights.h5")
    return learner


def train_example(spec, features, targets, epochs, batch_size, seed):
    """Trains as Keras's guides do: its own initialization, compile and fit, which shuffles, Adam with its defaults."""
    keras.utils.set_random_seed(seed)
    model = Model(spec)
    model.network.compile(optimizer=keras.optimizers.Adam(learning_rate=1e-3), loss=model.loss)
    rows, expected = features_of(spec, features), targets_of(spec, targets)
    model.network.fit(rows, expected, batch_size=batch_size, epochs=epochs, verbose=0)
    return model
