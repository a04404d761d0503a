package org.holdfast.core.offboarding.events;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.holdfast.core.offboarding.events.TargetCalls.Message;
import org.holdfast.core.platform.database.Database;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what waits for a target: calls it outside any transaction, then writes what became of it. Cut off between the two it sends the
 * same again, under the same id. Safe for use from many threads and servers.
 */
final class DeliveryRound {
    /** How long an event is tried before it is given up for now. */
    static final Duration TRIED_FOR = Duration.ofDays(3);
    /** How long what was taken can be sent again. */
    static final Duration TAKEN_KEPT = Duration.ofDays(30);
    /** How long what was given up can be sent again, and what waits for a target that is switched off is kept. */
    static final Duration PARKED_KEPT = Duration.ofDays(90);

    private static final Logger LOG = LoggerFactory.getLogger(DeliveryRound.class);
    private static final Duration SHORTEST_WAIT = Duration.ofSeconds(10);
    private static final Duration LONGEST_WAIT = Duration.ofHours(1);
    private static final Duration LONGEST_HOLD = Duration.ofMinutes(15);
    private static final Duration LONGEST_PEACE = Duration.ofHours(24);
    private static final int MOST_DOUBLINGS = 12;
    private static final int MOST_ROUNDS = 100;
    private static final double SPREAD = 0.2;

    private final Outbox outbox;
    private final EventDocument document;
    private final TargetCalls calls;
    private final RandomGenerator random = new SecureRandom();

    DeliveryRound(Outbox outbox, EventDocument document, TargetCalls calls) {
        this.outbox = outbox;
        this.document = document;
        this.calls = calls;
    }

    /**
     * What waits, and for whom.
     *
     * @param database for transactions
     * @param targets who is told
     * @param deliveries what
     * @param clock the time
     */
    record Outbox(Database database, TargetTable targets, DeliveryTable deliveries, Clock clock) {
        Instant now() {
            return clock.instant();
        }
    }

    /** Returns the targets something can be sent to now. */
    List<UUID> due() {
        return outbox.targets().due(outbox.now());
    }

    /** Sends a target everything that is due; ends early where it does not answer as it should. */
    void run(UUID targetId) {
        for (int round = 0; round < MOST_ROUNDS; round++) {
            List<Delivery> due = outbox.deliveries().due(targetId, outbox.now());
            if (due.isEmpty()) {
                return;
            }
            for (Delivery one : due) {
                // Read anew: it may have been switched off, changed or left alone since the one before.
                Optional<Target> target = outbox.targets().find(targetId).filter(this::open);
                if (target.isEmpty()) {
                    return;
                }
                outbox.deliveries().claim(one, outbox.now()).ifPresent(mine -> send(target.get(), mine));
            }
        }
    }

    private boolean open(Target target) {
        Instant until = target.health().heldUntil();
        return target.active() && (until == null || !until.isAfter(outbox.now()));
    }

    private void send(Target target, Delivery claimed) {
        CaseEvent event = claimed.event();
        String pseudonym = outbox.targets().pseudonym(target, event.about().personId());
        Answer answer =
                calls.send(target, new Message(event.id().toString(), document.write(event, target, pseudonym)));
        if (answer.result() != Answer.Result.TAKEN) {
            LOG.info(
                    "Event {} was not taken by target {} at attempt {}: {}",
                    event.id(),
                    target.id(),
                    claimed.course().attempts(),
                    answer.result().code());
        }
        outbox.database().run(connection -> settle(target, claimed, answer));
    }

    private void settle(Target target, Delivery claimed, Answer answer) {
        Instant now = outbox.now();
        String error = answer.result().code();
        switch (answer.result().reach()) {
            case NOTHING -> {
                outbox.targets().answered(target.id(), now);
                outbox.deliveries().taken(claimed, now);
            }
            case EVENT -> failed(claimed, answer, now);
            case TARGET -> {
                Duration wait = wait(target.health().failures(), LONGEST_HOLD);
                outbox.targets().hold(target.id(), error, now.plus(longer(peace(answer), wait)), now);
                failed(claimed, answer, now);
            }
            case FOR_GOOD -> {
                outbox.targets().gone(target.id(), error, now);
                failed(claimed, answer, now);
            }
        }
    }

    private void failed(Delivery claimed, Answer answer, Instant now) {
        String error = answer.result().code();
        boolean givenUp = !claimed.course().since().plus(TRIED_FOR).isAfter(now);
        if (givenUp) {
            outbox.deliveries().park(claimed, error, now);
        } else {
            Duration wait = wait(claimed.course().tries(), LONGEST_WAIT);
            outbox.deliveries().failed(claimed, error, now.plus(longer(peace(answer), wait)));
        }
    }

    /** Forgets what is over. */
    void tidy() {
        Instant now = outbox.now();
        outbox.database().run(connection -> {
            outbox.deliveries().forget(now.minus(TAKEN_KEPT), now.minus(PARKED_KEPT));
            outbox.targets().forgetUntold();
        });
    }

    private static Duration peace(Answer answer) {
        return answer.peace().compareTo(LONGEST_PEACE) < 0 ? answer.peace() : LONGEST_PEACE;
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    /** Doubles from some seconds on, a little spread, so that all that failed together does not come together again. */
    private Duration wait(int failures, Duration longest) {
        Duration doubled = SHORTEST_WAIT.multipliedBy(1L << Math.min(failures, MOST_DOUBLINGS));
        Duration bounded = doubled.compareTo(longest) < 0 ? doubled : longest;
        return bounded.plusMillis((long) (bounded.toMillis() * SPREAD * random.nextDouble()));
    }
}
