package quartet.scratch.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Starts the benchmarks, on a quiet machine and from the root of the project:
 *
 * <pre>{@code
 * mvn -pl scratch -am test -Dtest=Benchmarks -Dsurefire.failIfNoSpecifiedTests=false -Dbenchmarks=StepBenchmark
 * }</pre>
 *
 * The property takes a regular expression for their names; without it all are run. {@code -Dbenchmarks.arguments=}
 * takes arguments for their JVMs. Its name keeps this class out of the ordinary tests. The numbers are printed and stand
 * in {@code scratch/target/benchmarks.csv}; there {@code gc.alloc.rate.norm} is the count of bytes that one call
 * allocates. The matrix product's benchmark, with other libraries beside it, is in {@code compare/benchmark}.
 */
class Benchmarks {
    private static final String PACKAGE = "quartet.scratch.";

    @Test
    void run() throws RunnerException {
        Path results = Path.of("target", "benchmarks.csv");
        Options options = new OptionsBuilder()
                .include(PACKAGE + ".*" + System.getProperty("benchmarks", ""))
                .jvmArgsAppend(arguments())
                .addProfiler(GCProfiler.class)
                .resultFormat(ResultFormatType.CSV)
                .result(results.toString())
                .shouldFailOnError(true)
                .build();
        new Runner(options).run();
        assertThat(Files.exists(results)).isTrue();
    }

    private static String[] arguments() {
        return System.getProperty("benchmarks.arguments", "-Dquartet.threads=1").split(" ");
    }
}
