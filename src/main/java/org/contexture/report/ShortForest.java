package org.contexture.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.contexture.chart.Axis;
import org.contexture.chart.Chart;
import org.contexture.chart.Chart.Panel;
import org.contexture.chart.Mark;
import org.contexture.chart.Mark.Estimate;
import org.contexture.chart.Mark.Whiskers;

/**
 * A chart of differences cut down to the rows of the best configurations. Tests are those of all of them: what is not shown counts
 * in the correction.
 *
 * @param ranking names of configurations, the best first
 */
record ShortForest(List<String> ranking) {
    private static final int MOST = 40;

    String remark() {
        return ranking.size() <= MOST
                ? ""
                : "Only the best " + MOST + " of " + ranking.size()
                        + " configurations are shown; the correction counts all of them.";
    }

    Chart of(Chart whole) {
        Panel panel = whole.panels().get(0);
        List<String> names = panel.y().categories();
        if (names.size() <= MOST) {
            return whole;
        }
        List<String> kept = names.stream()
                .sorted(Comparator.comparingInt(ranking::indexOf))
                .limit(MOST)
                .toList();
        Map<Integer, Integer> places = new HashMap<>();
        kept.forEach(name -> places.put(names.indexOf(name), places.size()));
        List<Mark> marks = new ArrayList<>();
        for (Mark mark : panel.marks()) {
            if (!(mark instanceof Whiskers whiskers)) {
                marks.add(mark);
            } else if (!cut(whiskers, places).estimates().isEmpty()) {
                marks.add(cut(whiskers, places));
            }
        }
        Axis y = Axis.named(panel.y().title(), kept);
        return new Chart(whole.title(), whole.description(), List.of(new Panel(panel.title(), panel.x(), y, marks)));
    }

    private static Whiskers cut(Whiskers whiskers, Map<Integer, Integer> places) {
        List<Estimate> kept = new ArrayList<>();
        for (Estimate estimate : whiskers.estimates()) {
            Integer place = places.get((int) estimate.y());
            if (place != null) {
                kept.add(new Estimate(place, estimate.value(), estimate.low(), estimate.high(), estimate.label()));
            }
        }
        return new Whiskers(whiskers.name(), kept);
    }
}
