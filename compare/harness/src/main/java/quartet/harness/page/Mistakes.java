package quartet.harness.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import quartet.harness.html.Gallery;
import quartet.harness.html.Gallery.Answer;
import quartet.harness.html.Gallery.Exhibit;
import quartet.harness.outcome.Outcome;
import quartet.harness.outcome.TestSet;

/** Selects the images or texts on which engines disagree, and those that all engines misclassify. */
final class Mistakes {
    private static final int IMAGES = 28;
    private static final int TEXTS = 10;

    private Mistakes() {}

    /**
     * Returns the non-empty galleries.
     *
     * @param outcomes of the engines by name
     */
    static List<Gallery> of(TestSet testSet, Map<String, Outcome> outcomes) {
        List<Exhibit> disagreements = new ArrayList<>();
        List<Exhibit> wrong = new ArrayList<>();
        for (TestSet.Row row : testSet.rows()) {
            Map<Integer, List<String>> answers = new LinkedHashMap<>();
            outcomes.forEach((engine, outcome) -> {
                OptionalInt predicted = testSet.predicted(row, outcome);
                predicted.ifPresent(index ->
                        answers.computeIfAbsent(index, key -> new ArrayList<>()).add(engine));
            });
            if (answers.size() > 1) {
                disagreements.add(exhibit(testSet, row, answers, outcomes.size()));
            } else if (!answers.isEmpty() && !answers.containsKey(row.actual())) {
                wrong.add(exhibit(testSet, row, answers, outcomes.size()));
            }
        }
        String what = testSet.rows().stream().anyMatch(row -> !Objects.requireNonNullElse(row.png(), "")
                        .isEmpty())
                ? "Images"
                : "Texts";
        List<Gallery> galleries = new ArrayList<>();
        add(
                galleries,
                what + " on which the engines disagree",
                "A check mark stands before the actual class. ",
                disagreements);
        add(
                galleries,
                what + (outcomes.size() > 1 ? " that every engine gets wrong" : " that it gets wrong"),
                "",
                wrong);
        return galleries;
    }

    private static void add(List<Gallery> galleries, String title, String key, List<Exhibit> all) {
        if (!all.isEmpty()) {
            int most = all.get(0).png().isEmpty() ? TEXTS : IMAGES;
            List<Exhibit> shown = all.subList(0, Math.min(most, all.size()));
            String note = shown.size() < all.size() ? "The first " + shown.size() + " in a random order." : "";
            galleries.add(new Gallery(title, (key + note).strip(), shown));
        }
    }

    /** Creates an exhibit. The engines are not named if all of them predict the same class. */
    private static Exhibit exhibit(
            TestSet testSet, TestSet.Row row, Map<Integer, List<String>> answers, int engineCount) {
        List<Answer> shown = new ArrayList<>();
        answers.forEach((predicted, engines) -> shown.add(new Answer(
                name(testSet.classes(), predicted),
                engines.size() == engineCount ? "" : String.join(", ", engines),
                predicted == row.actual())));
        String text = row.text();
        String png = row.png();
        return new Exhibit(
                row.row(),
                text == null ? "" : text,
                png == null ? "" : png,
                name(testSet.classes(), row.actual()),
                shown);
    }

    /** Returns the name of a class, or its number if it has none. */
    static String name(List<String> classes, int index) {
        return index >= 0 && index < classes.size() ? classes.get(index) : Integer.toString(index);
    }
}
