package org.holdfast.launcher.bundles;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.holdfast.launcher.text.Message;

/** A message as one line of a settings file, so that it is said in each reader's language after a restart, too. */
final class StoredMessage {
    private static final ObjectMapper JSON = new ObjectMapper();

    private StoredMessage() {}

    static String write(Message message) {
        return node(message).toString();
    }

    private static ObjectNode node(Message message) {
        ObjectNode node = JSON.createObjectNode().put("key", message.key());
        ArrayNode arguments = node.putArray("arguments");
        for (Object argument : message.arguments()) {
            if (argument instanceof Message inner) {
                arguments.add(node(inner));
            } else {
                arguments.add(String.valueOf(argument));
            }
        }
        return node;
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws IllegalArgumentException where the line is something else
     */
    static Message read(String line) {
        try {
            return message(JSON.readTree(line));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not a message", e);
        }
    }

    private static Message message(JsonNode node) {
        if (!node.path("key").isTextual()) {
            throw new IllegalArgumentException("not a message");
        }
        List<Object> arguments = new ArrayList<>();
        for (JsonNode argument : node.path("arguments")) {
            arguments.add(argument.isObject() ? message(argument) : argument.asText());
        }
        return new Message(node.path("key").asText(), arguments);
    }
}
