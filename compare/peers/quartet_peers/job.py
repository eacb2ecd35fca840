"""A worker's job: the files that it reads, and the files that it answers with."""

import functools
import json
from pathlib import Path

from quartet_peers import safetensors
from quartet_peers.order import permutation


class Job:
    """The job with the data of its experiment, and the folder for the answers."""

    def __init__(self, folder):
        self.folder = Path(folder)
        job = json.loads((self.folder / "job.json").read_text(encoding="utf-8"))
        self.engine, self.spec, self.training = job["engine"], job["spec"], job["training"]
        self.order, self.phases, self.threads = job["order"], job["phases"], job["threads"]
        self.step_limit, self.snapshots = job["stepLimit"], set(job["snapshots"])
        self.launched_millis = job["launchedMillis"]
        self._experiment = Path(job["experiment"])

    @functools.cached_property
    def _data(self):
        return safetensors.read(self._experiment / "data.safetensors")

    @property
    def features(self):
        return self._data["train.features"]

    @property
    def targets(self):
        return self._data["train.targets"]

    @property
    def test(self):
        """The features of the test set. A worker does not get its targets."""
        return self._data["test.features"]

    def start(self, step):
        """The weights from which all engines start the probe of a step; 0 stands for the initial weights."""
        return safetensors.read(self._experiment / f"start-{step}.safetensors")

    def epoch_order(self, epoch):
        """The row numbers in the order of one epoch; the first epoch is 0."""
        return permutation(self.order["rows"], self.order["seed"], epoch)

    def answer(self, name, tensors):
        """Writes tensors for the harness."""
        safetensors.write(self.folder / f"{name}.safetensors", tensors)

    def report(self, event):
        """Appends an event, which the harness reads while the worker runs."""
        with open(self.folder / "events.jsonl", "a", encoding="utf-8") as file:
            file.write(json.dumps(event) + "\n")
