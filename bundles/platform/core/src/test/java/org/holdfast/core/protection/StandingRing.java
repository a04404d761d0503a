package org.holdfast.core.protection;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.holdfast.api.protection.KeyPath;
import org.holdfast.api.protection.KeyRing;
import org.holdfast.api.protection.KeyRingState;
import org.holdfast.api.protection.KeyRingState.Status;
import org.holdfast.api.protection.RecordIdentity;
import org.holdfast.api.protection.WrappedKey;
import org.holdfast.launcher.registry.CapabilityGoneException;

/** A key ring whose state a test sets; it seals nothing. */
final class StandingRing implements KeyRing {
    private Status status = Status.ABSENT;
    private boolean gone;

    void become(Status next) {
        status = next;
        gone = false;
    }

    /** Answers from now on as the object of a bundle that is gone. */
    void fail() {
        gone = true;
    }

    @Override
    public KeyRingState state() {
        if (gone) {
            throw new CapabilityGoneException("test");
        }
        return new KeyRingState(status, status == Status.OPEN ? "" : status.name());
    }

    @Override
    public void forget(WrappedKey personKey) {
        // It keeps none.
    }

    @Override
    public String suite() {
        return "none";
    }

    @Override
    public String create(Path file, char[] passphrase) {
        throw new UnsupportedOperationException();
    }

    @Override
    public KeyRingState unlock(Path file, char[] passphrase) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void lock() {
        become(Status.LOCKED);
    }

    @Override
    public WrappedKey newSubsidiaryKey(String subsidiaryId) {
        throw new UnsupportedOperationException();
    }

    @Override
    public WrappedKey newPersonKey(WrappedKey subsidiaryKey, String personId) {
        throw new UnsupportedOperationException();
    }

    @Override
    public byte[] seal(KeyPath keys, RecordIdentity identity, byte[] plaintext) {
        throw new UnsupportedOperationException();
    }

    @Override
    public byte[] open(KeyPath keys, RecordIdentity identity, byte[] sealed) {
        throw new UnsupportedOperationException();
    }

    @Override
    public String blindIndex(WrappedKey subsidiaryKey, String column, String value) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<String> roots() {
        return List.of();
    }

    @Override
    public String createNext(Path file, char[] passphrase) {
        throw new UnsupportedOperationException();
    }

    @Override
    public KeyRingState unlockNext(Path file, char[] passphrase) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void forgetFormer() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<String> rootOf(WrappedKey subsidiaryKey) {
        throw new UnsupportedOperationException();
    }

    @Override
    public WrappedKey rewrapSubsidiaryKey(WrappedKey subsidiaryKey) {
        throw new UnsupportedOperationException();
    }

    @Override
    public WrappedKey rewrapPersonKey(WrappedKey from, WrappedKey to, WrappedKey personKey) {
        throw new UnsupportedOperationException();
    }
}
