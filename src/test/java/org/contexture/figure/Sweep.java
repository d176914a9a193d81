package org.contexture.figure;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.contexture.results.Results;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * Made-up results of cell × context × hidden × seed, of which everything is known: BLEU is 10, 5 more with gru, 2 less with mean, 3
 * more at 64, and a tenth of the seed; parameters are the hidden size, twice as many with gru; the loss falls by one an epoch from
 * 5 + seed / 10 and is 0.4 higher with mean.
 */
final class Sweep {
    private final List<String> cells;
    private final List<String> contexts;
    private final List<Integer> sizes;
    private final int seeds;

    Sweep(List<String> cells, List<String> contexts, List<Integer> sizes, int seeds) {
        this.cells = cells;
        this.contexts = contexts;
        this.sizes = sizes;
        this.seeds = seeds;
    }

    static Results of(int seeds) {
        return new Sweep(List.of("rnn", "gru"), List.of("last", "mean"), List.of(32, 64), seeds).results();
    }

    private record Trial(String cell, String context, int hidden, int seed) {
        String configuration() {
            return cell + "-" + context + "-" + hidden;
        }

        String id() {
            return configuration() + "-s" + seed;
        }

        double bleu() {
            return 10
                    + (cell.equals("gru") ? 5 : 0)
                    - (context.equals("mean") ? 2 : 0)
                    + (hidden == 64 ? 3 : 0)
                    + 0.1 * seed;
        }

        long parameters() {
            return hidden * (cell.equals("gru") ? 2L : 1L);
        }
    }

    private List<Trial> trials() {
        List<Trial> trials = new ArrayList<>();
        for (String cell : cells) {
            for (String context : contexts) {
                for (int hidden : sizes) {
                    for (int seed = 1; seed <= seeds; seed++) {
                        trials.add(new Trial(cell, context, hidden, seed));
                    }
                }
            }
        }
        return trials;
    }

    Results results() {
        List<Trial> all = trials();
        Table trials = Table.create(
                "trials",
                StringColumn.create("trial", all.stream().map(Trial::id)),
                StringColumn.create("configuration", all.stream().map(Trial::configuration)),
                LongColumn.create("seed", all.stream().mapToLong(Trial::seed).toArray()),
                StringColumn.create("model.cell", all.stream().map(Trial::cell)),
                StringColumn.create("model.context", all.stream().map(Trial::context)),
                LongColumn.create(
                        "model.hidden", all.stream().mapToLong(Trial::hidden).toArray()),
                LongColumn.create(
                        "parameters", all.stream().mapToLong(Trial::parameters).toArray()),
                StringColumn.create("state", all.stream().map(trial -> "ok")),
                LongColumn.create("bestEpoch", all.stream().mapToLong(t -> 2).toArray()),
                DoubleColumn.create(
                        "bleu", all.stream().mapToDouble(Trial::bleu).toArray()),
                DoubleColumn.create(
                        "testLoss",
                        all.stream().mapToDouble(t -> 100 - t.bleu()).toArray()),
                StringColumn.create("message", all.stream().map(trial -> "")),
                StringColumn.create("log", all.stream().map(trial -> "trials/" + trial.id() + "/log.txt")));
        return new Results(
                Path.of("results", "made-up"),
                trials,
                course(all, "epoch", "validLoss").setName("epochs"),
                course(all, "position", "loss").setName("positions"),
                course(all, "length", "loss").setName("lengths"),
                Table.create("timings")
                        .addColumns(
                                StringColumn.create("trial", all.stream().map(Trial::id)),
                                DoubleColumn.create(
                                        "seconds",
                                        all.stream()
                                                .mapToDouble(Trial::parameters)
                                                .toArray())));
    }

    /** Two rows a trial: x 1 and 2, y from 5 + seed / 10 one less. */
    private static Table course(List<Trial> all, String x, String y) {
        StringColumn trial = StringColumn.create("trial");
        LongColumn at = LongColumn.create(x);
        DoubleColumn value = DoubleColumn.create(y);
        for (Trial each : all) {
            for (int step = 1; step <= 2; step++) {
                trial.append(each.id());
                at.append(step);
                value.append(6 - step + 0.1 * each.seed() + (each.context().equals("mean") ? 0.4 : 0));
            }
        }
        return Table.create("course", trial, at, value);
    }
}
