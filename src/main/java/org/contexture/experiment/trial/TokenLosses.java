package org.contexture.experiment.trial;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import org.contexture.corpus.Dataset;
import org.contexture.corpus.Example;
import org.contexture.training.Evaluation;

/** Collects the losses of test tokens: each one for the first sentences, the mean by target position and by source length for all. */
final class TokenLosses implements Evaluation.TokenVisitor {
    private final Dataset data;
    private final double[][] losses;
    private final double[][] kept;

    TokenLosses(Dataset data, int sentences) {
        this.data = data;
        losses =
                data.test().stream().map(e -> new double[e.target().length + 1]).toArray(double[][]::new);
        kept = Arrays.copyOf(losses, Math.min(sentences, losses.length));
    }

    @Override
    public void visit(int example, int position, double loss) {
        losses[example][position] = loss;
    }

    /** {@code sentence,position,token,loss}: sentences and positions from 1, losses in nats. */
    String tokens() {
        StringBuilder csv = new StringBuilder("sentence,position,token,loss\n");
        for (int s = 0; s < kept.length; s++) {
            List<String> tokens = data.target().tokens(data.test().get(s).target());
            for (int t = 0; t < kept[s].length; t++) {
                String token = t < tokens.size() ? tokens.get(t) : "</s>";
                csv.append(s + 1).append(',').append(t + 1).append(",\"").append(token.replace("\"", "\"\""));
                csv.append("\",").append(kept[s][t]).append('\n');
            }
        }
        return csv.toString();
    }

    /** {@code position,tokens,loss}: how many sentences have a token there, and their mean loss in nats. */
    String positions() {
        StringBuilder csv = new StringBuilder("position,tokens,loss\n");
        int longest = data.test().stream().mapToInt(e -> length(e)).max().orElse(0);
        for (int t = 0; t < longest; t++) {
            int position = t;
            double[] here = Arrays.stream(losses)
                    .filter(l -> l.length > position)
                    .mapToDouble(l -> l[position])
                    .toArray();
            double sum = 0;
            for (double loss : here) {
                sum += loss;
            }
            csv.append(t + 1)
                    .append(',')
                    .append(here.length)
                    .append(',')
                    .append(sum / here.length)
                    .append('\n');
        }
        return csv.toString();
    }

    /** {@code length,sentences,tokens,loss}: source tokens, sentences that long, their target tokens and the mean loss in nats. */
    String lengths() {
        TreeMap<Integer, List<double[]>> byLength = new TreeMap<>();
        for (int s = 0; s < losses.length; s++) {
            int length = data.test().get(s).source().length;
            byLength.computeIfAbsent(length, unseen -> new ArrayList<>()).add(losses[s]);
        }
        StringBuilder csv = new StringBuilder("length,sentences,tokens,loss\n");
        byLength.forEach((length, sentences) -> {
            long tokens =
                    sentences.stream().mapToLong(sentence -> sentence.length).sum();
            double sum = 0;
            for (double[] sentence : sentences) {
                for (double loss : sentence) {
                    sum += loss;
                }
            }
            csv.append(length)
                    .append(',')
                    .append(sentences.size())
                    .append(',')
                    .append(tokens)
                    .append(',');
            csv.append(sum / tokens).append('\n');
        });
        return csv.toString();
    }

    private static int length(Example example) {
        return example.target().length + 1;
    }
}
