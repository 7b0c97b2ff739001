/** Work left for later: enqueued in the transaction that causes it, done at least once, tried again. */
export { jobsStatement, type NewJob } from './enqueue.ts'
export { bringJobsForward } from './bring-forward.ts'
export { runJobsOnce, startWorker, type JobHandler, type JobPayload, type Worker } from './worker.ts'
export { finishTask, forgetTaskFiles, oldTaskFiles, openTask, progressTask } from './store.ts'
