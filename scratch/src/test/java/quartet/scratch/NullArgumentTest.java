package quartet.scratch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.File;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Random;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import quartet.scratch.backend.Backend;
import quartet.scratch.generative.neural.Autoencoder;
import quartet.scratch.generative.neural.CharacterModel;
import quartet.scratch.generative.neural.NoiseSchedule;
import quartet.scratch.kernel.Kernels;
import quartet.scratch.kernel.scalar.ScalarKernels;
import quartet.scratch.linalg.Matrix;
import quartet.scratch.nn.Layer;
import quartet.scratch.nn.Parameter;
import quartet.scratch.nn.Sequential;
import quartet.scratch.nn.activation.Gelu;
import quartet.scratch.nn.activation.Tanh;
import quartet.scratch.nn.attention.TransformerSettings;
import quartet.scratch.nn.convolution.ConvolutionSettings;
import quartet.scratch.nn.convolution.Upsample2d;
import quartet.scratch.nn.dense.Dense;
import quartet.scratch.nn.graph.Graph;
import quartet.scratch.nn.graph.GraphBuilder;
import quartet.scratch.nn.graph.Merge;
import quartet.scratch.nn.graph.Node;
import quartet.scratch.nn.graph.Slice;
import quartet.scratch.nn.graph.Sum;
import quartet.scratch.nn.image.Padding;
import quartet.scratch.nn.loss.CrossEntropySettings;
import quartet.scratch.nn.loss.Loss;
import quartet.scratch.nn.loss.MeanSquaredError;
import quartet.scratch.nn.sequence.Bidirectional;
import quartet.scratch.nn.sequence.Lstm;
import quartet.scratch.nn.sequence.RecurrentLayer;
import quartet.scratch.nn.sequence.SimpleRecurrent;
import quartet.scratch.nn.sequence.StepMask;
import quartet.scratch.nn.training.EarlyStopping;
import quartet.scratch.optim.Optimizer;
import quartet.scratch.optim.Schedule;
import quartet.scratch.optim.StochasticGradientDescent;
import quartet.scratch.tensor.DoubleTensor;
import quartet.scratch.tensor.IntTensor;
import quartet.scratch.tensor.Precision;
import quartet.scratch.tensor.Tensor;
import quartet.scratch.training.EpochResult;
import quartet.scratch.training.MiniBatches;
import quartet.scratch.training.TrainingListener;

/**
 * Every public constructor and method of the packages of networks answers null with a message that names the argument.
 * Each is called once for each of its arguments, with null in that place and a valid or at least present value in all
 * others.
 */
class NullArgumentTest {
    private static final List<String> PACKAGES = List.of("nn", "optim", "tensor", "training", "generative/neural");

    private static final Map<Class<?>, Object> SAMPLES = samples();

    private static Map<Class<?>, Object> samples() {
        Map<Class<?>, Object> samples = new HashMap<>();
        samples.put(int.class, 1);
        samples.put(long.class, 1L);
        samples.put(double.class, 0.5);
        samples.put(boolean.class, true);
        samples.put(String.class, "a");
        samples.put(Object.class, "a");
        samples.put(int[].class, new int[] {1, 1});
        samples.put(float[].class, new float[] {1});
        samples.put(double[].class, new double[] {1});
        samples.put(double[][].class, new double[][] {{1}});
        samples.put(List.class, List.of());
        samples.put(Path.class, Path.of("absent"));
        samples.put(RandomGenerator.class, new Random(1));
        samples.put(Consumer.class, (Consumer<List<Parameter>>) parameters -> {});
        samples.put(OptionalInt.class, OptionalInt.empty());
        samples.put(OptionalDouble.class, OptionalDouble.empty());
        samples.put(Backend.class, Backend.reference());
        samples.put(Kernels.class, new ScalarKernels());
        samples.put(Precision.class, Precision.FLOAT64);
        samples.put(Padding.class, Padding.SAME);
        samples.put(Gelu.Form.class, Gelu.Form.ERF);
        samples.put(Upsample2d.Mode.class, Upsample2d.Mode.NEAREST);
        samples.put(Tensor.class, DoubleTensor.zeros(1, 1));
        samples.put(DoubleTensor.class, DoubleTensor.zeros(1, 1));
        samples.put(IntTensor.class, IntTensor.zeros(1, 1));
        samples.put(Matrix.class, Matrix.identity(1));
        samples.put(Layer.class, new Tanh());
        samples.put(Layer[].class, new Layer[] {new Tanh()});
        samples.put(Sequential.class, new Sequential(new Tanh()));
        samples.put(RecurrentLayer.class, new SimpleRecurrent("r", 1, 1, Backend.reference()));
        samples.put(StepMask.class, StepMask.none());
        samples.put(Parameter.class, Parameter.of("p", DoubleTensor.zeros(1)));
        samples.put(Parameter.Use.class, Parameter.Use.SUM);
        samples.put(Loss.class, new MeanSquaredError(Backend.reference()));
        samples.put(Optimizer.class, new StochasticGradientDescent(0.1));
        samples.put(Schedule.class, Schedule.constant(0.1));
        samples.put(Merge.class, new Sum());
        samples.put(Slice.class, new Slice(1, 0, 1));
        GraphBuilder builder = new GraphBuilder();
        samples.put(GraphBuilder.class, builder);
        samples.put(Node.class, builder.input());
        samples.put(Node[].class, new Node[] {builder.input()});
        samples.put(Graph.class, builder.build(builder.apply(new Tanh(), builder.input())));
        samples.put(
                Bidirectional.class,
                new Bidirectional(
                        new SimpleRecurrent("f", 1, 1, Backend.reference()),
                        new SimpleRecurrent("b", 1, 1, Backend.reference())));
        samples.put(CrossEntropySettings.class, CrossEntropySettings.none());
        samples.put(ConvolutionSettings.class, ConvolutionSettings.none());
        samples.put(TransformerSettings.class, TransformerSettings.of(2, 1));
        samples.put(EarlyStopping.class, new EarlyStopping(1, 0));
        samples.put(NoiseSchedule.class, NoiseSchedule.cosine(2));
        samples.put(TrainingListener.class, new TrainingListener() {});
        samples.put(MiniBatches.class, MiniBatches.inOrder(DoubleTensor.zeros(1, 1), DoubleTensor.zeros(1, 1), 1));
        samples.put(CharacterModel.Sizes.class, new CharacterModel.Sizes(2, 2, 1, 1));
        samples.put(CharacterModel.class, CharacterModel.of("ab", new CharacterModel.Sizes(2, 2, 1, 1), new Random(1)));
        samples.put(
                Autoencoder.class,
                new Autoencoder(
                        new Sequential(new Dense("e", 1, 1)),
                        new Sequential(new Dense("d", 1, 1)),
                        Backend.reference()));
        samples.put(Lstm.class, new Lstm("l", 1, 1, Backend.reference()));
        samples.put(EpochResult.class, new EpochResult(1, 1, OptionalDouble.empty()));
        return samples;
    }

