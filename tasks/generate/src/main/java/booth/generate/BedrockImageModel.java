package booth.generate;

import java.util.List;

/**
 * An image model of Bedrock, in as many regions as it is offered. Branch i begins with region i; with three branches and
 * three regions everyone has a quota of their own.
 */
final class BedrockImageModel implements ImageModel {
    private final Dialect dialect;
    private final ModelPlaces regions;

    BedrockImageModel(Dialect dialect, List<BedrockRegion> regions) {
        this.dialect = dialect;
        this.regions = new ModelPlaces("REGIONS must name at least one region", regions);
    }

    @Override
    public void prime() {
        regions.prime();
    }

    @Override
    public byte[] paint(Scene scene, int branch) {
        return regions.ask(dialect.request(scene), branch - 1, dialect::picture);
    }
}
