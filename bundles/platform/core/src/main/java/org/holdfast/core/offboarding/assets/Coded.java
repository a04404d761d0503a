package org.holdfast.core.offboarding.assets;

import java.util.Arrays;
import java.util.Optional;

/** A closed word of the API. */
interface Coded {
    String code();

    static <E extends Enum<E> & Coded> Optional<E> find(Class<E> type, String code) {
        return Arrays.stream(type.getEnumConstants())
                .filter(one -> one.code().equals(code))
                .findFirst();
    }

    static <E extends Enum<E> & Coded> E of(Class<E> type, String code) {
        return find(type, code).orElseThrow(() -> new IllegalArgumentException("There is no word " + code));
    }
}
