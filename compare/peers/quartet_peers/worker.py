"""The worker: reads job.json in its folder, runs the phases of the job, and answers in files.

It does what the contract's worker does in Java (compare/contract, package quartet.contract.worker), with the same
files and the same clocks: a step is timed from the selection of its rows to the loss.

A framework is a module with the functions

    info(threads)                        name, framework, nativeLibrary, device, threads, deviations
    create(spec, training, weights)      a learner that starts from weights in the canonical layout
    load(spec, training, folder)         a learner that Learner.save wrote
    train_example(spec, features, targets, epochs, batch_size, seed)    a trained model, in the framework's own idiom

and a learner has predict(features), train_batch(features, targets), gradients(features, targets), weights() and
save(folder). Features, targets and predictions are numpy arrays.
"""

import importlib
import json
import os
import statistics
import sys
import threading
import time
import traceback
from pathlib import Path

import numpy as np

from quartet_peers import safetensors
from quartet_peers.clock import PhaseClock, resources_event
from quartet_peers.order import permutation

RECORDED_STEPS = 100
PREDICTION_BATCH = 256
PROBE_STARTS = (0, 1, 10, 25, 50, 100)
PROBE_STEPS = 2
PROBE_BATCH_SIZES = (1, 7, 64)
PROBE_TEST_ROWS = 64
WARM_UP_SECONDS = 0.3
MEASURED_SECONDS = 1.0
MAXIMUM_SAMPLES = 20_000
STEP_MEASURED_SECONDS = 0.7
MAXIMUM_STEPS = 300
HARNESS_LOOKS_SECONDS = 0.2


class Job:
    """The job with the data of its experiment, and the folder for the answers."""

    def __init__(self, folder):
        self.folder = Path(folder)
        job = json.loads((self.folder / "job.json").read_text())
        self.engine, self.spec, self.training = job["engine"], job["spec"], job["training"]
        self.order, self.phases = job["order"], job["phases"]
        self.step_limit, self.snapshots = job["stepLimit"], set(job["snapshots"])
        self.launched_millis = job["launchedMillis"]
        self._experiment = Path(job["experiment"])
        data = safetensors.read(self._experiment / "data.safetensors")
        self.features, self.targets = data["train.features"], data["train.targets"]
        self.test = data["test.features"]

    def start(self, step):
        """The weights from which all engines start the probe of a step; 0 stands for the initial weights."""
        return safetensors.read(self._experiment / f"start-{step}.safetensors")

    def epoch_order(self, epoch):
        return permutation(self.order["rows"], self.order["seed"], epoch)

    def answer(self, name, tensors):
        safetensors.write(self.folder / f"{name}.safetensors", tensors)

    def report(self, event):
        with open(self.folder / "events.jsonl", "a", encoding="utf-8") as file:
            file.write(json.dumps(event) + "\n")


def main(framework_name, folder):
    """Runs the job. Returns the exit code: 0 done, 1 failed, 2 not supported."""
    end_with_parent()
    job = Job(folder)
    try:
        framework = importlib.import_module(f"quartet_peers.{framework_name}")
        threads = int(os.environ.get("QUARTET_THREADS", "1"))
        info = framework.info(threads) | {"name": job.engine}
        job.report({"event": "ready", "engine": info, "java": f"Python {sys.version.split()[0]}"})
        run(framework, job)
        job.report({"event": "done"})
        return 0
    except ImportError as error:
        job.report({"event": "failed", "message": f"{error}", "unsupported": True})
        return 2
    except Exception as error:  # whatever goes wrong in a framework must reach the harness as one line
        traceback.print_exc()
        first_line = (str(error).splitlines() or [""])[0]
        job.report({"event": "failed", "message": f"{type(error).__name__}: {first_line}", "unsupported": False})
        return 1


def end_with_parent():
    """Ends this process when its parent ends, because no harness is left to read the answers."""
    parent = os.getppid()

    def watch():
        while os.getppid() == parent:
            time.sleep(1)
        os._exit(1)

    threading.Thread(target=watch, daemon=True).start()


def run(framework, job):
    clock = PhaseClock(job.launched_millis)
    if job.phases == ["RELOAD"]:
        reload(framework, job)
    elif job.phases == ["EXAMPLE"]:
        train_example(framework, job, clock)
    else:
        strict(framework, job, clock)


