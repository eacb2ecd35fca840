package quartet.dl4j.adapter;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.NativeOps;
import quartet.contract.Engine;
import quartet.contract.EngineInfo;
import quartet.contract.ExampleModel;
import quartet.contract.Learner;
import quartet.contract.ModelSpec;
import quartet.contract.TrainingSpec;
import quartet.contract.Weights;
import quartet.datasets.Examples;
import quartet.dl4j.ImageClassifier;
import quartet.dl4j.OneDnnConvolution;

/**
 * The engine for Deeplearning4j: a factory of learners and of trained examples.
 *
 * <p>The following choices make the engine fast. To measure one, undo it and compare the results of {@code
 * compare/quartet run --engines dl4j --rounds 5} before and after.
 *
 * <ul>
 *   <li>cv: oneDNN computes the convolutions ({@link OneDnnConvolution}). Training takes a fraction of the time, and
 *       predictions even less. {@code SD_FORBID_HELPERS=1} in the environment undoes this choice.
 *   <li>cv: ReLU follows max pooling ({@link ImageClassifier}), so it processes a quarter of the numbers.
 *   <li>cv without oneDNN: the backward pass of a convolution reuses the unfolded images of the forward pass ({@code
 *       CacheMode.DEVICE}).
 *   <li>all: the parallel garbage collector ({@code engine.properties}). A step leaves many short-lived objects. The
 *       pauses are shorter than with the default collector, but the heap of a short run grows larger.
 *   <li>all: JavaCPP does not query the operating system for the size of the process at every allocation ({@code
 *       maxphysicalbytes} in {@code engine.properties}).
 * </ul>
 *
 * <p>Other choices make little or no difference: oneDNN's pooling; SameDiff instead of layers; {@code fit(iterator)}
 * instead of the step of {@link StrictLearner}. ND4J's libraries for AVX2 and AVX-512 speed up the tables a little,
 * but do not run on every processor. {@code -Dorg.bytedeco.javacpp.nopointergc=true} is not an option, because arrays
 * would never be freed.
 */
public final class Dl4jEngine implements Engine {

    /**
     * Returns names and versions as Deeplearning4j and ND4J report them.
     *
     * @throws UnsupportedOperationException if there is no native library for this platform
     */
    @Override
    public EngineInfo info() {
        NativeOps operations = NativeLibrary.load();
        return new EngineInfo(
                "dl4j",
                "Deeplearning4j " + version("org.deeplearning4j", "deeplearning4j-nn"),
                "libnd4j " + version("org.nd4j", "nd4j-native") + " with OpenBLAS "
                        + version("org.bytedeco", "openblas") + (OneDnnConvolution.isAvailable() ? " and oneDNN" : ""),
                Nd4j.getEnvironment().isCPU() ? "cpu" : "gpu",
                operations.ompGetMaxThreads(),
                List.of());
    }

    @Override
    public Learner create(ModelSpec spec, TrainingSpec training, Weights initial) {
        return new StrictLearner(spec, training, initial);
    }

    @Override
    public Learner load(ModelSpec spec, TrainingSpec training, Path directory) {
        return StrictLearner.load(spec, training, directory);
    }

    @Override
    public ExampleModel trainExample(ModelSpec spec, Examples train, int epochs, int batchSize, long seed) {
        NativeLibrary.load();
        return Example.of(spec).trainer().train(train, epochs, batchSize, seed);
    }

    @Override
    public ExampleModel loadExample(ModelSpec spec, Path directory) {
        NativeLibrary.load();
        return Example.of(spec).loader().apply(directory);
    }

    /** Returns the version in the metadata of an artifact on the class path. */
    private static String version(String group, String artifact) {
        String resource = "/META-INF/maven/" + group + "/" + artifact + "/pom.properties";
        try (InputStream stream = Objects.requireNonNull(Nd4j.class.getResourceAsStream(resource), resource)) {
            Properties properties = new Properties();
            properties.load(stream);
            return properties.getProperty("version");
        } catch (IOException e) {
            throw new UncheckedIOException(resource + ": " + e.getMessage(), e);
        }
    }
}
