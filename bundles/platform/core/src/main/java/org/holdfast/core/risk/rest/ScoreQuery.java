package org.holdfast.core.risk.rest;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.holdfast.core.platform.rest.FieldSight;
import org.jspecify.annotations.Nullable;

/**
 * Which rows of the watch list are wanted. What is left out does not filter.
 *
 * @param text part of a name or number
 * @param subsidiaryIds subsidiaries
 * @param departmentIds departments, with those below them
 * @param bands codes of bands
 * @param signals codes of signals that must be among the reasons that raise the risk
 * @param keyPostOnly whether only key posts are wanted
 * @param sort {@code score}, {@code name}, {@code change} or {@code department}
 * @param direction {@code asc} or {@code desc}
 * @param limit rows per page
 * @param cursor where to begin
 */
public record ScoreQuery(
        @Nullable String text,
        @Nullable List<UUID> subsidiaryIds,
        @Nullable List<UUID> departmentIds,
        @Nullable List<String> bands,
        @Nullable List<String> signals,
        @Nullable Boolean keyPostOnly,
        @Nullable String sort,
        @Nullable String direction,
        @Nullable Integer limit,
        @Nullable String cursor) {

    /** Everything, highest score first. */
    static ScoreQuery all(@Nullable Integer limit, @Nullable String cursor) {
        return new ScoreQuery(null, null, null, null, null, null, null, null, limit, cursor);
    }

    /** The same query without its place, by which cursors are bound to it. */
    String filter() {
        return new ScoreQuery(
                        text, subsidiaryIds, departmentIds, bands, signals, keyPostOnly, sort, direction, null, null)
                .toString();
    }

    /** The same query, in the order of names for a reader who is not told scores and asks for no order. */
    ScoreQuery orderedFor(FieldSight reader) {
        return sort != null || reader.tellsIn("score", null)
                ? this
                : new ScoreQuery(
                        text,
                        subsidiaryIds,
                        departmentIds,
                        bands,
                        signals,
                        keyPostOnly,
                        "name",
                        direction,
                        limit,
                        cursor);
    }

    /** Returns the fields that are searched, filtered and sorted by. */
    Set<String> fields() {
        Set<String> used = new TreeSet<>();
        used.add(
                switch (sort == null ? "score" : sort) {
                    case "name" -> "name";
                    case "department" -> "post";
                    default -> "score";
                });
        if (text != null && !text.isEmpty()) {
            used.add("name");
        }
        if (Stream.of(orEmpty(subsidiaryIds), orEmpty(departmentIds)).anyMatch(ids -> !ids.isEmpty())
                || Boolean.TRUE.equals(keyPostOnly)) {
            used.add("post");
        }
        if (!orEmpty(bands).isEmpty()) {
            used.add("band");
        }
        if (!orEmpty(signals).isEmpty()) {
            used.add("reasons");
        }
        return used;
    }

    boolean descending() {
        return direction == null
                ? sort == null || sort.equals("score") || sort.equals("change")
                : direction.equals("desc");
    }

    static <T> List<T> orEmpty(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }
}
