package org.holdfast.engine.xgboost;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;
import org.holdfast.api.HoldfastException;

/** The border to XGBoost's native code: its class loader and its failures. */
final class NativeLibrary {

    private NativeLibrary() {}

    /**
     * A call into the native library.
     *
     * @param <T> what it gives
     */
    @FunctionalInterface
    interface Call<T> {
        T run() throws XGBoostError, IOException;
    }

    /**
     * Runs a call with this bundle's class loader as the thread's, because the library looks up its own parts there.
     *
     * @param what the call in words, for the message of a failure
     * @param call the call
     * @return what the call gives
     * @throws HoldfastException where the library cannot be loaded or refuses
     */
    static <T> T call(String what, Call<T> call) {
        Thread thread = Thread.currentThread();
        ClassLoader callers = thread.getContextClassLoader();
        thread.setContextClassLoader(NativeLibrary.class.getClassLoader());
        try {
            return call.run();
        } catch (XGBoostError | IOException e) {
            throw new HoldfastException(
                    EngineError.NATIVE_CALL_FAILED, "XGBoost failed to " + what + "; its own words are the cause", e);
        } catch (LinkageError e) {
            throw new HoldfastException(
                    EngineError.NATIVE_LIBRARY_MISSING,
                    "XGBoost's native library cannot be loaded; install libgomp (Debian: libgomp1) on a 64-bit Linux,"
                            + " macOS or Windows, then restart",
                    e);
        } finally {
            thread.setContextClassLoader(callers);
        }
    }

    /** Returns name and version of the library, without loading its native part. */
    static String version() {
        Properties properties = new Properties();
        try (InputStream in = XGBoost.class.getResourceAsStream("/xgboost4j-version.properties")) {
            if (in == null) {
                throw new IllegalStateException("xgboost4j-version.properties is not in this bundle; rebuild it");
            }
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return "xgboost4j " + properties.getProperty("version");
    }
}
