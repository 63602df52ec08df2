package booth.portrait;

import booth.matting.Cutout;

/** What is done to the backdrop, in the order of a job's pictures. People are the same in all. */
enum PortraitStyle {
    /** A lens a little open, as on a good camera. */
    SHALLOW {
        @Override
        float[][] backdrop(Cutout people, Backdrop sharp) {
            return DiscBlur.of(sharp, DepthOfField.of(people, radius(people, .010f)));
        }
    },

    /** A fast lens wide open: little is left of the room, and its lamps are discs. */
    BOKEH {
        private static final float LAMPS = 7;

        @Override
        float[][] backdrop(Cutout people, Backdrop sharp) {
            return DiscBlur.of(sharp.lamps(LAMPS), DepthOfField.of(people, radius(people, .026f)));
        }
    },

    /** People in the light of a stage, darkness behind them. */
    STAGE {
        @Override
        float[][] backdrop(Cutout people, Backdrop sharp) {
            return StageLight.darken(DiscBlur.of(sharp, DepthOfField.of(people, radius(people, .018f))), people);
        }
    };

    /** @return planes of red, green and blue in linear light; above 1 is as bright as 1 */
    abstract float[][] backdrop(Cutout people, Backdrop sharp);

    private static float radius(Cutout people, float share) {
        return share * Math.max(people.width(), people.height());
    }
}
