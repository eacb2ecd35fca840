package quartet.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Collection;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * Starts {@link MatmulBenchmark} with all libraries, on a quiet machine and from the root of the project:
 *
 * <pre>{@code
 * mvn -pl compare/benchmark -am test -Dtest=MatmulComparison -Dsurefire.failIfNoSpecifiedTests=false
 * }</pre>
 *
 * It takes a quarter of an hour. {@code -Dbenchmarks.time=100ms} shortens each iteration from a second to that, for a
 * first look; {@code -Dbenchmarks.libraries=SCRATCH,ND4J} leaves libraries out; {@code -Dquartet.threads=2} gives each
 * library two threads instead of one. Its name keeps this class out of the ordinary tests.
 *
 * <p>A table of the libraries is printed, and {@code compare/benchmark/target/matmul.csv} has the numbers. There {@code
 * gc.alloc.rate.norm} is the count of bytes that one call allocates on Java's heap; native memory is not counted.
 */
class MatmulComparison {

    @Test
    void run() throws RunnerException {
        Path results = Path.of("target", "matmul.csv");
        ChainedOptionsBuilder options = new OptionsBuilder()
                .include(MatmulBenchmark.class.getName())
                .jvmArgsAppend(
                        "-Dquartet.threads=" + Integer.getInteger("quartet.threads", 1),
                        // JavaCPP would ask the operating system for the process size at every allocation.
                        "-Dorg.bytedeco.javacpp.maxphysicalbytes=0",
                        // The rest silences warnings of Java 24 and newer about native libraries and sun.misc.Unsafe.
                        "-XX:+IgnoreUnrecognizedVMOptions",
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow")
                .addProfiler(GCProfiler.class)
                .resultFormat(ResultFormatType.CSV)
                .result(results.toString())
                .shouldFailOnError(true);
        Optional.ofNullable(System.getProperty("benchmarks.libraries"))
                .ifPresent(names -> options.param("library", names.split(",", -1)));
        Optional.ofNullable(System.getProperty("benchmarks.time"))
                .map(TimeValue::fromString)
                .ifPresent(time -> options.warmupTime(time).measurementTime(time));
        Collection<RunResult> runs = new Runner(options.build()).run();
        System.out.println(MatmulTable.of(runs));
        assertThat(results).exists();
    }
}
