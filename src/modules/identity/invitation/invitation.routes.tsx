import { paths } from '#shared/paths.ts'
import type { Routes } from '#shared/routes.ts'
import { publicPage } from '#shared/web.tsx'
import type { Issuer } from '../issuer.ts'
import { InvitationPage } from './invitation.page.tsx'

/** Where the link leads that an administrator has given by hand. It tells nothing: the sign-in says whether it holds. */
export const invitationRoutes = (routes: Routes, issuers: readonly Issuer[]): Routes =>
  routes.get(paths.invitation, { audience: 'public', act: null }, (c) => {
    const ways = issuers.filter(({ kind }) => kind === 'staff')
    return publicPage(
      c,
      { title: 'Du är inbjuden' },
      <InvitationPage issuers={ways} code={c.req.query('kod') ?? ''} />,
    )
  })
