package quartet.notebook.session;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.Diag;
import jdk.jshell.EvalException;
import jdk.jshell.ExpressionSnippet;
import jdk.jshell.JShell;
import jdk.jshell.JShellException;
import jdk.jshell.Snippet;
import jdk.jshell.Snippet.Status;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis.Completeness;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;
import jdk.jshell.UnresolvedReferenceException;
import jdk.jshell.VarSnippet;
import quartet.notebook.format.Output;
import quartet.notebook.session.CellRun.Ending;

/** The evaluation of one cell, which JShell executes as a sequence of snippets. */
final class CellEvaluation {
    private static final String COMPILE_ERROR = "CompileError";

    private final JShell shell;
    private final BooleanSupplier interrupted;
    private final Map<String, Integer> firstLines = new HashMap<>();
    private final List<Snippet> declared = new ArrayList<>();
    private Ending ending = Ending.FINISHED;
    private String message = "";
    private Optional<Output> thrown = Optional.empty();
    private int line = 1;

    /**
     * Prepares an evaluation.
     *
     * @param interrupted whether the cell was stopped or the JVM of the session has ended
     */
    CellEvaluation(JShell shell, BooleanSupplier interrupted) {
        this.shell = shell;
        this.interrupted = interrupted;
    }

    Ending ending() {
        return ending;
    }

    String message() {
        return message;
    }

    Optional<Output> thrown() {
        return thrown;
    }

    /** Evaluates the snippets up to the first failure, and writes the value of the last one to the exchange folder. */
    void run(String source) {
        Optional<SnippetEvent> last = Optional.empty();
        String remaining = source;
        while (!remaining.isBlank() && running()) {
            CompletionInfo info = shell.sourceCodeAnalysis().analyzeCompletion(remaining);
            boolean complete =
                    info.completeness().isComplete() && !info.source().isEmpty();
            if (!complete && info.completeness() == Completeness.EMPTY) {
                break; // Only comments remain.
            }
            String snippet = complete ? info.source() : remaining;
            String stripped = snippet.stripLeading(); // JShell counts lines from the first that is not blank.
            line += lineEnds(snippet.substring(0, snippet.length() - stripped.length()));
            last = evaluate(stripped);
            line += lineEnds(stripped);
            remaining = complete ? info.remaining() : "";
        }
        if (running()) {
            requireResolved();
        }
        if (running() && last.isPresent()) {
            valueName(last.get()).ifPresent(name -> evaluate(CellAgent.class.getName() + ".value(" + name + ");"));
        }
    }

    /** Returns the value of an expression as JShell prints it. */
    String valueOf(String expression) {
        return evaluate(expression)
                .map(SnippetEvent::value)
                .orElseThrow(() -> new IllegalStateException("the session cannot start: " + message));
    }

    private boolean running() {
        return ending == Ending.FINISHED && !interrupted.getAsBoolean();
    }

    private Optional<SnippetEvent> evaluate(String source) {
        Optional<SnippetEvent> own = shell.eval(source).stream()
                .filter(event -> event.causeSnippet() == null)
                .findFirst();
        own.ifPresent(this::record);
        return ending == Ending.FINISHED ? own : Optional.empty();
    }

    private void record(SnippetEvent event) {
        Snippet snippet = event.snippet();
        firstLines.put(snippet.id(), line);
        if (event.status() == Status.REJECTED) {
            String errors = shell.diagnostics(snippet)
                    .filter(Diag::isError)
                    .map(error -> describe(snippet, error))
                    .collect(Collectors.joining("; "));
            fail(Ending.REJECTED, COMPILE_ERROR, errors, "does not compile: " + errors);
        } else if (event.exception() != null) {
            fail(event.exception());
        } else if (snippet instanceof DeclarationSnippet) {
            declared.add(snippet);
        }
    }

    /** Rejects declarations with unknown names, which JShell accepts but readers do not expect. */
    private void requireResolved() {
        for (Snippet snippet : declared) {
            Status status = shell.status(snippet);
            if (status == Status.RECOVERABLE_DEFINED || status == Status.RECOVERABLE_NOT_DEFINED) {
                String unknown = shell.unresolvedDependencies((DeclarationSnippet) snippet)
                        .collect(Collectors.joining(", "));
                String errors = "line " + firstLines.get(snippet.id()) + ": unknown " + unknown;
                fail(Ending.REJECTED, COMPILE_ERROR, errors, "does not compile: " + errors);
                return;
            }
        }
    }

    private void fail(JShellException exception) {
        String name = exception instanceof EvalException e ? e.getExceptionClassName() : COMPILE_ERROR;
        String text = exception instanceof UnresolvedReferenceException unresolved
                ? shell.unresolvedDependencies(unresolved.getSnippet())
                        .collect(Collectors.joining(", ", "unknown ", ""))
                : String.valueOf(exception.getMessage());
        fail(Ending.THROWN, name, text, "threw " + name + ": " + text + place(exception));
    }

    private void fail(Ending how, String name, String text, String explanation) {
        ending = how;
        thrown = Optional.of(new Output.Thrown(name, text));
        message = explanation.lines().findFirst().orElse("");
    }

    /** Returns the line of this cell in which an exception was thrown, if any. */
    private String place(JShellException exception) {
        for (StackTraceElement element : exception.getStackTrace()) {
            String file = String.valueOf(element.getFileName());
            Integer firstLine = firstLines.get(file.startsWith("#") ? file.substring(1) : "");
            if (firstLine != null) {
                return " (line " + (firstLine + element.getLineNumber() - 1) + ")";
            }
        }
        return "";
    }

    private String describe(Snippet snippet, Diag error) {
        int position =
                (int) Math.max(0, Math.min(error.getPosition(), snippet.source().length()));
        long lines = snippet.source()
                .substring(0, position)
                .chars()
                .filter(c -> c == '\n')
                .count();
        String text = error.getMessage(java.util.Locale.ROOT)
                .lines()
                .map(String::strip)
                .collect(Collectors.joining(", "));
        return "line " + (line + lines) + ": " + text;
    }

    private static int lineEnds(String text) {
        return (int) text.chars().filter(c -> c == '\n').count();
    }

    /** Returns the variable that holds the value of an expression; empty if the snippet has no value to show. */
    private static Optional<String> valueName(SnippetEvent event) {
        Snippet snippet = event.snippet();
        if (event.value() == null || event.value().isEmpty() || event.value().equals("null")) {
            return Optional.empty();
        }
        return switch (snippet.subKind()) {
            case TEMP_VAR_EXPRESSION_SUBKIND -> Optional.of(((VarSnippet) snippet).name());
            case VAR_VALUE_SUBKIND -> Optional.of(((ExpressionSnippet) snippet).name());
            default -> Optional.empty();
        };
    }
}
