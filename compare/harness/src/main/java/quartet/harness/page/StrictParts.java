package quartet.harness.page;

import java.util.List;
import java.util.stream.Stream;
import quartet.harness.html.Part;
import quartet.harness.html.SortableTable;
import quartet.harness.outcome.TestSet;

/** Creates the parts about the strict division of one project, in which all engines compute the same. */
final class StrictParts {
    private StrictParts() {}

    static List<Part> of(String id, Group group, List<SortableTable> tables, List<TestSet> testSets) {
        Times times = new Times(id, group);
        Inference inference = new Inference(id, group);
        return List.of(
                Part.of("", "").withTables(tables),
                Part.of("Learning curves", "")
                        .withCurves(Curves.of(id, group).toList())
                        .withData(Curves.data(group)),
                Part.of("Training time", "").withFigures(times.training()).withData(StepShares.data(group)),
                Part.of("Inference and memory", "")
                        .withFigures(Stream.of(inference.charts(), times.coldStart(), times.memory())
                                .flatMap(figures -> figures)
                                .toList())
                        .withData(inference.data()),
                Predictions.of(id, group, testSets),
                Part.of(
                                "Agreement with float64",
                                "Each engine restarts from the same weights at the steps in the column headings. Its "
                                        + "results are compared with the same computation in double precision.")
                        .withGrids(Microscope.of(group)));
    }
}
