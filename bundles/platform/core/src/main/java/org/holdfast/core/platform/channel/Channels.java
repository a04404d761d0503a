package org.holdfast.core.platform.channel;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.holdfast.api.HoldfastException;
import org.holdfast.api.channel.Channel;
import org.holdfast.core.platform.rest.Texts;
import org.holdfast.launcher.registry.CapabilityRegistry;
import org.holdfast.launcher.registry.Provided;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The channels of the bundles that may be called. Safe for use from many threads. */
public final class Channels {
    /** Code of the firm's mail, which no bundle can take. */
    public static final String MAIL = "mail";
    /** Code of the bell, which no bundle can take. */
    public static final String CONSOLE = "console";

    private static final Logger LOG = LoggerFactory.getLogger(Channels.class);
    private static final Pattern CODE = Pattern.compile("[a-z][a-zA-Z0-9]{0,29}");

    private final CapabilityRegistry registry;
    private volatile Known known = new Known(-1, Map.of());

    /**
     * Creates it.
     *
     * @param registry knows the bundles
     */
    public Channels(CapabilityRegistry registry) {
        this.registry = registry;
    }

    /**
     * A channel of a bundle.
     *
     * @param code its code
     * @param bundle symbolic name of its bundle
     * @param channel the channel, guarded
     */
    public record Offered(String code, String bundle, Channel channel) {
        /**
         * Returns what people call it.
         *
         * @param texts for words
         * @param language tag of the language
         * @return its name, or its code where the bundle names none
         */
        public String name(Texts texts, String language) {
            return texts.find(language, "channel." + code).orElse(code);
        }
    }

    /**
     * Returns the channels there are.
     *
     * @return by ranking of their bundles; of two with one code the first alone
     */
    public List<Offered> all() {
        return List.copyOf(current().values());
    }

    /**
     * Finds a channel.
     *
     * @param code its code
     * @return the channel, or empty where no bundle that may be called brings it
     */
    public Optional<Offered> named(String code) {
        return Optional.ofNullable(current().get(code));
    }

    /**
     * Says whether a channel may carry what is about a subsidiary.
     *
     * @param offered the channel
     * @param subsidiaryId the subsidiary
     * @return whether its bundle is enabled there
     */
    public boolean enabled(Offered offered, UUID subsidiaryId) {
        return registry.of(Channel.class, subsidiaryId.toString()).stream()
                .anyMatch(provided -> provided.service() == offered.channel);
    }

    private Map<String, Offered> current() {
        long changes = registry.changes();
        Known now = known;
        if (now.changes != changes) {
            now = new Known(changes, read());
            known = now;
        }
        return now.channels;
    }

    private Map<String, Offered> read() {
        Map<String, Offered> found = new LinkedHashMap<>();
        for (Provided<Channel> provided : registry.all(Channel.class)) {
            code(provided).ifPresent(code -> {
                Offered offered = new Offered(code, provided.bundle(), provided.service());
                if (found.putIfAbsent(code, offered) != null) {
                    LOG.warn("Bundle {} is not asked for channel {}: another one brings it", provided.bundle(), code);
                }
            });
        }
        return found;
    }

    private static Optional<String> code(Provided<Channel> provided) {
        try {
            String code = provided.service().code();
            if (CODE.matcher(code).matches() && !code.equals(MAIL) && !code.equals(CONSOLE)) {
                return Optional.of(code);
            }
            LOG.warn("Bundle {} brings a channel whose code cannot be taken", provided.bundle());
        } catch (HoldfastException e) {
            LOG.warn("Bundle {} brings a channel that does not tell its code: {}", provided.bundle(), e.code());
        }
        return Optional.empty();
    }

    private record Known(long changes, Map<String, Offered> channels) {}
}
