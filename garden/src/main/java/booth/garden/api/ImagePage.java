package booth.garden.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import booth.garden.Origin;
import booth.http.Answer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;

/** A page with one picture and whom it is owed to. */
final class ImagePage {
    private static final String STYLE =
            "body{margin:0;font:16px/1.5 system-ui,sans-serif;background:#14201a;color:#e8efe9}"
                    + "figure{margin:0 auto;max-width:1280px;padding:16px}img{display:block;max-width:100%;max-height:85vh;"
                    + "margin:0 auto;border-radius:8px}figcaption{padding:12px 0;font-size:14px;opacity:.85}a{color:inherit}";
    private static final String CREDIT = "Made by the image model this garden is set up with: "
            + "<a href=\"https://huggingface.co/stabilityai/stable-diffusion-2-1\">Stable Diffusion</a> under the"
            + " <a href=\"https://huggingface.co/stabilityai/stable-diffusion-2/blob/main/LICENSE-MODEL\">CreativeML Open"
            + " RAIL++-M licence</a>, a model on <a href=\"https://aws.amazon.com/bedrock/\">Amazon Bedrock</a> under its"
            + " provider's terms, or the painter of the embedded garden.";

    private ImagePage() {}

    /** @param key of a picture, which the page names and shows, and which may hold anything */
    static Answer of(String key) {
        String name = escaped(key);
        String html = "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\">"
                + "<meta name=\"viewport\" content=\"width=device-width\"><title>" + name + "</title><style>" + STYLE
                + "</style></head><body><figure><img src=\"" + escaped(new Origin("").url(key)) + "\" alt=\"" + name
                + "\"><figcaption>" + CREDIT + "</figcaption></figure></body></html>";
        return new Answer(
                200,
                Map.of(
                        "content-type",
                        "text/html; charset=utf-8",
                        "content-security-policy",
                        "default-src 'none'; img-src * ; style-src 'sha256-" + hash(STYLE) + "'",
                        "x-content-type-options",
                        "nosniff",
                        "cache-control",
                        "public, max-age=300"),
                html);
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    private static String hash(String text) {
        try {
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
