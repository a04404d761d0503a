package org.holdfast.launcher.command;

import java.util.Set;
import org.holdfast.launcher.keys.KeyRotation;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Takes the levels whose keys can be replaced. */
final class RotatedLevel implements ITypeConverter<String> {
    private static final Set<String> LEVELS = Set.of(KeyRotation.ROOT, KeyRotation.SUBSIDIARY);

    @Override
    public String convert(String value) {
        if (!LEVELS.contains(value)) {
            throw new TypeConversionException(value);
        }
        return value;
    }
}
