package org.holdfast.core.access;

import org.apache.shiro.authc.AuthenticationException;
import org.apache.shiro.authc.AuthenticationInfo;
import org.apache.shiro.authc.AuthenticationToken;
import org.apache.shiro.authc.pam.FirstSuccessfulStrategy;
import org.apache.shiro.realm.Realm;
import org.holdfast.api.HoldfastException;
import org.jspecify.annotations.Nullable;

/** One realm's yes is enough; a failure of the server itself is not taken for a wrong password. */
final class OneRealm extends FirstSuccessfulStrategy {

    @Override
    public @Nullable AuthenticationInfo afterAttempt(
            Realm realm,
            AuthenticationToken token,
            @Nullable AuthenticationInfo found,
            @Nullable AuthenticationInfo all,
            @Nullable Throwable failure)
            throws AuthenticationException {
        if (failure instanceof HoldfastException ours) {
            throw new AuthenticationException("the server could not look", ours);
        }
        return super.afterAttempt(realm, token, found, all, failure);
    }
}
