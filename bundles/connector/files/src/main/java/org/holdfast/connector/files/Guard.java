package org.holdfast.connector.files;

import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.zip.ZipException;
import org.holdfast.api.HoldfastException;
import org.holdfast.api.connector.TableError;
import org.jspecify.annotations.Nullable;

/**
 * Turns whatever reading a damaged file throws into a clear failure without a word of the file's content.
 *
 * <p>Parsers fail on garbage in ways of their own; a task catches all of them in one place.
 */
final class Guard {
    private Guard() {}

    static <T> T call(Callable<T> read) {
        FutureTask<T> task = new FutureTask<>(read);
        task.run();
        try {
            return task.get();
        } catch (ExecutionException e) {
            throw failureOf(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new HoldfastException(TableError.CUT_OFF, "Reading the file was interrupted. Import it again.");
        }
    }

    /** Looks for the first cause that tells what happened. Causes are not kept: their messages may quote cells. */
    private static HoldfastException failureOf(@Nullable Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof Error error) {
                throw error;
            }
            if (cause instanceof HoldfastException known) {
                return known;
            }
            if (cause instanceof IOException broken) {
                return failureOf(broken);
            }
        }
        return new HoldfastException(
                TableError.WRONG_KIND,
                "The file is damaged, or not of the kind its name says. Open it with the program that made it and "
                        + "save it again.");
    }

    private static HoldfastException failureOf(IOException broken) {
        if (broken instanceof LimitedInput.TooLargeException) {
            return new HoldfastException(
                    TableError.TOO_LARGE, "The file unpacks to more than is allowed. Cut it into smaller files.");
        }
        if (broken instanceof EOFException) {
            return new HoldfastException(
                    TableError.CUT_OFF, "The file ends too early. Copy it again from where it came from.");
        }
        if (broken instanceof CharacterCodingException) {
            return new HoldfastException(
                    TableError.UNKNOWN_ENCODING, "The file is not in one encoding. Save it as UTF-8 or GB18030.");
        }
        if (broken instanceof ZipException) {
            return new HoldfastException(
                    TableError.WRONG_KIND,
                    "The file is no archive of the kind its name says, or is damaged. Pack it again.");
        }
        if (broken.getCause() instanceof IOException deeper) {
            return failureOf(deeper);
        }
        return new HoldfastException(TableError.CUT_OFF, "The file could not be read to its end. Import it again.");
    }
}
