package com.example.messenger;

import java.io.IOException;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.holdfast.api.ErrorCode;
import org.holdfast.api.HoldfastException;
import org.holdfast.api.channel.Channel;
import org.holdfast.api.channel.ChannelMessage;
import org.holdfast.api.channel.DeliveryStatus;
import org.osgi.service.component.annotations.Component;

/**
 * Sends reminders to a messenger: {@code POST /users/<id>/messages} with an idempotency key. It uses {@link HttpURLConnection},
 * since {@code java.net.http.HttpClient} keeps threads of its own, which the host does not allow a bundle.
 */
@Component
public final class MessengerChannel implements Channel {
    private static final int MILLIS = 5_000;
    private static final int TOO_MANY = 429;

    private final URI server;
    private final String token;

    /** Reads where the messenger is. */
    public MessengerChannel() {
        this(
                URI.create(System.getProperty("messenger.server", "https://messenger.example/")),
                System.getProperty("messenger.token", ""));
    }

    MessengerChannel(URI server, String token) {
        this.server = server;
        this.token = token;
    }

    private enum MessengerError implements ErrorCode {
        MESSENGER_SILENT;

        @Override
        public Category category() {
            return Category.EXTERNAL;
        }
    }

    @Override
    public String code() {
        return "messenger";
    }

    @Override
    public boolean accepts(String address) {
        return address.matches("[A-Za-z0-9_-]{3,64}");
    }

    @Override
    public DeliveryStatus send(ChannelMessage message) {
        try {
            return post(message);
        } catch (IOException e) {
            // Its message can hold the address, which stands in the URL: it is left behind.
            throw new HoldfastException(
                    MessengerError.MESSENGER_SILENT, "The messenger did not answer: check its address and the network.");
        }
    }

    private DeliveryStatus post(ChannelMessage message) throws IOException {
        byte[] body = (message.content().subject() + "\n" + message.content().text() + "\n"
                        + message.content().link())
                .getBytes(StandardCharsets.UTF_8);
        HttpURLConnection call = (HttpURLConnection) server.resolve("users/" + message.address() + "/messages")
                .toURL()
                .openConnection();
        call.setConnectTimeout(MILLIS);
        call.setReadTimeout(MILLIS);
        call.setRequestMethod("POST");
        call.setRequestProperty("Authorization", "Bearer " + token);
        call.setRequestProperty("Content-Type", "text/plain; charset=utf-8");
        call.setRequestProperty("Idempotency-Key", message.key().toString());
        call.setDoOutput(true);
        // Of known length it is sent once: Java would repeat a broken POST by itself otherwise.
        call.setFixedLengthStreamingMode(body.length);
        try {
            try (OutputStream out = call.getOutputStream()) {
                out.write(body);
            }
            return status(call);
        } finally {
            call.disconnect();
        }
    }

    private static DeliveryStatus status(HttpURLConnection call) throws IOException {
        int code = call.getResponseCode();
        if (code / 100 == 2) {
            return DeliveryStatus.delivered();
        }
        if (code == TOO_MANY) {
            return DeliveryStatus.delayed(
                    "rate-limit", Duration.ofSeconds(Math.max(0, call.getHeaderFieldInt("Retry-After", 0))));
        }
        return code / 100 == 4
                ? DeliveryStatus.failed("refused")
                : DeliveryStatus.delayed("server-error", Duration.ZERO);
    }
}
