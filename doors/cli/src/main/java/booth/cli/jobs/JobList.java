package booth.cli.jobs;

import booth.core.Concurrently;
import booth.core.Refused;
import booth.core.job.ExecutionName;
import booth.core.job.JobId;
import booth.core.job.JobKeys;
import booth.core.job.JobView;
import booth.core.job.Jobs;
import booth.core.job.ObjectStore;
import booth.core.job.Status;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.ExecutionListItem;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

/**
 * The jobs of a stack, newest first. Step Functions lists the executions, the folder of each job says how it stands; jobs
 * that never had an execution are looked for in the bucket, and only where somebody asks for such.
 */
final class JobList {
    private static final int AT_ONCE = 16;
    private static final Set<Status> WITHOUT_EXECUTION = Set.of(Status.AWAITING_UPLOAD, Status.REJECTED);

    private final SfnClient states;
    private final String stateMachine;
    private final ObjectStore folder;

    JobList(SfnClient states, String stateMachine, ObjectStore folder) {
        this.states = states;
        this.stateMachine = stateMachine;
        this.folder = folder;
    }

    /**
     * What is asked for.
     *
     * @param statuses any of these; all but those that await their photo, if empty
     * @param since jobs whose latest execution started before are left out
     */
    record Query(Set<Status> statuses, Optional<String> booth, Optional<Instant> since, int limit) {
        private boolean wants(Row row) {
            return (statuses.isEmpty() || statuses.contains(row.status()))
                    && (booth.isEmpty()
                            || booth.equals(row.view().map(JobView::origin).map(JobView.Origin::booth)))
                    && isRecent(row.startedAt());
        }

        private boolean isRecent(Instant start) {
            return since.isEmpty() || !start.isBefore(since.get());
        }
    }

    /**
     * One job.
     *
     * @param execution its latest
     * @param view empty when its folder has expired, or its record is damaged
     */
    record Row(JobId id, Optional<String> execution, Instant startedAt, Optional<JobView> view, boolean damaged) {
        Status status() {
            return view.map(JobView::status).orElse(damaged ? Status.FAILED : Status.EXPIRED);
        }
    }

    List<Row> find(Query query) {
        Stream<Row> executed = executed(query).stream();
        boolean others = query.statuses.stream().anyMatch(WITHOUT_EXECUTION::contains);
        return Stream.concat(executed, others ? unexecuted(query).stream() : Stream.empty())
                .sorted(Comparator.comparing(Row::startedAt).reversed())
                .limit(query.limit)
                .toList();
    }

    private List<Row> executed(Query query) {
        Iterator<ExecutionListItem> executions =
                states.listExecutionsPaginator(list -> list.stateMachineArn(stateMachine)).executions().stream()
                        .filter(execution ->
                                ExecutionName.parse(execution.name()).isPresent())
                        .takeWhile(execution -> query.isRecent(execution.startDate()))
                        .filter(execution -> mayBe(execution.status(), query.statuses))
                        .iterator();
        Set<JobId> seen = new HashSet<>();
        List<Row> rows = new ArrayList<>();
        while (executions.hasNext() && rows.size() < query.limit) {
            List<ExecutionListItem> some = new ArrayList<>();
            while (executions.hasNext() && some.size() < AT_ONCE) {
                ExecutionListItem execution = executions.next();
                if (seen.add(jobOf(execution))) some.add(execution);
            }
            Concurrently.each(some, this::look).stream().filter(query::wants).forEach(rows::add);
        }
        return rows;
    }

    /** Whether a job whose latest execution stands like this can have one of these statuses: others are not looked at. */
    private static boolean mayBe(ExecutionStatus execution, Set<Status> statuses) {
        if (statuses.isEmpty() || statuses.contains(Status.QUEUED) || statuses.contains(Status.RUNNING)) return true;
        Set<Status> possible = switch (execution) {
            case SUCCEEDED -> Set.of(Status.SUCCEEDED, Status.PARTIAL, Status.REJECTED, Status.EXPIRED);
            case FAILED, TIMED_OUT -> Set.of(Status.FAILED, Status.EXPIRED);
            case ABORTED -> Set.of(Status.CANCELED, Status.EXPIRED);
            default -> Set.of(Status.EXPIRED);
        };
        return statuses.stream().anyMatch(possible::contains);
    }

    private Row look(ExecutionListItem execution) {
        JobId id = jobOf(execution);
        Optional<String> name = Optional.of(execution.name());
        try {
            return new Row(id, name, execution.startDate(), JobView.of(id, folder, key -> key), false);
        } catch (Refused e) {
            if (!e.code().equals(Jobs.DAMAGED)) throw e;
            return new Row(id, name, execution.startDate(), Optional.empty(), true);
        }
    }

    private static JobId jobOf(ExecutionListItem execution) {
        return ExecutionName.parse(execution.name()).orElseThrow().job();
    }

    /** Their folders hold nothing but job.json. */
    private List<Row> unexecuted(Query query) {
        Map<JobId, List<ObjectStore.Entry>> folders = folder.list("photo/").stream()
                .filter(entry -> JobKeys.jobOf(entry.key()).isPresent())
                .collect(Collectors.groupingBy(
                        entry -> JobKeys.jobOf(entry.key()).orElseThrow()));
        List<JobId> candidates = folders.entrySet().stream()
                .filter(folder -> folder.getValue().size() == 1
                        && query.isRecent(folder.getValue().get(0).modified()))
                .map(Map.Entry::getKey)
                .toList();
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < candidates.size(); i += AT_ONCE)
            Concurrently.each(candidates.subList(i, Math.min(i + AT_ONCE, candidates.size())), this::lookAtFolder)
                    .stream()
                    .flatMap(Optional::stream)
                    .filter(row -> WITHOUT_EXECUTION.contains(row.status()) && query.wants(row))
                    .forEach(rows::add);
        return rows;
    }

    /** One that is damaged waits for nothing that anybody can tell. */
    private Optional<Row> lookAtFolder(JobId id) {
        try {
            return JobView.of(id, folder, key -> key)
                    .map(view -> new Row(id, Optional.empty(), view.times().createdAt(), Optional.of(view), false));
        } catch (Refused e) {
            if (!e.code().equals(Jobs.DAMAGED)) throw e;
            return Optional.empty();
        }
    }
}
