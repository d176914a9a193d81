package org.contexture.chart;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/** Charts of every kind, for tests and for eyes: {@code main} draws all of them into a folder. */
final class ChartGallery {
    private static final List<String> CELLS = List.of("rnn", "gru", "lstm");
    private static final List<String> CONTEXTS = List.of("last", "mean", "max");

    private ChartGallery() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        for (Map.Entry<String, Chart> entry : all().entrySet()) {
            String name = entry.getKey();
            Files.writeString(folder.resolve(name + ".svg"), Svg.standalone(entry.getValue()));
            Files.writeString(folder.resolve(name + ".inline.svg"), Svg.inline(entry.getValue(), name));
            Files.writeString(folder.resolve(name + ".phone.svg"), Svg.inline(entry.getValue(), name + "-phone", 360));
            Files.write(folder.resolve(name + ".png"), Png.of(entry.getValue(), 2 * Svg.WIDTH));
        }
    }

    static Map<String, Chart> all() {
        Map<String, Chart> charts = new LinkedHashMap<>();
        charts.put("curves", curves());
        charts.put("many", manySeries());
        charts.put("maps", heatMaps());
        charts.put("forest", forest());
        charts.put("front", front());
        charts.put("attention", attention());
        charts.put("odd", oddNames());
        return charts;
    }

    /** Three panels, four series with bands over seeds. */
    static Chart curves() {
        List<Chart.Panel> panels = CELLS.stream()
                .map(cell -> new Chart.Panel(
                        cell,
                        Axis.of("epoch"),
                        Axis.of("validation loss, nats per token"),
                        curves(CELLS.indexOf(cell))))
                .toList();
        return new Chart(
                "Validation loss by epoch",
                "Lines are means over 5 seeds, bands reach from the best to the worst seed.",
                panels);
    }

    private static List<Mark> curves(int cell) {
        List<Mark> marks = new ArrayList<>();
        for (String context : CONTEXTS) {
            double speed = 0.12 + 0.06 * cell + 0.05 * CONTEXTS.indexOf(context);
            List<Mark.Point> points = IntStream.rangeClosed(1, 30)
                    .mapToObj(epoch -> new Mark.Point(epoch, 0.9 + 2.6 * Math.exp(-speed * epoch)))
                    .toList();
            marks.add(new Mark.Band(
                    context,
                    points.stream()
                            .map(p -> new Mark.Range(p.x(), p.y() - 0.15, p.y() + 0.2))
                            .toList()));
            marks.add(new Mark.Line(context, points));
        }
        return marks;
    }

    /** Eighteen lines in a lone panel. */
    static Chart manySeries() {
        List<Mark> marks = new ArrayList<>();
        for (int i = 0; i < 18; i++) {
            double speed = 0.1 + 0.03 * i;
            String name = CELLS.get(i / 6) + " " + CONTEXTS.get(i % 3) + (i / 3 % 2 == 0 ? " 64" : " 128");
            marks.add(new Mark.Line(
                    name,
                    IntStream.rangeClosed(0, 10)
                            .mapToObj(x -> new Mark.Point(x, 45 * (1 - Math.exp(-speed * x))))
                            .toList()));
        }
        return new Chart(
                "BLEU by epoch",
                "A line for each combination of cell, context and width.",
                List.of(new Chart.Panel("", Axis.of("epoch"), Axis.of("BLEU"), marks)));
    }

    /** Three panels of 3 × 3 fields. */
    static Chart heatMaps() {
        List<Chart.Panel> panels = IntStream.of(32, 64, 128)
                .mapToObj(hidden -> new Chart.Panel(
                        "hidden " + hidden,
                        Axis.named("context", CONTEXTS),
                        Axis.named("cell", CELLS),
                        List.of(new Mark.HeatMap("BLEU", Colours.SEQUENTIAL, tiles(hidden)))))
                .toList();
        return new Chart("BLEU by cell, context and width", "Each field is the mean of 5 seeds.", panels);
    }

    private static List<Mark.Tile> tiles(int hidden) {
        return IntStream.range(0, 9)
                .mapToObj(i -> {
                    double value = 8 + 6.3 * Math.floor(i / 3.0) + 3.1 * (i % 3) + hidden / 10.0;
                    return new Mark.Tile(
                            i % 3, i / 3, value, String.format(java.util.Locale.ROOT, "%.1f ± 0.4", value));
                })
                .toList();
    }

    /** Twelve differences with intervals. */
    static Chart forest() {
        List<String> names = new ArrayList<>();
        List<Mark.Estimate> estimates = new ArrayList<>();
        Random random = new Random(7);
        for (int i = 0; i < 12; i++) {
            names.add(CELLS.get(i / 4) + ", feed init+step, hidden " + (32 << i % 4) + ": mean − last");
            double value = random.nextGaussian() * 2 + 1.2;
            double half = 0.4 + random.nextDouble() * 1.5;
            estimates.add(new Mark.Estimate(i, value, value - half, value + half, ""));
        }
        return new Chart(
                "What the mean of the encoder's states adds to the last one",
                "Differences of means over paired seeds with 95 % intervals.",
                List.of(new Chart.Panel(
                        "",
                        Axis.of("difference of BLEU"),
                        Axis.named("", names),
                        List.of(new Mark.Reference(0), new Mark.Whiskers("difference", estimates)))));
    }

    /** Configurations over a logarithmic axis, and the front of the best ones. */
    static Chart front() {
        Random random = new Random(3);
        List<Mark> marks = new ArrayList<>();
        List<Mark.Point> front = new ArrayList<>();
        for (String cell : CELLS) {
            List<Mark.Point> points = new ArrayList<>();
            for (int i = 0; i < 9; i++) {
                double parameters = 20_000 * Math.pow(2, i % 3 * 2) * (1 + random.nextDouble());
                double bleu = 4 * Math.log10(parameters) + 3 * CELLS.indexOf(cell) + random.nextGaussian();
                points.add(new Mark.Point(parameters, bleu, cell + " " + CONTEXTS.get(i / 3) + " " + (32 << i % 3)));
            }
            marks.add(new Mark.Dots(cell, points));
            front.addAll(points);
        }
        front.sort(java.util.Comparator.comparingDouble(Mark.Point::x));
        double[] best = {-1};
        front.removeIf(point -> point.y() <= best[0] || (best[0] = point.y()) < 0);
        marks.add(0, new Mark.Line("front", front));
        return new Chart(
                "BLEU against size",
                "Each dot is a configuration; those on the line are beaten by none that is smaller.",
                List.of(new Chart.Panel("", Axis.logarithmic("parameters"), Axis.of("BLEU"), marks)));
    }

    /** Weights over the words of a sentence: forty by twelve, long names on both axes. */
    static Chart attention() {
        List<String> source = IntStream.range(0, 40)
                .mapToObj(i -> i % 5 == 0 ? "opposite" : "w" + i)
                .toList();
        List<String> target =
                IntStream.range(0, 12).mapToObj(i -> "I_TURN_LEFT").toList();
        List<Mark.Tile> tiles = new ArrayList<>();
        for (int row = 0; row < 12; row++) {
            for (int column = 0; column < 40; column++) {
                double distance = column - row * 3.4;
                tiles.add(new Mark.Tile(column, row, Math.exp(-distance * distance / 8), ""));
            }
        }
        return new Chart(
                "Attention",
                "Each row sums to one.",
                List.of(new Chart.Panel(
                        "",
                        Axis.named("source", source),
                        Axis.named("output", target),
                        List.of(new Mark.HeatMap("weight", Colours.SHARE, tiles)))));
    }

    /** Names that break careless programs, in five panels, one of them without data. */
    static Chart oddNames() {
        List<String> names = List.of(
                "<script>alert(1)</script>",
                "\"quoted\" & 'so'",
                "👩‍🔬 emoji",
                "日本語のとても長い名前",
                "مرحبا",
                "x".repeat(300),
                "a\u0000b");
        List<Chart.Panel> panels = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            List<Mark> marks = new ArrayList<>();
            for (int j = 0; i != 4 && j < names.size(); j++) {
                Mark.Point gap = new Mark.Point(2, Double.NaN);
                marks.add(new Mark.Line(
                        names.get(j), List.of(new Mark.Point(1, j), gap, new Mark.Point(3, -j), new Mark.Point(4, j))));
            }
            panels.add(new Chart.Panel(names.get(i + 2), Axis.of("x <b>"), Axis.of("y & z"), marks));
        }
        return new Chart("Names: " + String.join(", ", names), "“]]>” and <!-- in a description", panels);
    }
}
