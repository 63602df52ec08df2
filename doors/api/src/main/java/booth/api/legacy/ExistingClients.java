package booth.api.legacy;

import booth.core.Refused;

/**
 * How booths from before the HTTP API are served.
 *
 * @param pause how their calls wait
 * @param dailyPhotos how many photos a day are taken without a key, over all addresses; 0 for none
 */
public record ExistingClients(JobWaiter.Pause pause, int dailyPhotos) {
    /** Pictures of so many photos cost about $42. */
    public static final int DAILY_PHOTOS = 200;

    public ExistingClients {
        if (dailyPhotos < 0)
            throw new Refused("INVALID_DAILY_PHOTOS", "There are 0 photos a day or more, not " + dailyPhotos + ".");
    }
}
