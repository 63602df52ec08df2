package booth.linebot;

import static java.nio.charset.StandardCharsets.UTF_8;

import booth.core.Json;
import booth.core.job.ErasureAwareStore;
import booth.core.job.Job;
import booth.core.job.JobId;
import booth.core.job.JobKeys;
import booth.core.job.Jobs;
import booth.core.job.Notice;
import booth.core.job.ObjectStore;
import booth.core.job.Problem;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A job has ended: its pictures go to the chat that its photo came from, as a reply where that may still work, which
 * costs nothing, and else as a push. What was sent is written down, so that an end that is told twice sends once, and a
 * picture that comes late comes alone. Who dies between sending and writing sends a push again, whose key LINE knows; only
 * a reply of that moment is followed by a push of the same.
 */
final class TellGuest {
    /** @param pictures that the guest has, from 1 */
    private record Told(int attempt, List<Integer> pictures) {
        static final Told NOTHING = new Told(-1, List.of());
    }

    private final LineClient line;
    private final ObjectStore store;
    private final Jobs jobs;
    private final Previews previews;
    private final PictureLinks links;
    private final InstantSource clock;

    /** @param store the jobs bucket */
    TellGuest(LineClient line, ObjectStore store, PictureLinks links, InstantSource clock) {
        this.line = line;
        this.store = new ErasureAwareStore(store);
        this.jobs = new Jobs(store);
        this.previews = new Previews(store);
        this.links = links;
        this.clock = clock;
    }

    /** @return false when LINE takes no messages for the guest any more; also of jobs of others there is nothing to tell */
    boolean tell(JobId id) {
        Optional<Job> job = jobs.find(id).filter(one -> one.status().ended());
        Optional<Note> note = read(LineKeys.note(id), Note.class);
        return job.isEmpty() || note.isEmpty() || tell(job.get(), note.get());
    }

    private boolean tell(Job job, Note note) {
        Told told = read(LineKeys.told(job.jobId()), Told.class).orElse(Told.NOTHING);
        List<Integer> made = job.pictures().stream()
                .filter(Job.PictureResult::made)
                .map(Job.PictureResult::index)
                .toList();
        List<Integer> fresh =
                made.stream().filter(index -> !told.pictures().contains(index)).toList();
        if (fresh.isEmpty() && (told.attempt() == job.attempt() || !made.isEmpty())) return true;
        fresh.forEach(index -> previews.make(job, index));
        List<Message> messages = messages(job, fresh, note.language());
        if (jobs.find(job.jobId()).isEmpty()) return true; // erased while the previews were made
        boolean taken = send(note, messages, key(job, fresh));
        store.write(LineKeys.told(job.jobId()), Json.bytes(new Told(job.attempt(), made)));
        return taken;
    }

    private boolean send(Note note, List<Message> messages, UUID key) {
        return note.mayReply(clock.instant()) && line.reply(note.replyToken(), messages)
                || line.push(note.chat(), messages, key);
    }

    private static UUID key(Job job, List<Integer> pictures) {
        return UUID.nameUUIDFromBytes((job.jobId().executionName(job.attempt()) + pictures).getBytes(UTF_8));
    }

    private List<Message> messages(Job job, List<Integer> pictures, Language language) {
        List<Message> messages = new ArrayList<>();
        pictures.stream()
                .limit(Message.MOST - 1)
                .forEach(index -> messages.add(Message.image(links.picture(job, index), links.preview(job, index))));
        List<String> sentences = sentences(job, pictures, language);
        if (!sentences.isEmpty()) messages.add(Message.text(String.join("\n", sentences)));
        int last = messages.size() - 1;
        messages.set(last, messages.get(last).offering(Buttons.in(language)));
        return messages;
    }

    private List<String> sentences(Job job, List<Integer> pictures, Language language) {
        Stream<String> notices = Notice.read(store, JobKeys.notices(job.jobId())).stream()
                .map(Notice::code)
                .distinct()
                .flatMap(code -> Words.find(language, code).stream());
        if (!pictures.isEmpty()) return notices.toList();
        String why = job.error()
                .map(Problem::code)
                .flatMap(code -> Words.find(language, code))
                .orElseGet(() -> Words.of(language, "failed"));
        return Stream.concat(Stream.of(why), notices).distinct().toList();
    }

    private <T> Optional<T> read(String key, Class<T> type) {
        return store.find(key).map(stored -> Json.read(key, stored.bytes(), type));
    }
}
