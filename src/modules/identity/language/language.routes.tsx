import { setCookie } from 'hono/cookie'
import { askingOf, languageCookie } from '#shared/asking.ts'
import type { Deps } from '#shared/db.ts'
import { one, readForm } from '#shared/form-reading.ts'
import { paths } from '#shared/paths.ts'
import type { Routes } from '#shared/routes.ts'
import { publicPage } from '#shared/web.tsx'
import { isLanguage } from '#ui/languages.ts'
import { message } from '#ui/message.ts'
import { localAddress } from '../issuer.ts'
import { hasSession } from '../sessions/cookies.ts'
import { LanguagePage } from './language.page.tsx'
import { chooseLanguage } from './language.ts'

const about = { title: message('Språk'), translated: true } as const
const aYear = 365 * 24 * 3600

export const languageRoutes = (routes: Routes, deps: Deps): Routes =>
  routes
    .get(paths.language, { audience: 'public', act: null }, (c) =>
      publicPage(c, about, <LanguagePage after={localAddress(c.req.query('efter'))} />),
    )
    .post(paths.language, { audience: 'public', act: 'session.choose-language' }, async (c) => {
      const { typed } = await readForm(c)
      const language = one(typed, 'sprak')
      if (isLanguage(language)) {
        const kept = { path: '/', secure: true, httpOnly: true, sameSite: 'Lax', maxAge: aYear } as const
        setCookie(c, languageCookie, language, kept)
        // Whoever has no cookie is nobody, and leaves no row; the device remembers all the same.
        if (hasSession(c)) await chooseLanguage(deps, askingOf(c), language)
      }
      return c.redirect(localAddress(one(typed, 'efter')) ?? paths.start.to({}), 303)
    })
