package org.contexture.metrics;

/**
 * The characters that sacreBLEU's {@code zh} tokenizer takes for Chinese. Two of its ranges were meant for the supplementary
 * planes but are written with four hexadecimal digits, so that they cover U+2001–2A6D (arrows and mathematical signs among
 * them) and U+2F81–2FA1; that is kept, because it is what everyone's scores were computed with.
 */
final class Chinese {
    private static final char[][] RANGES = {
        {0x2001, 0x2A6D},
        {0x2E80, 0x2EFF},
        {0x2F00, 0x2FDF},
        {0x2FF0, 0x303F},
        {0x3100, 0x312F},
        {0x31A0, 0x31BF},
        {0x31C0, 0x31EF},
        {0x3200, 0x33FF},
        {0x3400, 0x4DB5},
        {0x4E00, 0x9FBB},
        {0xF900, 0xFA2D},
        {0xFA30, 0xFA6A},
        {0xFA70, 0xFAD9},
        {0xFE10, 0xFE1F},
        {0xFE30, 0xFE4F},
        {0xFF00, 0xFFEF},
    };

    private Chinese() {}

    static boolean is(char c) {
        for (char[] range : RANGES) {
            if (c >= range[0] && c <= range[1]) {
                return true;
            }
        }
        return false;
    }
}
