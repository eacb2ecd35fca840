package quartet.harness.worker;

import quartet.harness.Printable;

/** A worker's answer cannot be used. The message is one line that names the file and what is wrong with it. */
public final class BadAnswerException extends Exception {
    public BadAnswerException(String message) {
        super(Printable.line(message));
    }
}
