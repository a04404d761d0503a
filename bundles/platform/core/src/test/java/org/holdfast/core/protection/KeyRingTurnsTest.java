package org.holdfast.core.protection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.holdfast.api.protection.CipherSuite;
import org.holdfast.api.protection.KeyRingState.Status;
import org.holdfast.core.fixture.FixedRegistry;
import org.holdfast.core.fixture.SetClock;
import org.holdfast.core.platform.rest.SealState.Reason;
import org.holdfast.core.platform.rest.SealState.Seal;
import org.holdfast.protection.sm4.Sm4Suite;
import org.junit.jupiter.api.Test;

class KeyRingTurnsTest {
    private Set<String> needed = Set.of("AES-256-GCM");
    private final FixedRegistry bundles = new FixedRegistry();
    private final CurrentKeyRing current = new CurrentKeyRing(bundles, () -> needed);
    private final List<String> told = new ArrayList<>();
    private final KeyRingTurns turns = new KeyRingTurns(
            current,
            new SetClock("2026-11-23T00:00:00Z"),
            turn -> told.add(turn.getClass().getSimpleName()));

    @Test
    void openingAndClosingAreToldEachTimeAndOnce() {
        StandingRing ring = new StandingRing();
        bundles.with(ring);

        turns.look();
        ring.become(Status.OPEN);
        turns.look();
        turns.look();
        ring.become(Status.LOCKED);
        turns.look();
        turns.look();
        ring.become(Status.OPEN);
        turns.look();

        assertThat(told).containsExactly("KeyRingOpened", "KeyRingClosed", "KeyRingOpened");
    }

    @Test
    void aRingThatTookAnothersPlaceBetweenTwoLooksCountsAsClosedAndOpened() {
        StandingRing first = new StandingRing();
        first.become(Status.OPEN);
        bundles.with(first);
        turns.look();

        StandingRing second = new StandingRing();
        second.become(Status.OPEN);
        bundles.without(first).with(second);
        turns.look();

        assertThat(told).containsExactly("KeyRingOpened", "KeyRingClosed", "KeyRingOpened");
    }

    @Test
    void whyTheServerIsSealedIsToldApart() {
        assertThat(current.seal().map(Seal::reason)).contains(Reason.NO_BUNDLE);
        StandingRing ring = new StandingRing();
        bundles.with(ring);

        assertThat(current.seal()).isEqualTo(Optional.of(new Seal(Reason.NO_KEY, "ABSENT")));
        ring.become(Status.LOCKED);
        assertThat(current.seal().map(Seal::reason)).contains(Reason.LOCKED);
        ring.become(Status.DAMAGED);
        assertThat(current.seal().map(Seal::reason)).contains(Reason.DAMAGED);
        ring.fail();
        assertThat(current.seal().map(Seal::reason)).contains(Reason.NO_BUNDLE);
        ring.become(Status.OPEN);
        assertThat(current.isOpen()).isTrue();
    }

    @Test
    void withoutTheBundleOfACipherSuiteThatKeysAreOfTheServerIsSealedUntilItIsBack() {
        CipherSuite suite = new Sm4Suite();
        StandingRing ring = new StandingRing();
        ring.become(Status.OPEN);
        needed = Set.of("AES-256-GCM", "SM4-GCM");
        bundles.with(ring).with(suite);
        turns.look();

        bundles.without(suite);
        turns.look();

        Seal seal = current.seal().orElseThrow();
        assertThat(seal.reason()).isEqualTo(Reason.NO_SUITE);
        assertThat(seal.message()).contains("SM4-GCM", "org.holdfast.protection.sm4");
        assertThat(seal.names()).containsExactly("SM4-GCM", "org.holdfast.protection.sm4");
        bundles.with(new Sm4Suite());
        turns.look();
        assertThat(current.isOpen()).isTrue();
        assertThat(told).containsExactly("KeyRingOpened", "KeyRingClosed", "KeyRingOpened");
    }
}
