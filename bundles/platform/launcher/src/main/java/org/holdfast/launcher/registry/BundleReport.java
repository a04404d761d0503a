package org.holdfast.launcher.registry;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.holdfast.launcher.text.Message;

/**
 * What is known about an installed bundle.
 *
 * @param symbolicName its identity
 * @param name its name for people
 * @param version its version
 * @param state what it is doing
 * @param reason why it is not active, empty when it is or is being started
 * @param signed whether its signature was verified
 * @param provides its capabilities
 * @param reads codes of the data categories it declared to read
 * @param enabledFor the subsidiaries it is enabled for, or empty for everywhere
 * @param ranking highest ranking of its services
 * @param faults the latest faults, newest first
 */
public record BundleReport(
        String symbolicName,
        String name,
        String version,
        State state,
        Optional<Message> reason,
        boolean signed,
        List<ProvidedCapability> provides,
        List<String> reads,
        Optional<Set<String>> enabledFor,
        int ranking,
        List<Fault> faults) {

    /** What a bundle can be doing. */
    public enum State {
        /** It may be called. */
        ACTIVE,
        /** It is being started. */
        STARTING,
        /** Something it needs is missing. */
        UNRESOLVED,
        /** It did not start or its description is wrong. */
        FAILED,
        /** It failed too often and is no longer called. */
        QUARANTINED,
        /** It holds a native library and is used from the next start on. */
        WAITING_FOR_RESTART
    }

    /**
     * A capability as declared in the manifest.
     *
     * @param capability the kind, such as {@code industry}
     * @param code the code, such as {@code retail}
     */
    public record ProvidedCapability(String capability, String code) {}

    /**
     * Something a bundle did wrong.
     *
     * @param at when
     * @param what for people, without personal data
     */
    public record Fault(Instant at, Message what) {}
}
