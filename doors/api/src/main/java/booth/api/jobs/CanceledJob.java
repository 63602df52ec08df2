package booth.api.jobs;

import booth.core.job.JobId;

/** The answer to {@code cancelJob}. */
record CanceledJob(JobId jobId, boolean canceled, String message) {}
