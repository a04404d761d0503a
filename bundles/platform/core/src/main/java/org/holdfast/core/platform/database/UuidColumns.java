package org.holdfast.core.platform.database;

import java.sql.Types;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.mappings.DatabaseMapping;
import org.eclipse.persistence.mappings.converters.UUIDConverter;
import org.eclipse.persistence.mappings.foundation.AbstractDirectMapping;
import org.eclipse.persistence.sessions.Session;
import org.eclipse.persistence.sessions.SessionCustomizer;

/**
 * Hands ids to the drivers as they are; the persistence unit names this class. EclipseLink's own converter cannot read
 * an absent id, and writes it as an absent text, which PostgreSQL refuses in a column of ids.
 */
public final class UuidColumns implements SessionCustomizer {

    @Override
    public void customize(Session session) {
        for (ClassDescriptor descriptor : session.getDescriptors().values()) {
            for (DatabaseMapping mapping : descriptor.getMappings()) {
                if (mapping instanceof AbstractDirectMapping direct && direct.getConverter() instanceof UUIDConverter) {
                    direct.setConverter(null);
                    direct.getField().setSqlType(Types.OTHER);
                }
            }
        }
    }
}
