package org.holdfast.engine.xgboost;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import org.holdfast.api.HoldfastException;
import org.holdfast.api.engine.Algorithm;
import org.holdfast.api.engine.FeatureColumn;
import org.holdfast.api.engine.ModelData;
import org.holdfast.api.industry.Direction;

/**
 * Models as bytes: four bytes of mark, a format version, SHA-256 of the rest, then engine version, algorithm, columns
 * with directions, calibration and the fitted model.
 */
final class ModelFormat {
    private static final int MARK = 0x48464D31;
    private static final int VERSION = 1;
    private static final int DIGEST_BYTES = 32;

    private ModelFormat() {}

    static ModelData write(CalibratedModel model) {
        ByteArrayOutputStream payload = new ByteArrayOutputStream();
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(payload);
                DataOutputStream sealed = new DataOutputStream(file)) {
            out.writeUTF(NativeLibrary.version());
            out.writeUTF(model.algorithm().code());
            out.writeInt(model.columns().size());
            for (FeatureColumn column : model.columns()) {
                out.writeUTF(column.name());
                out.writeUTF(column.direction().name());
            }
            out.writeDouble(model.scaling().slope());
            out.writeDouble(model.scaling().intercept());
            out.writeBoolean(model.scaling().fitted());
            model.raw().write(out);
            sealed.writeInt(MARK);
            sealed.writeInt(VERSION);
            sealed.write(digest(payload.toByteArray()));
            payload.writeTo(sealed);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new ModelData(model.algorithm(), NativeLibrary.version(), file.toByteArray());
    }

    /**
     * Reads a model.
     *
     * @throws HoldfastException where the bytes are damaged or of another engine
     */
    static CalibratedModel read(ModelData data) {
        if (!data.engineVersion().equals(NativeLibrary.version())) {
            throw new HoldfastException(
                    EngineError.MODEL_OF_OTHER_ENGINE,
                    "The model was written by " + data.engineVersion() + ", this engine is " + NativeLibrary.version()
                            + "; train it again or install the engine it was written by");
        }
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(payload(data.bytes())))) {
            String version = in.readUTF();
            Algorithm algorithm = Algorithm.ofCode(in.readUTF()).orElse(null);
            if (!version.equals(data.engineVersion()) || algorithm != data.algorithm()) {
                throw damaged("its head and its bytes name different engines or algorithms");
            }
            List<FeatureColumn> columns = readColumns(in);
            PlattScaling scaling = new PlattScaling(in.readDouble(), in.readDouble(), in.readBoolean());
            RawModel raw = algorithm == Algorithm.LOGISTIC_REGRESSION ? LinearModel.read(in) : BoosterModel.read(in);
            return new CalibratedModel(algorithm, columns, raw, scaling);
        } catch (IOException e) {
            throw new HoldfastException(
                    EngineError.MODEL_DAMAGED, "The model ends too early; restore or retrain it", e);
        }
    }

    private static List<FeatureColumn> readColumns(DataInputStream in) throws IOException {
        int count = in.readInt();
        List<FeatureColumn> columns = new ArrayList<>(count);
        for (int column = 0; column < count; column++) {
            columns.add(new FeatureColumn(in.readUTF(), Direction.valueOf(in.readUTF())));
        }
        return columns;
    }

    private static byte[] payload(byte[] bytes) throws IOException {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            if (in.readInt() != MARK) {
                throw damaged("it does not start like a model of this engine");
            }
            int version = in.readInt();
            if (version != VERSION) {
                throw new HoldfastException(
                        EngineError.MODEL_OF_OTHER_ENGINE,
                        "The model has format " + version + ", this engine reads format " + VERSION
                                + "; train it again or install the engine it was written by");
            }
            byte[] digest = new byte[DIGEST_BYTES];
            in.readFully(digest);
            byte[] payload = in.readAllBytes();
            if (!MessageDigest.isEqual(digest, digest(payload))) {
                throw damaged("its checksum does not fit");
            }
            return payload;
        }
    }

    private static HoldfastException damaged(String why) {
        return new HoldfastException(
                EngineError.MODEL_DAMAGED, "The model is damaged: " + why + "; restore it from a backup or retrain it");
    }

    private static byte[] digest(byte[] payload) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(payload);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
