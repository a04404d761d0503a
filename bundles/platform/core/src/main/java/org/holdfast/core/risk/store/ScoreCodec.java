package org.holdfast.core.risk.store;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.holdfast.api.signal.DataCategory;
import org.holdfast.core.risk.features.Reading;
import org.holdfast.core.risk.scoring.Band;
import org.holdfast.core.risk.scoring.ModelIdentity;
import org.holdfast.core.risk.scoring.Reason;
import org.holdfast.core.risk.scoring.RiskScore;
import org.holdfast.core.risk.scoring.RiskScore.DataUse;
import org.holdfast.core.risk.scoring.RiskScore.Why;

/** The sealed part of a score as bytes: everything but its ids and times. Doubles keep all their bits. */
final class ScoreCodec {
    static final int VERSION = 1;

    private ScoreCodec() {}

    static byte[] write(RiskScore score) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeUTF(score.band().name());
            out.writeUTF(score.why().name());
            write(out, score.model());
            out.writeInt(score.settingsVersion());
            out.writeDouble(score.baseline());
            out.writeDouble(score.margin());
            out.writeShort(score.features().length);
            for (double feature : score.features()) {
                out.writeDouble(feature);
            }
            out.writeShort(score.reasons().size());
            for (Reason reason : score.reasons()) {
                write(out, reason);
            }
            write(out, score.use().withheld());
            write(out, score.use().restsOn());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static RiskScore read(ScoreRow row, byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            Band band = Band.valueOf(in.readUTF());
            Why why = Why.valueOf(in.readUTF());
            ModelIdentity model = model(in);
            int settings = in.readInt();
            double baseline = in.readDouble();
            double margin = in.readDouble();
            double[] features = features(in);
            List<Reason> reasons = reasons(in);
            DataUse use = use(in, reasons);
            return new RiskScore(
                    row.id(),
                    row.subsidiaryId(),
                    row.personId(),
                    row.asOf(),
                    row.computedAt(),
                    band,
                    why,
                    model,
                    settings,
                    baseline,
                    margin,
                    features,
                    reasons,
                    use);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static double[] features(DataInputStream in) throws IOException {
        double[] features = new double[in.readShort()];
        for (int i = 0; i < features.length; i++) {
            features[i] = in.readDouble();
        }
        return features;
    }

    private static List<Reason> reasons(DataInputStream in) throws IOException {
        List<Reason> reasons = new ArrayList<>();
        for (int count = in.readShort(); count > 0; count--) {
            reasons.add(reason(in));
        }
        return reasons;
    }

    /** Scores of before this was kept end earlier: they rest on what their reasons tell. */
    private static DataUse use(DataInputStream in, List<Reason> reasons) throws IOException {
        Set<DataCategory> withheld = categories(in);
        Set<DataCategory> restsOn = in.available() > 0
                ? categories(in)
                : reasons.stream().map(Reason::category).collect(Collectors.toSet());
        return new DataUse(restsOn, withheld);
    }

    private static void write(DataOutputStream out, Set<DataCategory> categories) throws IOException {
        out.writeByte(categories.size());
        for (DataCategory category : categories) {
            out.writeUTF(category.name());
        }
    }

    private static Set<DataCategory> categories(DataInputStream in) throws IOException {
        Set<DataCategory> categories = EnumSet.noneOf(DataCategory.class);
        for (int count = in.readByte(); count > 0; count--) {
            categories.add(DataCategory.valueOf(in.readUTF()));
        }
        return categories;
    }

    private static void write(DataOutputStream out, ModelIdentity model) throws IOException {
        out.writeUTF(model.id());
        out.writeUTF(model.kind().name());
        out.writeUTF(model.algorithm());
        out.writeUTF(model.version());
        out.writeInt(model.horizonDays());
    }

    private static ModelIdentity model(DataInputStream in) throws IOException {
        return new ModelIdentity(
                in.readUTF(), ModelIdentity.Kind.valueOf(in.readUTF()), in.readUTF(), in.readUTF(), in.readInt());
    }

    private static void write(DataOutputStream out, Reason reason) throws IOException {
        out.writeUTF(reason.signal());
        out.writeUTF(reason.category().name());
        out.writeDouble(reason.contribution());
        out.writeDouble(reason.reading().value());
        out.writeDouble(reason.reading().previous());
        out.writeDouble(reason.reading().change());
        out.writeInt(reason.reading().windowDays());
    }

    private static Reason reason(DataInputStream in) throws IOException {
        // Current scores stay in memory for everybody: few different words and empty readings are held once.
        String signal = in.readUTF().intern();
        DataCategory category = DataCategory.valueOf(in.readUTF());
        double contribution = in.readDouble();
        Reading reading = new Reading(in.readDouble(), in.readDouble(), in.readDouble(), in.readInt());
        return new Reason(signal, category, contribution, reading.equals(Reading.NOTHING) ? Reading.NOTHING : reading);
    }
}
