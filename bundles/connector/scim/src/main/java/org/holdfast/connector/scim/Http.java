package org.holdfast.connector.scim;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.unboundid.scim2.common.utils.JsonUtils;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.UUID;
import org.apache.hc.client5.http.auth.AuthSchemeFactory;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpPatch;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.config.RegistryBuilder;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.util.Timeout;
import org.holdfast.api.connector.AccountSystemError;
import org.holdfast.api.connector.AccountSystemException;

/**
 * Calls of a service. Each has a client of its own, which keeps no thread and follows nobody elsewhere: the token is for this service
 * alone.
 */
final class Http {
    private static final ContentType SCIM = ContentType.create("application/scim+json", "UTF-8");
    private static final Timeout WAIT = Timeout.ofSeconds(6);
    private static final Duration LONGEST = Duration.ofSeconds(15);
    private static final int LARGEST = 16 << 20;
    private static final int OK = 200;
    private static final int REDIRECTION = 300;
    private static final int UNAUTHORIZED = 401;
    private static final int NOT_FOUND = 404;
    private static final int TOO_MANY = 429;
    private static final int SERVER_ERROR = 500;
    private static final int UNAVAILABLE = 503;

    private final Service service;

    Http(Service service) {
        this.service = service;
    }

    /**
     * What a service answered.
     *
     * @param status the status
     * @param body its JSON; missing where there is none, or it is none
     */
    record Answer(int status, JsonNode body) {
        boolean well() {
            return status >= OK && status < REDIRECTION;
        }

        boolean nothingThere() {
            return status == NOT_FOUND;
        }

        /** Returns what a refusal of a change is called (RFC 7644, 3.12), empty where it is not. */
        String kind() {
            return body.path("scimType").asText("");
        }
    }

    Answer get(String path) {
        return call(new HttpGet(at(path)));
    }

    Answer patch(String path, String body, UUID key) {
        HttpPatch request = new HttpPatch(at(path));
        request.setHeader("Idempotency-Key", key.toString());
        request.setEntity(new StringEntity(body, SCIM));
        return call(request);
    }

    private URI at(String path) {
        return service.address()
                .map(root -> URI.create(root + path))
                .orElseThrow(() -> new AccountSystemException(AccountSystemError.NOT_FOUND));
    }

    private Answer call(HttpUriRequestBase request) {
        request.setHeader("Authorization", "Bearer " + service.token());
        request.setHeader("Accept", "application/scim+json, application/json");
        Instant until = Instant.now().plus(LONGEST);
        try (CloseableHttpClient client = client()) {
            return client.execute(request, response -> answer(response, until));
        } catch (IOException e) {
            // Its message can hold the address, in which people stand: it is left behind.
            throw new AccountSystemException(AccountSystemError.UNREACHABLE);
        }
    }

    private CloseableHttpClient client() {
        return HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setTlsSocketStrategy(
                                new DefaultClientTlsStrategy(service.settings().tls()))
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(WAIT)
                                .setSocketTimeout(WAIT)
                                .build())
                        .build())
                .setDefaultRequestConfig(
                        RequestConfig.custom().setResponseTimeout(WAIT).build())
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching()
                // The token is the one way; others would need packages that no bundle is given.
                .setDefaultAuthSchemeRegistry(
                        RegistryBuilder.<AuthSchemeFactory>create().build())
                .build();
    }

    private static Answer answer(ClassicHttpResponse response, Instant until) throws IOException {
        int status = response.getCode();
        if (status == UNAUTHORIZED) {
            throw new AccountSystemException(AccountSystemError.CREDENTIALS_REFUSED);
        }
        Optional<Duration> peace = peace(response);
        if (status == TOO_MANY || (status == UNAVAILABLE && peace.isPresent())) {
            throw new AccountSystemException(AccountSystemError.THROTTLED, peace.orElse(Duration.ZERO));
        }
        if (status >= SERVER_ERROR) {
            throw new AccountSystemException(AccountSystemError.UNREACHABLE);
        }
        HttpEntity entity = response.getEntity();
        return new Answer(status, entity == null ? MissingNode.getInstance() : json(entity, until));
    }

    private static JsonNode json(HttpEntity entity, Instant until) throws IOException {
        try (InputStream in = entity.getContent()) {
            JsonNode found = JsonUtils.getObjectReader().readTree(bytes(in, until));
            return found == null ? MissingNode.getInstance() : found;
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }

    /** Reads whole answers of a bounded size in a bounded time: a service that drips must not hold the call for ever. */
    private static byte[] bytes(InputStream in, Instant until) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        byte[] part = new byte[1 << 13];
        for (int read = in.read(part); read >= 0; read = in.read(part)) {
            all.write(part, 0, read);
            if (all.size() > LARGEST) {
                throw new AccountSystemException(AccountSystemError.MALFORMED_ANSWER);
            }
            if (Instant.now().isAfter(until)) {
                throw new AccountSystemException(AccountSystemError.UNREACHABLE);
            }
        }
        return all.toByteArray();
    }

    /** {@code Retry-After} in seconds or as a date (RFC 9110, 10.2.3), which is compared with the service's own clock. */
    private static Optional<Duration> peace(ClassicHttpResponse response) {
        Header header = response.getFirstHeader("Retry-After");
        String wanted = header == null ? "" : String.valueOf(header.getValue()).strip();
        if (wanted.matches("[0-9]{1,9}")) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(wanted)));
        }
        Header date = response.getFirstHeader("Date");
        Instant now = date == null
                ? Instant.now()
                : moment(String.valueOf(date.getValue())).orElseGet(Instant::now);
        return moment(wanted)
                .map(then -> Duration.between(now, then))
                .map(wait -> wait.isNegative() ? Duration.ZERO : wait);
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
