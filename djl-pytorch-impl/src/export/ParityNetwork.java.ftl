package ${examples};

import ai.djl.Model;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import ai.djl.training.DefaultTrainingConfig;
import ai.djl.training.GradientCollector;
import ai.djl.training.Trainer;
import ai.djl.training.loss.Loss;
import ai.djl.training.optimizer.Adam;
import ai.djl.training.tracker.Tracker;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import quartet.contract.${spec};
import quartet.datasets.Features;
import quartet.datasets.Targets;

/** The network of {@link ${example}} with the weights of a fixture, opened for a test. */
final class ParityNetwork implements AutoCloseable {
    private final List<String> names;
    private final Model model;
    private final Trainer trainer;

    ParityNetwork(ParityFixture fixture) {
        names = fixture.names();
        Block network = ${example}.network(ParityFixture.SPEC);
        Iterator<Parameter> parameters = network.getParameters().values().iterator();
        for (String name : names) {
            parameters.next().setInitializer((manager, shape, type) -> weight(manager, name, shape, fixture));
        }
        model = ModelFile.create(network);
        Adam adam = Adam.builder().optLearningRateTracker(Tracker.fixed(1e-3f)).build();
<#if kind == "values">
        // DJL's default weight of this loss is 1/2.
        trainer = model.newTrainer(new DefaultTrainingConfig(Loss.l2Loss("loss", 1)).optOptimizer(adam));
<#else>
        trainer = model.newTrainer(new DefaultTrainingConfig(Loss.softmaxCrossEntropyLoss()).optOptimizer(adam));
</#if>
        try (NDManager manager = trainer.getManager().newSubManager()) {
            trainer.initialize(
                    ExampleDataset.features(manager, fixture.features()).getShape());
        }
    }

    /** Returns ${predictionsDescription?uncap_first}, row by row. */
    float[] predict(Features features) {
        try (NDManager manager = trainer.getManager().newSubManager()) {
            NDList input = new NDList(ExampleDataset.features(manager, features));
            return trainer.evaluate(input).singletonOrThrow().toFloatArray();
        }
    }

    /** Returns the gradients of the mean loss by name. */
    Map<String, float[]> gradients(Features features, Targets targets) {
        try (NDManager manager = trainer.getManager().newSubManager()) {
            backward(manager, features, targets);
            Map<String, float[]> gradients = new LinkedHashMap<>();
            Iterator<Parameter> parameters =
                    model.getBlock().getParameters().values().iterator();
            for (String name : names) {
                NDArray gradient = parameters.next().getArray().getGradient();
                gradient.attach(manager);
                boolean linear = isLinear(name, gradient.getShape());
                gradients.put(name, (linear ? gradient.transpose() : gradient).toFloatArray());
            }
            return gradients;
        }
    }

    /** Performs one step of Adam. Returns the mean loss before it. */
    double step(Features features, Targets targets) {
        try (NDManager manager = trainer.getManager().newSubManager()) {
            double loss = backward(manager, features, targets);
            trainer.step();
            return loss;
        }
    }

    @Override
    public void close() {
        trainer.close();
        model.close();
    }

    private double backward(NDManager manager, Features features, Targets targets) {
        try (GradientCollector collector = trainer.newGradientCollector()) {
            NDList predictions = trainer.forward(new NDList(ExampleDataset.features(manager, features)));
            NDList labels = new NDList(ExampleDataset.targets(manager, targets));
            NDArray loss = trainer.getLoss().evaluate(labels, predictions);
            collector.backward(loss);
            return loss.getFloat();
        }
    }

    /** DJL's weight of a dense layer is [out, in]; that of the fixture is [in, out]. */
    private static NDArray weight(NDManager manager, String name, Shape shape, ParityFixture fixture) {
        boolean linear = isLinear(name, shape);
        Shape stored = linear ? new Shape(shape.get(1), shape.get(0)) : shape;
        try (NDArray values = manager.create(fixture.weight(name), stored)) {
            // A copy is row-major and in the memory of PyTorch.
            return (linear ? values.transpose() : values).duplicate();
        }
    }

    private static boolean isLinear(String name, Shape shape) {
        return shape.dimension() == 2 && !name.startsWith("embedding");
    }
}
