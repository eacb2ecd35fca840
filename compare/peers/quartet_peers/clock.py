"""Seconds by phase, and what the process has used."""

import gc
import platform
import sys
import time

try:
    import resource
except ImportError:  # on Windows
    resource = None


class PhaseClock:
    """Wall-clock and CPU seconds of this process by phase, since the harness started it."""

    def __init__(self, launched_millis):
        self._seconds = {}
        self._cpu_seconds = {}
        self._lap = time.perf_counter() - (time.time() - launched_millis / 1e3)
        self._lap_cpu = 0.0

    def lap(self, phase):
        """Adds the time since the last call, or since the start of the process, to a phase."""
        now, cpu = time.perf_counter(), time.process_time()
        self._seconds[phase] = self._seconds.get(phase, 0.0) + now - self._lap
        self._cpu_seconds[phase] = self._cpu_seconds.get(phase, 0.0) + cpu - self._lap_cpu
        self._lap, self._lap_cpu = now, cpu

    def event(self):
        return {"event": "phases", "seconds": self._seconds, "cpuSeconds": self._cpu_seconds}


def resources_event():
    """What this process has used. Python has no counterpart of the JVM's heap limit and allocation counter: 0."""
    usage = resource.getrusage(resource.RUSAGE_SELF) if resource else None
    return {
        "event": "resources",
        "allocatedBytes": 0,
        "collections": sum(generation["collections"] for generation in gc.get_stats()),
        "collectionMillis": 0,
        "heapBytes": 0,
        "minorFaults": usage.ru_minflt if usage else -1,
        "majorFaults": usage.ru_majflt if usage else -1,
        "vm": f"{platform.python_implementation()} {platform.python_version()}",
        "jvmArguments": sys.orig_argv[1:-1],
    }
