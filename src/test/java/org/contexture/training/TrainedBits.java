package org.contexture.training;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.contexture.benchmark.Workload;
import org.contexture.corpus.Batch;
import org.contexture.model.Bridge;
import org.contexture.model.Feed;
import org.contexture.model.ModelSettings;
import org.contexture.model.Seq2Seq;
import org.contexture.tensor.Parameter;

/** Trains tiny models for three steps: a program of its own, so that a JVM without vectors can do it. */
final class TrainedBits {
    private TrainedBits() {}

    /** Prints whether this JVM has the vectors' module, and the fingerprint. */
    public static void main(String[] arguments) {
        System.out.println(hasVectors() + " " + fingerprint());
    }

    static boolean hasVectors() {
        return ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();
    }

    /** SHA-256 of all bits of all parameters, cell by cell. */
    static String fingerprint() {
        StringBuilder all = new StringBuilder();
        for (String cell : List.of("rnn", "gru", "lstm")) {
            all.append(cell).append(' ').append(trained(cell)).append(' ');
        }
        return all.toString().strip();
    }

    /** Widths that neither vectors nor tiles divide, chains longer than one, several slices of the vocabulary. */
    private static String trained(String cell) {
        ModelSettings settings = new ModelSettings(cell, "mean", List.of(Feed.values()), Bridge.DENSE, 19, 131);
        List<Batch> batches = new Workload(12, 301, 2, 9).batches();
        Seq2Seq model = new Seq2Seq(settings, 301, 301, 1);
        Optimization optimization =
                new Optimization(model, new TrainingSettings(1, 12, OptimizerKind.ADAM, 0.01, 0.9, 1, 1, null));
        for (int step = 0; step < 3; step++) optimization.step(batches.get(step));
        return digest(model.parameters());
    }

    private static String digest(List<Parameter> parameters) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Parameter parameter : parameters) {
                ByteBuffer bytes = ByteBuffer.allocate(parameter.value().size() * Float.BYTES);
                bytes.asFloatBuffer().put(parameter.value().toArray());
                digest.update(bytes);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
