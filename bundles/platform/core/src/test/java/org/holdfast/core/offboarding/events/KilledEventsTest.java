package org.holdfast.core.offboarding.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.holdfast.core.fixture.LocalDatabase;
import org.holdfast.core.offboarding.cases.CaseChange.Kind;
import org.holdfast.core.offboarding.events.FirmInbox.Message;
import org.holdfast.core.offboarding.events.FirmInbox.Mood;
import org.holdfast.launcher.fixture.PostgresServer;
import org.junit.jupiter.api.Test;

/** Servers and systems that die in the midst of it, a hundred times each in an order of its own: nothing is lost, and nothing overtakes. */
class KilledEventsTest {
    private static final int TIMES = 100;
    private static final List<Kind> LIFE = List.of(Kind.BEGUN, Kind.LAST_DAY_CHANGED, Kind.STEP_DONE, Kind.ENDED);
    private static final List<Mood> MOODS = List.of(
            Mood.TAKES,
            Mood.TAKES,
            Mood.TAKES,
            Mood.TAKES,
            Mood.FAILS,
            Mood.CLOSES_BEFORE,
            Mood.CLOSES_AFTER,
            Mood.CUTS_ITS_ANSWER);

    @Test
    void whicheverSideDiesEveryEventArrivesInOrder() {
        live(LocalDatabase.fresh(), 0);
    }

    @Test
    void soItIsOnTheDatabaseOfProduction() {
        try (PostgresServer server = PostgresServer.start()) {
            live(LocalDatabase.at(server.freshDatabase(), PostgresServer.USER), TIMES);
        }
    }

    private static void live(LocalDatabase local, int firstSeed) {
        try (KeptConnection kept = new KeptConnection(local.dataSource());
                EventRoom room = new EventRoom(local, kept)) {
            for (int seed = firstSeed; seed < firstSeed + TIMES; seed++) {
                new Life(room, seed).live();
            }
        }
    }

    /** One run: three people leave, and whoever can die does. */
    private static final class Life {
        private final EventRoom room;
        private final Random random;
        private final int seed;
        private final Target target;
        private final List<UUID> people = new ArrayList<>();
        private int deaths;

        Life(EventRoom room, int seed) {
            this.room = room;
            this.seed = seed;
            this.random = new Random(seed);
            room.inbox.is(Mood.TAKES);
            room.inbox.forget();
            target = room.target(Audience.IT);
            for (int person = 0; person < 3; person++) {
                people.add(room.staff.hire(room.firm, null));
            }
        }

        void live() {
            int written = 0;
            Map<UUID, Integer> lives = new HashMap<>();
            people.forEach(person -> lives.put(person, 0));
            while (written < people.size() * LIFE.size()) {
                UUID person = people.get(random.nextInt(people.size()));
                int step = lives.get(person);
                if (step < LIFE.size() && happens(person, LIFE.get(step))) {
                    lives.put(person, step + 1);
                    written++;
                }
            }
            Random moods = new Random(seed);
            room.inbox.is(() -> MOODS.get(moods.nextInt(MOODS.size())));
            for (int servers = 0; !room.in(target, Delivery.State.WAITING).isEmpty(); servers++) {
                assertThat(servers).as("servers of seed %s", seed).isLessThan(60);
                serve();
                room.later(Duration.ofHours(1));
            }
            check();
            room.server.desk.remove(target.id(), room.read(target).version(), room.sight);
        }

        /** Says whether it happened: a server that dies within leaves neither the change nor its event. */
        private boolean happens(UUID person, Kind kind) {
            MortalDatabase mortal = new MortalDatabase(room.database, random, 1 + random.nextInt(12));
            EventRoom.Server server = room.new Server(mortal);
            long before = events(person);
            try {
                mortal.run(connection -> server.listener.changed(room.change(kind, person)));
            } catch (MortalDatabase.Killed e) {
                deaths++;
            }
            return events(person) > before;
        }

        private long events(UUID person) {
            return room.server.outbox.deliveries().of(person).size();
        }

        private void serve() {
            EventRoom.Server server =
                    room.new Server(new MortalDatabase(room.database, random, 1 + random.nextInt(40)));
            try {
                server.send();
            } catch (MortalDatabase.Killed e) {
                deaths++;
            }
        }

        private void check() {
            Map<String, String> bodies = new HashMap<>();
            Map<String, List<String>> firsts = new HashMap<>();
            Set<String> seen = new HashSet<>();
            for (Message message : room.inbox.taken()) {
                String body = bodies.putIfAbsent(message.id(), message.body());
                assertThat(body == null || body.equals(message.body()))
                        .as("the same id says the same, seed %s", seed)
                        .isTrue();
                if (seen.add(message.id())) {
                    firsts.computeIfAbsent(
                                    EventsTest.json(message).get("subject").asText(), subject -> new ArrayList<>())
                            .add(EventsTest.sequence(message) + " " + EventsTest.type(message));
                }
            }
            assertThat(firsts).as("people of seed %s", seed).hasSize(people.size());
            assertThat(firsts.values()).as("seed %s", seed).allSatisfy(events -> {
                assertThat(events).isSorted().hasSize(LIFE.size());
                assertThat(events)
                        .extracting(event -> event.substring(event.indexOf(' ') + 1))
                        .containsExactly("begun", "last-day-changed", "step-done", "ended");
            });
            assertThat(room.in(target, Delivery.State.PARKED)).isEmpty();
            assertThat(deaths).as("nothing died, seed %s", seed).isPositive();
        }
    }
}
