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
import os
import sys
import threading
import time
import traceback

import numpy as np

from quartet_peers.clock import PhaseClock, resources_event
from quartet_peers.job import Job
from quartet_peers.measure import inference_event, step_parts_event
from quartet_peers.phases import PREDICTION_BATCH, predict, probe, reload, train

HARNESS_LOOKS_SECONDS = 0.2


def main(framework_name, folder):
    """Runs the job. Returns the exit code: 0 done, 1 failed, 2 not supported."""
    end_with_parent()
    job = Job(folder)
    try:
        framework = importlib.import_module(f"quartet_peers.{framework_name}")
        info = framework.info(job.threads) | {"name": job.engine}
        job.report({"event": "ready", "engine": info, "java": f"Python {sys.version.split()[0]}"})
        run(framework, job)
        job.report({"event": "done"})
        return 0
    except ImportError as error:
        message = f"{error}; run: compare/quartet peers install {framework_name}"
        job.report({"event": "failed", "message": message, "unsupported": True})
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
    elif job.phases == ["PREDICT"]:
        predict_rows(framework, job)
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


def train_example(framework, job, clock):
    """The idiomatic division: the clock covers building the network, handing over the data, and all epochs."""
    features, targets, epochs = job.features, job.targets, job.training["epochs"]
    clock.lap("start")
    before = time.perf_counter()
    model = framework.train_example(
        job.spec, features, targets, epochs, job.training["batchSize"], job.order["seed"]
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


def predict_rows(framework, job):
    """Predicts rows with a network that an earlier worker saved."""
    learner = framework.load(job.spec, job.training, job.folder / "model")
    job.answer("predicted", {"predictions": predict(learner, job.test, PREDICTION_BATCH)})
