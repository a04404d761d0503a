package org.holdfast.core.protection.basis;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.holdfast.api.signal.DataCategory;

/** Sets of codes as a column holds them: sorted, with commas between. */
final class Codes {

    private Codes() {}

    static String of(Collection<DataCategory> categories) {
        return categories.stream().map(DataCategory::code).sorted().collect(Collectors.joining(","));
    }

    /** Reads categories; a code of a later version that is not known here covers nothing. */
    static Set<DataCategory> categories(String column) {
        Set<DataCategory> found = EnumSet.noneOf(DataCategory.class);
        words(column).forEach(code -> DataCategory.ofCode(code).ifPresent(found::add));
        return found;
    }

    static Set<String> words(String column) {
        Set<String> words = new TreeSet<>();
        for (String word : column.split(",", -1)) {
            if (!word.isEmpty()) {
                words.add(word);
            }
        }
        return words;
    }
}
