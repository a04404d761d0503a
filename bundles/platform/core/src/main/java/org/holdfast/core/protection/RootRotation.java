package org.holdfast.core.protection;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.holdfast.api.protection.KeyRing;
import org.holdfast.api.protection.RootKind;
import org.holdfast.api.protection.WrappedKey;
import org.holdfast.launcher.keys.KeyRotation;
import org.holdfast.launcher.keys.KeyRotation.Succession;
import org.holdfast.launcher.keys.RootSuccession;

/**
 * Replaces the root key: a new one beside the old one, in a file or a token, every key below wrapped anew by it, the new one in
 * the place of the old one. The keys stay the same keys, so nothing that they have sealed is touched.
 */
final class RootRotation implements Rotation {
    private static final String COUNT = "SELECT COUNT(*) FROM (SELECT key_id FROM wrapped_key WHERE owner_id ="
            + " subsidiary_id UNION ALL SELECT key_id FROM wrapping_key) below_root";
    private static final String READ = "SELECT key_id, subsidiary_id, wrapped, FALSE FROM wrapped_key"
            + " WHERE owner_id = subsidiary_id UNION ALL SELECT key_id, subsidiary_id, wrapped, TRUE FROM wrapping_key";
    private static final String OWN =
            "UPDATE wrapped_key SET wrapped = ? WHERE key_id = ? AND owner_id = subsidiary_id";
    private static final String WRAPPING = "UPDATE wrapping_key SET wrapped = ? WHERE key_id = ?";
    private static final String PROGRESS = "UPDATE key_rotation SET done = done + ? WHERE id = ?";

    private final RotationTable table;
    private final SealedVault vault;
    private final RootSuccession files;
    private final int batch;

    /** Takes how many keys are wrapped anew in one transaction, at least 1. */
    RootRotation(RotationTable table, SealedVault vault, RootSuccession files, int batch) {
        this.table = table;
        this.vault = vault;
        this.files = files;
        this.batch = batch;
    }

    private record Below(WrappedKey key, boolean wrapping) {}

    @Override
    public long total() {
        return table.count(COUNT);
    }

    @Override
    public void run(KeyRotation rotation, KeyRing ring, Runnable after) {
        Succession succession = succession(rotation, ring, after);
        String successor = Objects.requireNonNull(succession.successor());
        List<Below> left = left(ring, successor);
        while (!left.isEmpty()) {
            for (int from = 0; from < left.size(); from += batch) {
                rewrap(rotation.id(), ring, left.subList(from, Math.min(from + batch, left.size())));
                after.run();
            }
            left = left(ring, successor);
        }
        String former = Objects.requireNonNull(succession.former());
        files.finish(ring, former);
        after.run();
        table.done(new KeyRotation(
                rotation.id(),
                rotation.turn(),
                rotation.level(),
                rotation.progress(),
                succession,
                rotation.begun(),
                rotation.end()));
        vault.whileNoKeyIsMade(ring::forgetFormer);
    }

    /** Makes the new root key, or opens the one that was made before a kill. */
    private Succession succession(KeyRotation rotation, KeyRing ring, Runnable after) {
        String known = rotation.succession().successor();
        if (known != null) {
            if (!ring.roots().contains(known)) {
                vault.whileNoKeyIsMade(() -> files.reopen(ring, known));
            }
            return rotation.succession();
        }
        String former = ring.roots().get(0);
        vault.whileNoKeyIsMade(() -> files.begin(ring));
        after.run();
        List<String> roots = ring.roots();
        String successor = roots.get(roots.size() - 1);
        Succession succession = new Succession(former, successor);
        table.succession(
                rotation.id(),
                succession,
                ring.kindOf(successor).orElse(RootKind.PKCS12).code());
        after.run();
        return succession;
    }

    private List<Below> left(KeyRing ring, String successor) {
        List<Below> left = new ArrayList<>(table.inOne(RootRotation::read));
        left.removeIf(
                below -> ring.rootOf(below.key()).filter(successor::equals).isPresent());
        return left;
    }

    private static List<Below> read(Connection connection) throws SQLException {
        List<Below> keys = new ArrayList<>();
        try (PreparedStatement read = connection.prepareStatement(READ);
                ResultSet rows = read.executeQuery()) {
            while (rows.next()) {
                String owner = rows.getObject(2, UUID.class).toString();
                keys.add(new Below(new WrappedKey(rows.getString(1), owner, rows.getBytes(3)), rows.getBoolean(4)));
            }
        }
        return keys;
    }

    private void rewrap(UUID rotation, KeyRing ring, List<Below> keys) {
        List<Below> anew = keys.stream()
                .map(below -> new Below(ring.rewrapSubsidiaryKey(below.key()), below.wrapping()))
                .toList();
        table.inOne(connection -> {
            for (Below below : anew) {
                RotationTable.execute(
                        connection,
                        below.wrapping() ? WRAPPING : OWN,
                        below.key().bytes(),
                        below.key().id());
            }
            return RotationTable.execute(connection, PROGRESS, anew.size(), rotation);
        });
        anew.forEach(below -> vault.rewrapped(UUID.fromString(below.key().ownerId()), below.key()));
    }
}
