package quartet.harness.command;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Runs the command line against the scratch engine that is built, and against engines that go wrong on purpose. */
final class CommandLineKit {
    private static final Path SCRATCH =
            Path.of("../../scratch/target/engine").toAbsolutePath().normalize();

    private final Path home;

    /** What a command printed, and its exit code. */
    record Answer(int exitCode, String out, String err) {}

    CommandLineKit(Path home, String... wrongEngines) throws IOException {
        this.home = home;
        String classPath = Files.readString(SCRATCH.resolve("classpath")).strip();
        String properties = Files.readString(SCRATCH.resolve("engine.properties"));
        String jar = jar(properties);
        install("scratch", properties.replaceAll("jar=.*", "jar=" + jar), classPath);
        String tests = testClasses().toString();
        for (String name : wrongEngines) {
            install(name, "name=" + name + "\ntitle=Wrong\njar=" + jar + "\n", tests + File.pathSeparator + classPath);
        }
    }

    /** Where the engines of the tests are. */
    private static Path testClasses() {
        try {
            return Path.of(CommandLineKit.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String jar(String properties) {
        try (Stream<String> lines = properties.lines()) {
            String name = lines.filter(line -> line.startsWith("jar="))
                    .map(line -> line.substring(4))
                    .findFirst()
                    .orElseThrow();
            return SCRATCH.resolveSibling(name).toString().replace("\\", "/");
        }
    }

    private void install(String name, String properties, String classPath) throws IOException {
        Path folder = Files.createDirectories(home.resolve(name).resolve("target/engine"));
        Files.writeString(folder.resolve("engine.properties"), properties);
        Files.writeString(folder.resolve("classpath"), classPath);
    }

    Answer run(String... arguments) {
        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream outBytes = new ByteArrayOutputStream();
        ByteArrayOutputStream errBytes = new ByteArrayOutputStream();
        System.setProperty("quartet.home", home.toString());
        System.setOut(new PrintStream(outBytes, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(errBytes, true, StandardCharsets.UTF_8));
        try {
            int exitCode = Quartet.execute(arguments);
            return new Answer(
                    exitCode, outBytes.toString(StandardCharsets.UTF_8), errBytes.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
    }
}
