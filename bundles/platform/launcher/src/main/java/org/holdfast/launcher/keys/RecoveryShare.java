package org.holdfast.launcher.keys;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Properties;
import org.holdfast.launcher.start.StartFailure;

/**
 * One part of a root key and its passphrase. As many of one set as are needed give both back; fewer tell nothing but their
 * length.
 *
 * <p>A share is a text file, so that it can be printed, and carries a checksum over its lines, so that a mistake in one is
 * found before it is put together with others.
 *
 * @param set random id of the set it belongs to
 * @param root id of the root key; not secret
 * @param number which of the set, from 1
 * @param of how many there are
 * @param needed how many of them are needed
 * @param part Base64 of the part
 */
record RecoveryShare(String set, String root, int number, int of, int needed, String part) {
    private static final long LONGEST = 1 << 17;
    private static final int LINE = 64;
    private static final String CONTINUED = "\\\n  ";

    String text() {
        StringBuilder text =
                new StringBuilder("# Holdfast recovery share. Keep it secret, and apart from the others.\n");
        line(text, "set", set);
        line(text, "root", root);
        line(text, "share", Integer.toString(number));
        line(text, "of", Integer.toString(of));
        line(text, "needed", Integer.toString(needed));
        line(text, "part", part.replaceAll("(.{" + LINE + "})(?=.)", "$1" + CONTINUED.replace("\\", "\\\\")));
        line(text, "check", check());
        return text.toString();
    }

    private static void line(StringBuilder text, String key, String value) {
        text.append(key).append('=').append(value).append('\n');
    }

    /** Over everything that is told, so that no line can be mistyped or belong to another share. */
    private String check() {
        String told = String.join("|", set, root, number + "|" + of + "|" + needed, part);
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(told.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    byte[] bytes() {
        return Base64.getDecoder().decode(part);
    }

    /**
     * Reads a share.
     *
     * @throws StartFailure where the file cannot be read, is none, or was altered
     */
    static RecoveryShare read(Path file) {
        try {
            if (Files.size(file) <= LONGEST) {
                return parsed(Files.readString(file, StandardCharsets.UTF_8))
                        .orElseThrow(() -> new StartFailure("failure.shareDamaged", file));
            }
        } catch (IOException | IllegalArgumentException e) {
            throw new StartFailure(e, "failure.shareUnreadable", file);
        }
        throw new StartFailure("failure.shareUnreadable", file);
    }

    private static Optional<RecoveryShare> parsed(String text) throws IOException {
        Properties lines = new Properties();
        lines.load(new StringReader(text));
        RecoveryShare share = new RecoveryShare(
                lines.getProperty("set", ""),
                lines.getProperty("root", ""),
                number(lines, "share"),
                number(lines, "of"),
                number(lines, "needed"),
                lines.getProperty("part", ""));
        return share.check().equals(lines.getProperty("check", "").strip()) ? Optional.of(share) : Optional.empty();
    }

    private static int number(Properties lines, String key) {
        return Integer.parseInt(lines.getProperty(key, "").strip());
    }

    @Override
    public String toString() {
        return "share " + number + " of " + of + " of set " + set;
    }
}
