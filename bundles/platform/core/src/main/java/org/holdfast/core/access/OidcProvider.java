package org.holdfast.core.access;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import javax.net.ssl.SSLSocketFactory;
import org.holdfast.core.platform.rest.RestError;
import org.holdfast.core.platform.rest.RestException;
import org.holdfast.launcher.config.ProviderSettings;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The firm's identity provider: OpenID Connect Core 1.0, code flow with PKCE (RFC 7636). Trusts tokens alone that the
 * provider's own keys signed, for us, for this sign-on and now. Safe for use from many threads.
 */
final class OidcProvider {
    private static final Logger LOG = LoggerFactory.getLogger(OidcProvider.class);
    private static final Duration KNOWN_FOR = Duration.ofHours(1);
    private static final int LARGEST_ANSWER = 1_000_000;
    private static final int AT_ONCE = 8;
    /** Signatures by a key pair alone: whoever knows our secret could make the others, and anybody none. */
    private static final Set<JWSAlgorithm> SIGNATURES = Set.copyOf(JWSAlgorithm.Family.SIGNATURE);

    private final ProviderSettings settings;
    private final SSLSocketFactory tls;
    private final Clock clock;
    private final Semaphore places = new Semaphore(AT_ONCE);
    private volatile @Nullable Known known;

    /**
     * Names the provider; it is not asked yet.
     *
     * @throws IOException where the file of authorities cannot be taken
     */
    OidcProvider(ProviderSettings settings, Clock clock) throws IOException {
        this.settings = settings;
        this.clock = clock;
        tls = Authorities.context(settings.authorities()).getSocketFactory();
    }

    String name() {
        return settings.name();
    }

    /** Returns the address to which the browser goes to sign on. */
    URI address(ProviderAttempts.Attempt attempt) {
        return asking(() -> new AuthenticationRequest.Builder(
                        ResponseType.CODE,
                        Scope.parse(settings.claims().scope()),
                        new ClientID(settings.client().id()),
                        settings.console())
                .endpointURI(known().metadata().getAuthorizationEndpointURI())
                .state(new State(attempt.state()))
                .nonce(new Nonce(attempt.nonce()))
                .codeChallenge(new CodeVerifier(attempt.verifier()), CodeChallengeMethod.S256)
                .build()
                .toURI());
    }

    /** Returns the address to which the browser goes to sign off there, too; empty where the provider has none or is not known yet. */
    Optional<URI> signOffAddress() {
        Known before = known;
        return Optional.ofNullable(before == null ? null : before.metadata().getEndSessionEndpointURI())
                .filter(end -> "https".equals(end.getScheme()))
                .map(end -> URI.create(end + (end.getQuery() == null ? "?" : "&") + "client_id="
                        + URLEncoder.encode(settings.client().id(), StandardCharsets.UTF_8)));
    }

    /**
     * Redeems a code.
     *
     * @throws RestException with status 503 where the provider does not answer, 502 where it answers what it must not, 401
     *     where it refuses the code
     */
    Outsider redeem(String code, ProviderAttempts.Attempt attempt) {
        return asking(() -> {
            Known provider = known();
            OIDCTokenResponse tokens = tokens(provider.metadata(), code, attempt.verifier());
            if (tokens.getOIDCTokens().getIDToken() == null) {
                throw wrong("no-id-token");
            }
            IDTokenClaimsSet claims =
                    provider.validator().validate(tokens.getOIDCTokens().getIDToken(), new Nonce(attempt.nonce()));
            return outsider(claims);
        });
    }

    private OIDCTokenResponse tokens(OIDCProviderMetadata metadata, String code, String verifier)
            throws IOException, ParseException {
        AuthorizationCodeGrant grant =
                new AuthorizationCodeGrant(new AuthorizationCode(code), settings.console(), new CodeVerifier(verifier));
        ClientID client = new ClientID(settings.client().id());
        Optional<Secret> secret = settings.client().secret().map(Secret::new);
        TokenRequest request = secret.isPresent()
                ? new TokenRequest.Builder(
                                metadata.getTokenEndpointURI(), new ClientSecretBasic(client, secret.get()), grant)
                        .build()
                : new TokenRequest.Builder(metadata.getTokenEndpointURI(), client, grant).build();
        TokenResponse answer =
                OIDCTokenResponseParser.parse(limited(request.toHTTPRequest()).send());
        if (!answer.indicatesSuccess()) {
            boolean down = answer.toErrorResponse().toHTTPResponse().getStatusCode() >= 500;
            throw down
                    ? unavailable(null)
                    : RestException.of(
                            AccessError.PROVIDER_REFUSED,
                            "The identity provider does not take this sign-on: begin again.");
        }
        return (OIDCTokenResponse) answer.toSuccessResponse();
    }

