package quartet.harness.worker;

import java.util.List;
import quartet.contract.worker.WorkerEvent;
import quartet.harness.Printable;
import quartet.harness.Status;

/**
 * How a worker's process ended.
 *
 * @param status ok if it did all that it was asked for
 * @param reason one line; empty if the status is ok
 */
record Ending(Status status, String reason) {
    private static final List<String> SIGNALS = List.of(
            "", "SIGHUP", "SIGINT", "SIGQUIT", "SIGILL", "SIGTRAP", "SIGABRT", "SIGBUS", "SIGFPE", "SIGKILL", "SIGUSR1",
            "SIGSEGV", "SIGUSR2", "SIGPIPE", "SIGALRM", "SIGTERM");

    /** What exit code and events say together: the worker's own words first, if it had any. */
    static Ending of(int exitCode, List<WorkerEvent> events) {
        for (WorkerEvent event : events) {
            if (event instanceof WorkerEvent.Failed failed) {
                return new Ending(
                        failed.unsupported() ? Status.UNSUPPORTED : Status.FAILED, Printable.line(failed.message()));
            }
        }
        boolean done = events.stream().anyMatch(WorkerEvent.Done.class::isInstance);
        return done && exitCode == 0 ? new Ending(Status.OK, "") : new Ending(Status.FAILED, describe(exitCode));
    }

    /** On Unix, Java gives 128 and the signal's number as the exit code of a process that a signal ended. */
    private static String describe(int exitCode) {
        int signal = exitCode - 128;
        if (signal > 0 && signal < SIGNALS.size()) {
            return "ended by signal " + signal + " (" + SIGNALS.get(signal) + ")";
        }
        return exitCode == 0 ? "ended before it was done" : "ended with exit code " + exitCode;
    }
}
