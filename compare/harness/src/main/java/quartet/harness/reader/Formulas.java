package quartet.harness.reader;

import java.util.ArrayList;
import java.util.List;
import quartet.contract.experiment.Project;
import quartet.datasets.Kind;

/** The formulas for each role. */
final class Formulas {
    private static final String LIBRARY = "quartet.scratch.";

    private static final Formula STANDARDIZATION =
            new Formula("Standardized column", "z = \\frac{x - \\mu}{\\sigma}", "quartet.datasets.Standardizer");
    private static final Formula TARGET =
            new Formula("Standardized target", "t = \\frac{y - \\mu_y}{\\sigma_y}", "quartet.datasets.TargetScale");
    private static final Formula CONVOLUTION = new Formula(
            "Convolution 3x3; u, v from -1 to 1",
            "y_{o,i,j} = b_o + \\sum_{c,u,v} w_{o,c,u,v} \\, x_{c,i+u,j+v}",
            LIBRARY + "nn.image.Conv2d");
    private static final Formula MAX_POOLING = new Formula(
            "Max pooling 2x2; u, v from 0 to 1",
            "y_{c,i,j} = \\max_{u,v} x_{c,2i+u,2j+v}",
            LIBRARY + "nn.image.MaxPool2d");
    private static final Formula EMBEDDING = new Formula(
            "Mean of embeddings, without padding",
            "y = \\frac{1}{|T|} \\sum_{t \\in T} E_t",
            LIBRARY + "nn.sequence.EmbeddingBag");
    private static final Formula DENSE = new Formula("Dense layer", "Y = X W + b", LIBRARY + "nn.dense.Dense");
    private static final Formula RELU = new Formula("ReLU", "y = \\max(0, x)", LIBRARY + "nn.activation.Relu");
    private static final Formula INITIALIZATION = new Formula(
            "Initial weights, He et al.",
            "w \\sim N\\left(0, \\frac{2}{n_{in}}\\right)",
            LIBRARY + "nn.training.Initializers");
    private static final Formula CROSS_ENTROPY = new Formula(
            "Softmax cross-entropy",
            "L = -\\frac{1}{n} \\sum_{i} \\log \\frac{e^{z_{i,t_i}}}{\\sum_j e^{z_{i,j}}}",
            LIBRARY + "nn.loss.SoftmaxCrossEntropy");
    private static final Formula CROSS_ENTROPY_GRADIENT = new Formula(
            "Its gradient, for the one-hot target y",
            "\\frac{\\partial L}{\\partial z} = \\frac{p - y}{n}",
            LIBRARY + "nn.loss.SoftmaxCrossEntropy");
    private static final Formula SQUARED_ERROR = new Formula(
            "Mean squared error", "L = \\frac{1}{n} \\sum_{i} (p_i - t_i)^2", LIBRARY + "nn.loss.MeanSquaredError");
    private static final Formula SQUARED_ERROR_GRADIENT = new Formula(
            "Its gradient",
            "\\frac{\\partial L}{\\partial p_i} = \\frac{2}{n} (p_i - t_i)",
            LIBRARY + "nn.loss.MeanSquaredError");
    private static final Formula DENSE_GRADIENT = new Formula(
            "Backward pass of a dense layer", "dW = X^T \\, dY \\qquad dX = dY \\, W^T", LIBRARY + "nn.dense.Dense");
    private static final Formula FIRST_MOMENT = new Formula(
            "Adam: mean of the gradient g", "m_t = \\beta_1 m_{t-1} + (1 - \\beta_1) g_t", LIBRARY + "optim.Adam");
    private static final Formula SECOND_MOMENT = new Formula(
            "Adam: mean of its square", "v_t = \\beta_2 v_{t-1} + (1 - \\beta_2) g_t^2", LIBRARY + "optim.Adam");
    private static final Formula ADAM = new Formula(
            "Adam: update",
            "w_t = w_{t-1} - \\alpha \\frac{m_t / (1 - \\beta_1^t)}{\\sqrt{v_t / (1 - \\beta_2^t)} + \\epsilon}",
            LIBRARY + "optim.Adam");
    private static final Formula ACCURACY = new Formula(
            "Accuracy", "\\frac{1}{n} \\sum_i [\\arg\\max_k p_{i,k} = t_i]", LIBRARY + "ClassProbabilities");
    private static final Formula RMSE = new Formula(
            "Root of the mean squared error",
            "\\sqrt{\\frac{1}{n} \\sum_i (p_i - t_i)^2}",
            LIBRARY + "evaluation.RegressionScores");
    private static final Formula SOFTMAX =
            new Formula("Softmax", "p_k = \\frac{e^{z_k}}{\\sum_j e^{z_j}}", LIBRARY + "nn.activation.Softmax");

    private Formulas() {}

    /** Returns the formulas of a role; empty if the role computes nothing. */
    static List<Formula> of(Project project, Role role) {
        boolean regression = project.kind() == Kind.TABLE_VALUES;
        return switch (role) {
            case DATA -> data(project.kind());
            case MODEL -> model(project.kind());
            case LOSS ->
                regression
                        ? List.of(SQUARED_ERROR, SQUARED_ERROR_GRADIENT)
                        : List.of(CROSS_ENTROPY, CROSS_ENTROPY_GRADIENT);
            case TRAINING_STEP -> List.of(INITIALIZATION, DENSE_GRADIENT, FIRST_MOMENT, SECOND_MOMENT, ADAM);
            case EVALUATION -> List.of(regression ? RMSE : ACCURACY);
            case PREDICT -> regression ? List.of() : List.of(SOFTMAX);
            case CLASS, SAVE, MEMORY, MAIN -> List.of();
        };
    }

    private static List<Formula> data(Kind kind) {
        return switch (kind) {
            case TABLE_CLASSES -> List.of(STANDARDIZATION);
            case TABLE_VALUES -> List.of(STANDARDIZATION, TARGET);
            case IMAGES, TEXTS -> List.of();
        };
    }

    private static List<Formula> model(Kind kind) {
        List<Formula> layers = new ArrayList<>();
        switch (kind) {
            case IMAGES -> layers.addAll(List.of(CONVOLUTION, MAX_POOLING));
            case TEXTS -> layers.add(EMBEDDING);
            case TABLE_CLASSES, TABLE_VALUES -> {}
        }
        layers.addAll(List.of(DENSE, RELU));
        return layers;
    }
}
