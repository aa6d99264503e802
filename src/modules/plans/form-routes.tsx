import type { Child } from 'hono/jsx'
import type { Act } from '#modules/audit'
import { type AskingOfChild, askingOfChild } from '#shared/asking.ts'
import type { Deps } from '#shared/db.ts'
import type { FieldErrors } from '#shared/fields.ts'
import { one, type ReadForm, readForm, type Typed } from '#shared/form-reading.ts'
import type { Path } from '#shared/paths.ts'
import type { Declined, Hidden, Misplaced } from '#shared/refusal.ts'
import type { Result } from '#shared/result.ts'
import type { Audience, Routes, WebContext } from '#shared/routes.ts'
import { page, refused } from '#shared/web.tsx'
import type { Texts } from '#ui/form.tsx'
import type { Viewer } from '#ui/page.tsx'

/** What every form's page is given besides what it stands on. */
export type FormProps = {
  viewer: Viewer
  submission: string
  /** The version of the plan that the writer has seen; undefined on a page that was just opened. */
  seen: string | undefined
  typed: Texts | undefined
  errors: Texts
  /** Somebody else saved meanwhile. */
  conflict: boolean
}

type Refused<Now> = Hidden | Misplaced | Declined<Now, FieldErrors>

export type PlanForm<Now> = {
  path: Path<string>
  audience: Audience
  title: string
  /** The page is said in every language. */
  translated?: true
  acts: { open: Act; send: Act }
  open: (asking: AskingOfChild, c: WebContext) => Promise<Result<Now, Hidden | Misplaced>>
  /** Gives the address of the page that follows. */
  send: (asking: AskingOfChild, form: ReadForm, c: WebContext) => Promise<Result<string, Refused<Now>>>
  page: (content: Now & FormProps) => Child
}

/** The two routes of a form in the plan: its page, and what happens when it is sent. */
export function formRoutes<Now extends object>(routes: Routes, deps: Deps, form: PlanForm<Now>): Routes {
  const about = { title: form.title, current: 'children', translated: form.translated } as const
  const { audience, acts, path } = form
  return routes
    .get(path, { audience, act: acts.open }, async (c) => {
      const asking = askingOfChild(c)
      const opened = await form.open(asking, c)
      if (!opened.ok) return refused(c, opened.error)
      const fresh = {
        submission: deps.newId(),
        seen: undefined,
        typed: undefined,
        errors: {},
        conflict: false,
      }
      return page(c, asking, about, (viewer) => form.page({ ...opened.value, ...fresh, viewer }))
    })
    .post(path, { audience, act: acts.send }, async (c) => {
      const read = await readForm(c)
      const asking = askingOfChild(c, read.typed)
      const sent = await form.send(asking, read, c)
      if (sent.ok) return c.redirect(sent.value, 303)
      const { error } = sent
      if (error.kind !== 'invalid' && error.kind !== 'conflict') return refused(c, error)
      const again = { ...kept(deps, read.typed), ...outcomeOf(error, read.typed) }
      const status = again.conflict ? 409 : 422
      return page(c, asking, about, (viewer) => form.page({ ...error.now, ...again, viewer }), status)
    })
}

/** What was typed comes back, with the same id: sent again, it is still one. */
const kept = (deps: Deps, typed: Typed) => ({ submission: one(typed, 'submission') || deps.newId(), typed })

/** After a conflict the writer has seen what is there now; after a fault only what was there before. */
const outcomeOf = (error: Declined<unknown, FieldErrors>, typed: Typed) =>
  error.kind === 'conflict'
    ? { conflict: true, errors: {}, seen: undefined }
    : { conflict: false, errors: error.errors, seen: one(typed, 'version') }
