"""Writes the golden files beside this script: python3 golden.py, with PyTorch 2.13.0 on the CPU, in float64.

Each line of a file is a tensor: its name, its shape and its numbers in row-major order. Weights of dense and recurrent
layers are transposed to [in, out], filters keep their order of axes.
"""

import pathlib

import torch
from torch import nn
from torch.nn.functional import conv1d, conv2d, conv_transpose2d, cross_entropy, interpolate

HERE = pathlib.Path(__file__).parent
torch.set_default_dtype(torch.float64)
torch.set_num_threads(1)
torch.manual_seed(18)


class Golden:
    def __init__(self, name):
        self.name = name
        self.lines = [f"# PyTorch {torch.__version__.split('+')[0]}, float64, CPU; written by golden.py"]

    def add(self, name, tensor):
        tensor = tensor.detach().to(torch.float64)
        shape = ",".join(str(n) for n in tensor.shape)
        numbers = " ".join(repr(v) for v in tensor.contiguous().reshape(-1).tolist())
        self.lines.append(f"{name} [{shape}] {numbers}")

    def write(self):
        (HERE / f"{self.name}.txt").write_text("\n".join(self.lines) + "\n")


def leaf(*shape, scale=1.0):
    return (scale * torch.randn(*shape)).requires_grad_()


def loss():
    g = Golden("cross-entropy")
    logits = leaf(2, 3, 4, scale=2.0)
    targets = torch.tensor([[0, 3, 1], [2, 9, 2]])
    inside = torch.tensor([[0, 3, 1], [2, 1, 2]])
    weights = torch.tensor([0.5, 2.0, 0.0, 1.25])
    g.add("logits", logits)
    cases = {
        "plain": (inside, {}),
        "ignoring": (targets, {"ignore_index": 9}),
        "smoothing": (inside, {"label_smoothing": 0.1}),
        "weights": (inside, {"weight": weights}),
        "all": (targets, {"ignore_index": 9, "label_smoothing": 0.2, "weight": weights}),
    }
    for name, (target, options) in cases.items():
        value = cross_entropy(logits.reshape(-1, 4), target.reshape(-1), **options)
        (gradient,) = torch.autograd.grad(value, logits)
        g.add(f"{name}.loss", value.reshape(1))
        g.add(f"{name}.gradient", gradient)
    g.write()


def split(in_weight, in_bias, out_weight, out_bias):
    """The parameters of nn.MultiheadAttention, or their gradients, under the names of the layer's dense maps."""
    for name, weight, bias in zip(["query", "key", "value"], in_weight.chunk(3), in_bias.chunk(3)):
        yield f"{name}.weight", weight.T
        yield f"{name}.bias", bias
    yield "output.weight", out_weight.T
    yield "output.bias", out_bias


def attention():
    g = Golden("attention")
    layer = nn.MultiheadAttention(8, 2, batch_first=True)
    for parameter in layer.parameters():
        nn.init.normal_(parameter, 0, 0.5)
    x, dy = leaf(2, 5, 8), torch.randn(2, 5, 8)
    g.add("x", x)
    g.add("dy", dy)
    parameters = [layer.in_proj_weight, layer.in_proj_bias, layer.out_proj.weight, layer.out_proj.bias]
    for name, value in split(*parameters):
        g.add(name, value)
    padding = torch.tensor([[False] * 5, [False] * 3 + [True] * 2])
    causal = torch.triu(torch.ones(5, 5, dtype=torch.bool), 1)
    for case, masks in {
        "plain": {},
        "causal": {"attn_mask": causal},
        "padding": {"key_padding_mask": padding},
        "both": {"attn_mask": causal, "key_padding_mask": padding},
    }.items():
        y, _ = layer(x, x, x, need_weights=False, **masks)
        dx, *gradients = torch.autograd.grad((y * dy).sum(), [x, *parameters])
        g.add(f"{case}.y", y)
        g.add(f"{case}.dx", dx)
        for name, value in split(*gradients):
            g.add(f"{case}.d.{name}", value)
    g.write()


