package org.holdfast.testkit.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.holdfast.api.ErrorCode;
import org.holdfast.api.HoldfastException;
import org.holdfast.api.TimeLimit;
import org.holdfast.api.channel.Channel;
import org.holdfast.api.channel.ChannelMessage;
import org.holdfast.api.channel.ChannelMessage.Content;
import org.holdfast.api.channel.DeliveryStatus;
import org.holdfast.api.channel.DeliveryStatus.Action;
import org.holdfast.testkit.channel.FarSide.Behaviour;
import org.junit.jupiter.api.Test;

/** The promises of a channel. A bundle's test extends this class and stands a {@link FarSide} beside it. */
public abstract class ChannelContract {
    private static final String SECRET_WORD = "Quittenmus";
    private static final Duration LIMIT =
            Duration.ofSeconds(Channel.class.getAnnotation(TimeLimit.class).seconds());

    /** For subclasses. */
    protected ChannelContract() {}

    /**
     * Makes a channel that speaks to the far side.
     *
     * @return a new channel
     */
    protected abstract Channel newChannel();

    /**
     * Returns the far side of all channels of one test.
     *
     * @return the far side
     */
    protected abstract FarSide farSide();

    /**
     * Returns an address that the far side knows.
     *
     * @return an address
     */
    protected abstract String address();

    private ChannelMessage message() {
        Content content = new Content(
                "zh",
                "Holdfast：2 条提醒",
                SECRET_WORD + "\n𠮷 \"two\" & <three>",
                URI.create("https://holdfast.example/"));
        return new ChannelMessage(UUID.randomUUID(), address(), content);
    }

    @Test
    final void theCodeIsOneThatChannelsMayHaveAndStays() {
        assertThat(newChannel().code()).matches("[a-z][a-zA-Z0-9]{0,29}").isNotIn("mail", "console");
        assertThat(newChannel().code()).isEqualTo(newChannel().code());
    }

    @Test
    final void itTakesItsOwnAddressesAndNothingThatWouldBreakTheCall() {
        assertThat(newChannel().accepts(address())).isTrue();
        for (String wrong : List.of("?", "a b", "../..", "a&b=c", "x".repeat(Channel.LONGEST_ADDRESS), "\"", "<p>")) {
            assertThat(newChannel().accepts(wrong)).as(wrong).isFalse();
        }
    }

    @Test
    final void aMessageArrivesUnderItsKey() {
        ChannelMessage message = message();

        assertThat(newChannel().send(message)).isEqualTo(DeliveryStatus.delivered());
        assertThat(farSide().taken()).containsExactly(message.key());
    }

    @Test
    final void aMessageThatComesTwiceIsStillOneMessage() {
        ChannelMessage message = message();

        newChannel().send(message);
        newChannel().send(message);

        assertThat(Set.copyOf(farSide().taken())).containsExactly(message.key());
    }

    @Test
    final void whoWantsPeaceIsSaidToWantItForThatLong() {
        farSide().next(Behaviour.LIMIT);

        DeliveryStatus status = newChannel().send(message());

        assertThat(status.action()).isEqualTo(Action.DELAYED);
        assertThat(status.retryAfter()).isEqualTo(Duration.ofMinutes(2));
        assertThat(farSide().taken()).isEmpty();
    }

    @Test
    final void whatFailsMayBeTriedAgain() {
        assertThat(outcome(Behaviour.FAIL)).isEqualTo(Action.DELAYED);
    }

    @Test
    final void whatIsRefusedForGoodIsNotTriedAgain() {
        assertThat(outcome(Behaviour.REFUSE)).isEqualTo(Action.FAILED);
    }

    @Test
    final void whereNobodyKnowsWhetherItWasTakenItIsNotSaidToBeDelivered() {
        ChannelMessage message = message();
        farSide().next(Behaviour.CUT_AFTER_TAKING);

        assertThat(outcome(message)).isEqualTo(Action.DELAYED);
        assertThat(newChannel().send(message).action()).isEqualTo(Action.DELIVERED);
        assertThat(Set.copyOf(farSide().taken())).containsExactly(message.key());
    }

    @Test
    final void silenceIsGivenUpWellBeforeTheHostWouldQuarantineTheBundle() {
        farSide().next(Behaviour.HANG);
        long begin = System.nanoTime();

        assertThat(outcome(message())).isEqualTo(Action.DELAYED);

        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(LIMIT.dividedBy(2));
    }

    @Test
    final void manyThreadsMaySendAtOnce() {
        Channel channel = newChannel();
        List<ChannelMessage> messages =
                IntStream.range(0, 20).mapToObj(i -> message()).toList();

        assertThat(messages.parallelStream().map(channel::send)).containsOnly(DeliveryStatus.delivered());
        assertThat(farSide().taken())
                .containsExactlyInAnyOrderElementsOf(
                        messages.stream().map(ChannelMessage::key).toList());
    }

    @Test
    final void itLeavesNoThreadOfItsOwn() {
        Set<Thread> before = Thread.getAllStackTraces().keySet();
        Thread.currentThread().setContextClassLoader(new ClassLoader(getClass().getClassLoader()) {});
        ClassLoader own = Thread.currentThread().getContextClassLoader();
        try {
            newChannel().send(message());
            Stream<Thread> fresh = Thread.getAllStackTraces().keySet().stream().filter(one -> !before.contains(one));
            assertThat(fresh.filter(one -> one.getContextClassLoader() == own)).isEmpty();
        } finally {
            Thread.currentThread().setContextClassLoader(getClass().getClassLoader());
        }
    }

    private Action outcome(Behaviour behaviour) {
        farSide().next(behaviour);
        return outcome(message());
    }

    /** A failure of the far side counts as a delay, if it says nothing of address and text. */
    private Action outcome(ChannelMessage message) {
        try {
            return newChannel().send(message).action();
        } catch (HoldfastException e) {
            assertThat(e.code().category()).isEqualTo(ErrorCode.Category.EXTERNAL);
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                assertThat(String.valueOf(cause.getMessage())).doesNotContain(message.address(), SECRET_WORD);
            }
            return Action.DELAYED;
        } catch (IllegalArgumentException e) {
            return fail("A channel answers by a status or a HoldfastException", e);
        }
    }
}
