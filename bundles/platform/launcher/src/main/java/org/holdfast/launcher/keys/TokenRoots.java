package org.holdfast.launcher.keys;

import java.io.IOException;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.holdfast.api.HoldfastException;
import org.holdfast.api.protection.KeyRing;
import org.holdfast.api.protection.KeyRingState;
import org.holdfast.api.protection.KeyRingState.Status;
import org.holdfast.api.protection.RootToken;
import org.holdfast.api.protection.TokenContent;
import org.holdfast.launcher.config.Configuration;
import org.holdfast.launcher.text.Message;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Root keys in the token of the settings. The PIN is given to the token only where it is there and its owner's alone, and
 * once each time: tokens lock themselves after some wrong ones.
 */
public final class TokenRoots {
    private static final Logger LOG = LoggerFactory.getLogger(TokenRoots.class);

    private final TokenAccess access;
    private String told = "";
    private boolean comesBack;

    /**
     * Names the installation.
     *
     * @param configuration the settings
     */
    public TokenRoots(Configuration configuration) {
        this.access = new TokenAccess(configuration);
    }

    TokenAccess access() {
        return access;
    }

    /** Tells whether the last failure was one that ends when the token comes back, without any file being changed. */
    boolean comesBack() {
        return comesBack;
    }

    /**
     * Opens the ring with a key in the token.
     *
     * @return why it cannot be, or empty
     */
    Optional<Message> unlock(KeyRing ring, String root) {
        return opened(ring, root, (token, pin) -> ring.unlock(token, root, pin));
    }

    /**
     * Opens a further key, in the token.
     *
     * @return why it cannot be, or empty
     */
    Optional<Message> unlockNext(KeyRing ring, String root) {
        return opened(ring, root, (token, pin) -> ring.unlockNext(token, root, pin));
    }

    /**
     * Tells whether the token is there and lets us in. Gives it the PIN once.
     *
     * @param ring a ring, open or not
     * @return why it does not, or empty
     */
    public Optional<Message> usable(KeyRing ring) {
        return withPin(pin -> {
            KeyRingState state = ring.look(access.token(), pin).state();
            return state.status() == Status.OPEN ? Optional.empty() : refused(state);
        });
    }

    private Optional<Message> opened(KeyRing ring, String root, BiFunction<RootToken, char[], KeyRingState> unlock) {
        if (!access.named()) {
            return Optional.of(Message.of("sealed.tokenUnnamed", root));
        }
        RootToken token = access.token();
        return withPin(pin -> {
                    TokenContent content = ring.look(token, pin);
                    if (content.state().status() != Status.OPEN) {
                        return refused(content.state());
                    }
                    comesBack = !content.roots().contains(root);
                    return comesBack
                            ? Optional.of(Message.of("sealed.tokenForeign", root, token.library()))
                            : Optional.empty();
                })
                .or(() -> withPin(pin -> {
                    KeyRingState state = unlock.apply(token, pin);
                    return state.status() == Status.OPEN ? Optional.empty() : refused(state);
                }));
    }

    private Optional<Message> withPin(Function<char[], Optional<Message>> work) {
        comesBack = false;
        Optional<Message> problem = access.problem();
        if (problem.isPresent()) {
            return problem;
        }
        try {
            return work.apply(access.pin());
        } catch (IOException e) {
            return Optional.of(Message.of("sealed.pinUnreadable", access.pinFile()));
        }
    }

    private Optional<Message> refused(KeyRingState state) {
        if (!told.equals(state.reason())) {
            told = state.reason();
            LOG.warn("The root key was not opened: {}", told);
        }
        if (state.status() == Status.LOCKED) {
            return Optional.of(Message.of("sealed.pinWrong", access.pinFile()));
        }
        comesBack = true;
        RootToken token = access.token();
        return Optional.of(
                Message.of("sealed.tokenAbsent", token.library(), token.slot().isEmpty() ? "-" : token.slot()));
    }

    /**
     * Makes a key in the token.
     *
     * @return its identity
     * @throws HoldfastException where it cannot be made
     */
    String create(KeyRing ring) {
        Optional<Message> problem = access.problem();
        if (problem.isPresent()) {
            throw new HoldfastException(
                    RootKeyError.PASSPHRASE_ABSENT, problem.get().toString());
        }
        try {
            return ring.createIn(access.token(), access.pin());
        } catch (IOException e) {
            throw new HoldfastException(RootKeyError.PASSPHRASE_ABSENT, "The PIN file cannot be read.", e);
        }
    }
}
