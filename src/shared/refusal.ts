import { fail } from './result.ts'

/** What the person may not see looks exactly like what does not exist; only the audit row knows which it was. */
export type Hidden = { kind: 'not-found' } | { kind: 'not-allowed' }

/**
 * Nobody is signed in, somebody with several engagements has not chosen one, or the form was made under another
 * engagement than the session now has.
 */
export type Misplaced =
  | { kind: 'signed-out' }
  | { kind: 'no-unit' }
  | { kind: 'switched' }
  /** A child beside an adult, or with a code on paper: this is none of its pages. */
  | { kind: 'beside-adult'; childId: string }
  | Stopped

/**
 * It asks for a sign-in that is newer, or is more in one day than a day of work needs: what a person does about it
 * stands on the page.
 */
export type Stopped = { kind: 'not-fresh' } | { kind: 'many-children' } | { kind: 'many-exports' }

/** The form comes back with what was typed. `now` is what the form stands on, as it is at this moment. */
export type Declined<Now, Errors> =
  | { kind: 'conflict'; now: Now }
  | { kind: 'invalid'; now: Now; errors: Errors }

/** Every reason a use-case can decline. Anything else is a bug and throws. */
export const refuse = {
  notFound: () => fail({ kind: 'not-found' }),
  notAllowed: () => fail({ kind: 'not-allowed' }),
  signedOut: () => fail({ kind: 'signed-out' }),
  noUnit: () => fail({ kind: 'no-unit' }),
  switched: () => fail({ kind: 'switched' }),
  besideAdult: (childId: string) => fail({ kind: 'beside-adult', childId }),
  stopped: (kind: Stopped['kind']) => fail({ kind }),
  conflict: <Now>(now: Now) => fail({ kind: 'conflict', now }),
  invalid: <Now, Errors>(now: Now, errors: Errors) => fail({ kind: 'invalid', now, errors }),
}