def block():
    g = Golden("transformer-block")
    layer = nn.TransformerEncoderLayer(8, 2, 12, dropout=0.0, activation="gelu", batch_first=True, norm_first=True)
    for parameter in layer.parameters():
        nn.init.normal_(parameter, 0.3, 0.5)
    x, dy = leaf(2, 4, 8), torch.randn(2, 4, 8)
    causal = torch.triu(torch.ones(4, 4, dtype=torch.bool), 1)
    y = layer(x, src_mask=causal)
    a = layer.self_attn
    parameters = [layer.norm1.weight, layer.norm1.bias]
    parameters += [a.in_proj_weight, a.in_proj_bias, a.out_proj.weight, a.out_proj.bias]
    for part in (layer.norm2, layer.linear1, layer.linear2):
        parameters += [part.weight, part.bias]
    dx, *gradients = torch.autograd.grad((y * dy).sum(), [x, *parameters])
    g.add("x", x), g.add("dy", dy), g.add("y", y), g.add("dx", dx)

    def flatten(values):
        for value in values:
            if value.dim() == 2 and value.shape[0] == 24:
                yield from (part.T for part in value.chunk(3))
            elif value.dim() == 1 and value.shape[0] == 24:
                yield from value.chunk(3)
            else:
                yield value.T if value.dim() == 2 else value

    def ordered(values):
        v = list(flatten(values))
        # norm1 (2), weights q k v, biases q k v, the rest: interleave weights and biases of q, k and v.
        return v[:2] + [v[2], v[5], v[3], v[6], v[4], v[7]] + v[8:]

    for i, (value, gradient) in enumerate(zip(ordered(parameters), ordered(gradients))):
        g.add(f"p{i}", value)
        g.add(f"d{i}", gradient)
    g.write()


def recurrent():
    g = Golden("recurrent")
    x, lengths = leaf(3, 5, 2), [5, 2, 4]
    dy = torch.randn(3, 5, 3)
    for row, length in enumerate(lengths):
        dy[row, length:] = 0
    g.add("x", x), g.add("dy", dy), g.add("lengths", torch.tensor(lengths))
    for name, cell, gates in (("rnn", nn.RNN, 1), ("lstm", nn.LSTM, 4)):
        for both in (False, True):
            layer = cell(2, 3, batch_first=True, bidirectional=both)
            for parameter in layer.parameters():
                nn.init.normal_(parameter, 0, 0.6)
            directions = 2 if both else 1
            states = [leaf(directions, 3, 3) for _ in range(2 if name == "lstm" else 1)]
            gradient_of_states = [torch.randn(directions, 3, 3) for _ in states]
            case = f"{name}{'.bidirectional' if both else ''}"
            packed = nn.utils.rnn.pack_padded_sequence(x, lengths, batch_first=True, enforce_sorted=False)
            y, last = layer(packed, tuple(states) if name == "lstm" else states[0])
            y, _ = nn.utils.rnn.pad_packed_sequence(y, batch_first=True)
            last = list(last) if name == "lstm" else [last]
            direction = torch.cat([dy, -dy.flip(2)], 2) if both else dy
            total = (y * direction).sum()
            if not both:
                total = total + sum((s * d).sum() for s, d in zip(last, gradient_of_states))
            parameters = list(layer.parameters())
            grads = torch.autograd.grad(total, [x, *states, *parameters])
            g.add(f"{case}.y", y)
            g.add(f"{case}.direction", direction)
            g.add(f"{case}.dx", grads[0])
            for i, state in enumerate(states):
                g.add(f"{case}.first{i}", state)
                g.add(f"{case}.last{i}", last[i])
                g.add(f"{case}.dlast{i}", gradient_of_states[i])
                g.add(f"{case}.dfirst{i}", grads[1 + i])
            for d in range(directions):
                w, u, b, c = parameters[4 * d : 4 * d + 4]
                dw, du, db, _ = grads[1 + len(states) + 4 * d : 1 + len(states) + 4 * d + 4]
                for key, value in (("p0", w.T), ("p1", u.T), ("p2", b + c), ("d0", dw.T), ("d1", du.T), ("d2", db)):
                    g.add(f"{case}.{d}.{key}", value)
    g.write()


def nearest(x):
    return interpolate(x, scale_factor=3, mode="nearest")


def bilinear(x):
    return interpolate(x, scale_factor=2, mode="bilinear", align_corners=False)


