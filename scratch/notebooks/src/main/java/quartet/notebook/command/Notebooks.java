package quartet.notebook.command;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import quartet.notebook.format.NotebookFolder;

/** The command line of the notebooks. Exit codes: 0 for success, 1 if a notebook failed, 2 for incorrect usage. */
@Command(
        name = "quartet notebooks",
        description = "The course as notebooks: theory that runs. Without a command: list.",
        mixinStandardHelpOptions = true,
        subcommands = {
            ListCommand.class,
            RunCommand.class,
            CheckCommand.class,
            HtmlCommand.class,
            ServeCommand.class,
            NewCommand.class,
            TextCommand.class
        })
public final class Notebooks {
    /** A notebook failed. */
    static final int FAILED = 1;

    private static final int USAGE = 2;

    @Option(
            names = "--debug",
            scope = ScopeType.INHERIT,
            description = "Show the stack trace of an error, not only its message.")
    private boolean debug;

    public static void main(String[] arguments) {
        System.exit(execute(arguments));
    }

    static int execute(String... arguments) {
        Notebooks notebooks = new Notebooks();
        return new CommandLine(notebooks)
                .setParameterExceptionHandler((e, args) -> usage(e))
                .setExecutionExceptionHandler((e, command, parse) -> notebooks.failed(e))
                .execute(arguments.length == 0 ? new String[] {"list"} : arguments);
    }

    /** Returns the folder of the notebooks. The launcher passes the project's folder. */
    static NotebookFolder folder() {
        return new NotebookFolder(Path.of(System.getProperty("quartet.home", "."), "scratch", "notebooks"));
    }

    private static int usage(ParameterException e) {
        System.err.println(
                firstLine(e) + "; see " + e.getCommandLine().getCommandSpec().qualifiedName() + " --help");
        return USAGE;
    }

    private int failed(Exception e) {
        if (debug) {
            e.printStackTrace();
        }
        boolean usage = e instanceof IllegalArgumentException;
        System.err.println(
                usage || e instanceof UncheckedIOException
                        ? firstLine(e)
                        : e + " (this is a defect of Quartet; --debug shows where)");
        return usage ? USAGE : FAILED;
    }

    private static String firstLine(Exception e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }
}
