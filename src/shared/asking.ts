import { createHash } from 'node:crypto'
import type { Context } from 'hono'
import { getCookie } from 'hono/cookie'
import { z } from 'zod'
import type { Draft } from '#modules/drafts'
import { isLanguage, type Language, languageAsked } from '#ui/languages.ts'
import type { Actor } from './db.ts'
import { one, onlyLooks, type Typed } from './form-reading.ts'
import type { Web } from './routes.ts'

/**
 * Who asks, as the hash of a session token that only the database can resolve, and about which child.
 * `actor` is filled in when the database has told who it is.
 */
export type Asking = {
  session: string
  childId: string | undefined
  /** The child is one that the address names: whoever does not know it gets no further than where there is none. */
  named?: true
  requestId: string
  /**
   * The engagement that a form was made under: checked against the session's, never used instead of it. Empty when the
   * form had none; undefined when there is no form, or nothing of it could be read.
   */
  madeUnder: string | undefined
  /** The form was sent only to be looked at: it comes back, and that is no refusal. */
  looks?: boolean
  /** The form that this address has, and whether its page is opened with the draft's text in it. */
  form?: { address: string; continued: boolean } | undefined
  actor?: Actor | undefined
  draft?: Draft | undefined
}

/** A request about one child, that its address names. */
export type AskingOfChild = Asking & { childId: string }

export const hashOf = (token: string) => createHash('sha256').update(token).digest('hex')

/** No child has the nil id: an address that names no child goes the same way as one that names a stranger's. */
export const nilId = '00000000-0000-0000-0000-000000000000'
const id = z.uuid().catch(nilId)

/** An id from an address; whatever is no id becomes the nil id, which nothing has. */
export const idIn = (c: Context, name: string): string => id.parse(c.req.param(name))

export const cookieName = (c: Context): string => c.get('cookieName') ?? '__Host-kb'

/** Family forms have no engagement; they carry this word instead, so that a forgotten field is noticed. */
export const familyEngagement = 'familj'

/** Where the device keeps the language that was chosen on it. */
export const languageCookie = 'sprak'

/** The language that was chosen on this device, or that its browser asks for. */
export function languageIn(c: Context): Language {
  const chosen = getCookie(c, languageCookie)
  return isLanguage(chosen) ? chosen : (languageAsked(c.req.header('accept-language')) ?? 'sv')
}

/** Asks for a form's page with the draft's text in it. */
export const withDraft = 'utkast'

export function askingOf(c: Context, typed?: Typed): Asking {
  const form: Web['Variables']['form'] = c.get('form')
  const readable = typed !== undefined && Object.keys(typed).length > 0
  return {
    session: hashOf(getCookie(c, cookieName(c)) ?? ''),
    childId: undefined,
    requestId: c.get('requestId'),
    madeUnder: readable ? one(typed, 'engagement') : undefined,
    looks: typed !== undefined && onlyLooks(typed),
    form: form && { address: form.address, continued: c.req.query(withDraft) !== undefined },
  }
}

export const askingOfChild = (c: Context, typed?: Typed): AskingOfChild => ({
  ...askingOf(c, typed),
  childId: idIn(c, 'childId'),
  named: true,
})
