package org.contexture.report;

import java.util.List;
import org.contexture.figure.DecodedSentences;

/** A language that reports are written in. */
interface Page {
    void words(String text);

    void lead(String text);

    void notice(String text);

    void points(List<String> texts);

    void facts(List<Block.Fact> facts);

    void keyFigures(List<Block.Fact> facts);

    void grid(SortableTable table);

    void picture(Block.Picture picture);

    void decoded(DecodedSentences sentences);

    void commands(List<String> lines);

    void folded(Block.Folded folded);
}
