import type { Deps } from '#shared/db.ts'
import { paths } from '#shared/paths.ts'
import type { Routes } from '#shared/routes.ts'
import { formRoutes } from '../form-routes.tsx'
import { readContacts } from './contacts.form.ts'
import { ContactsPage } from './contacts.page.tsx'
import { type ContactsForm, openContacts, saveContacts } from './contacts.ts'

export const contactsRoutes = (routes: Routes, deps: Deps): Routes =>
  formRoutes<ContactsForm>(routes, deps, {
    path: paths.plan.contacts,
    audience: 'staff',
    title: 'Kontakter i planen',
    acts: { open: 'plan.open-contacts', send: 'plan.save-contacts' },
    open: (asking) => openContacts(deps, asking),
    send: async (asking, form) => {
      const saved = await saveContacts(deps, asking, (units) => readContacts(form, units))
      return saved.ok ? { ok: true, value: paths.plan.show.to(asking) } : saved
    },
    page: ContactsPage,
  })
