package org.holdfast.core.offboarding.events;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.routing.RoutingSupport;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.util.Timeout;

/**
 * Sends events. Of an answer only its status and heads are read, bounded in size and time; nobody is followed elsewhere. Each call has
 * a client of its own, so that the address is looked up, and judged, anew. Safe for use from many threads.
 */
final class TargetCalls {
    private static final ContentType EVENT = ContentType.create(EventDocument.MEDIA_TYPE, "UTF-8");
    private static final int LONGEST_LINE = 8_192;
    private static final int MOST_HEADS = 100;

    private final DnsResolver names;
    private final Limits limits;
    private final ScheduledExecutorService timer;
    private final Clock clock;

    TargetCalls(DnsResolver names, Limits limits, ScheduledExecutorService timer, Clock clock) {
        this.names = names;
        this.limits = limits;
        this.timer = timer;
        this.clock = clock;
    }

    /**
     * How long a call may last.
     *
     * @param step for a connection, and for each silence within an answer
     * @param whole for all of it, however much it drips
     */
    record Limits(Duration step, Duration whole) {
        static final Limits USUAL = new Limits(Duration.ofSeconds(6), Duration.ofSeconds(15));
    }

    /**
     * What is sent.
     *
     * @param id the id of the event
     * @param body its bytes
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Message(String id, byte[] body) {}

    /** Sends a message to a target, signed for it. */
    Answer send(Target target, Message message) {
        HttpPost request = request(target, message);
        AtomicBoolean late = new AtomicBoolean();
        Future<?> end = timer.schedule(
                () -> {
                    late.set(true);
                    request.cancel();
                },
                limits.whole().toMillis(),
                TimeUnit.MILLISECONDS);
        try (CloseableHttpClient client = client()) {
            HttpResponse response = client.executeOpen(RoutingSupport.determineHost(request), request, null);
            Answer answer = Answer.ofStatus(response.getCode(), peace(response));
            // To close the answer would be to read it to its end, which may never come: the connection goes instead.
            request.cancel();
            return answer;
        } catch (IOException | HttpException e) {
            // Its message can hold the address: it is left behind.
            return Answer.of(late.get() ? Answer.Result.TIMEOUT : result(e));
        } catch (IllegalStateException e) {
            // So the client says that a call was ended before it had a connection.
            if (late.get()) {
                return Answer.of(Answer.Result.TIMEOUT);
            }
            throw e;
        } finally {
            end.cancel(false);
        }
    }

    private HttpPost request(Target target, Message message) {
        Instant now = clock.instant();
        HttpPost request = new HttpPost(target.content().address());
        request.setHeader("webhook-id", message.id());
        request.setHeader("webhook-timestamp", Long.toString(now.getEpochSecond()));
        request.setHeader(
                "webhook-signature", Signature.of(target.content().valid(now), message.id(), now, message.body()));
        request.setEntity(new ByteArrayEntity(message.body(), EVENT));
        return request;
    }

    private CloseableHttpClient client() {
        Timeout step = Timeout.of(limits.step());
        return HttpClients.custom()
                .setUserAgent("Holdfast")
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(names)
                        .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                                .http1Config(Http1Config.custom()
                                        .setMaxLineLength(LONGEST_LINE)
                                        .setMaxHeaderCount(MOST_HEADS)
                                        .build())
                                .build())
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(step)
                                .setSocketTimeout(step)
                                .build())
                        .build())
                .setDefaultRequestConfig(
                        RequestConfig.custom().setResponseTimeout(step).build())
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .build();
    }

    private static Answer.Result result(Exception failure) {
        if (failure instanceof GuardedNames.Forbidden) {
            return Answer.Result.FORBIDDEN_ADDRESS;
        }
        if (failure instanceof SSLException) {
            return Answer.Result.UNTRUSTED;
        }
        return failure instanceof SocketTimeoutException ? Answer.Result.TIMEOUT : Answer.Result.UNREACHABLE;
    }

    /** {@code Retry-After} in seconds or as a date (RFC 9110, 10.2.3), which is compared with the target's own clock. */
    private Duration peace(HttpResponse response) {
        String wanted = text(response, "Retry-After");
        if (wanted.matches("[0-9]{1,9}")) {
            return Duration.ofSeconds(Long.parseLong(wanted));
        }
        Instant now = moment(text(response, "Date")).orElseGet(clock::instant);
        return moment(wanted)
                .map(then -> Duration.between(now, then))
                .filter(wait -> !wait.isNegative())
                .orElse(Duration.ZERO);
    }

    private static String text(HttpResponse response, String name) {
        Header header = response.getFirstHeader(name);
        return header == null ? "" : String.valueOf(header.getValue()).strip();
    }

    private static Optional<Instant> moment(String text) {
        try {
            return Optional.of(ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant());
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
