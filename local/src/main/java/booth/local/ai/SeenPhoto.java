package booth.local.ai;

import java.util.List;

/**
 * A photo as the models saw it.
 *
 * @param width of the picture they were shown, in pixels
 * @param faces the largest first
 * @param quality of the whole picture
 */
record SeenPhoto(int width, int height, List<SeenFace> faces, Quality quality) {
    SeenPhoto {
        faces = List.copyOf(faces);
    }
}
