package booth.garden.bulk;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a gardener sees of a batch.
 *
 * @param progress 0 to 1, of the pictures that were made or failed
 * @param price of all pictures
 * @param spent of those that were made
 * @param failures the first of them, with reasons; empty in lists
 * @param replayable whether a replay would paint something
 */
record BatchView(
        BatchId id,
        BatchStatus status,
        String area,
        Instant createdAt,
        int attempt,
        Pictures pictures,
        double progress,
        PriceList.Price price,
        PriceList.Price spent,
        List<Failure> failures,
        boolean replayable,
        Links links) {
    /** @param missing those of which nothing is known, for they wait, or their order was lost */
    record Pictures(int planned, int made, int failed, int missing) {}

    /**
     * A picture that will not come.
     *
     * @param key that it would have had
     * @param code upper-case words where the model refused it, else the name of an error
     */
    record Failure(int item, Optional<String> key, String code, String message) {}

    record Links(String self, String cancel, String replay) {
        static Links of(BatchId id) {
            String self = "/v1/garden/batches/" + id;
            return new Links(self, self + "/cancel", self + "/replay");
        }
    }

    static BatchView of(
            Batch batch, BatchStatus status, int made, int failed, List<Failure> failures, PriceList prices) {
        int planned = batch.request().pictures();
        boolean over = status != BatchStatus.RUNNING;
        return new BatchView(
                batch.id(),
                status,
                batch.request().area().orElse("imgPool"),
                batch.createdAt(),
                batch.attempt(),
                new Pictures(planned, made, failed, Math.max(0, planned - made - failed)),
                Math.min(1, (double) (made + failed) / planned),
                prices.of(planned),
                prices.of(made),
                failures,
                over && made < planned,
                Links.of(batch.id()));
    }
}
