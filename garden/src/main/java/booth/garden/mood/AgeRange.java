package booth.garden.mood;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Between which ages a face looks, in years; the names are Rekognition's. */
public record AgeRange(
        @JsonProperty("Low") int low, @JsonProperty("High") int high) {
    public double mean() {
        return (low + high) / 2.0;
    }
}