def strict(framework, job, clock):
    """The phases that share one learner; a probe makes its own."""
    learner = framework.create(job.spec, job.training, job.start(0))
    for phase in job.phases:
        if phase == "COLD_START":
            before = time.perf_counter()
            learner.predict(np.zeros_like(job.test[:1]))
            millis = 1e3 * (time.perf_counter() - before)
            seconds = time.time() - job.launched_millis / 1e3
            job.report({"event": "coldStart", "seconds": seconds, "predictionMillis": millis})
            clock.lap("start")
        elif phase == "TRAIN":
            train(learner, job, clock)
        elif phase == "INFERENCE":
            job.report(inference_event(learner, job.test))
            clock.lap("inference")
        elif phase == "STEP_PARTS":
            time.sleep(HARNESS_LOOKS_SECONDS)  # the harness reads the peak of memory before the copies are made
            job.report(step_parts_event(learner, job))
            clock.lap("stepParts")
        elif phase == "PROBE":
            probe(framework, job)
        elif phase == "SAVE":
            learner.save(job.folder / "model")
        else:
            raise ValueError(f"unknown phase {phase}")
    job.report(clock.event())


def train(learner, job, clock):
    """Trains in the strict order. Everything that is written for the harness is written outside the clock."""
    losses, step_seconds = [], []
    for epoch in range(job.order["epochs"]):
        if stopped(job, step_seconds):
            break
        loss_sum, epoch_seconds, rows = 0.0, 0.0, job.epoch_order(epoch)
        for start in range(0, len(rows), job.training["batchSize"]):
            before = time.perf_counter()
            selected = rows[start : start + job.training["batchSize"]]
            loss = learner.train_batch(job.features[selected], job.targets[selected])
            seconds = time.perf_counter() - before
            step_seconds.append(seconds)
            epoch_seconds += seconds
            loss_sum += loss * len(selected)
            if len(losses) < RECORDED_STEPS:
                losses.append(loss)
            if len(step_seconds) in job.snapshots:
                job.answer(f"weights-{len(step_seconds)}", learner.weights())
            if stopped(job, step_seconds) and start + len(selected) < len(rows):
                break
        else:
            clock.lap("training")
            job.answer(f"predictions-{epoch + 1}", {"predictions": predict(learner, job.test, PREDICTION_BATCH)})
            job.report({"event": "epoch", "epoch": epoch + 1, "loss": loss_sum / len(rows), "seconds": epoch_seconds})
            clock.lap("evaluation")
    clock.lap("training")
    job.answer("losses", {"losses": np.array(losses, np.float32)})
    job.report(
        {
            "event": "trained",
            "seconds": sum(step_seconds),
            "steps": len(step_seconds),
            "stepMillis": 1e3 * statistics.median(step_seconds),
        }
    )
    job.report(resources_event())
    clock.lap("evaluation")


def stopped(job, steps):
    return 0 < job.step_limit <= len(steps)


def predict(model, features, batch_size):
    """Predictions for all rows, computed batch_size rows at a time."""
    parts = [model.predict(features[i : i + batch_size]) for i in range(0, len(features), batch_size)]
    return np.concatenate(parts)


