import type { Issuer, Situation } from '#modules/identity'
import type { RegisterSettings, SchoolSettings } from '#modules/interop'
import type { ReportChannel } from '#modules/knowledge'
import { readChannels } from './channels-file.ts'
import { type DatabaseOptions, databaseOptions } from './database-url.ts'
import { readIssuers } from './issuers-file.ts'
import { keyFaults } from './key-source.ts'
import { readRegister } from './register-file.ts'
import { readSchools } from './schools-file.ts'

/** Everything that differs between one county's machine and another's. */
export type Settings = Listening & {
  /** Real people: nothing of the demo county. */
  production: boolean
  database: DatabaseOptions
  /** The text of the key file, as it is at each moment (key-source.ts). */
  keyFile: () => string
  /** The text of the file with the key that signs the log's heads (modules/audit/head.ts). */
  auditKeyFile: string
  /** The e-mail address where people write when something does not work for them. */
  contact: string
  /** Those who vouch for people. */
  issuers: readonly Issuer[]
  /** Where one reports a worry, in each municipality; none: the page says how to find it. */
  channels?: readonly ReportChannel[]
  /** Where the population register is asked; none: what is written by hand is all there is. */
  register?: RegisterSettings
  /** Where the schools' own registers are asked. */
  schools?: readonly SchoolSettings[]
  /** What the demo's start page lists. */
  situations?: readonly Situation[]
  /** `npm run worker` does the jobs, and not this process. */
  jobsApart?: boolean
}

/** What whoever only does the jobs must know. */
export type WorkerSettings = Pick<Settings, 'production' | 'database' | 'keyFile' | 'register' | 'schools'>

export type Listening = {
  host: string
  port: number
  tls: { cert: string; key: string } | undefined
  /** The address that people type, without a path. */
  origin: string
}

type Environment = Record<string, string | undefined>
type Read = (path: string) => string
/** Whether others than the file's owner may read it. */
type IsOpen = (path: string) => boolean

const loopback = new Set(['localhost', '127.0.0.1', '::1'])
const hostOf = (env: Environment) => env['HOST'] || 'localhost'
const portOf = (env: Environment) => Number(env['PORT'] || 3000)
const hasTls = (env: Environment) => Boolean(env['KRONOBARN_TLS_CERT'] && env['KRONOBARN_TLS_KEY'])

/** Why we do not listen. What is said about a child never crosses a net in clear. */
export function listeningRefusals(env: Environment): string[] {
  const port = portOf(env)
  return said([
    !(Number.isInteger(port) && port > 0 && port < 65_536) && `PORT=${env['PORT']} är inget portnummer.`,
    !loopback.has(hostOf(env)) &&
      !hasTls(env) &&
      `HOST=${env['HOST']} släpper in andra datorer okrypterat. Ange KRONOBARN_TLS_CERT och KRONOBARN_TLS_KEY, ` +
        'eller ta bort HOST.',
  ])
}

/** Everything that is missing or insecure for real people's data, at once. */
export const productionRefusals = (env: Environment, read: Read, isOpenToOthers: IsOpen): string[] =>
  said([
    ...listeningRefusals(env),
    ...workerRefusals(env, read, isOpenToOthers),
    !env['KRONOBARN_AUDIT_KEY_FILE'] &&
      'KRONOBARN_AUDIT_KEY_FILE saknas: filen med nyckeln som undertecknar loggens huvuden.',
    !/^https:\/\/[^/]+$/.test(env['KRONOBARN_ORIGIN'] ?? '') &&
      'KRONOBARN_ORIGIN ska vara adressen som människor skriver, till exempel https://kronobarn.exempel.se.',
    !/^[^\s@]+@[^\s@]+$/.test(env['KRONOBARN_CONTACT'] ?? '') &&
      'KRONOBARN_CONTACT ska vara e-postadressen dit människor skriver om något inte fungerar för dem.',
    ...issuerFaults(env['KRONOBARN_ISSUERS'], read),
    ...channelsOf(env, read).faults,
    !['', 'apart'].includes(env['KRONOBARN_JOBS'] ?? '') &&
      `KRONOBARN_JOBS=${env['KRONOBARN_JOBS']} säger inget. Skriv apart där npm run worker sköter jobben, eller ta bort det.`,
  ])

