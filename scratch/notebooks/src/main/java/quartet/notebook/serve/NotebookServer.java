package quartet.notebook.serve;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import quartet.notebook.format.Notebook;
import quartet.notebook.format.NotebookFolder;
import quartet.notebook.format.NotebookReader;
import quartet.notebook.page.NotebookPages;
import quartet.notebook.page.WebAssets;

/**
 * Serves pages for changing and running cells, on the loopback address. Cells run with the rights of the user. The
 * server therefore accepts only requests from its own pages whose path begins with a random token.
 */
public final class NotebookServer implements AutoCloseable {
    private static final int TOKEN_BYTES = 18;
    private static final int LARGEST_REQUEST = 1_000_000;

    private final NotebookFolder folder;
    private final SourceFiles sources;
    private final Sessions sessions;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final String token;
    private final RequestGuard guard;

    /**
     * Starts a server.
     *
     * @param port the port; 0 for any that is free
     */
    public NotebookServer(NotebookFolder folder, Sessions sessions, int port) {
        this.folder = folder;
        sources = new SourceFiles(folder.path().resolve(".."));
        this.sessions = sessions;
        byte[] random = new byte[TOKEN_BYTES];
        new SecureRandom().nextBytes(random);
        token = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (IOException e) {
            throw new UncheckedIOException("port " + port + " cannot be used: " + e.getMessage(), e);
        }
        guard = new RequestGuard(server.getAddress().getPort(), token);
        server.createContext("/", this::handle);
        server.setExecutor(threads);
        server.start();
    }

    /** Returns the address of the list of notebooks, with the token. */
    public String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/" + token + "/";
    }

    /** Stops the server and ends all sessions. */
    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
        sessions.close();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Reply reply;
            try {
                reply = guard.refusal(exchange).orElseGet(() -> answer(exchange));
            } catch (IllegalArgumentException e) {
                reply = Reply.text(404, String.valueOf(e.getMessage()));
            } catch (IllegalStateException e) {
                reply = Reply.text(409, String.valueOf(e.getMessage()));
            }
            send(exchange, reply);
        }
    }

    private Reply answer(HttpExchange exchange) {
        List<String> path = List.of(
                exchange.getRequestURI().getPath().substring(token.length() + 2).split("/", -1));
        if (exchange.getRequestMethod().equals("POST")) {
            requireSize(path, 2);
            return action(notebook(path.get(0)), path.get(1), body(exchange));
        }
        if (path.get(0).equals("assets")) {
            requireSize(path, 2);
            return asset(path.get(1));
        }
        if (path.get(0).equals(SourceFiles.PREFIX)) {
            return Reply.text(200, sources.read(String.join("/", path.subList(1, path.size()))));
        }
        requireSize(path, 1);
        NotebookPages pages = new NotebookPages(SourceFiles::link);
        if (path.get(0).isEmpty()) {
            List<Notebook> course =
                    folder.files().stream().map(NotebookReader::read).toList();
            return Reply.html(pages.index(course, ""));
        }
        return Reply.html(pages.editor(notebook(path.get(0))));
    }

    private Reply action(Notebook notebook, String action, byte[] body) {
        return switch (action) {
            case "run" -> Reply.json(sessions.run(notebook.name(), body));
            case "stop" -> Reply.json(sessions.stop(notebook.name()));
            case "restart" -> Reply.json(sessions.restart(notebook.name()));
            default -> throw new IllegalArgumentException("unknown action '" + action + "'");
        };
    }

    private static Reply asset(String name) {
        return switch (name) {
            case "editor.js" -> Reply.script(WebAssets.editor());
            case "editor.css" -> Reply.style(WebAssets.editorStyle());
            case "page.css" -> Reply.style(WebAssets.readerStyle());
            default -> throw new IllegalArgumentException("unknown file '" + name + "'");
        };
    }

    /** Returns a notebook. Only names of notebooks in the folder are accepted, so that no path can leave the folder. */
    private Notebook notebook(String name) {
        List<Path> found = folder.files().stream()
                .filter(file -> file.equals(folder.file(name)))
                .toList();
        if (found.isEmpty()) {
            throw new IllegalArgumentException("there is no such notebook");
        }
        return NotebookReader.read(found.get(0));
    }

    private static byte[] body(HttpExchange exchange) {
        try {
            byte[] body = exchange.getRequestBody().readNBytes(LARGEST_REQUEST + 1);
            if (body.length > LARGEST_REQUEST) {
                throw new IllegalArgumentException("the request is larger than " + LARGEST_REQUEST + " bytes");
            }
            return body;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void requireSize(List<String> path, int size) {
        if (path.size() != size) {
            throw new IllegalArgumentException("there is no such page");
        }
    }

    private static void send(HttpExchange exchange, Reply reply) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", reply.type());
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.getResponseHeaders().set("Referrer-Policy", "no-referrer");
        exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
        exchange.getResponseHeaders().set("X-Frame-Options", "DENY");
        exchange.getResponseHeaders()
                .set(
                        "Content-Security-Policy",
                        "default-src 'none'; script-src 'self'; connect-src 'self'; img-src 'self' data:; "
                                + "style-src 'self' 'unsafe-inline'; base-uri 'none'; form-action 'none'");
        byte[] bytes = reply.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(reply.status(), bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
