package org.holdfast.core.offboarding.accounts;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.holdfast.core.platform.rest.TellsNothing;
import org.jspecify.annotations.Nullable;

/** Answers about systems. They tell of nobody. */
public final class SystemViews {
    private SystemViews() {}

    /**
     * Systems.
     *
     * @param items by code
     */
    @TellsNothing
    public record SystemsView(List<SystemView> items) {

        /** Copies the list. */
        public SystemsView {
            items = List.copyOf(items);
        }
    }

    /**
     * Kinds of systems.
     *
     * @param items by ranking of their bundles
     */
    @TellsNothing
    public record ConnectorsView(List<ConnectorView> items) {

        /** Copies the list. */
        public ConnectorsView {
            items = List.copyOf(items);
        }
    }

    /**
     * A system.
     *
     * @param id its id
     * @param subsidiaryId the subsidiary
     * @param subsidiaryName its name
     * @param code its code
     * @param connector code of the connector
     * @param name its name
     * @param active whether it is asked
     * @param version counts changes
     * @param values settings by name, without secrets
     * @param secrets names of the secrets that are set
     * @param health how it goes
     */
    @TellsNothing
    public record SystemView(
            UUID id,
            UUID subsidiaryId,
            String subsidiaryName,
            String code,
            String connector,
            String name,
            boolean active,
            int version,
            Map<String, String> values,
            List<String> secrets,
            HealthView health) {

        /** Copies the parts. */
        public SystemView {
            values = Map.copyOf(values);
            secrets = List.copyOf(secrets);
        }
    }

    /**
     * How a system goes.
     *
     * @param error what was wrong last, in words; null for nothing
     * @param heldUntil until when it is left alone, null for now
     * @param scannedAt when all of its accounts were looked at last, null for never
     * @param scanDueAt when they are looked at next
     * @param scanError why that failed since, in words; null where it did not
     */
    @TellsNothing
    public record HealthView(
            @Nullable String error,
            @Nullable Instant heldUntil,
            @Nullable Instant scannedAt,
            Instant scanDueAt,
            @Nullable String scanError) {}

    /**
     * A kind of systems.
     *
     * @param code its code
     * @param name its name
     * @param settings what has to be known of such a system
     */
    @TellsNothing
    public record ConnectorView(String code, String name, List<SettingView> settings) {

        /** Copies the settings. */
        public ConnectorView {
            settings = List.copyOf(settings);
        }
    }

    /**
     * Something that has to be known of a system.
     *
     * @param name its name in the API
     * @param label its name for people
     * @param kind text, secret, choice or authorities, as one word
     * @param required whether nothing works without it
     * @param usual what stands there where nothing was typed
     * @param choices what can be chosen
     */
    @TellsNothing
    public record SettingView(
            String name, String label, String kind, boolean required, String usual, List<ChoiceView> choices) {

        /** Copies the choices. */
        public SettingView {
            choices = List.copyOf(choices);
        }
    }

    /**
     * Something that can be chosen.
     *
     * @param code its code
     * @param label its name
     */
    @TellsNothing
    public record ChoiceView(String code, String label) {}

    /**
     * What came of asking a system.
     *
     * @param answered whether it answered as it should
     * @param accounts how many accounts a first page showed
     * @param error why it did not, in words; null where it did
     */
    @TellsNothing
    public record TestView(
            boolean answered, int accounts, @Nullable String error) {}
}
