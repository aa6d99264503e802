import type { Child } from 'hono/jsx'
import type { Act } from '#modules/audit'
import type { Viewer } from '#ui/viewer.ts'
import { type Asking, type AskingOfChild, askingOf, askingOfChild } from './asking.ts'
import type { Deps } from './db.ts'
import type { FieldErrors } from './fields.ts'
import { one, type ReadForm, readForm, type Typed } from './form-reading.ts'
import type { Path } from './paths.ts'
import type { Declined, Hidden, Misplaced } from './refusal.ts'
import type { Result } from './result.ts'
import type { Audience, Routes, WebContext } from './routes.ts'
import { page, refused } from './web.tsx'

/** What the page of a form is given, beside what the form stands on. */
export type FormState = {
  viewer: Viewer
  submission: string
  /** What was typed, when the form comes back; undefined when it is opened anew. */
  typed?: Typed | undefined
  errors?: FieldErrors
  /** Somebody else saved meanwhile: what was typed and what is there now are shown side by side. */
  conflict?: boolean
}

type Opened<Now> = Result<Now, Hidden | Misplaced>
/** The value is the address to go on to. */
export type Sent<Now> = Result<string, Hidden | Misplaced | Declined<Now, FieldErrors>>

export type FormOf<Now, A extends Asking = AskingOfChild> = {
  path: Path
  audience: Audience
  opens: Act
  sends: Act
  /** Fixed words: never anything about a child. */
  title: string
  /** The child's own page. */
  kind?: 'child'
  /** The page is said in every language. */
  translated?: true
  open: (asking: A, c: WebContext) => Promise<Opened<Now>>
  send: (asking: A, form: ReadForm, c: WebContext) => Promise<Sent<Now>>
  show: (now: Now, state: FormState) => Child
}

/** A form about a child at an address of its own: opened, sent, and given back with everything typed. */
export const formAboutChild = <Now,>(routes: Routes, deps: Deps, form: FormOf<Now>): Routes =>
  declared(routes, deps, form, askingOfChild, 'children')

/** The same, of what is about no child. */
export const formAlone = <Now,>(routes: Routes, deps: Deps, form: FormOf<Now, Asking>): Routes =>
  declared(routes, deps, form, askingOf, undefined)

const declared = <Now, A extends Asking>(
  routes: Routes,
  deps: Deps,
  form: FormOf<Now, A>,
  askingIn: (c: WebContext, typed?: Typed) => A,
  current: 'children' | undefined,
): Routes => {
  const about = {
    title: form.title,
    translated: form.translated,
    current,
    ...(form.kind && { kind: form.kind }),
  }
  return routes
    .get(form.path, { audience: form.audience, act: form.opens }, async (c) => {
      const asking = askingIn(c)
      const opened = await form.open(asking, c)
      if (!opened.ok) return refused(c, opened.error)
      const show = (viewer: Viewer) => form.show(opened.value, { submission: deps.newId(), viewer })
      return page(c, asking, about, show, 200)
    })
    .post(form.path, { audience: form.audience, act: form.sends }, async (c) => {
      const read = await readForm(c)
      const asking = askingIn(c, read.typed)
      const sent = await form.send(asking, read, c)
      if (sent.ok) return c.redirect(sent.value, 303)
      const { error } = sent
      if (error.kind !== 'invalid' && error.kind !== 'conflict') return refused(c, error)
      const state = { typed: read.typed, submission: one(read.typed, 'submission') || deps.newId() }
      const how = error.kind === 'invalid' ? { errors: error.errors } : { conflict: true }
      const show = (viewer: Viewer) => form.show(error.now, { ...state, ...how, viewer })
      return page(c, asking, about, show, error.kind === 'invalid' ? 422 : 409)
    })
}
