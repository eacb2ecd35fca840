package quartet.harness.reader;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import quartet.contract.experiment.Project;
import quartet.harness.reader.View.Block;
import quartet.harness.reader.View.Cell;
import quartet.harness.reader.View.Column;
import quartet.harness.reader.View.Margin;
import quartet.harness.reader.View.ProjectView;
import quartet.harness.reader.View.Row;
import quartet.harness.worker.InstalledEngine;

/** One project: a column for each engine, a row for each role. */
final class SideBySide {
    private final Project project;
    private final Checkout checkout;
    private final Measurements measurements;
    private final List<InstalledEngine> engines;
    private final List<Map<Role, List<Passage>>> examples = new ArrayList<>();
    private final List<Map<Role, List<Passage>>> adapters = new ArrayList<>();

    /** Reads the sources of those engines that have an example of the project. */
    SideBySide(Project project, List<InstalledEngine> installed, Checkout checkout, Measurements measurements) {
        this.project = project;
        this.checkout = checkout;
        this.measurements = measurements;
        engines = new ArrayList<>();
        for (InstalledEngine engine : installed) {
            engine.exampleClass(project).flatMap(checkout::find).ifPresent(file -> {
                engines.add(engine);
                examples.add(RoleFinder.of(JavaSource.read(file)));
                adapters.add(Adapter.passages(engine));
            });
        }
    }

    /** The columns and rows; no columns if no engine has an example. */
    ProjectView view() {
        List<Column> columns = engines.stream()
                .map(engine -> new Column(engine.name(), engine.title()))
                .toList();
        Map<Role, List<Cell>> cells = new EnumMap<>(Role.class);
        for (Role role : Role.values()) {
            cells.put(role, new ArrayList<>());
        }
        for (int column = 0; column < engines.size(); column++) {
            addCells(column, cells);
        }
        List<Row> rows = new ArrayList<>();
        for (Role role : Role.values()) {
            List<Margin> margins =
                    Formulas.of(project, role).stream().map(this::margin).toList();
            rows.add(
                    new Row(role.id(), role.title(), role.description(), margins, cells.getOrDefault(role, List.of())));
        }
        return new ProjectView(project.title(), project.title(), measurements.dataset(project), columns, rows);
    }

    private void addCells(int column, Map<Role, List<Cell>> cells) {
        InstalledEngine engine = engines.get(column);
        try (LibraryDocs library = new LibraryDocs(engine.libraries())) {
            CodeBlocks code = new CodeBlocks(checkout, library);
            cells.forEach((role, row) -> row.add(new Cell(
                    column,
                    passages(examples, column, role).stream()
                            .mapToInt(Passage::linesOfCode)
                            .sum(),
                    measurements.of(project, engine.name(), role),
                    blocks(code, examples, column, role),
                    blocks(code, adapters, column, role))));
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        }
    }

    private static List<Block> blocks(CodeBlocks code, List<Map<Role, List<Passage>>> sources, int column, Role role) {
        List<Phrase> own = phrases(sources, column, role);
        List<List<Difference>> differences = IntStream.range(0, sources.size())
                .mapToObj(other -> other == column
                        ? List.<Difference>of()
                        : Difference.between(own, phrases(sources, other, role)))
                .toList();
        return code.draw(passages(sources, column, role), differences);
    }

    private static List<Phrase> phrases(List<Map<Role, List<Passage>>> sources, int column, Role role) {
        return passages(sources, column, role).stream()
                .flatMap(passage -> Phrase.of(passage).stream())
                .toList();
    }

    private static List<Passage> passages(List<Map<Role, List<Passage>>> sources, int column, Role role) {
        return sources.get(column).getOrDefault(role, List.of());
    }

    private Margin margin(Formula formula) {
        String name = formula.type().substring(formula.type().lastIndexOf('.') + 1);
        String href = checkout.find(formula.type()).map(checkout::link).orElse("");
        return new Margin(formula.title(), formula.mathml(), name, href);
    }
}
