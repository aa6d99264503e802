import { hashOf } from '#shared/asking.ts'
import type { User } from './user.ts'

/** The version of a user: it changes with all that the directory reads, whoever changed it. */
export const tagOf = (user: User): string => `W/"${hashOf(JSON.stringify(user)).slice(0, 32)}"`
