package quartet.harness.across;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import quartet.harness.Printable;
import quartet.harness.UsageException;
import quartet.harness.report.ResultFiles;
import quartet.harness.results.Results;
import quartet.harness.results.Results.Run;
import quartet.harness.results.Summary;

/**
 * A finished comparison.
 *
 * @param name a unique name
 * @param results its results
 */
public record Finished(String name, Results results) {
    public Finished {
        name = Printable.line(name);
    }

    /**
     * Reads comparisons from their folders. Each is named after its folder, or after the path as given if two folders
     * have the same name.
     *
     * @throws UsageException if a folder has no usable results, or is named twice
     */
    public static List<Finished> read(List<Path> folders) {
        List<String> names = folders.stream()
                .map(folder ->
                        String.valueOf(folder.toAbsolutePath().normalize().getFileName()))
                .toList();
        boolean distinct = new HashSet<>(names).size() == names.size();
        List<Finished> finished = new ArrayList<>();
        for (int i = 0; i < folders.size(); i++) {
            String name = distinct ? names.get(i) : folders.get(i).toString();
            if (finished.stream().anyMatch(other -> other.name().equals(Printable.line(name)))) {
                throw new UsageException("report: " + name + " is named twice");
            }
            finished.add(new Finished(name, ResultFiles.read(folders.get(i))));
        }
        return finished;
    }

    /** Returns the runs of a summary. */
    List<Run> runs(Summary summary) {
        return results.runs().stream()
                .filter(run -> run.project().equals(summary.project())
                        && run.dataset().equals(summary.dataset())
                        && run.engine().equals(summary.engine())
                        && run.division() == summary.division()
                        && run.key().variant().label().equals(summary.variantLabel()))
                .toList();
    }
}
