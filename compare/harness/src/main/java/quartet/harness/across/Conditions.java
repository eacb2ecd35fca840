package quartet.harness.across;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import quartet.harness.Printable;
import quartet.harness.results.Receipt;
import quartet.harness.results.Results;
import quartet.harness.results.Results.Run;

/**
 * The conditions of a comparison: its environment, its settings and the receipts of its runs, as printable text. Each
 * value is stated at the most general level at which it is constant: once, by project, by engine, or by both.
 * Measurements in a receipt (load, garbage collections, page faults) are not conditions; only the range of the load is
 * included.
 *
 * @param common values common to all runs, by name
 * @param byProject for each project, values by name
 * @param byEngine for each engine, values by name
 * @param byBoth for each project and engine, values by name
 */
public record Conditions(
        Map<String, String> common,
        Map<String, Map<String, String>> byProject,
        Map<String, Map<String, String>> byEngine,
        Map<String, Map<String, String>> byBoth) {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Set<String> MEASURED =
            Set.of("loadBefore", "loadAfter", "collections", "collectionMillis", "minorFaults", "majorFaults");
    /** Values that the environment's engines already contain. */
    private static final Set<String> STATED = Set.of("framework", "nativeLibrary", "cpu");

    /** A value of a receipt. */
    private record Observation(String project, String engine, String value) {
        String both() {
            return project + ", " + engine;
        }
    }

    /** Returns the conditions of a comparison. */
    public static Conditions of(Results results) {
        Conditions conditions = new Conditions(
                new LinkedHashMap<>(), new LinkedHashMap<>(), new LinkedHashMap<>(), new LinkedHashMap<>());
        JsonNode environment = JSON.valueToTree(results.environment());
        environment.properties().forEach(field -> {
            if (!field.getKey().equals("engines")) {
                state(conditions.common, words(field.getKey()), field.getValue());
            }
        });
        state(conditions.common, "", JSON.valueToTree(results.settings()));
        for (JsonNode engine : environment.path("engines")) {
            Map<String, String> values = new LinkedHashMap<>();
            engine.properties().forEach(field -> values.put(words(field.getKey()), text(field.getValue())));
            values.keySet().removeAll(Set.of("engine", "title"));
            conditions.byEngine.put(Printable.line(engine.path("engine").asText()), values);
        }
        conditions.addReceipts(results);
        return conditions;
    }

    /** Adds a value under its name. The fields of an object are added under the object's name followed by their own. */
    private static void state(Map<String, String> values, String name, JsonNode value) {
        if (value.isObject()) {
            value.properties()
                    .forEach(field -> state(values, (name + " " + words(field.getKey())).strip(), field.getValue()));
        } else {
            values.put(name, text(value));
        }
    }

    private void addReceipts(Results results) {
        Map<String, List<Observation>> fields = new LinkedHashMap<>();
        for (Run run : results.runs()) {
            Receipt receipt = run.receipt();
            if (receipt != null) {
                JSON.<JsonNode>valueToTree(receipt).properties().forEach(field -> {
                    if (!MEASURED.contains(field.getKey()) && !STATED.contains(field.getKey())) {
                        fields.computeIfAbsent(words(field.getKey()), key -> new ArrayList<>())
                                .add(new Observation(
                                        Printable.line(run.project()),
                                        Printable.line(run.engine()),
                                        text(field.getValue())));
                    }
                });
            }
        }
        fields.forEach(this::state);
        double[] loads = results.runs().stream()
                .filter(run -> run.receipt() != null)
                .mapToDouble(run -> Objects.requireNonNull(run.receipt()).load())
                .sorted()
                .toArray();
        if (loads.length > 0) {
            common.put("load average", String.format(Locale.ROOT, "%.1f to %.1f", loads[0], loads[loads.length - 1]));
        }
    }

    private void state(String name, List<Observation> observations) {
        Map<String, Set<String>> once = grouped(observations, observation -> "");
        Map<String, Set<String>> projects = grouped(observations, Observation::project);
        Map<String, Set<String>> engines = grouped(observations, Observation::engine);
        if (single(once.values())) {
            common.putIfAbsent(name, joined(once.getOrDefault("", Set.of())));
        } else if (single(projects.values())) {
            projects.forEach((project, values) -> byProject
                    .computeIfAbsent(project, key -> new LinkedHashMap<>())
                    .put(name, joined(values)));
        } else if (single(engines.values())) {
            engines.forEach((engine, values) -> byEngine.computeIfAbsent(engine, key -> new LinkedHashMap<>())
                    .put(name, joined(values)));
        } else {
            grouped(observations, Observation::both)
                    .forEach((both, values) -> byBoth.computeIfAbsent(both, key -> new LinkedHashMap<>())
                            .put(name, joined(values)));
        }
    }

    private static Map<String, Set<String>> grouped(
            List<Observation> observations, Function<Observation, String> scope) {
        return observations.stream()
                .collect(Collectors.groupingBy(
                        scope,
                        LinkedHashMap::new,
                        Collectors.mapping(Observation::value, Collectors.toCollection(LinkedHashSet::new))));
    }

    private static boolean single(Collection<Set<String>> values) {
        return values.stream().allMatch(set -> set.size() == 1);
    }

    private static String joined(Set<String> values) {
        return Printable.line(String.join("; ", values));
    }

    /** Returns all values in one map. The name of a value that is not common to all runs is followed by its scope. */
    public Map<String, String> flat() {
        Map<String, String> all = new LinkedHashMap<>(common);
        for (Map<String, Map<String, String>> scopes : List.of(byProject, byEngine, byBoth)) {
            scopes.forEach(
                    (scope, values) -> values.forEach((name, value) -> all.put(name + " (" + scope + ")", value)));
        }
        return all;
    }

    /** Returns a field's name as words: {@code heapAsked} becomes "heap asked". */
    private static String words(String name) {
        return name.replaceAll("(?<=[a-z])(?=[A-Z])", " ")
                .toLowerCase(Locale.ROOT)
                .replace("sha256", "SHA-256");
    }

    private static String text(JsonNode value) {
        if (value.isArray()) {
            List<String> elements = new ArrayList<>();
            value.forEach(element -> elements.add(text(element)));
            return Printable.line(String.join(" ", elements));
        }
        return Printable.line(value.isValueNode() ? value.asText() : value.toString());
    }
}
