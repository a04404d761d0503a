package org.holdfast.core.offboarding.events;

import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.holdfast.core.access.Visibility;
import org.holdfast.core.offboarding.cases.CaseChange;
import org.holdfast.core.offboarding.events.DeliveryRound.Outbox;
import org.holdfast.core.offboarding.events.Target.Content;
import org.holdfast.core.offboarding.events.Target.Secret;
import org.holdfast.core.platform.database.DatabaseException;
import org.holdfast.core.platform.rest.RestException;
import org.jspecify.annotations.Nullable;

/** Sets targets up, and has events sent again. Safe for use from many threads. */
final class TargetDesk {
    /** How long the secret before the last is signed with, too: until everybody at the other side has the new one. */
    static final Duration OVERLAP = Duration.ofDays(7);

    private static final int LONGEST_NAME = 100;
    private static final int MOST_TARGETS = 20;
    private static final int MOST_AGAIN = 200;

    private final Outbox outbox;
    private final EventDocument document;
    private final TargetCalls calls;
    private final SecureRandom random = new SecureRandom();

    TargetDesk(Outbox outbox, EventDocument document, TargetCalls calls) {
        this.outbox = outbox;
        this.document = document;
        this.calls = calls;
    }

    /**
     * A target with its secret, which is told this once.
     *
     * @param target the target
     * @param secret the secret, null where it is none that was made now
     */
    record Made(Target target, @Nullable String secret) {

        /** Says nothing of the secret. */
        @Override
        public String toString() {
            return "event target " + target.id();
        }
    }

    Target find(UUID id, Visibility visibility) {
        return outbox.targets()
                .find(id)
                .filter(one -> visibility.maySeeSubsidiary(one.subsidiaryId()))
                .orElseThrow(RestException::notFound);
    }

    List<Target> of(UUID subsidiaryId, Visibility visibility) {
        visibility.requireSubsidiary(subsidiaryId);
        return outbox.targets().of(subsidiaryId);
    }

    /** Adds a target under an id the caller chose, or changes the one that has it. */
    Made put(UUID id, TargetFields fields, Visibility visibility) {
        Optional<Target> old = outbox.targets().find(id);
        UUID subsidiary = old.map(Target::subsidiaryId)
                .or(() -> Optional.ofNullable(fields.subsidiaryId()))
                .orElseThrow(() -> RestException.invalid("subsidiaryId", "missing"));
        visibility.requireSubsidiary(subsidiary);
        return old.isPresent() ? change(old.get(), fields) : add(id, subsidiary, fields);
    }

    private Made add(UUID id, UUID subsidiary, TargetFields fields) {
        if (fields.version() != null) {
            // Somebody has removed it.
            throw RestException.notFound();
        }
        if (outbox.targets().of(subsidiary).size() >= MOST_TARGETS) {
            throw RestException.of(
                    TargetError.EVENT_TARGETS_TOO_MANY, "A subsidiary has at most " + MOST_TARGETS + " targets.");
        }
        Audience audience = Audience.ofCode(Objects.requireNonNullElse(fields.audience(), ""))
                .orElseThrow(() -> RestException.invalid("audience", "notOneOf"));
        String secret = Signature.secret(random);
        Content content = new Content(name(fields), url(fields).toString(), List.of(new Secret(secret, null)));
        Target fresh = new Target(
                id,
                subsidiary,
                new Target.Wanted(audience, kinds(fields)),
                active(fields),
                1,
                content,
                Target.Health.NEW);
        try {
            outbox.targets().add(fresh);
        } catch (DatabaseException e) {
            if (e.isConstraintViolation()) {
                throw changed();
            }
            throw e;
        }
        return new Made(again(id), secret);
    }

    private Made change(Target old, TargetFields fields) {
        requireVersion(old, fields.version());
        Content content =
                new Content(name(fields), url(fields).toString(), old.content().secrets());
        Target fresh = new Target(
                old.id(),
                old.subsidiaryId(),
                new Target.Wanted(old.wanted().audience(), kinds(fields)),
                active(fields),
                old.version(),
                content,
                old.health());
        write(fresh);
        return new Made(again(old.id()), null);
    }

    /** Makes another secret; the one before is signed with beside it for some days. */
    Made rotate(UUID id, @Nullable Integer version, Visibility visibility) {
        Target old = find(id, visibility);
        requireVersion(old, version);
        String secret = Signature.secret(random);
        Content was = old.content();
        Secret before = new Secret(was.secrets().get(0).key(), outbox.now().plus(OVERLAP));
        write(old.with(new Content(was.name(), was.url(), List.of(new Secret(secret, null), before))));
        return new Made(again(id), secret);
    }

