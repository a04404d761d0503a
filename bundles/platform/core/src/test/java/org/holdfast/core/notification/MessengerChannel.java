package org.holdfast.core.notification;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.holdfast.api.ErrorCode;
import org.holdfast.api.HoldfastException;
import org.holdfast.api.channel.Channel;
import org.holdfast.api.channel.ChannelMessage;
import org.holdfast.api.channel.DeliveryStatus;

/** What a bundle for a messenger does, with time limits of a test. */
final class MessengerChannel implements Channel {
    private static final Duration LIMIT = Duration.ofMillis(500);

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(LIMIT)
            .build();
    private final URI server;

    MessengerChannel(URI server) {
        this.server = server;
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
        return address.matches("u[0-9]{3,20}");
    }

    @Override
    public DeliveryStatus send(ChannelMessage message) {
        HttpRequest request = HttpRequest.newBuilder(server.resolve(message.address()))
                .timeout(LIMIT)
                .header("Idempotency-Key", message.key().toString())
                .POST(BodyPublishers.ofString(message.content().subject() + "\n"
                        + message.content().text() + "\n" + message.content().link()))
                .build();
        try {
            HttpResponse<Void> answer = client.send(request, BodyHandlers.discarding());
            return status(answer);
        } catch (IOException e) {
            throw new HoldfastException(MessengerError.MESSENGER_SILENT, "The messenger did not answer.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return DeliveryStatus.delayed("stopped", Duration.ZERO);
        }
    }

    private static DeliveryStatus status(HttpResponse<Void> answer) {
        return switch (answer.statusCode()) {
            case 200 -> DeliveryStatus.delivered();
            case 400 -> DeliveryStatus.failed("unknown-address");
            case 429 ->
                DeliveryStatus.delayed(
                        "rate-limit",
                        Duration.ofSeconds(
                                answer.headers().firstValueAsLong("Retry-After").orElse(0)));
            default -> DeliveryStatus.delayed("server-error", Duration.ZERO);
        };
    }
}
