package org.holdfast.core.access;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.pkce.CodeChallenge;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.oauth2.sdk.util.URLUtils;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;
import org.holdfast.launcher.config.ProviderSettings;

/** An OpenID Connect provider on a real socket, which keeps to the standard until a test tells it not to. */
final class TestProvider implements AutoCloseable {
    static final String CLIENT = "holdfast";
    static final String SECRET = "secret of the client";
    static final URI CONSOLE = URI.create("https://hr.firm.example/");

    /** What it says its issuer is. */
    volatile String saidIssuer;
    /** Changes the claims of the tokens. */
    volatile UnaryOperator<JWTClaimsSet.Builder> claims = builder -> builder;
    /** How tokens are signed. */
    volatile Signature signature = Signature.OWN_KEY;
    /** The status of all answers; 200 for doing what is asked. */
    volatile int status = 200;
    /** Whether it takes requests and says nothing. */
    volatile boolean silent;

    private static final RSAKey FOREIGN = newKey();

    private final HttpsServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Map<String, AuthenticationRequest> codes = new ConcurrentHashMap<>();
    private volatile RSAKey key = newKey();

    TestProvider(TestCertificate certificate) throws IOException {
        server = HttpsServer.create(new InetSocketAddress(TestDirectory.local(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(certificate.server()));
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
        saidIssuer = issuer();
    }

    String issuer() {
        return "https://127.0.0.1:" + server.getAddress().getPort();
    }

    ProviderSettings settings(Path authorities) {
        return new ProviderSettings(
                URI.create(issuer()),
                "Firm sign-on",
                new ProviderSettings.Client(CLIENT, Optional.of(SECRET)),
                CONSOLE,
                Optional.of(authorities),
                new ProviderSettings.Claims("openid profile", "preferred_username", "groups"),
                Duration.ofSeconds(1));
    }

    /** Takes new keys; the old ones are gone. */
    void rotate() {
        key = newKey();
    }

    private static RSAKey newKey() {
        try {
            return new RSAKeyGenerator(2048).keyID(UUID.randomUUID().toString()).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The browser goes to the address and its person signs in: returns the code it comes back with. */
    String authorise(String address) {
        try {
            AuthenticationRequest request = AuthenticationRequest.parse(URI.create(address));
            if (!CodeChallengeMethod.S256.equals(request.getCodeChallengeMethod())
                    || !request.getRedirectionURI().equals(CONSOLE)
                    || !request.getClientID().getValue().equals(CLIENT)) {
                throw new IllegalStateException("not what a provider takes: " + address);
            }
            String code = UUID.randomUUID().toString();
            codes.put(code, request);
            return code;
        } catch (ParseException e) {
            throw new IllegalStateException(e);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (silent) {
                closing.await();
            } else if (status != 200) {
                say(exchange, status, "{}");
            } else {
                switch (exchange.getRequestURI().getPath()) {
                    case "/.well-known/openid-configuration" -> say(exchange, 200, discovery());
                    case "/jwks" -> say(exchange, 200, new JWKSet(key.toPublicJWK()).toString());
                    case "/token" -> token(exchange);
                    default -> say(exchange, 404, "{}");
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private String discovery() {
        return "{\"issuer\":\"%s\",\"authorization_endpoint\":\"%s/authorize\",\"token_endpoint\":\"%s/token\",\"jwks_uri\":\"%s/jwks\",\"end_session_endpoint\":\"%s/out\",\"response_types_supported\":[\"code\"],\"subject_types_supported\":[\"public\"],\"id_token_signing_alg_values_supported\":[\"RS256\"]}"
                .formatted(saidIssuer, issuer(), issuer(), issuer(), issuer());
    }

    private void token(HttpExchange exchange) throws IOException {
        Map<String, List<String>> form =
                URLUtils.parseParameters(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        AuthenticationRequest begun = codes.remove(form.get("code").get(0));
        String basic = "Basic "
                + Base64.getEncoder()
                        .encodeToString((CLIENT + ":" + SECRET.replace(" ", "+")).getBytes(StandardCharsets.UTF_8));
        boolean ours = basic.equals(exchange.getRequestHeaders().getFirst("Authorization"))
                && CONSOLE.toString().equals(form.get("redirect_uri").get(0));
        boolean proved = begun != null
                && CodeChallenge.compute(
                                CodeChallengeMethod.S256,
                                new CodeVerifier(form.get("code_verifier").get(0)))
                        .equals(begun.getCodeChallenge());
        if (begun == null || !ours || !proved) {
            say(exchange, 400, "{\"error\":\"invalid_grant\"}");
            return;
        }
        Instant now = Instant.now();
        JWTClaimsSet set = claims.apply(new JWTClaimsSet.Builder()
                        .issuer(issuer())
                        .subject("0001-mei")
                        .audience(CLIENT)
                        .issueTime(Date.from(now))
                        .expirationTime(Date.from(now.plusSeconds(300)))
                        .claim("nonce", begun.getNonce().getValue())
                        .claim("preferred_username", "mei.lin")
                        .claim("name", "林梅")
                        .claim("email", "mei.lin@firm.example")
                        .claim("groups", List.of("hr")))
                .build();
        say(exchange, 200, "{\"access_token\":\"a\",\"token_type\":\"Bearer\",\"id_token\":\"" + signed(set) + "\"}");
    }

    private String signed(JWTClaimsSet set) {
        try {
            JWT token = switch (signature) {
                case NONE -> new PlainJWT(set);
                case SECRET -> {
                    SignedJWT hmac = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), set);
                    hmac.sign(new MACSigner("0123456789abcdef0123456789abcdef"));
                    yield hmac;
                }
                case OWN_KEY, FOREIGN_KEY -> {
                    SignedJWT rsa = new SignedJWT(
                            new JWSHeader.Builder(JWSAlgorithm.RS256)
                                    .keyID(key.getKeyID())
                                    .build(),
                            set);
                    rsa.sign(new RSASSASigner(signature == Signature.OWN_KEY ? key : FOREIGN));
                    yield rsa;
                }
            };
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void say(HttpExchange exchange, int code, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(code, body.length);
        exchange.getResponseBody().write(body);
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    /** How a token is signed. */
    enum Signature {
        OWN_KEY,
        FOREIGN_KEY,
        SECRET,
        NONE
    }
}
