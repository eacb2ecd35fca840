"""Measurements outside the training: predictions, and the parts of a training step."""

import statistics
import time

WARM_UP_SECONDS = 0.3
MEASURED_SECONDS = 1.0
MAXIMUM_SAMPLES = 20_000
STEP_MEASURED_SECONDS = 0.7
MAXIMUM_STEPS = 300
PREDICTION_BATCH = 256


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
