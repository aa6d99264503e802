import { html } from 'hono/html'
import type { Account } from '#demo/sign-in.ts'
import type { ProviderIssuer } from './identity-provider-messages.ts'

const style = `
  :root { color-scheme: light dark; font: 1.0625rem/1.5 system-ui, sans-serif }
  body { margin: 0 auto; max-width: 34rem; padding: 1.5rem 1rem 4rem }
  h1 { font-size: 1.6rem; line-height: 1.2; margin: 0 0 .5rem }
  form { display: grid; gap: .5rem; margin-top: 1.5rem }
  button { font: inherit; text-align: left; padding: .7rem 1rem; border: 1px solid #8a8178; border-radius: .6rem;
    background: Canvas; color: CanvasText; cursor: pointer }
  button:hover, button:focus-visible { outline: 3px solid #2b6777; outline-offset: 1px }
  b, span { display: block }
`

const choice = ({ subject, name, role, unit }: Account) => html`
  <button name="person" value="${subject}"><b>${name}</b><span>${[role, unit].filter(Boolean).join(', ')}</span></button>`

/** Everybody who can sign in here, to choose from. Works without script. */
export const loginPage = ({ name, accounts }: ProviderIssuer): string =>
  String(html`<!doctype html>
<html lang="sv">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${name}</title>
<style>${style}</style>
<h1>${name}</h1>
<p>Här legitimerar man sig på riktigt. I demon väljer du bara vem du vill vara. Alla är påhittade.</p>
<form method="post">${[...accounts].sort((a, b) => a.name.localeCompare(b.name, 'sv')).map(choice)}</form>
</html>`)
