package quartet.harness.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import quartet.harness.Division;
import quartet.harness.Settings;
import quartet.harness.Status;
import quartet.harness.results.Results;
import quartet.harness.results.Results.Run;
import quartet.harness.results.RunBuilder;

/**
 * Compares every strict training, over all epochs, with that of the reference engine. Rounding makes trajectories
 * diverge slightly. A loss or score far from the reference's means that the engine trains differently after the steps
 * that the parity check covers.
 *
 * <pre>{@code
 * |loss - reference| <= max(0.5 reference, 0.1 reference of the first epoch)     in every epoch
 * |accuracy - reference| <= 0.1   or   |RMSE - reference| <= 0.25 reference      after the last
 * }</pre>
 */
final class OutlierCheck {
    private static final double LOSS = 0.5;
    private static final double FIRST_LOSS = 0.1;
    private static final double ACCURACY = 0.1;
    private static final double RMSE = 0.25;

    private OutlierCheck() {}

    /**
     * Returns the runs. A run that is far from the reference's run of the same project and round is marked as failed.
     */
    static List<Run> judge(List<Run> runs) {
        List<Run> judged = new ArrayList<>();
        for (Run run : runs) {
            Optional<String> difference = runs.stream()
                    .filter(other -> other.engine().equals(Settings.REFERENCE)
                            && other.project().equals(run.project())
                            && other.round() == run.round()
                            && other.key().variant().equals(run.key().variant())
                            && isComplete(other))
                    .findFirst()
                    .filter(reference -> isComplete(run))
                    .flatMap(reference -> difference(run, reference));
            judged.add(difference.map(reason -> failed(run, reason)).orElse(run));
        }
        return judged;
    }

    private static boolean isComplete(Run run) {
        return run.status() == Status.OK && run.division() == Division.STRICT;
    }

    static Optional<String> difference(Run run, Run reference) {
        List<Results.Epoch> expected = reference.epochs();
        for (int i = 0; i < Math.min(run.epochs().size(), expected.size()); i++) {
            double loss = run.epochs().get(i).loss();
            double allowed = Math.max(
                    LOSS * expected.get(i).loss(), FIRST_LOSS * expected.get(0).loss());
            if (!(Math.abs(loss - expected.get(i).loss()) <= allowed)) {
                return Optional.of(String.format(
                        Locale.ROOT,
                        "loss %.4f in epoch %d, but %.4f with %s",
                        loss,
                        i + 1,
                        expected.get(i).loss(),
                        reference.engine()));
            }
        }
        String name = reference.scores().containsKey("rmse") ? "rmse" : "accuracy";
        double score = run.scores().getOrDefault(name, Double.NaN);
        double wanted = reference.scores().getOrDefault(name, Double.NaN);
        double allowed = name.equals("rmse") ? RMSE * wanted : ACCURACY;
        if (!(Math.abs(score - wanted) <= allowed)) {
            return Optional.of(
                    String.format(Locale.ROOT, "%s %.4f, but %.4f with %s", name, score, wanted, reference.engine()));
        }
        return Optional.empty();
    }

    private static Run failed(Run run, String reason) {
        RunBuilder failed = RunBuilder.of(run.key())
                .ending(Status.FAILED, "trains otherwise than the reference: " + reason, List.of())
                .parity(run.parity())
                .deviations(run.deviations());
        Long seed = run.seed();
        return seed == null ? failed.build() : failed.seed(seed).build();
    }
}
