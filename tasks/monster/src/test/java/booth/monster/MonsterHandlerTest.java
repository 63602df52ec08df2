package booth.monster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import booth.core.Json;
import booth.core.function.Invocation;
import booth.core.job.ObjectStore;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MonsterHandlerTest {
    private static final String INPUT = "{'frame':'" + Party.FRAME + "','faces':'" + Party.FACES + "','pictures':"
            + Json.text(Party.PICTURES) + ",'seed':43,'wish':'여우'}";

    @Test
    void anInvocationAnswersPicturesAndNotices() {
        ObjectStore store =
                new Party(1024, 512).face(300, 220, 120).face(700, 300, 20).store();
        assertThat(invoke(store, INPUT))
                .isEqualTo("{'pictures':[{'index':1,'status':'succeeded','key':'" + Party.PICTURES.get(0)
                        + "'},{'index':2,'status':'succeeded','key':'" + Party.PICTURES.get(1)
                        + "'},{'index':3,'status':'succeeded','key':'" + Party.PICTURES.get(2)
                        + "'}],'notices':[{'code':'FACE_TOO_SMALL','face':2}]}");
    }

    @Test
    void noWishIsNeeded() {
        ObjectStore store = new Party(1024, 512).store();
        assertThat(invoke(store, INPUT.replace(",'wish':'여우'", ""))).endsWith("'notices':[]}");
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
