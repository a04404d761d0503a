package org.holdfast.launcher.audit;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What sort of thing an entry tells of. Computed from the action, so that old entries have one, too, and nothing that is
 * hashed depends on it.
 */
public enum AuditKind {
    /** Data of people was read. */
    READ,
    /** Something was changed through the API. */
    CHANGE,
    /** Data was handed out as a file. */
    EXPORT,
    /** Somebody logged in or out, or changed their password. */
    SESSION,
    /** Accounts and tokens. */
    ACCESS,
    /** Files and rows came in. */
    IMPORT,
    /** Scores were computed, models trained or compared. */
    RUN,
    /** Bundles came, went or were stopped. */
    BUNDLE,
    /** The key ring. */
    KEY,
    /** Backups and what was put back from one. */
    BACKUP,
    /** The log itself was searched or taken away. */
    AUDIT,
    /** The server started or stopped. */
    SERVER;

    private static final String READS = "GET";
    /** What calls of a room are, whether they read or change. */
    private static final Map<String, AuditKind> ALWAYS =
            Map.of("session", SESSION, "audit", AUDIT, "users", ACCESS, "tokens", ACCESS, "backups", BACKUP);
    /** What changes of a room are, where they are more than a change. */
    private static final Map<String, AuditKind> CHANGES =
            Map.of("imports", IMPORT, "signals", IMPORT, "bundles", BUNDLE, "keys", KEY);

    /**
     * Returns the kind of an action.
     *
     * @param action an event's action, such as {@code GET /employees/{id}/risk} or {@code bundle.installed}
     * @return its kind; {@link #CHANGE} where nothing else fits
     */
    public static AuditKind of(String action) {
        int space = action.indexOf(' ');
        return space < 0 ? ofWord(action) : ofCall(action.substring(0, space), action.substring(space + 1));
    }

    private static AuditKind ofWord(String action) {
        String room = action.split("\\.", 2)[0];
        return switch (room) {
            case "user", "token", "setup" -> ACCESS;
            case "training", "backtest" -> RUN;
            default -> ofCode(room).orElse(CHANGE);
        };
    }

    private static AuditKind ofCall(String method, String path) {
        if (path.endsWith("/export") || path.endsWith(".csv")) {
            return path.startsWith("/audit") ? AUDIT : EXPORT;
        }
        boolean reads = method.equals(READS) || method.equals("HEAD") || path.endsWith("/search");
        String[] steps = path.split("/", 3);
        String room = steps.length < 2 ? "" : steps[1];
        AuditKind always = ALWAYS.get(room);
        if (always != null) {
            return always;
        }
        return reads ? READ : CHANGES.getOrDefault(room, changing(path));
    }

    private static AuditKind changing(String path) {
        return path.startsWith("/risk/runs") || path.startsWith("/risk/backtests") ? RUN : CHANGE;
    }

    /**
     * Returns the code, as in the API.
     *
     * @return for example {@code read}
     */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Finds a kind.
     *
     * @param code its code
     * @return the kind, or empty where there is none of that code
     */
    public static Optional<AuditKind> ofCode(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code().equals(code)).findFirst();
    }
}
