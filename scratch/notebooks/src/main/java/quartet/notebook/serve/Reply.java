package quartet.notebook.serve;

/**
 * A response of the server.
 *
 * @param status of HTTP
 * @param type of the content
 * @param body the content
 */
record Reply(int status, String type, String body) {
    static Reply html(String body) {
        return new Reply(200, "text/html; charset=utf-8", body);
    }

    static Reply json(String body) {
        return new Reply(200, "application/json", body);
    }

    static Reply script(String body) {
        return new Reply(200, "text/javascript; charset=utf-8", body);
    }

    static Reply style(String body) {
        return new Reply(200, "text/css; charset=utf-8", body);
    }

    static Reply text(int status, String body) {
        return new Reply(status, "text/plain; charset=utf-8", body);
    }
}