    /** Removes a target, with what waits for it. */
    void remove(UUID id, @Nullable Integer version, Visibility visibility) {
        Target old = find(id, visibility);
        requireVersion(old, version);
        if (!outbox.targets().remove(id, old.version())) {
            throw changed();
        }
    }

    /** Sends a target an event that tells of nobody, at once. */
    Answer ping(UUID id, Visibility visibility) {
        Target target = find(id, visibility);
        UUID event = UUID.randomUUID();
        byte[] body = document.ping(target, event, outbox.now());
        return calls.send(target, new TargetCalls.Message(event.toString(), body));
    }

    List<Delivery> deliveries(UUID id, @Nullable String state, Visibility visibility) {
        Target target = find(id, visibility);
        Delivery.State wanted = switch (Objects.requireNonNullElse(state, "")) {
            case "waiting" -> Delivery.State.WAITING;
            case "parked" -> Delivery.State.PARKED;
            case "delivered" -> Delivery.State.DELIVERED;
            default -> throw RestException.invalid("state", "notOneOf");
        };
        return outbox.deliveries().shown(target.id(), wanted);
    }

    /** Has events sent again, and the target tried at once. */
    int again(UUID id, ReplayFields wanted, Visibility visibility) {
        Target target = find(id, visibility);
        Instant now = outbox.now();
        int some = outbox.database().call(connection -> again(target, wanted, now));
        outbox.targets().release(target.id());
        return some;
    }

    private int again(Target target, ReplayFields wanted, Instant now) {
        List<@Nullable UUID> ids = wanted.deliveries();
        boolean parked = Boolean.TRUE.equals(wanted.parked());
        boolean range = wanted.from() != null || wanted.to() != null;
        if (Stream.of(ids != null, parked, range).filter(named -> named).count() != 1) {
            throw RestException.invalid("deliveries", "exactlyOneOfThree");
        }
        if (parked) {
            return outbox.deliveries().parkedAgain(target.id(), now);
        }
        return ids == null ? between(target, wanted, now) : again(target, ids, now);
    }

    private int again(Target target, List<@Nullable UUID> ids, Instant now) {
        if (ids.size() > MOST_AGAIN) {
            throw RestException.invalid("deliveries", "tooMany");
        }
        int some = 0;
        for (UUID one : ids) {
            some += one != null && outbox.deliveries().again(target.id(), one, now) ? 1 : 0;
        }
        return some;
    }

    private int between(Target target, ReplayFields wanted, Instant now) {
        if (wanted.from() == null || wanted.to() == null || !wanted.from().isBefore(wanted.to())) {
            throw RestException.invalid("to", "notAfterFrom");
        }
        return outbox.deliveries().againBetween(target.id(), wanted.from(), wanted.to(), now);
    }

    private void write(Target fresh) {
        if (!outbox.targets().change(fresh)) {
            throw changed();
        }
        outbox.deliveries().hurry(fresh.id(), outbox.now());
    }

    private Target again(UUID id) {
        return outbox.targets().find(id).orElseThrow(RestException::notFound);
    }

    private static void requireVersion(Target old, @Nullable Integer version) {
        if (version == null || version != old.version()) {
            throw changed();
        }
    }

    private static RestException changed() {
        return RestException.of(
                TargetError.EVENT_TARGET_CHANGED, "Somebody else has changed the target: load it again.");
    }

    private static boolean active(TargetFields fields) {
        return fields.active() == null || fields.active();
    }

    private static String name(TargetFields fields) {
        String name = Objects.requireNonNullElse(fields.name(), "").strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl)) {
            throw RestException.invalid("name", "length1To100");
        }
        return name;
    }

    private static URI url(TargetFields fields) {
        return TargetAddress.of(Objects.requireNonNullElse(fields.url(), "").strip())
                .orElseThrow(() -> RestException.invalid("url", "webhookUrl"));
    }

    private static Set<CaseChange.Kind> kinds(TargetFields fields) {
        Set<CaseChange.Kind> found = EnumSet.noneOf(CaseChange.Kind.class);
        for (String code : Objects.requireNonNullElse(fields.kinds(), List.<@Nullable String>of())) {
            found.add(CaseChange.Kind.ofCode(Objects.requireNonNullElse(code, ""))
                    .orElseThrow(() -> RestException.invalid("kinds", "notOneOf")));
        }
        if (found.isEmpty()) {
            throw RestException.invalid("kinds", "missing");
        }
        return found;
    }
}
