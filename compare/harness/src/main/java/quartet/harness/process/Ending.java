package quartet.harness.process;

import java.util.List;
import quartet.contract.worker.WorkerEvent;
import quartet.harness.Printable;
import quartet.harness.Status;

/**
 * The end of a worker's process.
 *
 * @param status ok if the worker completed its job
 * @param reason one line; empty if the status is ok
 */
public record Ending(Status status, String reason) {
    private static final List<String> SIGNALS = List.of(
            "", "SIGHUP", "SIGINT", "SIGQUIT", "SIGILL", "SIGTRAP", "SIGABRT", "SIGBUS", "SIGFPE", "SIGKILL", "SIGUSR1",
            "SIGSEGV", "SIGUSR2", "SIGPIPE", "SIGALRM", "SIGTERM");

    /** Derives the ending from the exit code and the events. The worker's own failure message takes precedence. */
    public static Ending of(int exitCode, List<WorkerEvent> events) {
        for (WorkerEvent event : events) {
            if (event instanceof WorkerEvent.Failed failed) {
                return new Ending(
                        failed.unsupported() ? Status.UNSUPPORTED : Status.FAILED, Printable.line(failed.message()));
            }
        }
        boolean done = events.stream().anyMatch(WorkerEvent.Done.class::isInstance);
        return done && exitCode == 0 ? new Ending(Status.OK, "") : new Ending(Status.FAILED, describe(exitCode));
    }

    /** Describes an exit code. On Unix, Java reports 128 plus the signal number for a process ended by a signal. */
    private static String describe(int exitCode) {
        int signal = exitCode - 128;
        if (signal > 0 && signal < SIGNALS.size()) {
            return "ended by signal " + signal + " (" + SIGNALS.get(signal) + ")";
        }
        return exitCode == 0 ? "ended before it was done" : "ended with exit code " + exitCode;
    }
}
