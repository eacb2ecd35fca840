package quartet.notebook.serve;

import com.sun.net.httpserver.HttpExchange;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.Set;

/**
 * Rejects requests that do not come from the server's own pages. Pages of other sites do not have the token. The host
 * name is also checked, as a protection against foreign names that resolve to the loopback address (DNS rebinding),
 * and so is the origin of requests that change anything.
 */
final class RequestGuard {
    private final Set<String> hosts;
    private final String token;

    RequestGuard(int port, String token) {
        hosts = Set.of("127.0.0.1:" + port, "localhost:" + port);
        this.token = token;
    }

    /** Returns the refusal of a request; empty if it is allowed. */
    Optional<Reply> refusal(HttpExchange exchange) {
        String host = header(exchange, "Host");
        if (!hosts.contains(host)) {
            return Optional.of(Reply.text(403, "this server answers only to its own name"));
        }
        if (!knowsToken(exchange.getRequestURI().getPath())) {
            return Optional.of(Reply.text(404, "the address needs the token that the program printed"));
        }
        String method = exchange.getRequestMethod();
        if (method.equals("GET")) {
            return Optional.empty();
        }
        if (!method.equals("POST")) {
            return Optional.of(Reply.text(405, "GET or POST expected"));
        }
        boolean ownPage = header(exchange, "Origin").equals("http://" + host)
                && header(exchange, "Content-Type").equals("application/json");
        return ownPage ? Optional.empty() : Optional.of(Reply.text(403, "only a page of this server can start a cell"));
    }

    /** Compares in constant time. */
    private boolean knowsToken(String path) {
        String[] parts = path.split("/", 3);
        return parts.length == 3
                && MessageDigest.isEqual(
                        parts[1].getBytes(StandardCharsets.UTF_8), token.getBytes(StandardCharsets.UTF_8));
    }

    private static String header(HttpExchange exchange, String name) {
        String value = exchange.getRequestHeaders().getFirst(name);
        return value == null ? "" : value;
    }
}
