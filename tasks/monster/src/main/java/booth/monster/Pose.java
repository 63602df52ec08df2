package booth.monster;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Where a face looks, in radians; how far it leans is told by its jaw.
 *
 * @param yaw positive when it looks to the right of the picture
 * @param pitch positive when it looks up
 */
record Pose(double yaw, double pitch) {
    static final Pose FRONTAL = new Pose(0, 0);

    /** Detectors of faces are not surer than that: who looks into the camera is seen a few degrees off. */
    private static final double FRONTAL_DEGREES = 5;

    /** Past these a detector guesses, and a mask is a line. */
    private static final double MOST_YAW = 60;

    private static final double MOST_PITCH = 40;

    /** @param attributes of one face, Rekognition's {@code FaceDetail}; without a pose it looks into the camera */
    static Pose of(JsonNode attributes) {
        double yaw = degrees(attributes, "Yaw", MOST_YAW);
        double pitch = degrees(attributes, "Pitch", MOST_PITCH);
        if (Math.max(Math.abs(yaw), Math.abs(pitch)) <= FRONTAL_DEGREES) return FRONTAL;
        return new Pose(Math.toRadians(yaw), Math.toRadians(pitch));
    }

    private static double degrees(JsonNode attributes, String name, double most) {
        double degrees = attributes.path("Pose").path(name).asDouble(0);
        return Double.isFinite(degrees) ? Math.max(-most, Math.min(most, degrees)) : 0;
    }
}
