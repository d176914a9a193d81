package org.contexture.report;

import java.util.List;
import org.contexture.chart.Chart;
import org.contexture.figure.DecodedSentences;

/** A part of a report, whatever it is written in. All texts are plain. */
sealed interface Block {
    /** Writes itself with a page's means. */
    void on(Page page);

    /** A paragraph. */
    record Words(String text) implements Block {
        @Override
        public void on(Page page) {
            page.words(text);
        }
    }

    /** The sentence that matters most. */
    record Lead(String text) implements Block {
        @Override
        public void on(Page page) {
            page.lead(text);
        }
    }

    /** What a reader must not overlook. */
    record Notice(String text) implements Block {
        @Override
        public void on(Page page) {
            page.notice(text);
        }
    }

    /** Sentences below one another. */
    record Points(List<String> texts) implements Block {
        public Points {
            texts = List.copyOf(texts);
        }

        @Override
        public void on(Page page) {
            page.points(texts);
        }
    }

    /** Names and values. */
    record Facts(List<Fact> facts) implements Block {
        public Facts {
            facts = List.copyOf(facts);
        }

        @Override
        public void on(Page page) {
            page.facts(facts);
        }
    }

    /** A name and a value. */
    record Fact(String name, String value) {}

    /** A few numbers to be seen at first glance. */
    record KeyFigures(List<Fact> facts) implements Block {
        public KeyFigures {
            facts = List.copyOf(facts);
        }

        @Override
        public void on(Page page) {
            page.keyFigures(facts);
        }
    }

    /** A table. */
    record Grid(SortableTable table) implements Block {
        @Override
        public void on(Page page) {
            page.grid(table);
        }
    }

    /**
     * A chart.
     *
     * @param name of its files, without their ends
     * @param remark what it leaves out; empty if nothing
     */
    record Picture(String name, Chart chart, String remark) implements Block {
        /** What stands below it. */
        String caption() {
            return remark.isEmpty() ? chart.description() : chart.description() + " " + remark;
        }

        @Override
        public void on(Page page) {
            page.picture(this);
        }
    }

    /** Decoded sentences beside their references. */
    record Decoded(DecodedSentences sentences) implements Block {
        @Override
        public void on(Page page) {
            page.decoded(sentences);
        }
    }

    /** Lines for a shell. */
    record Commands(List<String> lines) implements Block {
        public Commands {
            lines = List.copyOf(lines);
        }

        @Override
        public void on(Page page) {
            page.commands(lines);
        }
    }

    /** What few will read, behind a summary. */
    record Folded(String summary, Block content) implements Block {
        @Override
        public void on(Page page) {
            page.folded(this);
        }
    }
}
