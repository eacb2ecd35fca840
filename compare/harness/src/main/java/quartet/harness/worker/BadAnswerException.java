package quartet.harness.worker;

import quartet.harness.Printable;

/** Thrown if the output of a worker cannot be used. The message is one line that names the file and the defect. */
public final class BadAnswerException extends Exception {
    public BadAnswerException(String message) {
        super(Printable.line(message));
    }
}
