package org.holdfast.connector.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import org.holdfast.api.HoldfastException;
import org.holdfast.api.connector.TableError;

/**
 * Decodes strictly, and hands out every character before the first unsound byte, which the JDK's reader does not:
 * so the rows before are kept, and the failure names its line.
 */
final class StrictText extends Reader {
    private final InputStream content;
    private final CharsetDecoder decoder;
    private final ByteBuffer bytes = ByteBuffer.allocate(1 << 16).flip();
    private long line = 1;
    private boolean inputEnded;
    private boolean unsound;
    private boolean ended;

    StrictText(InputStream content, CharsetDecoder decoder) {
        this.content = content;
        this.decoder = decoder;
    }

    boolean ended() {
        return ended;
    }

    @Override
    public int read(char[] characters, int offset, int length) throws IOException {
        // A character outside the basic plane needs two places: fewer are asked for by no one who reads a table.
        if (length < 2) {
            throw new IOException("at least two characters must be asked for");
        }
        CharBuffer target = CharBuffer.wrap(characters, offset, length);
        while (target.position() == offset && !ended) {
            if (unsound) {
                throw new HoldfastException(
                        TableError.UNKNOWN_ENCODING,
                        "The file changes its encoding, or is damaged, in line " + line + ". Save it as UTF-8.");
            }
            fill();
            CoderResult result = decoder.decode(bytes, target, inputEnded);
            unsound = result.isError();
            ended = inputEnded && result.isUnderflow() && target.position() == offset;
        }
        for (int i = offset; i < target.position(); i++) {
            if (characters[i] == '\n') {
                line++;
            }
        }
        return ended ? -1 : target.position() - offset;
    }

    @Override
    public void close() throws IOException {
        content.close();
    }

    private void fill() throws IOException {
        bytes.compact();
        while (!inputEnded && bytes.hasRemaining()) {
            int read = content.read(bytes.array(), bytes.position(), bytes.remaining());
            if (read < 0) {
                inputEnded = true;
            } else {
                bytes.position(bytes.position() + read);
            }
        }
        bytes.flip();
    }
}
