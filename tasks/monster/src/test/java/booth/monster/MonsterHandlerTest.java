package booth.monster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import booth.core.Json;
import booth.core.function.Invocation;
import booth.core.job.Notice;
import booth.core.job.ObjectStore;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MonsterHandlerTest {
    private static final String INPUT = "{'frame':'" + Party.FRAME + "','faces':'" + Party.FACES + "','pictures':"
            + Json.text(Party.PICTURES) + ",'seed':43,'wish':'여우','notices':'" + Party.FOLDER + "notices.json'}";

    @Test
    void anInvocationAnswersPicturesAndWritesNoticesDown() {
        ObjectStore store =
                new Party(1024, 512).face(300, 220, 120).face(700, 300, 20).store();
        assertThat(invoke(store, INPUT))
                .isEqualTo("{'pictures':[{'index':1,'status':'succeeded','key':'" + Party.PICTURES.get(0)
                        + "'},{'index':2,'status':'succeeded','key':'" + Party.PICTURES.get(1)
                        + "'},{'index':3,'status':'succeeded','key':'" + Party.PICTURES.get(2)
                        + "'}]}");
        assertThat(Notice.read(store, Party.FOLDER + "notices.json"))
                .containsExactly(new Notice(
                        "FACE_TOO_SMALL", "Face 2 is too small for a mask; it was left as it is.", Optional.of(2)));
    }

    @Test
    void noWishIsNeeded() {
        ObjectStore store = new Party(1024, 512).store();
        assertThat(invoke(store, INPUT.replace(",'wish':'여우'", ""))).contains("'index':3");
    }

    @Test
    void aSeedThatIsNoneIsRefused() {
        ObjectStore store = new Party(1024, 512).store();
        assertThatThrownBy(() -> invoke(store, INPUT.replace("43", "-1"))).hasMessageContaining("INVALID_SEED");
    }

    @Test
    void withoutABucketItDoesNotStart() {
        assertThatThrownBy(() -> new MonsterHandler(Map.of())).hasMessageContaining("JOBS_BUCKET");
    }

    private static String invoke(ObjectStore store, String input) {
        return Invocation.of(new MonsterHandler(store), input).replace('"', '\'');
    }
}
