package booth.garden.bulk;

import booth.core.Json;
import booth.core.Refused;
import booth.core.job.ObjectStore;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import software.amazon.awssdk.services.sfn.SfnClient;

/**
 * What a new garden is planted with, so that nobody looks at an empty wall: 64 pictures, eight of each emotion, two of
 * them of a favourite. It is a batch as any other, with seeds of its own, and there is one at most.
 */
public final class FirstGarden {
    private static final String FILE = "/first-garden.json";

    private final ObjectStore garden;
    private final BatchRecords records;
    private final Batches batches;
    private final InstantSource clock;

    FirstGarden(ObjectStore garden, BatchRecords records, Batches batches, InstantSource clock) {
        this.garden = garden;
        this.records = records;
        this.batches = batches;
        this.clock = clock;
    }

    /**
     * Plants an empty garden, or goes on with one whose planting ended too early.
     *
     * @param garden the garden's bucket
     * @param machine the ARN of the batches' state machine
     * @return false where pictures grow already
     */
    public static boolean plantWhereNothingGrows(ObjectStore garden, SfnClient stepFunctions, String machine) {
        BatchRecords records = new BatchRecords(garden, new SecureRandom());
        Batches batches = new Batches(
                garden,
                records,
                new StepFunctionsBatchRuns(stepFunctions, machine),
                new PromptProduct(PromptTemplates.load()),
                Clock.systemUTC());
        try {
            new FirstGarden(garden, records, batches, Clock.systemUTC()).plant();
            return true;
        } catch (Refused e) {
            return false;
        }
    }

    /** @throws Refused {@code GARDEN_NOT_EMPTY} where there are pictures of another origin */
    Batch plant() {
        Optional<Batch> planted = records.find(BatchId.FIRST_GARDEN);
        if (planted.isPresent()) return batches.resume(planted.get());
        if (!garden.list("emotions/", "", 1).isEmpty())
            throw new Refused("GARDEN_NOT_EMPTY", "Pictures grow here already; order a batch for more.");
        Batch first = new Batch(
                BatchId.FIRST_GARDEN,
                Optional.empty(),
                request(),
                clock.instant().truncatedTo(ChronoUnit.SECONDS),
                0,
                clock.instant().truncatedTo(ChronoUnit.SECONDS));
        records.create(first);
        return batches.started(batches.existing(first.id())); // of several who plant at once, one
    }

    static BatchRequest request() {
        try (InputStream open = FirstGarden.class.getResourceAsStream(FILE)) {
            if (open == null) throw new IllegalStateException(FILE + " is not on the class path.");
            return Json.read(FILE, open.readAllBytes(), BatchRequest.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
