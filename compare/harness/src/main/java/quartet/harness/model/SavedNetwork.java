package quartet.harness.model;

import quartet.contract.ModelSpec;
import quartet.contract.TrainingSpec;
import quartet.datasets.recipe.Recipe;

/**
 * The description that a program needs, in addition to the framework's files, to predict with a saved network: {@code
 * network.json}.
 *
 * @param project the title of the project
 * @param dataset the data that it was trained on
 * @param engine the engine that trained it
 * @param spec the dimensions of the network
 * @param training the optimizer and the budget
 * @param recipe the transformation of raw rows to features and the meaning of the outputs, as derived from the
 *     training set
 */
public record SavedNetwork(
        String project, String dataset, String engine, ModelSpec spec, TrainingSpec training, Recipe recipe) {}
