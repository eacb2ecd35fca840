package quartet.scratch.argument;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import quartet.scratch.linalg.Matrix;
import quartet.scratch.linalg.Vector;

/**
 * Calls every public constructor and method of the mathematical packages with null for each argument in turn, beside
 * plausible other arguments. Either the library checks the argument, or the exception of the JVM names it where it is used.
 * A call may be refused for another argument first; then it proves nothing about null.
 */
@NullUnmarked
class MathematicsNullArgumentTest {

    private static final String[] PACKAGES = {
        "quartet.scratch.linalg",
        "quartet.scratch.calculus",
        "quartet.scratch.probability",
        "quartet.scratch.statistics",
        "quartet.scratch.evaluation",
        "quartet.scratch.model",
        "quartet.scratch.generative.markov",
        "quartet.scratch.generative.sampling"
    };

    /** The JVM's description of a variable that is null; without debug information it has a number for a name. */
    private static final Pattern NAMED = Pattern.compile("because \"(\\w+|<parameter\\d+>|<local\\d+>)\" is null$");

    @Test
    void nullIsRefusedWithTheNameOfTheArgument() {
        List<Class<?>> types = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages(PACKAGES).stream()
                        .<Class<?>>map(JavaClass::reflect)
                        .filter(MathematicsNullArgumentTest::isPublic)
                        .toList();
        List<String> unclear = new ArrayList<>();
        for (Class<?> type : types) {
            executables(type).forEach(executable -> probe(executable, unclear));
        }
        assertThat(unclear).as("calls without a clear message").isEmpty();
        assertThat(types).hasSizeGreaterThan(150);
    }

    private static boolean isPublic(Class<?> type) {
        boolean enclosing = type.getEnclosingClass() == null || isPublic(type.getEnclosingClass());
        return enclosing && Modifier.isPublic(type.getModifiers());
    }

    private static Stream<Executable> executables(Class<?> type) {
        Stream<Executable> constructors = Arrays.stream(type.getConstructors());
        Stream<Executable> methods = Arrays.stream(type.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()))
                .filter(method -> !method.isSynthetic() && !method.isBridge())
                .filter(method -> !type.isInterface() || Modifier.isStatic(method.getModifiers()))
                .map(Executable.class::cast);
        return Stream.concat(constructors, methods)
                .filter(executable -> !List.of("equals", "valueOf").contains(executable.getName()))
                .filter(executable ->
                        Arrays.stream(executable.getParameterTypes()).anyMatch(Predicate.not(Class::isPrimitive)));
    }

    private static void probe(Executable executable, List<String> unclear) {
        Class<?>[] types = executable.getParameterTypes();
        Object target = null;
        if (executable instanceof Method method && !Modifier.isStatic(method.getModifiers())) {
            target = Samples.of(executable.getDeclaringClass());
            if (target == null) {
                return;
            }
        }
        for (int i = 0; i < types.length; i++) {
            // A name for messages may be anything.
            if (types[i].isPrimitive() || types[i] == String.class) {
                continue;
            }
            Object[] arguments = Arrays.stream(types).map(Samples::of).toArray();
            arguments[i] = null;
            String problem = call(executable, target, arguments);
            if (!problem.isEmpty()) {
                String name = executable.getDeclaringClass().getSimpleName() + "." + executable.getName();
                unclear.add(name
                        + Arrays.toString(
                                Arrays.stream(types).map(Class::getSimpleName).toArray()) + " argument " + i + ": "
                        + problem);
            }
        }
    }

    /** Returns what is unclear about the failure of a call, or nothing. */
    private static String call(Executable executable, Object target, Object[] arguments) {
        try {
            if (executable instanceof Constructor<?> constructor) {
                constructor.newInstance(arguments);
            } else {
                ((Method) executable).invoke(target, arguments);
            }
            return "no exception";
        } catch (InvocationTargetException failure) {
            return isClear(failure.getCause()) ? "" : failure.getCause().toString();
        } catch (ReflectiveOperationException | IllegalArgumentException failure) {
            return failure.toString();
        }
    }

    private static boolean isClear(Throwable failure) {
        boolean inLibrary = failure.getStackTrace()[0].getClassName().startsWith("quartet.scratch.");
        // Functions that are samples return numbers, also where a caller expects a model.
        return failure instanceof IllegalArgumentException
                || failure instanceof ClassCastException
                || (failure instanceof NullPointerException
                        && inLibrary
                        && NAMED.matcher(String.valueOf(failure.getMessage())).find());
    }

    /** Plausible arguments by type. */
    private static final class Samples {
        private static final Map<Class<?>, Object> KNOWN = new HashMap<>(Map.of(
                double.class,
                0.5,
                int.class,
                1,
                long.class,
                1L,
                boolean.class,
                true,
                String.class,
                "name",
                Matrix.class,
                Matrix.identity(2),
                Vector.class,
                Vector.of(1, 2),
                RandomGenerator.class,
                new Random(1),
                List.class,
                List.of()));

        static Object of(Class<?> type) {
            if (KNOWN.containsKey(type)) {
                return KNOWN.get(type);
            }
            Object sample = create(type);
            KNOWN.put(type, sample);
            return sample;
        }

        private static Object create(Class<?> type) {
            if (type.isArray()) {
                Object array = Array.newInstance(type.getComponentType(), 2);
                for (int i = 0; i < 2; i++) {
                    Array.set(array, i, distinct(of(type.getComponentType()), i));
                }
                return array;
            }
            if (type.isEnum()) {
                return type.getEnumConstants()[0];
            }
            if (type.isInterface()) {
                return Proxy.newProxyInstance(
                        type.getClassLoader(),
                        new Class<?>[] {type},
                        (proxy, method, arguments) ->
                                of(method.getReturnType() == Object.class ? double.class : method.getReturnType()));
            }
            return Stream.concat(Arrays.stream(type.getConstructors()), factories(type))
                    .map(executable -> instance(executable))
                    .filter(type::isInstance)
                    .findFirst()
                    .orElse(null);
        }

        /** Returns numbers that differ, are a distribution together, and are labels of two classes if they are integers. */
        private static Object distinct(Object sample, int i) {
            return sample instanceof Double
                    ? (Object) (0.25 + 0.5 * i)
                    : sample instanceof Integer ? (Object) i : sample;
        }

        private static Stream<Executable> factories(Class<?> type) {
            return Arrays.stream(type.getDeclaredMethods())
                    .filter(method -> Modifier.isStatic(method.getModifiers())
                            && Modifier.isPublic(method.getModifiers())
                            && method.getReturnType() == type)
                    .map(Executable.class::cast);
        }

        private static Object instance(Executable executable) {
            try {
                Object[] arguments = Arrays.stream(executable.getParameterTypes())
                        .map(Samples::of)
                        .toArray();
                return executable instanceof Constructor<?> constructor
                        ? constructor.newInstance(arguments)
                        : ((Method) executable).invoke(null, arguments);
            } catch (ReflectiveOperationException | RuntimeException refused) {
                return null;
            }
        }
    }
}