/** What is missing or insecure for whoever only does the jobs. */
export const workerRefusals = (env: Environment, read: Read, isOpenToOthers: IsOpen): string[] =>
  said([
    !env['DATABASE_URL'] && 'DATABASE_URL saknas: adressen till databasen, inloggad som programmets roll.',
    isOpenOnTheWay(env['DATABASE_URL'] ?? '') &&
      'DATABASE_URL går till en annan dator utan att kryptering och certifikat prövas. Lägg till ?sslmode=verify-full.',
    Boolean(env['DATABASE_OWNER_URL']) &&
      'DATABASE_OWNER_URL hör bara till npm run migrate. Ta bort den här.',
    ...(env['KRONOBARN_KEY_FILE']
      ? keyFaults(env['KRONOBARN_KEY_FILE'], read, isOpenToOthers)
      : ['KRONOBARN_KEY_FILE saknas: filen med nycklarna.']),
    ...registerFaults(env, read, isOpenToOthers),
    ...schoolFaults(env, read, isOpenToOthers),
  ])

/** A database on another machine is reached encrypted, and is known by its certificate. */
function isOpenOnTheWay(address: string): boolean {
  if (!URL.canParse(address.replace('@/', '@localhost/'))) return false
  const { host, ssl } = databaseOptions(address)
  return !loopback.has(host) && !host.startsWith('/') && ssl !== 'verify-full'
}

const issuerFaults = (file: string | undefined, read: Read): string[] =>
  file
    ? readIssuers(read(file)).faults
    : ['KRONOBARN_ISSUERS saknas: filen som säger vilka som intygar vem någon är.']

/** May be left out. */
const channelsOf = ({ KRONOBARN_REPORT_CHANNELS: file }: Environment, read: Read) =>
  file ? readChannels(read(file)) : { channels: [], faults: [] }

/** May be left out. */
const registerOf = ({ KRONOBARN_REGISTER: file }: Environment, read: Read) =>
  file ? readRegister(read(file)) : { register: undefined, faults: [] }

const registerFaults = (env: Environment, read: Read, isOpenToOthers: IsOpen): string[] => {
  const file = env['KRONOBARN_REGISTER']
  if (file && isOpenToOthers(file)) return ['KRONOBARN_REGISTER går att läsa för andra på datorn: chmod 600.']
  return registerOf(env, read).faults
}

/** May be left out. */
const schoolsOf = ({ KRONOBARN_SCHOOLS: file }: Environment, read: Read) =>
  file ? readSchools(read(file)) : { schools: [], faults: [] }

const schoolFaults = (env: Environment, read: Read, isOpenToOthers: IsOpen): string[] => {
  const file = env['KRONOBARN_SCHOOLS']
  if (file && isOpenToOthers(file)) return ['KRONOBARN_SCHOOLS går att läsa för andra på datorn: chmod 600.']
  return schoolsOf(env, read).faults
}

const said = (sentences: readonly (string | false)[]) => sentences.filter((sentence) => sentence !== false)

export function listening(env: Environment, read: Read): Listening {
  const [host, port] = [hostOf(env), portOf(env)]
  const { KRONOBARN_TLS_CERT: cert, KRONOBARN_TLS_KEY: key } = env
  const tls = cert && key ? { cert: read(cert), key: read(key) } : undefined
  const origin = env['KRONOBARN_ORIGIN'] || `${tls ? 'https' : 'http'}://${host}:${port}`
  return { host, port, tls, origin }
}

export const productionSettings = (env: Environment, read: Read): Settings => ({
  ...listening(env, read),
  ...workerSettings(env, read),
  auditKeyFile: read(env['KRONOBARN_AUDIT_KEY_FILE'] ?? ''),
  contact: env['KRONOBARN_CONTACT'] ?? '',
  issuers: readIssuers(read(env['KRONOBARN_ISSUERS'] ?? '')).issuers,
  channels: channelsOf(env, read).channels,
  jobsApart: env['KRONOBARN_JOBS'] === 'apart',
})

export const workerSettings = (env: Environment, read: Read): WorkerSettings => ({
  production: true,
  database: databaseOptions(env['DATABASE_URL'] ?? ''),
  keyFile: () => read(env['KRONOBARN_KEY_FILE'] ?? ''),
  ...withRegister(registerOf(env, read).register),
  schools: schoolsOf(env, read).schools,
})

const withRegister = (register: RegisterSettings | undefined) => (register ? { register } : {})
