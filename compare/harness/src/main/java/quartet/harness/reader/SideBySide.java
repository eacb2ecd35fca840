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

/** Builds the view of one project, with a column for each engine and a row for each role. */
final class SideBySide {
    private final Project project;
    private final Checkout checkout;
    private final Measurements measurements;
    private final List<InstalledEngine> engines;
    private final List<EnumMap<Role, Excerpt>> examples = new ArrayList<>();
    private final List<EnumMap<Role, Excerpt>> adapters = new ArrayList<>();

    /** The passages of a role, with their phrases. */
    private record Excerpt(List<Passage> passages, List<Phrase> phrases) {
        int linesOfCode() {
            return passages.stream().mapToInt(Passage::linesOfCode).sum();
        }

        static EnumMap<Role, Excerpt> of(Map<Role, List<Passage>> roles) {
            EnumMap<Role, Excerpt> excerpts = new EnumMap<>(Role.class);
            roles.forEach((role, passages) -> excerpts.put(
                    role,
                    new Excerpt(
                            passages,
                            passages.stream()
                                    .flatMap(passage -> Phrase.of(passage).stream())
                                    .toList())));
            return excerpts;
        }
    }

    /** Reads the sources of those engines that have an example of the project. */
    SideBySide(Project project, List<InstalledEngine> installed, Checkout checkout, Measurements measurements) {
        this.project = project;
        this.checkout = checkout;
        this.measurements = measurements;
        engines = new ArrayList<>();
        for (InstalledEngine engine : installed) {
            engine.exampleClass(project).flatMap(checkout::find).ifPresent(file -> {
                engines.add(engine);
                examples.add(Excerpt.of(RoleFinder.of(JavaSource.read(file))));
                adapters.add(Excerpt.of(Adapter.passages(engine)));
            });
        }
    }

    /** Returns the columns and rows; there are no columns if no engine has an example. */
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
                    excerpt(examples, column, role).linesOfCode(),
                    excerpt(adapters, column, role).linesOfCode(),
                    measurements.of(project, engine.name(), role),
                    blocks(code, examples, column, role),
                    blocks(code, adapters, column, role))));
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        }
    }

    private static List<Block> blocks(CodeBlocks code, List<EnumMap<Role, Excerpt>> sources, int column, Role role) {
        Excerpt own = excerpt(sources, column, role);
        List<List<Difference>> differences = IntStream.range(0, sources.size())
                .mapToObj(other -> other == column
                        ? List.<Difference>of()
                        : Difference.between(
                                own.phrases(), excerpt(sources, other, role).phrases()))
                .toList();
        return code.draw(own.passages(), differences);
    }

    private static Excerpt excerpt(List<EnumMap<Role, Excerpt>> sources, int column, Role role) {
        return sources.get(column).getOrDefault(role, new Excerpt(List.of(), List.of()));
    }

    private Margin margin(Formula formula) {
        String name = formula.type().substring(formula.type().lastIndexOf('.') + 1);
        String href = checkout.find(formula.type()).map(checkout::link).orElse("");
        return new Margin(formula.title(), formula.mathml(), name, href);
    }
}
