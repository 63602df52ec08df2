package booth.garden.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import booth.core.Refused;
import booth.garden.pictures.Display;
import booth.garden.pictures.PictureKey;
import booth.garden.pictures.PictureLinks;
import booth.http.Answer;
import booth.http.Call;
import booth.http.Operation;
import java.net.URLDecoder;
import java.util.Map;
import java.util.regex.Pattern;

/** Pictures themselves: their URLs lead to S3, and a page shows one of them with its credit. */
final class ImageRoutes {
    /** Long enough for a page's second look, far shorter than the link lives. */
    private static final int KEPT_SECONDS = 300;

    private static final Pattern ON_A_WALL = Pattern.compile("img[1-8][hv]\\.jpeg");

    private final PictureLinks links;

    ImageRoutes(PictureLinks links) {
        this.links = links;
    }

    Map<String, Operation> operations() {
        Operation.Open redirect = new Operation.Open(this::redirect);
        return Map.of(
                "imagePage", new Operation.Open(this::page),
                "seePicture", redirect,
                "seeFavouritePicture", redirect,
                "seePoolPicture", redirect,
                "seeFavouritePoolPicture", redirect,
                "seeDisplayedPicture", redirect);
    }

    /** Whether it is there S3 says. */
    private Answer redirect(Call call) {
        String link = links.link(picture(decoded(call.request().path()).substring(1)));
        return new Answer(302, Map.of("location", link, "cache-control", "private, max-age=" + KEPT_SECONDS), "");
    }

    private Answer page(Call call) {
        String key = call.request()
                .query("content")
                .orElseThrow(() -> new Refused("INVALID_CONTENT", "Say which picture: '/image?content=<its key>'."));
        return ImagePage.of(picture(key));
    }

    /** @throws Refused {@code NOT_A_PICTURE} for a key that no picture has */
    private static String picture(String key) {
        if (isOnAWall(key)) return key;
        return PictureKey.of(key).key();
    }

    private static boolean isOnAWall(String key) {
        String[] parts = key.split("/", -1);
        return parts.length == 3
                && parts[0].equals("display")
                && Display.isZone(parts[1])
                && ON_A_WALL.matcher(parts[2]).matches();
    }

    /** API Gateway gives paths as they came or decoded; no key has a percent sign. */
    private static String decoded(String path) {
        try {
            return URLDecoder.decode(path.replace("+", "%2B"), UTF_8);
        } catch (IllegalArgumentException e) {
            throw new Refused("NOT_A_PICTURE", "This is no path of a picture.", e);
        }
    }
}
