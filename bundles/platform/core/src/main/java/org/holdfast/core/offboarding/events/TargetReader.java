package org.holdfast.core.offboarding.events;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.holdfast.core.offboarding.cases.CaseChange;
import org.holdfast.core.offboarding.events.DeliveryRound.Outbox;
import org.holdfast.core.offboarding.events.DeliveryTable.Figures;
import org.holdfast.core.offboarding.events.TargetViews.AudienceView;
import org.holdfast.core.offboarding.events.TargetViews.DeliveriesView;
import org.holdfast.core.offboarding.events.TargetViews.DeliveryView;
import org.holdfast.core.offboarding.events.TargetViews.HealthView;
import org.holdfast.core.offboarding.events.TargetViews.KindView;
import org.holdfast.core.offboarding.events.TargetViews.MadeView;
import org.holdfast.core.offboarding.events.TargetViews.PingView;
import org.holdfast.core.offboarding.events.TargetViews.TargetView;
import org.holdfast.core.offboarding.events.TargetViews.TargetsView;
import org.holdfast.core.platform.rest.Texts;
import org.jspecify.annotations.Nullable;

/** Shows targets. Safe for use from many threads. */
final class TargetReader {
    private final Outbox outbox;
    private final AudienceTable audiences;
    private final Texts texts;

    TargetReader(Outbox outbox, AudienceTable audiences, Texts texts) {
        this.outbox = outbox;
        this.audiences = audiences;
        this.texts = texts;
    }

    TargetsView targets(List<Target> some, @Nullable String language) {
        Map<UUID, Figures> figures = outbox.deliveries().figures();
        return new TargetsView(
                some.stream()
                        .map(one -> view(one, figures.getOrDefault(one.id(), Figures.NONE), language))
                        .toList(),
                Arrays.stream(Audience.values()).map(this::audience).toList(),
                Arrays.stream(CaseChange.Kind.values())
                        .map(kind -> new KindView(kind.code(), EventDocument.type(kind)))
                        .toList());
    }

    private AudienceView audience(Audience one) {
        return new AudienceView(
                one.code(),
                audiences.of(one).stream().sorted().map(EventField::code).toList());
    }

    MadeView made(TargetDesk.Made made, @Nullable String language) {
        Figures figures =
                outbox.deliveries().figures().getOrDefault(made.target().id(), Figures.NONE);
        return new MadeView(view(made.target(), figures, language), made.secret());
    }

    private TargetView view(Target one, Figures figures, @Nullable String language) {
        Target.Health health = one.health();
        return new TargetView(
                one.id(),
                one.subsidiaryId(),
                one.content().name(),
                one.content().url(),
                one.wanted().audience().code(),
                one.wanted().kinds().stream()
                        .sorted()
                        .map(CaseChange.Kind::code)
                        .toList(),
                one.active(),
                one.version(),
                overlap(one),
                new HealthView(
                        health.deliveredAt(),
                        figures.waiting(),
                        figures.oldestWaiting(),
                        figures.parked(),
                        health.failingSince(),
                        health.heldUntil(),
                        error(health.error(), language)));
    }

    private @Nullable Instant overlap(Target one) {
        return one.content().secrets().stream()
                .map(Target.Secret::until)
                .filter(until -> until != null && until.isAfter(outbox.now()))
                .findFirst()
                .orElse(null);
    }

    PingView ping(Answer answer, @Nullable String language) {
        boolean taken = answer.result() == Answer.Result.TAKEN;
        return new PingView(
                taken, answer.status(), taken ? null : error(answer.result().code(), language));
    }

    DeliveriesView deliveries(List<Delivery> some, @Nullable String language) {
        return new DeliveriesView(
                some.stream().map(one -> delivery(one, language)).toList());
    }

    private DeliveryView delivery(Delivery one, @Nullable String language) {
        Delivery.Course course = one.course();
        return new DeliveryView(
                one.id(),
                one.event().id(),
                one.event().kind().code(),
                one.event().at(),
                course.tries(),
                course.triedAt(),
                course.state() == Delivery.State.WAITING ? course.nextAt() : null,
                error(course.error(), language));
    }

    private @Nullable String error(@Nullable String code, @Nullable String language) {
        return code == null ? null : texts.text(texts.negotiate(language), "exitEvents.error." + code);
    }
}
