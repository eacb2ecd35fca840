package quartet.djl.pytorch;

import ai.djl.training.Trainer;
import ai.djl.training.listener.EvaluatorTrainingListener;
import java.util.Locale;

/** Prints the mean training loss after every epoch. */
final class LossListener extends EvaluatorTrainingListener {
    private int epoch;

    @Override
    public void onEpoch(Trainer trainer) {
        super.onEpoch(trainer);
        epoch++;
        System.out.printf(
                Locale.ROOT,
                "epoch %d: loss %.4f%n",
                epoch,
                trainer.getTrainingResult().getTrainLoss());
    }
}
