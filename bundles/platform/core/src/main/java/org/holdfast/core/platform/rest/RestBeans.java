package org.holdfast.core.platform.rest;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.holdfast.core.platform.rest.Readiness.FreeSpace;
import org.holdfast.launcher.config.Network;
import org.holdfast.launcher.host.Host;
import org.holdfast.launcher.https.CertificateReview;
import org.holdfast.launcher.https.Https;
import org.holdfast.launcher.registry.CapabilityRegistry;
import org.holdfast.launcher.text.Message;
import org.jspecify.annotations.Nullable;

/** Makes the beans of the API's plumbing, so that the classes themselves know nothing of CDI. */
@ApplicationScoped
public class RestBeans {
    /** Name of the server's database. */
    public static final String DATABASE = "jdbc/holdfast";

    /** Set by the container, which knows the name from the launcher. */
    @Resource(lookup = DATABASE)
    private @Nullable DataSource database;

    @Produces
    @Singleton
    Texts texts() {
        return new Texts(RestBeans::registry);
    }

    @Produces
    @Singleton
    Cursors cursors() {
        return new Cursors();
    }

    @Produces
    @Singleton
    RequestCounts counts() {
        return new RequestCounts();
    }

    @Produces
    @Singleton
    Readiness readiness(SealState seal) {
        return new Readiness(
                database(),
                FreeSpace.of(host().dataDirectory()),
                RestBeans::registry,
                seal,
                RestBeans::certificateNote);
    }

    /** What is not as it should be with the certificate; the server goes on with what it has. */
    static Optional<Message> certificateNote() {
        return https().flatMap(https -> https.trouble()
                .or(() -> https.review().remarks().stream().findFirst().map(CertificateReview.Remark::text)));
    }

    @Produces
    @Singleton
    IdempotencyStore idempotency(BodySeal seal) {
        return new DatabaseIdempotencyStore(database(), seal, clock());
    }

    @Produces
    @Singleton
    ResourceClasses resources(BeanManager beans) {
        Collection<Class<?>> found = new LinkedHashSet<>();
        for (Bean<?> bean : beans.getBeans(Object.class, Any.Literal.INSTANCE)) {
            if (bean.getBeanClass().isAnnotationPresent(Path.class)) {
                found.add(bean.getBeanClass());
            }
        }
        return new ResourceClasses(found);
    }

    private DataSource database() {
        if (database == null) {
            throw new IllegalStateException("There is no data source " + DATABASE);
        }
        return database;
    }

    /**
     * Returns the server's clock.
     *
     * @return the launcher's clock
     */
    public static Clock clock() {
        return host().clock();
    }

    /**
     * Returns what the launcher hands to the core.
     *
     * @return the host
     */
    public static Host host() {
        return Host.current()
                .orElseThrow(() -> new IllegalStateException("The core runs under Holdfast's launcher only"));
    }

    static List<Network> trustedProxies() {
        return Host.current().map(host -> host.signOn().trustedProxies()).orElse(List.of());
    }

    /**
     * Returns HTTPS of this server.
     *
     * @return its settings and certificate, or empty where it is off
     */
    public static Optional<Https> https() {
        return Host.current().flatMap(host -> host.traffic().https());
    }

    @Produces
    @Singleton
    GaugeSource certificate() {
        return () -> https()
                .map(https -> new GaugeSource.Gauge(
                        "holdfast_https_certificate_seconds",
                        "Time until the certificate of HTTPS expires.",
                        https.remaining().toSeconds()))
                .stream()
                .toList();
    }

    private static CapabilityRegistry registry() {
        return host().registry();
    }
}
