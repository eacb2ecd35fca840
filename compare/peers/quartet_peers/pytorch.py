"""The four networks on PyTorch.

The canonical layout of the weights is dense [in, out], convolution [out, in, height, width], embedding [vocabulary,
dimension]. PyTorch stores a dense layer as [out, in]; the rest is the same. Adam is PyTorch's own: its epsilon is
outside the bias correction, as in the paper.
"""

import os

import numpy as np
import torch
from torch import nn
from torch.nn import functional
from torch.utils.data import DataLoader, TensorDataset

COMPILED = os.environ.get("QUARTET_VARIANT") == "compile"


def info(threads):
    torch.set_num_threads(threads)
    torch.set_num_interop_threads(1)
    return {
        "framework": f"PyTorch {torch.__version__}" + (" with torch.compile" if COMPILED else ""),
        "nativeLibrary": f"libtorch {torch.__version__}",
        "device": "cpu",
        "threads": torch.get_num_threads(),
        "deviations": [],
    }


class MeanEmbedding(nn.Module):
    """The mean of the embeddings of all tokens that are not padding; 0 for a text without tokens."""

    def __init__(self, vocabulary, dimension):
        super().__init__()
        self.table = nn.Embedding(vocabulary, dimension)

    def forward(self, tokens):
        mask = (tokens != 0).to(torch.float32)
        total = (self.table(tokens) * mask.unsqueeze(2)).sum(dim=1)
        return total / mask.sum(dim=1, keepdim=True).clamp(min=1)


def network(spec):
    """Builds the layers of a specification. Returns them with the canonical names of those that have parameters."""
    layers, names = [], []

    def add(name, layer, *followers):
        names.append((name, layer))
        layers.extend((layer, *followers))

    kind = spec["type"]
    if kind == "mlp":
        width = spec["inputs"]
        for i, hidden in enumerate(spec["hidden"], 1):
            add(f"hidden{i}", nn.Linear(width, hidden), nn.ReLU())
            width = hidden
        add("output", nn.Linear(width, spec["outputs"]))
    elif kind == "cnn":
        channels, height, width = spec["channels"], spec["height"], spec["width"]
        for i, filters in enumerate(spec["filters"], 1):
            add(f"conv{i}", nn.Conv2d(channels, filters, 3, padding=1), nn.MaxPool2d(2), nn.ReLU())
            channels, height, width = filters, height // 2, width // 2
        layers.append(nn.Flatten())
        add("hidden", nn.Linear(channels * height * width, spec["hidden"]), nn.ReLU())
        add("output", nn.Linear(spec["hidden"], spec["classes"]))
    elif kind == "text":
        width = spec["dimension"]
        add("embedding", MeanEmbedding(spec["vocabulary"], width))
        for i, hidden in enumerate(spec["hidden"], 1):
            add(f"hidden{i}", nn.Linear(width, hidden), nn.ReLU())
            width = hidden
        add("output", nn.Linear(width, spec["classes"]))
    else:
        raise ValueError(f"unknown network {kind}")
    return nn.Sequential(*layers), names


def loss_function(spec):
    return functional.mse_loss if spec.get("objective") == "SQUARED_ERROR" else functional.cross_entropy


def features_of(spec, features):
    tensor = torch.from_numpy(np.ascontiguousarray(features))
    return tensor.to(torch.int64) if spec["type"] == "text" else tensor


def targets_of(spec, targets):
    tensor = torch.from_numpy(np.ascontiguousarray(targets))
    return tensor.unsqueeze(1) if spec.get("objective") == "SQUARED_ERROR" else tensor.to(torch.int64)


class Model:
    """A network that predicts: logits, or values [rows, 1]."""

    def __init__(self, spec):
        self.spec = spec
        self.network, self.names = network(spec)
        self.loss = loss_function(spec)
        self.forward = torch.compile(self.network) if COMPILED else self.network

    @torch.inference_mode()
    def predict(self, features):
        return self.forward(features_of(self.spec, features)).numpy()


class Learner(Model):
    """The strict specification: given weights, Adam with given settings."""

    def __init__(self, spec, training):
        super().__init__(spec)
        self.optimizer = torch.optim.Adam(
            self.network.parameters(),
            lr=training["learningRate"],
            betas=(training["beta1"], training["beta2"]),
            eps=training["epsilon"],
        )

    def canonical(self):
        """Yields each parameter with its canonical name, and whether the canonical layout is transposed."""
        for name, layer in self.names:
            if isinstance(layer, MeanEmbedding):
                yield f"{name}.weight", layer.table.weight, False
            else:
                yield f"{name}.weight", layer.weight, isinstance(layer, nn.Linear)
                yield f"{name}.bias", layer.bias, False

    def train_batch(self, features, targets):
        loss = self.backward(features, targets)
        self.optimizer.step()
        return loss

    def backward(self, features, targets):
        self.optimizer.zero_grad()
        loss = self.loss(self.forward(features_of(self.spec, features)), targets_of(self.spec, targets))
        loss.backward()
        return loss.item()

    def gradients(self, features, targets):
        self.backward(features, targets)
        return self.export(lambda parameter: parameter.grad)

    def weights(self):
        return self.export(lambda parameter: parameter.detach())

    def export(self, tensor_of):
        exported = {}
        for name, parameter, transposed in self.canonical():
            tensor = tensor_of(parameter)
            exported[name] = (tensor.t() if transposed else tensor).numpy().copy()
        return exported

    @torch.no_grad()
    def assign(self, weights):
        for name, parameter, transposed in self.canonical():
            tensor = torch.from_numpy(weights[name].copy())
            parameter.copy_(tensor.t() if transposed else tensor)

    def save(self, folder):
        folder.mkdir(parents=True, exist_ok=True)
        torch.save(self.network.state_dict(), folder / "network.pt")


def create(spec, training, weights):
    learner = Learner(spec, training)
    learner.assign(weights)
    return learner


def load(spec, training, folder):
    learner = Learner(spec, training)
    learner.network.load_state_dict(torch.load(folder / "network.pt", weights_only=True))
    return learner


def train_example(spec, features, targets, epochs, batch_size, seed):
    """Trains as PyTorch's tutorials do: its own initialization, a shuffling DataLoader, Adam with its defaults."""
    torch.manual_seed(seed)
    model = Model(spec)
    optimizer = torch.optim.Adam(model.network.parameters(), lr=1e-3)
    rows = TensorDataset(features_of(spec, features), targets_of(spec, targets))
    loader = DataLoader(rows, batch_size=batch_size, shuffle=True)
    for _ in range(epochs):
        for batch, expected in loader:
            loss = model.loss(model.forward(batch), expected)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
    return model
