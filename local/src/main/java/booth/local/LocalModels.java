package booth.local;

import booth.emulator.AddedServices;
import booth.local.ai.BedrockService;
import booth.local.ai.RekognitionService;
import booth.local.ai.SageMakerService;
import booth.local.ai.VisionModels;
import booth.vision.Models;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** The models on this machine, as the services that AWS would offer. Weights are loaded when first needed. */
final class LocalModels implements AutoCloseable {
    private final VisionModels models;
    private final AddedServices services;

    LocalModels(Models files) {
        this.models = new VisionModels(files);
        this.services = new AddedServices(
                List.of(new RekognitionService(models)),
                List.of(new SageMakerService(models), new BedrockService(models)));
    }

    /** Begins to load what every photo needs first. */
    CompletableFuture<Void> warmUp() {
        return CompletableFuture.runAsync(models::warmUp);
    }

    AddedServices services() {
        return services;
    }

    @Override
    public void close() {
        models.close();
    }
}
