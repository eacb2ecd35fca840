package quartet.notebook.format;

import java.util.Optional;

/** An output of a code cell. */
public sealed interface Output {
    /**
     * The printed output of a cell.
     *
     * @param name {@code stdout} or {@code stderr}
     * @param text with its line ends
     */
    record Printed(String name, String text) implements Output {}

    /**
     * The value of a cell's last expression.
     *
     * @param text the value as text
     * @param drawing the picture, if the value is one
     */
    record Value(String text, Optional<Drawing> drawing) implements Output {}

    /**
     * An exception that ended a cell.
     *
     * @param name the class of the exception
     * @param message its message
     */
    record Thrown(String name, String message) implements Output {}
}
