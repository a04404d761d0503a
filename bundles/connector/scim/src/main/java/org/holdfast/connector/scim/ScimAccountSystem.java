package org.holdfast.connector.scim;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.unboundid.scim2.common.exceptions.ScimException;
import com.unboundid.scim2.common.filters.Filter;
import com.unboundid.scim2.common.messages.PatchOperation;
import com.unboundid.scim2.common.messages.PatchRequest;
import com.unboundid.scim2.common.utils.JsonUtils;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.holdfast.api.connector.AccountOwner;
import org.holdfast.api.connector.AccountPage;
import org.holdfast.api.connector.AccountStatus;
import org.holdfast.api.connector.AccountStatus.Life;
import org.holdfast.api.connector.AccountSystem;
import org.holdfast.api.connector.AccountSystemError;
import org.holdfast.api.connector.AccountSystemException;
import org.holdfast.api.connector.DisableOutcome;
import org.holdfast.api.connector.SystemAccount;
import org.holdfast.api.connector.SystemSetting;
import org.holdfast.api.connector.SystemSettings;
import org.holdfast.connector.scim.Http.Answer;
import org.holdfast.connector.scim.Service.Dialect;
import org.osgi.service.component.annotations.Component;

/** Accounts in a service that speaks SCIM 2.0 (RFC 7643, 7644), as far as real services do. */
@Component(service = AccountSystem.class, immediate = true)
public final class ScimAccountSystem implements AccountSystem {
    private static final String USERS = "/Users";
    private static final int MOST_OF_ONE = 50;
    private static final int BAD_REQUEST = 400;
    private static final List<String> OTHER_DIALECT =
            List.of("", "invalidPath", "noTarget", "invalidSyntax", "invalidValue");

    @Override
    public String code() {
        return "scim";
    }

    @Override
    public List<SystemSetting> settings() {
        return Service.needed();
    }

    @Override
    public List<String> refused(SystemSettings settings) {
        return new Service(settings).refused();
    }

    @Override
    public int test(SystemSettings settings) {
        return page(settings, "").accounts().size();
    }

    @Override
    public List<SystemAccount> find(SystemSettings settings, AccountOwner owner) {
        Service service = new Service(settings);
        String value = service.match() == Service.Match.EMAIL ? owner.email() : owner.employeeNo();
        if (value.isBlank()) {
            return List.of();
        }
        String query = USERS + "?filter=" + encoded(filter(service, value)) + "&count=" + MOST_OF_ONE;
        List<User> found = users(answered(new Http(service).get(query)));
        List<User> theirs = found.stream()
                .filter(user -> user.bears(service.match(), value))
                .toList();
        // A service that does not know the filter shows everybody: nobody's account is taken for this person's, and an
        // empty answer would be believed.
        if (theirs.isEmpty() && !found.isEmpty()) {
            throw new AccountSystemException(AccountSystemError.MALFORMED_ANSWER);
        }
        return theirs.stream().map(user -> user.account(service.match())).toList();
    }

    private static String filter(Service service, String value) {
        try {
            return Filter.eq(service.match().path(), value).toString();
        } catch (ScimException e) {
            throw new AccountSystemException(AccountSystemError.MALFORMED_ANSWER);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static JsonNode answered(Answer answer) {
        if (answer.nothingThere() || (answer.status() >= 300 && answer.status() < BAD_REQUEST)) {
            throw new AccountSystemException(AccountSystemError.NOT_FOUND);
        }
        if (!answer.well()) {
            throw new AccountSystemException(AccountSystemError.REFUSED);
        }
        if (!answer.body().isObject()) {
            throw new AccountSystemException(AccountSystemError.MALFORMED_ANSWER);
        }
        return answer.body();
    }

    private static List<User> users(JsonNode list) {
        JsonNode resources = list.path("Resources");
        if (!resources.isArray() && list.path("totalResults").asInt(-1) != 0) {
            throw new AccountSystemException(AccountSystemError.MALFORMED_ANSWER);
        }
        List<User> found = new ArrayList<>();
        resources.forEach(node -> found.add(new User(node)));
        return found;
    }

    @Override
    public AccountPage page(SystemSettings settings, String cursor) {
        Service service = new Service(settings);
        int end = cursor.indexOf(' ');
        int start = end < 0 ? 1 : Integer.parseInt(cursor.substring(0, end));
        String before = end < 0 ? "" : cursor.substring(end + 1);
        JsonNode list =
                answered(new Http(service).get(USERS + "?startIndex=" + start + "&count=" + service.pageSize()));
        List<User> found = users(list);
        // A service without paging begins anew: everybody was seen.
        if (found.isEmpty() || found.get(0).id().equals(before)) {
            return new AccountPage(List.of(), "");
        }
        if (found.size() > LARGEST_PAGE) {
            throw new AccountSystemException(AccountSystemError.MALFORMED_ANSWER);
        }
        int next = start + found.size();
        JsonNode total = list.path("totalResults");
        boolean last = total.isNumber() && next > total.asInt();
        return new AccountPage(
                found.stream().map(user -> user.account(service.match())).toList(),
                last ? "" : next + " " + found.get(0).id());
    }

    @Override
    public DisableOutcome disable(SystemSettings settings, String reference, UUID key) {
        Service service = new Service(settings);
        Optional<User> user = user(service, reference);
        if (user.isEmpty()) {
            return DisableOutcome.GONE;
        }
        if (user.get().life() == Life.DISABLED) {
            return DisableOutcome.ALREADY_DISABLED;
        }
        Http http = new Http(service);
        Answer answer = http.patch(path(reference), change(service.dialect()), key);
        if (answer.status() == BAD_REQUEST && OTHER_DIALECT.contains(answer.kind())) {
            answer = http.patch(path(reference), change(service.dialect().other()), key);
        }
        if (answer.nothingThere()) {
            return user(service, reference).isEmpty() ? DisableOutcome.GONE : refused();
        }
        return answer.well() ? DisableOutcome.DISABLED : refused();
    }

    private static DisableOutcome refused() {
        throw new AccountSystemException(AccountSystemError.REFUSED);
    }

    private static String change(Dialect dialect) {
        try {
            PatchOperation operation = dialect == Dialect.PATH
                    ? PatchOperation.replace("active", Boolean.FALSE)
                    : PatchOperation.replace(
                            JsonNodeFactory.instance.objectNode().put("active", false));
            return JsonUtils.getObjectWriter().writeValueAsString(new PatchRequest(operation));
        } catch (ScimException | JsonProcessingException e) {
            throw new IllegalStateException("A fixed change can be written", e);
        }
    }

    @Override
    public AccountStatus read(SystemSettings settings, String reference) {
        return user(new Service(settings), reference)
                .map(user -> new AccountStatus(user.life(), user.changedAt()))
                .orElse(AccountStatus.of(Life.GONE));
    }

    private static Optional<User> user(Service service, String reference) {
        Http http = new Http(service);
        Answer answer = http.get(path(reference));
        if (answer.nothingThere()) {
            // Nothing is there at a wrong address either: somebody is gone where the others still stand.
            users(answered(http.get(USERS + "?startIndex=1&count=1")));
            return Optional.empty();
        }
        User user = new User(answered(answer));
        if (!user.id().equals(reference)) {
            throw new AccountSystemException(AccountSystemError.MALFORMED_ANSWER);
        }
        return Optional.of(user);
    }

    private static String path(String reference) {
        return USERS + '/' + encoded(reference);
    }
}
