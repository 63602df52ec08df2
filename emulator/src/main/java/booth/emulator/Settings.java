package booth.emulator;

import booth.emulator.account.Account;
import booth.emulator.lambda.Concurrency;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How to start the embedded cloud.
 *
 * @param templates the synthesized templates, {@code cdk.out/<Stack>.template.json}, in the order in which they are
 *     deployed: each becomes a stack, and may import what those before it export
 * @param opt a folder that stands for {@code /opt} of every function, for a template whose layers were not built; empty
 *     where their assets lie beside the template
 * @param data where buckets, queues, executions, topics and logs are kept
 * @param port of the gateway; the next two are S3's and SQS's; 0 for any free ones
 * @param account whose resources the templates' are
 * @param secrets texts of secrets by name or ARN, which are made before anything is deployed unless they are there
 * @param concurrency how many calls its functions take at once, and whose turn it is in the line before them
 */
public record Settings(
        List<Path> templates,
        Optional<Path> opt,
        DataSettings data,
        int port,
        Account account,
        Map<String, String> secrets,
        Concurrency concurrency) {
    private static final int PORTS = 3;
    private static final int HIGHEST = 65536;

    public Settings {
        templates = List.copyOf(templates);
        secrets = Map.copyOf(secrets);
        if (templates.isEmpty()) throw new IllegalArgumentException("Without a template there is nothing to start.");
        if (port < 0 || port + PORTS > HIGHEST)
            throw new IllegalArgumentException("A port is a number from 1 to " + (HIGHEST - PORTS) + ", or 0 for any.");
    }

    /** For a template whose layers, if it has any, lie beside it. */
    public Settings(Path template, DataSettings data, int port, Account account) {
        this(List.of(template), Optional.empty(), data, port, account, Map.of(), Concurrency.DEFAULT);
    }

    /** The same with more secrets. */
    public Settings withSecrets(Map<String, String> more) {
        Map<String, String> all = new HashMap<>(secrets);
        all.putAll(more);
        return new Settings(templates, opt, data, port, account, all, concurrency);
    }

    /** Without the secrets. */
    @Override
    public String toString() {
        return templates + " at port " + port;
    }

    int gatewayPort() {
        return port;
    }

    int s3Port() {
        return port == 0 ? 0 : port + 1;
    }

    int sqsPort() {
        return port == 0 ? 0 : port + 2;
    }
}
