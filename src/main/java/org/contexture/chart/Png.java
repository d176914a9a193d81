package org.contexture.chart;

import com.github.weisj.jsvg.SVGDocument;
import com.github.weisj.jsvg.parser.LoaderContext;
import com.github.weisj.jsvg.parser.SVGLoader;
import com.github.weisj.jsvg.view.ViewBox;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;
import org.contexture.setting.UserError;

/** A chart as an image of points, drawn without a browser or a screen. One machine draws the same bytes each time. */
public final class Png {
    /** jsvg takes system-ui for a font with serifs. */
    private static final String FONTS = "'DejaVu Sans', sans-serif";

    private static final String HEADLESS = "java.awt.headless";

    private Png() {}

    /**
     * The chart as {@link Svg#standalone} draws it.
     *
     * @param width in pixels: {@value Svg#WIDTH} for a page, twice as many for print
     * @throws UserError if Java finds no fonts on this machine
     */
    public static byte[] of(Chart chart, int width) {
        // Without it Java asks for a screen where DISPLAY is set, even if nobody is there.
        if (System.getProperty(HEADLESS) == null) {
            System.setProperty(HEADLESS, "true");
        }
        try {
            return written(drawn(Svg.standalone(chart, FONTS), width));
        } catch (LinkageError | InternalError e) {
            throw new UserError(
                    "No PNG can be drawn: Java finds no fonts on this machine (" + e.getMessage()
                            + "). Install some, on Debian and Ubuntu with \"apt-get install fontconfig fonts-dejavu-core\"; or use"
                            + " SVG, which needs none.",
                    e);
        }
    }

    private static BufferedImage drawn(String svg, int width) {
        SVGDocument document = new SVGLoader()
                .load(
                        new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)),
                        null,
                        LoaderContext.createDefault());
        if (document == null) {
            throw new IllegalStateException("jsvg cannot read our SVG");
        }
        double scale = (double) width / document.size().width;
        int height = (int) Math.ceil(document.size().height * scale);
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setColor(java.awt.Color.WHITE);
        graphics.fillRect(0, 0, width, height);
        document.render(null, graphics, new ViewBox(width, height));
        graphics.dispose();
        return image;
    }

    private static byte[] written(BufferedImage image) {
        try (ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            ImageIO.write(image, "png", bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
