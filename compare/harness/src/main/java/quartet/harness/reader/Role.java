package quartet.harness.reader;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The role of some lines in an implementation. Each role is a row of the page. */
enum Role {
    CLASS("Class", "The purpose of the class, its settings and its fields."),
    DATA("Data", "The source of the rows and of the batches. The lines are quoted from the methods below."),
    MODEL("Model", "The layers, from the input to the output."),
    LOSS("Loss", "The function that training minimizes. The lines are quoted from the methods above and below."),
    TRAINING_STEP("Training step", "Forward pass, loss, backward pass, update; once for each batch."),
    EVALUATION("Evaluation", "The score on rows outside the training set."),
    PREDICT("Predict", "From rows to class probabilities or values."),
    SAVE("Save and load", "Writing the trained network to a file, and reading it."),
    MEMORY("Memory", "Resources that must be freed explicitly."),
    MAIN("Main", "The whole program, from the data to the predictions of a loaded network.");

    private static final Pattern LOSS_NAME = Pattern.compile(
            "loss.*|.*loss(es)?|.*lossFunction|.*crossEntropy|.*squared(Error|Difference)", Pattern.CASE_INSENSITIVE);
    private static final Pattern OPTIMIZER_NAME =
            Pattern.compile(".*(adam|optimizer|trainer)", Pattern.CASE_INSENSITIVE);

    private final String title;
    private final String description;

    Role(String title, String description) {
        this.title = title;
        this.description = description;
    }

    /** Returns the name in addresses, such as {@code training-step}. */
    String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String title() {
        return title;
    }

    /** Returns a sentence about the role. */
    String description() {
        return description;
    }

    /** Returns the role of a method whose name is common to all implementations; empty for a helper. */
    static Optional<Role> ofMethod(String name) {
        return Optional.ofNullable(
                switch (name) {
                    case "network", "create" -> MODEL;
                    case "train", "trainBatch", "gradients" -> TRAINING_STEP;
                    case "evaluate" -> EVALUATION;
                    case "predict" -> PREDICT;
                    case "save", "load", "weights" -> SAVE;
                    case "close" -> MEMORY;
                    case "main" -> MAIN;
                    default -> null;
                });
    }

    /** Returns the role that the name of a helper implies; empty if it implies none. */
    static Optional<Role> ofHelper(String name) {
        if (namesLoss(name)) {
            return Optional.of(LOSS);
        }
        return OPTIMIZER_NAME.matcher(name).matches() ? Optional.of(TRAINING_STEP) : Optional.empty();
    }

    /** Returns whether an identifier names a loss, such as {@code crossEntropy} or {@code LossFunction}. */
    static boolean namesLoss(String identifier) {
        return LOSS_NAME.matcher(identifier).matches();
    }
}
