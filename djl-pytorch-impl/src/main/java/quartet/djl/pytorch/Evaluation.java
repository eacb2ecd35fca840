package quartet.djl.pytorch;

import ai.djl.Model;
import ai.djl.training.DefaultTrainingConfig;
import ai.djl.training.EasyTrain;
import ai.djl.training.Trainer;
import ai.djl.training.evaluator.Accuracy;
import ai.djl.training.listener.EvaluatorTrainingListener;
import ai.djl.training.loss.Loss;
import ai.djl.translate.TranslateException;
import java.io.IOException;
import quartet.datasets.Examples;

/** Scores a trained classifier with DJL's evaluators. */
final class Evaluation {
    /** The number of rows in a forward pass. It does not affect the score. */
    private static final int BATCH_SIZE = 256;

    private Evaluation() {}

    /** Returns the share of the examples whose most probable class is their label. */
    static double accuracy(Model model, Examples test) throws IOException, TranslateException {
        Accuracy accuracy = new Accuracy();
        // A trainer does not start without a loss, which an evaluation leaves unused.
        DefaultTrainingConfig config = new DefaultTrainingConfig(Loss.softmaxCrossEntropyLoss())
                .addEvaluator(accuracy)
                .addTrainingListeners(new EvaluatorTrainingListener());
        try (Trainer trainer = model.newTrainer(config)) {
            EasyTrain.evaluateDataset(trainer, ExampleDataset.inOrder(trainer.getManager(), test, BATCH_SIZE));
            return accuracy.getAccumulator(EvaluatorTrainingListener.VALIDATE_EPOCH);
        }
    }
}
