package booth.generate;

import booth.core.Busy;
import java.util.List;
import java.util.Objects;

/**
 * An image model of Bedrock, in as many regions as it is offered. Branch i begins with region i and goes on to the next
 * one where a region is throttling or out of order, wrapping around; with three branches and three regions everyone has
 * a quota of their own. Where a picture may have been painted, and only its answer was lost, nobody else is asked: the
 * order waits in its queue as it does while the model is busy.
 */
final class BedrockImageModel implements ImageModel {
    private final Dialect dialect;
    private final List<BedrockRegion> regions;

    BedrockImageModel(Dialect dialect, List<BedrockRegion> regions) {
        if (regions.isEmpty()) throw new IllegalArgumentException("REGIONS must name at least one region.");
        this.dialect = dialect;
        this.regions = List.copyOf(regions);
    }

    @Override
    public void prime() {
        RuntimeException failure = null;
        for (BedrockRegion region : regions) {
            try {
                region.prime();
            } catch (Busy | IllegalStateException e) {
                if (failure != null) e.addSuppressed(failure);
                failure = e;
            }
        }
        if (failure != null) throw failure;
    }

    @Override
    public byte[] paint(Scene scene, int branch) {
        byte[] request = dialect.request(scene);
        Busy busy = null;
        for (int i = 0; i < regions.size(); i++) {
            BedrockRegion region = regions.get((branch - 1 + i) % regions.size());
            try {
                return dialect.picture(region.invoke(request));
            } catch (Busy e) {
                if (mayBeBilled(e)) throw e;
                if (busy != null) e.addSuppressed(busy);
                busy = e;
            }
        }
        throw new Busy("Every region is busy", Objects.requireNonNull(busy));
    }

    /** Whoever loses an answer pays all the same; asking the next region at once would pay twice. */
    private static boolean mayBeBilled(Busy e) {
        return !Unpaid.isProvenBy(Objects.requireNonNull(e.getCause()));
    }
}
