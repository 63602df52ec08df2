package booth.painter.garden.wish;

/** The eight moods that Rekognition tells apart, and what words stand for each. */
public enum Mood {
    HAPPY("happy happiness joy joyful cheerful delighted merry"),
    SURPRISED("surprised surprise surprising astonished amazed amazing wonder"),
    CALM("calm calmness peaceful serene tranquil quiet gentle relaxed peace"),
    ANGRY("angry anger furious rage fury wrath mad"),
    FEAR("fear fearful afraid scared scary horror frightened terror spooky"),
    CONFUSED("confused confusion confusing puzzled bewildered chaotic dizzy"),
    DISGUSTED("disgusted disgust disgusting gross repulsive nausea rotten"),
    SAD("sad sadness sorrow sorrowful melancholy lonely gloomy grief tears");

    private final String words;

    Mood(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }
}
