package quartet.harness.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import quartet.contract.experiment.Project;
import quartet.harness.worker.InstalledEngine;

class RoleFinderTest {
    private static final Set<Role> QUOTED = EnumSet.of(Role.DATA, Role.LOSS);

    private static JavaSource example(InstalledEngine engine, Project project) {
        String path = engine.exampleClass(project).orElseThrow().replace('.', '/') + ".java";
        return JavaSource.read(engine.module().resolve("src/main/java").resolve(path));
    }

    @ParameterizedTest
    @EnumSource(Project.class)
    void everyExamplePlaysEveryRoleInTheSameOrder(Project project) {
        List<InstalledEngine> engines = CheckoutEngines.all();
        assertThat(engines).hasSizeGreaterThanOrEqualTo(4);
        for (InstalledEngine engine : engines) {
            Map<Role, List<Passage>> passages = RoleFinder.of(example(engine, project));
            assertThat(passages.keySet()).as(engine.name()).containsExactly(Role.values());
            List<Role> order = new ArrayList<>(EnumSet.complementOf(EnumSet.copyOf(QUOTED)));
            order.sort(Comparator.comparing(
                    role -> passages.getOrDefault(role, List.of()).get(0).first()));
            assertThat(order).as(engine.name()).isSorted();
        }
    }

    /** What is not quoted is each line of the class, once, but for the class's last brace. */
    @ParameterizedTest
    @EnumSource(Project.class)
    void everyLineStandsInOneRow(Project project) {
        for (InstalledEngine engine : CheckoutEngines.all()) {
            JavaSource source = example(engine, project);
            Set<Integer> withText = linesWithText(source);
            List<Integer> lines = new ArrayList<>();
            RoleFinder.of(source).forEach((role, passages) -> passages.stream()
                    .filter(passage -> passage.origin().isEmpty())
                    .forEach(passage -> IntStream.rangeClosed(passage.first(), passage.last())
                            .filter(withText::contains)
                            .forEach(lines::add)));
            List<Integer> expected = IntStream.range(
                            JavaSource.firstLine(source.type()), JavaSource.lastLine(source.type()))
                    .filter(withText::contains)
                    .boxed()
                    .toList();
            assertThat(lines).as(engine.name()).containsExactlyInAnyOrderElementsOf(expected);
        }
    }

    private static Set<Integer> linesWithText(JavaSource source) {
        return source.tokens().stream()
                .filter(token -> !token.getCategory().isWhitespace())
                .map(token -> token.getRange().orElseThrow())
                .flatMap(range ->
                        IntStream.rangeClosed(range.begin.line, range.end.line).boxed())
                .collect(Collectors.toSet());
    }

    @Test
    void everyAdapterTrainsPredictsAndSaves() {
        for (InstalledEngine engine : CheckoutEngines.all()) {
            assertThat(Adapter.passages(engine))
                    .as(engine.name())
                    .containsKeys(
                            Role.CLASS,
                            Role.DATA,
                            Role.MODEL,
                            Role.TRAINING_STEP,
                            Role.PREDICT,
                            Role.SAVE,
                            Role.MEMORY);
        }
    }

    @Test
    void findsHelpersThroughTheirCallersAndQuotesStatements(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("Small.java"), """
                /** Small. */
                final class Small {
                    private final Net net;

                    Small(Net net) {
                        this.net = net;
                    }

                    static Net network() {
                        return deep(3);
                    }

                    /** Layers. */
                    private static Net deep(int layers) {
                        return new Net(layers);
                    }

                    static Small train(Examples examples) {
                        Net net = network();
                        SquaredError squaredError = new SquaredError();
                        for (Row row : shuffled(examples)) {
                            net.fit(row);
                        }
                        return new Small(net);
                    }

                    private static Rows shuffled(Examples rows) {
                        return rows.shuffle();
                    }

                    public static void main(String[] arguments) {
                        PreparedData data = Datasets.load("x");
                        Path directory = Path.of("y");
                        train(data.train());
                    }
                }
                """);
        Map<Role, List<Passage>> passages = RoleFinder.of(JavaSource.read(file));
        assertThat(ranges(passages.getOrDefault(Role.CLASS, List.of()))).containsExactly("1-7");
        assertThat(ranges(passages.getOrDefault(Role.MODEL, List.of()))).containsExactly("9-16");
        assertThat(ranges(passages.getOrDefault(Role.TRAINING_STEP, List.of()))).containsExactly("18-29");
        assertThat(ranges(passages.getOrDefault(Role.LOSS, List.of()))).containsExactly("train 20-20");
        assertThat(ranges(passages.getOrDefault(Role.DATA, List.of()))).containsExactly("train 21-21", "main 32-32");
        assertThat(passages.getOrDefault(Role.MODEL, List.of()).get(0).linesOfCode())
                .isEqualTo(6);
    }

    private static Stream<String> ranges(List<Passage> passages) {
        return passages.stream()
                .map(passage -> (passage.origin() + " " + passage.first() + "-" + passage.last()).strip());
    }

    @Test
    void idsAreThoseOfTheAddresses() {
        assertThat(Arrays.stream(Role.values()).map(Role::id))
                .containsExactly(
                        "class",
                        "data",
                        "model",
                        "loss",
                        "training-step",
                        "evaluation",
                        "predict",
                        "save",
                        "memory",
                        "main");
    }
}
