import { forgetExpiredDrafts } from '#modules/drafts'
import { registerAt, runRegisterCheck } from '#modules/interop'
import type { Job } from '#modules/jobs'
import { tellNewLeads } from '#modules/responsibility'
import type { Settings } from './settings.ts'

/** Everything that is done by itself, and when. */
export const jobsOf = ({ register }: Pick<Settings, 'register'>): readonly Job[] => [
  { name: 'drafts', every: '20 3 * * *', run: forgetExpiredDrafts },
  { name: 'new-leads', every: '7 * * * *', atStart: true, run: tellNewLeads },
  ...(register ? [registerJob(registerAt(register))] : []),
]

const registerJob = (register: ReturnType<typeof registerAt>): Job => ({
  name: 'register',
  every: '*/10 * * * *',
  atStart: true,
  run: (deps) => runRegisterCheck(deps, register),
})
