package quartet.harness.data;

import java.util.ArrayList;
import java.util.List;
import quartet.contract.CnnSpec;
import quartet.contract.MlpSpec;
import quartet.contract.ModelSpec;
import quartet.contract.TextSpec;
import quartet.contract.TrainingSpec;
import quartet.contract.experiment.Project;
import quartet.datasets.PreparedData;
import quartet.harness.OwnRun;
import quartet.harness.Settings;
import quartet.harness.UsageException;

/**
 * Chooses the network and the budget of a project.
 *
 * <p>Data sets of the catalogue get the strict specification. For the user's own data, the form is kept and the size
 * depends on the data:
 *
 * <ul>
 *   <li>tables: two hidden layers; their width is the power of two nearest to the square root of the number of
 *       training rows, between 16 and 128
 *   <li>images: another convolution of 64 filters for each doubling of the size from 32 pixels
 *   <li>texts: the vocabulary and the length depend on the training texts
 * </ul>
 *
 * <p>Layers that the user names replace the default: the hidden layers of a table or of a text, or for images, the
 * filters of the convolutions followed by the width of the dense layer.
 */
public final class NetworkChoice {
    private static final int NARROWEST = 16;
    private static final int WIDEST = 128;
    private static final int SMALL_IMAGE = 32;
    private static final int MORE_FILTERS = 64;
    private static final int STEPS = 1_000;
    private static final int MOST_EPOCHS = 200;

    private NetworkChoice() {}

    /**
     * Returns the network.
     *
     * @throws UsageException if the given layers do not fit the project or the images
     */
    public static ModelSpec network(Project project, PreparedData data, OwnRun own) {
        ModelSpec strict = project.specification(data);
        if (!own.source().isPresent() && own.layers().isEmpty()) {
            return strict;
        }
        List<Integer> given = own.layers();
        if (strict instanceof MlpSpec mlp) {
            List<Integer> hidden = given.isEmpty() ? hidden(data.train().rows()) : given;
            return new MlpSpec(mlp.inputs(), hidden, mlp.outputs(), mlp.objective());
        }
        if (strict instanceof TextSpec text) {
            List<Integer> hidden = given.isEmpty() ? text.hidden() : given;
            return new TextSpec(text.vocabulary(), text.length(), text.dimension(), hidden, text.classes());
        }
        return images((CnnSpec) strict, given);
    }

    private static List<Integer> hidden(int rows) {
        int width = NARROWEST;
        while (width < WIDEST && (long) width * width < rows) {
            width *= 2;
        }
        return List.of(width, width);
    }

    private static CnnSpec images(CnnSpec strict, List<Integer> given) {
        if (given.size() == 1) {
            throw new UsageException(
                    "--layers: images need the filters of one convolution or more and the width of the dense layer, "
                            + "such as 16,32,128, but was " + given.get(0));
        }
        List<Integer> filters =
                new ArrayList<>(given.isEmpty() ? strict.filters() : given.subList(0, given.size() - 1));
        int smaller = Math.min(strict.height(), strict.width());
        for (int size = 2 * SMALL_IMAGE; given.isEmpty() && size <= smaller; size *= 2) {
            filters.add(MORE_FILTERS);
        }
        int hidden = given.isEmpty() ? strict.hidden() : given.get(given.size() - 1);
        if (smaller >> filters.size() < 1) {
            throw new UsageException("--layers: each convolution halves the image, so that " + filters.size()
                    + " are too many for " + smaller + " pixels");
        }
        return new CnnSpec(strict.channels(), strict.height(), strict.width(), filters, hidden, strict.classes());
    }

    /**
     * Returns the optimizer's settings and the budget. Small data of the user gets more epochs than the
     * specification's, up to {@value #STEPS} steps, because a network needs some steps to learn at all.
     */
    public static TrainingSpec training(Project project, PreparedData data, Settings settings) {
        TrainingSpec strict = project.training();
        int epochs = settings.epochs();
        if (epochs == 0) {
            int steps = Math.max(1, data.train().rows() / strict.batchSize());
            boolean own = settings.own().source().isPresent();
            epochs = own ? Math.max(strict.epochs(), Math.min(MOST_EPOCHS, STEPS / steps)) : strict.epochs();
        }
        double given = settings.own().learningRate();
        double rate = given == 0 ? strict.learningRate() : given;
        return new TrainingSpec(epochs, strict.batchSize(), rate, strict.beta1(), strict.beta2(), strict.epsilon());
    }
}
