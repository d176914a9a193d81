package org.contexture.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.contexture.report.Block.Grid;
import org.contexture.report.Block.Lead;
import org.contexture.report.Block.Notice;
import org.contexture.report.Block.Picture;
import org.contexture.report.Block.Points;
import org.contexture.report.Block.Words;
import org.contexture.results.Results;
import org.contexture.results.SeedValues;
import org.contexture.results.SettingEffects;
import org.contexture.results.SweptDesign;
import org.contexture.setting.UserError;

/**
 * What a report says, whatever it is written in. The same results give the same report: no clock is asked.
 *
 * @param subtitle what was run, when, and how much of it ended well
 */
public record Report(String title, String subtitle, List<Section> sections) {
    public Report {
        sections = List.copyOf(sections);
    }

    /**
     * Of results as they are now.
     *
     * @throws UserError if no trial has begun, or the results do not have what is asked for
     */
    public static Report of(Results results, ReportRequest request) {
        Progress progress = Progress.of(results);
        if (!progress.hasBegun()) {
            throw new UserError(results.folder() + " has no trial that has begun, so there is nothing to report; "
                    + "run its experiment first.");
        }
        request.requireIn(results);
        Origin origin = Origin.of(results);
        String title = request.title() == null ? origin.experiment() : request.title();
        List<Section> sections = new ArrayList<>();
        if (origin.question() != null) {
            sections.add(new Section("question", "Question", List.of(new Lead(origin.question()))));
        }
        sections.addAll(request.mainMetric(results)
                .filter(metric -> progress.ok() > 0)
                .map(metric -> answered(results, request, progress, metric))
                .orElseGet(() -> unanswered(results, progress)));
        Failures.of(results).ifPresent(sections::add);
        sections.add(Method.of(results));
        sections.addAll(Background.of(results, origin, request));
        return new Report(title, subtitle(origin, progress), sections);
    }

    private static String subtitle(Origin origin, Progress progress) {
        return Stream.of(
                        "experiment " + origin.experiment(),
                        origin.days().isEmpty() ? "" : "run " + origin.days() + " (UTC)",
                        Wording.whole(progress.ok()) + " of " + Wording.count(progress.trials(), "trial")
                                + " ended well" + (progress.open() > 0 ? " so far" : ""))
                .filter(part -> !part.isEmpty())
                .reduce((a, b) -> a + " · " + b)
                .orElseThrow();
    }

    private static List<Section> answered(Results results, ReportRequest request, Progress progress, String metric) {
        Standings standings = Standings.of(results, metric);
        if (standings.ranked().isEmpty()) {
            return unanswered(results, progress);
        }
        List<String> ranking =
                standings.ranked().stream().map(SeedValues::configuration).toList();
        List<Section> sections = new ArrayList<>();
        sections.add(new Section("answer", "Answer", answer(results, request, progress, standings)));
        sections.add(KeyNumbers.of(results, progress));
        sections.add(new Section("results", "Results", List.of(new Grid(Configurations.of(results, metric, ranking)))));
        List<Block> pictures = List.copyOf(new Charts(results, standings, request).all());
        if (!pictures.isEmpty()) sections.add(new Section("charts", "Charts", pictures));
        Examples.of(results, standings).ifPresent(sections::add);
        return sections;
    }

    private static List<Block> answer(Results results, ReportRequest request, Progress progress, Standings standings) {
        boolean grid = standings.ranked().size() > 1 && ReadableScope.hasEffects(results);
        Answer answer = new Answer(standings, grid ? effects(results, request, standings) : List.of());
        List<Block> blocks = new ArrayList<>(soFar(progress));
        if (standings.ranked().size() > 1 && answer.concludesNothing()) {
            blocks.add(new Notice("Nothing can be concluded yet: seeds are too few for any of these comparisons."));
        }
        blocks.add(new Lead(answer.first()));
        if (!answer.effects().isEmpty()) blocks.add(new Points(answer.settings()));
        if (!grid && standings.ranked().size() > 1) {
            blocks.add(new Words("Effects of single settings are not told: with so many values they form no grid."));
        }
        return blocks;
    }

    private static List<SettingEffects> effects(Results results, ReportRequest request, Standings standings) {
        return SettingEffects.of(SweptDesign.of(results.trials(), request.by())
                        .design(standings.measure().column()))
                .stream()
                .filter(effect -> request.by().isEmpty() || request.by().contains(effect.setting()))
                .toList();
    }

    private static List<Block> soFar(Progress progress) {
        return progress.open() == 0
                ? List.of()
                : List.of(new Notice("So far: " + Wording.whole(progress.trials() - progress.open()) + " of "
                        + Wording.count(progress.trials(), "trial") + " have ended, " + Wording.whole(progress.open())
                        + (progress.open() == 1 ? " is" : " are") + " still open. All below may change."));
    }

    private static List<Section> unanswered(Results results, Progress progress) {
        List<Block> blocks = new ArrayList<>(soFar(progress));
        blocks.add(new Lead(
                progress.open() > 0
                        ? "No trial has ended well so far: there is no answer yet."
                        : "No trial has ended well: there is no answer."));
        return List.of(new Section("answer", "Answer", blocks), KeyNumbers.of(results, progress));
    }

    /** All charts, in their order. */
    List<Picture> pictures() {
        return sections.stream()
                .flatMap(section -> section.blocks().stream())
                .filter(block -> block instanceof Picture)
                .map(block -> (Picture) block)
                .toList();
    }

    /** The names of the charts, which those of their files are. */
    List<String> pictureNames() {
        return pictures().stream().map(Picture::name).toList();
    }

    /** As a page of HTML that needs nothing else. */
    public String html() {
        return HtmlPage.of(this);
    }

    /** As Markdown for GitHub, beside the folder {@code figures}. */
    public String markdown() {
        return MarkdownPage.of(this);
    }
}
