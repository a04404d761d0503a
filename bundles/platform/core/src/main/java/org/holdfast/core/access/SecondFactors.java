package org.holdfast.core.access;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.holdfast.core.platform.rest.Fingerprints;
import org.holdfast.core.platform.rest.RestException;

/** Adds, asks for and removes second factors: codes of an authenticator app, recovery codes where it is lost, and passkeys. */
final class SecondFactors {
    private static final String PRODUCT = "Holdfast";
    private static final int RECOVERY_CODES = 10;
    /** 80 random bits: nobody finds one from its fingerprint. */
    private static final int RECOVERY_BYTES = 10;

    private static final int RECOVERY_LETTERS = 16;
    private static final String GROUPS_OF_FOUR = "(?<=\\G.{4})(?!$)";

    private final SecondFactorStore store;
    private final Set<Role> required;
    private final Sessions sessions;
    private final Passkeys passkeys;
    private final Clock clock;
    private final OneTimeCodes codes = new OneTimeCodes();

    /**
     * Creates the service.
     *
     * @param required the roles that must have one
     * @param sessions ended where one is taken away from its holder
     * @param passkeys each of which is a second factor, too
     */
    SecondFactors(SecondFactorStore store, Set<Role> required, Sessions sessions, Passkeys passkeys, Clock clock) {
        this.store = store;
        this.required = Set.copyOf(required);
        this.sessions = sessions;
        this.passkeys = passkeys;
        this.clock = clock;
    }

    Passkeys passkeys() {
        return passkeys;
    }

    /** Tells whether an account has anything to show beside its password. */
    boolean has(UUID accountId) {
        return active(accountId).isPresent() || passkeys.has(accountId);
    }

    /** Returns an account's authenticator app, where it has confirmed one. */
    Optional<SecondFactor> active(UUID accountId) {
        return store.find(accountId).filter(SecondFactor::confirmed);
    }

    Set<UUID> holders() {
        Set<UUID> all = new HashSet<>(store.holders());
        all.addAll(passkeys.holders());
        return all;
    }

    boolean isRequired(Set<Role> roles) {
        return roles.stream().anyMatch(required::contains);
    }

    /** Tells whether an account may do nothing before it has added one. */
    boolean isMissing(UUID accountId, Set<Role> roles) {
        return isRequired(roles) && !has(accountId);
    }

    /** Begins to add one; it is not asked for before it is confirmed. */
    Enrolment begin(Account account) {
        String secret = OneTimeCodes.newSecret();
        store.begin(account.id(), secret, clock.instant());
        return new Enrolment(secret, address(account.username(), secret));
    }

    private static String address(String username, String secret) {
        String label = URLEncoder.encode(username, StandardCharsets.UTF_8).replace("+", "%20");
        return "otpauth://totp/" + PRODUCT + ":" + label + "?secret=" + secret + "&issuer=" + PRODUCT
                + "&algorithm=SHA1&digits=" + OneTimeCodes.DIGITS + "&period=" + OneTimeCodes.STEP.toSeconds();
    }

    /** Confirms the one begun, and returns its recovery codes, which are kept nowhere. */
    List<String> confirm(UUID accountId, String code) {
        SecondFactor begun = store.find(accountId)
                .filter(found -> !found.confirmed())
                .orElseThrow(() -> RestException.of(AccessError.SECOND_FACTOR_EXISTS, "There is nothing to confirm."));
        OptionalLong step = codes.step(secret(begun), plain(code), clock.instant());
        if (step.isEmpty()) {
            throw wrongCode();
        }
        List<String> recovery = Stream.generate(() -> Secrets.letters(RECOVERY_BYTES))
                .limit(RECOVERY_CODES)
                .toList();
        if (!store.confirm(
                accountId,
                step.getAsLong(),
                recovery.stream().map(Fingerprints::sha256).toList())) {
            throw RestException.of(AccessError.SECOND_FACTOR_EXISTS, "There is nothing to confirm.");
        }
        return recovery.stream()
                .map(text -> String.join("-", text.split(GROUPS_OF_FOUR, -1)))
                .toList();
    }

    /**
     * Checks what somebody shows beside the password, and uses it up.
     *
     * @throws RestException with status 401 where it is wrong
     */
    void use(UUID accountId, SecondProof proof) {
        if (proof.passkey().isPresent()) {
            if (!passkeys.use(proof.passkey().get()).accountId().equals(accountId)) {
                throw Passkeys.wrong();
            }
            return;
        }
        String code = proof.code().orElseThrow(() -> asked(accountId));
        if (!active(accountId).filter(factor -> use(factor, code)).isPresent()) {
            throw wrongCode();
        }
    }

    /** Returns the question for what an account has. */
    RestException asked(UUID accountId) {
        return active(accountId).isPresent()
                ? RestException.of(
                        AccessError.SECOND_FACTOR_REQUIRED, "Send the code of the second factor, or a passkey.")
                : RestException.of(AccessError.PASSKEY_REQUIRED, "Sign with a passkey of the account.");
    }

    /**
     * Checks a code and uses it up.
     *
     * @param factor the account's confirmed second factor
     * @param code six digits of the app, or a recovery code
     * @return whether it was right; a code that was used before is wrong
     */
    private boolean use(SecondFactor factor, String code) {
        String plain = plain(code);
        if (plain.length() == RECOVERY_LETTERS) {
            return store.useRecoveryCode(factor.accountId(), Fingerprints.sha256(plain));
        }
        OptionalLong step = codes.step(secret(factor), plain, clock.instant());
        return step.isPresent() && store.useStep(factor.accountId(), step.getAsLong());
    }

    void remove(UUID accountId) {
        if (!store.remove(accountId)) {
            throw RestException.notFound();
        }
    }

    /**
     * Takes the second factor and all passkeys away from somebody who has lost them, and ends the account's sessions.
     *
     * @param by id of who does it: nobody gets around the own code in this way
     */
    void reset(UUID accountId, String by) {
        if (by.equals(accountId.toString())) {
            throw RestException.of(
                    AccessError.OWN_SECOND_FACTOR, "Remove the own second factor with a code, or ask a colleague.");
        }
        boolean app = store.remove(accountId);
        boolean keys = passkeys.removeAll(accountId);
        if (!app && !keys) {
            throw RestException.notFound();
        }
        sessions.closeAll(accountId);
    }

    static RestException wrongCode() {
        return RestException.of(AccessError.WRONG_CODE, "The code is wrong, or was used before.");
    }

    private static String secret(SecondFactor factor) {
        return factor.secret()
                .orElseThrow(() -> RestException.of(
                        AccessError.SECOND_FACTOR_SEALED,
                        "The key ring is sealed, so codes of an app cannot be checked: take a recovery code."));
    }

    private static String plain(String code) {
        return code.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
    }

    /**
     * What somebody's app has to know.
     *
     * @param secret the secret in base 32, to be typed in
     * @param address the same as an address of the scheme otpauth, to be scanned
     */
    record Enrolment(String secret, String address) {}
}
