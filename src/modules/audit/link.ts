import type { AuditEvent } from '#shared/schema.ts'
import { canonicalOf, sha256 } from './canonical.ts'

/** A row of the log as it is hashed: text only. */
export type LoggedRow = Record<Exclude<keyof AuditEvent, 'digest'>, string | null>

// A column that is added to the log must be added here, or this does not compile.
const rowFields = {
  act: 0,
  actor_id: 0,
  at: 0,
  child_id: 0,
  engagement_id: 0,
  id: 0,
  object_id: 0,
  outcome: 0,
  request_id: 0,
  children: 0,
} satisfies Record<keyof LoggedRow | 'children', 0>
const canonicalRow = canonicalOf(Object.keys(rowFields) as (keyof typeof rowFields)[])

/** SHA-256 of every field of the row, and of the children that a list showed. */
export const digestOf = (row: LoggedRow, children: readonly string[]): string =>
  sha256(canonicalRow({ ...row, children: children.length > 0 ? [...children].sort() : null }))

/** A link of a chain, as `seal_audit` in the database hashes it. */
export type Link = {
  chain: string
  seq: number
  at: string
  event: string
  digest: string
  sealed_at: string
  /** The hash of the link before; empty for the first. */
  previous: string
}
const canonicalLink = canonicalOf(['chain', 'seq', 'at', 'event', 'digest', 'sealed_at', 'previous'])
export const hashOfLink = (link: Link): string => sha256(canonicalLink(link))

export type Dropped = { id: string; month: string; rows: number; at: string }
const canonicalDrop = canonicalOf(['at', 'id', 'month', 'rows'])
export const digestOfDrop = (drop: Dropped): string => sha256(canonicalDrop(drop))

/** What an organisation has decided, as it stands. */
export type DecidedSetting = {
  id: string
  authority_id: string
  added_at: string
  shows_names: boolean
  plan_keeper: string
  children_a_day: number
  exports_a_day: number
  emergencies_a_day: number
  decision: string
  added_by: string
}
const canonicalSetting = canonicalOf([
  'id',
  'authority_id',
  'added_at',
  'shows_names',
  'plan_keeper',
  'children_a_day',
  'exports_a_day',
  'emergencies_a_day',
  'decision',
  'added_by',
])
export const digestOfSetting = (setting: DecidedSetting): string => sha256(canonicalSetting(setting))

/** A rule of the ladder, as it stands. */
export type DecidedRule = {
  id: string
  stage: string
  valid_from: string
  kinds: readonly string[]
  until_age: number
  source: string
  added_at: string
  added_by: string
}
const canonicalRule = canonicalOf([
  'id',
  'stage',
  'valid_from',
  'kinds',
  'until_age',
  'source',
  'added_at',
  'added_by',
])
export const digestOfRule = (rule: DecidedRule): string => sha256(canonicalRule(rule))

/** What has not begun in a municipality, as it has decided. */
export type DecidedFunctions = {
  id: string
  municipality_code: string
  added_at: string
  waits: readonly string[]
  decision: string
  added_by: string
}
const canonicalFunctions = canonicalOf([
  'id',
  'municipality_code',
  'added_at',
  'waits',
  'decision',
  'added_by',
])
export const digestOfFunctions = (decided: DecidedFunctions): string => sha256(canonicalFunctions(decided))

/** That something was taken away by a rule: how much, by which rule and by whom, and nothing about whom. */
export type RetentionProtocol = {
  id: string
  at: string
  proposed_by: string
  approved_by: string
  done_by: string
  counts: string
  list_digest: string
}
const canonicalProtocol = canonicalOf([
  'id',
  'at',
  'proposed_by',
  'approved_by',
  'done_by',
  'counts',
  'list_digest',
])
export const digestOfProtocol = (protocol: RetentionProtocol): string => sha256(canonicalProtocol(protocol))
