package org.holdfast.core.offboarding.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Signatures that others can check. */
class SignatureTest {
    private static final Path GUIDE = Path.of("../../../docs/vendor-guide/events.md");

    /** The vector that libraries of Standard Webhooks are tested with. */
    @Test
    void signaturesAreThoseOfStandardWebhooks() {
        assertThat(Signature.of(
                        List.of("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"),
                        "msg_p5jXN8AQM9LWM0D4loKWxJek",
                        Instant.ofEpochSecond(1614265330),
                        "{\"test\": 2432232314}".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void theWorkedExampleOfTheGuideIsRight() throws IOException {
        String guide = Files.readString(GUIDE);

        assertThat(Signature.of(
                        List.of(found(guide, "secret")),
                        found(guide, "webhook-id"),
                        Instant.ofEpochSecond(Long.parseLong(found(guide, "webhook-timestamp"))),
                        found(guide, "body").getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(found(guide, "webhook-signature"));
    }

    private static String found(String guide, String name) {
        Matcher line =
                Pattern.compile("^" + name + ": (.+)$", Pattern.MULTILINE).matcher(guide);
        assertThat(line.find()).as(name).isTrue();
        return line.group(1);
    }

    @Test
    void whileOneSecretTakesThePlaceOfAnotherBothSign() {
        String one = Signature.secret(new SecureRandom());
        String other = Signature.secret(new SecureRandom());
        byte[] body = {1, 2, 3};

        assertThat(Signature.of(List.of(one, other), "id", Instant.EPOCH, body))
                .isEqualTo(Signature.of(List.of(one), "id", Instant.EPOCH, body) + " "
                        + Signature.of(List.of(other), "id", Instant.EPOCH, body));
        assertThat(Base64.getDecoder().decode(one.substring("whsec_".length()))).hasSize(32);
        assertThat(one).isNotEqualTo(other);
    }
}
