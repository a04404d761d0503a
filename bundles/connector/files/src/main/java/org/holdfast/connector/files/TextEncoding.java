package org.holdfast.connector.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.holdfast.api.HoldfastException;
import org.holdfast.api.connector.TableError;

/**
 * Finds a text's encoding from its first mebibyte: UTF-8 where the bytes are sound UTF-8, else GB18030 where they are
 * sound GB18030. The order matters: nearly all UTF-8 is sound, and wrong, GB18030. Both are decoded strictly.
 */
final class TextEncoding {
    private static final int SAMPLE_BYTES = 1 << 20;
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};
    /** Starts of what is often given a table's name: PNG, JPEG, GIF, PDF, zip, gzip, old Excel, ELF. */
    private static final List<String> OTHER_KINDS =
            List.of("89504e47", "ffd8ff", "47494638", "25504446", "504b0304", "1f8b", "d0cf11e0", "7f454c46");

    private final Charset charset;
    private final InputStream content;

    private TextEncoding(Charset charset, InputStream content) {
        this.charset = charset;
        this.content = content;
    }

    static TextEncoding of(InputStream content) throws IOException {
        byte[] sample = content.readNBytes(SAMPLE_BYTES);
        refuseOtherKinds(sample);
        boolean whole = sample.length < SAMPLE_BYTES;
        PushbackInputStream again = new PushbackInputStream(content, SAMPLE_BYTES);
        int mark = startsWith(sample, BYTE_ORDER_MARK) ? BYTE_ORDER_MARK.length : 0;
        again.unread(sample, mark, sample.length - mark);
        if (mark > 0 || isSound(StandardCharsets.UTF_8, sample, whole)) {
            return new TextEncoding(StandardCharsets.UTF_8, again);
        }
        Charset chinese = Charset.forName("GB18030");
        if (isSound(chinese, sample, whole)) {
            return new TextEncoding(chinese, again);
        }
        throw new HoldfastException(
                TableError.UNKNOWN_ENCODING, "The file is neither UTF-8 nor GB18030, or mixes both. Save it as UTF-8.");
    }

    String name() {
        return charset.name();
    }

    StrictText text() {
        return new StrictText(content, strict(charset));
    }

    private static void refuseOtherKinds(byte[] sample) {
        String start = HexFormat.of().formatHex(sample, 0, Math.min(4, sample.length));
        if (OTHER_KINDS.stream().anyMatch(start::startsWith)) {
            throw new HoldfastException(
                    TableError.WRONG_KIND,
                    "The file is not text, though its name says so. Save the table as CSV, or give it its right ending.");
        }
        if (start.startsWith("fffe") || start.startsWith("feff")) {
            throw new HoldfastException(
                    TableError.UNKNOWN_ENCODING, "The file is UTF-16. Save it as UTF-8 or GB18030.");
        }
    }

    private static boolean startsWith(byte[] bytes, byte[] start) {
        return bytes.length >= start.length && Arrays.equals(bytes, 0, start.length, start, 0, start.length);
    }

    private static boolean isSound(Charset charset, byte[] sample, boolean whole) {
        CharsetDecoder decoder = strict(charset);
        ByteBuffer bytes = ByteBuffer.wrap(sample);
        CharBuffer characters = CharBuffer.allocate(8_192);
        CoderResult result = CoderResult.OVERFLOW;
        while (result.isOverflow()) {
            characters.clear();
            result = decoder.decode(bytes, characters, whole);
        }
        return !result.isError();
    }

    private static CharsetDecoder strict(Charset charset) {
        return charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }
}
