package org.holdfast.launcher.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.TreeMap;
import org.holdfast.launcher.text.Message;
import org.holdfast.launcher.text.Screen;

/** Says in sentences what {@code GET /keys} answers. */
final class KeysReport {
    private final Screen screen;

    KeysReport(Screen screen) {
        this.screen = screen;
    }

    void say(JsonNode status) {
        screen.tell(state(status.path("state").asText()));
        JsonNode root = status.path("root");
        if (root.isObject()) {
            screen.tell(root(root));
        } else {
            screen.say("keys.noRoot");
        }
        screen.tell(subsidiary(status.path("subsidiary")));
        screen.tell(person(status.path("person")));
        suites(status.path("suites"));
        if (status.path("rotation").isObject()) {
            screen.tell(rotation(status.path("rotation")));
        }
    }

    private static Message state(String state) {
        return switch (state) {
            case "open" -> Message.of("keys.state.open");
            case "stopped" -> Message.of("keys.state.stopped");
            case "no-key" -> Message.of("keys.state.no-key");
            case "locked" -> Message.of("keys.state.locked");
            case "damaged" -> Message.of("keys.state.damaged");
            case "no-suite" -> Message.of("keys.state.no-suite");
            default -> Message.of("keys.state.no-bundle");
        };
    }

    private void suites(JsonNode suites) {
        Map<String, Integer> numbers = new TreeMap<>();
        suites.forEach(one -> {
            if (one.hasNonNull("suite")) {
                numbers.merge(one.path("suite").asText(), 1, Integer::sum);
            }
        });
        numbers.forEach((suite, number) -> screen.tell(Message.of("keys.suite", suite, number)));
        suites.forEach(this::remark);
    }

    private void remark(JsonNode one) {
        String subsidiary = one.path("subsidiary").asText();
        String wanted = one.path("wanted").asText();
        if (!one.path("known").asBoolean()) {
            screen.tell(Message.of("keys.suite.unknown", subsidiary, wanted));
        } else if (!one.hasNonNull("suite")) {
            screen.tell(Message.of("keys.suite.none", subsidiary, wanted));
        } else if (!one.path("suite").asText().equals(wanted)) {
            String suite = one.path("suite").asText();
            screen.tell(Message.of("keys.suite.differs", subsidiary, suite, wanted));
        }
    }

    private static Message root(JsonNode root) {
        String id = root.path("id").asText();
        String since = root.path("since").asText();
        return switch (root.path("kind").asText()) {
            case "pkcs11" -> Message.of("keys.root.pkcs11", id, since);
            case "argon2id" -> Message.of("keys.root.argon2id", id, since);
            default -> Message.of("keys.root.pkcs12", id, since);
        };
    }

    private static Message subsidiary(JsonNode keys) {
        return none(keys)
                ? Message.of("keys.none.subsidiary")
                : Message.of("keys.subsidiary", number(keys), oldest(keys), newest(keys));
    }

    private static Message person(JsonNode keys) {
        return none(keys)
                ? Message.of("keys.none.person")
                : Message.of("keys.person", number(keys), oldest(keys), newest(keys));
    }

    private static Message rotation(JsonNode rotation) {
        String level = rotation.path("level").asText();
        String begun = rotation.path("begunAt").asText();
        long done = rotation.path("done").asLong();
        long total = rotation.path("total").asLong();
        return switch (rotation.path("state").asText()) {
            case "running" -> Message.of("keys.rotation.running", level, begun, done, total);
            case "interrupted" ->
                Message.of(
                        "keys.rotation.interrupted",
                        level,
                        begun,
                        done,
                        total,
                        rotation.path("failure").asText());
            default ->
                Message.of(
                        "keys.rotation.done",
                        level,
                        begun,
                        rotation.path("endedAt").asText());
        };
    }

    private static boolean none(JsonNode keys) {
        return number(keys) == 0;
    }

    private static long number(JsonNode keys) {
        return keys.path("keys").asLong();
    }

    private static String oldest(JsonNode keys) {
        return keys.path("oldest").asText();
    }

    private static String newest(JsonNode keys) {
        return keys.path("newest").asText();
    }
}
