package org.holdfast.core.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.holdfast.core.access.SessionWatch.Watched;
import org.holdfast.core.fixture.SetClock;
import org.holdfast.core.platform.rest.RestError;
import org.holdfast.core.platform.rest.RestException;
import org.junit.jupiter.api.Test;

/** A bell is told live, misses nothing when its line breaks, and is silent when its session ends. */
class LiveBellsTest {
    private static final UUID OFFICER = new UUID(7, 1);
    private static final Watched SESSION = new Watched(OFFICER, new UUID(8, 1));

    private final SetClock clock = new SetClock("2026-11-26T01:00:00Z");
    private final Map<UUID, BellState> states = new HashMap<>();
    private final Set<Watched> ended = new HashSet<>();
    private final LiveBells bells = new LiveBells(accounts -> states, session -> !ended.contains(session), clock);

    /** What a browser gets. */
    private static class Browser implements LiveBells.Line {
        final List<String> heard = new ArrayList<>();
        private boolean gone;

        @Override
        public boolean closed() {
            return gone;
        }

        @Override
        public void send(BellState state) {
            heard.add(state.id() + " " + state.data());
        }

        @Override
        public void beat() {
            heard.add("beat");
        }

        @Override
        public void close() {
            gone = true;
            heard.add("end");
        }
    }

    private Browser opened(String lastSeen) {
        Browser browser = new Browser();
        bells.open(SESSION, lastSeen, browser);
        return browser;
    }

    private void tickAt(String moment) {
        clock.set(moment);
        bells.tick();
    }

    private void stands(String id, int unread) {
        states.put(OFFICER, new BellState(id, unread, unread));
    }

    @Test
    void whatComesIsToldOnceAndAtTheNextLook() {
        Browser browser = opened(null);
        stands("a", 1);

        bells.tick();
        bells.tick();

        assertThat(browser.heard).containsExactly("0 {\"unread\":0,\"standing\":0}", "a {\"unread\":1,\"standing\":1}");
    }

    @Test
    void whatCameWhileTheLineWasBrokenIsToldWhenItIsBack() {
        stands("a", 1);
        opened(null).gone = true;
        stands("b", 2);
        bells.tick();

        assertThat(opened("a").heard).containsExactly("b {\"unread\":2,\"standing\":2}");
    }

    @Test
    void whoHasSeenTheLatestIsNotToldAgain() {
        stands("a", 1);

        assertThat(opened("a").heard).containsExactly("beat");
    }

    @Test
    void aLineThatHasNothingToTellBeatsSoThatProxiesKeepIt() {
        Browser browser = opened(null);
        tickAt("2026-11-26T01:00:14Z");
        tickAt("2026-11-26T01:00:15Z");
        tickAt("2026-11-26T01:00:20Z");
        tickAt("2026-11-26T01:00:30Z");

        assertThat(browser.heard).containsExactly("0 {\"unread\":0,\"standing\":0}", "beat", "beat");
    }

    @Test
    void aSessionThatEndsClosesItsStreamsAndNoOthers() {
        Browser mine = opened(null);
        Browser other = new Browser();
        bells.open(new Watched(OFFICER, new UUID(8, 2)), null, other);
        ended.add(SESSION);
        stands("a", 1);

        bells.tick();

        assertThat(mine.heard).last().isEqualTo("end");
        assertThat(mine.heard).noneMatch(line -> line.startsWith("a"));
        assertThat(other.heard).last().asString().startsWith("a");
        assertThat(bells.count()).isEqualTo(1);
    }

    @Test
    void aLineThatBrokeKeepsNoNewsFromTheOthers() {
        Browser broken = new Browser() {
            @Override
            public void send(BellState state) {
                super.send(state);
                if (heard.size() > 1) {
                    throw new UncheckedIOException(new IOException("gone"));
                }
            }

            @Override
            public void close() {
                throw new UncheckedIOException(new IOException("gone"));
            }
        };
        bells.open(SESSION, null, broken);
        List<Browser> others = List.of(opened(null), opened(null), opened(null));
        stands("a", 1);

        bells.tick();

        assertThat(others)
                .allSatisfy(other -> assertThat(other.heard).last().asString().startsWith("a"));
        assertThat(bells.count()).isEqualTo(others.size());
    }

    @Test
    void nobodyElseWritesToAStreamBeforeItsOwnRequestHasBegunTheAnswer() {
        List<Integer> known = new ArrayList<>();
        Browser browser = new Browser() {
            @Override
            public void send(BellState state) {
                known.add(bells.count());
            }
        };

        bells.open(SESSION, null, browser);

        assertThat(known).as("streams a look would have told").containsExactly(0);
        assertThat(bells.count()).isEqualTo(1);
    }

    @Test
    void ofASessionTheNewestFewStreamsGoOnSoThatAPageCanBeLoadedAgainAndAgain() {
        List<Browser> browsers = new ArrayList<>();
        Browser other = new Browser();
        bells.open(new Watched(OFFICER, new UUID(8, 2)), null, other);
        for (int i = 0; i < 4; i++) {
            browsers.add(opened(null));
        }
        browsers.get(1).gone = true;

        browsers.add(opened(null));
        bells.tick();
        assertThat(browsers.get(0).gone).as("a broken one does not count").isFalse();
        browsers.add(opened(null));
        assertThat(browsers.get(0).gone).as("not within the request of another").isFalse();
        bells.tick();

        assertThat(browsers.get(0).gone).as("the oldest ends").isTrue();
        assertThat(browsers.subList(2, 6)).noneMatch(browser -> browser.gone);
        assertThat(other.gone).as("that of another session does not").isFalse();
    }

    @Test
    void aServerThatStopsEndsAllStreamsAndOpensNoMore() {
        Browser browser = opened(null);

        bells.close();

        assertThat(browser.gone).isTrue();
        assertThat(bells.count()).isZero();
        assertThat(catchThrowableOfType(RestException.class, () -> opened(null)).code())
                .isEqualTo(RestError.TOO_MANY_REQUESTS);
    }

    @Test
    void manyStreamsNeedOneLookAndNoThread() {
        int[] looks = {0};
        LiveBells crowd = new LiveBells(
                accounts -> {
                    looks[0]++;
                    return Map.of();
                },
                session -> true,
                Clock.fixed(Instant.parse("2026-11-26T01:00:00Z"), ZoneOffset.UTC));
        int threads = Thread.activeCount();
        for (int i = 0; i < 500; i++) {
            crowd.open(new Watched(new UUID(7, i), new UUID(8, i)), null, new Browser());
        }
        looks[0] = 0;

        crowd.tick();

        assertThat(looks[0]).isEqualTo(1);
        assertThat(Thread.activeCount()).isLessThanOrEqualTo(threads + 5);
    }
}
