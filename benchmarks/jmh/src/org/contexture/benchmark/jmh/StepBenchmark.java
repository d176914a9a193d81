package org.contexture.benchmark.jmh;

import java.util.Arrays;
import java.util.List;
import org.contexture.benchmark.TrainingBenchmark;
import org.contexture.benchmark.Workload;
import org.contexture.corpus.Batch;
import org.contexture.model.BatchLoss;
import org.contexture.model.Bridge;
import org.contexture.model.Feed;
import org.contexture.model.ModelSettings;
import org.contexture.model.Seq2Seq;
import org.contexture.training.Optimization;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/** A whole training step: forward, backward, clipping, Adam. */
public class StepBenchmark extends Timed {
    @Param({"rnn", "gru", "lstm"})
    private String cell;

    /** Words of a language, width of embeddings and states. */
    @Param({"500x64", "8000x256"})
    private String size;

    private List<Batch> batches;
    private Seq2Seq model;
    private Optimization optimization;
    private int next;

    @Setup
    public void make() {
        int[] sizes =
                Arrays.stream(size.split("x", -1)).mapToInt(Integer::parseInt).toArray();
        int vocabulary = sizes[0], width = sizes[1];
        batches = new Workload(64, vocabulary, 5, 20).batches();
        List<Feed> everywhere = List.of(Feed.values());
        model = new Seq2Seq(
                new ModelSettings(cell, "last", everywhere, Bridge.DENSE, width, width), vocabulary, vocabulary, 1);
        optimization = new Optimization(model, TrainingBenchmark.training(1));
    }

    @Benchmark
    public BatchLoss step() {
        next = (next + 1) % batches.size();
        return optimization.step(batches.get(next));
    }
}
