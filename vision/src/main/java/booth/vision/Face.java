package booth.vision;

import booth.core.image.Box;
import java.util.List;

/**
 * One face: how sure the detector is, a head box (hairline to chin, ear to ear) and the 468 points of the MediaPipe
 * face mesh. "Left" is left in the picture. The box may reach past the edges of the picture.
 *
 * @param score detector confidence, 0 to 1
 * @param box bounding box of the mesh's face oval, in pixels
 * @param landmarks 468 mesh points, in the order of the MediaPipe canonical face
 */
public record Face(double score, Box box, List<Point> landmarks) {
    private static final int MESH_POINTS = 468;

    public Face {
        if (landmarks.size() != MESH_POINTS) {
            throw new IllegalArgumentException("A face has " + MESH_POINTS + " landmarks, not " + landmarks.size());
        }
        landmarks = List.copyOf(landmarks);
    }

    /** The boxes of faces, in their order. */
    public static List<Box> heads(List<Face> faces) {
        return faces.stream().map(Face::box).toList();
    }

    /** Centre of the eye that is on the left in the picture. */
    public Point eyeLeft() {
        return Point.middle(at(33), at(133));
    }

    /** Centre of the eye that is on the right in the picture. */
    public Point eyeRight() {
        return Point.middle(at(263), at(362));
    }

    /** Where the jaw meets the ear, on the left in the picture. */
    public Point upperJawlineLeft() {
        return at(127);
    }

    /** Where the jaw meets the ear, on the right in the picture. */
    public Point upperJawlineRight() {
        return at(356);
    }

    /** Corner of the jaw, on the left in the picture. */
    public Point midJawlineLeft() {
        return at(172);
    }

    /** Corner of the jaw, on the right in the picture. */
    public Point midJawlineRight() {
        return at(397);
    }

    /** Lowest point of the chin. */
    public Point chinBottom() {
        return at(152);
    }

    /** Tip of the nose. */
    public Point nose() {
        return at(1);
    }

    /** Middle of the mouth, between the lips. */
    public Point mouth() {
        return Point.middle(at(13), at(14));
    }

    /** Corner of the mouth on the left in the picture. */
    public Point mouthLeft() {
        return at(61);
    }

    /** Corner of the mouth on the right in the picture. */
    public Point mouthRight() {
        return at(291);
    }

    /** Tilt of the eye line in degrees; positive when the face leans clockwise on the screen. */
    public double roll() {
        Point left = eyeLeft();
        Point right = eyeRight();
        return Math.toDegrees(Math.atan2(right.y() - left.y(), right.x() - left.x()));
    }

    /** Turn in degrees, from the depth of the ears; positive when the face looks to the right of the picture. */
    public double yaw() {
        Point left = at(234);
        Point right = at(454);
        return Math.toDegrees(Math.atan2(right.z() - left.z(), left.distance(right)));
    }

    /** Nod in degrees, from the depth of forehead and chin; positive when the face looks up. */
    public double pitch() {
        Point forehead = at(10);
        Point chin = chinBottom();
        return Math.toDegrees(Math.atan2(forehead.z() - chin.z(), forehead.distance(chin)));
    }

    Point at(int index) {
        return landmarks.get(index);
    }
}
