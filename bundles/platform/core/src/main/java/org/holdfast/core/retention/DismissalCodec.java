package org.holdfast.core.retention;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.holdfast.core.retention.Dismissal.Facts;
import org.holdfast.core.retention.Dismissal.Finding;
import org.holdfast.core.retention.Dismissal.Outcome;
import org.jspecify.annotations.Nullable;

/** The sealed part of a dismissal as bytes. */
final class DismissalCodec {
    static final int VERSION = 1;

    private DismissalCodec() {}

    /**
     * What is sealed.
     *
     * @param facts what is known
     * @param finding what was found, null while nobody has looked
     */
    record Content(Facts facts, @Nullable Finding finding) {}

    static byte[] write(Content content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            Facts facts = content.facts();
            out.writeLong(facts.flaggedOn().toEpochDay());
            out.writeLong(facts.leftOn().toEpochDay());
            write(out, facts.leaveReason());
            out.writeBoolean(facts.toldManager());
            Finding finding = content.finding();
            out.writeBoolean(finding != null);
            if (finding != null) {
                out.writeUTF(finding.outcome().name());
                write(out, finding.text());
                write(out, finding.by());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static Content read(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            Facts facts = new Facts(
                    LocalDate.ofEpochDay(in.readLong()),
                    LocalDate.ofEpochDay(in.readLong()),
                    word(in),
                    in.readBoolean());
            Finding finding = in.readBoolean() ? new Finding(Outcome.valueOf(in.readUTF()), word(in), word(in)) : null;
            return new Content(facts, finding);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(DataOutputStream out, String word) throws IOException {
        byte[] utf8 = word.getBytes(StandardCharsets.UTF_8);
        out.writeInt(utf8.length);
        out.write(utf8);
    }

    private static String word(DataInputStream in) throws IOException {
        return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
    }
}
