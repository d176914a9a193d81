package org.contexture.chart;

import com.github.weisj.jsvg.SVGDocument;
import com.github.weisj.jsvg.parser.DocumentLimits;
import com.github.weisj.jsvg.parser.LoaderContext;
import com.github.weisj.jsvg.parser.SVGLoader;
import com.github.weisj.jsvg.view.ViewBox;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import javax.imageio.ImageIO;
import org.contexture.setting.UserError;

/** A chart as an image of points, drawn without a browser or a screen. One machine draws the same bytes each time. */
public final class Png {
    /** jsvg takes system-ui for a font with serifs. */
    private static final String FONTS = "'DejaVu Sans', sans-serif";

    private static final String HEADLESS = "java.awt.headless";

    /** Our own SVG is no attack, however many dots it has: a large sweep has more than jsvg's 2,000. */
    private static final DocumentLimits OURS = new DocumentLimits(
            DocumentLimits.DEFAULT_MAX_NESTING_DEPTH, DocumentLimits.DEFAULT_MAX_USE_NESTING_DEPTH, Integer.MAX_VALUE);

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
        ensureFonts();
        return written(drawn(document(Svg.standalone(chart, FONTS)), width));
    }

    /** How Java fails without fonts depends on its version, and on what it has tried before. */
    private static void ensureFonts() {
        try {
            Graphics2D graphics = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB).createGraphics();
            graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 12));
            graphics.drawString("x", 0, 0);
            graphics.dispose();
        } catch (LinkageError | InternalError | RuntimeException e) {
            throw new UserError(
                    "No PNG can be drawn: Java finds no fonts on this machine (" + reason(e)
                            + "). Install some, on Debian and"
                            + " Ubuntu with \"apt-get install fontconfig fonts-dejavu-core\"; or use SVG, which needs none.",
                    e);
        }
    }

    private static String reason(Throwable thrown) {
        Throwable deepest = thrown;
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            deepest = cause;
        }
        return Objects.requireNonNullElse(
                deepest.getMessage(), deepest.getClass().getName());
    }

    private static SVGDocument document(String svg) {
        ByteArrayInputStream bytes = new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8));
        return Objects.requireNonNull(
                new SVGLoader()
                        .load(
                                bytes,
                                null,
                                LoaderContext.builder().documentLimits(OURS).build()),
                "jsvg reads our SVG");
    }

    private static BufferedImage drawn(SVGDocument document, int width) {
        int height = (int) Math.ceil(document.size().height * (double) width / document.size().width);
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setColor(Color.WHITE);
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
