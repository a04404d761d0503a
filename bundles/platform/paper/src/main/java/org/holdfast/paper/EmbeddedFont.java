package org.holdfast.paper;

import java.io.IOException;
import java.io.InputStream;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.CmapSubtable;
import org.apache.fontbox.ttf.CmapTable;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** The font of all papers, as a part of one file that holds the glyphs it uses. */
final class EmbeddedFont {
    /** The family, as the style sheet names it. */
    static final String FAMILY = "Noto Sans SC";

    static final int WEIGHT = 400;

    /** The last character of the plane of rare ideographs. */
    private static final int LAST_CHARACTER = 0x3FFFF;

    private EmbeddedFont() {}

    static PDFont in(PDDocument file) throws IOException {
        TrueTypeFont font = new TTFParser().parse(RandomAccessReadBuffer.createBufferFromStream(data()));
        CmapTable table = font.getCmap();
        CmapSubtable[] maps = table.getCmaps();
        for (int at = 0; at < maps.length; at++) {
            maps[at] = new WordsFirst(maps[at]);
        }
        table.setCmaps(maps);
        return PDType0Font.load(file, font, true);
    }

    /** Returns the characters it has glyphs for. */
    static BitSet characters() throws IOException {
        BitSet known = new BitSet();
        try (TrueTypeFont font = new TTFParser().parse(RandomAccessReadBuffer.createBufferFromStream(data()))) {
            CmapLookup glyphs = font.getUnicodeCmapLookup();
            for (int character = 0; character <= LAST_CHARACTER; character++) {
                known.set(character, glyphs.getGlyphId(character) != 0);
            }
        }
        return known;
    }

    private static InputStream data() {
        String name = "NotoSansSC-Regular.ttf";
        return Objects.requireNonNull(EmbeddedFont.class.getResourceAsStream(name), name);
    }

    /**
     * A character map that names ideographs before radicals. The font draws both with one glyph, and the file tells of each glyph
     * only the first character: a search for 人 (U+4EBA) would find nothing, as the file would say ⼈ (U+2F08).
     */
    private static final class WordsFirst extends CmapSubtable {
        private static final int FIRST_RADICAL = 0x2E80;
        private static final int LAST_RADICAL = 0x2FDF;

        private final CmapSubtable font;

        WordsFirst(CmapSubtable font) {
            this.font = font;
            setPlatformId(font.getPlatformId());
            setPlatformEncodingId(font.getPlatformEncodingId());
        }

        @Override
        public int getGlyphId(int characterCode) {
            return font.getGlyphId(characterCode);
        }

        @Override
        public List<Integer> getCharCodes(int glyph) {
            List<Integer> codes = font.getCharCodes(glyph);
            if (codes == null || codes.size() < 2) {
                return codes;
            }
            return codes.stream()
                    .sorted(Comparator.comparing(WordsFirst::isRadical))
                    .toList();
        }

        private static boolean isRadical(int code) {
            return code >= FIRST_RADICAL && code <= LAST_RADICAL;
        }
    }
}
