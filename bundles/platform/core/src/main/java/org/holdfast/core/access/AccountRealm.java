package org.holdfast.core.access;

import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.shiro.authc.AuthenticationInfo;
import org.apache.shiro.authc.AuthenticationToken;
import org.apache.shiro.authc.SimpleAuthenticationInfo;
import org.apache.shiro.authc.UnknownAccountException;
import org.apache.shiro.authc.UsernamePasswordToken;
import org.apache.shiro.authz.AuthorizationInfo;
import org.apache.shiro.authz.SimpleAuthorizationInfo;
import org.apache.shiro.realm.AuthorizingRealm;
import org.apache.shiro.subject.PrincipalCollection;

/** Knows accounts by name and password, and what every caller's roles permit. */
final class AccountRealm extends AuthorizingRealm {
    private final AccountStore accounts;
    private final PasswordHashes hashes;
    private final RoleTable table;

    AccountRealm(AccountStore accounts, PasswordHashes hashes, RoleTable table) {
        super((token, info) ->
                hashes.fits((char[]) token.getCredentials(), ((Account) info.getCredentials()).passwordHash()));
        this.accounts = accounts;
        this.hashes = hashes;
        this.table = table;
        setName("accounts");
        setAuthenticationTokenClass(UsernamePasswordToken.class);
        setAuthenticationCachingEnabled(false);
        setAuthorizationCachingEnabled(false);
    }

    @Override
    protected AuthenticationInfo doGetAuthenticationInfo(AuthenticationToken token) {
        String username = (String) token.getPrincipal();
        Optional<Account> account =
                accounts.findByName(username).filter(Account::active).filter(Account::passwordIsHere);
        if (account.isEmpty()) {
            hashes.pretend((char[]) token.getCredentials());
            throw new UnknownAccountException("no such account");
        }
        return new SimpleAuthenticationInfo(account.get().caller(), account.get(), getName());
    }

    @Override
    protected AuthorizationInfo doGetAuthorizationInfo(PrincipalCollection principals) {
        SimpleAuthorizationInfo info = new SimpleAuthorizationInfo();
        Caller caller = principals.oneByType(Caller.class);
        if (caller != null) {
            info.setRoles(caller.roles().stream().map(Role::code).collect(Collectors.toSet()));
            info.setStringPermissions(table.permissions(caller));
        }
        return info;
    }
}
