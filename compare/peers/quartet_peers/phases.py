"""The phases in which a learner trains in the strict order, or computes for the parity check."""

import statistics
import time

import numpy as np

from quartet_peers.clock import resources_event

RECORDED_STEPS = 100
PREDICTION_BATCH = 256
PROBE_STARTS = (0, 1, 10, 25, 50, 100)
PROBE_STEPS = 2
PROBE_BATCH_SIZES = (1, 7, 64)
PROBE_TEST_ROWS = 64


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
