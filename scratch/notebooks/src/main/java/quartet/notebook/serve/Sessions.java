package quartet.notebook.serve;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import quartet.notebook.page.OutputView;
import quartet.notebook.session.CellRun;
import quartet.notebook.session.Limits;
import quartet.notebook.session.Session;

/** The sessions of the open notebooks, one for each. */
public final class Sessions implements AutoCloseable {
    private static final int LARGEST_COUNT = 4;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Limits limits;
    private final Map<String, OpenSession> open = new LinkedHashMap<>();

    /** A session that starts with its first cell and runs one cell at a time. */
    private static final class OpenSession {
        private Optional<Session> session = Optional.empty();
        private boolean busy;
    }

    /** Creates an empty set of sessions. */
    public Sessions(Limits limits) {
        this.limits = limits;
    }

    /**
     * Runs a cell and describes the result as JSON.
     *
     * @throws IllegalStateException if another cell of the notebook is running
     */
    String run(String notebook, byte[] request) {
        String source = source(request);
        OpenSession mine = claim(notebook);
        try {
            CellRun run = session(mine).run(source);
            ObjectNode answer = JSON.createObjectNode();
            run.outputs().forEach(output -> answer.withArray("outputs").addPOJO(OutputView.of(output)));
            answer.withArray("outputs");
            answer.put("finished", run.ending() == CellRun.Ending.FINISHED);
            boolean ended = run.ending() == CellRun.Ending.SESSION_ENDED;
            answer.put("message", run.message() + (ended ? "; the next run starts a new session" : ""));
            answer.put("seconds", run.seconds());
            return write(answer);
        } finally {
            release(mine);
        }
    }

    /** Stops the cell of a notebook that is running. */
    synchronized String stop(String notebook) {
        OpenSession mine = open.get(notebook);
        if (mine != null && mine.busy) {
            mine.session.ifPresent(Session::stop);
        }
        return "{}";
    }

    /** Ends the session of a notebook; the next cell starts another. */
    synchronized String restart(String notebook) {
        OpenSession mine = open.remove(notebook);
        if (mine != null) {
            mine.session.ifPresent(Session::close);
        }
        return "{}";
    }

    /** Ends all sessions. */
    @Override
    public synchronized void close() {
        open.values().forEach(mine -> mine.session.ifPresent(Session::close));
        open.clear();
    }

    private synchronized OpenSession claim(String notebook) {
        OpenSession mine = open.computeIfAbsent(notebook, name -> new OpenSession());
        if (mine.busy) {
            throw new IllegalStateException("another cell of this notebook is running; stop it first");
        }
        if (open.size() > LARGEST_COUNT) {
            closeOldest(notebook);
        }
        mine.busy = true;
        return mine;
    }

    private void closeOldest(String except) {
        String oldest = open.entrySet().stream()
                .filter(entry -> !entry.getValue().busy && !entry.getKey().equals(except))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("too many notebooks are running; stop one first"));
        restart(oldest);
    }

    private Session session(OpenSession mine) {
        synchronized (this) {
            Optional<Session> running = mine.session.filter(session -> !session.hasEnded());
            if (running.isPresent()) {
                return running.get();
            }
            mine.session.ifPresent(Session::close);
        }
        Session started = new Session(limits); // This takes a second, during which stop must not block.
        synchronized (this) {
            mine.session = Optional.of(started);
        }
        return started;
    }

    private synchronized void release(OpenSession mine) {
        mine.busy = false;
        if (!open.containsValue(mine)) {
            mine.session.ifPresent(Session::close); // The notebook was restarted while its session started.
        }
    }

    private static String source(byte[] request) {
        try {
            JsonNode source = JSON.readTree(request).path("source");
            if (!source.isTextual()) {
                throw new IllegalArgumentException("expected JSON with a text 'source'");
            }
            return source.asText();
        } catch (IOException e) {
            throw new IllegalArgumentException("expected JSON with a text 'source'", e);
        }
    }

    private static String write(ObjectNode answer) {
        try {
            return JSON.writeValueAsString(answer);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the answer cannot be written", e);
        }
    }
}
