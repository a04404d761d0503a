package org.holdfast.core.access;

import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.AttestedCredentialDataConverter;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticationData;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.AuthenticationRequest;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.RegistrationData;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.RegistrationRequest;
import com.webauthn4j.data.attestation.authenticator.AttestedCredentialData;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.attestation.statement.NoneAttestationStatement;
import com.webauthn4j.data.client.CollectedClientData;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.server.ServerProperty;
import com.webauthn4j.util.exception.WebAuthnException;
import com.webauthn4j.verifier.exception.MaliciousCounterValueException;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.holdfast.core.platform.rest.Fingerprints;
import org.holdfast.core.platform.rest.RestException;
import org.jspecify.annotations.Nullable;

/**
 * The two ceremonies of WebAuthn (Level 3, 7.1 and 7.2): registration and authentication. The user is always verified by the
 * device; who made the device is not asked. Immutable.
 */
final class Ceremonies {
    /** ES256, EdDSA and RS256 (RFC 9053, RFC 8812), the best first. */
    static final List<Long> ALGORITHMS = List.of(-7L, -8L, -257L);

    /** Bytes that say who made the device. */
    private static final int MODEL = 16;

    private static final List<PublicKeyCredentialParameters> TAKEN = ALGORITHMS.stream()
            .map(COSEAlgorithmIdentifier::create)
            .map(known -> new PublicKeyCredentialParameters(PublicKeyCredentialType.PUBLIC_KEY, known))
            .toList();

    private final ObjectConverter converter = new ObjectConverter();
    private final WebAuthnManager library = WebAuthnManager.createNonStrictWebAuthnManager(converter);
    private final AttestedCredentialDataConverter credentials = new AttestedCredentialDataConverter(converter);

    /**
     * Reads what a device says of a new passkey, and checks it against the challenge that stands in it.
     *
     * @throws RestException with status 401 where it is malformed or does not fit
     */
    Made registered(PasskeyResource.NewPasskey made, RelyingParty party, ChallengeCheck check) {
        return orWrong(() -> {
            RegistrationData data = library.parse(new RegistrationRequest(
                    PasskeyAnswer.bytes(made.attestation()), PasskeyAnswer.bytes(made.clientData())));
            ServerProperty expected = expected(data.getCollectedClientData(), party, check);
            library.verify(data, new RegistrationParameters(expected, TAKEN, true, true));
            var device = present(present(data.getAttestationObject()).getAuthenticatorData());
            AttestedCredentialData credential = present(device.getAttestedCredentialData());
            String text = Base64.getUrlEncoder().withoutPadding().encodeToString(credentials.convert(credential));
            return new Made(
                    new Passkey.Credential(
                            fingerprint(credential.getCredentialId()), text, party.id(), device.isFlagBE()),
                    device.getSignCount());
        });
    }

    /**
     * Checks what a device signed to prove that it holds a passkey.
     *
     * @return the device's counter
     * @throws RestException with status 401 where it is malformed or does not fit, or the counter has gone back
     */
    long signed(PasskeyResource.Signed signed, Passkey passkey, RelyingParty party, ChallengeCheck check) {
        return orWrong(() -> {
            AuthenticationData data = library.parse(new AuthenticationRequest(
                    PasskeyAnswer.bytes(signed.credentialId()),
                    PasskeyAnswer.bytes(signed.authenticatorData()),
                    PasskeyAnswer.bytes(signed.clientData()),
                    PasskeyAnswer.bytes(signed.signature())));
            ServerProperty expected = expected(data.getCollectedClientData(), party, check);
            library.verify(data, new AuthenticationParameters(expected, known(passkey), null, true, true));
            return present(data.getAuthenticatorData()).getSignCount();
        });
    }

    private CredentialRecordImpl known(Passkey passkey) {
        Passkey.Credential credential = passkey.credential();
        return new CredentialRecordImpl(
                new NoneAttestationStatement(),
                true,
                credential.backupEligible(),
                false,
                passkey.signCount(),
                credentials.convert(PasskeyAnswer.bytes(credential.data())),
                null,
                null,
                null,
                Set.of());
    }

    private static ServerProperty expected(
            @Nullable CollectedClientData said, RelyingParty party, ChallengeCheck check) {
        byte[] challenge = present(present(said).getChallenge()).getValue();
        check.take(Base64.getUrlEncoder().withoutPadding().encodeToString(challenge));
        return new ServerProperty(new Origin(party.origin()), party.id(), new DefaultChallenge(challenge));
    }

    /** Reads a credential's id from what is kept of it (WebAuthn Level 3, 6.5.1): after the model, behind its length. */
    static String credentialId(Passkey passkey) {
        ByteBuffer data =
                ByteBuffer.wrap(PasskeyAnswer.bytes(passkey.credential().data()));
        byte[] id = new byte[Short.toUnsignedInt(data.getShort(MODEL))];
        data.get(MODEL + Short.BYTES, id);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(id);
    }

    static String fingerprint(byte[] credentialId) {
        return Fingerprints.sha256(Base64.getUrlEncoder().withoutPadding().encodeToString(credentialId));
    }

    private static <T> T present(@Nullable T part) {
        if (part == null) {
            throw Passkeys.wrong();
        }
        return part;
    }

    /** What is malformed and what does not fit is the same to a guesser: the passkey is wrong. */
    private static <T> T orWrong(Supplier<T> ceremony) {
        try {
            return ceremony.get();
        } catch (MaliciousCounterValueException e) {
            throw RestException.of(
                    AccessError.PASSKEY_COPIED, "The passkey's counter has gone back: there may be a copy of it.");
        } catch (WebAuthnException | IllegalArgumentException e) {
            throw Passkeys.wrong();
        }
    }

    /** Takes a challenge out, or refuses it. */
    interface ChallengeCheck {
        void take(String challenge);
    }

    /**
     * A new passkey.
     *
     * @param credential what the device said of it
     * @param signCount where the device's counter begins
     */
    record Made(Passkey.Credential credential, long signCount) {}
}
