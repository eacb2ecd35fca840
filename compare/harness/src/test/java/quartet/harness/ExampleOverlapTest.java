package quartet.harness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import quartet.contract.experiment.Project;

/**
 * Examples of one implementation resemble each other, because each writes out the whole way from data to prediction. What
 * goes beyond that is a copy, which belongs in a class that the examples share.
 */
class ExampleOverlapTest {
    /** The largest share of an example's code lines that another example of its implementation may have too. */
    private static final double LIMIT = 2.0 / 3;

    private static final Pattern COMMENT = Pattern.compile("(?s)/\\*.*?\\*/|(?m)^\\s*//[^\n]*");
    private static final Pattern NO_CODE = Pattern.compile("|import .*|package .*|[{}()\\[\\];,]+");

    private enum Implementation {
        SCRATCH("scratch", "quartet/scratch"),
        DL4J("dl4j-impl", "quartet/dl4j"),
        PYTORCH("djl-pytorch-impl", "quartet/djl/pytorch"),
        TENSORFLOW("djl-tensorflow-impl", "quartet/djl/tensorflow");

        private final String module;
        private final String examples;

        Implementation(String module, String examples) {
            this.module = module;
            this.examples = examples;
        }

        Path source(Project project) {
            // Tests run in the folder compare/harness.
            return Path.of("..", "..", module, "src", "main", "java")
                    .resolve(examples)
                    .resolve(project.exampleName() + ".java");
        }
    }

    @ParameterizedTest
    @EnumSource(Implementation.class)
    void examplesAreNotCopiesOfEachOther(Implementation implementation) throws IOException {
        for (Project example : Project.values()) {
            for (Project other : Project.values()) {
                if (example != other) {
                    double share = overlap(lines(implementation.source(example)), lines(implementation.source(other)));
                    assertThat(share)
                            .as(
                                    "%s: share of the code lines of %s that %s has too",
                                    implementation.module, example.exampleName(), other.exampleName())
                            .isLessThanOrEqualTo(LIMIT);
                }
            }
        }
    }

    @Test
    void countsCodeAlone() {
        String source = """
                package p;
                import q.R;

                /** A
                 * comment. */
                class C {
                    // a comment
                    int f = 1; // part of a line of code
                    int f = 1; // part of a line of code
                }
                """;
        assertThat(lines(source)).isEqualTo(Map.of("class C {", 1, "int f = 1; // part of a line of code", 2));
        assertThat(overlap(lines(source), lines("class C {\nint f = 1; // part of a line of code\n")))
                .isEqualTo(2.0 / 3);
    }

    /** The lines of code with the number of their occurrences: no imports, comments, blank lines and lone braces. */
    private static Map<String, Integer> lines(String source) {
        Map<String, Integer> lines = new HashMap<>();
        List<String> stripped = COMMENT.matcher(source)
                .replaceAll("")
                .lines()
                .map(String::strip)
                .toList();
        for (String line : stripped) {
            if (!NO_CODE.matcher(line).matches()) {
                lines.merge(line, 1, Integer::sum);
            }
        }
        return lines;
    }

    private static Map<String, Integer> lines(Path file) throws IOException {
        return lines(Files.readString(file));
    }

    private static double overlap(Map<String, Integer> example, Map<String, Integer> other) {
        int common = 0;
        int all = 0;
        for (Map.Entry<String, Integer> line : example.entrySet()) {
            common += Math.min(line.getValue(), other.getOrDefault(line.getKey(), 0));
            all += line.getValue();
        }
        return (double) common / all;
    }
}