def convolution():
    g = Golden("convolution")

    def case(name, x, w, b, function):
        y = function(x, w, b)
        dy = torch.randn_like(y)
        grads = torch.autograd.grad((y * dy).sum(), [t for t in (x, w, b) if t is not None])
        g.add(f"{name}.x", x), g.add(f"{name}.y", y), g.add(f"{name}.dy", dy), g.add(f"{name}.dx", grads[0])
        if w is not None:
            for key, value in (("w", w), ("dw", grads[1])):
                g.add(f"{name}.{key}", value)
            g.add(f"{name}.b", b), g.add(f"{name}.db", grads[2])

    for name, x, w, options in (
        ("stride", (2, 3, 7, 6), (4, 3, 3, 3), {"stride": 2, "padding": 1}),
        ("dilation", (2, 2, 8, 7), (3, 2, 3, 3), {"padding": 2, "dilation": 2}),
        ("groups", (2, 4, 5, 5), (6, 2, 3, 3), {"groups": 2}),
        ("depthwise", (1, 3, 6, 5), (3, 1, 2, 2), {"stride": 3, "dilation": 2, "padding": 1, "groups": 3}),
    ):
        case(name, leaf(*x), leaf(*w), leaf(w[0]), lambda x, w, b: conv2d(x, w, b, **options))
    case("sequence", leaf(2, 3, 9), leaf(4, 3, 3), leaf(4), lambda x, w, b: conv1d(x, w, b, stride=2, padding=1))
    for name, x, w, options in (
        ("transposed", (2, 3, 4, 3), (3, 2, 3, 3), {"stride": 2, "padding": 1}),
        ("transposedGroups", (2, 4, 3, 3), (4, 3, 2, 2), {"stride": 3, "dilation": 2, "groups": 2}),
    ):
        outputs = w[1] * options.get("groups", 1)
        case(name, leaf(*x), leaf(*w), leaf(outputs), lambda x, w, b: conv_transpose2d(x, w, b, **options))
    case("nearest", leaf(2, 2, 3, 4), None, None, lambda x, w, b: nearest(x))
    case("bilinear", leaf(2, 2, 3, 4), None, None, lambda x, w, b: bilinear(x))
    case("global", leaf(2, 3, 4, 5), None, None, lambda x, w, b: x.mean((2, 3)))
    g.write()


def optimizers():
    g = Golden("optimizers")
    start = torch.tensor([1.0, -2.0, 0.5])
    gradients = torch.tensor(
        [[2.0, -1.0, 0.5], [-1.0, -0.5, 1.5], [3.0, 0.25, -2.0], [0.5, 0.0, 1.0], [-2.0, 1.0, 0.75], [0.1, -3.0, 0.2]]
    )
    g.add("start", start), g.add("gradients", gradients)

    def steps(name, make, rate=lambda t: 1.0):
        p = start.clone().requires_grad_()
        optimizer = make([p])
        schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda t: rate(t + 1))
        values = []
        for row in gradients:
            p.grad = row.clone()
            optimizer.step()
            schedule.step()
            values.append(p.detach().clone())
        g.add(name, torch.stack(values))

    o = torch.optim
    halves = lambda t: 0.5 ** ((t - 1) // 2)
    steps("adam", lambda p: o.Adam(p, 0.1, (0.9, 0.99), 1e-8))
    steps("adamW", lambda p: o.AdamW(p, 0.1, (0.9, 0.99), 1e-8, 0.2))
    steps("adaGrad", lambda p: o.Adagrad(p, 0.1, eps=1e-7))
    steps("adaDelta", lambda p: o.Adadelta(p, 1.0, rho=0.95, eps=1e-6))
    steps("momentum", lambda p: o.SGD(p, 0.1, momentum=0.9))
    steps("nesterov", lambda p: o.SGD(p, 0.1, momentum=0.9, nesterov=True))
    steps("momentumUnderSchedule", lambda p: o.SGD(p, 0.1, momentum=0.9), halves)
    steps("amsGrad", lambda p: o.Adam(p, 0.1, (0.9, 0.99), 1e-30, amsgrad=True))
    steps("nadam", lambda p: o.NAdam(p, 0.1, (0.9, 0.99), 1e-8, momentum_decay=0.004))
    g.write()


def cross_attention():
    torch.manual_seed(19)
    g = Golden("cross-attention")
    layer = nn.MultiheadAttention(8, 2, batch_first=True)
    for parameter in layer.parameters():
        nn.init.normal_(parameter, 0, 0.5)
    x, memory, dy = leaf(2, 3, 8), leaf(2, 5, 8), torch.randn(2, 3, 8)
    g.add("x", x), g.add("memory", memory), g.add("dy", dy)
    parameters = [layer.in_proj_weight, layer.in_proj_bias, layer.out_proj.weight, layer.out_proj.bias]
    for name, value in split(*parameters):
        g.add(name, value)
    padding = torch.tensor([[False] * 5, [False] * 3 + [True] * 2])
    for case, masks in {"plain": {}, "padding": {"key_padding_mask": padding}}.items():
        y, _ = layer(x, memory, memory, need_weights=False, **masks)
        dx, dmemory, *gradients = torch.autograd.grad((y * dy).sum(), [x, memory, *parameters])
        g.add(f"{case}.y", y), g.add(f"{case}.dx", dx), g.add(f"{case}.dmemory", dmemory)
        for name, value in split(*gradients):
            g.add(f"{case}.d.{name}", value)
    g.write()


if __name__ == "__main__":
    for write in (loss, attention, block, recurrent, convolution, optimizers, cross_attention):
        write()
