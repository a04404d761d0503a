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
import javax.sql.DataSource;
import org.holdfast.core.platform.rest.Readiness.FreeSpace;
import org.holdfast.launcher.config.Network;
import org.holdfast.launcher.host.Host;
import org.holdfast.launcher.registry.CapabilityRegistry;
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
        return new Readiness(database(), FreeSpace.of(host().dataDirectory()), RestBeans::registry, seal);
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

    private static CapabilityRegistry registry() {
        return host().registry();
    }
}
