package org.contexture.chart;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.contexture.setting.UserError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Charts as points. */
class PngTest {
    @Test
    void aChartMayHaveMoreDotsThanJsvgExpectsOfStrangers() throws IOException {
        Mark dots = new Mark.Dots(
                "many",
                IntStream.range(0, 3000).mapToObj(i -> new Mark.Point(i, i)).toList());
        Chart chart = new Chart("Many", "", List.of(new Chart.Panel("", Axis.of("x"), Axis.of("y"), List.of(dots))));
        assertEquals(
                300, ImageIO.read(new ByteArrayInputStream(Png.of(chart, 300))).getWidth());
    }

    /** Ends with the user error that it meets, as a process of its own: fonts are looked for once in each. */
    static final class WithoutFonts {
        private WithoutFonts() {}

        public static void main(String[] arguments) {
            try {
                System.out.println("drawn: " + Png.of(ChartGallery.forest(), 720).length);
            } catch (UserError e) {
                System.out.println("told: " + e.getMessage());
            }
        }
    }

    private static BufferedImage image(Chart chart, int width) {
        try {
            assumeTrue(hasFonts(), "left out: Java finds no fonts here");
            return ImageIO.read(new ByteArrayInputStream(Png.of(chart, width)));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static boolean hasFonts() {
        try {
            return Png.of(ChartGallery.forest(), 100).length > 0;
        } catch (UserError e) {
            return false;
        }
    }

    private static long pixels(BufferedImage image, int rgb) {
        return IntStream.range(0, image.getWidth() * image.getHeight())
                .filter(i -> (image.getRGB(i % image.getWidth(), i / image.getWidth()) & 0xffffff) == rgb)
                .count();
    }

    @Test
    void everySeriesLeavesItsColourOnWhitePaper() {
        BufferedImage image = image(ChartGallery.curves(), 1440);
        assertEquals(1440, image.getWidth());
        for (int series = 0; series < 3; series++) {
            int rgb = Integer.parseInt(Palette.colour(series).substring(1), 16);
            assertTrue(pixels(image, rgb) > 500, Palette.colour(series));
        }
        assertTrue(pixels(image, 0xffffff) > image.getWidth() * image.getHeight() / 2);
        assertTrue(pixels(image, 0x222222) > 300, "letters");
    }

    @Test
    void fieldsTouchOneAnother() {
        BufferedImage image = image(ChartGallery.attention(), 1440);
        int rgb = Integer.parseInt("f7fbff", 16);
        Frame frame = Drawing.of(ChartGallery.attention(), 720).frames().get(0);
        int y = (int) (2 * frame.down(0));
        for (int x = (int) (2 * frame.across(20)); x < 2 * frame.across(39); x++) {
            assertEquals(rgb, image.getRGB(x, y) & 0xffffff, "at " + x);
        }
    }

    @Test
    void theSameChartGivesTheSameBytes() {
        image(ChartGallery.front(), 720);
        assertArrayEquals(Png.of(ChartGallery.front(), 720), Png.of(ChartGallery.front(), 720));
    }

    @Test
    void aMachineWithoutFontsIsToldWhatToInstall(@TempDir Path folder) throws IOException, InterruptedException {
        assumeTrue(System.getProperty("os.name").equals("Linux"), "left out: only Linux finds its fonts by fontconfig");
        Path configuration = Files.writeString(folder.resolve("fonts.conf"), "<fontconfig></fontconfig>");
        Process process = process(folder, Map.of("FONTCONFIG_FILE", configuration.toString()));
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), said);
        assertTrue(
                said.contains(
                        "told: No PNG can be drawn: Java finds no fonts on this machine (Fontconfig head is null"),
                said);
        assertTrue(said.contains("apt-get install fontconfig fonts-dejavu-core"), said);
    }

    @Test
    void noScreenIsNeededWhereDisplayNamesOne(@TempDir Path folder) throws IOException, InterruptedException {
        assumeTrue(hasFonts(), "left out: Java finds no fonts here");
        Process process = process(folder, Map.of("DISPLAY", "nowhere:77"));
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), said);
        assertTrue(said.contains("drawn: "), said);
    }

    private static Process process(Path home, Map<String, String> environment) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                // Java remembers the fonts of its last start there.
                "-Duser.home=" + home,
                "-cp",
                System.getProperty("java.class.path"),
                WithoutFonts.class.getName());
        builder.environment().putAll(environment);
        return builder.redirectErrorStream(true).start();
    }
}
