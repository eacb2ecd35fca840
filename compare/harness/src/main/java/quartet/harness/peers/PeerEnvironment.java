package quartet.harness.peers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import quartet.harness.UsageException;
import quartet.harness.worker.PeerProgram;

/** A virtual environment of Python with the frameworks of the peers. The user's own Python and pip make it. */
public final class PeerEnvironment {
    private static final boolean WINDOWS = System.getProperty("os.name").startsWith("Windows");
    private static final int MINOR = 11;
    private static final String REMEDY = "install Python 3." + MINOR + " or newer, or name one with --python";
    private static final Pattern VERSION = Pattern.compile("(\\d+)\\.(\\d+)");

    private final Path home;
    private final Path folder;

    /**
     * An environment that may not exist yet.
     *
     * @param home the project's folder
     * @param folder the environment's folder
     */
    public PeerEnvironment(Path home, Path folder) {
        this.home = home.toAbsolutePath().normalize();
        this.folder = folder.toAbsolutePath().normalize();
    }

    /** Returns the usual command that starts Python on this system. */
    public static String defaultPython() {
        return WINDOWS ? "python" : "python3";
    }

    /** Returns the folder that is used if the user names none. */
    public static Path defaultFolder(Path home) {
        return PeerProgram.folder(home).resolve("target/venv");
    }

    /** Returns the names of the frameworks that can be installed. */
    public static List<String> frameworks(Path home) {
        Path requirements = PeerProgram.folder(home).resolve("requirements");
        try (Stream<Path> files = Files.list(requirements)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".txt"))
                    .map(name -> name.substring(0, name.length() - ".txt".length()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(requirements + " cannot be read: " + e.getMessage(), e);
        }
    }

    /**
     * Makes the environment. An environment that exists is used again.
     *
     * @param python the command that starts the interpreter
     * @throws UsageException if there is no such interpreter, it is too old, or the folder holds something else
     */
    public void make(String python) throws IOException, InterruptedException {
        checkVersion(python);
        if (Files.exists(folder) && !Files.exists(folder.resolve("pyvenv.cfg")) && !isEmptyFolder()) {
            throw new UsageException(folder + " exists and is no virtual environment; name another with --into");
        }
        int exitCode = run(List.of(python, "-m", "venv", folder.toString()));
        if (exitCode != 0) {
            throw new UsageException(python + " could not make a virtual environment in " + folder + " (exit code "
                    + exitCode + "); on Debian and Ubuntu the package python3-venv may be missing");
        }
    }

    private boolean isEmptyFolder() throws IOException {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.findAny().isEmpty();
        }
    }

    private static void checkVersion(String python) throws InterruptedException {
        String output;
        try {
            Process process = new ProcessBuilder(
                            python, "-c", "import sys; sys.stdout.write('%d.%d' % sys.version_info[:2])")
                    .redirectErrorStream(true)
                    .start();
            output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            process.waitFor();
        } catch (IOException e) {
            throw new UsageException("'" + python + "' cannot be started; " + REMEDY, e);
        }
        Matcher version = VERSION.matcher(output);
        if (!version.matches()) {
            throw new UsageException("'" + python + "' is no Python; " + REMEDY);
        }
        int major = Integer.parseInt(version.group(1));
        if (major < 3 || (major == 3 && Integer.parseInt(version.group(2)) < MINOR)) {
            throw new UsageException("'" + python + "' is Python " + output + "; " + REMEDY);
        }
    }

    /**
     * Installs a framework. The user sees what pip prints. After the first framework, runs find the environment.
     *
     * @return whether pip succeeded
     */
    public boolean install(String framework) throws IOException, InterruptedException {
        String program = PeerProgram.folder(home).resolve("install.py").toString();
        if (run(List.of(interpreter().toString(), program, framework)) != 0) {
            return false;
        }
        Path file = PeerProgram.pythonFile(home);
        Files.createDirectories(file.getParent());
        Path temporary = file.resolveSibling(file.getFileName() + ".part");
        Files.writeString(temporary, interpreter() + "\n");
        Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING);
        return true;
    }

    private Path interpreter() {
        return folder.resolve(WINDOWS ? "Scripts/python.exe" : "bin/python");
    }

    private static int run(List<String> command) throws IOException, InterruptedException {
        return new ProcessBuilder(command).inheritIO().start().waitFor();
    }
}
