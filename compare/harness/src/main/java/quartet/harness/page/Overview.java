package quartet.harness.page;

import java.util.List;
import java.util.stream.Stream;
import quartet.harness.results.Summary;

/** Creates charts that show all projects together. */
final class Overview {
    private Overview() {}

    /** Returns the overview of the first measured division; empty for a single project. */
    static Part of(List<Group> groups) {
        if (groups.isEmpty()) {
            return Part.of("", "");
        }
        List<Group> shown = groups.stream()
                .filter(group -> group.division() == groups.get(0).division())
                .toList();
        if (shown.size() < 2) {
            return Part.of("", "");
        }
        return Part.of("", "")
                .withFigures(Stream.concat(
                                Ratios.overview(
                                        "Training time relative to scratch",
                                        "times the training time of scratch",
                                        "o-train",
                                        shown,
                                        Summary::toScratch),
                                Ratios.overview(
                                        "Time from process start to the trained network, relative to scratch",
                                        "times that of scratch",
                                        "o-whole",
                                        shown,
                                        Summary::wholeToScratch))
                        .toList());
    }
}
