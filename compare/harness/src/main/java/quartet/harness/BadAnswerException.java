package quartet.harness;

/** A worker's answer cannot be used. The message is one line that names the file and what is wrong with it. */
final class BadAnswerException extends Exception {
    BadAnswerException(String message) {
        super(Printable.line(message));
    }
}
