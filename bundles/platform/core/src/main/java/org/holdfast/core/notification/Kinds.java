package org.holdfast.core.notification;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.holdfast.core.access.Role;
import org.jspecify.annotations.Nullable;

/** The kinds of reminders there are. Safe for use from many threads. */
final class Kinds {
    private final Map<String, NoticeKind> kinds = new TreeMap<>();

    Kinds(Iterable<NoticeSource> sources) {
        sources.forEach(source -> source.kinds().forEach(kind -> kinds.put(kind.code(), kind)));
    }

    /** Returns where in the console something is done about a kind, null for a kind of a room that is not here any more. */
    @Nullable
    String place(String kind) {
        @Nullable NoticeKind known = kinds.get(kind);
        return known == null ? null : known.place();
    }

    /** Returns the kinds that somebody of these roles is reminded of, by code. */
    List<NoticeKind> of(Set<Role> roles) {
        return kinds.values().stream()
                .filter(kind -> !Collections.disjoint(roles, kind.roles())
                        || (kind.personal() && roles.contains(Role.LINE_MANAGER)))
                .toList();
    }

    /** Says whether the bell shows a kind: one that must be seen is shown, whatever was chosen before it had to. */
    boolean rings(Set<String> muted, String kind) {
        @Nullable NoticeKind known = kinds.get(kind);
        return known == null || known.mandatory() || !muted.contains(kind);
    }
}
