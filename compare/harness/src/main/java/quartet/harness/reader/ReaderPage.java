package quartet.harness.reader;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import quartet.contract.experiment.Project;
import quartet.harness.UsageException;
import quartet.harness.html.HtmlTemplate;
import quartet.harness.reader.View.ProjectView;
import quartet.harness.report.ResultFiles;
import quartet.harness.results.Results;
import quartet.harness.worker.InstalledEngine;

/** Creates the page that shows the implementations side by side, aligned by role. The page is one file that loads no other. */
public final class ReaderPage {
    private static final HtmlTemplate TEMPLATE = new HtmlTemplate(ReaderPage.class, "reader.html.ftlh");

    private final Path home;
    private final List<InstalledEngine> engines;
    private final Measurements measurements;

    /**
     * Creates a page about these engines.
     *
     * @param home the project's folder, which contains the sources
     * @param results the comparison whose figures are shown next to the code; empty for none
     */
    public ReaderPage(Path home, List<InstalledEngine> engines, Optional<Results> results) {
        this.home = home;
        this.engines = List.copyOf(engines);
        this.measurements = new Measurements(results);
    }

    /**
     * Writes the page. The file is replaced atomically.
     *
     * @throws UsageException if the file cannot be written, or no engine has an example of the projects
     */
    public void write(Path file, List<Project> projects) {
        String html = html(file, projects);
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            ResultFiles.write(file, html);
        } catch (IOException e) {
            throw new UsageException(file + " cannot be written (" + e.getMessage() + "); choose another --out", e);
        }
    }

    /** Returns the page with links relative to this file. */
    String html(Path file, List<Project> projects) {
        Checkout checkout = new Checkout(home, file);
        List<ProjectView> views = projects.stream()
                .map(project -> new SideBySide(project, engines, checkout, measurements).view())
                .filter(view -> !view.columns().isEmpty())
                .toList();
        if (views.isEmpty()) {
            throw new UsageException("no engine in " + home + " has the source of an example");
        }
        return TEMPLATE.render(
                TEMPLATE.resource("reader.css"),
                TEMPLATE.resource("reader.js"),
                Map.of("projects", views, "origin", measurements.origin()));
    }
}
