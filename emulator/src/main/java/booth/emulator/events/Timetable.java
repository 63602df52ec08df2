package booth.emulator.events;

import booth.emulator.account.Account;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.stream.LongStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Rules with a schedule. A rate comes soon after the start, and then in its rhythm. What comes due while this machine sleeps
 * comes once, when it wakes; what comes due while nobody runs does not come.
 */
public final class Timetable implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Timetable.class);

    /** A week of minutes is enough to look back on. */
    private static final long MOST = 7 * 24 * 60;

    private record Rule(String arn, Schedule schedule, List<RuleTarget> targets) {
        boolean isDue(long minute) {
            return schedule.isDue(
                    Instant.ofEpochSecond(TimeUnit.MINUTES.toSeconds(minute)).atZone(ZoneOffset.UTC));
        }
    }

    private final Account account;
    private final InstantSource clock;
    private final BiConsumer<String, String> deliver;
    private final List<Rule> rules = new CopyOnWriteArrayList<>();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread ticking = new Thread(work, "timetable");
        ticking.setDaemon(true);
        return ticking;
    });
    private long last;

    /** @param deliver given a target's ARN and the event; when it returns, the event will not be lost */
    public Timetable(Account account, InstantSource clock, BiConsumer<String, String> deliver) {
        this.account = account;
        this.clock = clock;
        this.deliver = deliver;
        this.last = minute(clock.instant());
    }

    /** @param arn of the rule */
    public void add(String arn, Schedule schedule, List<RuleTarget> targets) {
        rules.add(new Rule(arn, schedule, List.copyOf(targets)));
    }

    /**
     * From now on rules come when they are due. Call it once, when all that they may call is there.
     *
     * @param first after which those come that do not wait until they are due
     */
    public void start(Duration first) {
        thread.schedule(this::comeFirst, first.toMillis(), TimeUnit.MILLISECONDS);
        thread.scheduleAtFixedRate(() -> strike(clock.instant()), 1, 1, TimeUnit.SECONDS);
    }

    private void comeFirst() {
        for (Rule rule : rules)
            if (rule.schedule.comesFirst()) rule.targets.forEach(target -> call(rule, target, clock.instant()));
    }

    /** It is so late: whatever has come due since the last time comes, each rule once. */
    public synchronized void strike(Instant time) {
        long now = minute(time);
        long since = Math.max(last + 1, now - MOST);
        last = Math.max(last, now);
        for (Rule rule : rules)
            if (LongStream.rangeClosed(since, now).anyMatch(rule::isDue))
                rule.targets.forEach(target -> call(rule, target, time));
    }

    /**
     * Comes without being due.
     *
     * @throws IllegalArgumentException when there is no such rule
     */
    public void callNow(String arn) {
        Rule wanted = rules.stream()
                .filter(rule -> rule.arn().equals(arn))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no rule " + arn + " with a schedule."));
        wanted.targets().forEach(target -> call(wanted, target, clock.instant()));
    }

    /** One that cannot be had keeps no other from its call. */
    private void call(Rule rule, RuleTarget target, Instant time) {
        try {
            deliver.accept(target.arn(), target.message(event(rule, time)));
        } catch (RuntimeException e) {
            LOG.error("{} could not be called by {}", target.arn(), rule.arn(), e);
        }
    }

    private String event(Rule rule, Instant time) {
        ObjectNode event = JsonNodeFactory.instance
                .objectNode()
                .put("version", "0")
                .put("id", UUID.randomUUID().toString())
                .put("detail-type", "Scheduled Event")
                .put("source", "aws.events")
                .put("account", account.id())
                .put("time", time.truncatedTo(ChronoUnit.SECONDS).toString())
                .put("region", account.region());
        event.putArray("resources").add(rule.arn());
        event.putObject("detail");
        return event.toString();
    }

    private static long minute(Instant time) {
        return TimeUnit.SECONDS.toMinutes(time.getEpochSecond());
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