    static Stream<Class<?>> publicClasses() throws URISyntaxException, IOException {
        Path root = Path.of(
                Layer.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        List<Class<?>> classes = new ArrayList<>();
        for (String name : PACKAGES) {
            try (Stream<Path> files = Files.walk(root.resolve("quartet/scratch").resolve(name))) {
                files.map(file -> root.relativize(file).toString().replace(File.separatorChar, '.'))
                        .filter(file -> file.endsWith(".class") && !file.endsWith("-info.class"))
                        .map(file -> load(file.substring(0, file.length() - ".class".length())))
                        .filter(NullArgumentTest::isPublic)
                        .forEach(classes::add);
            }
        }
        return classes.stream();
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isPublic(Class<?> type) {
        boolean outerIsPublic = type.getEnclosingClass() == null || isPublic(type.getEnclosingClass());
        return Modifier.isPublic(type.getModifiers()) && outerIsPublic && !type.isInterface() && !type.isEnum();
    }

    @ParameterizedTest
    @MethodSource("publicClasses")
    void nullIsNamed(Class<?> type) throws ReflectiveOperationException {
        if (!Modifier.isAbstract(type.getModifiers())) {
            for (Constructor<?> constructor : type.getConstructors()) {
                check(constructor, arguments -> constructor.newInstance(arguments));
            }
        }
        for (Method method : type.getMethods()) {
            boolean own = method.getDeclaringClass().getName().startsWith("quartet.scratch.")
                    && !method.getDeclaringClass().isInterface();
            if (!own
                    || method.isBridge()
                    || method.isSynthetic()
                    || method.getName().equals("equals")) {
                continue;
            }
            if (Modifier.isStatic(method.getModifiers())) {
                check(method, arguments -> method.invoke(null, arguments));
            } else if (!Modifier.isAbstract(type.getModifiers()) && takesReference(method)) {
                method.setAccessible(true);
                Object instance = instance(type);
                check(method, arguments -> method.invoke(instance, arguments));
            }
        }
    }

    private interface Call {
        Object with(Object... arguments) throws ReflectiveOperationException;
    }

    private static boolean takesReference(Executable executable) {
        return Arrays.stream(executable.getParameterTypes()).anyMatch(type -> !type.isPrimitive());
    }

    private static void check(Executable executable, Call call) {
        Class<?>[] types = executable.getParameterTypes();
        for (int i = 0; i < types.length; i++) {
            if (types[i].isPrimitive()) {
                continue;
            }
            Object[] arguments =
                    Arrays.stream(types).map(NullArgumentTest::sample).toArray();
            arguments[i] = null;
            Throwable thrown = catchThrowable(() -> call.with(arguments));
            assertThat(thrown)
                    .as("%s with null as argument %d", executable, i + 1)
                    .isInstanceOf(InvocationTargetException.class);
            assertThat(thrown.getCause())
                    .as("%s with null as argument %d", executable, i + 1)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageEndingWith(", but was null");
        }
    }

    private static Object sample(Class<?> type) {
        return Objects.requireNonNull(SAMPLES.get(type), () -> "a sample of " + type);
    }

    /** A sample or the result of the first constructor or factory that accepts samples. */
    private static Object instance(Class<?> type) {
        Object sample = SAMPLES.get(type);
        Stream<Call> constructors = Arrays.stream(type.getConstructors())
                .map(constructor -> ignored -> constructor.newInstance(samplesFor(constructor)));
        Stream<Call> factories = Arrays.stream(type.getMethods())
                .filter(method -> Modifier.isStatic(method.getModifiers()) && method.getReturnType() == type)
                .map(method -> ignored -> method.invoke(null, samplesFor(method)));
        return Optional.ofNullable(sample)
                .or(() -> Stream.concat(constructors, factories)
                        .flatMap(call -> result(call).stream())
                        .findFirst())
                .orElseThrow(() -> new IllegalStateException("expected a sample of " + type + ", but was none"));
    }

    private static Object[] samplesFor(Executable executable) {
        return Arrays.stream(executable.getParameterTypes())
                .map(NullArgumentTest::sample)
                .toArray();
    }

    private static Optional<Object> result(Call call) {
        try {
            return Optional.of(call.with());
        } catch (ReflectiveOperationException e) {
            // The samples do not fit together here; the next constructor may accept them.
            return Optional.empty();
        }
    }
}
