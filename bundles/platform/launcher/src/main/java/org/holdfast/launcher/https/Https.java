package org.holdfast.launcher.https;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.holdfast.launcher.config.HttpsSettings;
import org.holdfast.launcher.start.StartFailure;
import org.holdfast.launcher.text.Message;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * HTTPS of this server: its settings, and the certificate that the next handshake shows. Safe for use from many threads.
 *
 * <p>A certificate is put in the place of another whole: chain, key and authorities of one reading belong together, and a
 * reading that fails changes nothing.
 */
@SuppressWarnings("OptionalUsedAsFieldOrParameterType") // absence is the meaning here
public final class Https {
    private static final Logger LOG = LoggerFactory.getLogger(Https.class);

    private final HttpsSettings settings;
    private final Clock clock;
    private volatile ServerIdentity current;
    private volatile Optional<Message> trouble = Optional.empty();

    private Https(HttpsSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        this.current = new IdentityFiles(settings).read();
    }

    /**
     * Reads the certificate.
     *
     * @param settings where it is
     * @param clock tells whether it is valid
     * @return HTTPS, ready for handshakes
     * @throws StartFailure where certificate and key cannot be read or do not fit
     */
    public static Https read(HttpsSettings settings, Clock clock) {
        return new Https(settings, clock);
    }

    /**
     * Returns the settings.
     *
     * @return the settings
     */
    public HttpsSettings settings() {
        return settings;
    }

    ServerIdentity identity() {
        return current;
    }

    /** Reads the files again. Where that fails, or the new certificate has expired already, the present one stays. */
    void renew() {
        try {
            ServerIdentity next = new IdentityFiles(settings).read();
            CertificateReview review = new CertificateReview(next.certificate(), clock.instant());
            if (review.isExpired() && !next.certificate().equals(identity().certificate())) {
                throw new StartFailure("failure.httpsExpired", settings.files().certificate(), review.ends());
            }
            current = next;
            trouble = Optional.empty();
            LOG.info("HTTPS uses the certificate that was put in place, valid until {}", review.ends());
        } catch (StartFailure e) {
            trouble = Optional.of(e.sentence());
            LOG.error(
                    "The new certificate is not used, HTTPS goes on with the one before, valid until {}: {}",
                    review().ends(),
                    e.getMessage());
        }
    }

    /**
     * Looks at the certificate in use.
     *
     * @return what is to be said about it
     */
    public CertificateReview review() {
        return new CertificateReview(identity().certificate(), clock.instant());
    }

    /**
     * Returns why the files that are in place now are not in use.
     *
     * @return the reason, or empty where they are
     */
    public Optional<Message> trouble() {
        return trouble;
    }

    /**
     * Returns for how long the certificate in use is still valid.
     *
     * @return a time, negative where it has expired
     */
    public Duration remaining() {
        Instant end = identity().certificate().getNotAfter().toInstant();
        return Duration.between(clock.instant(), end);
    }

    /**
     * Returns the address for people.
     *
     * @return with the first host of the certificate that is one name, else with the address it listens on
     */
    public String address() {
        List<String> hosts = review().hosts();
        String name = hosts.stream()
                .filter(host -> !host.startsWith("*"))
                .findFirst()
                .orElse(settings.host().equals("0.0.0.0") ? "localhost" : settings.host());
        return "https://" + (name.contains(":") ? "[" + name + "]" : name) + ":" + settings.port();
    }
}
