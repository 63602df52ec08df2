package booth.api;

import booth.core.JobId;

/** The answer to {@code cancelJob}. */
record CanceledJob(JobId jobId, boolean canceled, String message) {}
