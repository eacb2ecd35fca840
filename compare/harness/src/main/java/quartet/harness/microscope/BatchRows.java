package quartet.harness.microscope;

import java.util.Arrays;
import quartet.contract.Batch;
import quartet.contract.ModelSpec;
import quartet.contract.Objective;
import quartet.datasets.Features;
import quartet.datasets.Targets;

/** Creates batches from rows of other batches. */
final class BatchRows {
    private BatchRows() {}

    /** Returns rows of zeros with class 0 or value 0. */
    static Batch zeros(ModelSpec spec, int count) {
        Targets targets = spec.objective() == Objective.SQUARED_ERROR
                ? new Targets.Values(new float[count])
                : new Targets.Classes(new int[count], spec.outputs());
        return new Batch(spec.zeros(count), targets);
    }

    /** Returns {@code count} rows from {@code first} on; the first row follows the last. */
    static Batch slice(Batch batch, int first, int count) {
        int[] rows = new int[count];
        Arrays.setAll(rows, i -> (first + i) % batch.rows());
        return select(batch, rows);
    }

    /** Returns one row, repeated {@code count} times. */
    static Batch repeat(Batch batch, int row, int count) {
        int[] rows = new int[count];
        Arrays.fill(rows, row);
        return select(batch, rows);
    }

    private static Batch select(Batch batch, int[] rows) {
        return new Batch(
                batch.features().select(rows, 0, rows.length), batch.targets().select(rows, 0, rows.length));
    }

    /** Returns the rows of the first batch, followed by those of the second. */
    static Batch append(Batch first, Batch second) {
        return new Batch(append(first.features(), second.features()), append(first.targets(), second.targets()));
    }

    private static Features append(Features first, Features second) {
        int rows = first.rows() + second.rows();
        if (first instanceof Features.Tokens tokens) {
            int[] ids = concatenate(tokens.ids(), second.asTokens().ids());
            return new Features.Tokens(rows, tokens.length(), ids);
        }
        int[] shape = first.asValues().shape().clone();
        shape[0] = rows;
        return new Features.Values(
                shape, concatenate(first.asValues().data(), second.asValues().data()));
    }

    private static Targets append(Targets first, Targets second) {
        if (first instanceof Targets.Classes classes) {
            return new Targets.Classes(
                    concatenate(classes.labels(), second.asClasses().labels()), classes.classes());
        }
        return new Targets.Values(
                concatenate(first.asValues().values(), second.asValues().values()));
    }

    private static int[] concatenate(int[] a, int[] b) {
        int[] both = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, both, a.length, b.length);
        return both;
    }

    private static float[] concatenate(float[] a, float[] b) {
        float[] both = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, both, a.length, b.length);
        return both;
    }
}
