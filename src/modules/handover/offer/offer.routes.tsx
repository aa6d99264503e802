import { idIn } from '#shared/asking.ts'
import type { Deps } from '#shared/db.ts'
import { formAboutChild } from '#shared/form-routes.tsx'
import { paths } from '#shared/paths.ts'
import type { Routes } from '#shared/routes.ts'
import { readOffer } from './offer.form.ts'
import { OfferPage } from './offer.page.tsx'
import { offerHandover, openOffer } from './offer.ts'

export const offerRoutes = (routes: Routes, deps: Deps): Routes =>
  formAboutChild(routes, deps, {
    path: paths.handover.offer,
    audience: 'staff',
    opens: 'handover.open-offer',
    sends: 'handover.offer',
    title: 'Överlämna',
    open: (asking, c) => openOffer(deps, asking, idIn(c, 'handoverId')),
    send: (asking, form, c) => offerHandover(deps, asking, idIn(c, 'handoverId'), readOffer(form)),
    show: (now, state) => <OfferPage {...now} {...state} />,
  })
