package booth.statemachine;

import static booth.statemachine.FakeTasks.json;

import booth.asl.ExecutionIdentity;
import booth.asl.VirtualTimer;
import booth.asl.parse.DefinitionParser;
import booth.asl.run.Engine;
import booth.asl.run.Execution;
import booth.core.Json;
import booth.core.job.ExecutionInput;
import booth.core.job.Job;
import booth.core.job.JobId;
import booth.core.job.JobRequest;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/** The deployed file with one job, fake functions that go well, a fake queue, and a clock that does not wait. */
final class Machine implements AutoCloseable {
    final FakeTasks tasks = new FakeTasks();
    final VirtualTimer clock = new VirtualTimer();
    final Engine engine = new Engine(tasks, clock, Runnable::run);
    final Job job;
    final String folder;

    Machine(JobRequest request) {
        job = Job.awaitingUpload(JobId.random(), request, Instant.EPOCH);
        folder = "photo/" + job.jobId() + "/";
        facesFound(1);
        tasks.answer(
                "Segment",
                asked -> asked.has("mask") ? ((ObjectNode) json("{}")).set("mask", asked.get("mask")) : json("{}"));
        tasks.answer("MergeMask", asked -> ((ObjectNode) json("{\"kept\":0.1}")).set("mask", asked.get("mask")));
        tasks.answer("Notify", asked -> json("{\"status\":\"told\"}"));
    }

    Execution start() {
        return start(Json.MAPPER.valueToTree(ExecutionInput.of(job)));
    }

    Execution start(JsonNode input) {
        return start(input, Definition.text());
    }

    /** Where SAM is an endpoint. */
    Execution startWithSamElsewhere() {
        return start(Json.MAPPER.valueToTree(ExecutionInput.of(job)), Definition.text("elsewhere"));
    }

    private Execution start(JsonNode input, String definition) {
        String name = job.jobId().executionName(0);
        return engine.start(
                DefinitionParser.parse(definition),
                new ExecutionIdentity("arn:execution:" + name, name, "arn:machine", "PhotoBooth", "arn:role"),
                input,
                (execution, event) -> {});
    }

    void facesFound(int count) {
        ObjectNode found = (ObjectNode) json("{\"frame\":{\"key\":\"" + folder
                + "frame.png\",\"width\":1024,\"height\":640},\"glasses\":[[1,2,3,4]]}");
        ArrayNode faces = found.putArray("faces");
        for (int i = 1; i <= count; i++)
            faces.add(json("{\"box\":[" + i + ",2.5,3,4],\"mask\":\"" + folder + "face-" + i + ".png\"}"));
        tasks.answer("Detect", asked -> found);
    }

    /** The painter of the queue is done with these. */
    void paint(int... indexes) {
        for (int index : indexes) engine.taskSucceeded(token(index), json(painted(index)));
    }

    String painted(int index) {
        return "{\"index\":" + index + ",\"status\":\"succeeded\",\"key\":\"" + folder + "photo_abc_" + index
                + ".jpeg\"}";
    }

    String token(int index) {
        return tasks.messages().get(index - 1).path("taskToken").asText();
    }

    /** What every task is told of its place. */
    String task(String state, int attempt) {
        return "\"task\":{\"execution\":\"" + job.jobId() + "-r0\",\"state\":\"" + state + "\",\"attempt\":" + attempt
                + ",\"booth\":\"booth-1\",\"started\":\"2026-11-20T10:00:00.000Z\"}";
    }

    /** What a task inside a Map is told. */
    JsonNode task(String state, int attempt, int item) {
        ObjectNode task = (ObjectNode) json("{" + task(state, attempt) + "}").path("task");
        return task.put("item", item);
    }

    @Override
    public void close() {
        engine.close();
    }
}
