package quartet.harness.page;

import java.util.List;
import java.util.stream.Stream;
import quartet.harness.html.Part;
import quartet.harness.html.SortableTable;

/**
 * Creates the part about the idiomatic division of one project: the unmodified examples, next to the strict division
 * if present.
 */
final class IdiomaticPart {
    private IdiomaticPart() {}

    static Part of(String id, Group group, List<Group> divisions, List<SortableTable> tables) {
        Times times = new Times(id, group);
        return Part.of(
                        "Idiomatic division",
                        "Unmodified examples, each with its framework's initialization, optimizer and order of rows.")
                .withTables(tables)
                .withFigures(Stream.of(
                                Times.divisions(id, divisions),
                                times.training().stream(),
                                new Inference(id, group).charts(),
                                times.memory())
                        .flatMap(figures -> figures)
                        .toList());
    }
}