    private HTTPRequest limited(HTTPRequest request) {
        request.setConnectTimeout(millis());
        request.setReadTimeout(millis());
        request.setFollowRedirects(false);
        request.setSSLSocketFactory(tls);
        return request;
    }

    private int millis() {
        return Math.toIntExact(settings.timeout().toMillis());
    }

    private Known known() throws GeneralException, IOException {
        Known before = known;
        Instant now = clock.instant();
        if (before != null && now.isBefore(before.until())) {
            return before;
        }
        Issuer issuer = new Issuer(settings.issuer());
        // Compares the issuer the document names with the one it was asked of.
        OIDCProviderMetadata metadata = OIDCProviderMetadata.resolve(issuer, this::limited);
        for (URI endpoint : new URI[] {
            metadata.getAuthorizationEndpointURI(), metadata.getTokenEndpointURI(), metadata.getJWKSetURI()
        }) {
            if (endpoint == null || !"https".equals(endpoint.getScheme())) {
                throw wrong("endpoint-without-tls");
            }
        }
        DefaultResourceRetriever keys = new DefaultResourceRetriever(millis(), millis(), LARGEST_ANSWER, true, tls);
        JWSVerificationKeySelector<SecurityContext> selector = new JWSVerificationKeySelector<>(
                SIGNATURES,
                JWKSourceBuilder.create(metadata.getJWKSetURI().toURL(), keys)
                        .rateLimited(false)
                        .build());
        IDTokenValidator validator =
                new IDTokenValidator(issuer, new ClientID(settings.client().id()), selector, null);
        Known found = new Known(metadata, validator, now.plus(KNOWN_FOR));
        known = found;
        return found;
    }

    /** The subject is who somebody is; names and addresses may change and be given anew. */
    private Outsider outsider(IDTokenClaimsSet claims) {
        Set<String> groups = new HashSet<>();
        List<String> listed = claims.getStringListClaim(settings.claims().groups());
        if (listed != null) {
            groups.addAll(listed);
        }
        String one = claims.getStringClaim(settings.claims().groups());
        if (one != null) {
            groups.add(one);
        }
        String username = claims.getStringClaim(settings.claims().user());
        String name = claims.getStringClaim("name");
        String subject = claims.getSubject().getValue();
        return new Outsider(
                Origin.Kind.PROVIDER,
                settings.issuer() + " " + subject,
                username == null ? subject : username,
                name == null ? "" : name,
                groups);
    }

    private <T> T asking(Question<T> question) {
        if (!places.tryAcquire()) {
            throw RestException.later(RestError.TOO_MANY_REQUESTS, "Too many log-ins at once: try again.", 2);
        }
        try {
            return question.answer();
        } catch (IOException | KeySourceException e) {
            throw unavailable(e);
        } catch (ParseException e) {
            // Its message may repeat what could not be read, and so what a token says of somebody.
            throw wrong("it cannot be read");
        } catch (GeneralException | BadJOSEException | JOSEException e) {
            throw wrong(e.getClass().getSimpleName() + ": " + e.getMessage());
        } finally {
            places.release();
        }
    }

    private static RestException unavailable(@Nullable Exception why) {
        LOG.warn("The identity provider could not be asked: {}", why == null ? "it failed" : why.toString());
        return RestException.of(
                AccessError.PROVIDER_UNAVAILABLE, "The firm's identity provider does not answer: try again later.");
    }

    private static RestException wrong(String why) {
        LOG.warn("The identity provider answered what must not be taken: {}", why);
        return RestException.of(
                AccessError.PROVIDER_WRONG,
                "The identity provider's answer cannot be trusted: an administrator has to look.");
    }

    /** Something the provider is asked. */
    @FunctionalInterface
    private interface Question<T> {
        T answer() throws IOException, GeneralException, BadJOSEException, JOSEException;
    }

    /**
     * What is known of the provider.
     *
     * @param metadata its discovery document
     * @param validator checks its tokens
     * @param until when it is to be asked anew
     */
    private record Known(OIDCProviderMetadata metadata, IDTokenValidator validator, Instant until) {}
}
