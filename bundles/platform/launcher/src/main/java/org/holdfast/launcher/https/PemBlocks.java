package org.holdfast.launcher.https;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The blocks of a PEM file (RFC 7468). Text between blocks is passed over, as OpenSSL writes some. */
final class PemBlocks {
    private static final Pattern BLOCK =
            Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----([^-]*)-----END \\1-----", Pattern.DOTALL);

    private PemBlocks() {}

    /** One block: what it says it is, and its bytes. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Block(String label, byte[] bytes) {}

    /**
     * Reads the blocks.
     *
     * @throws IllegalArgumentException where a block is not Base64
     */
    static List<Block> of(String text) {
        List<Block> blocks = new ArrayList<>();
        Matcher matcher = BLOCK.matcher(text);
        while (matcher.find()) {
            blocks.add(new Block(matcher.group(1), Base64.getMimeDecoder().decode(matcher.group(2))));
        }
        return blocks;
    }
}
