"""Reads and writes files in the safetensors format.

    8 bytes: n, little-endian | n bytes: JSON {"name": {"dtype", "shape", "data_offsets": [from, to]}} | data

F32 and I32 are the types that the harness uses.
"""

import json
import os
import struct

import numpy as np

_DTYPES = {"F32": np.dtype("<f4"), "I32": np.dtype("<i4")}
_NAMES = {"f": "F32", "i": "I32"}


def read(path):
    """Returns the tensors of a file by name, in the file's order. The arrays cannot be written to."""
    with open(path, "rb") as file:
        content = file.read()
    (length,) = struct.unpack_from("<Q", content)
    header = json.loads(content[8 : 8 + length])
    tensors = {}
    for name, entry in header.items():
        if name == "__metadata__":
            continue
        dtype = _DTYPES[entry["dtype"]]
        begin, end = (8 + length + offset for offset in entry["data_offsets"])
        tensors[name] = np.frombuffer(content[begin:end], dtype).reshape(entry["shape"])
    return tensors


def write(path, tensors):
    """Writes tensors by name. The file appears complete or not at all."""
    header, parts, offset = {}, [], 0
    for name, tensor in tensors.items():
        tensor = np.asarray(tensor)
        dtype = _NAMES[tensor.dtype.kind]
        data = np.ascontiguousarray(tensor, _DTYPES[dtype]).tobytes()
        header[name] = {"dtype": dtype, "shape": list(tensor.shape), "data_offsets": [offset, offset + len(data)]}
        parts.append(data)
        offset += len(data)
    text = json.dumps(header).encode()
    text += b" " * (-len(text) % 8)
    temporary = f"{path}.part"
    with open(temporary, "wb") as file:
        file.write(struct.pack("<Q", len(text)) + text + b"".join(parts))
    os.replace(temporary, path)
