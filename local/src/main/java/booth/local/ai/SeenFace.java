package booth.local.ai;

import booth.vision.Face;
import booth.vision.Glasses;
import booth.vision.Mood;

/**
 * One face with all that the models say about it.
 *
 * @param quality light and sharpness of the face
 */
record SeenFace(Face face, Mood mood, Glasses glasses, Quality quality) {
    /** Likelihood of spectacles with clear lenses, 0 to 1. */
    double eyeglasses() {
        return glasses.sunglasses() ? 1 - glasses.likelihood() : glasses.likelihood();
    }

    /** Likelihood of sunglasses, 0 to 1; where clear spectacles are worn, how dark the eyes are says how unlikely. */
    double sunglasses() {
        if (glasses.sunglasses()) return glasses.likelihood();
        return Math.min(.5, glasses.worn() ? glasses.shade() : glasses.likelihood());
    }
}
