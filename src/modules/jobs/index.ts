export type { Job } from './run/job.ts'
export { runJob } from './run/run-job.ts'
