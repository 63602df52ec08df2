package booth.generate;

import booth.core.Json;
import booth.core.function.LogLine;
import booth.core.operating.Cancel;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import com.fasterxml.jackson.core.JacksonException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Reads orders, whichever kind they are of: for pictures of guests, which say no kind, and for pictures of texts, where
 * there is a garden to hang them in.
 */
final class OrderDesk {
    private final Generate generate;
    private final Optional<PaintOfText> painting;
    private final TaskCallback callback;

    OrderDesk(Generate generate, Optional<PaintOfText> painting, TaskCallback callback) {
        this.generate = generate;
        this.painting = painting;
        this.callback = callback;
    }

    /** @throws IllegalArgumentException when it makes no sense */
    Work read(SQSMessage message) {
        String name = "Message " + message.getMessageId();
        byte[] body = message.getBody().getBytes(StandardCharsets.UTF_8);
        return switch (kind(message.getBody())) {
            case TextOrder.KIND -> new OfText(Json.read(name, body, TextOrder.class), garden());
            case PlannedOrder.KIND -> new OfPlan(Json.read(name, body, PlannedOrder.class), garden());
            default -> new OfGuests(Json.read(name, body, PictureOrder.class));
        };
    }

    private PaintOfText garden() {
        return painting.orElseThrow(() ->
                new IllegalStateException("GARDEN_BUCKET is not set: nobody knows where to hang pictures of texts."));
    }

    private static String kind(String body) {
        try {
            return Json.MAPPER.readTree(body).path("kind").asText("");
        } catch (JacksonException e) {
            return "";
        }
    }

    private final class OfGuests implements Work {
        private final PictureOrder order;

        OfGuests(PictureOrder order) {
            this.order = order;
        }

        @Override
        public boolean fill(Delivery delivery) {
            return callback.succeed(order.taskToken(), generate.make(order, delivery));
        }

        @Override
        public boolean fail(TaskCallback.Failure failure) {
            return callback.fail(order.taskToken(), failure);
        }

        @Override
        public LogLine on(LogLine line) {
            return line.job(order.jobId()).task(order.task()).index(order.index());
        }
    }

    private final class OfText implements Work {
        private final TextOrder order;
        private final PaintOfText garden;

        OfText(TextOrder order, PaintOfText garden) {
            this.order = order;
            this.garden = garden;
        }

        @Override
        public boolean fill(Delivery delivery) {
            garden.make(order, delivery);
            return order.taskToken()
                    .map(token -> callback.succeed(token, new Generate.Result(0, "succeeded", order.key())))
                    .orElse(true);
        }

        @Override
        public boolean fail(TaskCallback.Failure failure) {
            boolean noted = order.taskToken().isEmpty() || order.failureKey().isPresent();
            if (noted && !failure.errorType().equals(Cancel.ERROR)) garden.giveUp(order, failure); // who cancels knows
            return order.taskToken().map(token -> callback.fail(token, failure)).orElse(true);
        }

        @Override
        public LogLine on(LogLine line) {
            return line.task(order.task());
        }
    }

    /** What the plan says is looked up when it is this order's turn. */
    private final class OfPlan implements Work {
        private final PlannedOrder planned;
        private final PaintOfText garden;

        OfPlan(PlannedOrder planned, PaintOfText garden) {
            this.planned = planned;
            this.garden = garden;
        }

        @Override
        public boolean fill(Delivery delivery) {
            return order().fill(delivery);
        }

        @Override
        public boolean fail(TaskCallback.Failure failure) {
            if (garden.garden().exists(planned.plan())) return order().fail(failure);
            return callback.fail(planned.taskToken(), failure);
        }

        private Work order() {
            return new OfText(planned.lookUp(garden.garden()), garden);
        }

        @Override
        public LogLine on(LogLine line) {
            return line.task(planned.task());
        }
    }
}
