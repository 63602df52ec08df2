package booth.emulator.secrets;

import booth.emulator.account.Account;
import booth.emulator.spool.JsonFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** All secrets of the account, in one small file of its owner's that is replaced whole at every change. Thread-safe. */
public final class Secrets {
    /** The folder's name in a cloud's data. */
    public static final String FOLDER = "secretsmanager";

    private static final Pattern ARN = Pattern.compile("arn:[^:]+:secretsmanager:[^:]+:\\d{12}:secret:(.+)-\\w{6}");
    private static final int SUFFIX = 6;

    private final Account account;
    private final JsonFile<Content> file;
    private Map<String, Secret> secrets = new TreeMap<>();

    private record Content(List<Secret> secrets) {}

    /** What an earlier process kept in the folder, but for what was deleted and is due to go. */
    public Secrets(Path folder, Account account) {
        this.account = account;
        this.file = JsonFile.ofItsOwner(
                folder.resolve("secrets.json"),
                Content.class,
                "Secrets that the start brings along are made anew; those that somebody put there are forgotten.");
        file.read()
                .ifPresent(content -> content.secrets().stream()
                        .filter(secret ->
                                secret.deletion().filter(Instant.now()::isAfter).isEmpty())
                        .forEach(secret -> secrets.put(secret.name(), secret)));
    }

    /**
     * Makes a secret unless there is one already, whatever that says.
     *
     * @param nameOrArn with an ARN, of any account, it has that very one
     */
    public synchronized void seed(String nameOrArn, String value) {
        if (find(nameOrArn).isPresent()) return;
        Matcher arn = ARN.matcher(nameOrArn);
        String name = arn.matches() ? arn.group(1) : nameOrArn;
        Secret empty = empty(name, arn.matches() ? nameOrArn : arn(name), Optional.empty());
        save(empty.with(new SecretVersion(
                UUID.randomUUID().toString(),
                empty.created(),
                Set.of(SecretVersion.CURRENT),
                Optional.of(value),
                Optional.empty())));
    }

    /**
     * The text of a secret that is not deleted; empty where there is none.
     *
     * @param nameOrArn its name, its ARN, or the ARN without the six characters at its end
     * @param version id of a version, or a stage, {@code AWSCURRENT}
     */
    public Optional<String> text(String nameOrArn, String version) {
        return find(nameOrArn)
                .filter(secret -> secret.deletion().isEmpty())
                .flatMap(secret -> secret.version(version))
                .flatMap(SecretVersion::text);
    }

    /** One without a value, which is nowhere yet. */
    Secret empty(String name, Optional<String> description) {
        return empty(name, arn(name), description);
    }

    private static Secret empty(String name, String arn, Optional<String> description) {
        Instant now = now();
        return new Secret(arn, name, description, now, now, Optional.empty(), List.of());
    }

    /** Always the same for a name: a template may name it by its ARN before it is there. */
    private String arn(String name) {
        String suffix = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8))
                .toString()
                .substring(0, SUFFIX);
        return account.arn("secretsmanager", "secret:" + name + "-" + suffix);
    }

    static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }

    synchronized List<Secret> all() {
        return List.copyOf(secrets.values());
    }

    Optional<Secret> find(String nameOrArn) {
        return all().stream().filter(secret -> secret.answersTo(nameOrArn)).findFirst();
    }

    synchronized void save(Secret secret) {
        Map<String, Secret> now = new TreeMap<>(secrets);
        now.put(secret.name(), secret);
        become(now);
    }

    synchronized void remove(Secret secret) {
        Map<String, Secret> left = new TreeMap<>(secrets);
        left.remove(secret.name());
        become(left);
    }

    /** First on the disk: what could not be written has not come about. */
    private void become(Map<String, Secret> changed) {
        file.write(new Content(List.copyOf(changed.values())));
        secrets = changed;
    }
}
