import { paths } from '#shared/paths.ts'
import type { SessionKind } from '#shared/schema.ts'

/** Where each kind of person begins, when nothing else was asked for. */
export const homeOf: Readonly<Record<SessionKind, string>> = {
  staff: paths.tasks.to({}),
  family: paths.children.to({}),
}

/** How long a session waits for its person. Families often share a device. */
export const idleMinutes: Readonly<Record<SessionKind, number>> = { staff: 30, family: 20 }

/** However busy: a working day. */
export const longestHours = 8

/** One of somebody's sessions, as its owner sees it. */
export type Session = {
  id: string
  kind: SessionKind
  authenticatedAt: Date
  lastSeenAt: Date
  acting: string | undefined
  isThis: boolean
}

/** A place where somebody works, and whether they act for it now. */
export type Engagement = { id: string; title: string; unit: string; isActing: boolean }
