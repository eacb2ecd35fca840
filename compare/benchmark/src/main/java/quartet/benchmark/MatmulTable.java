package quartet.benchmark;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;

/** Formats the results of {@link MatmulBenchmark} with the rate of each library. */
final class MatmulTable {
    private MatmulTable() {}

    /**
     * Returns a line for each shape, transposition and library, grouped by product. It contains the mean time of a
     * product, half the width of its 99.9 % confidence interval, and GFLOP/s (10^9 operations per second).
     */
    static String of(Collection<RunResult> results) {
        StringBuilder table = new StringBuilder(String.format(
                "%n%-14s %-10s %-8s %12s %12s %9s%n",
                "shape", "transposed", "library", "microseconds", "+/-", "GFLOP/s"));
        Map<String, List<RunResult>> products = new LinkedHashMap<>();
        for (RunResult result : results) {
            BenchmarkParams params = result.getParams();
            String product = params.getParam("shape") + " " + params.getParam("transposed");
            products.computeIfAbsent(product, key -> new ArrayList<>()).add(result);
        }
        for (List<RunResult> libraries : products.values()) {
            for (RunResult result : libraries) {
                table.append(line(result.getParams(), result.getPrimaryResult()));
            }
        }
        return table.toString();
    }

    private static String line(BenchmarkParams params, Result<?> time) {
        String shape = params.getParam("shape");
        double microseconds = time.getScore();
        return String.format(
                Locale.ROOT,
                "%-14s %-10s %-8s %12.2f %12.2f %9.2f%n",
                shape,
                params.getParam("transposed"),
                params.getParam("library").toLowerCase(Locale.ROOT),
                microseconds,
                time.getScoreError(),
                MatmulProblem.operations(shape) / microseconds / 1e3);
    }
}
