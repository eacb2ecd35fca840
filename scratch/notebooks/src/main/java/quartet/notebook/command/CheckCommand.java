package quartet.notebook.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import quartet.notebook.check.NotebookCheck;
import quartet.notebook.format.Notebook;
import quartet.notebook.format.NotebookReader;
import quartet.notebook.session.Limits;

/** Runs notebooks and compares their outputs with the stored ones. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = "Runs notebooks and compares their outputs with the stored ones; writes nothing.")
final class CheckCommand implements Callable<Integer> {
    @Parameters(paramLabel = "NAME", arity = "0..*", description = "Names or numbers of notebooks; all by default.")
    private List<String> names = new ArrayList<>();

    @Option(
            names = "--jobs",
            defaultValue = "2",
            description = "Notebooks that run at the same time (${DEFAULT-VALUE}).")
    private int jobs = 2;

    @Override
    public Integer call() throws InterruptedException {
        if (jobs < 1) {
            throw new IllegalArgumentException("--jobs: expected 1 or more, but was " + jobs);
        }
        List<Notebook> notebooks = new ArrayList<>();
        for (Path file : Notebooks.folder().select(names)) {
            notebooks.add(NotebookReader.read(file));
        }
        ExecutorService pool = Executors.newFixedThreadPool(jobs);
        try {
            List<Future<NotebookCheck>> checks = new ArrayList<>();
            notebooks.forEach(notebook -> checks.add(pool.submit(() -> NotebookCheck.of(notebook, Limits.standard()))));
            int failed = 0;
            for (int i = 0; i < checks.size(); i++) {
                failed += report(notebooks.get(i).name(), checks.get(i)) ? 0 : 1;
            }
            System.out.println(notebooks.size() + " notebooks checked, " + failed + " failed");
            return failed == 0 ? 0 : Notebooks.FAILED;
        } finally {
            pool.shutdownNow();
        }
    }

    private static boolean report(String name, Future<NotebookCheck> future) throws InterruptedException {
        try {
            NotebookCheck check = future.get();
            boolean ok = check.failures().isEmpty();
            System.out.printf(Locale.ROOT, "%-6s  %s  %.1f s%n", ok ? "ok" : "FAILED", name, check.seconds());
            check.failures().forEach(failure -> System.out.println("        " + failure));
            return ok;
        } catch (ExecutionException e) {
            System.out.printf(Locale.ROOT, "FAILED  %s%n        %s%n", name, e.getCause());
            return false;
        }
    }
}
