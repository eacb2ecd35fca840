package quartet.harness.command;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import quartet.datasets.Catalogue;
import quartet.datasets.CatalogueEntry;
import quartet.datasets.DatasetException;
import quartet.datasets.Datasets;
import quartet.datasets.fetch.DatasetFetcher;
import quartet.harness.Printable;
import quartet.harness.report.Tables;
import quartet.harness.report.TerminalTable;

/** Lists the catalogue of data sets. */
@Command(
        name = "datasets",
        mixinStandardHelpOptions = true,
        description = "Lists, fetches and checks the data sets. Without a command: list.")
final class DatasetsCommand implements Callable<Integer> {
    @Override
    public Integer call() {
        return list();
    }

    @Command(mixinStandardHelpOptions = true, description = "Lists all data sets with provenance and licence.")
    int list() {
        List<List<String>> rows = new ArrayList<>();
        for (CatalogueEntry entry : Catalogue.get().entries()) {
            rows.add(List.of(
                    entry.name(),
                    Integer.toString(entry.rows()),
                    entry.classes() == 0 ? "" : Integer.toString(entry.classes()),
                    entry.shipped() ? "shipped" : Datasets.isPresent(entry) ? "fetched" : "to fetch",
                    entry.licence(),
                    entry.citation()));
        }
        List<String> columns = List.of("data set", "rows", "classes", "here", "licence", "citation");
        System.out.print(TerminalTable.render(new Tables.Table("Data sets", columns, rows, List.of())));
        return 0;
    }

    @Command(
            mixinStandardHelpOptions = true,
            description =
                    "Fetches a data set that is not shipped, from its author or by npm or apt, into a cache folder.")
    int fetch(@Parameters(paramLabel = "NAME", description = "A name of the list.") String name) {
        try (FetchProgress progress = new FetchProgress(CommonOptions.terminal())) {
            DatasetFetcher.fetch(name, progress);
        }
        System.out.println(name + ": ok");
        return 0;
    }

    @Command(mixinStandardHelpOptions = true, description = "Checks every file that is here against its SHA-256.")
    int verify() {
        boolean ok = true;
        for (CatalogueEntry entry : Catalogue.get().entries()) {
            if (!Datasets.isPresent(entry)) {
                System.out.println(entry.name() + ": not here");
                continue;
            }
            try {
                Datasets.verify(entry.name());
                System.out.println(entry.name() + ": ok");
            } catch (DatasetException e) {
                System.out.println(Printable.line(String.valueOf(e.getMessage())));
                ok = false;
            }
        }
        return ok ? 0 : Quartet.FAILED;
    }
}
