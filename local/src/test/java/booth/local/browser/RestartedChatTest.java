package booth.local.browser;

import static org.assertj.core.api.Assertions.assertThat;

import booth.local.pipeline.Gate;
import booth.local.pipeline.Photos;
import booth.local.pipeline.Pipeline;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;

/** A chat that is open all the time, while the cloud behind it goes and comes back. */
class RestartedChatTest {
    @TempDir
    private Path folder;

    private final Gate eyes = new Gate();

    @Test
    void thePicturesOfAPhotoFromBeforeArriveInTheChatThatWasOpenAllTheTime() throws IOException {
        int port = LostNetworkTest.freePorts();
        Path photo = Files.write(folder.resolve("me.jpg"), Photos.guest(Photos.SKIN));
        eyes.close();
        try (Browser browser = Browser.open(folder.resolve("profile"), "en-US")) {
            try (Pipeline cloud = Pipeline.startWithEyes(folder, eyes, port, true)) {
                browser.go(cloud.output("ApiUrl") + "/chat.html#chat=" + cloud.chatKey());
                browser.see("#enter").click();
                browser.reads(ChatPageTest.LAST, "Send me a photo");
                browser.find("#file").sendKeys(photo.toAbsolutePath().toString());
                Pipeline.await().until(() -> eyes.waiting() > 0);
            }
            browser.reads("#offline", "does not answer");

            eyes.open();
            try (Pipeline cloud = Pipeline.startWithEyes(folder, eyes, port, false)) {
                Pipeline.await()
                        .until(() -> browser.driver()
                                        .findElements(By.cssSelector(ChatPageTest.PICTURES))
                                        .size()
                                == 3);
                browser.reads(ChatPageTest.LAST + " .how", "push");
                assertThat(browser.driver().findElements(By.cssSelector(".talk > .line.mine")))
                        .isEmpty();
                browser.see("#composer");
                assertThat(cloud.chatKey()).isNotEmpty();
            }
        }
    }
}
