package org.holdfast.connector.ldap;

import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import java.util.List;
import org.holdfast.api.connector.AccountStatus.Life;

/** How a directory says that nobody can sign in with an account. */
enum Lock {
    /** Bit 2 of {@code userAccountControl} (ADS_UF_ACCOUNTDISABLE). */
    ACTIVE_DIRECTORY("activeDirectory") {
        @Override
        Life life(Entry account, Attribute other) {
            return (control(account) & DISABLED) == 0 ? Life.ACTIVE : Life.DISABLED;
        }

        /** The old value is named, too: who has changed another bit meanwhile is not overruled. */
        @Override
        List<Modification> disable(Entry account, Attribute other) {
            int old = control(account);
            Modification add = new Modification(ModificationType.ADD, CONTROL, Integer.toString(old | DISABLED));
            return account.hasAttribute(CONTROL)
                    ? List.of(
                            new Modification(ModificationType.DELETE, CONTROL, account.getAttributeValue(CONTROL)), add)
                    : List.of(add);
        }

        private int control(Entry account) {
            Integer value = account.getAttributeValueAsInteger(CONTROL);
            return value == null ? NORMAL : value;
        }
    },

    /** {@code nsAccountLock} of 389 Directory Server and its kin. */
    ACCOUNT_LOCK("accountLock") {
        @Override
        Life life(Entry account, Attribute other) {
            return "true".equalsIgnoreCase(account.getAttributeValue(ACCOUNT_LOCK_ATTRIBUTE))
                    ? Life.DISABLED
                    : Life.ACTIVE;
        }

        @Override
        List<Modification> disable(Entry account, Attribute other) {
            return List.of(new Modification(ModificationType.REPLACE, ACCOUNT_LOCK_ATTRIBUTE, "true"));
        }
    },

    /** {@code pwdAccountLockedTime} of a password policy: its first moment means for ever, any other a while. */
    PASSWORD_POLICY("passwordPolicy") {
        @Override
        Life life(Entry account, Attribute other) {
            return FOR_EVER.equals(account.getAttributeValue(LOCKED_TIME)) ? Life.DISABLED : Life.ACTIVE;
        }

        @Override
        List<Modification> disable(Entry account, Attribute other) {
            return List.of(new Modification(ModificationType.REPLACE, LOCKED_TIME, FOR_EVER));
        }
    },

    /** Any other attribute with a value. */
    ATTRIBUTE("attribute") {
        @Override
        Life life(Entry account, Attribute other) {
            return other.value().equalsIgnoreCase(account.getAttributeValue(other.name()))
                    ? Life.DISABLED
                    : Life.ACTIVE;
        }

        @Override
        List<Modification> disable(Entry account, Attribute other) {
            return List.of(new Modification(ModificationType.REPLACE, other.name(), other.value()));
        }
    };

    static final String CONTROL = "userAccountControl";
    static final String ACCOUNT_LOCK_ATTRIBUTE = "nsAccountLock";
    static final String LOCKED_TIME = "pwdAccountLockedTime";

    private static final int DISABLED = 2;
    private static final int NORMAL = 512;
    /** draft-behera-ldap-password-policy-10, 5.3.3. */
    private static final String FOR_EVER = "000001010000Z";

    private final String code;

    Lock(String code) {
        this.code = code;
    }

    /**
     * An attribute that says it.
     *
     * @param name its name
     * @param value its value on a disabled account
     */
    record Attribute(String name, String value) {}

    String code() {
        return code;
    }

    static Lock ofCode(String code) {
        for (Lock lock : values()) {
            if (lock.code.equals(code)) {
                return lock;
            }
        }
        return ACTIVE_DIRECTORY;
    }

    /** Says whether an account lives; where the directory does not show the attribute, it is taken to. */
    abstract Life life(Entry account, Attribute other);

    abstract List<Modification> disable(Entry account, Attribute other);
}
