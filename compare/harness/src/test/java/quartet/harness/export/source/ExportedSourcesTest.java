package quartet.harness.export.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Reduces small programs; the compiler then accepts what is left. */
class ExportedSourcesTest {
    private final List<SourceText> sources = new ArrayList<>();

    @Test
    void keepsWhatIsUsedAndRemovesTheRestWithItsDocumentation() {
        add("quartet.test.App", """
                package quartet.test;

                import java.util.List;
                import quartet.datasets.Shape;

                class App {
                    int area() {
                        return new Shape(List.of(2, 3)).area();
                    }
                }
                """);
        add("quartet.datasets.Shape", """
                package quartet.datasets;

                import java.util.List;
                import java.util.Map;

                /** A shape, see {@link #area} and {@link #names}. */
                public record Shape(List<Integer> sides) {
                    private static final Map<String, Integer> NAMES = Map.of();

                    /** The area. */
                    public int area() {
                        return product(sides);
                    }

                    /** The names. */
                    public Map<String, Integer> names() {
                        return NAMES;
                    }

                    // Multiplies.
                    private static int product(List<Integer> factors) {
                        return factors.stream().reduce(1, (a, b) -> a * b);
                    }
                }
                """);
        assertThat(reduced().get("com.acme.data.Shape")).isEqualTo("""
                package com.acme.data;

                import java.util.List;

                /** A shape, see {@link #area} and {@code names}. */
                public record Shape(List<Integer> sides) {
                    /** The area. */
                    public int area() {
                        return product(sides);
                    }

                    // Multiplies.
                    private static int product(List<Integer> factors) {
                        return factors.stream().reduce(1, (a, b) -> a * b);
                    }
                }
                """);
    }

    @Test
    void keepsOverridingMethodsOfWhatIsUsedOnly() {
        add("quartet.test.App", """
                package quartet.test;

                class App {
                    int run() {
                        Layer layer = new Relu();
                        return layer.forward(1);
                    }
                }
                """);
        add("quartet.test.Layer", """
                package quartet.test;

                interface Layer {
                    int forward(int x);

                    int backward(int x);
                }
                """);
        add("quartet.test.Relu", """
                package quartet.test;

                final class Relu implements Layer, Named {
                    @Override
                    public int forward(int x) {
                        return Math.max(0, x);
                    }

                    @Override
                    public int backward(int x) {
                        return x;
                    }

                    @Override
                    public String name() {
                        return "ReLU";
                    }

                    @Override
                    public String toString() {
                        return name();
                    }
                }
                """);
        add("quartet.test.Named", "package quartet.test; interface Named { String name(); }");
        Map<String, String> reduced = reduced();
        assertThat(reduced).containsOnlyKeys("com.acme.App", "com.acme.Layer", "com.acme.Relu");
        assertThat(reduced.get("com.acme.Relu"))
                .contains("final class Relu implements Layer {")
                .contains("    public String name() {")
                .doesNotContain("backward", "Named");
        assertThat(reduced.getOrDefault("com.acme.Relu", "").lines().filter(line -> line.contains("@Override")))
                .hasSize(2);
    }

    @Test
    void keepsWhatTheCompilerNeedsWithoutAReference() {
        add("quartet.test.App", """
                package quartet.test;

                class App {
                    int run() {
                        try (Resource resource = new Resource()) {
                            Step step = x -> x + 1;
                            Visitor visitor = new Visitor() {
                                @Override
                                public int one() {
                                    return 1;
                                }

                                @Override
                                public int two() {
                                    return 2;
                                }
                            };
                            return step.apply(visitor.one()) + Level.valueOf("LOW").weight;
                        }
                    }
                }
                """);
        add("quartet.test.Step", "package quartet.test; interface Step { int apply(int x); }");
        add("quartet.test.Visitor", "package quartet.test; interface Visitor { int one(); int two(); }");
        add("quartet.test.Level", """
                package quartet.test;

                enum Level {
                    LOW(1),
                    HIGH(2);

                    final int weight;

                    Level(int weight) {
                        this.weight = weight;
                    }
                }
                """);
        add("quartet.test.Resource", """
                package quartet.test;

                class Resource implements AutoCloseable {
                    @Override
                    public void close() {}
                }
                """);
        assertThat(reduced()).hasSize(5);
    }

    @Test
    void reducesSealedInterfacesToWhatIsUsed() {
        add("quartet.test.App", """
                package quartet.test;

                class App {
                    boolean run(Spec spec) {
                        return spec instanceof Spec.One;
                    }
                }
                """);
        add("quartet.test.Spec", """
                package quartet.test;

                sealed interface Spec permits Spec.One, Other {
                    record One() implements Spec {}
                }
                """);
        add("quartet.test.Other", "package quartet.test; record Other() implements Spec {}");
        assertThat(reduced().get("com.acme.Spec")).contains("sealed interface Spec permits Spec.One {");
    }

    private void add(String name, String text) {
        sources.add(new SourceText(name, text));
    }

    /** The reduced program, which the compiler accepts. */
    private Map<String, String> reduced() {
        Map<String, String> reduced = ExportedSources.of(
                        new SourceFolder(sources, "", List.of()),
                        Set.of("quartet.test.App"),
                        Set.of(),
                        new Naming("quartet.test", "com.acme", "app"))
                .main();
        List<SourceText> texts = reduced.entrySet().stream()
                .map(source -> new SourceText(source.getKey(), source.getValue()))
                .toList();
        assertThat(new SourceFolder(texts, "", List.of()).analyze().units()).hasSameSizeAs(texts);
        return reduced;
    }
}
