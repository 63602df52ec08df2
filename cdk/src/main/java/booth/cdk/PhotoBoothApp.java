package booth.cdk;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import software.amazon.awscdk.App;
import software.amazon.awscdk.DefaultStackSynthesizer;

/**
 * Synthesizes the stacks {@code PhotoBooth}, {@code Garden} and {@code PhotoBoothWeb}. The build runs it with the project's root and an output folder; the CDK
 * command line runs the build, and its own output folder and {@code -c name=value} then win over the build's.
 */
public final class PhotoBoothApp {
    /**
     * What the committed templates are synthesized with that {@code cdk.json} leaves out: the embedded cloud, which
     * deploys them, has a secret of this name, and the bot is tried there without an account.
     */
    static final Map<String, Object> EMBEDDED = Map.of("lineChannel", "photo-booth-line");

    private PhotoBoothApp() {}

    /** @param args the project's root, where {@code cdk.json} is, and the folder the cloud assembly is written to */
    public static void main(String[] args) throws IOException {
        String outdir = System.getenv().getOrDefault("CDK_OUTDIR", args[1]);
        try {
            synthesize(Path.of(args[0]).toAbsolutePath().normalize(), outdir);
        } catch (IllegalArgumentException | IllegalStateException e) { // a setting or a file of the operator's
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    private static void synthesize(Path root, String outdir) throws IOException {
        App app = app(defaults(root), outdir);
        Artifacts artifacts = new Artifacts(root);
        stacks(app, artifacts);
        app.synth();
    }

    /** Those of the context's settings; the last one, which knows the others. */
    static WebStack stacks(App app, Artifacts artifacts) {
        Settings settings = Settings.from(app.getNode());
        var booth = new PhotoBoothStack(app, "PhotoBooth", settings, artifacts);
        var garden = new GardenStack(app, "Garden", settings, artifacts, booth);
        return new WebStack(app, "PhotoBoothWeb", artifacts, booth, garden);
    }

    /** Writes nothing into the template but what the constructs say. */
    static App app(Map<String, Object> context, String outdir) {
        return App.Builder.create()
                .context(context)
                .outdir(outdir)
                .analyticsReporting(false)
                .treeMetadata(false)
                .defaultStackSynthesizer(DefaultStackSynthesizer.Builder.create()
                        .generateBootstrapVersionRule(false)
                        .build())
                .build();
    }

    /** The context of {@code cdk.json}, for a run that the CDK command line has not started. */
    static Map<String, Object> defaults(Path root) throws IOException {
        var mapper = new ObjectMapper();
        var context = mapper.readTree(root.resolve("cdk.json").toFile()).path("context");
        return mapper.convertValue(context, new TypeReference<>() {});
    }
}
