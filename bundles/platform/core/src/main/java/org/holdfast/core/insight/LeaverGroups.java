package org.holdfast.core.insight;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.holdfast.core.insight.LeaverTrait.Span;

/**
 * The groups of one subsidiary that may be told. What is too small, has no name, or belongs to erased people is joined; so are as
 * many next smallest groups as it takes until the joined ones are ten people as well, or nobody.
 *
 * @param told by name
 * @param joined all others together
 */
record LeaverGroups(Map<String, LeaverPart> told, LeaverPart joined) {

    /**
     * Joins what is too small.
     *
     * @param trait what the groups are told apart by
     * @param parts all groups
     * @param erased what people who were erased add
     * @param span over which months
     */
    static LeaverGroups of(LeaverTrait trait, Map<String, LeaverPart> parts, LeaverPart erased, Span span) {
        Map<String, LeaverPart> told = new TreeMap<>();
        LeaverPart joined = trait.leaversAlone() ? new LeaverPart(0, erased.exits()) : erased;
        for (Map.Entry<String, LeaverPart> group : bySize(trait, parts)) {
            boolean few = size(trait, group.getValue(), span) < SmallGroups.FEWEST;
            boolean joinedFew = !joined.isNothing() && size(trait, joined, span) < SmallGroups.FEWEST;
            if (few || joinedFew || group.getKey().isEmpty()) {
                joined = joined.plus(group.getValue());
            } else {
                told.put(group.getKey(), group.getValue());
            }
        }
        return new LeaverGroups(told, joined);
    }

    /** The group without a name is joined in any case and comes first; of the others the smallest. */
    private static List<Map.Entry<String, LeaverPart>> bySize(LeaverTrait trait, Map<String, LeaverPart> parts) {
        return parts.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<String, LeaverPart> group) ->
                                !group.getKey().isEmpty())
                        .thenComparingLong(group -> trait.leaversAlone()
                                ? group.getValue().exits()
                                : group.getValue().days())
                        .thenComparing(Map.Entry::getKey))
                .toList();
    }

    /** Returns how many people a group is about: leavers alone, or the mean headcount. */
    private static double size(LeaverTrait trait, LeaverPart part, Span span) {
        return trait.leaversAlone() ? part.exits() : (double) part.days() / span.days();
    }

    /** Adds two subsidiaries up. What is told of both together was told of each. */
    LeaverGroups plus(LeaverGroups other) {
        Map<String, LeaverPart> both = new TreeMap<>(told);
        other.told.forEach((name, part) -> both.merge(name, part, LeaverPart::plus));
        return new LeaverGroups(both, joined.plus(other.joined));
    }
}
