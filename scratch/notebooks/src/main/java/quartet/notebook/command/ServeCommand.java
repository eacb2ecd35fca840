package quartet.notebook.command;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import quartet.notebook.serve.NotebookServer;
import quartet.notebook.serve.Sessions;
import quartet.notebook.session.Limits;

/** Serves the notebooks to a browser on this machine. */
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        description = "Opens the notebooks in pages for changing and running cells. The files are not changed.")
final class ServeCommand implements Callable<Integer> {
    @Option(
            names = "--port",
            defaultValue = "0",
            description = "The port on the loopback address; any free port by default.")
    private int port;

    @Override
    public Integer call() throws IOException {
        try (Sessions sessions = new Sessions(Limits.standard());
                NotebookServer server = new NotebookServer(Notebooks.folder(), sessions, port)) {
            System.out.println("Open " + server.address());
            System.out.println("The address is secret: anyone who has it can run code as you. Press Enter to end.");
            while (System.in.read() >= 0 && System.in.available() > 0) {
                // A whole line is read.
            }
            return 0;
        }
    }
}
