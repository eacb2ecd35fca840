package quartet.benchmark;

import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Lists and runs the benchmarks. From the root of the project, on a quiet machine:
 *
 * <pre>{@code
 * mvn -q -pl compare/benchmark -am -DskipTests package
 * java -cp "compare/benchmark/target/classes:$(cat compare/benchmark/target/classpath)" quartet.benchmark.Benchmarks
 * }</pre>
 *
 * Without arguments it lists the benchmarks. An argument is a regular expression for the names of those to run, or an
 * option of JMH. Useful options are {@code -r 100ms -w 100ms} for quick estimates, {@code -p library=SCRATCH,ND4J} for
 * some values of a parameter, {@code -rf csv -rff results.csv} for a file, and {@code -jvmArgsAppend
 * -Dquartet.kernels=scalar}, {@code -Dquartet.threads=2} or {@code -XX:MaxVectorSize=32} for other kernels, more
 * threads or narrower vectors.
 *
 * <p>{@code gc.alloc.rate.norm} in the output is the number of bytes that one call allocates on Java's heap; native
 * memory is not counted.
 */
public final class Benchmarks {
    private static final String[] JVM_ARGUMENTS = {
        "--add-modules=jdk.incubator.vector",
        // Without it, JavaCPP queries the operating system for the size of the process at every allocation.
        "-Dorg.bytedeco.javacpp.maxphysicalbytes=0",
        // The rest silences warnings of Java 24 and newer about native libraries and sun.misc.Unsafe.
        "-XX:+IgnoreUnrecognizedVMOptions",
        "--enable-native-access=ALL-UNNAMED",
        "--sun-misc-unsafe-memory-access=allow"
    };

    private Benchmarks() {}

    /**
     * Lists or runs benchmarks.
     *
     * @param arguments none, or regular expressions for names and options of JMH
     * @throws CommandLineOptionException if an option is unknown or its value is invalid
     * @throws RunnerException if no benchmark has such a name, or one fails
     */
    public static void main(String[] arguments) throws CommandLineOptionException, RunnerException {
        CommandLineOptions commandLine = new CommandLineOptions(arguments);
        Options options = new OptionsBuilder()
                .parent(commandLine)
                .jvmArgsPrepend(JVM_ARGUMENTS)
                .addProfiler(GCProfiler.class)
                .shouldFailOnError(true)
                .build();
        Runner runner = new Runner(options);
        if (arguments.length == 0 || commandLine.shouldList()) {
            runner.list();
        } else if (commandLine.shouldListWithParams()) {
            runner.listWithParams(commandLine);
        } else {
            printRates(runner.run());
        }
    }

    /** Prints the rates of matrix products, if there are any. */
    private static void printRates(Collection<RunResult> results) {
        List<RunResult> products = results.stream()
                .filter(result -> result.getParams().getBenchmark().startsWith(MatmulBenchmark.class.getName()))
                .toList();
        if (!products.isEmpty()) {
            System.out.println(MatmulTable.of(products));
        }
    }
}
