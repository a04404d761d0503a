package org.holdfast.core.retention;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.holdfast.api.signal.DataCategory;
import org.holdfast.core.risk.features.Reading;
import org.holdfast.core.risk.scoring.Band;
import org.holdfast.core.risk.scoring.Reason;

/** The sealed parts of an alert as bytes. */
final class AlertCodec {
    static final int VERSION = 1;

    private AlertCodec() {}

    static byte[] write(AlertContent content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeUTF(content.band().code());
            out.writeDouble(content.score());
            out.writeUTF(content.industry());
            out.writeShort(content.reasons().size());
            for (Reason reason : content.reasons()) {
                out.writeUTF(reason.signal());
                out.writeUTF(reason.category().code());
                out.writeDouble(reason.contribution());
                out.writeDouble(reason.reading().value());
                out.writeDouble(reason.reading().previous());
                out.writeDouble(reason.reading().change());
                out.writeInt(reason.reading().windowDays());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static AlertContent content(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            Band band = band(in.readUTF());
            double score = in.readDouble();
            String industry = in.readUTF();
            List<Reason> reasons = new ArrayList<>();
            for (int count = in.readShort(); count > 0; count--) {
                reasons.add(reason(in));
            }
            return new AlertContent(band, score, industry, reasons);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] write(Handling handling) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            for (String word :
                    List.of(handling.acknowledgedBy(), handling.closedBy(), handling.reason(), handling.note())) {
                byte[] utf8 = word.getBytes(StandardCharsets.UTF_8);
                out.writeInt(utf8.length);
                out.write(utf8);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static Handling handling(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            return new Handling(word(in), word(in), word(in), word(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Reason reason(DataInputStream in) throws IOException {
        return new Reason(
                in.readUTF(),
                DataCategory.ofCode(in.readUTF()).orElseThrow(() -> new IOException("unknown category")),
                in.readDouble(),
                new Reading(in.readDouble(), in.readDouble(), in.readDouble(), in.readInt()));
    }

    private static Band band(String code) throws IOException {
        for (Band band : Band.values()) {
            if (band.code().equals(code)) {
                return band;
            }
        }
        throw new IOException("unknown band");
    }

    private static String word(DataInputStream in) throws IOException {
        return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
    }
}
