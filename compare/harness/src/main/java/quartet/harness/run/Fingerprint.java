package quartet.harness.run;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import quartet.contract.experiment.BatchOrder;

/**
 * SHA-256 hashes of the inputs of an experiment, in hexadecimal digits. Runs with equal fingerprints are comparable.
 */
record Fingerprint(String data, String order, String weights) {
    private static final int BUFFER = 1 << 16;

    static Fingerprint of(Path data, BatchOrder order, Path weights) throws IOException {
        return new Fingerprint(of(data), of(order), of(weights));
    }

    private static String of(Path file) throws IOException {
        MessageDigest digest = sha256();
        byte[] buffer = new byte[BUFFER];
        try (InputStream in = Files.newInputStream(file)) {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                digest.update(buffer, 0, count);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Hashes the order of the first and the last epoch only, because a training may have any number of epochs. */
    static String of(BatchOrder order) {
        MessageDigest digest = sha256();
        ByteBuffer head = ByteBuffer.allocate(2 * Integer.BYTES + Long.BYTES);
        digest.update(head.putInt(order.rows())
                .putInt(order.epochs())
                .putLong(order.seed())
                .flip());
        for (int epoch : new int[] {0, order.epochs() - 1}) {
            ByteBuffer rows = ByteBuffer.allocate(Integer.BYTES * order.rows());
            rows.asIntBuffer().put(order.epoch(epoch));
            digest.update(rows);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
