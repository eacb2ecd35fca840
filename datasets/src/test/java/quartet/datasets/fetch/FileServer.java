package quartet.datasets.fetch;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/** A local web server that can simulate failures. */
final class FileServer implements AutoCloseable {
    private final HttpServer server;
    private final Map<String, byte[]> files = new ConcurrentHashMap<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private volatile boolean supportsRanges = true;
    private volatile boolean slow;
    private volatile int limit = Integer.MAX_VALUE;

    FileServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::respond);
        server.start();
    }

    String address() {
        return "http://" + server.getAddress().getAddress().getHostAddress() + ":"
                + server.getAddress().getPort();
    }

    void put(String path, byte[] content) {
        files.put(path, content);
    }

    /** Responds to range requests with the whole file from now on. */
    void disableRanges() {
        supportsRanges = false;
    }

    /** Closes the connection of every response after this number of body bytes. */
    void closeAfter(int bytes) {
        limit = bytes;
    }

    /** Sends 100 bytes every 100 ms from now on. */
    void sendSlowly() {
        slow = true;
    }

    /** Returns the requested paths, each with its range. */
    List<String> requests() {
        return requests;
    }

    private void respond(HttpExchange exchange) throws IOException {
        try (exchange) {
            String range = exchange.getRequestHeaders().getFirst("Range");
            requests.add(exchange.getRequestURI().getPath() + (range == null ? "" : " " + range));
            byte[] body = files.get(exchange.getRequestURI().getPath());
            if (body == null) {
                exchange.sendResponseHeaders(404, -1);
            } else if (range == null || !supportsRanges) {
                send(exchange, 200, body, 0);
            } else {
                sendRange(exchange, body, Integer.parseInt(range.substring("bytes=".length(), range.length() - 1)));
            }
        }
    }

    private void sendRange(HttpExchange exchange, byte[] body, int from) throws IOException {
        boolean satisfiable = from < body.length;
        String range = satisfiable ? from + "-" + (body.length - 1) : "*";
        exchange.getResponseHeaders().set("Content-Range", "bytes " + range + "/" + body.length);
        if (satisfiable) {
            send(exchange, 206, body, from);
        } else {
            exchange.sendResponseHeaders(416, -1);
        }
    }

    private void send(HttpExchange exchange, int status, byte[] body, int from) throws IOException {
        exchange.sendResponseHeaders(status, body.length - from);
        for (int at = from; slow && at < body.length; at += 100) {
            exchange.getResponseBody().write(body, at, Math.min(100, body.length - at));
            exchange.getResponseBody().flush();
            pause();
        }
        exchange.getResponseBody().write(body, from, Math.min(limit, body.length - from));
        exchange.getResponseBody().flush();
    }

    private static void pause() throws IOException {
        try {
            TimeUnit.MILLISECONDS.sleep(100);
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
