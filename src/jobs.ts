import { forgetExpiredDrafts } from '#modules/drafts'
import { runLapse, runTransitions } from '#modules/handover'
import {
  registerAt,
  runRegisterCheck,
  runRegisterRecheck,
  runSchoolCheck,
  runWholeSchoolCheck,
  type SchoolSettings,
  schoolsAt,
} from '#modules/interop'
import type { Job } from '#modules/jobs'
import { tellNewLeads } from '#modules/responsibility'
import type { Settings } from './settings.ts'

/** Everything that is done by itself, and when. */
export const jobsOf = ({
  register,
  schools = [],
}: Pick<Settings, 'register' | 'schools'>): readonly Job[] => [
  { name: 'drafts', every: '20 3 * * *', run: forgetExpiredDrafts },
  { name: 'new-leads', every: '7 * * * *', atStart: true, run: tellNewLeads },
  { name: 'lapse', every: '15 7 * * 1-5', run: runLapse },
  { name: 'transitions', every: '40 3 * * *', run: runTransitions },
  ...(register ? registerJobs(registerAt(register)) : []),
  ...schools.flatMap(schoolJobs),
]

const registerJobs = (register: ReturnType<typeof registerAt>): Job[] => [
  {
    name: 'register',
    every: '*/10 * * * *',
    atStart: true,
    run: (deps) => runRegisterCheck(deps, register),
  },
  { name: 'register-again', every: '30 1-5 * * *', run: (deps) => runRegisterRecheck(deps, register) },
]

const schoolJobs = (settings: SchoolSettings): Job[] => {
  const [name, school] = [`school-${settings.name}`, schoolsAt(settings)]
  return [
    { name, every: '*/30 * * * *', atStart: true, run: (deps) => runSchoolCheck(deps, school) },
    { name: `whole-${name}`, every: '10 2 * * *', run: (deps) => runWholeSchoolCheck(deps, school) },
  ]
}
