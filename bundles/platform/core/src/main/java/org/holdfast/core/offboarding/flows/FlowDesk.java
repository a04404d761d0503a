package org.holdfast.core.offboarding.flows;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.holdfast.core.access.Role;
import org.holdfast.core.access.Visibility;
import org.holdfast.core.offboarding.flows.FlowsView.FlowView;
import org.holdfast.core.offboarding.flows.FlowsView.UseView;
import org.holdfast.core.offboarding.flows.FlowsView.VersionView;
import org.holdfast.core.people.People;
import org.holdfast.core.people.Subsidiary;
import org.holdfast.core.platform.rest.RestException;
import org.holdfast.core.platform.rest.Texts;
import org.jspecify.annotations.Nullable;

/**
 * Flows as somebody may see and change them: the group's are seen by all who read flows and changed by HR of the group; a
 * subsidiary's belong to those who see the subsidiary. Safe for use from many threads.
 */
final class FlowDesk {
    static final String MANAGE = "flows:manage";

    private final Flows flows;
    private final People people;
    private final Texts texts;

    /**
     * Creates it.
     *
     * @param flows the flows
     * @param people knows subsidiaries
     * @param texts knows languages
     */
    FlowDesk(Flows flows, People people, Texts texts) {
        this.flows = flows;
        this.people = people;
        this.texts = texts;
    }

    FlowsView list(Visibility caller, @Nullable String language) {
        Map<UUID, List<FlowVersion>> byFlow = new LinkedHashMap<>();
        for (FlowVersion version : flows.table().all()) {
            if (sees(version.flow().owner(), caller)) {
                byFlow.computeIfAbsent(version.flow().id(), id -> new ArrayList<>())
                        .add(version);
            }
        }
        String tag = texts.negotiate(language);
        return new FlowsView(
                byFlow.values().stream()
                        .sorted(Comparator.comparing(
                                versions -> !versions.get(0).flow().ofGroup()))
                        .map(versions -> view(versions, caller, tag))
                        .toList(),
                people.subsidiaries().stream()
                        .filter(one -> caller.maySeeSubsidiary(one.id()))
                        .flatMap(one -> use(one, caller).stream())
                        .toList(),
                codes(flows.mandatory()),
                isGroup(caller));
    }

    private FlowView view(List<FlowVersion> versions, Visibility caller, String tag) {
        FlowVersion newest = versions.get(versions.size() - 1);
        Map<String, String> names = flows.graph(newest).names();
        return new FlowView(
                newest.flow().id(),
                newest.flow().ofGroup() ? null : newest.flow().owner(),
                newest.flow().key(),
                names.getOrDefault(
                        tag, names.getOrDefault(Texts.FALLBACK, newest.flow().key())),
                versions.stream()
                        .sorted(Comparator.comparingInt(FlowVersion::number).reversed())
                        .map(FlowDesk::view)
                        .toList(),
                manages(newest.flow().owner(), caller));
    }

    static VersionView view(FlowVersion version) {
        Instant published = version.publishedAt();
        return new VersionView(
                version.flow().id(),
                version.number(),
                moment(version.createdAt()),
                published == null ? null : moment(published));
    }

    private Optional<UseView> use(Subsidiary one, Visibility caller) {
        try {
            FlowVersion used = flows.used(one.id());
            return Optional.of(
                    new UseView(one.id(), one.name(), used.flow().id(), used.number(), manages(one.id(), caller)));
        } catch (RestException e) {
            // Before the shipped flows are taken in there is none to use.
            return Optional.empty();
        }
    }

    VersionView upload(@Nullable UUID subsidiary, byte[] file, Visibility caller) {
        UUID owner = subsidiary == null ? FlowVersion.GROUP : subsidiary;
        requireManaged(owner, caller);
        return view(flows.upload(owner, file, account(caller)));
    }

    VersionView publish(UUID flow, int number, Visibility caller) {
        FlowVersion version = find(flow, number, caller);
        requireManaged(version.flow().owner(), caller);
        return view(flows.publish(version));
    }

    void use(UUID subsidiary, @Nullable UUID flow, Visibility caller) {
        requireManaged(subsidiary, caller);
        if (people.subsidiary(subsidiary).isEmpty()) {
            throw RestException.notFound();
        }
        if (flow == null) {
            throw RestException.invalid("flowId", "missing");
        }
        flows.use(subsidiary, flow);
    }

    List<String> demand(@Nullable List<String> steps, Visibility caller) {
        if (!isGroup(caller)) {
            throw RestException.notFound();
        }
        Set<FlowStep> wanted = EnumSet.noneOf(FlowStep.class);
        for (String code : steps == null ? List.<String>of() : steps) {
            wanted.add(FlowStep.ofCode(code).orElseThrow(() -> RestException.invalid("steps", "unknown")));
        }
        flows.demand(wanted);
        return codes(flows.mandatory());
    }

    byte[] file(UUID flow, int number, Visibility caller) {
        return flows.content(find(flow, number, caller));
    }

    /** Compares with what its owner uses; a version of the group with the newest that is published. */
    FlowDifference difference(UUID flow, int number, Visibility caller) {
        FlowVersion fresh = find(flow, number, caller);
        FlowVersion used = fresh.flow().ofGroup()
                ? flows.table().published(flow).orElse(null)
                : flows.used(fresh.flow().owner());
        return FlowDifference.of(flows.graph(fresh), used, used == null ? null : flows.graph(used), flows.mandatory());
    }

    private FlowVersion find(UUID flow, int number, Visibility caller) {
        return flows.table()
                .version(flow, number)
                .filter(version -> sees(version.flow().owner(), caller))
                .orElseThrow(RestException::notFound);
    }

    private static boolean sees(UUID owner, Visibility caller) {
        return owner.equals(FlowVersion.GROUP) || caller.maySeeSubsidiary(owner);
    }

    private static boolean manages(UUID owner, Visibility caller) {
        return caller.has(MANAGE)
                && (owner.equals(FlowVersion.GROUP) ? isGroup(caller) : caller.maySeeSubsidiary(owner));
    }

    private static void requireManaged(UUID owner, Visibility caller) {
        if (!manages(owner, caller)) {
            throw RestException.notFound();
        }
    }

    private static boolean isGroup(Visibility caller) {
        return caller.caller().roles().contains(Role.GROUP_HR);
    }

    private static @Nullable UUID account(Visibility caller) {
        try {
            return UUID.fromString(caller.caller().id());
        } catch (IllegalArgumentException e) {
            // Tests have callers that are no accounts.
            return null;
        }
    }

    private static List<String> codes(Set<FlowStep> steps) {
        return steps.stream().sorted().map(FlowStep::code).collect(Collectors.toList());
    }

    private static OffsetDateTime moment(Instant instant) {
        return FlowTable.moment(instant);
    }
}