def probe(framework, job):
    """Records what the framework computes when it starts anew from weights that all engines have in common."""
    size = job.training["batchSize"]
    first_epoch = job.epoch_order(0)
    batches = -(-len(first_epoch) // size)
    learner = None
    for start in PROBE_STARTS:
        learner = framework.create(job.spec, job.training, job.start(start))
        for step in range(PROBE_STEPS):
            rows = job.epoch_order(start // batches) if step == 0 else first_epoch
            index = start % batches if step == 0 else batches - 1
            selected = rows[index * size : (index + 1) * size]
            features, targets = job.features[selected], job.targets[selected]
            answer = {"logits": learner.predict(features)}
            answer |= {f"gradient.{name}": value for name, value in learner.gradients(features, targets).items()}
            answer["loss"] = np.array([learner.train_batch(features, targets)], np.float32)
            answer |= {f"weight.{name}": value for name, value in learner.weights().items()}
            job.answer(f"probe-{start}-{step}", answer)
    rows = job.test[:PROBE_TEST_ROWS]
    for batch_size in PROBE_BATCH_SIZES:
        job.answer(f"batches-{batch_size}", {"predictions": predict(learner, rows, batch_size)})
    learner.save(job.folder / "model")
    job.answer("saved", {"predictions": learner.predict(rows)})


def reload(framework, job):
    learner = framework.load(job.spec, job.training, job.folder / "model")
    job.answer("loaded", {"predictions": learner.predict(job.test[:PROBE_TEST_ROWS])})


def train_example(framework, job, clock):
    """The idiomatic division: the clock covers building the network, handing over the data, and all epochs."""
    epochs = job.training["epochs"]
    clock.lap("start")
    before = time.perf_counter()
    model = framework.train_example(
        job.spec, job.features, job.targets, epochs, job.training["batchSize"], job.order["seed"]
    )
    seconds = time.perf_counter() - before
    clock.lap("training")
    job.answer(f"predictions-{epochs}", {"predictions": predict(model, job.test, PREDICTION_BATCH)})
    job.report({"event": "exampleTrained", "seconds": seconds})
    job.report(resources_event())
    clock.lap("evaluation")
    job.report(inference_event(model, job.test))
    clock.lap("inference")
    job.report(clock.event())


def inference_event(model, test):
    """Latency of single rows and throughput of batches, each after a warm-up."""
    single = sorted(measure(model, test, 1))
    batch = min(PREDICTION_BATCH, len(test))
    batches = measure(model, test, batch)
    return {
        "event": "inference",
        "p50Micros": 1e6 * quantile(single, 0.5),
        "p99Micros": 1e6 * quantile(single, 0.99),
        "rowsPerSecond": batch * len(batches) / sum(batches),
        "latencyMicros": {f"p{q}": 1e6 * quantile(single, q / 100) for q in (5, 25, 50, 75, 95, 99)},
    }


def step_parts_event(learner, job):
    """Medians of the calls that a training step consists of, on the batches of the first epoch in turn."""
    rows, size = job.epoch_order(0), job.training["batchSize"]
    batches = max(1, len(rows) // size)
    samples = {part: [] for part in ("select", "predict", "gradients", "weights", "step")}

    def timed(part, call):
        before = time.perf_counter()
        result = call()
        samples[part].append(time.perf_counter() - before)
        return result

    def step(index):
        start = index % batches * size
        selected = rows[start : start + size]
        features, targets = timed("select", lambda: (job.features[selected], job.targets[selected]))
        timed("predict", lambda: learner.predict(features))
        timed("gradients", lambda: learner.gradients(features, targets))
        timed("weights", learner.weights)
        timed("step", lambda: learner.train_batch(features, targets))

    start, index = time.perf_counter(), 0
    while time.perf_counter() - start < WARM_UP_SECONDS:
        step(index)
        index += 1
    for values in samples.values():
        values.clear()
    start, index = time.perf_counter(), 0
    while index == 0 or (index < MAXIMUM_STEPS and time.perf_counter() - start < STEP_MEASURED_SECONDS):
        step(index)
        index += 1
    medians = {f"{part}Micros": 1e6 * statistics.median(values) for part, values in samples.items()}
    return {"event": "stepParts", "steps": index} | medians


def measure(model, test, batch):
    """Seconds of each prediction, over the rows of the test set in turn."""
    count = min(64, len(test) // batch)
    inputs = [test[i * batch : (i + 1) * batch] for i in range(count)]
    start, i = time.perf_counter(), 0
    while time.perf_counter() - start < WARM_UP_SECONDS:
        model.predict(inputs[i % count])
        i += 1
    samples, start = [], time.perf_counter()
    while not samples or (len(samples) < MAXIMUM_SAMPLES and time.perf_counter() - start < MEASURED_SECONDS):
        before = time.perf_counter()
        model.predict(inputs[len(samples) % count])
        samples.append(time.perf_counter() - before)
    return samples


def quantile(ordered, q):
    """The smallest sample that at least a share q of the samples does not exceed."""
    return ordered[max(0, -int(-q * len(ordered) // 1) - 1)]
