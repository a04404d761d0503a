package org.holdfast.core.access;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.holdfast.core.platform.rest.AuditNotes;
import org.holdfast.core.platform.rest.RestException;

/** Adds, asks for and removes passkeys. Safe for use from many threads. */
final class Passkeys {
    private static final int MOST = 10;

    private final PasskeyStore store;
    private final Optional<URI> address;
    private final AuditNotes audit;
    private final Clock clock;
    private final PasskeyChallenges challenges;
    private final Ceremonies ceremonies = new Ceremonies();

    /**
     * Creates the service.
     *
     * @param address the console's address as browsers see it; empty: the one a browser has called
     * @param audit told whose passkey was copied
     */
    @SuppressWarnings("OptionalUsedAsFieldOrParameterType") // absence is the meaning here
    Passkeys(PasskeyStore store, Optional<URI> address, AuditNotes audit, Clock clock) {
        this.store = store;
        this.address = address;
        this.audit = audit;
        this.clock = clock;
        challenges = new PasskeyChallenges(clock);
    }

    List<Passkey> of(UUID accountId) {
        return store.of(accountId);
    }

    boolean has(UUID accountId) {
        return !store.of(accountId).isEmpty();
    }

    Set<UUID> holders() {
        return store.holders();
    }

    /** Returns for whom a browser at an address asks. */
    RelyingParty party(URI called) {
        return RelyingParty.of(address.orElse(called));
    }

    /** Returns a challenge to be signed. */
    String challenge(String holder) {
        return challenges.next(holder);
    }

    /** Begins to add one. */
    String begin(Account account, String holder) {
        if (store.of(account.id()).size() >= MOST) {
            throw RestException.of(AccessError.TOO_MANY_PASSKEYS, "Remove a passkey first.");
        }
        return challenges.next(registration(holder));
    }

    /**
     * Adds the one that a device has made.
     *
     * @param holder the secret of the session that asked for the challenge
     */
    Passkey add(Account account, String name, PasskeyResource.NewPasskey made, String holder, URI called) {
        Ceremonies.Made device =
                ceremonies.registered(made, party(called), challenge -> take(challenge, registration(holder)));
        Passkey passkey = new Passkey(
                UUID.randomUUID(),
                account.id(),
                Optional.of(name),
                device.credential(),
                device.signCount(),
                clock.instant(),
                Optional.empty());
        if (!store.add(passkey)) {
            throw wrong();
        }
        return passkey;
    }

    /**
     * Checks what a device signed, and notes its use.
     *
     * @return the passkey
     * @throws RestException with status 401 where nobody's passkey has signed this now, for this server
     */
    Passkey use(PasskeyAnswer answer) {
        Passkey passkey = store.find(Ceremonies.fingerprint(
                        PasskeyAnswer.bytes(answer.signed().credentialId())))
                .orElseThrow(Passkeys::wrong);
        RelyingParty party = party(answer.called());
        if (!passkey.credential().rpId().equals(party.id()) || !answer.mayBeOf(passkey.accountId())) {
            throw wrong();
        }
        try {
            long count =
                    ceremonies.signed(answer.signed(), passkey, party, challenge -> take(challenge, answer.holder()));
            if (!store.use(passkey, count, clock.instant())) {
                throw wrong();
            }
            return passkey;
        } catch (RestException e) {
            if (e.code() == AccessError.PASSKEY_COPIED) {
                audit.detail("account", passkey.accountId().toString());
                audit.detail("passkeyCopied", passkey.id().toString());
            }
            throw e;
        }
    }

    void remove(UUID accountId, UUID id) {
        if (!store.remove(accountId, id)) {
            throw RestException.notFound();
        }
    }

    boolean removeAll(UUID accountId) {
        return store.removeAll(accountId);
    }

    private void take(String challenge, String holder) {
        if (!challenges.take(challenge, holder)) {
            throw RestException.of(
                    AccessError.PASSKEY_CHALLENGE, "This was not begun here, is over, or was used: begin again.");
        }
    }

    /** What was asked for to add a passkey proves nothing. */
    private static String registration(String holder) {
        return "registration " + holder;
    }

    static RestException wrong() {
        return RestException.of(AccessError.WRONG_PASSKEY, "The passkey is not one of this account and server.");
    }
}
