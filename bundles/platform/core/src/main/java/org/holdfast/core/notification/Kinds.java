package org.holdfast.core.notification;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where in the console something is done about notices of a kind. Safe for use from many threads. */
final class Kinds {
    private final Map<String, String> places = new HashMap<>();

    Kinds(Iterable<NoticeSource> sources) {
        sources.forEach(source -> source.kinds().forEach(kind -> places.put(kind.code(), kind.place())));
    }

    /** Returns the place, null for a kind of a room that is not here any more. */
    @Nullable
    String place(String kind) {
        return places.get(kind);
    }
}
