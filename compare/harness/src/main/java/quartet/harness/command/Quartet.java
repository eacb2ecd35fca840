package quartet.harness.command;

import java.io.UncheckedIOException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import quartet.datasets.DatasetException;
import quartet.harness.Printable;
import quartet.harness.UsageException;

/** The command line. Exit codes: 0 for success, 1 for a failure during the run, 2 for incorrect usage. */
@Command(
        name = "quartet",
        description = "Deep learning on the JVM, written four times side by side. Without a command: run.",
        mixinStandardHelpOptions = true,
        version = "Quartet 1.0",
        subcommands = {
            RunCommand.class,
            ParityCommand.class,
            PredictCommand.class,
            ExampleCommand.class,
            EnginesCommand.class,
            DatasetsCommand.class,
            ReportCommand.class,
            NotebooksCommand.class,
            ReadCommand.class,
            ExportCommand.class,
            PeersCommand.class,
            WeightsCommand.class
        })
public final class Quartet {
    /** The exit code for a failure during the run. */
    public static final int FAILED = 1;
    /** The exit code for an invalid command line, or for an invalid file that it names. */
    static final int USAGE = 2;

    @Option(
            names = "--debug",
            scope = ScopeType.INHERIT,
            description = "Show the stack trace of an error, not only its message.")
    private boolean debug;

    public static void main(String[] arguments) {
        System.exit(execute(arguments));
    }

    static int execute(String... arguments) {
        Quartet quartet = new Quartet();
        CommandLine commandLine = new CommandLine(quartet)
                .setParameterExceptionHandler((e, args) -> usage(e))
                .setExecutionExceptionHandler((e, command, parse) -> quartet.failed(e));
        boolean noCommand = arguments.length == 0
                || (arguments[0].startsWith("--")
                        && !arguments[0].equals("--help")
                        && !arguments[0].equals("--version"));
        if (!noCommand) {
            return commandLine.execute(arguments);
        }
        String[] run = new String[arguments.length + 1];
        run[0] = "run";
        System.arraycopy(arguments, 0, run, 1, arguments.length);
        return commandLine.execute(run);
    }

    private static int usage(ParameterException e) {
        String command = e.getCommandLine().getCommandSpec().qualifiedName();
        System.err.println(firstLine(e) + "; see " + command + " --help");
        return USAGE;
    }

    private int failed(Exception e) {
        if (debug) {
            e.printStackTrace();
        }
        boolean usage =
                e instanceof UsageException || e instanceof DatasetException || e instanceof IllegalArgumentException;
        boolean file = e instanceof UncheckedIOException;
        System.err.println(
                usage || file
                        ? firstLine(e)
                        : Printable.line(e.toString()) + " (this is a defect of Quartet; --debug shows where)");
        return usage ? USAGE : FAILED;
    }

    private static String firstLine(Exception e) {
        return Printable.line(String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
    }
}
