package org.holdfast.protection.aes;

import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;

/** Turns what people type into what a root key file takes. */
final class Passphrase {
    private Passphrase() {}

    /** Returns the passphrase normalised (NFC) as UTF-8, so that the same signs typed on another system are the same. */
    static byte[] asBytes(char[] passphrase) {
        return Normalizer.normalize(CharBuffer.wrap(passphrase), Normalizer.Form.NFC)
                .getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Returns the password of the key store in a PKCS#12 file. Printable ASCII stays as it is, so that other tools open the file;
     * everything else, which Java's password-based encryption refuses, is normalised (NFC) and written as four
     * hexadecimal digits behind a backslash and u.
     */
    static char[] asPassword(char[] passphrase) {
        if (isPrintableAscii(passphrase)) {
            return passphrase.clone();
        }
        String normal = Normalizer.normalize(CharBuffer.wrap(passphrase), Normalizer.Form.NFC);
        char[] escaped = new char[normal.length() * 6];
        int length = 0;
        for (int i = 0; i < normal.length(); i++) {
            char c = normal.charAt(i);
            if (isPrintableAscii(c)) {
                escaped[length++] = c;
            } else {
                String code = String.format("\\u%04x", (int) c);
                code.getChars(0, 6, escaped, length);
                length += 6;
            }
        }
        char[] password = Arrays.copyOf(escaped, length);
        Arrays.fill(escaped, '\0');
        return password;
    }

    private static boolean isPrintableAscii(char[] characters) {
        for (char c : characters) {
            if (!isPrintableAscii(c)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isPrintableAscii(char c) {
        return c >= ' ' && c <= '~';
    }
}
